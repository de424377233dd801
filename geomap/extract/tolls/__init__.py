"""How many an event killed and wounded, by all that the article says."""
