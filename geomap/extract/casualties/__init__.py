"""What a sentence says of people killed or wounded: how many, who they are, what is a total or no toll."""
