"""What each oddity of a sequence of labels costs; the nesting takes the cheapest explanation of the whole sequence."""

from __future__ import annotations

from build_tools.grammar.labels import Style

OPEN_LIST = 0.3  # a first item below its usual parent
ODD_START = 1.2  # a list that begins with another number than the first …
ODD_START_MORE = 0.15  # … for each number missing
GAP, GAP_MORE = 1.0, 0.1
REPEAT = 1.5
BACKWARD = 2.6
CHANGED_PLACES = 0.3  # 4. behind 5., where 4. was missing: the drafter changed their places
ANEW = 0.5  # 1. below a title in capitals: the list above it has ended, and a new one begins beside it
INVERSION = 2.0  # a style inside one that usually stands below it …
INVERSION_OF_PARTS = 3.4  # … of a part, chapter, article or capital inside a list
BESIDE_DIVISIONS = 4.0  # a first Phần beside A., B., C., where it rather lies in C.
BESIDE_ROMAN = 2.0  # a first A. beside II. …
CAPITAL_IN_ROMAN = 0.6  # … rather than in it
INVERSION_IN_BULLET = 4.0  # … of a numbered list inside an item without number
BELOW_TITLED_STAR = -0.1  # … of a numbered list right below "* Nội dung": rather there than beside it
IN_STEP = -0.1  # … of a list that begins below "Bước 1: …": rather there than beside the steps
BELOW_ANNOUNCING_BULLET = -0.1  # … of stars right below "+ Đối với người lao động:": rather there than above it
FOREIGN_PREFIX = 1.2  # 3.1 under 2
PREFIX_OF_OTHER_STYLE = 0.2  # 2.1 under II
ANNOUNCED = 1.0  # đ1) as a point inserted behind đ) although đ) ends with a colon
NOT_ANNOUNCED = 1.5  # đ1) as an item inside đ) although đ) does not end with a colon
WITHOUT_STOP = 0.9  # 2 between 1. and 3.
LIMIT = 2.1  # the most that an odd start or a gap costs: such an item is still rather an item than a stray number
SKIP = {
    Style.PART: 4.0,
    Style.MODULE: 4.0,
    Style.CHAPTER: 6.0,
    Style.SECTION: 4.0,
    Style.SUBSECTION: 6.0,
    Style.ARTICLE: 6.0,
    Style.UPPER: 2.3,
    Style.ROMAN: 3.0,
    Style.LESSON: 4.0,
    Style.CODE: 2.4,
    Style.ROMAN_DECIMAL: 2.4,
    Style.DECIMAL: 2.4,
    Style.PAREN_NUMBER: 2.3,
    Style.NUMBER_PAREN: 2.3,
    Style.LETTER: 2.5,
    Style.PAREN_LETTER: 2.3,
    Style.LOWER_ROMAN: 2.0,
    Style.STEP: 2.4,
}
SKIP_BULLET = 3.0
SKIP_WITHOUT_STOP = 0.3  # a number and words: a label only where its successor needs it
SKIP_ALONE = 0.0  # nothing: such a label counts only where the rest of the sequence needs it
WIDTH = 6  # explanations carried along
MARGIN = 3.5  # an explanation dearer than the best by more than this is given up


def step_cost(before: tuple[int, int], after: tuple[int, int]) -> float:
    """The price of `after` as the next item behind `before`; nothing for the expected successor."""
    if after == before:
        return REPEAT
    if after < before:
        return BACKWARD
    missing = after[0] - before[0] - (1 if after[1] == 0 else 0)
    if missing <= 0 and after[1] - (before[1] if after[0] == before[0] else 0) <= 1:
        return 0.0
    return min(GAP + GAP_MORE * max(missing, 1), LIMIT)
