"""The command line: which language, which command, which exit code.

Exit codes: 0 fine; 1 done, but with errors in some documents; 2 could not run.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

import click

from build_tools import __version__
from build_tools.commands import add, build, check, inspect_, publish, serve
from build_tools.commands.click_words import click_speaks, name_parts
from build_tools.commands.common import STOPPED, WITH_ERRORS, complain, utf8_console
from build_tools.errors import DocumentError, PhobienError, StopError
from build_tools.i18n import LANGUAGES, _, preferred_language, use_language
from build_tools.pipeline.report import of_error


def cli() -> click.Group:
    """The command group, its help in the current language."""

    @click.group("phobien", help=_("Publishes Vietnamese legal and Party documents as a searchable static site."))
    @click.option("--lang", type=click.Choice(LANGUAGES), help=_("Language of the messages (default: your system's)."))
    @click.option("--library", type=click.Path(file_okay=False), help=_("The library's folder."))
    @click.version_option(__version__, prog_name="phobien", message="%(prog)s %(version)s")
    def phobien(lang: str | None, library: str | None) -> None:
        """Read the options that concern every command."""

    for command in (
        add.command(),
        check.command(),
        inspect_.command(),
        build.convert_command(),
        build.build_command(),
        serve.command(),
        publish.publish_command(),
        publish.verify_command(),
        publish.init_command(),
    ):
        phobien.add_command(command)
    name_parts(phobien)
    return phobien


def main(args: Sequence[str] | None = None) -> int:
    """Run one command; the exit code. Never a traceback for bad input."""
    arguments = list(sys.argv[1:] if args is None else args)
    utf8_console()
    with use_language(_wanted_language(arguments)), click_speaks():
        try:
            code = cli().main(arguments, prog_name="phobien", standalone_mode=False)
        except click.exceptions.Exit as stop:
            return stop.exit_code
        except click.Abort:
            return STOPPED
        except click.ClickException as error:
            error.show()
            return STOPPED
        except PhobienError as error:
            if error.__cause__ and os.environ.get("PHOBIEN_DEBUG"):
                raise
            complain(of_error(error).sentence())
            return WITH_ERRORS if isinstance(error, DocumentError) else STOPPED
        except KeyboardInterrupt:
            return STOPPED
        except Exception as error:
            if os.environ.get("PHOBIEN_DEBUG"):
                raise
            complain(of_error(StopError("internal-stop", problem=repr(error))).sentence())
            return STOPPED
        return int(code or 0)


def _wanted_language(arguments: list[str]) -> str:
    """The value of --lang, which must be known before any help is written; else the system's language."""
    for place, argument in enumerate(arguments):
        if argument == "--lang" and place + 1 < len(arguments):
            return arguments[place + 1]
        if argument.startswith("--lang="):
            return argument.removeprefix("--lang=")
    return preferred_language()
