"""How long a build takes and how large the package is: the first library, and made-up ones of 10 and 100 documents.

Every figure is of one run on one machine; the ratios are what to compare: how much of a build is MkDocs alone (the
same pages, by the same MkDocs and theme, without reading, resolving, search and packing), and how the time per document
grows with the library. The clock is what a user waits; CPU time is what to compare between runs on a busy machine.
Set-up is excluded, imports are not: each build is a process of its own, as for a user.

    python -m benchmarks.build [--sizes 100 1000] [--json FILE]
"""

from __future__ import annotations

import argparse
import compileall
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks._made_up import write_documents

REPOSITORY = Path(__file__).resolve().parents[1]
CEILING_SECONDS, CEILING_MEGABYTES = 10, 4  # the promise for the first library, on 2 cores
MKDOCS_ALONE = """
import sys
from pathlib import Path
from build_tools.publish.mkdocs_run import run_mkdocs
root = Path(sys.argv[1])
run_mkdocs(root, root / "docs", root / "mkdocs-alone", {"language": "vi"})
"""
PEAK = """
import runpy, sys
sys.argv = ["phobien", *sys.argv[1:]]
code = 0
try:
    runpy.run_module("build_tools", run_name="__main__")
except SystemExit as stop:
    code = stop.code
try:
    import resource
except ImportError:  # Windows
    sys.exit(code)
print("peak", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024, file=sys.stderr)
sys.exit(code)
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="*", default=[10, 100])
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    compileall.compile_dir(REPOSITORY / "build_tools", quiet=1)  # a user's program is compiled but once
    rows = [measure("first library", None), *(measure(f"{size} made-up", size) for size in options.sizes)]
    print_table(rows)
    if options.json:
        options.json.write_text(json.dumps(rows, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    first = rows[0]
    if first["build s"] > CEILING_SECONDS or first["package MB"] > CEILING_MEGABYTES:
        sys.exit(f"the first library is over its ceiling of {CEILING_SECONDS} s, {CEILING_MEGABYTES} MB")


def measure(name: str, size: int | None) -> dict[str, float | str]:
    """One library: built from nothing, built again with its cache, and its pages by MkDocs alone."""
    with tempfile.TemporaryDirectory() as folder:
        root = library(Path(folder) / "library", size)
        documents = len(list(root.glob("source_texts/*/*/document.yml")))
        cold, busy, peak = build(root)
        warm, _, _ = build(root)
        site = [path for path in (root / "site").rglob("*") if path.is_file()]
        package = next((root / "dist").glob("*.zip")).stat().st_size
        alone, busy_alone, _ = run([sys.executable, "-c", MKDOCS_ALONE, str(root)], root)
        return {
            "library": name,
            "documents": documents,
            "pages": sum(path.suffix == ".html" for path in site),
            "build s": round(cold, 2),
            "again s": round(warm, 2),
            "MkDocs alone s": round(alone, 2),
            "build, CPU s": round(busy, 2),
            "MkDocs alone, CPU s": round(busy_alone, 2),
            "build / MkDocs, CPU": round(busy / busy_alone, 2),
            "CPU ms per document": round(1000 * busy / documents),
            "peak MB": peak,
            "site MB": round(sum(path.stat().st_size for path in site) / 1e6, 2),
            "package MB": round(package / 1e6, 2),
            "package kB per document": round(package / 1e3 / documents, 1),
        }


def library(root: Path, size: int | None) -> Path:
    """A copy of the first library, or a made-up one with its settings and hand-written pages."""
    root.mkdir()
    shutil.copy(REPOSITORY / "mkdocs.yml", root)
    hand_written = subprocess.run(
        ["git", "ls-files", "docs"], cwd=REPOSITORY, capture_output=True, text=True, check=True
    ).stdout.splitlines()
    for name in hand_written:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(REPOSITORY / name, root / name)
    if size is None:
        shutil.copytree(REPOSITORY / "source_texts", root / "source_texts")
    else:
        write_documents(root / "source_texts", size)
    return root


def build(root: Path) -> tuple[float, float, int]:
    """Seconds, seconds of CPU and peak memory (MB) of one build."""
    return run([sys.executable, "-c", PEAK, "build"], root)


def run(command: list[str], cwd: Path) -> tuple[float, float, int]:
    """Seconds that a command takes, those of CPU, and the peak memory (MB) that it says it used."""
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY), "PYTHONUTF8": "1"}
    start, busy = time.perf_counter(), cpu_of_children()
    done = subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, check=False)
    seconds, busy = time.perf_counter() - start, cpu_of_children() - busy
    if done.returncode not in (0, 1):
        sys.exit(f"{command[:3]} failed:\n{done.stdout}\n{done.stderr}")
    peaks = [int(line.split()[1]) for line in done.stderr.splitlines() if line.startswith("peak ")]
    return seconds, busy, peaks[0] if peaks else 0


def cpu_of_children() -> float:
    """Seconds of CPU that finished child processes have used; steadier than the clock on a busy machine."""
    times = os.times()
    return times.children_user + times.children_system


def print_table(rows: list[dict[str, float | str]]) -> None:
    """The rows, one column for each library."""
    for key in rows[0]:
        print(f"{key:26}" + "".join(f"{row[key]!s:>18}" for row in rows))


if __name__ == "__main__":
    main()
