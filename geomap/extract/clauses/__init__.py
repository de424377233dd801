"""What one clause says: its deed, who struck whom with what, who says so. `frames` puts it together."""
