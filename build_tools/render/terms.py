"""Short names and abbreviations: where a document declares them, and those of the tables that symbols are made of."""

from __future__ import annotations

from msgspec import Struct

from build_tools.data.tables import document_types, issuers
from build_tools.grammar.slugs import slug
from build_tools.model.citation import Definition
from build_tools.model.library import Passage
from build_tools.render.context import Context
from build_tools.render.tasks import reading


class Declared(Struct, frozen=True):
    """One declaration of a term: the words it stands for, the passage, the work that is meant where it is one."""

    meaning: str
    passage: Passage
    work: str | None


class Term(Struct, frozen=True):
    """A term with its declarations; `known` is what the tables of facts say it means."""

    anchor: str
    term: str
    declared: tuple[Declared, ...]
    known: tuple[str, ...] = ()


def defined_terms(ctx: Context) -> list[Term]:
    """The terms that documents declare, abbreviations left out, in alphabetical order."""
    return _terms({term: found for term, found in _declared(ctx).items() if not _is_abbreviation(term)}, {})


def abbreviations(ctx: Context) -> list[Term]:
    """The abbreviations that documents declare, and those of kinds and issuers that stand in the symbols of works."""
    declared = {term: found for term, found in _declared(ctx).items() if _is_abbreviation(term)}
    return _terms(declared, _of_symbols(ctx))


def _declared(ctx: Context) -> dict[str, list[Declared]]:
    found: dict[str, list[Declared]] = {}
    for id_, entry in ctx.library.entries.items():
        for definition in entry.document.definitions:
            found.setdefault(definition.term, []).append(_declaration(ctx, id_, definition))
    return found


def _declaration(ctx: Context, work: str, definition: Definition) -> Declared:
    document = ctx.document(work)
    cited = document.citations[definition.citation].target if definition.citation is not None else None
    meaning = " ".join(reading(document, definition.meaning).split())
    passage = Passage(work, definition.span, ctx.anchors(work).at(definition.span))
    return Declared(meaning, passage, cited if cited in ctx.library.works else None)


def _of_symbols(ctx: Context) -> dict[str, list[str]]:
    works = ctx.library.works.values()
    kinds, bodies = {work.type for work in works}, {work.issuer_id for work in works}
    known: dict[str, list[str]] = {}
    for kind in document_types():
        if kind.abbr and kind.abbr in kinds:
            known.setdefault(kind.abbr, []).append(kind.name_vi)
    for body in issuers():
        if body.abbr in bodies:
            known.setdefault(body.abbr, []).append(body.name_vi)
    return known


def _terms(declared: dict[str, list[Declared]], known: dict[str, list[str]]) -> list[Term]:
    anchors: dict[str, int] = {}
    terms = []
    for term in sorted(declared.keys() | known.keys(), key=lambda word: (slug(word), word)):
        base = slug(term) or "x"
        anchors[base] = anchors.get(base, 0) + 1
        anchor = f"tu-{base}" if anchors[base] == 1 else f"tu-{base}--{anchors[base]}"
        meanings = tuple(dict.fromkeys(known.get(term, ())))
        terms.append(Term(anchor, term, tuple(declared.get(term, ())), meanings))
    return terms


def _is_abbreviation(term: str) -> bool:
    """Without small letters: `THADS`, `UBND`."""
    return term == term.upper() and any(char.isalpha() for char in term) and " " not in term.strip()
