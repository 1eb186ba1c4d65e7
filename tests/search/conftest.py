"""A plain site with an index, over HTTP and as files, and a page to search on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from build_tools.search import passages_of
from tests.render.sample import sample_library
from tests.search.plain_site import write_site
from tests.search.texts import PASSAGES
from tests.serving import served


@pytest.fixture(scope="session")
def plain_site(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("plain-site")
    write_site(folder, [*passages_of(sample_library()), *PASSAGES])
    return folder


@pytest.fixture(scope="session", params=["http", "file"])
def address(request, plain_site) -> Iterator[str]:
    """Where the site stands, with a slash at the end."""
    if request.param == "file":
        yield plain_site.as_uri() + "/"
        return
    with served(plain_site) as base:
        yield base


class Searcher:
    """A page with a search box, and what is seen in it."""

    def __init__(self, page, address: str) -> None:
        self.page = page
        self.address = address
        self.problems: list[str] = []
        self.requests: list[str] = []
        page.set_default_timeout(15_000)
        page.on("pageerror", lambda error: self.problems.append(str(error)))
        page.on("console", lambda message: self.problems.append(message.text) if message.type == "error" else None)
        page.on("request", lambda request: self.requests.append(request.url))

    def open(self, path: str = "tim-kiem.html") -> Searcher:
        self.page.goto(self.address + path)
        return self

    def type(self, query: str) -> Searcher:
        """Put a query into the box and wait until it is answered."""
        self.page.evaluate("document.querySelector('.ph-search__status').textContent = ''")
        self.page.fill("#q", query)
        if query.strip():
            self.page.wait_for_function(
                "() => { const s = document.querySelector('.ph-search__status').textContent;"
                " return s && !s.startsWith('Đang tìm'); }"
            )
        else:
            self.page.wait_for_timeout(300)
        return self

    def find(self, query: str, filters: dict[str, str] | None = None) -> dict[str, object]:
        """Ask the engine itself: urls of all results, and what else it says."""
        return self.page.evaluate(
            """async ([query, filters]) => {
              await phobienSearch.start("./");
              const found = await phobienSearch.find(query, filters || {});
              const passages = await phobienSearch.passages(found.ids);
              return {total: found.total, urls: passages.map(p => p.url), titles: passages.map(p => p.title),
                      loose: found.loose, kinds: found.kinds, places: found.places, cut: found.query.cut};
            }""",
            [query, filters],
        )

    @property
    def status(self) -> str:
        return self.page.inner_text(".ph-search__status")

    @property
    def links(self) -> list[str]:
        return self.page.eval_on_selector_all(".ph-result__link", "links => links.map(a => a.getAttribute('href'))")

    @property
    def marks(self) -> list[str]:
        return self.page.eval_on_selector_all(".ph-result mark", "marks => marks.map(m => m.textContent)")


@pytest.fixture(scope="session")
def shared_searcher(browser, address) -> Iterator[Searcher]:
    context = browser.new_context(viewport={"width": 1200, "height": 800})
    yield Searcher(context.new_page(), address)
    context.close()


@pytest.fixture(scope="module")
def engine(shared_searcher) -> Iterator[Searcher]:
    """The search page, opened once: for questions to the engine alone."""
    shared_searcher.problems.clear()
    yield shared_searcher.open("gioi-thieu.html").open()
    assert shared_searcher.problems == []


@pytest.fixture
def searcher(shared_searcher) -> Iterator[Searcher]:
    """The search page, opened anew; nothing may go wrong on it, nor be asked of others."""
    shared_searcher.problems.clear()
    shared_searcher.requests.clear()
    yield shared_searcher.open("gioi-thieu.html").open()
    assert shared_searcher.problems == []
    assert [url for url in shared_searcher.requests if not url.startswith((shared_searcher.address, "data:"))] == []
