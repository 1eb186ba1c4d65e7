"""Bad input gives one clear sentence, the rest is published, and the exit code says so."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

GOOD = "hai-phong/251-kh-ubnd-2026"
BAD = "ha-noi/12-kh-ubnd-2026"


@pytest.fixture
def small(library: Path) -> Path:
    """A library with one good document."""
    for path in (library / "source_texts").glob("*/*"):
        if f"{path.parent.name}/{path.name}" != GOOD:
            shutil.rmtree(path)
    return library


def put(library: Path, name: str, data: bytes, decisions: str = "edition: public\n") -> None:
    folder = library / "source_texts" / BAD
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(data)
    (folder / "document.yml").write_text(decisions, encoding="utf-8")


def broken_encoding(library: Path) -> None:
    put(library, "source.txt", "KẾ HOẠCH\nThực hiện".encode() + b"\xff\xfe\xff\x81" + "nhiệm vụ\n".encode())


def unknown_key(library: Path) -> None:
    put(library, "source.txt", "KẾ HOẠCH\n".encode(), "edtion: public\n")


def empty_file(library: Path) -> None:
    put(library, "source.txt", b" \n\n")


def unreadable_format(library: Path) -> None:
    put(library, "source.bin", bytes(range(256)) * 8)


def two_documents_with_one_id(library: Path) -> None:
    shutil.copytree(library / "source_texts" / GOOD, library / "source_texts" / "hai-phong" / "251-kh-ubnd-2026-b")


def two_files_in_one_folder(library: Path) -> None:
    put(library, "source.txt", "KẾ HOẠCH\n".encode())
    put(library, "source.md", "# KẾ HOẠCH\n".encode())


def changed_file(library: Path) -> None:
    put(
        library,
        "source.txt",
        "KẾ HOẠCH\n".encode(),
        f"edition: public\nreceived: {{file: source.txt, sha256: '{'0' * 64}'}}\n",
    )


def no_decisions(library: Path) -> None:
    put(library, "source.txt", "KẾ HOẠCH\n".encode())
    (library / "source_texts" / BAD / "document.yml").unlink()


CASES = {
    broken_encoding: (f"source_texts/{BAD}/source.txt", "dòng 2"),
    unknown_key: (f"source_texts/{BAD}/document.yml", "dòng 1", "edtion", "edition"),
    empty_file: (f"source_texts/{BAD}/source.txt",),
    unreadable_format: (f"source_texts/{BAD}/source.bin",),
    two_documents_with_one_id: ("251-kh-ubnd-2026-b", "source_texts/hai-phong/251-kh-ubnd-2026/"),
    two_files_in_one_folder: (f"source_texts/{BAD}/document.yml", "source.md, source.txt"),
    changed_file: (f"source_texts/{BAD}/source.txt", "SHA-256"),
    no_decisions: (f"source_texts/{BAD}/document.yml", "phobien add"),
}


@pytest.mark.parametrize("spoil", CASES, ids=lambda f: f.__name__)
def test_one_sentence_and_the_rest_is_published(small, run, spoil):
    spoil(small)
    code, out, err = run("convert", cwd=small)
    assert code == 1
    sentences = err.strip().splitlines()
    assert len(sentences) == 1, sentences
    for piece in CASES[spoil]:
        assert piece in sentences[0]
    assert "Traceback" not in out + err
    assert (small / "docs" / "van-ban" / f"{GOOD}.md").is_file()


def test_a_folder_without_a_library_is_said_in_both_languages(run, tmp_path):
    for lang, words in (("vi", "không có thư viện"), ("en", "No library")):
        code, _, err = run("check", cwd=tmp_path, lang=lang)
        assert code == 2
        assert words in err
