"""The order of the stages, and nothing else: gather everything first, only then write."""
