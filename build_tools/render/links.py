"""Where things stand on the site, and the relative links between them.

Every path is relative to docs/ for pages (`.md`) and to the site for files. Links are relative, so that the site works
below any address and from a folder.
"""

from __future__ import annotations

from urllib.parse import quote

HOME = "index.md"
TIMELINE = "dong-thoi-gian.md"
ROLES = "vai-tro/index.md"
FAMILIES = "nhom/index.md"
INDEXES = "muc-luc/index.md"

# Characters of our anchors that need no escape in a fragment (RFC 3986, 3.5).
_FRAGMENT_SAFE = "!$&'*+,;=:@/?-._~"


def work_page(work: str) -> str:
    """The page of a document, held or absent."""
    return f"van-ban/{work}.md"


def role_page(role: str) -> str:
    """The guide of a role of `data/roles.csv`."""
    return f"vai-tro/{role.replace('_', '-')}.md"


def family_page(family: str) -> str:
    """The page of a family of documents."""
    return f"nhom/{family}.md"


def family_part(family: str, place: str, number: int) -> str:
    """One page of the documents of a place in a large family."""
    return f"nhom/{family}/{place}{f'-{number}' if number > 1 else ''}.md"


def index_page(name: str) -> str:
    """An index: `so-hieu`, `co-quan` and so on."""
    return f"muc-luc/{name}.md"


def data_file(work: str, extension: str) -> str:
    """A machine-readable form of a document (`du-lieu/<id>.json`)."""
    return f"du-lieu/{work}.{extension}"


def download_file(work: str, name: str) -> str:
    """A file of a document that readers take away (`tai-ve/<id>/<name>`)."""
    return f"tai-ve/{work}/{name}"


def link(from_page: str, to_page: str, anchor: str = "") -> str:
    """The link to use in Markdown text: MkDocs checks it and turns `.md` into `.html`."""
    return (
        _relative(from_page, to_page) + _fragment(anchor) if to_page != from_page or not anchor else _fragment(anchor)
    )


def href(from_page: str, to_page: str, anchor: str = "") -> str:
    """The link to use in HTML fragments, which MkDocs leaves alone."""
    if to_page == from_page and anchor:
        return _fragment(anchor)
    return _relative(from_page, published(to_page)) + _fragment(anchor)


def file_href(from_page: str, file: str) -> str:
    """The link to a data file, in HTML fragments."""
    return _relative(from_page, file)


def published(page: str) -> str:
    """The path on the site of a page of docs/."""
    return f"{page.removesuffix('.md')}.html" if page.endswith(".md") else page


def _relative(from_page: str, to: str) -> str:
    """`to` as seen from `from_page`; both are plain paths without `.` and `..`, of which there are very many."""
    here, there = from_page.split("/")[:-1], to.split("/")
    shared = 0
    while shared < min(len(here), len(there) - 1) and here[shared] == there[shared]:
        shared += 1
    return quote("../" * (len(here) - shared) + "/".join(there[shared:]))


def _fragment(anchor: str) -> str:
    return f"#{quote(anchor, safe=_FRAGMENT_SAFE)}" if anchor else ""
