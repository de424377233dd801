"""Which day a deed gets: said with it, counted from another, carried by the story, or of the news."""
