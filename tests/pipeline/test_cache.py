"""What a preview keeps between its builds."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from build_tools.model.document import Document, Restriction, RestrictionKind
from build_tools.pipeline.cache import Cache, documents_in_memory
from tests.resolve.plans import PROVINCE, entries

PLAN = entries()[PROVINCE].document
MARKED = msgspec.structs.replace(
    PLAN,
    metadata=msgspec.structs.replace(PLAN.metadata, restrictions=(Restriction(RestrictionKind.OWNERSHIP, "dấu", 1),)),
)


def analysed() -> Document:
    pytest.fail("analysed again")


def test_a_marked_text_leaves_no_copy_and_is_analysed_once_by_a_preview(tmp_path: Path) -> None:
    with documents_in_memory():
        assert Cache(tmp_path / "c").get("a", b"", lambda: MARKED) == MARKED
        assert Cache(tmp_path / "c").get("a", b"", analysed) == MARKED
        assert not list(tmp_path.rglob("*.msgpack"))


def test_a_preview_forgets_what_its_last_build_did_not_use(tmp_path: Path) -> None:
    with documents_in_memory():
        Cache(tmp_path).get("a", b"", lambda: MARKED)
        Cache(tmp_path).keep_only(set())
        assert Cache(tmp_path).get("a", b"", lambda: PLAN) == PLAN


def test_outside_a_preview_the_disk_alone_counts(tmp_path: Path) -> None:
    with documents_in_memory():
        Cache(tmp_path).get("a", b"", lambda: MARKED)
    assert Cache(tmp_path).get("a", b"", lambda: PLAN) == PLAN
