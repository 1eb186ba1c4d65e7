"""Reads the editor's YAML files against their schemas; an unknown key is an error with its line and a suggestion."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar, get_args

import msgspec
import yaml

from build_tools.errors import DocumentError
from build_tools.model.decisions import Decisions

T = TypeVar("T", bound=msgspec.Struct)
MAX_BYTES = 256 * 1024
_SHOWN = 40  # characters of a value that a message shows
_UNKNOWN = re.compile(r"unknown field `([^`]*)`(?: - at `([^`]*)`)?")
_PATH = re.compile(r" - at `([^`]*)`")
_PROBLEMS = (  # what msgspec says, and the code that says it in the user's words
    (re.compile(r"missing required field `([^`]*)`"), "decisions-missing-key"),
    (re.compile(r"Invalid enum value '([^']*)'"), "decisions-unknown-value"),
)
_STEP = re.compile(r"\.([^.\[\]]+)|(\[[^\]]*\])")


class _BadValueError(Exception):
    """A date that no calendar has, or a number that is none."""

    def __init__(self, node: yaml.Node) -> None:
        super().__init__()
        self.value = str(node.value)[:_SHOWN]
        self.line = node.start_mark.line + 1


class _Loader(yaml.SafeLoader):
    """YAML 1.2's booleans: `on` is a key of ours (a date), not a truth value."""

    def construct_object(self, node: yaml.Node, deep: bool = False) -> object:  # noqa: FBT001, FBT002 - as inherited
        try:
            return super().construct_object(node, deep)
        except (ValueError, AttributeError, ArithmeticError, LookupError):  # what PyYAML's own constructors let through
            raise _BadValueError(node) from None


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in rows if tag != "tag:yaml.org,2002:bool"]
    for first, rows in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
_Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(?:true|false)$"), list("tf"))


def read_decisions(path: Path, *, file: str) -> Decisions:
    """The decisions that a `document.yml` records; raises as `read_record` does."""
    return read_record(path, Decisions, file=file)[0]


def read_record(path: Path, kind: type[T], *, file: str) -> tuple[T, yaml.Node | None]:
    """What `path` records, as a `kind`, and the YAML nodes that tell the lines (see `line_of`).

    Raises DocumentError with the line for broken YAML, aliases (which can be made to grow without bound), an unknown
    key, or a value of the wrong form.
    """
    try:
        data = path.read_bytes()
        if len(data) > MAX_BYTES:
            raise DocumentError("decisions-too-big", file=file, size=len(data) // 1024)
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise DocumentError("decisions-not-utf8", file=file, line=line) from None
    return _parse(text, kind, file)


def _parse(text: str, kind: type[T], file: str) -> tuple[T, yaml.Node | None]:
    try:
        alias = next((token for token in yaml.scan(text) if isinstance(token, yaml.AliasToken)), None)
        if alias is not None:
            raise DocumentError("decisions-alias", file=file, line=alias.start_mark.line + 1)
        root = yaml.compose(text, Loader=_Loader)
        value = yaml.load(text, Loader=_Loader)  # noqa: S506 (a safe loader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else None
        raise DocumentError(_broken(text, line, error.problem or ""), file=file, line=line) from None
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        character = f"U+{error.character:04X}"
        raise DocumentError("decisions-bad-character", file=file, line=line, character=character) from None
    except _BadValueError as error:
        raise DocumentError("decisions-bad-value", file=file, line=error.line, value=error.value) from None
    except RecursionError:
        raise DocumentError("decisions-too-deep", file=file) from None
    try:
        return msgspec.convert(value if value is not None else {}, kind), root
    except msgspec.ValidationError as error:
        raise _explain(str(error), value, root, kind, file) from None


def _broken(text: str, line: int | None, problem: str) -> str:
    """The code for what the parser found: its own words are for programmers."""
    written = text.splitlines()[line - 1 : line] if line else []
    if "tag" in problem:
        return "decisions-tag"
    if any("\t" in item for item in written) or "'\\t'" in problem:
        return "decisions-tab"
    if "stream end" in problem or "unexpected end of stream" in problem or "expected ',' or" in problem:
        return "decisions-unclosed"
    return "decisions-second" if "another document" in problem or "single document" in problem else "decisions-broken"


def _explain(
    problem: str, value: object, root: yaml.Node | None, kind: type[msgspec.Struct], file: str
) -> DocumentError:
    """Turn msgspec's message into ours: with the line of the key and the nearest known key."""
    if unknown := _UNKNOWN.search(problem):
        key, path = unknown.group(1), unknown.group(2) or "$"
        known = _known_keys(kind, path)
        near = difflib.get_close_matches(key, known, n=1)
        line = line_of(root, [*_exact(path, value, kind), key])
        return DocumentError(
            "decisions-unknown-key", file=file, line=line, key=key, suggestion=near[0] if near else ", ".join(known)
        )
    where = _PATH.search(problem)
    path = where.group(1) if where else "$"
    shown = ".".join(_steps(path)) or file.rsplit("/", 1)[-1]
    line = line_of(root, _exact(path, value, kind))
    for pattern, code in _PROBLEMS:
        if found := pattern.search(problem):
            return DocumentError(code, file=file, line=line, key=shown, value=found.group(1)[:_SHOWN])
    return DocumentError("decisions-invalid", file=file, line=line, key=shown)


def _exact(path: str, value: object, kind: object) -> list[str]:
    """The steps of a path with the number of the item that does not fit, where msgspec writes `[...]` for any."""
    steps: list[str] = []
    for name, _any in _STEP.findall(path):
        if name:
            steps.append(name)
            value = value.get(name) if isinstance(value, dict) else None
            kind = _type_of_field(kind, name)
            continue
        kind = next(iter(get_args(kind)), kind)
        items = value if isinstance(value, list) else []
        found = next((index for index, item in enumerate(items) if not _fits(item, kind)), None)
        if found is None:
            break
        steps.append(str(found))
        value = items[found]
    return steps


def _type_of_field(kind: object, name: str) -> object:
    """The type of a field, of a tuple the tuple itself; annotations and `None` are taken off."""
    fields = msgspec.structs.fields(kind) if isinstance(kind, type) and issubclass(kind, msgspec.Struct) else ()
    found = next((field.type for field in fields if field.encode_name == name), object)
    return getattr(found, "__origin__", found) if hasattr(found, "__metadata__") else found


def _fits(value: object, kind: object) -> bool:
    try:
        msgspec.convert(value, kind)
    except msgspec.ValidationError:
        return False
    return True


def _steps(path: str) -> list[str]:
    """`$.corrections[0].count` as steps: corrections, 0, count. msgspec writes `[...]` for any item."""
    return [step for step in re.split(r"[.\[\]]+", path.removeprefix("$")) if step]


def _known_keys(schema: type[msgspec.Struct], path: str) -> list[str]:
    """The keys allowed at a path of the schema."""
    kind: object = schema
    for step in _steps(path):
        kind = _inner(kind, step)
    fields = msgspec.structs.fields(kind) if isinstance(kind, type) and issubclass(kind, msgspec.Struct) else ()
    return [field.encode_name for field in fields]


def _inner(kind: object, step: str) -> object:
    """The Struct that lies behind one step of a path."""
    if not (isinstance(kind, type) and issubclass(kind, msgspec.Struct)):
        return kind
    for field in msgspec.structs.fields(kind):
        if field.encode_name == step:
            return next(_structs_in(field.type), kind)
    return kind


def _structs_in(kind: object) -> Iterator[type[msgspec.Struct]]:
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        yield kind
    for argument in getattr(kind, "__args__", ()):
        yield from _structs_in(argument)


def line_of(node: yaml.Node | None, steps: list[str]) -> int | None:
    """The 1-based line of the key that `steps` lead to; the nearest one where a step names no position."""
    if node is None:
        return None
    line = node.start_mark.line + 1
    for place, step in enumerate(steps):
        if isinstance(node, yaml.MappingNode):
            found = next(((k, v) for k, v in node.value if k.value == step), None)
            if found is None:
                break
            line, node = found[0].start_mark.line + 1, found[1]
        elif isinstance(node, yaml.SequenceNode):
            rest = steps[place + 1 :]
            if step.isdigit() and int(step) < len(node.value):
                return line_of(node.value[int(step)], rest)
            return next((n for item in node.value if (n := _line_of_key(item, rest))), line)
    return line


def _line_of_key(node: yaml.Node, steps: list[str]) -> int | None:
    """The line of a key inside one item of a list, `None` where the item lacks it."""
    if not steps or not isinstance(node, yaml.MappingNode) or steps[0] not in {k.value for k, _ in node.value}:
        return None
    return line_of(node, steps)
