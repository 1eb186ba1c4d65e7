"""What the search can find: one passage, and all that is said of it besides its words."""

from __future__ import annotations

from msgspec import Struct


class SearchPassage(Struct, frozen=True):
    """One passage of a page.

    `url` is relative to the site and ends in `#anchor`, or in nothing for a passage that stands for its whole page.
    `title` is the passage's own heading, `text` its words. `depth` is its level: 0 the page, and a passage lies inside
    the nearest one before it, on the same page, that has a smaller depth; passages of a page come one after another.

    The rest is the page's: `document` is its title, `symbol` the canonical symbol and `type_name` the type word of
    the work it shows, `held` whether the library has its text. `kind` and `place` are words to filter by; `family` is
    the title of the family. `roles` are ids and names of roles that the passage charges or names, and `cites` the
    canonical symbols (or work ids, for laws known by name) of the works that it cites. `names` are what the page's
    subject is called, as people type it: who types one of them is led to the page first.
    """

    url: str
    title: str
    text: str
    document: str = ""
    symbol: str | None = None
    type_name: str | None = None
    held: bool = True
    kind: str = ""
    place: str = ""
    family: str = ""
    roles: tuple[tuple[str, str], ...] = ()
    cites: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    depth: int = 1

    @property
    def page(self) -> str:
        """The url without its anchor."""
        return self.url.partition("#")[0]

    @property
    def anchor(self) -> str:
        """The anchor, empty for the page itself."""
        return self.url.partition("#")[2]
