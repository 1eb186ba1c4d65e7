"""Rewrites the expected parts of the fixtures: `python -m tests.structure.write_fixtures`.

For a look at the difference (`git diff`) after a change of the rules; nothing is right because this wrote it.
"""

from __future__ import annotations

from build_tools.structure import outline
from tests.structure.fixture_files import HERE, clean_text, metadata_lines, read, unit_lines


def main() -> None:
    """Rewrite every fixture file in place."""
    for path in sorted(HERE.glob("*.txt")):
        head = path.read_text(encoding="utf-8").split("\n# ")[0]
        parts = [head.rstrip("\n")] if not head.startswith("# ") else []
        for case in read(path):
            found = outline(clean_text(case.text))
            body = [f"# {case.title}", *case.text, ".", *metadata_lines(found), ".", *unit_lines(found), "."]
            parts.append("\n".join(body))
        path.write_text("\n\n".join(parts) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
