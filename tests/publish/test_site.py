from __future__ import annotations

from pathlib import Path

import pytest

from build_tools.errors import StopError
from build_tools.publish import build_site

from .conftest import Builder, contents


def test_pages_and_data_files_stand_in_the_site(workspace: Path, build: Builder) -> None:
    report = build()

    assert "Trang nhà" in (workspace / "site/index.html").read_text(encoding="utf-8")
    assert (workspace / "site/du-lieu/van-ban.csv").read_bytes().startswith(b"id,")
    assert report.diagnostics == ()
    assert report.pages == sum(name.endswith(".html") for name in contents(workspace / "site"))


def test_nothing_of_a_former_edition_is_left(workspace: Path, build: Builder) -> None:
    build({"noi-bo.md": "# Nội bộ\n"}, {"tim/noi-bo.js": b"1"})
    (workspace / "docs/noi-bo.md").unlink()

    build()

    assert not [name for name in contents(workspace / "site") if "noi-bo" in name]
    assert not [b for b in contents(workspace / "site").values() if "Nội bộ".encode() in b]
    assert sorted(p.name for p in workspace.iterdir() if p.name.startswith(".site")) == []


def test_the_same_input_gives_the_same_bytes(workspace: Path, build: Builder) -> None:
    build()
    first = contents(workspace / "site")

    build()

    assert contents(workspace / "site") == first


def test_material_brings_only_what_pages_load(workspace: Path, build: Builder) -> None:
    build()

    names = contents(workspace / "site")
    assert not [name for name in names if "lunr" in name or "workers" in name or name.endswith(".map")]
    assert [name for name in names if name.startswith("assets/javascripts/bundle")]
    assert not [name for name, data in names.items() if b"sourceMappingURL" in data]


def test_assets_of_the_library_stay_though_no_page_loads_them(workspace: Path, build: Builder) -> None:
    build({"assets/javascripts/extra.js": "1"})

    assert (workspace / "site/assets/javascripts/extra.js").is_file()


def test_the_search_of_material_keeps_its_parts_where_it_is_on(workspace: Path, build: Builder) -> None:
    config = workspace / "mkdocs.yml"
    config.write_text(config.read_text(encoding="utf-8").replace("plugins: []", "plugins: [search]"), encoding="utf-8")

    build()

    assert [name for name in contents(workspace / "site") if "workers/search" in name]


def test_a_request_to_the_outside_stops_the_build(workspace: Path, build: Builder) -> None:
    build()
    before = contents(workspace / "site")

    with pytest.raises(StopError) as stopped:
        build({"ngoai.md": '# Ngoài\n\n<script src="https://example.org/a.js"></script>\n'})

    assert stopped.value.code == "outside-request"
    assert stopped.value.args_by_name["page"] == "ngoai.html"
    assert contents(workspace / "site") == before


def test_a_dead_link_is_reported_and_the_rest_is_published(workspace: Path, build: Builder) -> None:
    report = build({"trang.md": "# Trang\n\n[x](khong-co.md) [cổng](https://example.org/)\n"})

    assert [(d.code, d.args["page"]) for d in report.diagnostics] == [("broken-link", "trang.html")]
    assert (workspace / "site/trang.html").is_file()


def test_strict_turns_a_dead_link_into_a_stop(workspace: Path, build: Builder) -> None:
    with pytest.raises(StopError) as stopped:
        build({"trang.md": "[x](khong-co.md)"}, strict=True)

    assert stopped.value.code == "site-strict"
    assert not (workspace / "site").exists()


def test_a_broken_configuration_stops_with_its_reason_and_keeps_the_site(
    workspace: Path, build: Builder, capfd: pytest.CaptureFixture[str]
) -> None:
    build()
    before = contents(workspace / "site")
    config = workspace / "mkdocs.yml"
    config.write_text(config.read_text(encoding="utf-8") + "\nmarkdown_extensions: [khong_co]\n", encoding="utf-8")

    with pytest.raises(StopError) as stopped:
        build()

    assert stopped.value.code == "site-not-built"
    assert "khong_co" in stopped.value.args_by_name["reason"]
    assert contents(workspace / "site") == before
    assert capfd.readouterr() == ("", "")


def test_nothing_is_printed(build: Builder, capfd: pytest.CaptureFixture[str]) -> None:
    build()

    assert capfd.readouterr() == ("", "")


def test_no_mkdocs_yml_is_said(tmp_path: Path) -> None:
    with pytest.raises(StopError) as stopped:
        build_site(tmp_path, tmp_path / "docs", {}, tmp_path / "site")

    assert stopped.value.code == "no-mkdocs-yml"


@pytest.mark.parametrize("name", ["../thoat.txt", "/etc/x", "a//b", "con.txt", "a:b", "x" * 121, "tệp. "])
def test_data_files_with_unsafe_names_are_refused(build: Builder, name: str) -> None:
    with pytest.raises(StopError) as stopped:
        build(files={name: b""})

    assert stopped.value.code.startswith("path-")


def test_a_data_file_does_not_replace_a_page(build: Builder) -> None:
    with pytest.raises(StopError) as stopped:
        build(files={"index.html": b""})

    assert stopped.value.code == "path-twice"
