from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.errors import StopError
from build_tools.i18n import use_language
from build_tools.model.decisions import Edition
from build_tools.publish import make_package, new_key, sign, signer, verify, write_manifest
from build_tools.publish.signature import Algorithm, SignatureState
from tests.properties import tried

FILES = {"index.html": b"<h1>Trang</h1>", "van-ban/1.html": b"<p>mot</p>", "du-lieu/a.csv": b"a,b\n"}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    for name, content in FILES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    write_manifest(folder)
    return folder


def test_an_untouched_site_is_whole(site: Path) -> None:
    report = verify(site)

    assert report.ok
    assert report.checked == len(FILES)
    assert report.signature is SignatureState.NONE


def test_missing_changed_and_extra_files_are_named(site: Path) -> None:
    (site / "index.html").unlink()
    (site / "van-ban/1.html").write_bytes(b"<p>hai</p>")
    (site / "them.html").write_bytes(b"")

    report = verify(site)

    assert not report.ok
    assert (report.missing, report.changed, report.extra) == (("index.html",), ("van-ban/1.html",), ("them.html",))
    with use_language("vi"):
        lines = "\n".join(report.lines())
    assert all(name in lines for name in ("index.html", "van-ban/1.html", "them.html"))


@tried(200)
@given(data=st.data())
def test_any_changed_byte_of_any_file_is_found(site: Path, data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(sorted(FILES)))
    place = data.draw(st.integers(0, len(FILES[name]) - 1))
    content = bytearray(FILES[name])
    content[place] ^= data.draw(st.integers(1, 255))
    path = site / name
    path.write_bytes(bytes(content))
    try:
        assert verify(site).changed == (name,)
    finally:
        path.write_bytes(FILES[name])


@tried(200)
@given(place=st.floats(0, 1, exclude_max=True), flip=st.integers(1, 255))
def test_a_damaged_package_is_never_whole_with_other_content(
    site: Path, tmp_path: Path, place: float, flip: int
) -> None:
    """Any byte of the zip may go wrong: either that is found, or what would be unpacked is the same."""
    package = make_package(site, tmp_path / "dist", edition=Edition.PUBLIC)
    content = bytearray(package.read_bytes())
    content[int(place * len(content))] ^= flip
    damaged = tmp_path / "damaged.zip"
    damaged.write_bytes(bytes(content))
    try:
        whole = verify(damaged).ok
    except StopError:
        return
    if whole:
        with zipfile.ZipFile(package) as one, zipfile.ZipFile(damaged) as two:
            assert {n: one.read(n) for n in one.namelist()} == {n: two.read(n) for n in two.namelist()}


def test_a_file_outside_the_packages_folder_is_found(site: Path, tmp_path: Path) -> None:
    package = make_package(site, tmp_path / "dist", edition=Edition.PUBLIC)
    with zipfile.ZipFile(package, "a") as archive:
        archive.writestr("autorun.inf", "[autorun]")

    assert verify(package).extra == ("/autorun.inf",)


def test_a_second_entry_of_one_name_is_found(site: Path, tmp_path: Path) -> None:
    package = make_package(site, tmp_path / "dist", edition=Edition.PUBLIC)
    with zipfile.ZipFile(package, "a") as archive, pytest.warns(UserWarning, match="Duplicate name"):
        archive.writestr("phobien-cong-khai/trang/index.html", "khác")

    assert not verify(package).ok


@pytest.mark.parametrize("algorithm", list(Algorithm))
def test_signatures(site: Path, tmp_path: Path, algorithm: Algorithm) -> None:
    new_key(tmp_path / "key.pem", algorithm)
    new_key(tmp_path / "other.pem", algorithm)
    sign(site / "manifest.json", tmp_path / "key.pem")

    assert verify(site, tmp_path / "key.pem.pub").signature is SignatureState.VALID
    assert verify(site, tmp_path / "other.pem.pub").signature is SignatureState.UNKNOWN_KEY
    assert verify(site).signature is SignatureState.UNKNOWN_KEY


@pytest.mark.parametrize("algorithm", list(Algorithm))
def test_a_signature_does_not_cover_a_manifest_written_anew(site: Path, tmp_path: Path, algorithm: Algorithm) -> None:
    new_key(tmp_path / "key.pem", algorithm)
    signature = sign(site / "manifest.json", tmp_path / "key.pem").read_bytes()
    (site / "index.html").write_bytes(b"khac")
    manifest = write_manifest(site)
    assert verify(site).signature is SignatureState.NONE
    manifest.with_name("manifest.json.sig").write_bytes(signature)

    report = verify(site)

    assert report.signature is SignatureState.INVALID
    assert not report.ok


def test_a_signed_package(site: Path, tmp_path: Path) -> None:
    new_key(tmp_path / "key.pem")
    sign_it = signer(tmp_path / "key.pem")
    package = make_package(site, tmp_path / "one", edition=Edition.PUBLIC, signer=sign_it)
    again = make_package(site, tmp_path / "two", edition=Edition.PUBLIC, signer=sign_it)

    assert verify(package, tmp_path / "key.pem.pub").signature is SignatureState.VALID
    assert package.read_bytes() == again.read_bytes()


def test_a_key_is_never_overwritten_and_is_its_owners_alone(tmp_path: Path) -> None:
    new_key(tmp_path / "key.pem")

    with pytest.raises(StopError) as stopped:
        new_key(tmp_path / "key.pem")

    assert stopped.value.code == "key-exists"
    assert (tmp_path / "key.pem").stat().st_mode & 0o077 in (0, 0o066)  # Windows knows no groups


@pytest.mark.parametrize(
    "content", [b"", b"khong phai khoa", b"-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n"]
)
def test_an_unreadable_key_is_said(site: Path, tmp_path: Path, content: bytes) -> None:
    key = tmp_path / "key.pem"
    key.write_bytes(content)

    with pytest.raises(StopError) as stopped:
        sign(site / "manifest.json", key)

    assert stopped.value.code == "key-unreadable"


@pytest.mark.parametrize("content", [b"", b"{}", b"PK\x03\x04", b"\x00" * 100])
def test_what_is_no_package_is_said(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(content)

    with pytest.raises(StopError) as stopped:
        verify(path)

    assert stopped.value.code in ("broken-zip", "no-manifest")


def test_no_manifest_no_path_no_json(tmp_path: Path) -> None:
    codes = []
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    (tmp_path / "b/manifest.json").write_text("[]")
    for name in ("a", "b", "c"):
        with pytest.raises(StopError) as stopped:
            verify(tmp_path / name)
        codes.append(stopped.value.code)
    assert codes == ["no-manifest", "not-a-manifest", "nothing-to-verify"]
