"""A preview's build takes unchanged pages from the one before; the site is the same as one built anew, always."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from mkdocs.structure.pages import Page

from build_tools.publish.pages_kept import keeping_pages

from .conftest import Builder, contents

PAGES = {
    "a.md": "# A\n\n[B](sub/b.md#muc) và [nhà](index.md)\n",
    "sub/b.md": "# B\n\n## Mục { #muc }\n\n[A](../a.md)\n",
    "c.md": "# C\n",
}


@pytest.fixture
def workspace(workspace: Path) -> Path:
    """With a menu that leads to one page only."""
    with (workspace / "mkdocs.yml").open("a", encoding="utf-8") as file:
        file.write("nav: [index.md]\n")
    return workspace


@pytest.fixture
def rendered(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The pages that are rendered from Markdown."""
    seen: list[str] = []
    render = Page.render

    def noted(self: Page, *args: object) -> None:
        seen.append(self.file.src_uri)
        render(self, *args)

    monkeypatch.setattr(Page, "render", noted)
    return seen


def edit(name: str, old: str, new: str) -> Callable[[Path], None]:
    def change(workspace: Path) -> None:
        path = workspace / name
        path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")

    return change


def theme(workspace: Path) -> None:
    (workspace / "theme").mkdir()
    (workspace / "theme/main.html").write_text('{% extends "base.html" %}{% block footer %}mới{% endblock %}')
    edit("mkdocs.yml", "name: material", "name: material\n  custom_dir: theme")(workspace)


CHANGES: dict[str, tuple[Callable[[Path], None], set[str]]] = {
    "nothing": (lambda _: None, set()),
    "one page": (edit("docs/c.md", "# C", "# Mới"), {"c.md"}),
    "the words of a page of the menu": (edit("docs/index.md", "[Giới thiệu]", "[Về trang này]"), set()),
    "the heading of a page of the menu": (edit("docs/index.md", "# Trang nhà", "# Nhà"), {"a.md", "sub/b.md", "c.md"}),
    "the title of a page of the menu": (
        edit("docs/index.md", "# Trang nhà", "---\ntitle: Nhà\n---\n\n# Trang nhà"),
        {"a.md", "sub/b.md", "c.md"},
    ),
    "a heading in the midst of a page of the menu": (
        edit("docs/index.md", "# Trang nhà\n", "Chào\n\n# Trang nhà\n\n# Hai\n"),
        {"a.md", "sub/b.md", "c.md"},
    ),
    "the settings": (edit("mkdocs.yml", "site_name: Thư viện", "site_name: Tên mới"), {"a.md", "sub/b.md", "c.md"}),
    "a page that others link to goes": (lambda w: (w / "docs/sub/b.md").unlink(), {"a.md", "c.md"}),
    "the theme": (theme, {"a.md", "sub/b.md", "c.md"}),
}


@pytest.mark.parametrize("name", CHANGES)
def test_a_build_with_kept_pages_is_the_same_as_one_from_nothing(
    workspace: Path, build: Builder, rendered: list[str], name: str
) -> None:
    change, expected = CHANGES[name]
    with keeping_pages():
        build(PAGES)
        change(workspace)
        rendered.clear()
        build()
        again = {page for page in rendered if page in PAGES}
        with_kept = contents(workspace / "site")
        build()
        and_once_more = contents(workspace / "site")
    build()

    assert again == expected
    assert with_kept == contents(workspace / "site")
    assert and_once_more == with_kept


def test_outside_a_preview_nothing_is_kept(build: Builder, rendered: list[str]) -> None:
    build(PAGES)
    rendered.clear()

    build()

    assert set(PAGES) <= set(rendered)


def test_without_a_menu_of_its_own_every_page_is_built(workspace: Path, build: Builder, rendered: list[str]) -> None:
    edit("mkdocs.yml", "nav: [index.md]", "")(workspace)
    with keeping_pages():
        build(PAGES)
        rendered.clear()
        build()

    assert set(PAGES) <= set(rendered)
