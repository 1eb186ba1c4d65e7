"""Keeps the theme's compiled templates while this process lives: compiling them takes a third of a small build."""

from __future__ import annotations

from typing import Any

from jinja2 import BytecodeCache, Environment
from jinja2.bccache import Bucket
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin

_compiled: dict[str, bytes] = {}


def keep_templates(config: MkDocsConfig) -> None:
    """Let this configuration's build take compiled templates from the builds before it, and leave its own."""
    config.plugins["phobien/templates"] = _KeepTemplates()


class _InMemory(BytecodeCache):
    """Jinja checks the source of each template before it believes what is kept here."""

    def load_bytecode(self, bucket: Bucket) -> None:
        if bucket.key in _compiled:
            bucket.bytecode_from_string(_compiled[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        _compiled[bucket.key] = bucket.bytecode_to_string()


class _KeepTemplates(BasePlugin):  # type: ignore[type-arg, no-untyped-call]
    def on_env(self, env: Environment, /, **_: Any) -> Environment:
        env.bytecode_cache = _InMemory()
        return env
