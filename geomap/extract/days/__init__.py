"""Which day the text is at: days that name others, head sections, open lines, and the time of the story."""
