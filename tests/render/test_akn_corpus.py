"""Akoma Ntoso of real documents: every word once, in order, and no identifier twice."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from build_tools.model.decisions import Decisions, Edition
from build_tools.model.library import Entry
from build_tools.pipeline.analyse import analyse
from build_tools.render.akn import akn
from build_tools.resolve import resolve

pytestmark = pytest.mark.corpus
FILES = (
    "documents/000_73ac16048a60912e.txt",
    "documents/002_90d933ee5877c607.txt",
    "plans/tinh-huong-dan-hiep-thuong.txt",
    "plans/nghi-quyet-so-105-nq-cp-469364.txt",
    "plans/xa-ke-hoach-tiep-cong-dan.txt",
    "gazette/nghi-dinh-so-123-2026-nd-cp-469299.txt",
    "gazette/thong-tu-so-06-2023-tt-bkhdt-40164.txt",
    "gazette/van-ban-hop-nhat-so-959-vbhn-bldtbxh-36963.txt",
)


@pytest.mark.parametrize("name", FILES)
def test_the_file_holds_the_text_and_names_each_part_once(corpus: Path, name: str) -> None:
    document = analyse(corpus / name, file=name)
    entry = Entry("chua-ro/van-ban", document, Decisions(edition=Edition.INTERNAL))
    root = etree.fromstring(akn(entry, resolve({entry.id: entry}, Edition.INTERNAL)))
    ids = root.xpath("//@eId")
    assert len(ids) == len(set(ids))
    for meta in list(root.iter("{*}meta")):
        meta.getparent().remove(meta)
    assert "".join("".join(root.itertext()).split()) == "".join(document.text.split())
