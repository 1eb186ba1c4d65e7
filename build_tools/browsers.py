"""Finds a Chromium for the browser tests, or installs one.

Standard library only: it runs before anything is installed.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

BROWSER_VARIABLE = "PHOBIEN_BROWSER"
COMMANDS = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
    "microsoft-edge-stable",
    "msedge",
)
WINDOWS_FOLDERS = ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")
WINDOWS_PROGRAMS = (
    "Google/Chrome/Application/chrome.exe",
    "Chromium/Application/chrome.exe",
    "Microsoft/Edge/Application/msedge.exe",
)
MAC_PROGRAMS = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)
START_SECONDS = 60
ASK_PLAYWRIGHT = (
    "from playwright.sync_api import sync_playwright as s\nwith s() as p: print(p.chromium.executable_path)"
)


def find_browser(environment: Mapping[str, str] | None = None, python: Path | None = None) -> str | None:
    """The path of a Chromium that starts, or None.

    Looks at PHOBIEN_BROWSER first, then along PATH, then in the usual places of Windows and macOS, then for the one
    that Playwright keeps (`python` is the interpreter that has Playwright; without it this last place is left out).
    """
    environment = os.environ if environment is None else environment
    for candidate in _candidates(environment):
        if starts(candidate):
            return candidate
    kept = _playwright_browser(python) if python else None
    return kept if kept and starts(kept) else None


def starts(program: str) -> bool:
    """Whether the program is there and answers; a stub that only asks for another package does not."""
    if not Path(program).is_file():
        return False
    if sys.platform == "win32":  # there the question for its version would open a window
        return True
    try:
        answer = subprocess.run([program, "--version"], capture_output=True, timeout=START_SECONDS, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return answer.returncode == 0


def install_browser(python: Path, run: Callable[[Sequence[str]], bool] | None = None) -> str | None:
    """Install a Chromium in the way this machine allows, and return its path, or None if every way failed.

    With administrator's rights (root, or sudo without a password) the system's package; else Playwright's own copy in
    the user's folder. `run` runs one command and says whether it succeeded.
    """
    run = run or _succeeds
    for commands in _ways(python, run):
        if all(run(command) for command in commands):
            found = find_browser(python=python)
            if found:
                return found
    return None


def _candidates(environment: Mapping[str, str]) -> Iterator[str]:
    chosen = environment.get(BROWSER_VARIABLE, "")
    if chosen:
        yield shutil.which(chosen) or chosen
    for name in COMMANDS:
        found = shutil.which(name, path=environment.get("PATH"))
        if found:
            yield found
    if sys.platform == "win32":
        folders = [environment[name] for name in WINDOWS_FOLDERS if environment.get(name)]
        yield from (str(Path(folder, program)) for program in WINDOWS_PROGRAMS for folder in folders)
    if sys.platform == "darwin":
        yield from MAC_PROGRAMS


def _playwright_browser(python: Path) -> str | None:
    try:
        answer = subprocess.run(
            [str(python), "-c", ASK_PLAYWRIGHT], capture_output=True, text=True, timeout=START_SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    lines = answer.stdout.strip().splitlines()
    return lines[-1] if answer.returncode == 0 and lines else None


def _ways(python: Path, run: Callable[[Sequence[str]], bool]) -> Iterator[list[list[str]]]:
    playwright = [str(python), "-m", "playwright", "install"]
    become_root = _become_root(run)
    if become_root is not None and shutil.which("apt-get"):
        yield [[*become_root, "apt-get", "update"], [*become_root, "apt-get", "install", "-y", "chromium"]]
    if become_root == []:
        yield [[*playwright, "--with-deps", "chromium"]]
    yield [[*playwright, "chromium"]]


def _become_root(run: Callable[[Sequence[str]], bool]) -> list[str] | None:
    """The words before a command that needs root's rights; None where there is no way without a password."""
    if sys.platform == "win32":
        return None
    if os.geteuid() == 0:
        return []
    return ["sudo", "-n"] if shutil.which("sudo") and run(["sudo", "-n", "true"]) else None


def _succeeds(command: Sequence[str]) -> bool:
    try:
        return subprocess.run(list(command), check=False, stdout=subprocess.DEVNULL).returncode == 0
    except OSError:
        return False
