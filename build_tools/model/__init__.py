"""Frozen records that the stages exchange: types only, no regular expressions, no input or output."""
