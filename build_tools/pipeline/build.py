"""From a library to pages, and from pages to a site: resolve → render → publish."""

from __future__ import annotations

from pathlib import Path

import msgspec
from msgspec import Struct

from build_tools.errors import DocumentError, PhobienError, StopError
from build_tools.fidelity import FidelityFault, check_page
from build_tools.i18n import use_language
from build_tools.model.decisions import Edition
from build_tools.model.findings import Diagnostic
from build_tools.model.library import Entry, Library
from build_tools.model.source import CleanText
from build_tools.pipeline.cache import Cache
from build_tools.pipeline.load import Loaded, Progress, Withheld, load
from build_tools.pipeline.workspace import Workspace
from build_tools.publish import build_site, clean_generated, make_package, sign, signer, site_address, write_manifest
from build_tools.render import Rendered, RenderOptions, render
from build_tools.render.text import body_html
from build_tools.resolve import resolve
from build_tools.search import build_index, passages_of, ui_words


class Converted(Struct, frozen=True):
    """One edition as pages and data files, not yet a site."""

    library: Library
    rendered: Rendered
    withheld: tuple[Withheld, ...]
    errors: tuple[PhobienError, ...]


class Built(Struct, frozen=True):
    """A finished build: where the site and the package lie."""

    converted: Converted
    pages: int
    package: Path | None
    diagnostics: tuple[Diagnostic, ...] = ()


def convert(
    workspace: Workspace, edition: Edition, *, language: str = "vi", progress: Progress | None = None
) -> Converted:
    """Gather, resolve and render one edition, then write its Markdown pages into `docs/`.

    Nothing is written before everything is rendered. Pages of an earlier build, of whichever edition, are removed.
    """
    loaded = load(workspace, edition, progress=progress, cache=Cache(workspace.cache))
    converted = _render(loaded, edition, RenderOptions(language=language, base_url=site_address(workspace.root)))
    clean_generated(workspace.docs)
    for name, text in converted.rendered.pages.items():
        path = workspace.docs / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    return converted


def _render(loaded: Loaded, edition: Edition, options: RenderOptions) -> Converted:
    """Resolve and render; a document of which a word would be lost on its page is left out, and said."""
    errors = list(loaded.errors)
    entries: dict[str, Entry] = {}
    for entry_id, entry in loaded.entries.items():
        if fault := _fault_of_page(entry):
            args = {"expected": fault.expected, "found": fault.found}
            errors.append(DocumentError("words-lost", file=entry.document.file, line=fault.line, **args))
        else:
            entries[entry_id] = entry
    library, rendered = _rendered(entries, loaded, edition, options, errors)
    return Converted(library, rendered, loaded.withheld, tuple(errors))


def _rendered(
    entries: dict[str, Entry], loaded: Loaded, edition: Edition, options: RenderOptions, errors: list[PhobienError]
) -> tuple[Library, Rendered]:
    """Resolve and render; where that fails, without the documents that fail alone: the others are still published."""
    try:
        return _resolved_and_rendered(entries, loaded, edition, options)
    except PhobienError:
        raise
    except Exception as error:
        faulty = {key: problem for key in entries if (problem := _problem(key, entries, loaded, edition, options))}
        if not faulty:
            raise StopError("internal-stop", problem=repr(error)) from error
    for key, problem in faulty.items():
        errors.append(DocumentError("internal-fault", file=entries[key].document.file, problem=problem))
    rest = {key: entry for key, entry in entries.items() if key not in faulty}
    return _rendered(rest, loaded, edition, options, errors)


def _resolved_and_rendered(
    entries: dict[str, Entry], loaded: Loaded, edition: Edition, options: RenderOptions
) -> tuple[Library, Rendered]:
    library = resolve(entries, edition, loaded.matching)
    originals = {key: value for key, value in loaded.originals.items() if key in entries}
    with use_language(options.language):
        return library, render(library, msgspec.structs.replace(options, originals=originals))


def _problem(
    key: str, entries: dict[str, Entry], loaded: Loaded, edition: Edition, options: RenderOptions
) -> str | None:
    """What goes wrong with one document alone; `None` where nothing does."""
    try:
        _resolved_and_rendered({key: entries[key]}, loaded, edition, options)
    except Exception as error:  # noqa: BLE001 (the fault is reported)
        return repr(error)
    return None


def _fault_of_page(entry: Entry) -> FidelityFault | None:
    """The first word that the page would lose or change."""
    document = entry.document
    return check_page(CleanText(document.text, document.blocks, document.origins), body_html(entry))


def build(
    workspace: Workspace,
    edition: Edition,
    *,
    language: str = "vi",
    progress: Progress | None = None,
    key: Path | None = None,
    pack: bool = True,
) -> Built:
    """The whole way: site into `site/` and, with `pack`, the offline package into `dist/`.

    Both are signed where `key` names the file of a private key.
    """
    converted = convert(workspace, edition, language=language, progress=progress)
    with use_language(language):
        index = build_index(passages_of(converted.library))
        extra = {"edition": edition.value, "search": ui_words()}
    files = {**converted.rendered.files, **index}
    report = build_site(workspace.root, workspace.docs, files, workspace.site, language=language, extra=extra)
    manifest = write_manifest(workspace.site)
    if key:
        sign(manifest, key)
    package = None
    if pack:
        by = signer(key) if key else None
        package = make_package(workspace.site, workspace.dist, edition=edition, name="phobien", signer=by)
    return Built(converted, report.pages, package, report.diagnostics)
