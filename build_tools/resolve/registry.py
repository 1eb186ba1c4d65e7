"""The works of a library: those it holds and those that are only cited, each citation with the work it means.

First the citations of each document are gathered by what they name; what one of them says (date, issuer, place) holds
for all. Then each group is matched with the held documents and with the absent works that others cite. Two candidates
left mean an open question, never a choice.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from build_tools.grammar.laws import fold
from build_tools.model.citation import Citation, CitationKind
from build_tools.model.library import Entry
from build_tools.resolve.identity import (
    Identity,
    Scope,
    can_sign_for,
    fold_symbol,
    merged,
    names_of,
    of_citation,
    of_metadata,
    same_issuer,
    same_time,
    same_type,
)
from build_tools.resolve.naming import absent_id


class Group(Struct, frozen=True):
    """The citations of one document that name the same document: their indexes and what they say together."""

    document: str
    citations: tuple[int, ...]
    identity: Identity


class Doubt(Struct, frozen=True):
    """Something to tell the editor about a group: a diagnostic's code and arguments, for each of its citations."""

    group: Group
    code: str
    args: dict[str, str]


class Registry(Struct, frozen=True):
    """`known` holds the identity of every work by its id, `held` the ids of documents in the library.

    `meant` gives the work of each citation (document id, index); `open` those with two or more candidates.
    """

    known: dict[str, Identity]
    held: frozenset[str]
    meant: dict[tuple[str, int], str]
    open: frozenset[tuple[str, int]]
    subjects: dict[str, tuple[str, ...]]
    doubts: tuple[Doubt, ...]
    twins: tuple[tuple[str, str], ...] = ()


def build_registry(entries: Mapping[str, Entry]) -> Registry:
    """The registry of the documents given, and of nothing else."""
    builder = _Builder(entries)
    twins = tuple(builder.twins())
    for group in sorted(_groups(entries), key=_strength):
        builder.place(group)
    return replace(builder.registry(), twins=twins)


def _strength(group: Group) -> tuple[bool, bool, bool, str, int]:
    """Well-described groups come first, so that the others find them; then by place, so that builds are alike."""
    what = group.identity
    return (not what.is_anchored, what.symbol is None, what.date is None, group.document, group.citations[0])


class _Gathered:
    """The citations of one document, put together by what they name."""

    def __init__(self, place: str | None) -> None:
        self._place = place
        self.indexes: list[list[int]] = []
        self.identities: list[Identity] = []
        self._by_name: dict[str, list[int]] = {}

    def add(self, index: int, citation: Citation) -> None:
        """Put a citation to the only group that it can belong to, or to a new one."""
        identity = of_citation(citation, self._place)
        alike = {place for name in names_of(identity) for place in self._by_name.get(name, ())}
        fitting = [place for place in sorted(alike) if _within_document(self.identities[place], identity)]
        if len(fitting) == 1:
            place = fitting[0]
            self.indexes[place].append(index)
            self.identities[place] = merged(self.identities[place], identity)
        else:
            place = len(self.indexes)
            self.indexes.append([index])
            self.identities.append(identity)
        for name in names_of(self.identities[place]):
            places = self._by_name.setdefault(name, [])
            if place not in places:
                places.append(place)


def _groups(entries: Mapping[str, Entry]) -> Iterator[Group]:
    for document in sorted(entries):
        gathered = _Gathered(entries[document].document.metadata.place)
        citations = entries[document].document.citations
        for dated in (True, False):  # what is dated comes first, so that the undated finds it
            for index, citation in enumerate(citations):
                if citation.kind is not CitationKind.INTERNAL and (citation.date is not None) == dated:
                    gathered.add(index, citation)
        for indexes, identity in zip(gathered.indexes, gathered.identities, strict=True):
            yield Group(document, tuple(sorted(indexes)), identity)


def _within_document(known: Identity, identity: Identity) -> bool:
    """Within one document a name stands for one thing unless something said of it differs."""
    return (
        _same_name(known, identity, by_law_name=True)
        and same_type(known, identity)
        and same_time(known, identity) is not False
        and same_issuer(known, identity) is not False
    )


def _same_name(one: Identity, other: Identity, *, by_law_name: bool) -> bool:
    if one.symbol and other.symbol:
        return fold_symbol(one.symbol) == fold_symbol(other.symbol)
    return bool(by_law_name and one.name and other.name and fold(one.name) == fold(other.name))


class _Builder:
    def __init__(self, entries: Mapping[str, Entry]) -> None:
        self._known = {
            name: of_metadata(entry.document.metadata)
            for name, entry in sorted(entries.items())
            if not entry.document.reported
        }
        self._held = frozenset(entries)
        self._by_name: dict[str, list[str]] = {}
        for work, identity in self._known.items():
            self._index(work, identity)
        self._dates = {name: entry.document.metadata.date for name, entry in entries.items()}
        self._citations = {name: entry.document.citations for name, entry in entries.items()}
        self._meant: dict[tuple[str, int], str] = {}
        self._open: set[tuple[str, int]] = set()
        self._subjects: dict[str, list[str]] = {}
        self._doubts: list[Doubt] = []

    def twins(self) -> Iterator[tuple[str, str]]:
        """Held documents that have one identity: symbol, type, time and issuer."""
        for works in self._by_name.values():
            for place, first in enumerate(works):
                for second in works[place + 1 :]:
                    one, other = self._known[first], self._known[second]
                    alike = _same_name(one, other, by_law_name=False) and same_type(one, other)
                    if alike and same_time(one, other) and same_issuer(one, other) and {first, second} <= self._held:
                        yield first, second

    def _index(self, work: str, identity: Identity) -> None:
        for name in names_of(identity):
            works = self._by_name.setdefault(name, [])
            if work not in works:
                works.append(work)

    def place(self, group: Group) -> None:
        """Decide which work a group means."""
        candidates = self._candidates(group)
        if group.identity.symbol and group.identity.name:
            candidates = self._joined(candidates)
        if len(candidates) > 1:
            self._open.update((group.document, index) for index in group.citations)
            self._doubts.append(Doubt(group, "citation-ambiguous", {"candidates": ", ".join(candidates)}))
            return
        work = candidates[0] if candidates else self._new(group)
        if candidates and work not in self._held:
            self._known[work] = merged(self._known[work], group.identity)
            self._index(work, self._known[work])
        for index in group.citations:
            self._meant[group.document, index] = work
            subject = self._citations[group.document][index].subject
            if subject:
                self._subjects.setdefault(work, []).append(subject)

    def _joined(self, works: list[str]) -> list[str]:
        """One work for two absent ones that a citation with both number and name shows to be the same."""
        numbered = [work for work in works if self._known[work].symbol]
        named = [work for work in works if not self._known[work].symbol and work not in self._held]
        if len(numbered) != 1 or len(works) != 2 or len(named) != 1:
            return works
        keep, drop = numbered[0], named[0]
        self._known[keep] = merged(self._known[keep], self._known.pop(drop))
        self._meant = {place: keep if work == drop else work for place, work in self._meant.items()}
        self._subjects.setdefault(keep, []).extend(self._subjects.pop(drop, ()))
        self._by_name = {name: [w for w in found if w != drop] for name, found in self._by_name.items()}
        self._index(keep, self._known[keep])
        return [keep]

    def _candidates(self, group: Group) -> list[str]:
        """The works that the group can mean: the exact ones if there are any."""
        identity = group.identity
        own = self._known.get(group.document)
        if own is not None and identity.symbol and _within_document(own, identity):
            return [group.document]  # `(Kèm theo Kế hoạch số …)`: the document names itself
        alike = sorted({work for name in names_of(identity) for work in self._by_name.get(name, ())})
        named = [
            work
            for work in alike
            if _same_name(self._known[work], identity, by_law_name=self._may_mean(group, work, self._known[work]))
            and same_type(self._known[work], identity)
        ]
        proven = [work for work in named if same_issuer(self._known[work], identity) is True]
        if any(same_issuer(self._known[work], identity) is None for work in named) and not proven:
            self._doubts += [Doubt(group, "citation-issuer-open", {}) for work in named if work in self._held][:1]
        found = self._in_time(group, proven)
        if identity.symbol is None:  # a mere name proves neither the held law nor a newer one that others cite
            found = [*found, *(work for work in alike if work not in found and self._is_newer(group, work, found))]
        return found

    def _may_mean(self, group: Group, work: str, known: Identity) -> bool:
        """Whether a law's name can mean this work although one of the two bears no number.

        A name with its year is one law. A name alone means the held law if that is not younger than who cites it; an
        absent law of some year that another document cites is no answer.
        """
        identity = group.identity
        if known.symbol and identity.symbol:
            return False
        if identity.year and known.year:
            return identity.year == known.year
        if work not in self._held:
            return not identity.year and not known.year and not identity.symbol
        cited_on = self._dates[group.document]
        return known.date is not None and (cited_on is None or known.date <= cited_on)

    def _is_newer(self, group: Group, work: str, found: list[str]) -> bool:
        """Whether an absent law is younger than the held one of that name: laws are made anew under old names."""
        identity, known, cited_on = group.identity, self._known[work], self._dates[group.document]
        if identity.year or identity.name is None or work in self._held or not known.year or not known.name:
            return False
        held = [self._known[other].year for other in found if other in self._held]
        in_time = cited_on is None or known.year <= cited_on.year
        return in_time and fold(known.name) == fold(identity.name) and any(year and year < known.year for year in held)

    def _in_time(self, group: Group, works: list[str]) -> list[str]:
        """Those whose date agrees; a number that holds its own year needs no date."""
        identity, fitting = group.identity, []
        for work in works:
            known = self._known[work]
            agrees = same_time(known, identity)
            unique = (
                identity.symbol is not None and identity.year is not None and f"/{identity.year}/" in identity.symbol
            )
            if agrees is False and work in self._held:
                self._doubts.append(Doubt(group, "cited-date-differs", _dates(known, identity, work)))
            self._compare_issuers(group, work, known)
            if agrees is not False or (unique and identity.symbol == known.symbol):
                fitting.append(work)
        exact = [work for work in fitting if same_time(self._known[work], identity)]
        held = [work for work in fitting if work in self._held and not identity.symbol]
        return exact if len(exact) == 1 else held or fitting

    def _compare_issuers(self, group: Group, work: str, known: Identity) -> None:
        """Tell the editor where a citation names another central body than the document itself."""
        cited, named = group.identity.issuer, known.issuer
        central = work in self._held and group.identity.scope is Scope.CENTRAL
        if central and cited and named and not can_sign_for(cited, named):
            self._doubts.append(Doubt(group, "cited-issuer-differs", {"work": work, "held": named, "cited": cited}))

    def _new(self, group: Group) -> str:
        """A new absent work; a taken id takes a number."""
        plain = absent_id(group.identity)
        work, number = plain, 2
        while work in self._known or work in self._held:
            work, number = f"{plain}-{number}", number + 1
        self._known[work] = group.identity
        self._index(work, group.identity)
        return work

    def registry(self) -> Registry:
        """What has been decided."""
        return Registry(
            known=self._known,
            held=self._held,
            meant=self._meant,
            open=frozenset(self._open),
            subjects={work: tuple(words) for work, words in self._subjects.items()},
            doubts=tuple(self._doubts),
        )


def _dates(known: Identity, identity: Identity, work: str) -> dict[str, str]:
    held = known.date.isoformat() if known.date else str(known.year)
    cited = identity.date.isoformat() if identity.date else str(identity.year)
    return {"work": work, "held": held, "cited": cited}
