"""A fault of the program itself costs one document, never the build, and is never a traceback."""

from __future__ import annotations

import pytest

from build_tools.errors import StopError
from build_tools.model.decisions import Edition
from build_tools.pipeline import build as building
from build_tools.pipeline.build import convert
from build_tools.pipeline.workspace import Workspace

BROKEN = "binh-duong/225-kh-tu-2025"


def test_a_document_that_cannot_be_rendered_is_left_out_and_said(library, monkeypatch):
    render = building.render

    def failing(found, options):
        if BROKEN in found.entries:
            raise KeyError(BROKEN)
        return render(found, options)

    monkeypatch.setattr(building, "render", failing)
    converted = convert(Workspace(library), Edition.PUBLIC)
    assert BROKEN not in converted.library.entries
    assert len(converted.library.entries) == 3
    assert [(e.code, e.file) for e in converted.errors] == [("internal-fault", f"source_texts/{BROKEN}/source.txt")]


def test_any_other_fault_is_one_sentence_unless_asked_for(library, run, monkeypatch):
    def failing(*_args):
        raise RuntimeError("x")

    monkeypatch.setattr(building, "render", failing)
    monkeypatch.setattr(building, "_problem", lambda *_: None)
    monkeypatch.delenv("PHOBIEN_DEBUG", raising=False)
    code, _, err = run("convert", cwd=library)
    assert code == 2
    assert "RuntimeError" in err
    assert "Traceback" not in err
    monkeypatch.setenv("PHOBIEN_DEBUG", "1")
    with pytest.raises(StopError):
        run("convert", cwd=library)
