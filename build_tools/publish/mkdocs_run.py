"""Runs MkDocs inside this process: quiet, with its warnings as diagnostics, the same bytes for the same input.

The only module that knows MkDocs. It reads the library's `mkdocs.yml` and settles what the promises of the site need:
plain file addresses, no web font, none of MkDocs' own search, our theme where the library has none of its own.
"""

from __future__ import annotations

import logging
import os
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib.resources import files as package_files
from pathlib import Path
from typing import Any

from build_tools.errors import StopError
from build_tools.model.findings import Diagnostic
from build_tools.publish.interface import in_language

CONFIG_FILE = "mkdocs.yml"
_FIXED_TIME = "315532800"  # 1980-01-01: the earliest that a zip can hold; MkDocs writes it where it would write today
# Links are checked on the built pages, where those of raw HTML are seen too (`check_site`).
_VALIDATION = {
    "nav": {"omitted_files": "ignore", "not_found": "warn", "absolute_links": "ignore"},
    "links": {"not_found": "ignore", "anchors": "ignore", "absolute_links": "ignore", "unrecognized_links": "ignore"},
}


def run_mkdocs(workspace: Path, docs_dir: Path, out_dir: Path, settings: Mapping[str, Any]) -> list[Diagnostic]:
    """Build `docs_dir` into `out_dir`; returns MkDocs' warnings.

    `settings` holds `language`, and may hold `site_name` and `extra` (merged into that of mkdocs.yml).
    Raises `StopError` where mkdocs.yml is missing or wrong, or MkDocs gives up.
    """
    config_file = workspace / CONFIG_FILE
    if not config_file.is_file():
        raise StopError("no-mkdocs-yml", folder=workspace)
    with _quiet() as records:
        try:
            _build(config_file, docs_dir, out_dir, settings)
        except StopError:
            raise
        except (Exception, SystemExit) as error:
            reasons = [record.getMessage() for record in records] or [str(error)]
            raise StopError("site-not-built", file=CONFIG_FILE, reason=" ".join(reasons)) from error
    return [Diagnostic("site-warning", args={"reason": record.getMessage()}) for record in records]


def site_address(workspace: Path) -> str | None:
    """The address of the published site, with a slash at its end, as `site_url` of mkdocs.yml gives it."""
    from mkdocs.utils.yaml import yaml_load

    config_file = workspace / CONFIG_FILE
    if not config_file.is_file():
        raise StopError("no-mkdocs-yml", folder=workspace)
    with config_file.open("rb") as file:
        address = str(yaml_load(file).get("site_url") or "").strip()
    return f"{address.rstrip('/')}/" if address else None


def theme_folder() -> Path:
    """The folder of the theme that comes with the package."""
    return Path(str(package_files("build_tools") / "theme"))


def _build(config_file: Path, docs_dir: Path, out_dir: Path, settings: Mapping[str, Any]) -> None:
    from mkdocs.commands.build import build
    from mkdocs.config import load_config
    from mkdocs.utils.yaml import yaml_load

    from build_tools.publish.page_languages import choose_languages
    from build_tools.publish.pages_kept import keep_pages
    from build_tools.publish.raw_blocks import RawBlocks
    from build_tools.publish.templates_kept import keep_templates

    with config_file.open("rb") as file:
        written = yaml_load(file)
    values = _settled(written, config_file.parent, settings)
    config = load_config(config_file=str(config_file), docs_dir=str(docs_dir), site_dir=str(out_dir), **values)
    keep_templates(config)
    choose_languages(config, settings["language"])
    keep_pages(config)
    config.markdown_extensions.append(RawBlocks())
    build(config)


def _settled(written: Mapping[str, Any], folder: Path, settings: Mapping[str, Any]) -> dict[str, Any]:
    theme = written.get("theme") or {}
    theme = dict(theme) if isinstance(theme, Mapping) else {"name": theme}
    theme.setdefault("name", "material")
    theme["language"] = settings["language"]
    theme.setdefault("font", False)
    own = theme.get("custom_dir")
    if not own or not (folder / own).is_dir():
        theme["custom_dir"] = str(theme_folder())
    values: dict[str, Any] = {
        "theme": theme,
        "plugins": written.get("plugins") or [],
        "use_directory_urls": False,
        "validation": _VALIDATION,
        "extra": {**(written.get("extra") or {}), **settings.get("extra", {})},
    }
    for name in ("nav", "site_name"):
        if written.get(name):
            values[name] = written[name]
    if settings.get("site_name"):
        values["site_name"] = settings["site_name"]
    return {name: in_language(value, settings["language"]) for name, value in values.items()}


class _Collector(logging.Handler):
    """Keeps the warnings and errors that MkDocs logs."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


@contextmanager
def _quiet() -> Iterator[list[logging.LogRecord]]:
    """Nothing of MkDocs reaches the console; its warnings are collected, its clock is stopped."""
    logger, collector = logging.getLogger("mkdocs"), _Collector()
    before, clock = logger.propagate, os.environ.get("SOURCE_DATE_EPOCH")
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")  # a notice of the theme about its own future
    os.environ["SOURCE_DATE_EPOCH"] = _FIXED_TIME
    logger.addHandler(collector)
    logger.propagate = False
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield collector.records
    finally:
        logger.removeHandler(collector)
        logger.propagate = before
        if clock is None:
            del os.environ["SOURCE_DATE_EPOCH"]
        else:
            os.environ["SOURCE_DATE_EPOCH"] = clock
