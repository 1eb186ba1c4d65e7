"""The guide of a role: what to do, by when, in which part, what is forbidden, what one answers for, where it says so.

The answer first; every item with its quotation and the link to the passage.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from msgspec import Struct

from build_tools.data.rows import Role
from build_tools.i18n import N_, _, short_date
from build_tools.model.library import Guide, Library
from build_tools.render import facets, links, names, words
from build_tools.render.calendars import has_day
from build_tools.render.context import Context
from build_tools.render.exports import role_file, role_items
from build_tools.render.guide_foot import foot
from build_tools.render.guide_items import (
    BANNED,
    EXEMPT,
    LIABLE,
    POWERS,
    REQUESTED,
    TITLES,
    WORK,
    Contents,
    Item,
    contents,
    in_pages,
    is_large,
    of_group,
)
from build_tools.render.guide_views import Views, edition_note
from build_tools.render.headings import heading
from build_tools.render.page import Page

_MOST_MENTIONS = 40
MOST_DAYS, MOST_DOCUMENTS, MOST_OPEN_DOCUMENTS = 40, 20, 2
"""Days and documents that the summary names; of more it says how many there are. More documents than the last fold."""
WIDER = "qua-nhom-rong-hon"
MENTIONS = "doan-nhac-den"


def checklist_page(role: str) -> str:
    """The page to print for a role."""
    return f"{links.role_page(role).removesuffix('.md')}-ban-in.md"


def guide_page(role: str, number: int) -> str:
    """The path of one page of a guide; the first is the guide itself."""
    first = links.role_page(role)
    return first if number == 1 else f"{first.removesuffix('.md')}-trang-{number}.md"


def pages(library: Library, ctx: Context) -> Iterator[Page]:
    """One guide for each role that the documents name; a very long one goes on over several pages."""
    for _role, guide in sorted(library.guides.items()):
        found = contents(guide, ctx.task)
        summary = _summary(ctx, guide, found)
        parts = in_pages(found.own)
        for number, own in enumerate(parts, start=1):
            yield _page(ctx, summary, own, number, len(parts))


class Summary(Struct, frozen=True):
    """What all pages of a guide say of the whole, found once: a guide of a large library has dozens of pages."""

    guide: Guide
    found: Contents
    answer: str
    days: list[tuple[str, str, tuple[Item, ...]]]
    documents: tuple[str, ...]
    calendar: bool
    basis: str


def _summary(ctx: Context, guide: Guide, found: Contents) -> Summary:
    based_on = documents(found)
    return Summary(
        guide=guide,
        found=found,
        answer=answer(found),
        days=days(found),
        documents=based_on,
        calendar=any(has_day(item) for item in role_items(ctx, guide)),
        basis=edition_note(ctx, based_on) if based_on else "",
    )


def _page(ctx: Context, summary: Summary, own: dict[str, tuple[Item, ...]], number: int, last: int) -> Page:
    guide, found = summary.guide, summary.found
    path = guide_page(guide.role, number)
    name = names.role_name(guide.role)
    views = Views(ctx, path)
    shown = Contents(own, found.wider if number == last else {})
    choices = facets_of(ctx, shown, views)
    parts = [facets.controls(choices), str(_head(ctx, summary, path, views)), facets.labels(choices)]
    parts += [_section(ctx, path, views, group, items, found.count(group)) for group, items in own.items()]
    named, wider = [_mentions(ctx, guide, path, views, opened=not found.own)], _wider(ctx, path, views, shown)
    parts += wider + named if found.own else named + wider
    others = [guide_page(guide.role, n) for n in range(1, last + 1)]
    parts.append(str(ctx.fragment(path, "guide_pages.html.j2", others=others, number=number)))
    parts.append(foot(ctx, guide, found, path, summary.basis))
    title = name if number == 1 else _("{role}, page {number}", role=name, number=number)
    return Page(
        path=path,
        title=title,
        above=str(ctx.fragment(path, "crumbs.html.j2", trail=trail(guide.role))),
        body="\n\n".join(part.strip() for part in parts if part.strip()),
        kind="guide",
        description=f"{title}: {summary.answer}",
    )


def trail(role: str) -> tuple[tuple[str, str | None, str], ...]:
    """`Vai trò ▸ Cấp xã`."""
    row = names.role(role)
    level = (level_of(row), links.ROLES, row.level or "any") if row else ("", None, "")
    return tuple(step for step in ((_("Roles"), links.ROLES, ""), level) if step[0])


def level_of(row: Role) -> str:
    """The heading under which the index lists a role."""
    return {
        "central": _("Central bodies"),
        "province": _("Province"),
        "district": _("District (until 30 June 2025)"),
        "commune": _("Commune"),
        "sector": _("Judicial and professional titles"),
    }.get(row.level, _("At any level"))


def answer(found: Contents) -> str:
    """The first line in words: how much is laid on this role, or that nothing is laid on it by name."""
    words_ = " · ".join(said for said, _anchor in counted(found))
    if found.own:
        return f"{words_}."
    nothing = _("The documents in this library name this role but charge it with nothing.")
    return f"{nothing} {words_}." if words_ else nothing


def counted(found: Contents) -> list[tuple[str, str]]:
    """How much of each sort is laid on this role, each with the anchor of its first heading on the guide."""
    work = next((group for group in WORK if found.count(group)), "")
    parts = [(_("{count} tasks assigned directly", count=found.work()), work)] if work else []
    parts += [(_(said, count=found.count(group)), group) for group, said in _COUNTED if found.count(group)]
    wider = [(_("{count} through wider groups"), found.through_groups())]
    wider += [(_("{count} of others, together with such groups"), found.partnered())]
    return parts + [(said.format(count=count), WIDER) for said, count in wider if count]


_COUNTED = (
    (REQUESTED, N_("{count} tasks asked of it")),
    (BANNED, N_("{count} prohibitions")),
    (POWERS, N_("{count} powers")),
    (LIABLE, N_("{count} passages on liability")),
    (EXEMPT, N_("{count} cases of less or no liability")),
)


def _head(ctx: Context, summary: Summary, path: str, views: Views) -> str:
    role = summary.guide.role
    return str(
        ctx.fragment(
            path,
            "guide_head.html.j2",
            charged=bool(summary.found.own),
            counted=[(said, _place_of(summary, anchor)) for said, anchor in counted(summary.found)],
            days=summary.days,
            documents=summary.documents,
            most_days=MOST_DAYS,
            most_documents=MOST_DOCUMENTS,
            most_open=MOST_OPEN_DOCUMENTS,
            checklist=checklist_page(role),
            ics=role_file(role, "ics"),
            csv=role_file(role, "csv"),
            calendar=summary.calendar,
            validity=_validity(names.role(role)),
            views=views,
        )
    )


def _place_of(summary: Summary, anchor: str) -> tuple[str, str]:
    """The page of the guide on which a heading first stands, and its anchor."""
    parts = in_pages(summary.found.own)
    number = next((n for n, own in enumerate(parts, start=1) if anchor in own), len(parts))
    return guide_page(summary.guide.role, number), anchor


def _validity(row: Role | None) -> str:
    """Since or until when the body exists, where the table says so."""
    if row is None:
        return ""
    since = dt.date.fromisoformat(row.valid_from) if row.valid_from else None
    until = dt.date.fromisoformat(row.valid_until) if row.valid_until else None
    said = [_("exists since {day}", day=short_date(since))] if since else []
    said += [_("existed until {day}", day=short_date(until))] if until else []
    return "; ".join(said)


def days(found: Contents) -> list[tuple[str, str, tuple[Item, ...]]]:
    """The dated deadlines in order, each once: the last day that counts, how the text limits it, and what is due."""
    dated: dict[tuple[str, str], list[Item]] = {}
    for item in found.items():
        day = None if item.partner else words.counting_day(item.task.deadline)
        if day:
            dated.setdefault((day.isoformat(), words.deadline(item.task.deadline)), []).append(item)
    return [(day, when, tuple(items)) for (day, when), items in sorted(dated.items(), key=lambda pair: pair[0])]


def documents(found: Contents) -> tuple[str, ...]:
    """The documents that the guide quotes, by the number of their items."""
    counts: dict[str, int] = {}
    for item in found.items():
        counts[item.task.document] = counts.get(item.task.document, 0) + 1
    return tuple(sorted(counts, key=lambda id_: (-counts[id_], id_)))


def facets_of(ctx: Context, found: Contents, views: Views) -> tuple[facets.Facet, ...]:
    """The filters of a guide that offer a choice."""
    values = [views.values(item) for item in found.items()]
    works = [ctx.work(id_) for id_ in documents(found)]
    labels = {
        "place": (_("Place"), facets.place_labels(works)),
        "family": (_("By"), facets.family_labels(ctx, documents(found))),
        "part": (_("Part"), {capacity.value: _(word) for capacity, word in words.CAPACITY.items()}),
    }
    return facets.useful(
        facets.facet(name, label, options, [value[name] for value in values])
        for name, (label, options) in labels.items()
    )


def _section(ctx: Context, path: str, views: Views, group: str, items: tuple[Item, ...], count: int) -> str:
    """One group with its heading (in Markdown, so that the table of contents has it)."""
    listed = ctx.fragment(path, "guide_list.html.j2", items=items, views=views)
    top = heading(f"{_(TITLES[group])} ({count})", group)
    return f'<section class="pb-group"{views.union(items)} markdown="1">\n\n{top}\n\n{listed}\n\n</section>'


def _wider(ctx: Context, path: str, views: Views, found: Contents) -> list[str]:
    """The tasks of wider groups, folded, a group at a time."""
    if not found.wider:
        return []
    repeated = {role: of_group(items) for role, items in found.wider.items()}
    folded = ctx.fragment(
        path,
        "guide_wider.html.j2",
        wider=found.wider,
        repeated=repeated,
        large={role for role, items in found.wider.items() if is_large(items)},
        open=not found.own,
        views=views,
    )
    title = _("Through wider groups")
    top = heading(f"{title} ({found.through_groups() + found.partnered()})", WIDER)
    every = tuple(item for items in repeated.values() for item in items)
    return [f'<section class="pb-group"{views.union(every)} markdown="1">\n\n{top}\n\n{folded}\n\n</section>']


def _mentions(ctx: Context, guide: Guide, path: str, views: Views, *, opened: bool) -> str:
    """The passages that name the role outside its tasks; that nothing is asked of it there is for the reader to say."""
    if not guide.mentions:
        return ""
    shown = [(passage, views.around(passage, guide.role)) for passage in guide.mentions[:_MOST_MENTIONS]]
    more = max(0, len(guide.mentions) - _MOST_MENTIONS)
    listed = ctx.fragment(path, "guide_mentions.html.j2", mentions=shown, more=more, open=opened)
    title = _("Passages that name this role") if opened else _("Other passages that name this role")
    return f"{heading(title, MENTIONS)}\n\n{listed}"
