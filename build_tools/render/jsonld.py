"""schema.org `Legislation` (an extension modelled on the European Legislation Identifier) as JSON-LD."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from build_tools.data.tables import places
from build_tools.model.citation import RelationKind
from build_tools.model.document import Level
from build_tools.model.library import Edge, Library, Work
from build_tools.render import links
from build_tools.render.akn_names import work_uri
from build_tools.render.context import Context

_PROPERTY: Mapping[RelationKind, str] = {
    RelationKind.IMPLEMENTS: "legislationApplies",
    RelationKind.DETAILS: "legislationApplies",
    RelationKind.GUIDES: "legislationApplies",
    RelationKind.AMENDS: "legislationChanges",
    RelationKind.REPLACES: "legislationChanges",
    RelationKind.REPEALS: "legislationChanges",
    RelationKind.BASED_ON: "isBasedOn",
    RelationKind.CITES: "citation",
    RelationKind.DIRECTED_BY: "citation",
    RelationKind.AT_PROPOSAL_OF: "citation",
}
_COUNTRY = {"@type": "Country", "name": "Việt Nam", "identifier": "VN"}


def legislation(library: Library, work: Work, edges: list[Edge], base_url: str | None = None) -> dict[str, Any]:
    """The node of one work. `edges` are the relations of which it is the source.

    What is not known is left out. Works are named by their Akoma Ntoso address, which does not depend on where the
    site stands; `url` is given only where the site has an address.
    """
    node: dict[str, Any] = {
        "@context": "https://schema.org",
        "@id": f"urn:akn:{work_uri(work).removeprefix('/akn/').replace('/', ':')}",
        "@type": "Legislation",
        "inLanguage": "vi",
        "name": work.title or work.symbol or work.id,
        "legislationIdentifier": work.symbol,
        "legislationType": work.type_name,
        "legislationDate": work.date.isoformat() if work.date else None,
        "legislationPassedBy": {"@type": "Organization", "name": work.issuer} if work.issuer else None,
        "legislationJurisdiction": _jurisdiction(work),
        "url": f"{base_url}{links.published(links.work_page(work.id))}" if base_url else None,
    }
    force = library.forces.get(work.id)
    if force is not None and force.begins and not any(one.partial or one.excepts for one in force.statements):
        until = force.until.isoformat() if force.until else ".."
        node["temporalCoverage"] = f"{force.begins.isoformat()}/{until}"
    entry = library.entries.get(work.id)
    if entry is not None:
        node["encoding"] = {"@type": "MediaObject", "sha256": entry.document.sha256}
    for edge in edges:
        target = library.works.get(edge.target)
        if target is not None and not edge.reported:
            _add(node, _PROPERTY[edge.kind], _stub(target))
    if work.reported:
        # A report on a document, not the document: schema.org keeps the two apart.
        node["@type"] = "NewsArticle"
        node["headline"] = node["name"]
        node = {key: value for key, value in node.items() if not key.startswith("legislation")}
    return {key: value for key, value in node.items() if value}


def _stub(work: Work) -> dict[str, str]:
    name = " ".join(filter(None, (work.type_name, work.symbol))) or work.title or work.id
    return {
        "@type": "Legislation",
        "@id": f"urn:akn:{work_uri(work).removeprefix('/akn/').replace('/', ':')}",
        "name": name,
    }


def _add(node: dict[str, Any], name: str, value: dict[str, str]) -> None:
    held = node.setdefault(name, [])
    if value not in held:
        held.append(value)


def _jurisdiction(work: Work) -> dict[str, Any] | None:
    """The country for central bodies, the province for local ones; None where the text does not say."""
    if work.place:
        kind = next((place.kind for place in places() if place.name == work.place), "")
        name = f"{kind} {work.place}".strip()
        return {"@type": "AdministrativeArea", "name": name[:1].upper() + name[1:], "containedInPlace": _COUNTRY}
    return _COUNTRY if work.level is Level.CENTRAL else None


def json_bytes(node: dict[str, Any]) -> bytes:
    """A node as a file."""
    return (json.dumps(node, ensure_ascii=False, indent=1) + "\n").encode()


def script(node: dict[str, Any]) -> str:
    """A node as a script element for the page: no character in it can end the element or begin markup."""
    text = json.dumps(node, ensure_ascii=False, separators=(",", ":"))
    safe = text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
    return f'<script type="application/ld+json">{safe}</script>'


def embedded(ctx: Context, work: str) -> str:
    """The node of a work for its own page."""
    return script(legislation(ctx.library, ctx.work(work), ctx.edges_from.get(work, []), ctx.options.base_url))
