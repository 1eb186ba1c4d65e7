"""Filters that work without a script, in old browsers too: radio buttons, and a style that hides what does not match.

The buttons stand before everything that they filter, beside it and not within another element, so that a sibling
selector reaches from a checked button to the items (`:has()` would be shorter, but Firefox has it since 121 only and
offices run older ones). What one sees are the labels of the buttons. Each item bears `data-<facet>` with its values; a
checked button hides every item without its value.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from markupsafe import Markup, escape
from msgspec import Struct

from build_tools.grammar.slugs import CENTRAL, UNKNOWN_PLACE
from build_tools.i18n import _
from build_tools.model.library import Work
from build_tools.render.context import Context

MOST_OPEN = 12
"""More choices than these are folded on a wide screen too; on a phone all are."""

_CHECKED = "background:var(--pb-link-strong);border-color:var(--pb-link-strong);color:var(--pb-paper);font-weight:600"
_FOCUSED = "outline:3px solid var(--pb-link);outline-offset:2px"


class Facet(Struct, frozen=True):
    """One choice: `name` is the attribute's suffix (ASCII), `options` are (value, label, number of items)."""

    name: str
    label: str
    options: tuple[tuple[str, str, int], ...]


def facet(name: str, label: str, labels: Mapping[str, str], values: Iterable[Iterable[str]]) -> Facet:
    """A facet over the values of all items, in the order of `labels`."""
    counts: dict[str, int] = {}
    for item in values:
        for value in set(item):
            counts[value] = counts.get(value, 0) + 1
    return Facet(name, label, tuple((value, text, counts[value]) for value, text in labels.items() if value in counts))


def useful(facets: Iterable[Facet]) -> tuple[Facet, ...]:
    """The facets that offer a choice."""
    return tuple(facet for facet in facets if len(facet.options) > 1)


def filters(facets: Iterable[Facet]) -> str:
    """The controls and their labels, to stand before what is filtered; nothing where there is no choice."""
    chosen = tuple(facets)
    return "\n\n".join(filter(None, (controls(chosen), labels(chosen))))


def controls(facets: Iterable[Facet]) -> str:
    """The style and the buttons, before everything that they filter."""
    chosen = tuple(facets)
    return f"{_style(chosen)}\n\n{_buttons(chosen)}" if chosen else ""


def labels(facets: Iterable[Facet]) -> str:
    """What one sees and presses, anywhere behind the controls."""
    chosen = tuple(facets)
    return str(_labels(chosen)) if chosen else ""


def _style(chosen: tuple[Facet, ...]) -> Markup:
    """Names and values are ASCII slugs."""
    rules = []
    for one in chosen:
        for value, _label, _count in one.options:
            lacks = f'[data-{one.name}]:not([data-{one.name}~="{value}"])'
            rules.append(f"#f-{one.name}-{value}:checked~{lacks},#f-{one.name}-{value}:checked~* {lacks}")
    pairs = [f"f-{one.name}-{value or 'all'}" for one in chosen for value in _values(one)]
    checked = ",".join(f"#{id_}:checked~.pb-filter [for={id_}]" for id_ in pairs)
    focused = ",".join(f"#{id_}:focus~.pb-filter [for={id_}]" for id_ in pairs)
    css = f"{','.join(rules)}{{display:none!important}}{checked}{{{_CHECKED}}}{focused}{{{_FOCUSED}}}"
    return Markup(f"<style>{css}</style>")  # noqa: S704 - made of slugs only


def _buttons(chosen: tuple[Facet, ...]) -> Markup:
    """The buttons, `all` chosen at first; before them the one that unfolds the labels."""
    buttons = [
        Markup(
            '<input class="pb-f" type="radio" name="f-{0}" id="f-{0}-{1}" aria-labelledby="fl-{0} fl-{0}-{1}"{2}>'
        ).format(one.name, value or "all", Markup("") if value else Markup(" checked"))
        for one in chosen
        for value in _values(one)
    ]
    unfold = Markup('<input class="pb-f pb-f-open{}" type="checkbox" id="f-open">').format(_few(chosen))
    return Markup("\n").join([unfold, *buttons])


def _labels(chosen: tuple[Facet, ...]) -> Markup:
    """What one sees and presses."""
    groups = Markup("").join(_group(one) for one in chosen)
    names = ", ".join(one.label.lower() for one in chosen)
    head = Markup('<label class="pb-unfold" for="f-open">{}</label>').format(_("Filter: {choices}", choices=names))
    note = Markup('<p class="pb-filter-note" role="status" data-none="{}" data-left="{}"></p>').format(
        _("Nothing fits all of these choices together; choose “All” in one of them."), _("{count} fit these choices.")
    )
    return Markup('<div class="pb-filter{}">{}<div class="pb-folded">{}</div>{}</div>').format(
        _few(chosen), head, groups, note
    )


def _few(chosen: tuple[Facet, ...]) -> str:
    """The class of filters that a wide screen need not fold."""
    return " pb-few" if sum(len(one.options) for one in chosen) <= MOST_OPEN else ""


def _values(one: Facet) -> list[str]:
    """The values of a facet, the empty one for `all` first."""
    return ["", *(value for value, _label, _count in one.options)]


def _group(one: Facet) -> Markup:
    labels = [_label_of(one.name, "", _("All"), None)]
    labels += [_label_of(one.name, value, label, count) for value, label, count in one.options]
    name = Markup('<b id="fl-{}">{}</b>').format(one.name, one.label)
    return Markup('<p class="pb-facet">{} {}</p>').format(name, Markup(" ").join(labels))


def _label_of(name: str, value: str, label: str, count: int | None) -> Markup:
    shown = escape(label) if count is None else Markup("{} <small>({})</small>").format(label, count)
    return Markup('<label for="f-{0}-{1}" id="fl-{0}-{1}">{2}</label>').format(name, value or "all", shown)


def attributes(values: Mapping[str, Iterable[str]]) -> Markup:
    """`data-…` attributes for an item or a group of items."""
    written = (f' data-{name}="{escape(" ".join(dict.fromkeys(found)))}"' for name, found in values.items())
    return Markup("".join(written))  # noqa: S704 - names are ours, values escaped


def place_value(work: Work) -> str:
    """The folder of a work: its place, `trung-uong` or `chua-ro`."""
    return work.id.split("/", 1)[0]


def place_label(work: Work) -> str:
    """What that folder is called."""
    folder = place_value(work)
    if folder == CENTRAL:
        return _("Central")
    return work.place or (_("Place not stated") if folder == UNKNOWN_PLACE else folder)


def place_labels(works: Iterable[Work]) -> dict[str, str]:
    """Folders and their labels: central first, places by name, unknown last."""
    found = {place_value(work): place_label(work) for work in works}
    order = sorted(found, key=lambda key: (key != CENTRAL, key == UNKNOWN_PLACE, key))
    return {key: found[key] for key in order}


def family_labels(ctx: Context, works: Iterable[str]) -> dict[str, str]:
    """The families of some works, and the short name of each family's root."""
    wanted = {family for work in works for family in ctx.families_of.get(work, ())}
    return {
        family.id: ctx.work(family.root).symbol or ctx.work(family.root).title or family.id
        for family in ctx.library.families
        if family.id in wanted
    }
