"""Conditions that stop a run (exit code 2) or one document (exit code 1).

An error carries the code of a row in `diagnostics.CATALOGUE` and its arguments, never a finished sentence: the
sentence is made once, in the reader's language, where it is shown.
"""

from __future__ import annotations


class PhobienError(Exception):
    """Base of all errors that a user can be shown.

    `code` names a row of `diagnostics.CATALOGUE`; `file` is relative to the library, `line` is 1-based.
    """

    def __init__(self, code: str, /, *, file: str | None = None, line: int | None = None, **args: object) -> None:
        super().__init__(code)
        self.code = code
        self.file = file
        self.line = line
        self.args_by_name = {name: str(value) for name, value in args.items()}

    def __str__(self) -> str:
        where = f"{self.file or ''}{f':{self.line}' if self.line else ''}"
        return f"{where}: {self.code} {self.args_by_name}"


class DocumentError(PhobienError):
    """One document cannot be used; the others are still published."""


class StopError(PhobienError):
    """The run cannot go on: nothing is written."""
