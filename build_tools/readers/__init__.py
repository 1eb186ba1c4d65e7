"""Reading: from the bytes an office received to lines of text that know where they came from.

One module per format. The format is recognised by content, never by the name's ending alone.
"""

from __future__ import annotations

from build_tools.readers.reading import read
from build_tools.readers.sniffing import sniff

__all__ = ["read", "sniff"]
