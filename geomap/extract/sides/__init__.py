"""Who struck whom in an event, by all that the article says; what is inferred carries its reason."""
