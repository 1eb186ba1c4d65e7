"""Measures the search: size and building time of the index, query times and memory in the browser.

usage: python -m benchmarks.search [--pages 5000] [--queries 200] [--texts FOLDER] [--keep FOLDER]

A library of any size is made from real texts (`*.txt` below FOLDER): each page is a run of about 2,000 words of their
paragraphs from a random place, each paragraph a passage, so that words have their real frequencies. Queries are runs
of two to four words of these texts, typed without accents. Cold means the first query of a freshly opened page (the
browser keeps no script), warm the same query once more.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
import tracemalloc
from collections.abc import Iterator
from pathlib import Path
from statistics import median, quantiles

from playwright.sync_api import Page, sync_playwright

from build_tools.browsers import find_browser
from build_tools.search import SearchPassage, build_index
from build_tools.search.tokens import fold
from tests.search.plain_site import write_site

WORDS = 2000
HERE = Path(__file__).resolve()
NEAR = HERE.parents[2] / "shared" / "corpus" / "gazette"
ASK = """async ([query, texts]) => {
  const before = performance.now();
  const found = await phobienSearch.find(query);
  const middle = performance.now();
  if (texts) await phobienSearch.passages(found.ids.slice(0, 10));
  return [middle - before, performance.now() - before, found.total];
}"""


def paragraphs(folder: Path) -> list[str]:
    """The texts cut into passages of 20 to 100 words, as paragraphs are; their own lines are broken by layout."""
    chance = random.Random(5)
    cut: list[str] = []
    for path in sorted(folder.glob("**/*.txt")):
        words = path.read_text(encoding="utf-8", errors="replace").split()
        while words:
            length = chance.randint(20, 100)
            cut.append(" ".join(words[:length]))
            del words[:length]
    return cut


def library(lines: list[str], pages: int) -> Iterator[SearchPassage]:
    """`pages` made-up pages of about 2,000 words each."""
    chance = random.Random(7)
    for number in range(pages):
        at, words, anchor = chance.randrange(len(lines)), 0, 0
        url = f"van-ban/trung-uong/{number}-qd-ubnd-2026.html"
        title = f"Quyết định {number}/QĐ-UBND: {lines[at][:90]}"
        head = SearchPassage(
            url, title, "", document=title, symbol=f"{number}/QĐ-UBND", type_name="Quyết định", depth=0
        )
        yield head
        while words < WORDS:
            line = lines[at % len(lines)]
            anchor += 1
            yield SearchPassage(f"{url}#doan-{anchor}", "", line, document=title, depth=1)
            words += len(line.split())
            at += 1


def queries(lines: list[str], count: int) -> list[str]:
    """Runs of two to four words of the texts, without accents."""
    chance = random.Random(11)
    found: list[str] = []
    while len(found) < count:
        words = chance.choice(lines).split()
        at, length = chance.randrange(len(words)), chance.randint(2, 4)
        query = fold(" ".join(words[at : at + length])).strip(" .,;:/()")
        if len(query.split()) == length:
            found.append(query)
    return found


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--pages", type=int, default=5000)
    options.add_argument("--texts", type=Path, default=NEAR if NEAR.is_dir() else HERE.parents[1] / "source_texts")
    options.add_argument("--queries", type=int, default=200)
    options.add_argument("--keep", type=Path, help="write the site here and leave it")
    options.add_argument("--memory", action="store_true", help="trace the memory of building too (slow)")
    chosen = options.parse_args()
    lines = paragraphs(chosen.texts)
    passages = list(library(lines, chosen.pages))
    _building(passages, trace=chosen.memory)
    with tempfile.TemporaryDirectory() as temporary:
        folder = chosen.keep or Path(temporary)
        write_site(folder, passages, pages=False)
        _browsing(folder, queries(lines, chosen.queries))


def _building(passages: list[SearchPassage], *, trace: bool) -> None:
    if trace:
        tracemalloc.start()
    begin = time.process_time()
    files = build_index(passages)
    seconds = time.process_time() - begin
    sizes: dict[str, list[int]] = {}
    for name, data in files.items():
        sizes.setdefault(name.split("/")[1], []).append(len(data))
    words = sum(len(item.text.split()) for item in passages)
    print(
        f"passages {len(passages):,}, words {words:,}, text {sum(len(p.text.encode()) for p in passages) / 1e6:.1f} MB"
    )
    print(
        f"built in {seconds:.1f} s of processor time"
        + (f", peak {tracemalloc.get_traced_memory()[1] / 1e6:.0f} MB" if trace else "")
    )
    tracemalloc.stop()
    for part, found in sizes.items():
        print(f"  {part:8} {sum(found) / 1e6:7.2f} MB in {len(found):4} files, largest {max(found) / 1e3:.0f} kB")


def _browsing(folder: Path, asked: list[str]) -> None:
    with sync_playwright() as play:
        browser = play.chromium.launch(
            executable_path=find_browser(), args=["--no-sandbox", "--enable-precise-memory-info"]
        )
        cold, shown, warm, first = [], [], [], []
        for query in asked:
            page = browser.new_page()
            first.append(_open(page, folder))
            cold.append(page.evaluate(ASK, [query, False])[0])
            shown.append(page.evaluate(ASK, [query, True])[1])
            warm.append(page.evaluate(ASK, [query, False])[0])
            page.close()
        page = browser.new_page()
        _open(page, folder)
        phrase = [page.evaluate(ASK, [f'"{query}"', False])[0] for query in asked]
        heap = page.evaluate("performance.memory.usedJSHeapSize") / 1e6
        browser.close()
    _line("engine and meta.js loaded", first)
    _line("query, cold", cold)
    _line("the words of ten results", shown)
    _line("query, warm", warm)
    _line("quoted, one page", phrase)
    print(f"heap after {len(asked)} quoted queries on one page: {heap:.0f} MB")


def _open(page: Page, folder: Path) -> float:
    page.goto(f"file://{folder}/tim-kiem.html")
    return float(
        page.evaluate(
            "async () => { const t = performance.now(); await phobienSearch.start(''); return performance.now() - t; }"
        )
    )


def _line(what: str, times: list[float]) -> None:
    print(f"{what:28} p50 {median(times):7.1f}  p95 {quantiles(times, n=20)[-1]:7.1f}  max {max(times):7.1f} ms")


if __name__ == "__main__":
    main()
