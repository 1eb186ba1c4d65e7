"""The menu speaks the language of the interface."""

from __future__ import annotations

from pathlib import Path

from mkdocs.utils.yaml import yaml_load

from build_tools.publish.interface import in_language
from tests.conftest import REPOSITORY


def settings() -> dict:
    with Path(REPOSITORY / "mkdocs.yml").open("rb") as file:
        return yaml_load(file)


def test_every_word_of_the_menu_has_its_english():
    written = settings()
    english = in_language(written["nav"], "en")
    assert [next(iter(item)) for item in english] == [
        "Home", "Roles", "Documents", "Timeline", "Families of documents", "About",
    ]  # fmt: skip
    assert [list(item.values()) for item in english] == [list(item.values()) for item in written["nav"]]
    assert in_language(written["site_name"], "en") == "Dissemination of law"
    assert "Switch to the dark scheme" in str(in_language(written["theme"], "en"))


def test_vietnamese_and_an_offices_own_words_stay():
    nav = settings()["nav"]
    assert in_language(nav, "vi") == nav
    assert in_language([{"Tủ sách Sở Tư pháp": "a.md"}], "en") == [{"Tủ sách Sở Tư pháp": "a.md"}]
