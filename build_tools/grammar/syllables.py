"""Vietnamese syllables by their spelling: onset, rhyme, tone.

Source of the rules: the orthography as taught in school (Quyết định 1989/QĐ-BGDĐT, 25 May 2018, on the spelling of `i`
and `y`, lets both pass). Loan words and abbreviations are no syllables here.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

_TONES: Final = "\u0300\u0301\u0303\u0309\u0323"
_SHARP_OR_HEAVY: Final = frozenset(("\u0301", "\u0323"))
_ROUND: Final = frozenset("oôuư")  # vowels that follow no qu, but for quốc
_FRONT: Final = frozenset("eêiy")  # vowels before which k, gh, ngh are written for c, g, ng
_SPELLED: Final = """
a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu
o oc oi om on ong oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
u ua uc ui um un ung uôc uôi uôm uôn uông uôt up ut ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu
y yêm yên yêng yêt yêu
oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oe oen oeo oet
uân uâng uât uây uê uêch uênh uơ uy uya uych uyên uyêt uynh uyt uyu
"""
_RHYMES: Final = frozenset(_SPELLED.split())
_ROUNDED: Final = ("oa", "oă", "oe", "uâ", "uê", "uơ", "uy")  # how a rhyme with a rounded glide begins
_NOT_ROUNDED: Final = frozenset(("b", "c", "g", "k", "m", "p", "ph", "v"))  # onsets that no such rhyme follows
_ONSET = re.compile(r"ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnprstvx]")


@lru_cache(maxsize=20_000)
def is_syllable(word: str) -> bool:
    """Whether `word` (NFC, any letter case) is spelled as a Vietnamese syllable."""
    decomposed = unicodedata.normalize("NFD", word.lower())
    tones = [char for char in decomposed if char in _TONES]
    plain = unicodedata.normalize("NFC", "".join(char for char in decomposed if char not in _TONES))
    if len(tones) > 1:
        return False
    if plain[-1:] in ("c", "p", "t") or plain.endswith("ch"):
        return bool(tones) and tones[0] in _SHARP_OR_HEAVY and _is_spelled(plain)
    return _is_spelled(plain)


def _is_spelled(plain: str) -> bool:
    match = _ONSET.match(plain)
    onset = match[0] if match else ""
    rhyme = plain[len(onset) :]
    if onset == "gi" and (not rhyme or rhyme not in _RHYMES):
        onset, rhyme = "g", plain[1:]
        return rhyme in _RHYMES  # gì, gìn, giếng: the i is also the rhyme's
    if onset == "qu":
        return rhyme == "ôc" or (rhyme in _RHYMES and rhyme[0] not in _ROUND)
    if not onset and rhyme.startswith("iê"):
        return False  # written yê
    if rhyme not in _RHYMES or (onset in _NOT_ROUNDED and rhyme.startswith(_ROUNDED)):
        return False
    front = rhyme[0] in _FRONT
    if onset in ("k", "gh", "ngh"):
        return front
    return not (onset in ("c", "g", "ng") and front)
