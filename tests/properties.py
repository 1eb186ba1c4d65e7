"""How the properties of the tests are tried on made-up input.

Without more words every run tries the same input, so that a change, not chance, makes a test fail. To look for input
that nobody thought of: `make test ARGS="--hypothesis-profile seek tests/readers"`, with `TIMES=20` before it for twenty
times as many. What is found becomes a test of its own.
"""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

_TIMES = int(os.environ.get("TIMES", "1"))
_UNTIMED = (HealthCheck.too_slow, HealthCheck.function_scoped_fixture)  # a busy machine is no fault


def register() -> None:
    """The profiles `same` and `seek`; `same` is taken unless the command line names another."""
    settings.register_profile(
        "same", derandomize=True, database=None, deadline=None, suppress_health_check=_UNTIMED, print_blob=True
    )
    settings.register_profile("seek", settings.get_profile("same"), derandomize=False)
    settings.load_profile("same")


def tried(times: int = 300) -> settings:
    """The number of inputs that a property is tried on."""
    return settings(max_examples=times * _TIMES)
