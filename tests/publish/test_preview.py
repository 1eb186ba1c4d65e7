from __future__ import annotations

import threading
import urllib.error
import urllib.request
from pathlib import Path
from queue import Queue

import pytest
from watchfiles import Change

from build_tools.errors import StopError
from build_tools.publish import serve
from build_tools.publish.preview import REVISION_ADDRESS, HandMade, Preview

WAIT_SECONDS = 30


def get(address: str) -> bytes:
    with urllib.request.urlopen(address, timeout=WAIT_SECONDS) as answer:  # noqa: S310 - its own server
        content: bytes = answer.read()
    return content


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "index.html").write_text("<html><body><p>Trang nhà</p></body></html>", encoding="utf-8")
    (folder / "a.js").write_text("var a;", encoding="utf-8")
    return folder


def test_pages_are_served_with_a_reloader_and_files_as_they_are(site: Path) -> None:
    with Preview(site, 0) as preview:
        page = get(preview.address)
        script = get(preview.address + "a.js")
        revision = get(preview.address + REVISION_ADDRESS.lstrip("/"))
        with pytest.raises(urllib.error.HTTPError):
            get(preview.address + "khong-co.html")

    assert "Trang nhà".encode() in page
    assert b"<script>" in page
    assert script == b"var a;"
    assert revision == b"0"
    assert b"<script>" not in (site / "index.html").read_bytes()


def test_it_listens_on_this_machine_only(site: Path) -> None:
    with Preview(site, 0) as preview:
        assert preview.address.startswith("http://127.0.0.1:")


def test_nothing_outside_the_site_is_served(site: Path) -> None:
    (site.parent / "mat.txt").write_text("mật", encoding="utf-8")
    with Preview(site, 0) as preview, pytest.raises(urllib.error.HTTPError):
        get(preview.address + "..%2fmat.txt")


def test_a_taken_port_is_said(site: Path) -> None:
    with Preview(site, 0) as preview:
        port = int(preview.address.rstrip("/").rpartition(":")[2])
        with pytest.raises(StopError) as stopped:
            serve(site, [], lambda: None, port=port)

    assert stopped.value.code == "port-taken"


def test_a_change_is_built_and_shown(site: Path, tmp_path: Path) -> None:
    source = tmp_path / "docs"
    source.mkdir()
    ready: Queue[str] = Queue()
    built, stop = threading.Event(), threading.Event()

    def rebuild() -> None:
        (site / "index.html").write_text("<body>mới</body>", encoding="utf-8")
        built.set()

    def run() -> None:
        serve(site, [source], rebuild, port=0, on_ready=ready.put, stop=stop)

    thread = threading.Thread(target=run)
    thread.start()
    try:
        address = ready.get(timeout=WAIT_SECONDS)
        for attempt in range(WAIT_SECONDS * 5):  # the watch may start a moment after the server
            (source / "a.md").write_text(f"# A {attempt}\n", encoding="utf-8")
            if built.wait(0.2):
                break
        page = get(address)
    finally:
        stop.set()
        thread.join(WAIT_SECONDS)

    assert "mới".encode() in page


def test_what_a_build_writes_is_no_reason_to_build_again(tmp_path: Path) -> None:
    made, written = tmp_path / "index.md", tmp_path / "gioi-thieu.md"
    made.write_text("---\n# generated; do not edit\n---\n", encoding="utf-8")
    written.write_text("# Giới thiệu\n", encoding="utf-8")
    wanted = HandMade()

    assert not wanted(Change.modified, str(made))
    assert not wanted(Change.added, str(tmp_path))
    assert wanted(Change.modified, str(written))
    made.unlink()
    written.unlink()
    assert not wanted(Change.deleted, str(made))
    assert wanted(Change.deleted, str(written))
