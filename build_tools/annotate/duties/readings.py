"""What a clause says: whom it charges, with what, and how expressly."""

from __future__ import annotations

from typing import NamedTuple

from build_tools.annotate.duties.partners import directed, partners
from build_tools.annotate.duties.view import View
from build_tools.annotate.duties.wording import capacity_of, modality_of
from build_tools.model.duty import Actor, Capacity, Modality
from build_tools.model.span import Span


class Reading(NamedTuple):
    """What a clause says.

    `strong` where its words charge expressly, not only by naming who does it; `passive` where it tells of a thing by
    whom it is done (`Danh sách … do A lập`); `person` where it tells in plain words what a person does.
    """

    actors: tuple[Actor, ...]
    predicate: Span
    modality: Modality
    strong: bool
    passive: bool = False
    person: bool = False


def reading_of(view: View, actors: tuple[Actor, ...], predicate: Span, *, strong: bool) -> Reading:
    """What a predicate lays on those of whom it is said, and on their partners."""
    words = view.words(predicate)
    modality = modality_of(words)
    capacity = capacity_of(words) if modality is Modality.DUTY else Capacity.PERFORM
    charged = tuple(Actor(a.role, a.span, capacity, a.mode) for a in actors)
    return Reading(
        (*charged, *partners(view, predicate, charged)),
        predicate,
        modality,
        strong=strong or bool(directed(view, predicate)),
    )
