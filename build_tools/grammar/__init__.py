"""Recognisers that several stages share: symbols, dates, places, unit labels, words."""
