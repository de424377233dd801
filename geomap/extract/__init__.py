"""From the sentences of an article to drafts of reports: days, numbers, roles, events."""
