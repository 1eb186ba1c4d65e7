"""One command per file; each builds a click command whose words are in the current language."""
