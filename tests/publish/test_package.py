from __future__ import annotations

import os
import zipfile
from pathlib import Path

import pytest

from build_tools.errors import StopError
from build_tools.model.decisions import Edition
from build_tools.publish import make_package, verify
from build_tools.publish.paths import LONGEST_PATH, unsafe_paths


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    (folder / "van-ban").mkdir(parents=True)
    (folder / "index.html").write_text("<h1>Trang nhà</h1>", encoding="utf-8")
    (folder / "van-ban/132-qd-tw-2023.html").write_text("<h1>Quy định</h1>", encoding="utf-8")
    return folder


def test_two_packages_of_one_site_are_the_same_bytes(site: Path, tmp_path: Path) -> None:
    one = make_package(site, tmp_path / "one", edition=Edition.PUBLIC)
    for path in site.rglob("*"):
        os.utime(path, (1_700_000_000, 1_700_000_000))
    (site / "index.html").chmod(0o600)

    two = make_package(site, tmp_path / "two", edition=Edition.PUBLIC)

    assert one.read_bytes() == two.read_bytes()


def test_it_opens_by_a_double_click_and_says_what_it_is(site: Path, tmp_path: Path) -> None:
    package = make_package(site, tmp_path / "dist", edition=Edition.INTERNAL, name="thu-vien")

    with zipfile.ZipFile(package) as archive:
        names = archive.namelist()
        guide = archive.read("thu-vien-noi-bo/HUONG-DAN.txt")
        start = archive.read("thu-vien-noi-bo/MO-TRANG-NAY.html").decode()
    assert "url=trang/index.html" in start
    assert "thu-vien-noi-bo/trang/index.html" in names
    assert guide.startswith("\ufeffHƯỚNG DẪN\r\n".encode())
    assert "BẢN NỘI BỘ" in guide.decode()
    assert {name.split("/")[0] for name in names} == {"thu-vien-noi-bo"}


def test_packages_of_the_other_edition_and_of_other_names_go_and_other_files_stay(site: Path, tmp_path: Path) -> None:
    dist = tmp_path / "dist"
    make_package(site, dist, edition=Edition.INTERNAL)
    make_package(site, dist, edition=Edition.PUBLIC, name="ten-cu")
    (dist / "ghi-chu.txt").write_text("của tôi", encoding="utf-8")

    make_package(site, dist, edition=Edition.PUBLIC)

    assert sorted(path.name for path in dist.iterdir()) == ["ghi-chu.txt", "phobien-cong-khai.zip"]


def test_a_failed_package_leaves_the_old_one(site: Path, tmp_path: Path) -> None:
    package = make_package(site, tmp_path / "dist", edition=Edition.PUBLIC)
    before = package.read_bytes()
    (site / ("x" * LONGEST_PATH)).write_text("")

    with pytest.raises(StopError) as stopped:
        make_package(site, tmp_path / "dist", edition=Edition.PUBLIC)

    assert stopped.value.code == "path-too-long"
    assert package.read_bytes() == before
    assert [path.name for path in package.parent.iterdir()] == [package.name]


def test_the_package_verifies_packed_and_unpacked(site: Path, tmp_path: Path) -> None:
    package = make_package(site, tmp_path / "dist", edition=Edition.PUBLIC)
    with zipfile.ZipFile(package) as archive:
        archive.extractall(tmp_path / "usb")

    assert verify(package).ok
    assert verify(tmp_path / "usb/phobien-cong-khai").ok


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("van-ban/aux.html", "illegal"),
        ("CON", "illegal"),
        ("com1.txt", "illegal"),
        ("a?b", "illegal"),
        ("thư mục. /x", "illegal"),
        ("a/../b", "illegal"),
        ("x" * 121, "too-long"),
    ],
)
def test_paths_that_windows_refuses(path: str, reason: str) -> None:
    assert list(unsafe_paths([path])) == [(path, reason)]


@pytest.mark.parametrize("path", ["van-ban/hai-phong/251-kh-ubnd-2026.html", "console.html", "com.html", "x" * 120])
def test_paths_that_windows_takes(path: str) -> None:
    assert list(unsafe_paths([path])) == []


def test_names_that_differ_only_in_capitals_are_one_on_windows() -> None:
    assert list(unsafe_paths(["a/B.html", "a/b.html"])) == [("a/b.html", "twice")]
