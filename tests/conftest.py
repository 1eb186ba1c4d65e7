"""What the tests share: the first library, built once for all of them, and a browser."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest
from filelock import FileLock

from build_tools.model.document import Document
from tests.properties import register

REPOSITORY = Path(__file__).resolve().parents[1]
CORPUS = REPOSITORY.parent / "shared" / "corpus"
HAND_WRITTEN = ("docs", "source_texts")

register()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests on the real documents beside the repository are skipped, visibly, where these are absent."""
    if CORPUS.is_dir():
        return
    for item in items:
        if item.get_closest_marker("corpus"):
            item.add_marker(pytest.mark.skip(reason="the corpus of real documents does not lie beside the repository"))


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The folder of real documents beside the repository."""
    return CORPUS


def copy_library(target: Path) -> Path:
    """A library of its own in `target`: the first library's documents, hand-written pages and site settings."""
    from build_tools.publish import clean_generated

    target.mkdir(parents=True, exist_ok=True)
    for name in HAND_WRITTEN:
        shutil.copytree(REPOSITORY / name, target / name, dirs_exist_ok=True)
    shutil.copy(REPOSITORY / "mkdocs.yml", target / "mkdocs.yml")
    clean_generated(target / "docs")
    return target


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A copy of the first library that a test may change."""
    return copy_library(tmp_path / "library")


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that all processes of one run of the tests have in common."""
    own = tmp_path_factory.getbasetemp()
    return own.parent if os.environ.get("PYTEST_XDIST_WORKER") else own


@pytest.fixture(scope="session")
def built(shared: Path) -> Callable[[str], Path]:
    """`built("public")`: the root of the first library with that edition built; made once for all test processes."""

    def build_once(edition: str) -> Path:
        from build_tools.model.decisions import Edition
        from build_tools.pipeline.build import build
        from build_tools.pipeline.workspace import Workspace

        root, done = shared / f"built-{edition}", shared / f"built-{edition}.json"
        with FileLock(f"{root}.lock"):
            if not done.exists():
                report = build(Workspace(copy_library(root)), Edition(edition))
                done.write_text(json.dumps({"pages": report.pages}), encoding="utf-8")
        return root

    return build_once


@pytest.fixture(scope="session")
def analysed(shared: Path) -> Callable[[Path], Document]:
    """`analysed(path)`: the document in a real file, analysed once for all tests and test processes."""
    from build_tools.pipeline.analyse import analyse

    def analyse_once(path: Path) -> Document:
        copy = shared / f"analysed-{path.parent.name}-{path.name}.msgpack"
        with FileLock(f"{copy}.lock"):
            if copy.exists():
                return msgspec.msgpack.decode(copy.read_bytes(), type=Document)
            document = analyse(path, file=path.name)
            copy.write_bytes(msgspec.msgpack.encode(document))
        return document

    return analyse_once


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Callable[..., tuple[int, str, str]]:
    """`run("check", cwd=…)`: the exit code, standard output and standard error of one phobien command."""

    def call(*args: object, cwd: Path | None = None, lang: str = "vi") -> tuple[int, str, str]:
        from build_tools.cli import main

        if cwd is not None:
            monkeypatch.chdir(cwd)
        capsys.readouterr()
        code = main(["--lang", lang, *map(str, args)])
        output = capsys.readouterr()
        return code, output.out, output.err

    return call


@pytest.fixture(scope="session")
def browser() -> Iterator[object]:
    """A headless Chromium."""
    from playwright.sync_api import sync_playwright

    from build_tools.browsers import find_browser

    path = find_browser()
    if path is None:
        pytest.fail("no Chromium found: make test installs one")
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(
            executable_path=path, args=["--no-sandbox", "--disable-background-networking", "--disable-component-update"]
        )
        yield launched
        launched.close()


_WCAG = {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
_COLOURS = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}


@pytest.fixture(scope="session")
def barriers() -> Callable[..., list[str]]:
    """`barriers(page)`: what WCAG 2.2 AA objects to; in the dark scheme, which changes colours only, in these only."""
    from axe_core_python.sync_playwright import Axe

    checker = Axe()

    def violations(page: object, scheme: str = "light") -> list[str]:
        rules = _COLOURS if scheme == "dark" else _WCAG
        found = checker.run(page, options={"runOnly": rules})["violations"]
        return [f"{rule['id']}: {node['html'][:160]}" for rule in found for node in rule["nodes"][:3]]

    return violations
