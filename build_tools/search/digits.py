"""Whole numbers as text that a script can hold in a string, one character for a small number.

Base64 of variable-length bytes costs 1.33 characters for a small number and a decoding step; these digits cost 1.
Of the 93 printable ASCII characters that need no escape in a string, the first 61 end a number and the other 32
carry on: a number below 61 takes one character, below 2,013 two, below 64,477 three.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

ALPHABET = "".join(chr(code) for code in range(32, 127) if chr(code) not in '"\\')
ENDING = 61
CARRYING = len(ALPHABET) - ENDING


@cache
def encode(number: int) -> str:
    """`number` (0 or more) as digits, the least significant first."""
    out = ""
    while number >= ENDING:
        number -= ENDING
        out += ALPHABET[ENDING + number % CARRYING]
        number //= CARRYING
    return out + ALPHABET[number]


def encode_all(numbers: Iterable[int]) -> str:
    """The numbers one after the other."""
    return "".join(map(encode, numbers))


def decode(text: str) -> list[int]:
    """The numbers that `encode_all` wrote."""
    numbers: list[int] = []
    value, scale = 0, 1
    for character in text:
        digit = ALPHABET.index(character)
        value += scale * digit
        if digit < ENDING:
            numbers.append(value)
            value, scale = 0, 1
        else:
            scale *= CARRYING
    return numbers
