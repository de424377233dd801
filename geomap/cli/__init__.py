"""The command line: a module a verb, and nothing that a library user needs."""
