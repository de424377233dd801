"""From the sentences of an article to drafts of reports: days, numbers, roles, events.

The packages are floors; each imports only from those below it (`pyproject.toml` holds them to that):

    reports, drafted        `Report` records, each value with its reason; the drafts of other readers
    deeds                   what was done and with what
    sides, tolls            who struck whom, how many were hurt, by all that the article says
    story                   frames become events, over sentences and paragraphs
    dating                  which day a deed gets
    event                   `Event`: what an article says of one event
    clauses                 `Frame`: what one clause says of one deed
    days                    which day the text is at
    places                  the places of a sentence and their parts in it
    actors                  what an actor's name goes with
    scene                   `Scene`: an article with all that was recognised in it
    dates, casualties       words that say when; words that say who was hurt
    words                   sentences, classes of words, numbers
"""
