"""The bracket that declares a short name: `(sau đây gọi tắt là …)`, `(gọi tắt là …)`, `(sau đây viết tắt là …)`."""

from __future__ import annotations

import re

DECLARED = re.compile(
    r"\((?:trong \w+ \w+ này )?,?\s?(?:(?:sau đây|dưới đây)(?: được)?\s)?"
    r"(?:viết tắt|gọi tắt|gọi chung|gọi)\s(?:chung\s|tắt\s)?(?:là|thành)\s?:?\s?(?P<term>[^()\n;]{1,160})\)",
    re.IGNORECASE,
)
