"""The rows of the tables of facts: what each column holds."""

from __future__ import annotations

from msgspec import Struct


class DocumentType(Struct, frozen=True):
    """A type of document (`doc_types.csv`): abbreviation in symbols, names, system."""

    abbr: str
    name_vi: str
    name_en: str
    system: str
    normative: str
    source: str
    note: str = ""
    example: str = ""


class Issuer(Struct, frozen=True):
    """An issuing body (`issuers.csv`); `aliases` are other written forms of the abbreviation, parted by `;`."""

    abbr: str
    name_vi: str
    level: str
    system: str
    aliases: str
    source: str
    note: str = ""
    example: str = ""


class Place(Struct, frozen=True):
    """A province or city (`places.csv`); `until` and `part_of_since_then` record the merger of 1 July 2025."""

    name: str
    kind: str
    until: str
    part_of_since_then: str
    aliases: str
    source: str
    origin: str = ""
    example: str = ""


class Role(Struct, frozen=True):
    """A body, position or judicial title (`roles.csv`).

    `kind` is body, position, title, or group: a kind of bodies or persons, whose present tense in points of laws is no
    duty. `aliases` are other names, `parents` the ids of the wider groups by which the role is addressed too, parted by
    `;`. `valid_from` and `valid_until` are days (YYYY-MM-DD) between which the role exists, empty where it always
    does. `match` is `case` for a name that is a common word when written small (`nhân dân`). `example` quotes, parted
    by ` | `, sentences in which every name of the row is found.
    """

    id: str
    name_vi: str
    name_en: str
    kind: str
    level: str
    aliases: str
    parents: str = ""
    valid_from: str = ""
    valid_until: str = ""
    match: str = ""
    example: str = ""
    note: str = ""


class RoleAbbreviation(Struct, frozen=True):
    """An abbreviation inside names of bodies (`role_abbreviations.csv`) and the words it stands for."""

    abbr: str
    words: str
    example: str


class RoleGroupWord(Struct, frozen=True):
    """A part of lists such as `các bộ, ngành, cơ quan và địa phương liên quan` (`role_group_words.csv`).

    `place` is member (never the last word of a list), last (may be), listed (may be, where `các` stands before it),
    tail (behind the members), head (the office before them, whose `kind` is the id of its role) or alone (behind `các`,
    without others). `unless` lists, parted by `;`, the words that make another name of it when they follow.
    """

    words: str
    kind: str
    place: str
    unless: str
    example: str


class TaskVerb(Struct, frozen=True):
    """A verb with which a task begins (`task_verbs.csv`), and the capacity in which its subject acts."""

    verb: str
    capacity: str
    example: str


class BearerHead(Struct, frozen=True):
    """A word with which the name of a body or a kind of person begins (`bearer_heads.csv`).

    `unless` lists, parted by `;`, the words that make another word of it when they follow (`Ban` in `Ban hành`).
    `prose` is `x` for a word that is written small in a sentence (`nhà giáo`): a kind of persons or bodies, no name.
    """

    head: str
    unless: str
    example: str
    prose: str = ""


class DeadlinePhrase(Struct, frozen=True):
    """A form of time limit (`deadline_phrases.csv`); `phrase` is also the example on which the form is tested."""

    id: str
    phrase: str
    kind: str
    normalised: str
    qualifier: str
    rule: str
    origin: str = ""


class RelationPhrase(Struct, frozen=True):
    """Cues of a relation between documents (`relation_phrases.csv`), parted by ` / `; `…` stands for a body's name.

    `direction` says who does it to whom: this document or an earlier citation to the citation after the cue, or (`←`)
    the citation after the cue to the earlier one. `scope` says where the cue counts: in the title, in the preamble,
    at the beginning of an enacting sentence, or anywhere.
    """

    cue_vi: str
    relation: str
    direction: str
    scope: str
    example: str
    note: str
    origin: str = ""


class Law(Struct, frozen=True):
    """A law, code or ordinance (`laws.csv`); `aliases` are short forms of what follows `Luật`, parted by `;`."""

    name: str
    aliases: str
    example: str
    origin: str = ""


class Beginning(Struct, frozen=True):
    """How a line begins: a body's name (`body_beginnings.csv`) or a position (`signer_positions.csv`) in capitals.

    And the head of a column (`column_heads.csv`), and a text that an act enacts and that is no type of document
    (`enacted_texts.csv`). Followed by words of `unless` (parted by `;`) it names no body.
    """

    beginning: str
    example: str
    unless: str = ""


class RestrictionMark(Struct, frozen=True):
    """A mark that forbids to hand a text on (`restriction_marks.csv`); `pattern` is a regular expression.

    `whole_line` is `yes` where the mark must be a line by itself, `line-start` where it begins one.
    """

    kind: str
    pattern: str
    whole_line: str
    example: str
    source: str


class ChangePhrase(Struct, frozen=True):
    """Verbs of an order to change another act (`change_phrases.csv`), parted by ` / `.

    `kind` is a value of `ChangeKind`; `voice` says whether the provision follows (active) or goes before (passive).
    """

    phrase_vi: str
    kind: str
    voice: str
    example: str
    note: str
    origin: str = ""


class ChangeObject(Struct, frozen=True):
    """Words between verb and provision (`change_objects.csv`), parted by ` / `; `…` stands for up to six more words.

    `means` is `words` for a phrase in quotation marks, else a value of `ChangePart`.
    """

    words_vi: str
    means: str
    example: str
    note: str
    origin: str = ""


class PlanPhrase(Struct, frozen=True):
    """Words that tell a body to issue a plan of its own (`plan_phrases.csv`).

    `part` is `verb`, `plan`, `goes-on` (what follows; other words make it a plan of another kind: "kế hoạch kiểm tra")
    or `not-behind` (words before the verb in its clause that make it no order to this body).
    """

    part: str
    phrase: str
    example: str
    note: str = ""
