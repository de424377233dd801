"""A text as rows of words: sentences, classes of words, numbers, and rules over them for every language."""
