"""Changes and time in Akoma Ntoso: what the act changes in others, and from when it has effect.

Only what is placed exactly and dated surely is stated as such; a change that is not is marked `incomplete`.
"""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from build_tools.model.change import Change, ChangeKind
from build_tools.model.citation import Pinpoint
from build_tools.model.document import Document
from build_tools.model.force import Force
from build_tools.model.library import Library
from build_tools.render.akn_body import Body
from build_tools.render.akn_names import eid_number, work_uri

_TYPES: Mapping[ChangeKind, str] = {
    ChangeKind.AMEND: "substitution",
    ChangeKind.ADD: "insertion",
    ChangeKind.REPEAL: "repeal",
    ChangeKind.REPLACE: "substitution",
    ChangeKind.REPLACE_WORDS: "substitution",
    ChangeKind.ADD_WORDS: "insertion",
    ChangeKind.REMOVE_WORDS: "repeal",
}
_SHORT = (
    ("part", "part"),
    ("chapter", "chp"),
    ("section", "sec"),
    ("subsection", "subsec"),
    ("article", "art"),
    ("clause", "cl"),
    ("point", "point"),
    ("item", "indent"),
)


def active_modifications(document: Document, library: Library, body: Body, source: str) -> etree._Element | None:
    """The `analysis` of an act that changes others; None for one that changes nothing known."""
    made = etree.Element("activeModifications")
    for index, change in enumerate(document.changes, start=1):
        work = library.works.get(change.target or "")
        place = body.place_of(change.unit, change.quoted)
        if work is not None and place is not None:
            _textual(made, index, change, work_uri(work), place, body)
    if not len(made):
        return None
    analysis = etree.Element("analysis", source=source)
    analysis.append(made)
    return analysis


def _textual(made: etree._Element, index: int, change: Change, act: str, place: str, body: Body) -> None:
    values = {"eId": f"am_{index}", "type": _TYPES[change.kind]}
    if change.doubt:
        values["incomplete"] = "true"
    modification = etree.SubElement(made, "textualMod", attrib=values)
    etree.SubElement(modification, "source", href=f"#{place}")
    target = {"href": f"{act}/!main{_fragment(change.after or change.pinpoint)}"}
    if change.after:
        target["pos"] = "after"
    if change.up_to:
        target["upTo"] = f"{act}/!main{_fragment(change.up_to)}"
    etree.SubElement(modification, "destination", attrib=target)
    quoted = body.eid(change.quoted)
    if quoted:
        etree.SubElement(modification, "new", href=f"#{quoted}")


def _fragment(pinpoint: Pinpoint | None) -> str:
    """`~art_5__cl_2`: the provision by the naming convention; an article is enough from above."""
    if pinpoint is None:
        return ""
    parts = [(short, getattr(pinpoint, level)) for level, short in _SHORT if getattr(pinpoint, level)]
    return "~" + "__".join(f"{short}_{eid_number(value)}" for short, value in parts)


def lifecycle(force: Force | None, source: str) -> etree._Element | None:
    """The events of an act whose first day of effect is sure."""
    if force is None or force.begins is None or any(one.partial or one.excepts for one in force.statements):
        return None
    events = etree.Element("lifecycle", source=source)
    _event(events, "effect", force.begins.isoformat(), "generation")
    if force.until:
        _event(events, "end", force.until.isoformat(), "repeal")
    return events


def _event(events: etree._Element, eid: str, day: str, kind: str) -> None:
    etree.SubElement(events, "eventRef", eId=f"e_{eid}", date=day, type=kind, source="#original")


def temporal_data(events: etree._Element, source: str) -> etree._Element:
    """The time of effect that the events bound."""
    data = etree.Element("temporalData", source=source)
    group = etree.SubElement(data, "temporalGroup", eId="tmpg_1")
    values = {"start": "#e_effect", "refersTo": "#inForce"}
    if len(events) > 1:
        values["end"] = "#e_end"
    etree.SubElement(group, "timeInterval", attrib=values)
    return data
