"""The places that a sentence names, and what each is to its events: where it was, where it came from, a bystander."""
