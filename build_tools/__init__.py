"""phobien: turns regulations and the plans that implement them into a searchable static site."""

__version__ = "0.1.0"
