"""Which elements of a page are its document, and which are the site around it, hidden, or active."""

from __future__ import annotations

import re
from typing import Final

from lxml import etree

from build_tools.model.findings import RemovedReason
from build_tools.readers.html_names import SKIPPED_TAGS

_CHROME_TAGS: Final = frozenset(("nav", "aside", "menu", "dialog"))
_PAGE_EDGE_TAGS: Final = frozenset(("header", "footer"))
_CHROME_ROLES: Final = frozenset(("navigation", "banner", "contentinfo", "search", "complementary", "dialog", "menu"))
_CHROME_NAME = re.compile(
    r"(?:^|[\s_-])(?:menu|nav|navbar|navigation|breadcrumbs?|sidebar|footer|topbar|toolbar|social|share|sharing|comments?|"
    r"related|advert\w*|ads|cookies?|login|search|searchbox|pagination|pager|popup|modal|widget|banner|hotline|"
    r"tin-?lien-?quan|binh-?luan|quang-?cao|vb-?info|thuoc-?tinh|luoc-?do)(?=$|[\s_-])",
    re.IGNORECASE,
)
_CONTENT_NAME = re.compile(
    r"(?:^|[\s_-])(?:noi-?dung|toan-?van(?:-?content)?|full-?text|content-?detail|detail-?content|article-?(?:body|content)|"
    r"entry-content|post-content|vb-?content|content1|tab-?content)(?=$|[\s_-]|\d)",
    re.IGNORECASE,
)
_HIDDEN_STYLE = re.compile(
    r"display\s?:\s?none|visibility\s?:\s?hidden|mso-hide\s?:\s?all|font-size\s?:\s?0(?![.\d])", re.IGNORECASE
)
_LETTERHEAD = re.compile(r"CỘNG H(?:ÒA|OÀ) XÃ HỘI CHỦ NGHĨA VIỆT NAM|ĐẢNG CỘNG SẢN VIỆT NAM")
_SIGN = re.compile(  # how parts of a document begin or end
    r"^(?:Điều \d|Căn cứ |Nơi nhận|PHỤ LỤC|Phụ lục|Mẫu số|(?:TM|KT|TL|TUQ|Q)\. ?[A-ZĐ]|[IVX]{1,4}[.-] |\d{1,2}\. )"
    r"|\./\.$"
)
_NOTE_ID = re.compile(r"_?(?:ftn|fn|footnote|edn)[-_:]?\d{1,4}")
_FONT = re.compile(r"font-family\s{0,3}:\s{0,3}[\"']?([^;\"',]{1,60})")
_STRUCK = re.compile(r"line-through")
_STRUCK_TAGS: Final = frozenset(("s", "strike", "del"))
_COMMENTS = re.compile(r"mso-element\s{0,3}:\s{0,3}comment(?:-list)?(?![\w-])")
_FEWEST_SIGNS: Final = 2
_MOST_OF_THE_TEXT: Final = 0.5
_ENOUGH_IN_A_FRAME: Final = 0.3  # of the text, where a letterhead and an end say that it is a document
_LINK_SHARE: Final = 0.7  # of a list's text that stands in links: then it is a menu
_MENU_LINKS: Final = 5


class Content:
    """Judges elements of one page. `main` is the element that holds the document, where the page says which."""

    def __init__(self, body: etree._Element) -> None:
        self.main = _main(body)
        self._inside = set(self.main.iterancestors()) if self.main is not None else set()

    def unwanted(self, element: etree._Element) -> RemovedReason | None:
        """Why the element and all in it are left out; `None` for what belongs to the document."""
        tag = str(element.tag)
        if tag in SKIPPED_TAGS:
            return RemovedReason.ACTIVE_CONTENT
        if tag == "img":
            return RemovedReason.IMAGE
        if element.get("hidden") is not None or _HIDDEN_STYLE.search(element.get("style", "")):
            return RemovedReason.HIDDEN_TEXT
        if element in self._inside or element is self.main:
            return None
        return RemovedReason.SITE_CHROME if self._is_chrome(tag, element) else None

    def outside(self, element: etree._Element) -> bool:
        """Whether text directly in `element` stands around the document, not in it."""
        return element in self._inside

    def _is_chrome(self, tag: str, element: etree._Element) -> bool:
        if self.main is not None and element.getparent() in self._inside:
            return True  # beside the document
        if tag in _CHROME_TAGS or element.get("role", "") in _CHROME_ROLES:
            return True
        if tag in _PAGE_EDGE_TAGS and not any(a.tag in {"article", "main"} for a in element.iterancestors()):
            return True
        if tag in {"div", "ul", "section", "table", "form"} and _CHROME_NAME.search(_names(element)):
            return True
        return tag in {"ul", "ol"} and _is_menu(element)


def _names(element: etree._Element) -> str:
    return f"{element.get('id', '')} {element.get('class', '')}"


def _length(element: etree._Element, *, links: bool = True) -> int:
    """Characters of text in the element, white space and skipped elements not counted, nor (`links` false) links."""
    total = len("".join((element.text or "").split()))
    for child in element.iterdescendants():
        counted = links or not _in_link(child)
        if child.tag not in SKIPPED_TAGS and isinstance(child.tag, str) and counted:
            total += len("".join((child.text or "").split()))
        if counted or child.get("href") is not None:
            total += len("".join((child.tail or "").split()))
    return total


def _in_link(element: etree._Element) -> bool:
    """Whether the element is a link, or stands directly in one."""
    if element.tag == "a" and element.get("href") is not None:
        return True
    parent = element.getparent()
    return parent is not None and parent.tag == "a" and parent.get("href") is not None


def _main(body: etree._Element) -> etree._Element | None:
    """The element that holds the document: as the page marks it, or as the document shows by its letterhead and end.

    It must hold much of the text that is no link: menus and lists of other documents are long, and links.
    """
    marked = [
        element
        for element in body.iterdescendants("article", "main", "div", "section", "td")
        if element.tag in {"article", "main"} or element.get("role") == "main" or _CONTENT_NAME.search(_names(element))
    ][:40]
    framed = _framed(body)
    if not marked and framed is None:
        return None
    whole = _length(body, links=False)
    sized = [(_length(element, links=False), element) for element in marked]
    length, found = max(sized, key=lambda pair: pair[0], default=(0, None))
    if length >= whole * _MOST_OF_THE_TEXT:
        return found
    return framed if framed is not None and _length(framed, links=False) >= whole * _ENOUGH_IN_A_FRAME else None


def _framed(body: etree._Element) -> etree._Element | None:
    """The innermost element that holds a document from its letterhead to the last that belongs to one."""
    first: etree._Element | None = None
    last: etree._Element | None = None
    signs = 0
    for element in body.iterdescendants():
        if not isinstance(element.tag, str) or element.tag in SKIPPED_TAGS or _in_link(element):
            continue
        text = " ".join((element.text or "").split())
        if first is None:
            first = element if _LETTERHEAD.fullmatch(text) else None
        elif text and _SIGN.search(text):
            last, signs = element, signs + 1
    if first is None or last is None or signs < _FEWEST_SIGNS:
        return None
    around = [first, *first.iterancestors()]
    inside = {last, *last.iterancestors()}
    common = next((element for element in around if element in inside), None)
    return None if common is None or common is body or common.tag == "html" else common


def _is_menu(element: etree._Element) -> bool:
    links = list(element.iterdescendants("a"))
    if len(links) < _MENU_LINKS:
        return False
    return sum(map(_length, links)) >= _length(element) * _LINK_SHARE


def is_footnote(tag: str, element: etree._Element) -> bool:
    """Whether an element is a note: as Word marks it, by its id, or by the link back with which it begins."""
    if tag == "div" and "footnote" in element.get("style", ""):
        return True
    if tag in {"div", "p", "li"} and _NOTE_ID.fullmatch(element.get("id", "")):
        return True
    if tag != "p" or (element.text or "").strip():
        return False
    link = next(element.iterdescendants("a"), None)
    named = link is not None and _NOTE_ID.fullmatch(link.get("name") or link.get("id") or "")
    return bool(named) and link is not None and "#" in link.get("href", "") and "ref" in link.get("href", "")


def font_of(element: etree._Element) -> str | None:
    """The font that an element sets; `None` where it sets none."""
    if element.tag == "font" and element.get("face"):
        return element.get("face", "").split(",")[0].strip()
    found = _FONT.search(element.get("style", ""))
    return found[1].strip() if found else None


def struck_out(root: etree._Element) -> list[etree._Element]:
    """The elements whose words a browser shows struck out."""
    marked = (
        item for item in root.iter(etree.Element) if item.tag in _STRUCK_TAGS or _STRUCK.search(item.get("style", ""))
    )
    return [item for item in marked if "".join(map(str, item.itertext())).strip()]


def open_wording(root: etree._Element) -> tuple[int, int]:
    """How many tracked changes and how many comments a page holds that Word saved."""
    changes = sum(
        item.get("datetime") is not None or item.get("cite", "").startswith("mailto:")
        for item in root.iter("ins", "del")
    )
    return changes, sum(bool(_COMMENTS.search(item.get("style", ""))) for item in root.iter("div"))
