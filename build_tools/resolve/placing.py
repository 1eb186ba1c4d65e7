"""Places one change after the other in the text of the act that they change."""

from __future__ import annotations

import re
from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from build_tools.model.change import Change, ChangeKind, ChangePart, Doubt
from build_tools.model.citation import Pinpoint
from build_tools.model.document import Document, Unit
from build_tools.model.force import Step
from build_tools.model.provisions import Provisions, levels
from build_tools.model.span import Span
from build_tools.resolve.changed_act import ChangedAct, parent_of
from build_tools.resolve.drafting import Draft, Patch, words_pattern

_WORDS = (ChangeKind.REPLACE_WORDS, ChangeKind.ADD_WORDS, ChangeKind.REMOVE_WORDS)
_OPEN, _CLOSE = re.compile(r"^\s*[“\"«]"), re.compile(r"[”\"»]\s*[;.,]?\s*$")


class _Inserted(Struct, frozen=True):
    """A provision that an earlier change put in: its text stands in a patch."""

    patch: Patch
    text: str


class Placer:
    """Places changes in one act; `documents` are those of the library by work id."""

    def __init__(self, document: Document, documents: Mapping[str, Document]) -> None:
        self._document = document
        self._documents = documents
        self._provisions = ChangedAct(document)
        self._draft = Draft(document)
        self._names: dict[int, Pinpoint] = {}  # id of a patch: the provision that it holds

    def place(self, step: Step, change: Change, source: Document) -> Step:
        """The step with its units and wordings, or with the reason why it cannot be placed."""
        if change.kind in _WORDS:
            return self._words(step, change, source)
        new = wording(change, source)
        if change.kind is ChangeKind.ADD:
            return self._addition(step, change, new)
        if change.up_to is not None:
            return self._run(step, change)
        found = self._find(change.pinpoint, change.annex)
        if isinstance(found, Doubt):
            return replace(step, doubt=found)
        if isinstance(found, _Inserted):
            return self._inserted(step, found, new, change)
        if change.part is not None:
            return self._part(step, change, found, new)
        return self._whole(step, change, [found], new)

    def _find(self, pinpoint: Pinpoint | None, annex: str | None) -> Unit | _Inserted | Doubt:
        """A unit of the act as it stands, or a provision that an earlier change put in."""
        if pinpoint is None and annex is None:
            return Doubt.UNIT_NOT_NAMED
        units = self._provisions.find(pinpoint, annex)
        if len(units) > 1:
            return Doubt.UNIT_AMBIGUOUS
        if units and self._draft.covering(units[0]) is None:
            return units[0]
        return self._put_in(pinpoint) or Doubt.UNIT_NOT_FOUND

    def _put_in(self, pinpoint: Pinpoint | None) -> _Inserted | None:
        found = []
        for patch in self._draft.patches:
            name = self._names.get(id(patch))
            text = self._quoted_text(patch, name, pinpoint) if name and pinpoint else None
            if text and patch.text.count(text) == 1:
                found.append(_Inserted(patch, text))
        return found[0] if len(found) == 1 else None

    def _quoted_text(self, patch: Patch, name: Pinpoint, wanted: Pinpoint) -> str | None:
        """The words of a patch that are the provision `wanted`."""
        have, want = levels(name), levels(wanted)
        if want == have:
            return patch.text.strip()
        if want[: len(have)] != have or patch.quoted is None:
            return None
        source = self._documents[patch.work]
        units = _in_quotation(source, patch.quoted, Pinpoint(**dict(want[len(have) :])))
        return unquoted(units[0].span.of(source.text)) if len(units) == 1 else None

    def _whole(self, step: Step, change: Change, units: list[Unit], new: str | None) -> Step:
        """New wording for whole units, or none."""
        before = any(self._draft.is_changed(unit.span) for unit in units)
        old = "\n".join(self._draft.read(unit.span) for unit in units)
        for unit in units:
            self._draft.put(unit.span, new or "", step.work, change.quoted)
            self._remember(unit.span, change.pinpoint)
        ids = tuple(unit.id for unit in units)
        return replace(step, units=ids, old=old, new=new, changed_before=before)

    def _remember(self, span: Span, pinpoint: Pinpoint | None) -> None:
        patch = next(p for p in self._draft.patches if p.span == span)
        if pinpoint is not None:
            self._names[id(patch)] = pinpoint

    def _run(self, step: Step, change: Change) -> Step:
        ends = [self._find(pinpoint, change.annex) for pinpoint in (change.pinpoint, change.up_to)]
        first, last = ends
        if not isinstance(first, Unit) or not isinstance(last, Unit) or change.wording is not None:
            return replace(step, doubt=next((one for one in ends if isinstance(one, Doubt)), Doubt.UNIT_NOT_FOUND))
        return self._whole(step, change, self._provisions.run(first, last), None)

    def _part(self, step: Step, change: Change, unit: Unit, new: str | None) -> Step:
        """The heading or the opening words of a unit."""
        span = unit.heading_span if change.part is ChangePart.HEADING else self._opening(unit)
        if span is None or new is None:
            return replace(step, doubt=Doubt.PART)
        before = self._draft.is_changed(span)
        old = self._draft.read(span)
        self._draft.put(span, new, step.work, None)
        return replace(step, units=(unit.id,), old=old, new=new, changed_before=before)

    def _opening(self, unit: Unit) -> Span | None:
        """The words of a unit before the first one inside it; None for a unit that holds no other."""
        inside = [one.span.start for one in self._document.units if one.parent == unit.id and not one.quoted]
        return Span(unit.span.start, min(inside)) if inside else None

    def _addition(self, step: Step, change: Change, new: str | None) -> Step:
        if change.pinpoint is None or new is None:
            return replace(step, doubt=Doubt.UNIT_NOT_NAMED)
        if not isinstance(self._find(change.pinpoint, change.annex), Doubt):
            return replace(step, doubt=Doubt.UNIT_EXISTS)
        behind, inside = self._neighbours(change)
        if behind is None:
            return replace(step, doubt=Doubt.UNIT_NOT_FOUND)
        before = {id(patch) for patch in self._draft.patches}
        self._draft.add(behind, new, inside or behind.span, step.work, change.quoted)
        patch = next(p for p in self._draft.patches if id(p) not in before)
        self._names[id(patch)] = change.pinpoint
        return replace(step, units=(behind.id,), adds=True, new=new)

    def _neighbours(self, change: Change) -> tuple[Unit | None, Span | None]:
        """The unit behind which an added provision goes, and the span of the unit that will hold it."""
        whole = Span(0, len(self._document.text))
        if change.after is not None:
            found = self._find(change.after, change.annex)
            if not isinstance(found, Unit):
                return None, None
            parent = self._provisions.by_id.get(found.parent or "")
            return found, parent.span if parent else whole
        around = parent_of(change.pinpoint) if change.pinpoint else None
        if around is not None:
            found = self._find(around, change.annex)
            return (found, found.span) if isinstance(found, Unit) else (None, None)
        number = change.pinpoint.article if change.pinpoint else None
        before = self._provisions.article_before(number) if number else None
        return before, whole

    def _inserted(self, step: Step, found: _Inserted, new: str | None, change: Change) -> Step:
        """A provision that an earlier act of the library put in is changed again."""
        if change.part is not None:
            return replace(step, doubt=Doubt.PART)
        if found.text == found.patch.text.strip():
            found.patch.text = found.patch.text.replace(found.text, new or "")
            found.patch.work, found.patch.quoted = step.work, change.quoted
        else:
            found.patch.text = found.patch.text.replace(found.text, new or "", 1)
        units = tuple(one.id for one in self._held_at(found.patch))
        return replace(step, units=units, old=found.text, new=new, changed_before=True)

    def _held_at(self, patch: Patch) -> list[Unit]:
        """The unit of the act at whose place a patch stands."""
        exact = [one for one in self._document.units if one.span == patch.span and not one.quoted]
        ends = [one for one in self._document.units if one.span.end == patch.span.start and not one.quoted]
        return (exact or ends)[:1]

    def _words(self, step: Step, change: Change, source: Document) -> Step:
        found = self._find(change.pinpoint, change.annex) if change.pinpoint or change.annex else None
        if isinstance(found, Doubt):
            return replace(step, doubt=found)
        looked_for, make = _exchange(change, source)
        if looked_for is None:
            return replace(step, doubt=Doubt.PART)
        if isinstance(found, _Inserted):
            pattern = words_pattern(looked_for, removed=not make)
            new, count = pattern.subn(make.replace("\\", r"\\"), found.text)
            if not count:
                return replace(step, doubt=Doubt.WORDS_NOT_FOUND)
            found.patch.text = found.patch.text.replace(found.text, new, 1)
            units = tuple(one.id for one in self._held_at(found.patch))
            return replace(step, units=units, old=found.text, new=new, changed_before=True)
        span = found.span if found else self._body()
        before, old = self._draft.is_changed(span), self._draft.read(span)
        if not self._draft.exchange(span, looked_for, make, step.work):
            return replace(step, doubt=Doubt.WORDS_NOT_FOUND)
        units = (found.id,) if found else ()
        return replace(step, units=units, old=old, new=self._draft.read(span), changed_before=before)

    def _body(self) -> Span:
        """The act's articles, for words that are changed wherever they stand."""
        articles = [
            unit.span for unit in self._document.units if unit.parent is None and unit.number and not unit.quoted
        ]
        return Span(min(s.start for s in articles), max(s.end for s in articles)) if articles else Span(0, 0)


def _in_quotation(document: Document, inside: str, pinpoint: Pinpoint) -> list[Unit]:
    """The units inside one quoted unit that a pin-point means."""
    units = tuple(
        replace(unit, quoted=False) for unit in document.units if unit.quoted and unit.id.startswith(f"{inside}.")
    )
    return Provisions(units).matches(pinpoint)


def _exchange(change: Change, source: Document) -> tuple[str | None, str]:
    """The words to look for, and those to put there."""
    old = change.old.of(source.text) if change.old else None
    new = change.wording.of(source.text) if change.wording else ""
    if change.kind is not ChangeKind.ADD_WORDS:
        return old, new
    if change.anchor is None:
        return None, new
    anchor = change.anchor.of(source.text)
    gap = "" if new[:1] in ",;." else " "
    return anchor, f"{new} {anchor}" if change.ahead else f"{anchor}{gap}{new}"


def wording(change: Change, source: Document) -> str | None:
    """The new wording without the quotation marks around it."""
    return unquoted(change.wording.of(source.text)) if change.wording else None


def unquoted(text: str) -> str:
    """`“1. …;”.` as the text itself."""
    return _CLOSE.sub("", _OPEN.sub("", text)).strip()
