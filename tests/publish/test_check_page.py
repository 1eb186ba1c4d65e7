"""The page that lets a commune check the package without any program, in a real browser on file://."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Any

import pytest

from build_tools.model.decisions import Edition
from build_tools.publish import make_package, new_key, signer
from build_tools.publish.signature import Algorithm

pytestmark = pytest.mark.browser


@pytest.fixture
def unpacked(tmp_path: Path) -> Path:
    site = tmp_path / "site"
    (site / "van-ban").mkdir(parents=True)
    (site / "index.html").write_text("<h1>Trang nhà</h1>", encoding="utf-8")
    (site / "van-ban/a.html").write_text("<h1>Kế hoạch</h1>", encoding="utf-8")
    new_key(tmp_path / "key.pem", Algorithm.ECDSA_P256)
    package = make_package(site, tmp_path, edition=Edition.PUBLIC, signer=signer(tmp_path / "key.pem"))
    with zipfile.ZipFile(package) as archive:
        archive.extractall(tmp_path / "usb")
    return tmp_path / "usb/phobien-cong-khai"


def answer(browser: Any, folder: Path) -> tuple[str, str]:
    """What the page says of the folder, and whether it finds it good or bad."""
    page = browser.new_page()
    try:
        page.goto((folder / "KIEM-TRA.html").as_uri())
        page.set_input_files("#folder", str(folder))
        page.wait_for_selector("#result.good, #result.bad")
        return page.inner_text("#result"), page.get_attribute("#result", "class")
    finally:
        page.close()


def test_a_genuine_package(browser: Any, unpacked: Path) -> None:
    text, verdict = answer(browser, unpacked)

    assert verdict == "good"
    assert "Đủ và nguyên vẹn." in text
    assert "Chữ ký khớp" in text


def test_a_changed_a_missing_and_an_added_file(browser: Any, unpacked: Path) -> None:
    (unpacked / "trang/index.html").write_text("<h1>Khác</h1>", encoding="utf-8")
    (unpacked / "trang/van-ban/a.html").unlink()
    (unpacked / "trang/them.html").write_text("")

    text, verdict = answer(browser, unpacked)

    assert verdict == "bad"
    assert "bị sửa: trang/index.html" in text
    assert "thiếu: trang/van-ban/a.html" in text
    assert "không có trong danh mục: trang/them.html" in text


def test_a_manifest_written_anew_has_a_false_signature(browser: Any, unpacked: Path) -> None:
    manifest = unpacked / "manifest.json"
    manifest.write_bytes(manifest.read_bytes() + b"\n")

    text, verdict = answer(browser, unpacked)

    assert verdict == "bad"
    assert "Chữ ký sai" in text


def test_the_start_page_opens_the_site(browser: Any, unpacked: Path) -> None:
    page = browser.new_page()
    page.goto((unpacked / "MO-TRANG-NAY.html").as_uri())
    page.wait_for_url("**/trang/index.html")

    assert page.inner_text("h1") == "Trang nhà"
    page.close()
