"""Click's own words (`Usage:`, `Options`, `No such option`) in the language of the run.

Click asks gettext for them, in gettext's own domain `messages`. Its Vietnamese stands in `locale/click`, apart from our
catalogs, and compiled, because gettext reads nothing else: `python -m build_tools.commands.click_words` compiles it.
"""

from __future__ import annotations

import gettext
import os
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

import click
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from build_tools.i18n import _, language

_DOMAIN = "messages"
_LOCALES = Path(__file__).resolve().parents[1] / "locale" / "click"


@contextmanager
def click_speaks() -> Iterator[None]:
    """Let Click speak the current language inside the block."""
    before_folder, before_language = gettext.bindtextdomain(_DOMAIN), os.environ.get("LANGUAGE")
    gettext.bindtextdomain(_DOMAIN, str(_LOCALES))
    os.environ["LANGUAGE"] = language()
    try:
        yield
    finally:
        gettext.bindtextdomain(_DOMAIN, before_folder)
        if before_language is None:
            del os.environ["LANGUAGE"]
        else:
            os.environ["LANGUAGE"] = before_language


def name_parts(group: click.Group) -> None:
    """Name the parts of the usage line, which Click takes from the command and not from gettext."""
    group.options_metavar, group.subcommand_metavar = _("[OPTIONS]"), _("COMMAND [ARGS]...")
    for command in group.commands.values():
        command.options_metavar = _("[OPTIONS]")


def compiled(locale: str) -> bytes:
    """The catalog of a language as gettext reads it, from the one that people edit."""
    with _catalog(locale).open("rb") as file:
        catalog = read_po(file, locale=locale)
    written = BytesIO()
    write_mo(written, catalog)
    return written.getvalue()


def _catalog(locale: str) -> Path:
    return _LOCALES / locale / "LC_MESSAGES" / f"{_DOMAIN}.po"


if __name__ == "__main__":
    for path in _LOCALES.glob("*/LC_MESSAGES/*.po"):
        path.with_suffix(".mo").write_bytes(compiled(path.parents[1].name))
