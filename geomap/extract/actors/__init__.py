"""What an actor's name goes with: its arms, its property, who did it, who only says so, or only a place."""
