"""What every kind of page may ask: the library, looked up; fragments of HTML with links that fit their page."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache, cached_property
from itertools import groupby
from pathlib import Path

import jinja2
from markupsafe import Markup

from build_tools.data.tables import role_row, split_list
from build_tools.i18n import DEFAULT_LANGUAGE, _, language, long_date, short_date
from build_tools.model.anchors import Anchors
from build_tools.model.document import Document, Unit
from build_tools.model.duty import Deadline, Duty
from build_tools.model.library import Edge, Library, Passage, Work
from build_tools.model.provisions import Provisions
from build_tools.render import links, names
from build_tools.render.page import RenderOptions
from build_tools.render.sentences import Sentence, sentence
from build_tools.render.tasks import DocumentTasks, Task, document_tasks, reading

_TEMPLATES = Path(__file__).parent / "templates"


class Context:
    """One rendering of one library. It only looks things up; it infers nothing."""

    def __init__(self, library: Library, options: RenderOptions) -> None:
        self.library = library
        self.options = options
        self.pages: tuple[str, ...] = ()
        """The paths of all pages, known when the data files are made."""
        self._anchors: dict[str, Anchors] = {}
        self._units: dict[str, dict[str, Unit]] = {}
        self._provisions: dict[str, Provisions] = {}
        self._env = _environment()

    def document(self, work: str) -> Document:
        """The document of a held work."""
        return self.library.entries[work].document

    def work(self, id_: str) -> Work:
        """A work, held or absent."""
        return self.library.works[id_]

    def anchors(self, work: str) -> Anchors:
        """The anchors of a held document, made once."""
        if work not in self._anchors:
            self._anchors[work] = Anchors.of(self.document(work))
        return self._anchors[work]

    def units(self, work: str) -> Mapping[str, Unit]:
        """The units of a held document by id."""
        if work not in self._units:
            self._units[work] = {unit.id: unit for unit in self.document(work).units}
        return self._units[work]

    def provisions(self, work: str) -> Provisions:
        """What finds the cited units of a held document, made once."""
        if work not in self._provisions:
            self._provisions[work] = Provisions(self.document(work).units)
        return self._provisions[work]

    def quote(self, passage: Passage) -> str:
        """The words of a passage, on one line."""
        return " ".join(passage.span.of(self.document(passage.document).text).split())

    def sentence(self, passage: Passage) -> Sentence:
        """A passage within the sentence in which it stands, in the corrected reading."""
        document = self.document(passage.document)
        block = document.blocks[self.anchors(passage.document).block_at(passage.span.start)].span
        return sentence(document, block, passage.span)

    def where(self, passage: Passage) -> str:
        """The unit in which a passage begins, as people cite it (`mục II.1`); empty for one outside all units."""
        anchors = self.anchors(passage.document)
        owner = anchors.owner(anchors.block_at(passage.span.start)) if self.document(passage.document).blocks else None
        return names.unit_name(self.units(passage.document), owner.id if owner else None)

    def places(self, passages: Sequence[Passage]) -> list[tuple[str, Passage]]:
        """The places of passages as people cite them, each place once, with its first passage."""
        found: dict[str, Passage] = {}
        for passage in passages:
            found.setdefault(self.where(passage), passage)
        return list(found.items())

    def duty(self, work: str, id_: str) -> Duty:
        """A duty of a held document."""
        return self._duties[work][id_]

    def deadline(self, work: str, id_: str | None) -> Deadline | None:
        """A deadline of a held document; None for None."""
        return self._deadlines[work][id_] if id_ else None

    @cached_property
    def _duties(self) -> dict[str, dict[str, Duty]]:
        return {id_: {d.id: d for d in entry.document.duties} for id_, entry in self.library.entries.items()}

    @cached_property
    def _deadlines(self) -> dict[str, dict[str, Deadline]]:
        return {id_: {d.id: d for d in entry.document.deadlines} for id_, entry in self.library.entries.items()}

    @cached_property
    def tasks(self) -> dict[str, DocumentTasks]:
        """The duties of every held document as readers see them, in the order of the works' ids."""
        return {
            id_: document_tasks(entry, self.anchors(id_), self.units(id_))
            for id_, entry in sorted(self.library.entries.items())
        }

    def task(self, work: str, duty: str) -> Task:
        """A duty of a held document as readers see it."""
        return self._tasks[work][duty]

    @cached_property
    def role_names(self) -> dict[str, tuple[str, ...]]:
        """How the documents of this edition name each role, the most usual form first."""
        counts: dict[str, Counter[str]] = defaultdict(Counter)
        for entry in self.library.entries.values():
            for mention in entry.document.mentions:
                name = " ".join(reading(entry.document, mention.span).split())
                counts[mention.role][name[:1].upper() + name[1:]] += 1
        return {role: tuple(name for name, _count in found.most_common()) for role, found in counts.items()}

    @cached_property
    def members_of(self) -> dict[str, list[str]]:
        """The roles with a guide that belong to a role, those first that the documents charge most."""
        found: dict[str, list[str]] = defaultdict(list)
        guides = self.library.guides
        for role in sorted(guides, key=lambda role: (-len(guides[role].own), role)):
            row = role_row(role)
            for parent in split_list(row.parents) if row else ():
                found[parent].append(role)
        return found

    @cached_property
    def _tasks(self) -> dict[str, dict[str, Task]]:
        return {id_: found.by_id() for id_, found in self.tasks.items()}

    @cached_property
    def edges_from(self) -> dict[str, list[Edge]]:
        """The relations in which a work is the source."""
        return _grouped(self.library.edges, "source")

    @cached_property
    def edges_to(self) -> dict[str, list[Edge]]:
        """The relations in which a work is the target."""
        return _grouped(self.library.edges, "target")

    @cached_property
    def families_of(self) -> dict[str, list[str]]:
        """The families that a work belongs to."""
        found: dict[str, list[str]] = defaultdict(list)
        for family in self.library.families:
            for member in family.members:
                found[member.work].append(family.id)
        return found

    def citations_from(self, work: str) -> Iterator[tuple[str, Passage]]:
        """The works that a held document cites, each with the citing passage, in text order; none for an absent one."""
        if work not in self.library.entries:
            return
        anchors = self.anchors(work)
        for citation in self.document(work).citations:
            if citation.target in self.library.works:
                yield citation.target, Passage(work, citation.span, anchors.at(citation.span))

    def fragment(self, page: str, template: str, **values: object) -> Markup:
        """HTML from a template, for use on `page`.

        Every value is escaped. The template knows `_`, the names of `names` and the links below, all bound to `page`;
        `vi` marks the words of documents as Vietnamese where the page is not.
        """
        known = {"to": Links(self, page), "ctx": self, "page": page}
        vi = Markup("") if language() == DEFAULT_LANGUAGE else Markup(' lang="vi"')
        return Markup(self._env.get_template(template).render(**values, **known, vi=vi))  # noqa: S704


class Links:
    """Links from one page, for templates: `to.work(id)`, `to.passage(p)` and so on."""

    def __init__(self, ctx: Context, page: str) -> None:
        self._ctx = ctx
        self._page = page

    def page(self, path: str, anchor: str = "") -> str:
        """A page of the site, or a place on it."""
        return links.href(self._page, path, anchor)

    def work(self, id_: str, anchor: str = "") -> str:
        """The page of a document."""
        return self.page(links.work_page(id_), anchor)

    def passage(self, passage: Passage) -> str:
        """The place of a passage on the page of its document."""
        return self.work(passage.document, passage.anchor)

    def role(self, id_: str) -> str:
        """A role's guide."""
        return self.page(links.role_page(id_))

    def family(self, id_: str) -> str:
        """A family's page."""
        return self.page(links.family_page(id_))

    def file(self, path: str) -> str:
        """A data file."""
        return links.file_href(self._page, path)

    def has_guide(self, role: str | None) -> bool:
        """Whether the edition has a guide for a role."""
        return role in self._ctx.library.guides


@cache
def _environment() -> jinja2.Environment:
    """Made once: a preview renders again and again, and compiling the templates takes longer than filling them."""
    env = jinja2.Environment(
        loader=jinja2.FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.globals |= {"_": _, "names": names, "links": links}
    env.filters |= {"long_date": _long, "short_date": _short, "groupby_run": _runs}
    return env


def _runs(items: Sequence[object], *names: str) -> list[tuple[tuple[object, ...], list[object]]]:
    """Neighbours that agree in all the named attributes, with what they agree in."""
    groups = groupby(items, key=lambda item: tuple(getattr(item, name) for name in names))
    return [(key, list(members)) for key, members in groups]


def _long(day: date) -> str:
    return long_date(day)


def _short(day: date) -> str:
    return short_date(day)


def _grouped(edges: tuple[Edge, ...], end: str) -> dict[str, list[Edge]]:
    found: dict[str, list[Edge]] = defaultdict(list)
    for edge in edges:
        found[getattr(edge, end)].append(edge)
    return found
