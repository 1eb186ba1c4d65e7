"""Click's own words in the language of the run: help, usage and errors have no English in Vietnamese."""

from __future__ import annotations

import gettext
import os
import re
import string
from collections.abc import Callable
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

import build_tools

CATALOG = Path(build_tools.__file__).parent / "locale/click/vi/LC_MESSAGES/messages.po"
ENGLISH = re.compile(r"\b(?:Usage|Options?|Commands?|Error|Show|Missing|such|Try|Invalid|extra|default|requires)\b")
COMMANDS = ("add", "build", "check", "convert", "init", "inspect", "publish", "serve", "verify")
Run = Callable[..., tuple[int, str, str]]


def forms(entry: object) -> list[str]:
    """A message or its translations as a list."""
    return [entry] if isinstance(entry, str) else list(entry)  # type: ignore[call-overload]


def test_the_compiled_catalog_is_that_which_people_edit() -> None:
    with CATALOG.open("rb") as file, CATALOG.with_suffix(".mo").open("rb") as binary:
        written = [entry for entry in read_po(file, locale="vi") if entry.id]
        spoken = gettext.GNUTranslations(binary)
    for entry in written:
        one, *more = forms(entry.id)
        said = spoken.ngettext(one, more[0], 2) if more else spoken.gettext(one)
        assert [said] == forms(entry.string), "run: python -m build_tools.commands.click_words"


def test_translations_have_no_field_that_click_does_not_fill() -> None:
    with CATALOG.open("rb") as file:
        for entry in read_po(file, locale="vi"):
            known = {name for form in forms(entry.id) for _text, name, *_rest in string.Formatter().parse(form) if name}
            for form in forms(entry.string):
                assert {name for _text, name, *_rest in string.Formatter().parse(form) if name} <= known, entry.id


@pytest.mark.parametrize("command", [(), *((name,) for name in COMMANDS)])
def test_help_is_vietnamese(run: Run, command: tuple[str, ...]) -> None:
    code, shown, _errors = run(*command, "--help")
    assert code == 0
    assert shown.startswith("Cách dùng: phobien")
    assert "Tùy chọn:" in shown
    assert not ENGLISH.search(re.sub(r"\(edition\)|--[\w-]+|\[[\w|]+\]", "", shown)), shown


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("buid",), "Lỗi: Không có lệnh 'buid'. (Có phải ý là: 'build'?)"),
        (("add",), "Lỗi: Thiếu đối số 'TỆP…'."),
        (("build", "--foo"), "Lỗi: Không có tùy chọn '--foo'."),
        (("build", "--edition"), "Lỗi: Tùy chọn '--edition' cần 1 giá trị."),
        (("build", "--edition", "x"), "'x' không phải một trong: 'public', 'internal'."),
        (("check", "x", "y"), "Lỗi: Thừa đối số (x y)"),
    ],
)
def test_what_click_objects_to_is_said_in_vietnamese(run: Run, arguments: tuple[str, ...], said: str) -> None:
    code, _shown, errors = run(*arguments)
    assert code == 2
    assert said in errors
    assert not ENGLISH.search(errors.replace("--edition", ""))


def test_in_english_click_speaks_english_and_nothing_stays_behind(run: Run) -> None:
    before = os.environ.get("LANGUAGE"), gettext.bindtextdomain("messages")
    assert run("--help", lang="en")[1].startswith("Usage: phobien [OPTIONS] COMMAND [ARGS]...")
    assert (os.environ.get("LANGUAGE"), gettext.bindtextdomain("messages")) == before
