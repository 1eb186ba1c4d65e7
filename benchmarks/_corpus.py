"""The whole corpus beside the repository: read once, and what a change of rules makes different in each document."""

from __future__ import annotations

import argparse
import difflib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from build_tools.model.source import CleanText
from build_tools.normalise import normalise
from build_tools.readers import read

CORPUS = Path(__file__).resolve().parents[2] / "shared" / "corpus"
FOLDERS = ("documents", "gazette", "plans", "html")


def add_options(parser: argparse.ArgumentParser) -> None:
    """The options of a report on the whole corpus."""
    parser.add_argument("--corpus", type=Path, default=CORPUS, help="the folder of real documents")
    parser.add_argument("--save", type=Path, metavar="FILE", help="write what was found in every document")
    parser.add_argument("--compare", type=Path, metavar="FILE", help="print what differs from what was saved")


def paths(corpus: Path = CORPUS) -> list[Path]:
    """The texts and pages of the corpus; none where it is absent."""
    return sorted(path for folder in FOLDERS for path in (corpus / folder).glob("*") if path.suffix in {".txt", ".htm"})


def texts(corpus: Path) -> dict[str, CleanText]:
    """The clean text of each document, by the name of its file."""
    return {path.name: normalise(read(path, file=path.name)) for path in paths(corpus)}


def save_and_compare(found: Mapping[str, Sequence[str]], options: argparse.Namespace) -> None:
    """Do what `--compare` and `--save` ask for, in this order: one file may serve both."""
    if options.compare:
        _compare(json.loads(options.compare.read_text(encoding="utf-8")), found)
    if options.save:
        options.save.write_text(json.dumps(found, ensure_ascii=False, indent=1), encoding="utf-8")


def _compare(before: Mapping[str, Sequence[str]], after: Mapping[str, Sequence[str]]) -> None:
    """Print, per document, the lines that are gone and those that are new, in the document's order."""
    for name in sorted({*before, *after}):
        rows = difflib.unified_diff(list(before.get(name, ())), list(after.get(name, ())), lineterm="", n=0)
        changes = [row for row in list(rows)[2:] if not row.startswith("@@")]
        if changes:
            gone = sum(row.startswith("-") for row in changes)
            print(f"{name}: {gone} gone, {len(changes) - gone} new", *(f"  {row}" for row in changes), sep="\n")
