"""The published JSON: schema current, every document valid, every span true."""

from __future__ import annotations

import json

import jsonschema
import msgspec
import pytest

from build_tools.model.contract import json_schema, to_json
from build_tools.model.document import Document
from build_tools.pipeline.inspect import inspect_file, resolve_alone
from build_tools.pipeline.report import words
from tests.conftest import CORPUS, REPOSITORY

SCHEMA = REPOSITORY / "build_tools" / "model" / "schema" / "document-1.json"
SOURCES = sorted((REPOSITORY / "source_texts").glob("*/*/source.*"))
CONTRACT = jsonschema.Draft202012Validator(json.loads(SCHEMA.read_bytes()))
READABLE = {".txt", ".htm", ".pdf"}
REAL = sorted(p for p in CORPUS.rglob("*") if p.suffix in READABLE) if CORPUS.is_dir() else []


def check(record: dict) -> None:
    """The promises of the contract that a schema cannot state."""
    text = record["text"]
    ids = [unit["id"] for unit in record["units"]]
    assert len(ids) == len(set(ids))
    for unit in record["units"]:
        assert unit["parent"] is None or unit["parent"] in ids
        assert 0 <= unit["start"] <= unit["end"] <= len(text)
        if unit["label"]:
            begins = text[unit["start"] : unit["end"]].lstrip("“”\"'‘’")  # a quoted unit opens with its mark
            glued = unit["number"] and begins.startswith(unit["number"])  # `58.` is item 5 with the mark of note 8
            assert begins.startswith(unit["label"]) or glued
    for key, surface in (("citations", "surface"), ("duties", "quote"), ("deadlines", "surface")):
        for item in record[key]:
            assert text[item["start"] : item["end"]] == item[surface]
            assert item[surface].strip()
    deadlines = {item["id"] for item in record["deadlines"]}
    for duty in record["duties"]:
        assert duty["deadline"] is None or duty["deadline"] in deadlines
        assert duty["unit"] is None or duty["unit"] in ids
        for actor in duty["actors"]:
            assert text[actor["start"] : actor["end"]] == actor["surface"]
    for relation in record["relations"]:
        assert 0 <= relation["citation"] < len(record["citations"])
    for correction in record["corrections"]:
        assert text[correction["start"] : correction["end"]] == correction["original"]


def test_the_schema_in_the_package_is_the_one_of_the_code():
    assert SCHEMA.read_bytes() == json_schema(), "write json_schema() into the file anew"
    CONTRACT.check_schema(CONTRACT.schema)


@pytest.mark.parametrize("source", SOURCES, ids=lambda p: p.parent.name)
def test_every_document_of_the_library_keeps_the_contract(source, run):
    code, out, _ = run("inspect", source, "--json", cwd=REPOSITORY)
    assert code == 0
    record = json.loads(out)
    CONTRACT.validate(record)
    check(record)


@pytest.mark.corpus
@pytest.mark.parametrize("path", REAL, ids=lambda p: p.name)
def test_every_real_document_keeps_the_contract(path, analysed):
    record = json.loads(to_json(resolve_alone(analysed(path)), words))
    CONTRACT.validate(record)
    check(record)


def test_the_schema_refuses_what_is_not_the_contract():
    record = json.loads(to_json(inspect_file(SOURCES[0]), words))
    for spoil in (lambda r: r.pop("units"), lambda r: r["source"].update(sha256="x"), lambda r: r.update(schema="y")):
        wrong = json.loads(json.dumps(record))
        spoil(wrong)
        with pytest.raises(jsonschema.ValidationError):
            CONTRACT.validate(wrong)


def test_a_document_survives_its_codec():
    document = inspect_file(SOURCES[0])
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(document), type=Document) == document


def test_the_five_say_null_where_the_text_does_not_say(run):
    def metadata(folder: str) -> tuple[dict, set[str]]:
        (source,) = (REPOSITORY / "source_texts" / folder).glob("source.*")
        record = json.loads(run("inspect", source, "--json", cwd=REPOSITORY)[1])
        return record["metadata"], {item["code"] for item in record["diagnostics"]}

    found, codes = metadata("chua-ro/ke-hoach-thuc-hien-131-qdi-tw")
    assert [found[name] for name in ("place", "number", "symbol", "date")] == [None] * 4
    assert {"no-place", "no-number", "no-date"} <= codes
    found, codes = metadata("lao-cai/ke-hoach-thuc-hien-27-nq-tw")
    assert [found[name] for name in ("number", "symbol", "date")] == [None] * 3
    assert {"no-number", "no-date"} <= codes
    assert [item["kind"] for item in found["restrictions"]] == ["ownership"]
    found, codes = metadata("trung-uong/tin-ke-hoach-196-kh-bcsd")
    assert [found[name] for name in ("number", "symbol", "date")] == [None] * 3
    found, _ = metadata("binh-duong/225-kh-tu-2025")
    assert (found["symbol"], found["date"], found["place"]) == ("225-KH/TU", "2025-05-12", "Bình Dương")
    assert found["signer"]["name"] == "Nguyễn Lộc Hà"
    found, _ = metadata("hai-phong/251-kh-ubnd-2026")
    assert (found["symbol"], found["date"], found["place"]) == ("251/KH-UBND", "2026-07-07", "Hải Phòng")
    assert found["signer"] == {
        "name": "Lê Anh Quân",
        "position": "PHÓ CHỦ TỊCH",
        "authority": found["signer"]["authority"],
    }
