"""What an amending act does to a provision of another act, and from when an act has effect."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from msgspec import Struct

from build_tools.model.citation import Pinpoint
from build_tools.model.span import Span


class ChangeKind(StrEnum):
    """What is done to the provision; the verb of each is a row of `data/change_phrases.csv`."""

    AMEND = "amend"  # sửa đổi, bổ sung: the provision gets a new wording
    ADD = "add"  # bổ sung: a provision that was not there
    REPEAL = "repeal"  # bãi bỏ
    REPLACE = "replace"  # thay thế: an annex or a form by another one
    REPLACE_WORDS = "replace-words"  # thay thế cụm từ “A” bằng cụm từ “B”
    ADD_WORDS = "add-words"  # bổ sung cụm từ “A” vào sau cụm từ “B”
    REMOVE_WORDS = "remove-words"  # bỏ cụm từ “A”


class ChangePart(StrEnum):
    """The part of a provision that is meant where it is not the whole of it."""

    HEADING = "heading"  # tên điều, tên chương, tiêu đề khoản
    OPENING = "opening"  # đoạn mở đầu, đoạn đầu
    PASSAGE = "passage"  # đoạn thứ hai, câu cuối, dòng, số thứ tự, một số nội dung


class Doubt(StrEnum):
    """Why a change cannot be placed exactly; it is then listed and never guessed."""

    ACT_NOT_NAMED = "act-not-named"  # no act, or several, could be meant
    UNIT_NOT_NAMED = "unit-not-named"  # the order names no provision (một số nội dung)
    ANNEX = "annex"  # a place inside an annex, of which the units are not counted surely
    PART = "part"  # a passage that is described, not quoted
    NO_WORDING = "no-wording"  # new wording is announced and could not be found, or not matched with this provision
    UNIT_NOT_FOUND = "unit-not-found"  # the act has no such provision (from here on: by `resolve`)
    UNIT_AMBIGUOUS = "unit-ambiguous"  # the act has two such provisions
    WORDS_NOT_FOUND = "words-not-found"  # the words to be replaced do not stand there
    UNIT_EXISTS = "unit-exists"  # a provision is to be added that the act has already


class Change(Struct, frozen=True):
    """One provision of another act that an act amends, adds, repeals or replaces.

    `unit` is the unit of the amending act in which the order stands, `span` quotes the order. `citation` is the index
    of a citation that names the act. `pinpoint` is the provision (with `up_to` the first of a run: `từ khoản 1 đến
    khoản 11`), `annex` the annex as named (`Mẫu số 01 Phụ lục III`), `after` the provision behind which an added one
    goes. `wording` is the new text: of a quoted unit (`quoted` is its id), of the quoted paragraphs or of the words
    put in; `old` are the words taken out, `anchor` the words behind which (`ahead`: before which) words are put in.
    `doubt` is set where the change cannot be placed exactly. `target` (work id)
    and `target_unit` (unit id of that work) are set by `resolve`.
    """

    kind: ChangeKind
    unit: str | None
    span: Span
    citation: int | None = None
    pinpoint: Pinpoint | None = None
    up_to: Pinpoint | None = None
    annex: str | None = None
    part: ChangePart | None = None
    after: Pinpoint | None = None
    old: Span | None = None
    anchor: Span | None = None
    ahead: bool = False
    wording: Span | None = None
    quoted: str | None = None
    doubt: Doubt | None = None
    target: str | None = None
    target_unit: str | None = None


class EffectKind(StrEnum):
    """How a document says from when it has effect."""

    ON_DATE = "on-date"  # từ ngày 15 tháng 02 năm 2022
    ON_SIGNING = "on-signing"  # kể từ ngày ký (ban hành)
    AFTER_DAYS = "after-days"  # sau 45 ngày kể từ ngày ký
    UNTIL = "until"  # đến hết ngày 01 tháng 3 năm 2027
    OTHER = "other"  # tied to something else (ngày đăng Công báo): no day follows from the text


class Effect(Struct, frozen=True):
    """One statement on the time of effect, quoted by `span`.

    `date` is the day that follows from the text (for UNTIL the last day of effect). `partial` is true where the
    statement concerns named provisions only; `excepts` where it excepts some.
    """

    kind: EffectKind
    span: Span
    date: dt.date | None = None
    partial: bool = False
    excepts: bool = False
