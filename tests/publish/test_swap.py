"""Whatever happens in the middle of a swap, either the former folder stands or the new one, and whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_tools.errors import StopError
from build_tools.publish import publish, roll_back, write_manifest
from build_tools.publish import swap as swapping
from build_tools.publish.delivery import previous_of

from .conftest import contents


def folder(path: Path, word: str) -> Path:
    (path / "sub").mkdir(parents=True)
    (path / "index.html").write_text(word, encoding="utf-8")
    (path / "sub" / f"{word}.html").write_text(word, encoding="utf-8")
    write_manifest(path)
    return path


@pytest.fixture(params=["exchange", "two renames"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    if request.param == "two renames":
        monkeypatch.setattr(swapping, "_exchange", lambda _one, _other: False)
    return request.param


def test_the_new_folder_replaces_the_old_one_entirely(tmp_path: Path, way: str) -> None:
    site, new = folder(tmp_path / "site", "cu"), folder(tmp_path / ".site.new", "moi")

    swapping.swap(new, site)

    assert sorted(contents(site)) == ["index.html", "manifest.json", "sub/moi.html"]
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_the_first_time_there_is_nothing_to_replace(tmp_path: Path, way: str) -> None:
    swapping.swap(folder(tmp_path / ".site.new", "moi"), tmp_path / "site")

    assert (tmp_path / "site/sub/moi.html").is_file()


@pytest.mark.parametrize("error", [OSError(13, "in use"), KeyboardInterrupt()])
@pytest.mark.parametrize("failing", [1, 2])
def test_a_failure_at_any_rename_leaves_the_old_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: int, error: BaseException
) -> None:
    site, new = folder(tmp_path / "site", "cu"), folder(tmp_path / ".site.new", "moi")
    before, rename, calls = contents(site), Path.rename, 0

    def interrupted(self: Path, target: Path) -> Path:
        nonlocal calls
        calls += 1
        if calls == failing:
            raise error
        return rename(self, target)

    monkeypatch.setattr(swapping, "_exchange", lambda _one, _other: False)
    monkeypatch.setattr(Path, "rename", interrupted)
    with pytest.raises((StopError, KeyboardInterrupt)):
        swapping.swap(new, site)

    assert contents(site) == before


def test_a_machine_that_stopped_between_the_renames_gets_the_old_folder_back(tmp_path: Path) -> None:
    site = folder(tmp_path / "site", "cu")
    before = contents(site)
    site.rename(tmp_path / ".site.old")
    folder(tmp_path / ".site.new", "moi")

    building = swapping.fresh_sibling(site)

    assert contents(site) == before
    assert contents(building) == {}


def test_a_machine_that_stopped_before_tidying_up_keeps_the_new_folder(tmp_path: Path) -> None:
    site = folder(tmp_path / "site", "moi")
    folder(tmp_path / ".site.old", "cu")

    swapping.recover(site)

    assert (site / "sub/moi.html").is_file()
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_publishing_keeps_the_former_site_and_can_go_back(tmp_path: Path, way: str) -> None:
    dest = tmp_path / "www/site"
    publish(folder(tmp_path / "one", "mot"), dest)
    publish(folder(tmp_path / "two", "hai"), dest)
    assert (dest / "index.html").read_text(encoding="utf-8") == "hai"
    assert (previous_of(dest) / "index.html").read_text(encoding="utf-8") == "mot"

    roll_back(dest)

    assert (dest / "index.html").read_text(encoding="utf-8") == "mot"
    assert (previous_of(dest) / "index.html").read_text(encoding="utf-8") == "hai"
    assert sorted(path.name for path in dest.parent.iterdir()) == ["site", "site.previous"]


def test_a_site_that_differs_from_its_manifest_is_not_published(tmp_path: Path) -> None:
    dest = tmp_path / "www"
    publish(folder(tmp_path / "one", "mot"), dest)
    broken = folder(tmp_path / "two", "hai")
    (broken / "index.html").write_text("khac", encoding="utf-8")

    with pytest.raises(StopError) as stopped:
        publish(broken, dest)

    assert stopped.value.code == "site-not-verified"
    assert (dest / "index.html").read_text(encoding="utf-8") == "mot"
    assert not list(tmp_path.glob(".www*"))


def test_a_folder_that_is_no_site_is_not_replaced(tmp_path: Path) -> None:
    dest = tmp_path / "nha"
    dest.mkdir()
    (dest / "luan-van.doc").write_text("")

    with pytest.raises(StopError) as stopped:
        publish(folder(tmp_path / "one", "mot"), dest)

    assert stopped.value.code == "not-a-site"
    assert (dest / "luan-van.doc").is_file()


@pytest.mark.parametrize("dest", ["one", "one/sub", "."])
def test_a_site_is_not_published_into_or_around_itself(tmp_path: Path, dest: str) -> None:
    site = folder(tmp_path / "one", "mot")

    with pytest.raises(StopError) as stopped:
        publish(site, tmp_path / dest)

    assert stopped.value.code == "folders-overlap"
    assert (site / "index.html").is_file()


def test_there_is_nothing_to_go_back_to(tmp_path: Path) -> None:
    with pytest.raises(StopError) as stopped:
        roll_back(tmp_path / "www")

    assert stopped.value.code == "no-previous-site"
