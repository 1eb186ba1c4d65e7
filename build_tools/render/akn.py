"""Akoma Ntoso 3.0 (OASIS LegalDocML) of a held document: one XML file, valid against the standard's schema.

Identifiers follow the Akoma Ntoso Naming Convention 1.0: FRBR addresses below `/akn/vn/`, and for every part an `eId`
made of the element's short name and the number that the text gives it (`chp_II__art_4__cl_1__point_dd`).
"""

from __future__ import annotations

from typing import Any

from lxml import etree

from build_tools.grammar.slugs import slug
from build_tools.model.citation import CHANGES
from build_tools.model.document import Document, System
from build_tools.model.library import Entry, Library, Work
from build_tools.render.akn_body import Body
from build_tools.render.akn_names import LANGUAGE, NAMESPACE, document_kind, expression_uri, work_uri
from build_tools.render.akn_time import active_modifications, lifecycle, temporal_data

_SOURCE = "#phobien"
_NSMAP: dict[Any, str] = {None: NAMESPACE}


def akn(entry: Entry, library: Library) -> bytes:
    """The document as Akoma Ntoso XML, UTF-8. Relations and citations point to the works of `library`."""
    document, work = entry.document, library.works[entry.id]
    root = etree.Element("akomaNtoso", nsmap=_NSMAP)
    kind = document_kind(work)
    act = etree.SubElement(root, kind, name=slug(work.type_name or "van ban"), contains="originalVersion")
    body = Body(document, library, kind)
    act.append(_meta(entry, work, library, body))
    for part in body.parts():
        act.append(part)
    for index, attachment in enumerate(body.annexes(), start=1):
        _attach(act, attachment, work, index)
    _in_namespace(root)
    return bytes(etree.tostring(root, encoding="UTF-8", xml_declaration=True))


def _in_namespace(root: etree._Element) -> None:
    """Put every element into the standard's name space (they are made without, which keeps the code readable)."""
    for element in root.iter():
        if isinstance(element.tag, str) and not element.tag.startswith("{"):
            element.tag = f"{{{NAMESPACE}}}{element.tag}"
    etree.cleanup_namespaces(root, top_nsmap=_NSMAP)


def _meta(entry: Entry, work: Work, library: Library, body: Body) -> etree._Element:
    meta = etree.Element("meta")
    meta.append(_identification(work, "main"))
    events = lifecycle(library.forces.get(work.id), _SOURCE)
    analysis = active_modifications(entry.document, library, body, _SOURCE)
    meta.extend(part for part in (events, analysis) if part is not None)
    if events is not None:
        meta.append(temporal_data(events, _SOURCE))
    references = etree.SubElement(meta, "references", source=_SOURCE)
    _references(references, entry.document, work, library, body)
    if events is not None:
        _ontology(references, "TLCConcept", "inForce", "có hiệu lực")
    notes = _corrections(entry.document)
    if notes is not None:
        meta.append(notes)
    return meta


def _identification(work: Work, component: str) -> etree._Element:
    """Work, expression and manifestation. The naming convention: `!` before the component."""
    identification = etree.Element("identification", source=_SOURCE)
    uri, text_uri = work_uri(work), expression_uri(work)
    frbr = etree.SubElement(identification, "FRBRWork")
    etree.SubElement(frbr, "FRBRthis", value=f"{uri}/!{component}")
    etree.SubElement(frbr, "FRBRuri", value=uri)
    if work.title:
        etree.SubElement(frbr, "FRBRalias", value=work.title, name="title")
    _dated(frbr, work)
    etree.SubElement(frbr, "FRBRauthor", href="#issuer" if work.issuer else "#unknown")
    etree.SubElement(frbr, "FRBRcountry", value="vn")
    if work.symbol:
        etree.SubElement(frbr, "FRBRnumber", value=work.symbol)
    expression = etree.SubElement(identification, "FRBRExpression")
    etree.SubElement(expression, "FRBRthis", value=f"{text_uri}/!{component}")
    etree.SubElement(expression, "FRBRuri", value=text_uri)
    _dated(expression, work)
    etree.SubElement(expression, "FRBRauthor", href="#issuer" if work.issuer else "#unknown")
    etree.SubElement(expression, "FRBRlanguage", language=LANGUAGE)
    manifestation = etree.SubElement(identification, "FRBRManifestation")
    etree.SubElement(manifestation, "FRBRthis", value=f"{text_uri}/!{component}.xml")
    etree.SubElement(manifestation, "FRBRuri", value=f"{text_uri}.xml")
    _dated(manifestation, work)
    etree.SubElement(manifestation, "FRBRauthor", href=_SOURCE)
    etree.SubElement(manifestation, "FRBRformat", value="application/akn+xml")
    return identification


# The day before which nobody could issue: the Party was founded, the State declared.
_FOUNDED = {System.PARTY: "1930-02-03", System.STATE: "1945-09-02"}


def _dated(holder: etree._Element, work: Work) -> None:
    for date, name in _dates(work):
        etree.SubElement(holder, "FRBRdate", date=date, name=name)


def _dates(work: Work) -> list[tuple[str, str]]:
    """The date and what it is (`FRBRdate/@name`); the schema demands at least one.

    For an undated text bounds that are proven, named as bounds: by what it cites and sets, by the year in its number,
    and at last by the day on which its system began. No day is stated as the day of issue that the text does not say.
    """
    if work.date:
        return [(work.date.isoformat(), "generation")]
    bounds = work.bounds
    found = []
    if bounds and bounds.after:
        found.append((bounds.after.isoformat(), "not-before"))
    if bounds and bounds.before:
        found.append((bounds.before.isoformat(), "not-after"))
    if not found and work.year:
        found = [(f"{work.year}-01-01", "not-before"), (f"{work.year}-12-31", "not-after")]
    return found or [(_FOUNDED.get(work.system or System.OTHER, min(_FOUNDED.values())), "not-before")]


def _references(parent: etree._Element, document: Document, work: Work, library: Library, body: Body) -> None:
    """The works that the text changes, the others that it cites, then the bodies and persons."""
    changed = {relation.target for relation in document.relations if relation.kind in CHANGES and not relation.subject}
    name = " ".join(filter(None, (work.type_name, work.symbol))) or work.title or work.id
    etree.SubElement(parent, "original", eId="original", href=work_uri(work), showAs=name)
    for target in body.cited():
        cited = library.works[target]
        shown = " ".join(filter(None, (cited.type_name, cited.symbol))) or cited.title or cited.id
        values = {"eId": f"ref_{slug(target)}", "href": work_uri(cited), "showAs": shown}
        if target in changed:
            etree.SubElement(parent, "activeRef", attrib=values)
        else:
            etree.SubElement(parent, "TLCReference", attrib=values | {"name": "cites"})
    _ontology(parent, "TLCOrganization", "issuer" if work.issuer else "unknown", work.issuer or "Không rõ")
    _ontology(parent, "TLCOrganization", "phobien", "phobien")
    signers = (document.metadata.signer, *document.metadata.co_signers)
    for index, signer in enumerate(signers, start=1):
        suffix = "" if index == 1 else f"_{index}"
        if signer and signer.name:
            _ontology(parent, "TLCPerson", f"signer{suffix}", signer.name)
        if signer and signer.position:
            _ontology(parent, "TLCRole", f"position{suffix}", signer.position)


def _ontology(parent: etree._Element, element: str, eid: str, name: str) -> None:
    href = f"/akn/ontology/{element.removeprefix('TLC').lower()}/vn/{slug(name)}"
    etree.SubElement(parent, element, eId=eid, href=href, showAs=name)


def _corrections(document: Document) -> etree._Element | None:
    """The editor's corrections as notes; the text of the file is the text as received."""
    if not document.corrections:
        return None
    notes = etree.Element("notes", source=_SOURCE)
    for index, correction in enumerate(document.corrections, start=1):
        note = etree.SubElement(notes, "note", eId=f"note_{index}")
        paragraph = etree.SubElement(note, "p", eId=f"note_{index}__p_1")
        paragraph.text = f"“{correction.original}” → “{correction.replacement}”: {correction.reason}"
    return notes


def _attach(act: etree._Element, main: etree._Element, work: Work, index: int) -> None:
    """One annex, as the standard wants it: a document of its own with its own identification."""
    holder = act.find("attachments")
    if holder is None:
        holder = etree.SubElement(act, "attachments")
    attachment = etree.SubElement(holder, "attachment", eId=f"att_{index}")
    inner = etree.SubElement(attachment, "doc", name="annex")
    meta = etree.SubElement(inner, "meta")
    meta.append(_identification(work, f"annex_{index}"))
    inner.append(main)
