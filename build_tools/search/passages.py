"""What of a library can be found: the units of held documents, absent works, role guides and families."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.data.tables import role_row, split_list
from build_tools.i18n import _, long_date
from build_tools.model.library import Family, Guide, Library, Work
from build_tools.search.document import document_passages, work_title
from build_tools.search.passage import SearchPassage
from build_tools.search.roles import called, role_name


def passages_of(library: Library) -> Iterator[SearchPassage]:
    """The passages of one edition, page by page, in a fixed order; nothing that the library does not contain."""
    families = _family_titles(library)
    symbols = {work.id: work.symbol for work in library.works.values() if work.symbol}
    for id_, entry in sorted(library.entries.items()):
        if work := library.works.get(id_):
            head = _work_head(work, families)
            yield from document_passages(head, entry.document, library.guides, symbols)
    for _id, work in sorted(library.works.items()):
        if not work.held:
            yield _work_head(work, families)
    for id_, guide in sorted(library.guides.items()):
        yield _guide(id_, guide)
    for family in sorted(library.families, key=lambda item: item.id):
        yield _family(family, library)


def _family_titles(library: Library) -> dict[str, str]:
    """For each work the title of the first family it belongs to."""
    titles: dict[str, str] = {}
    for family in sorted(library.families, key=lambda item: item.id):
        if root := library.works.get(family.root):
            for member in family.members:
                titles.setdefault(member.work, work_title(root))
    return titles


def _work_head(work: Work, families: dict[str, str]) -> SearchPassage:
    """The passage that stands for a document's page: what the document is called and who issued it when."""
    title = work_title(work)
    about = (work.title, work.issuer, work.place, long_date(work.date) if work.date else None)
    return SearchPassage(
        url=f"van-ban/{work.id}.html",
        title=title,
        text=" · ".join(words for words in about if words and words not in title),
        document=title,
        symbol=work.symbol,
        type_name=work.type_name,
        held=work.held,
        kind=work.type_name or _("Other documents"),
        place=work.place or "",
        family=families.get(work.id, ""),
        depth=0,
    )


def _guide(id_: str, guide: Guide) -> SearchPassage:
    row = role_row(id_)
    name = role_name(id_)
    aliases = (row.name_vi, *split_list(row.aliases), row.name_en) if row else ()
    return SearchPassage(
        url=f"vai-tro/{guide.role.replace('_', '-')}.html",
        title=name,
        text="; ".join(dict.fromkeys(alias for alias in aliases if alias and alias != name)),
        document=name,
        kind=_("Role guide"),
        roles=((id_, name),),
        names=called(name, *aliases),
        depth=0,
    )


def _family(family: Family, library: Library) -> SearchPassage:
    root = library.works.get(family.root)
    title = _("Family of {document}", document=work_title(root) if root else family.id)
    members = [library.works[member.work] for member in family.members if member.work in library.works]
    return SearchPassage(
        url=f"nhom/{family.id}.html",
        title=title,
        text="; ".join(work_title(work) for work in members if work is not root),
        document=title,
        kind=_("Family of documents"),
        family=work_title(root) if root else "",
        cites=tuple(dict.fromkeys(work.symbol for work in members if work.symbol)),
        depth=0,
    )
