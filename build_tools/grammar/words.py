"""Words: what must survive from the received file to the page.

A word is a maximal run of letters and digits. Before counting, the text is brought to NFC, letters that look like
Vietnamese ones (of old tools, of other alphabets) are replaced, and characters that nobody can see are dropped: they
part no word. A line end always parts words, also after a soft hyphen, because Vietnamese is broken between syllables,
which are words.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from build_tools.grammar.lookalikes import LETTERS, LOOKALIKES, latin

# Characters without a shape of their own: soft hyphen, zero-width spaces and joiners, direction marks, byte order mark.
INVISIBLE: Final = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
)
# Control characters, without those that count as white space.
CONTROL: Final = "\u0000-\u0008\u000e-\u001b\u007f-\u0084\u0086-\u009f"

UNSEEN = re.compile(f"[{INVISIBLE}{CONTROL}]")
_WORD = re.compile(r"[^\W_]+")
_SAME_LETTER: Final = {0x00D0: "Đ", 0x00F0: "đ", 0x0189: "Đ"}  # eth, African D: in texts of old encodings
_SAME_SHAPE: Final = _SAME_LETTER | LOOKALIKES
LOOKALIKE = re.compile(f"[{LETTERS}]")
_REPLACED = re.compile(f"[{''.join(map(chr, _SAME_LETTER))}\u0370-\u052f\u1f00-\u1fff]")  # few texts hold any


def repaired(text: str) -> str:
    """`text` in NFC, invisible characters dropped; Ð, ð and look-alikes of other alphabets replaced. Linear."""
    text = UNSEEN.sub("", text).translate(_SAME_LETTER)
    if LOOKALIKE.search(text):
        text = latin(text)
    return composed(text)


def composed(text: str) -> str:
    """`text` in NFC."""
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


def words(text: str) -> list[str]:
    """The words of `text` in order. Letters of one shape count as one, wherever they stand."""
    text = UNSEEN.sub("", text)
    if _REPLACED.search(text):
        text = unicodedata.normalize("NFD", text).translate(_SAME_SHAPE)  # Ќ is К with an accent
    return _WORD.findall(composed(text))
