"""Normalising: from the lines of a received file to readable text, with a record of where each part came from.

`normalise` repairs characters, takes page furniture out (and records it), and joins what layout broke.
"""

from __future__ import annotations

from build_tools.normalise.normalising import normalise

__all__ = ["normalise"]
