"""Filters that work without a script: radio buttons, and a style that hides what does not match.

Each item bears `data-<facet>` with its values; a checked button hides every item without its value. Browsers that lack
the `:has()` selector show the whole list and no buttons.
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
"""More choices than these would push the answer off a phone's screen."""


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


def style(facets: Iterable[Facet]) -> Markup:
    """The rules that hide what does not match, as a style element; values and names are ASCII slugs."""
    rules = [
        f'body:has(#f-{one.name}-{value}:checked) [data-{one.name}]:not([data-{one.name}~="{value}"]){{display:none}}'
        for one in facets
        for value, _label, _count in one.options
    ]
    return Markup(f"<style>{''.join(rules)}</style>") if rules else Markup()  # noqa: S704 - made of slugs only


def form(facets: Iterable[Facet]) -> Markup:
    """The buttons, one group for each facet, `all` chosen at first; many buttons are folded."""
    chosen = tuple(facets)
    if not chosen:
        return Markup()
    buttons = Markup('<form class="pb-facets">{}</form>').format(Markup().join(_group(one) for one in chosen))
    if sum(len(one.options) for one in chosen) <= MOST_OPEN:
        return buttons
    labels = ", ".join(one.label.lower() for one in chosen)
    summary = _("Filter: {choices}", choices=labels)
    return Markup('<details class="pb-filter"><summary>{}</summary>{}</details>').format(summary, buttons)


def _group(one: Facet) -> Markup:
    buttons = [_button(one.name, "", _("All"), None)]
    buttons += [_button(one.name, value, label, count) for value, label, count in one.options]
    return Markup("<fieldset><legend>{}</legend>{}</fieldset>").format(one.label, Markup(" ").join(buttons))


def _button(name: str, value: str, label: str, count: int | None) -> Markup:
    shown = escape(label) if count is None else Markup("{} <small>({})</small>").format(label, count)
    return Markup(
        '<span><input type="radio" name="f-{0}" id="f-{0}-{1}"{2}><label for="f-{0}-{1}">{3}</label></span>'
    ).format(name, value or "all", Markup("") if value else Markup(" checked"), shown)


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
