"""Coverage-guided fuzzing of every reader: files are changed at random, and those that reach new code are changed on.

    python -m benchmarks.fuzz_readers READER [--seconds 600] [--folder DIR]

READER is one of text, markdown, html, docx, pdf, decoding, decisions. It needs `atheris` (requirements/fuzz.txt), which
only developers need. What must hold is in `tests/fuzz/targets.py`. A find does not end the run: it is made smaller and
kept in DIR/finds; a hang or a crash of a parser ends it, and libFuzzer says where the file lies. A file that is worth
keeping goes to `tests/fuzz/seeds/READER`, where a test reads it for ever.

Ten minutes each on one busy core, 2026-11-22 (`cov`: edges of our own code that were reached; finds: kinds of fault):

    text        59,700 files  cov 592  none
    markdown    31,300        cov 625  a faithful table on one line was taken for a lost word
    html        31,200        cov 356  text behind </body> and </html> was lost; wrong lines beside nested tables;
                                       faithful stamps on one line were taken for lost words
    docx        58,600        cov 317  text and boxes in the code of a field, and unused notes, went unrecorded
    pdf        130,200        cov 467  none
    decoding   206,000        cov 117  none (a declared encoding that is none, `hex`, was found by reading)
    decisions   16,000 in 7 minutes    a control character and an empty `!!int` ended the program; a key with a line end
                                       made a message of two lines

No crash of a parser, no hang, no word lost is left; what was found is in `tests/fuzz/seeds`.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["build_tools", "yaml", "markdown_it"]):
    from tests.fuzz.growing import GROWERS
    from tests.fuzz.targets import CHECKS

REPOSITORY = Path(__file__).resolve().parents[1]
CORPUS = REPOSITORY.parent / "shared" / "corpus"
SUFFIXES = {"text": ".txt", "markdown": ".md", "html": ".htm", "docx": ".docx", "pdf": ".pdf"}
SECONDS_FOR_ONE = 20  # beyond that an input is a hang
LONGEST = 4096  # bytes of an input


class Run:
    """One reader being fuzzed; finds are kept by the place in the code where they show."""

    def __init__(self, kind: str, folder: Path) -> None:
        self.kind = kind
        self.grow, self.check = GROWERS[kind], CHECKS[kind]
        self.folder = folder
        self.runs = 0
        self.started = time.monotonic()
        self.finds: dict[str, bytes] = {}

    def one(self, data: bytes) -> None:
        self.runs += 1
        grown = self.grow(data)
        key = fault(self.check, grown)
        if key and key not in self.finds:
            self.finds[key] = smaller(self.check, grown, key)
            name = hashlib.sha256(key.encode()).hexdigest()[:12]
            (self.folder / "finds").mkdir(exist_ok=True)
            (self.folder / "finds" / f"{name}{SUFFIXES.get(self.kind, '')}").write_bytes(self.finds[key])
            (self.folder / "finds" / f"{name}.why").write_text(key, encoding="utf-8")
        if self.runs % 500 == 0:
            self.report()

    def report(self) -> None:
        """Write what was done so far: libFuzzer ends the process itself."""
        done = {"runs": self.runs, "seconds": round(time.monotonic() - self.started), "finds": sorted(self.finds)}
        (self.folder / "report.json").write_text(json.dumps(done, indent=1, ensure_ascii=False), encoding="utf-8")


def fault(check: Callable[[bytes], None], data: bytes) -> str:
    """Where the check failed; empty where it holds."""
    try:
        check(data)
    except Exception as error:  # noqa: BLE001 - whatever it is, it is a find
        frames = [frame for frame in traceback.extract_tb(error.__traceback__) if REPOSITORY.name in frame.filename]
        place = frames[-1] if frames else None
        name = Path(place.filename).name if place else "?"
        what = str(error)[:6] if isinstance(error, AssertionError) else ""
        return f"{type(error).__name__} {name}:{place.lineno if place else 0} {what}"
    return ""


def smaller(check: Callable[[bytes], None], data: bytes, key: str, rounds: int = 400) -> bytes:
    """The file with parts taken out for as long as it fails in the same place."""
    size = len(data) // 2
    while size and rounds:
        for start in range(0, len(data), size):
            shorter = data[:start] + data[start + size :]
            rounds -= 1
            if shorter and fault(check, shorter) == key:
                data = shorter
                break
            if not rounds:
                break
        else:
            size //= 2
    return data


def seeds(kind: str) -> list[bytes]:
    """Beginnings of real files, and what was found before."""
    found = [b"\0" + path.read_bytes() for path in (REPOSITORY / "tests/fuzz/seeds" / kind).glob("*")]
    suffix = SUFFIXES.get(kind, ".txt")
    for path in sorted(CORPUS.rglob(f"*{suffix}"))[:12]:
        data = path.read_bytes()
        found.append(b"\0" + (data if kind in {"docx", "pdf"} else data[1000 : LONGEST // 2 + 1000]))
    if kind == "decisions":
        found = [b"\0" + path.read_bytes() for path in REPOSITORY.glob("source_texts/*/*/document.yml")]
        found += [
            b"edition: public\nreview: {by: a, on: 2026-01-01, sha256: x}\n",
            b"metadata: {place: {value: a, reason: b}}",
        ]
    if kind == "decoding":
        text = "Đảng và Nhà nước quy định\n"
        found = [
            text.encode(name, "ignore") for name in ("utf-8-sig", "utf-16", "utf-16-le", "cp1258", "utf-32", "latin-1")
        ]
        found.append(b"<meta charset=windows-1258><p>\xd0i\xf2u")
    found += [bytes([128 + n, 32, 200 + n % 50, 1, 2, 40, 40, 65 + n % 26, 14]) for n in range(100)]
    return [data for data in found if len(data) <= 60_000]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("reader", choices=sorted(CHECKS))
    parser.add_argument("--seconds", type=int, default=600)
    parser.add_argument("--folder", type=Path, default=REPOSITORY / ".cache" / "fuzz")
    options = parser.parse_args()
    folder: Path = options.folder / options.reader
    (folder / "corpus").mkdir(parents=True, exist_ok=True)
    for data in seeds(options.reader):
        (folder / "corpus" / hashlib.sha256(data).hexdigest()[:16]).write_bytes(data)
    run = Run(options.reader, folder)
    arguments = [
        sys.argv[0], f"-max_total_time={options.seconds}", f"-timeout={SECONDS_FOR_ONE}", "-rss_limit_mb=2000",
        f"-max_len={LONGEST}", f"-artifact_prefix={folder}/", "-print_final_stats=1", str(folder / "corpus"),
    ]  # fmt: skip
    atheris.Setup(arguments, run.one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
