"""Structure: from the readable text to what the document says about itself and the tree of its units."""

from __future__ import annotations

from build_tools.structure.outlining import outline

__all__ = ["outline"]
