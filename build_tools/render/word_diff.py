"""A comparison of two wordings word by word, as HTML that says the same to eyes and ears."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from markupsafe import Markup, escape
from msgspec import Struct

from build_tools.i18n import _

_TOKEN = re.compile(r"\n|[^\S\n]+|\w+(?:[.,/-]\w+)*|[^\w\s]")
_MOST = 6_000
"""Longer wordings (in tokens) are shown whole: comparing them would take seconds and help nobody."""
_ALIKE = 0.15


class Comparison(Struct, frozen=True):
    """Both wordings with what was taken out and put in; `alike` is false where a comparison would say nothing."""

    old: Markup
    new: Markup
    alike: bool


def compare(old: str, new: str) -> Comparison:
    """Mark in `old` what `new` lacks, and in `new` what `old` lacks."""
    left, right = _TOKEN.findall(old), _TOKEN.findall(new)
    if len(left) + len(right) > _MOST:
        return Comparison(_plain(left), _plain(right), alike=False)
    matcher = SequenceMatcher(None, [_key(t) for t in left], [_key(t) for t in right], autojunk=False)
    if matcher.ratio() < _ALIKE:
        return Comparison(_plain(left), _plain(right), alike=False)
    before, after = [], []
    for kind, a, b, c, d in _joined(matcher.get_opcodes(), left):
        same = kind == "equal"
        before.append(_plain(left[a:b]) if same else _marked("del", _("taken out:"), left[a:b]))
        after.append(_plain(right[c:d]) if same else _marked("ins", _("put in:"), right[c:d]))
    return Comparison(Markup("").join(before), Markup("").join(after), alike=True)


Opcode = tuple[str, int, int, int, int]


def _joined(opcodes: Sequence[Opcode], left: list[str]) -> list[Opcode]:
    """Changes that only a space parts are one: `15 ngày` → `10 giờ` reads better than two of one word."""
    result: list[Opcode] = []
    for kind, a, b, c, d in opcodes:
        gap = result[-1] if result else None
        if (
            kind != "equal"
            and len(result) > 1
            and gap
            and gap[0] == "equal"
            and not "".join(left[gap[1] : gap[2]]).strip()
        ):
            _kind, first, _b, third, _d = result[-2]
            result[-2:] = [("replace", first, b, third, d)]
        else:
            result.append((kind, a, b, c, d))
    return result


def _key(piece: str) -> str:
    """All spaces are alike."""
    return " " if piece.isspace() and piece != "\n" else piece


def plain(words: str) -> Markup:
    """A wording as it stands, each of its lines on a line."""
    return _plain([words])


def _plain(tokens: list[str]) -> Markup:
    return Markup("<br>").join(escape(line) for line in "".join(tokens).split("\n"))


def _marked(tag: str, says: str, tokens: list[str]) -> Markup:
    """Changed words, with a word for those who hear the page; line ends alone are no change to show."""
    words = "".join(tokens)
    if not words.strip():
        return _plain(tokens)
    body = words.strip()
    start = words[: len(words) - len(words.lstrip())]
    end = words[len(words.rstrip()) :]
    hidden = Markup('<span class="pb-hidden">{} </span>').format(says)
    inner = Markup(f"<{tag}>{{}}{{}}</{tag}>").format(hidden, _plain([body]))  # noqa: S704 - tag is ours
    return _plain([start]) + inner + _plain([end])
