"""From a sequence of labels to levels: the nesting that explains the whole sequence with the fewest oddities.

A label may be read in several ways, and may be no label at all (a number that begins a wrapped line). A beam of the
cheapest explanations is carried along the sequence; each step continues a list that is open, opens a list below, or
passes the label by. The prices are those of `prices`: an expected successor is free, a gap or a repeat costs, an
inversion of the usual order of styles costs more.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from operator import attrgetter

from msgspec import Struct

from build_tools.grammar.labels import Label, Style, names_parent
from build_tools.structure.choices import Candidate, Choice, Trail
from build_tools.structure.prices import (
    ANEW,
    ANNOUNCED,
    BELOW_ANNOUNCING_BULLET,
    BELOW_TITLED_STAR,
    BESIDE_DIVISIONS,
    BESIDE_ROMAN,
    CAPITAL_IN_ROMAN,
    CHANGED_PLACES,
    FOREIGN_PREFIX,
    GAP,
    IN_STEP,
    INVERSION,
    INVERSION_IN_BULLET,
    INVERSION_OF_PARTS,
    LIMIT,
    MARGIN,
    NOT_ANNOUNCED,
    ODD_START,
    ODD_START_MORE,
    OPEN_LIST,
    PREFIX_OF_OTHER_STYLE,
    SKIP,
    SKIP_ALONE,
    SKIP_BULLET,
    SKIP_WITHOUT_STOP,
    WIDTH,
    WITHOUT_STOP,
    step_cost,
)

Key = tuple[int, int]  # the style and depth of a list: also the order in which lists usually nest


class Frame(Struct, frozen=True, gc=False):
    """An open list: its style, and the last item of it."""

    key: Key
    label: Label
    node: int  # index of the candidate
    reached: tuple[int, int]  # the highest number so far
    missing: int = 0  # the one number that was left out just before it


class _State(Struct, frozen=True, gc=False):
    cost: float
    stack: tuple[Frame, ...]
    signature: tuple[object, ...]  # of the open lists: explanations that share it go on in the same way
    article: tuple[int, int]  # the last article: their numbers run on through the chapters
    history: int  # index of the last step in the trail


class _Step(Struct, frozen=True, gc=False):
    """A way to go on with an explanation: place `label` at `depth`, or, without label, pass the candidate by."""

    cost: float
    order: int
    state: _State
    label: Label | None
    depth: int


_DIVISIONS = (Style.UPPER, Style.ROMAN)  # older acts divide their articles by them: I. QUY ĐỊNH CHUNG, Điều 1.
_price = attrgetter("cost", "order")


def nest(candidates: Sequence[Candidate]) -> list[Choice | None]:
    """The reading and the parent of each candidate, `None` for those that are no labels."""
    trail = Trail()
    beam = [_State(0.0, (), (), (0, 0), 0)]
    for index, candidate in enumerate(candidates):
        if not candidate.readings:
            steps = [_Step(state.cost, 0, state, None, 0) for state in beam]
        else:
            keyed = [(label, (label.style, label.depth)) for label in candidate.readings]
            steps = [step for state in beam for step in _steps(state, candidate, keyed)]
        beam = _cheapest(steps, index, trail)
    return trail.choices_of(beam[0].history, len(candidates))


def _steps(state: _State, candidate: Candidate, keyed: Sequence[tuple[Label, Key]]) -> list[_Step]:
    """All continuations of an explanation; only the one that costs nothing where there is one."""
    found: list[_Step] = []
    single = len(keyed) == 1
    for label, key in keyed:
        for cost, depth in _placements(state, label, key, candidate):
            step = _Step(state.cost + cost, len(found), state, label, depth)
            if cost == 0.0 and single:
                return [step]
            found.append(step)
    found.append(_Step(state.cost + _skip(candidate), len(found), state, None, 0))
    return found


def _cheapest(steps: list[_Step], index: int, trail: Trail) -> list[_State]:
    """The explanations after the cheapest steps, one for each set of open lists."""
    if len(steps) > 1:
        steps.sort(key=_price)
    limit = steps[0].cost + MARGIN
    kept: list[_State] = []
    signatures: list[tuple[object, ...]] = []
    for step in steps:
        if step.cost > limit or len(kept) == WIDTH:
            break
        state = _after(step, index, trail)
        if state.signature not in signatures:
            signatures.append(state.signature)
            kept.append(state)
    return kept


def _after(step: _Step, index: int, trail: Trail) -> _State:
    """The explanation that a step makes."""
    state, label = step.state, step.label
    if label is None:
        return _State(step.cost, state.stack, state.signature, state.article, trail.add(state.history, None))
    depth = step.depth
    parent = state.stack[depth - 1].node if depth else -1
    frame = _frame(state.stack, depth, label, index)
    stack = (*state.stack[:depth], frame)
    signature = (*state.signature[:depth], (frame.key, frame.reached, frame.missing, label.parts))
    article = label.ordinal if label.style is Style.ARTICLE else state.article
    return _State(step.cost, stack, signature, article, trail.add(state.history, Choice(label, parent)))


def _frame(stack: tuple[Frame, ...], depth: int, label: Label, index: int) -> Frame:
    """The list that `label` opens or continues at a depth of the stack."""
    key = (label.style, label.depth)
    before = stack[depth] if depth < len(stack) and stack[depth].key == key else None
    if before is None or label.style is Style.ARTICLE:
        return Frame(key, label, index, label.ordinal)
    if before.missing and label.ordinal == (before.missing, 0):
        return Frame(key, label, index, before.reached)
    expected = before.reached[0] + 1
    missing = expected if label.ordinal == (expected + 1, 0) else 0
    return Frame(key, label, index, label.ordinal, missing)


def _skip(candidate: Candidate) -> float:
    label = candidate.readings[0]
    if candidate.alone and label.style > Style.ARTICLE:
        return SKIP_ALONE
    if _lacks_stop(label, candidate):
        return SKIP_WITHOUT_STOP
    return SKIP.get(label.style, SKIP_BULLET) - (0.0 if label.dotted or label.style.is_bullet else 0.8)


def _lacks_stop(label: Label, candidate: Candidate) -> bool:
    """Whether a label is a number with nothing behind it but words: `2 Phân tổ chủ yếu`, `Điều 2 Hồ sơ`."""
    if label.dotted or candidate.alone:
        return False
    return label.style is Style.ARTICLE or (label.style is Style.DECIMAL and label.depth == 1)


def _placements(state: _State, label: Label, key: Key, candidate: Candidate) -> Iterator[tuple[float, int]]:
    """Prices and depths at which a label can be placed: as a sibling of an open item, or as a first child."""
    stack = state.stack
    if not label.dotted and _lacks_stop(label, candidate):
        yield from _between_neighbours(state, label, key)
        return
    known = False
    opens = candidate.after_colon or candidate.after_open  # what stands above is a lead-in or a title
    for depth in range(len(stack) - 1, -1, -1):
        if stack[depth].key == key:
            known = True
            announced = opens and label.ordinal == (stack[depth].label.ordinal[0], 1)
            cost = _succession(state, stack, depth, label)
            if candidate.below_title and label.ordinal == (1, 0):
                cost = min(cost, ANEW)
            yield cost + (ANNOUNCED if announced else 0.0), depth
    natural = len(stack)
    while natural and stack[natural - 1].key >= key:
        natural -= 1
    if not known and label.style is Style.ARTICLE and all(frame.label.style in _DIVISIONS for frame in stack[natural:]):
        natural = len(stack)
    if not known:
        cost = _opening(state, stack[:natural], label)
        if label.style is Style.PART and natural < len(stack) and _is_later_division(stack[natural].label):
            cost += BESIDE_DIVISIONS
        if _is_first_capital(label) and natural < len(stack) and stack[natural].label.style is Style.ROMAN:
            cost += BESIDE_ROMAN
        if label.style is Style.LETTER and label.depth > 1 and not opens:
            cost += NOT_ANNOUNCED
        yield cost, natural
    if natural < len(stack) and (known or stack[-1].key != key):
        yield _opening(state, stack, label) + _inversion(stack[-1], label, candidate), len(stack)


def _between_neighbours(state: _State, label: Label, key: Key) -> Iterator[tuple[float, int]]:
    """The prices of a number without full stop, which only goes on with a list."""
    if label.style is Style.ARTICLE:  # they run on through the chapters
        if label.ordinal == (state.article[0] + 1, 0):
            yield WITHOUT_STOP, sum(frame.key < key for frame in state.stack)
        return
    for depth in range(len(state.stack) - 1, -1, -1):
        frame = state.stack[depth]
        if frame.key == key and label.ordinal == (frame.reached[0] + 1, 0):
            yield WITHOUT_STOP, depth


def _is_later_division(label: Label) -> bool:
    """Whether a label counts on a list of divisions: C. or III."""
    return label.style in (Style.UPPER, Style.ROMAN) and label.ordinal[0] > 1


def _is_first_capital(label: Label) -> bool:
    """Whether a label is `A.`: behind `II.` it lies in it, for what contains roman numbers begins before them."""
    return label.style is Style.UPPER and label.ordinal == (1, 0)


def _inversion(above: Frame, label: Label, candidate: Candidate) -> float:
    """The price of a list inside one that usually stands below it; less where a colon or a title announces it."""
    if label.style <= Style.ROMAN:
        inside = _is_first_capital(label) and above.label.style is Style.ROMAN
        return CAPITAL_IN_ROMAN if inside else INVERSION_OF_PARTS
    if above.label.style is Style.STEP and label.ordinal == (1, 0):
        return IN_STEP
    if candidate.titled and above.label.style is Style.STAR and not label.style.is_bullet:
        return BELOW_TITLED_STAR
    after_colon = candidate.after_colon
    if after_colon and above.label.style.is_bullet and label.style.is_bullet:
        return BELOW_ANNOUNCING_BULLET
    if above.label.style.is_bullet and not label.style.is_bullet:
        return INVERSION_IN_BULLET - (2.0 if after_colon else 0.0)
    return INVERSION - (0.8 if after_colon else 0.0)


def _succession(state: _State, stack: tuple[Frame, ...], depth: int, label: Label) -> float:
    """The price of continuing the list of `stack[depth]`."""
    before = stack[depth].label
    if label.style.is_bullet:
        return 0.0
    if label.style is Style.ARTICLE:
        return step_cost(state.article, label.ordinal)
    cost = 0.0
    if label.depth > 1 and label.parts[:-1] != before.parts[:-1]:
        cost += FOREIGN_PREFIX
        return cost + (0.0 if label.parts[-1] == 1 else GAP)
    if stack[depth].missing and label.ordinal == (stack[depth].missing, 0):
        return cost + CHANGED_PLACES
    return cost + step_cost(stack[depth].reached, label.ordinal)


def _opening(state: _State, stack: tuple[Frame, ...], label: Label) -> float:
    """The price of opening a list below the last item of `stack`."""
    if label.style.is_bullet:
        return OPEN_LIST
    if label.style is Style.ARTICLE:
        return step_cost(state.article, label.ordinal) if state.article != (0, 0) else _start(label.ordinal)
    cost = _start(label.ordinal)
    if label.depth > 1:
        cost += _prefix(stack, label)
    return cost


def _prefix(stack: tuple[Frame, ...], label: Label) -> float:
    """Whether the numbers before the last one name the parent."""
    if not stack:
        return FOREIGN_PREFIX
    parent = stack[-1].label
    if names_parent(label, parent):
        return 0.0
    if label.style is Style.LETTER:
        return 0.0 if parent.style is Style.LETTER and parent.ordinal == (label.parts[0], 0) else FOREIGN_PREFIX
    if label.depth == 2 and parent.ordinal[0] == label.parts[0] and parent.style <= Style.DECIMAL:
        return PREFIX_OF_OTHER_STYLE
    return FOREIGN_PREFIX


def _start(ordinal: tuple[int, int]) -> float:
    missing = max(ordinal[0] - 1, 0)
    return OPEN_LIST if not missing else min(ODD_START + ODD_START_MORE * missing, LIMIT)
