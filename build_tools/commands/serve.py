"""`phobien serve`: live preview."""

from __future__ import annotations

import click

from build_tools.commands.common import FINE, edition_option, say, site_language_option, workspace
from build_tools.errors import PhobienError
from build_tools.i18n import _
from build_tools.model.decisions import Edition
from build_tools.pipeline.report import of_error


def command() -> click.Command:
    """The command, in the current language."""

    @click.command("serve", help=_("Preview the site; it is built anew when a file changes."))
    @edition_option()
    @site_language_option()
    @click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True)
    def run(edition: str, site_language: str, port: int) -> int:
        from build_tools.pipeline.build import build
        from build_tools.pipeline.cache import documents_in_memory
        from build_tools.publish import serve

        library = workspace()

        def rebuild() -> None:
            try:
                build(library, Edition(edition), language=site_language, pack=False)
            except PhobienError as error:
                say(of_error(error).sentence())

        watched = (library.source_texts, library.docs, library.root / "mkdocs.yml")
        with documents_in_memory():
            rebuild()
            serve(library.site, watch=watched, rebuild=rebuild, port=port, on_ready=say)
        return FINE

    return run
