"""Runs another program to its end, or to its time limit, with everything that it started itself."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence


def run(
    command: Sequence[str], *, seconds: float, environment: Mapping[str, str] | None = None, folder: str | None = None
) -> subprocess.CompletedProcess[bytes]:
    """Run `command` without input in `folder`; what it wrote, and its status.

    Raises TimeoutExpired after `seconds`: the program and all its children are gone then, as after any other exception
    (office programs start others, which would live on).
    """
    with subprocess.Popen(  # noqa: S603 - arguments as a list
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment,
        cwd=folder,
        start_new_session=True,
    ) as process:
        try:
            out, err = process.communicate(timeout=seconds)
        except BaseException:
            _end(process)
            raise
    return subprocess.CompletedProcess(command, process.returncode, out, err)


def _end(process: subprocess.Popen[bytes]) -> None:
    if sys.platform == "win32":
        kill = ["taskkill", "/F", "/T", "/PID", str(process.pid)]
        subprocess.run(kill, capture_output=True, check=False)  # noqa: S603 - a part of Windows
    else:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    process.kill()
