"""What makes the built assets of the wheel. Not part of the wheel; plain Python, for a build environment is bare."""
