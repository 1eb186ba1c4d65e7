"""`phobien publish`, `phobien verify` and `phobien init`."""

from __future__ import annotations

from pathlib import Path

import click

from build_tools.commands.common import FINE, WITH_ERRORS, complain, say, workspace
from build_tools.i18n import _
from build_tools.publish import init_library, publish, verify
from build_tools.publish import roll_back as put_back


def publish_command() -> click.Command:
    """`phobien publish DEST`, in the current language."""

    @click.command("publish", help=_("Put the built site at DEST, in one step, keeping the one before."))
    @click.argument("dest", type=click.Path(path_type=Path))
    @click.option("--roll-back", is_flag=True, help=_("Put the site before back in place instead."))
    def run(dest: Path, *, roll_back: bool) -> int:
        if roll_back:
            put_back(dest)
            say(_("The site before is back at {dest}", dest=dest.as_posix()))
        else:
            publish(workspace().site, dest)
            say(_("Published at {dest}", dest=dest.as_posix()))
        return FINE

    return run


def verify_command() -> click.Command:
    """`phobien verify PATH`, in the current language."""

    @click.command("verify", help=_("Check that a site or a package is complete and unchanged."))
    @click.argument("path", type=click.Path(path_type=Path))
    @click.option(
        "--key", type=click.Path(path_type=Path), help=_("The publisher's public key (.pub), to check the signature.")
    )
    def run(path: Path, key: Path | None) -> int:
        report = verify(path, key)
        for line in report.lines():
            (say if report.ok else complain)(line)
        return FINE if report.ok else WITH_ERRORS

    return run


def init_command() -> click.Command:
    """`phobien init DIR`, in the current language."""

    @click.command("init", help=_("Make an empty library for another office."))
    @click.argument("folder", type=click.Path(path_type=Path), metavar="DIR")
    def run(folder: Path) -> int:
        init_library(folder)
        say(
            _(
                "An empty library lies in {folder}. Next: phobien add, phobien build.",
                folder=folder.as_posix(),
            )
        )
        return FINE

    return run
