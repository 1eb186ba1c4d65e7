"""Hand-written pages in the language of the interface: `gioi-thieu.en.md` takes the place of `gioi-thieu.md`.

A page that has no version in that language is shown as it is written, and says so; generated pages are in the language
already.
"""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files, InclusionLevel

from build_tools.i18n import DEFAULT_LANGUAGE, LANGUAGES, N_, _, use_language
from build_tools.publish.clean import says_generated

_NOTE = N_("This page is written in Vietnamese.")


def choose_languages(config: MkDocsConfig, language: str) -> None:
    """Let this configuration's build take the pages written in `language`."""
    config.plugins["phobien/languages"] = _ChooseLanguages(language)


class _ChooseLanguages(BasePlugin):  # type: ignore[type-arg, no-untyped-call]
    def __init__(self, language: str) -> None:
        self.language = language

    def on_files(self, files: Files, /, **_settings: Any) -> Files:
        pages = {page.src_uri: page for page in files.documentation_pages()}
        versions = {uri: page for uri, page in pages.items() if _language_of(uri)}
        for uri, page in pages.items():
            if uri in versions:
                page.inclusion = InclusionLevel.EXCLUDED
            elif (own := versions.get(f"{uri.removesuffix('.md')}.{self.language}.md")) is not None:
                page.content_string = own.content_string
            elif self.language != DEFAULT_LANGUAGE and not says_generated(page.content_bytes):
                page.content_string = self._with_note(page.content_string)
        return files

    def _with_note(self, text: str) -> str:
        """The page with a sentence on its language at its beginning, behind what stands there for the program."""
        with use_language(self.language):
            note = f'<p class="pb-note">{_(_NOTE)}</p>\n\n'
        end = text.find("\n---\n", 3) if text.startswith("---\n") else -1
        return f"{text[: end + 5]}\n{note}{text[end + 5 :]}" if end >= 0 else note + text


def _language_of(uri: str) -> str:
    """The language that a page's name gives (`x.en.md`); empty for most."""
    suffix = PurePosixPath(PurePosixPath(uri).stem).suffix.removeprefix(".")
    return suffix if suffix in LANGUAGES else ""
