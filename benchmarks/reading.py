"""How fast text is read and normalised: characters per second of CPU time, and the rule that costs most.

    python benchmarks/reading.py [FOLDER] [--json FILE]

FOLDER holds `.txt` files; without one, the corpus beside the repository is taken. The promise is three million
characters per second on one core.
"""

from __future__ import annotations

import argparse
import cProfile
import json
import pstats
import time
from pathlib import Path

from build_tools.normalise import joining, normalise
from build_tools.readers import read

REPOSITORY = Path(__file__).resolve().parents[1]
CORPUS = REPOSITORY.parent / "shared" / "corpus" / "gazette"
PROMISE = 3_000_000
ROUNDS = 5


def once(paths: list[Path]) -> tuple[int, float, float]:
    """Characters, and the CPU seconds of reading and of normalising them."""
    started = time.process_time()
    sources = [read(path, file=path.name) for path in paths]
    middle = time.process_time()
    for source in sources:
        normalise(source)
    characters = sum(len(line.text) + 1 for source in sources for line in source.lines)
    return characters, middle - started, time.process_time() - middle


def slowest_rule(paths: list[Path]) -> tuple[str, float]:
    """The rule of joining that takes the largest share of all their time."""
    sources = [read(path, file=path.name) for path in paths]
    profile = cProfile.Profile()
    profile.enable()
    for source in sources:
        normalise(source)
    profile.disable()
    names = {rule.__name__ for rule, _starts in joining.RULES}
    stats = pstats.Stats(profile).stats  # type: ignore[attr-defined]
    times = {name: spent[3] for (_file, _line, name), spent in stats.items() if name in names}
    name = max(times, key=lambda rule: times[rule])
    return name, times[name] / sum(times.values())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=CORPUS)
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    paths = sorted(options.folder.glob("*.txt"))
    characters, reading, normalising = min((once(paths) for _ in range(ROUNDS)), key=lambda run: run[1] + run[2])
    rule, share = slowest_rule(paths)
    result = {
        "files": len(paths),
        "characters": characters,
        "reading_seconds": round(reading, 3),
        "normalising_seconds": round(normalising, 3),
        "characters_per_second": round(characters / (reading + normalising)),
        "promise": PROMISE,
        "slowest_rule": rule,
        "its_share_of_the_rules": round(share, 2),
    }
    for name, value in result.items():
        print(f"{name:>24}  {value}")
    if options.json:
        options.json.write_text(json.dumps(result, indent=2), encoding="utf-8")


if __name__ == "__main__":
    main()
