"""What the commands share: the library they work on, progress, and how findings are printed."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from build_tools.i18n import _
from build_tools.model.decisions import Edition
from build_tools.model.findings import Severity
from build_tools.pipeline.report import Finding
from build_tools.pipeline.workspace import Workspace, find_workspace

FINE, WITH_ERRORS, STOPPED = 0, 1, 2


def workspace() -> Workspace:
    """The library that the command line names, or the one around the current folder."""
    chosen = click.get_current_context().find_root().params.get("library")
    return find_workspace(Path(chosen or ".").resolve())


def edition_option() -> Callable[[click.decorators.FC], click.decorators.FC]:
    """`--edition public|internal`."""
    return click.option(
        "--edition",
        type=click.Choice([e.value for e in Edition]),
        default=Edition.PUBLIC.value,
        show_default=True,
        help=_("Which edition: public leaves out every document that is not released."),
    )


def site_language_option() -> Callable[[click.decorators.FC], click.decorators.FC]:
    """`--site-language vi|en`."""
    return click.option(
        "--site-language",
        type=click.Choice(["vi", "en"]),
        default="vi",
        show_default=True,
        help=_("Language of the site's interface (the documents stay as they are)."),
    )


def say(text: str = "") -> None:
    """One line to standard output, safe on consoles that lack Vietnamese letters."""
    click.echo(text)


def complain(text: str) -> None:
    """One line to standard error."""
    click.echo(text, err=True)


@contextmanager
def progress(title: str) -> Iterator[Callable[[int, int, str], None]]:
    """A bar on a terminal; nothing in a pipe, where the lines of the report are enough."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield lambda _done, _total, _name: None
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[name]}"))
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task(title, name="")

        def advance(done: int, total: int, name: str) -> None:
            bar.update(task, completed=done, total=total, name=name)

        yield advance


def print_errors(findings: Iterable[Finding]) -> int:
    """Print the errors among the findings to standard error; how many there were."""
    errors = [f for f in findings if f.severity is Severity.ERROR]
    for finding in errors:
        complain(finding.sentence())
    return len(errors)


def utf8_console() -> None:
    """Let Vietnamese be printed on any console: what it cannot show is replaced, never a crash."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            encoding = "utf-8" if not stream.isatty() else None
            reconfigure(errors="replace", **({"encoding": encoding} if encoding else {}))
