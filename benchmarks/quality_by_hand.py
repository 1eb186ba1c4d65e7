"""How well units, citations and duties are found, against annotations made by reading alone.

    python -m benchmarks.quality_by_hand [outline] [citations] [duties] [limits] [--only NAME …] [--all]

The annotations are in `benchmarks/by_hand/` (their form: `_outline_rows.py`, `_citation_rows.py`, `_duty_rows.py`,
`_limit_rows.py`).
Prints the figures of each stretch with what was missed and what is wrong (not so with `--brief`), and the figures of
all. Exit code 1 where a bar is not reached.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from types import ModuleType

from benchmarks import _citation_rows, _duty_rows, _limit_rows, _outline_rows
from benchmarks._by_hand import Stretch, stretches
from benchmarks._scores import Score, total

KINDS: dict[str, ModuleType] = {
    "outline": _outline_rows,
    "citations": _citation_rows,
    "duties": _duty_rows,
    "limits": _limit_rows,
}


def main() -> int:
    """Measure the kinds asked for, or all."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kinds", nargs="*", choices=[*KINDS, []])
    parser.add_argument("--only", nargs="+", metavar="NAME", default=[])
    parser.add_argument("--brief", action="store_true", help="only the figures")
    parser.add_argument("--all", action="store_true", help=argparse.SUPPRESS)  # what is printed anyway
    options = parser.parse_args()
    passed = [
        measure(kind, KINDS[kind].score, KINDS[kind].passes, options.only, misses=not options.brief)
        for kind in options.kinds or KINDS
    ]
    return 0 if all(passed) else 1


def measure(
    kind: str,
    score: Callable[[Stretch], dict[str, Score]],
    passes: Callable[[dict[str, Score]], bool],
    names: list[str],
    *,
    misses: bool,
) -> bool:
    """Print one kind; whether it reaches its bars."""
    all_scores: dict[str, list[Score]] = {}
    for stretch in stretches(kind, names):
        found = score(stretch)
        first = next(iter(found.values()))
        print(f"{stretch.name[:52]:52} {first}")
        if misses:
            print("".join(f"    missing  {row}\n" for row in first.missing), end="")
            print("".join(f"    wrong    {row}\n" for row in first.wrong), end="")
        for part, value in found.items():
            all_scores.setdefault(part, []).append(value)
    totals = {part: total(scores) for part, scores in all_scores.items()}
    for part, value in totals.items():
        print(f"{'all: ' + part:52} {value}")
    reached = passes(totals)
    print(f"{kind}: the bar is {'reached' if reached else 'NOT reached'}\n")
    return reached


if __name__ == "__main__":
    raise SystemExit(main())
