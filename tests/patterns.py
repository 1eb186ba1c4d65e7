"""Every regular expression of the package, where it lives, how it is used, and the texts that could make it slow."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
import re._constants as ops  # the parser of `re` itself: it knows best what a pattern repeats
import re._parser as parser
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import build_tools

ROOT = Path(build_tools.__file__).parent
ANYWHERE = frozenset(("search", "finditer", "findall", "sub", "subn", "split"))
METHODS = ANYWHERE | {"match", "fullmatch"}
_MOST_TEXTS = 24  # for one pattern


class Found(NamedTuple):
    """A compiled pattern; `anywhere`: it is looked for at every place of a text, not only at its start."""

    name: str
    pattern: re.Pattern[str] | re.Pattern[bytes]
    anywhere: bool


@cache
def compiled() -> tuple[Found, ...]:
    """The patterns that the modules of the package hold: by name, in tables, or behind a cached function."""
    found: dict[tuple[str, int], Found] = {}
    for info in pkgutil.walk_packages([str(ROOT)], "build_tools."):
        if info.name == "build_tools.__main__":
            continue
        module = importlib.import_module(info.name)
        used = _uses(module.__file__ or "")
        for name, value in list(vars(module).items()):
            for pattern in _patterns(value, module.__name__):
                methods = used.get(name, METHODS) if isinstance(value, re.Pattern) else METHODS
                key = (str(pattern.pattern), pattern.flags)
                anywhere = bool(methods & ANYWHERE)
                if key not in found or (anywhere and not found[key].anywhere):
                    found[key] = Found(f"{info.name}.{name}", pattern, anywhere)
    return tuple(sorted(found.values(), key=lambda one: one.name))


def _patterns(value: object, module: str, depth: int = 0) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern):
        yield value
    elif depth > 4 or isinstance(value, str | bytes):
        return
    elif isinstance(value, dict):
        for item in [*value.keys(), *value.values()]:
            yield from _patterns(item, module, depth + 1)
    elif isinstance(value, list | tuple | set | frozenset):
        for item in value:
            yield from _patterns(item, module, depth + 1)
    elif hasattr(value, "__struct_fields__") and not isinstance(value, type):
        for field in value.__struct_fields__:
            yield from _patterns(getattr(value, field), module, depth + 1)
    elif hasattr(value, "cache_info") and getattr(value, "__module__", "") == module:
        yield from _patterns(_called(value), module, depth + 1)


def _called(function: object) -> object:
    """What a cached function without arguments holds; nothing of one that wants some."""
    try:
        return function()  # type: ignore[operator]
    except TypeError:
        return None


@cache
def _uses(path: str) -> dict[str, frozenset[str]]:
    """The methods that a module calls on each name: `_X.search(…)`; a name used in another way may be used in all."""
    tree = ast.parse(Path(path).read_text(encoding="utf-8"))
    loads: dict[str, int] = {}
    calls: dict[str, list[str]] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
            loads[node.id] = loads.get(node.id, 0) + 1
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            calls.setdefault(node.value.id, []).append(node.attr)
    return {name: frozenset(found) for name, found in calls.items() if len(found) == loads.get(name)}


def hostile(pattern: re.Pattern[str] | re.Pattern[bytes], size: int) -> Iterator[str | bytes]:
    """Texts of about `size` characters: each part that the pattern repeats, many times, behind what comes before it."""
    source = pattern.pattern
    tree = parser.parse(source, pattern.flags & ~re.UNICODE if isinstance(source, bytes) else pattern.flags)
    seen: set[str] = set()
    for before, unit in [("", " "), ("", "a"), ("", "1"), *_repeats(tree, "")]:
        if unit and (before + unit) not in seen and len(seen) < _MOST_TEXTS:
            seen.add(before + unit)
            text = before + unit * max(1, size // len(unit)) + "\x01"
            yield text.encode("latin-1", "replace") if isinstance(source, bytes) else text


def _repeats(tree: parser.SubPattern, before: str) -> Iterator[tuple[str, str]]:
    """(what stands before, what is repeated) for every unbounded or long repeat, from the outside in."""
    for op, value in tree:
        if op in {ops.MAX_REPEAT, ops.MIN_REPEAT, ops.POSSESSIVE_REPEAT}:
            low, high, body = value
            if high is ops.MAXREPEAT or high > 20:
                yield before, _sample(body)
                yield before, _sample(body, last=True)
            yield from _repeats(body, before)
            before += _sample(body) * max(1, min(low, 3))
            continue
        for inner in _inside(op, value):
            yield from _repeats(inner, before)
        before += _sample_one(op, value)
    if before:
        yield "", before


def _inside(op: object, value: object) -> list[parser.SubPattern]:
    if op is ops.SUBPATTERN:
        return [value[-1]]
    if op is ops.ATOMIC_GROUP:
        return [value]
    if op is ops.BRANCH:
        return list(value[1])
    if op in {ops.ASSERT, ops.ASSERT_NOT}:
        return [value[1]]
    return []


def _sample(tree: parser.SubPattern, *, last: bool = False) -> str:
    return "".join(_sample_one(op, value, last=last) for op, value in tree)


def _sample_one(op: object, value: object, *, last: bool = False) -> str:
    """A text that one part of a pattern matches; the first way or the last, where there are several."""
    if op is ops.LITERAL:
        return chr(value)
    if op in {ops.MAX_REPEAT, ops.MIN_REPEAT, ops.POSSESSIVE_REPEAT}:
        return _sample(value[2], last=last) * max(1, min(value[0], 3))
    if op is ops.IN:
        return _of_class(value, last=last)
    if op is ops.BRANCH:
        return _sample(value[1][-1 if last else 0], last=last)
    if op is ops.SUBPATTERN:
        return _sample(value[-1], last=last)
    if op is ops.ATOMIC_GROUP:
        return _sample(value, last=last)
    return "x" if op in {ops.NOT_LITERAL, ops.ANY} else ""


def _of_class(items: list[tuple[object, object]], *, last: bool) -> str:
    matcher = [item for item in items if item[0] is not ops.NEGATE]
    if len(matcher) < len(items):  # a class of all but these: a letter, a space, or what is left
        barred = "".join(_of_class([item], last=False) for item in matcher)
        return next((char for char in ("x ,1-" if not last else " ,x1-") if char not in barred), "ỹ")
    op, value = matcher[-1 if last else 0]
    if op is ops.LITERAL:
        return chr(value)
    if op is ops.RANGE:
        return chr(value[1] if last else value[0])
    names = {ops.CATEGORY_DIGIT: "1", ops.CATEGORY_SPACE: " ", ops.CATEGORY_WORD: "a"}
    return names.get(value, "-")
