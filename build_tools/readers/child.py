"""Risky parsers run in a child process with a limit of time and memory: a hostile file harms only its own child.

Called as `python -m build_tools.readers.child FORMAT PATH NAME`; the answer goes to standard output as MessagePack.
Programs that a reader starts share the limits of the child and end with it; their files lie in a folder of its own.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

import msgspec

from build_tools.errors import DocumentError
from build_tools.model.source import SourceText
from build_tools.readers.process_tree import run

SECONDS: Final = 180
MEMORY: Final = 2_000_000_000  # bytes of address space


class Answer(msgspec.Struct):
    """What a child found: the text, or the error. `recognised`: what to keep of a new character recognition."""

    source: SourceText | None = None
    recognised: str = ""
    code: str = ""
    line: int | None = None
    args: dict[str, str] = {}


def read_in_child(kind: str, path: Path, file: str, *, seconds: int = SECONDS) -> SourceText:
    """Read one file in a process of its own; `DocumentError` for what the child says, and when it dies or hangs."""
    return ask_child(kind, path, file, seconds=seconds)[0]


def ask_child(kind: str, path: Path, file: str, *, seconds: int = SECONDS) -> tuple[SourceText, str]:
    """The same, with what to keep of a new character recognition."""
    command = [sys.executable, "-m", "build_tools.readers.child", kind, str(path.absolute()), file]
    with tempfile.TemporaryDirectory(prefix="phobien-", ignore_cleanup_errors=True) as scratch:
        environment = os.environ | dict.fromkeys(("TMPDIR", "TEMP", "TMP"), scratch)
        try:
            done = run(command, seconds=seconds, environment=environment, folder=_package_root())
        except subprocess.TimeoutExpired:
            raise DocumentError("reader-too-slow", file=file, seconds=seconds) from None
    try:
        answer = msgspec.msgpack.decode(done.stdout, type=Answer)
    except (msgspec.DecodeError, msgspec.ValidationError):
        raise DocumentError("reader-died", file=file, status=done.returncode) from None
    if answer.source is None:
        error = DocumentError(answer.code, file=file, line=answer.line)
        error.args_by_name.update(answer.args)
        raise error
    return answer.source, answer.recognised


def _package_root() -> str:
    return str(Path(__file__).resolve().parents[2])


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:  # not on Windows: the time limit stays
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def main(arguments: list[str]) -> int:
    """Read and answer; never a traceback."""
    from build_tools.readers.reading import read_here

    kind, path, file = arguments
    _limit_memory()
    try:
        answer = Answer(*read_here(kind, Path(path), file))
    except DocumentError as error:
        answer = Answer(code=error.code, line=error.line, args=error.args_by_name)
    except MemoryError:
        answer = Answer(code="reader-too-hungry", args={"limit": str(MEMORY // 1_000_000)})
    sys.stdout.buffer.write(msgspec.msgpack.encode(answer))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
