"""Relations: what a document does to the documents it cites, and what these do to each other.

Reads: the clean text, the outline, the citations. Writes: `Relation` records, each with the words that prove it. Cues
are rows of `data/relation_phrases.csv`; direction is read from the cue. A relation passes on to the documents that are
only listed after it (`A, B và C`).
"""

from __future__ import annotations

import re

from msgspec import Struct

from build_tools.annotate.cues import Cue, cues, longest_cue
from build_tools.annotate.endings import ended, next_order
from build_tools.annotate.grounds import GROUND, ground_above
from build_tools.annotate.lists import goes_on
from build_tools.annotate.ranks import can_change, narrowed
from build_tools.annotate.surroundings import read_after
from build_tools.annotate.unit_index import UnitIndex
from build_tools.model.citation import CHANGES, Citation, CitationKind, Relation, RelationKind
from build_tools.model.document import Outline, Unit, UnitKind
from build_tools.model.source import CleanText
from build_tools.model.span import Span

_BEFORE = 260
_IN_PART = re.compile(
    r"[ \u00a0](?:một số|một phần|(?:các[ \u00a0])?(?:nội dung[ \u00a0])?quy định[ \u00a0](?:tại|về))[ \u00a0]"
)
_LABEL = re.compile(r"\s*(?:Điều \d+[a-zđ]?\.?|\d+[a-zđ]?[.)]|[a-zđ]\d?\)|[-+*])?\s*")
_LEAD_IN = re.compile(r"(?:hết hiệu lực|bị bãi bỏ|[Bb]ãi bỏ)[^\n]{0,160}:\s*$")
_ALSO_PROPOSED = re.compile(r"[^;\n]{0,60}?(?:,| và)[ \u00a0][^;\n\d]{3,120} tại[ \u00a0]")
_PREAMBLE_KINDS = (UnitKind.PREAMBLE, UnitKind.FOOTNOTE)
_FIRST_BODY = (UnitKind.ARTICLE, UnitKind.HEADING, UnitKind.CHAPTER, UnitKind.PART, UnitKind.PARAGRAPH)


class _Link(Struct, frozen=True):
    """A relation found for one citation; `subject` and `object` are indexes, None for the document itself."""

    kind: RelationKind
    subject: int | None
    object: int
    cue: Span


def find_relations(clean: CleanText, outline: Outline, citations: tuple[Citation, ...]) -> tuple[Relation, ...]:
    """The relations of one document, in the order of the citations."""
    reader = _Reader(clean.text, outline, citations)
    links = [link for index in reader.documents for link in reader.read(index)]
    consolidated = outline.metadata.type == "VBHN"  # its words are those of the acts that it puts together
    return tuple(
        Relation(reader.narrowed(link), link.object, link.cue, link.subject)
        for link in links
        if not reader.same(link.subject, link.object)
        and can_change(link.kind, citations[link.subject] if link.subject is not None else None, citations[link.object])
        and not (consolidated and link.subject is None and link.kind in CHANGES)
    )


def _kind(citation: Citation) -> str | None:
    """The type of an act; a code is a law, and is amended by laws."""
    return "Luật" if citation.type_name == "Bộ luật" else citation.type_name


class _Reader:
    """Reads the relations of one document from left to right."""

    def __init__(self, text: str, outline: Outline, citations: tuple[Citation, ...]) -> None:
        self._text = text
        self._citations = citations
        self._units = UnitIndex(outline.units)
        self.documents = [i for i, c in enumerate(citations) if c.kind is not CitationKind.INTERNAL]
        self._place = {index: place for place, index in enumerate(self.documents)}
        self._last: dict[int, tuple[_Link, ...]] = {}
        self._ends: dict[int, int] = {}
        bodies = [unit.span.start for unit in outline.units if unit.kind in _FIRST_BODY and not unit.quoted]
        self._body_start = min(bodies, default=len(text) if outline.units else 0)
        self._reported = outline.reported

    def narrowed(self, link: _Link) -> RelationKind:
        """What a link is after a look at what it says of how much of the act is meant."""
        partial = _IN_PART.match(self._text, link.cue.end) is not None
        return narrowed(link.kind, self._citations[link.object], partial=partial)

    def same(self, one: int | None, other: int) -> bool:
        """Whether two citations are of one document, which cannot stand in a relation to itself."""
        if one is None:
            return False
        first, second = self._citations[one], self._citations[other]
        return (first.symbol, first.name) == (second.symbol, second.name)

    def read(self, index: int) -> tuple[_Link, ...]:
        """The links of one citation: by its own cue, else by the list it stands in."""
        start = self._citations[index].span.start
        floor = max(0, start - _BEFORE, self._text.rfind("\n", max(0, start - _BEFORE), start) + 1)
        previous = self._previous(index, floor)
        links = self._chained(index, previous) or self._own(index, previous, floor)
        if not links and previous is not None and self._is_listed(previous, index):
            links = self._passed_on(previous, index)
        links = (
            links
            or self._next_order(index, previous)
            or self._after(index)
            or self._in_list(index)
            or self._among_grounds(index, previous)
        )
        if not links and previous is not None and self.same(previous, index):
            self._last[index] = self._passed_on(previous, index)  # a repetition hands on what the list goes on with
            return ()
        self._last[index] = links
        return links

    def _end_with_date(self, end: int) -> int:
        """Where the words about a document end whose name ends at `end`: behind its date and issuer."""
        if end not in self._ends:
            self._ends[end] = read_after(self._text, end).end
        return self._ends[end]

    def _previous(self, index: int, floor: int) -> int | None:
        """The document cited before, in the same block and near enough."""
        place = self._place[index]
        before = self.documents[place - 1] if place else None
        return before if before is not None and self._citations[before].span.end > floor else None

    def _chained(self, index: int, previous: int | None) -> tuple[_Link, ...]:
        """`A về thực hiện B`, `A được sửa đổi bởi B`: the cue stands between two citations of one sentence."""
        if previous is None:
            return ()
        start = self._citations[index].span.start
        between = self._citations[previous].span.end
        sentence = self._text[between:start]
        if re.search(r"[;\n]|\.\s", sentence):
            return ()
        found = longest_cue(self._text, between, start, cues("anywhere", chained=True))
        if found and self._belongs(found[0], between, found[1].start):
            return self._chain_links(found[0], previous, index, found[1])
        return ()

    def _belongs(self, cue: Cue, end: int, at: int) -> bool:
        """Whether only date, issuer, a subject or an opening bracket stand between the earlier document and the cue."""
        tail = self._text[self._end_with_date(end) : at].strip(" \u00a0,(")
        tail = re.sub(r"^(?:đã|đang|sẽ|mới)$", "", tail)
        if not tail:
            return True
        if cue.passive:
            return len(tail) < 240 and not re.search(r"[.;:]\s", tail)
        return bool(re.match(r"(?:về|ban hành|phê duyệt)(?:\s|$)", tail)) and ", " not in tail[-60:]

    def _chain_links(self, cue: Cue, previous: int, index: int, words: Span) -> tuple[_Link, ...]:
        if cue.passive:
            return (_Link(cue.kind, index, self._amended(previous, index), words),)
        subjects = [previous]
        before = self._listed_before(previous)
        if before is not None:
            subjects.insert(0, before)
        return tuple(_Link(cue.kind, subject, index, words) for subject in subjects)

    def _listed_before(self, index: int) -> int | None:
        """`Kế hoạch A và Kế hoạch B về thực hiện C`: A, of the same type as B."""
        place = self._place[index]
        if not place:
            return None
        before = self.documents[place - 1]
        same = self._citations[before].type_name == self._citations[index].type_name
        return before if same and self._is_listed(before, index) else None

    def _amended(self, previous: int, index: int) -> int:
        """The nearest earlier document of the amending act's own type: a decree amends the decree, not the law."""
        wanted = _kind(self._citations[index])
        floor = self._text.rfind("\n", 0, self._citations[index].span.start)
        place = self._place[previous]
        for candidate in reversed(self.documents[: place + 1]):
            citation = self._citations[candidate]
            if citation.span.start < floor or re.search(
                r";|\.\s", self._text[citation.span.end : self._citations[previous].span.start]
            ):
                break
            if _kind(citation) == wanted:
                return candidate
        return previous

    def _own(self, index: int, previous: int | None, floor: int) -> tuple[_Link, ...]:
        """What this document itself does to the citation."""
        start = self._citations[index].span.start
        between = max(floor, self._citations[previous].span.end) if previous is not None else floor
        for scope in self._scopes(start):
            found = longest_cue(self._text, between, start, cues(scope, chained=False))
            if found and (scope != "enacting" or self._begins_sentence(found[1].start)):
                return (_Link(found[0].kind, None, index, found[1]),)
        return ()

    def _scopes(self, offset: int) -> tuple[str, ...]:
        unit = self._units.innermost(offset)
        kinds = {item.kind for item in self._units.ancestors(offset)} if unit else set()
        if UnitKind.TITLE in kinds:
            return ("title",)
        if self._reported or self._units.is_quoted(offset):
            return ()
        if kinds.intersection(_PREAMBLE_KINDS) or (unit is None and offset < self._body_start):
            return ("preamble", "anywhere")
        enacting = UnitKind.ARTICLE in kinds and UnitKind.ANNEX not in kinds
        return ("anywhere", "enacting") if enacting or unit is None else ("anywhere",)

    def _begins_sentence(self, at: int) -> bool:
        """Whether the words at `at` begin their block or follow its label: an order, not a task that is told of."""
        line = self._text.rfind("\n", 0, at) + 1
        if not self._text[at].isupper():
            return False
        if _LABEL.fullmatch(self._text, line, at) or self._text[at - 2 : at] == ". ":
            return True
        unit: Unit | None = self._units.innermost(at)
        return unit is not None and unit.heading_span is not None and unit.heading_span.start == at

    def _is_listed(self, previous: int, index: int) -> bool:
        """Whether nothing but its own date, issuer and subject parts the citation from the one before it."""
        end, start = self._citations[previous].span.end, self._citations[index].span.start
        return goes_on(self._text, self._end_with_date(end), start)

    def _passed_on(self, previous: int, index: int) -> tuple[_Link, ...]:
        """The relation of the citation before, for one that is only listed after it."""
        links = []
        parted = ";" in self._text[self._citations[previous].span.end : self._citations[index].span.start]
        for link in self._last.get(previous, ()):
            if parted and link.subject is not None:
                continue  # a chain does not go on after a semicolon, a list of bases does
            if link.object == previous:
                links.append(_Link(link.kind, link.subject, index, link.cue))
            elif link.subject == previous and not self._is_named_law(index):
                links.append(_Link(link.kind, index, link.object, link.cue))
        return tuple(links)

    def _among_grounds(self, index: int, previous: int | None) -> tuple[_Link, ...]:
        """A further item of a paragraph of grounds: `Căn cứ A; B`, `theo đề nghị của X tại A và Y tại B`."""
        start = self._citations[index].span.start
        line = self._text.rfind("\n", 0, start) + 1
        if self._scopes(start)[:1] != ("preamble",):
            return ()
        if start == line and (above := ground_above(self._text, line)) is not None:
            return (_Link(RelationKind.BASED_ON, None, index, above),)
        if previous is None:
            return ()
        ground = GROUND.match(self._text, line, start)
        if ground and (self._text.endswith("; ", line, start) or self._goes_on(previous, index)):
            return (_Link(RelationKind.BASED_ON, None, index, Span(ground.start("cue"), ground.end("cue"))),)
        if _ALSO_PROPOSED.fullmatch(self._text, self._citations[previous].span.end, start):
            links = self._last.get(previous, ())
            return tuple(
                _Link(one.kind, None, index, one.cue) for one in links if one.kind is RelationKind.AT_PROPOSAL_OF
            )
        return ()

    def _goes_on(self, previous: int, index: int) -> bool:
        """`Căn cứ Nghị định A về … và Nghị định B`: B, of the same type as A, is a ground as A is."""
        start = self._citations[index].span.start
        grounds = any(
            link.kind is RelationKind.BASED_ON and link.subject is None for link in self._last.get(previous, ())
        )
        same = self._citations[previous].type_name == self._citations[index].type_name
        return grounds and same and self._text.endswith(" và ", 0, start)

    def _is_named_law(self, index: int) -> bool:
        """A law with its own name begins a new basis; amending laws are cited by number (`Luật số 90/2025/QH15`)."""
        name = self._citations[index].name
        return name is not None and "sửa đổi" not in name.lower()

    def _next_order(self, index: int, previous: int | None) -> tuple[_Link, ...]:
        """What the same sentence orders next, where this act already does something to the document before."""
        if previous is None or not any(
            one.subject is None and one.kind in CHANGES for one in self._last.get(previous, ())
        ):
            return ()
        found = next_order(self._text, self._citations[previous].span.end, self._citations[index].span.start)
        return (_Link(found[0], None, index, found[1]),) if found else ()

    def _after(self, index: int) -> tuple[_Link, ...]:
        """`A hết hiệu lực kể từ ngày Thông tư này có hiệu lực`."""
        citation = self._citations[index]
        end = self._end_with_date(citation.span.end)
        found = None if self._units.is_quoted(end) else ended(self._text, citation.span.start, end)
        return (_Link(found[0], None, index, found[1]),) if found else ()

    def _in_list(self, index: int) -> tuple[_Link, ...]:
        """An item of `Các văn bản sau đây hết hiệu lực …:`, which begins with the citation."""
        start = self._citations[index].span.start
        line = self._text.rfind("\n", 0, start) + 1
        unit = self._units.innermost(start)
        if unit is None or not _LABEL.fullmatch(self._text, line, start) or self._units.is_quoted(start):
            return ()
        parent = self._units.parent(unit)
        lead = self._text[parent.span.start : unit.span.start].split("\n")[0] if parent else ""
        if not parent or not _LEAD_IN.search(lead):
            return ()
        for cue in cues("list", chained=False):
            match = cue.words.search(lead)
            if match:
                words = Span(parent.span.start + match.start(), parent.span.start + match.end())
                return (_Link(cue.kind, None, index, words),)
        return ()
