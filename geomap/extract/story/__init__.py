"""From the frames of all clauses to events: what several sentences tell of one event belongs together."""
