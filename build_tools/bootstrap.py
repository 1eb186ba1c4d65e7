"""From a fresh clone to a working command: `python -m build_tools.bootstrap site` (Windows: `py -m …`).

Makes the virtual environment `.venv`, installs the pinned requirements with their hashes (again only when the pins
have changed), and runs the command in it. Standard library only, because it runs before anything is installed.

    site · serve            build the site and the package; live preview
    test · lint             the tests (finds or installs a Chromium), the checks of the code
    bench · quality         measures speed and size; measures what is found against the annotated documents
    setup                   only the set-up
    lock                    resolves requirements/*.in anew (needs `uv`)
    anything else           a command of phobien: `… bootstrap add FILE`, `… bootstrap check`

Exit code: that of the command; 2 where the set-up failed.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from build_tools.browsers import BROWSER_VARIABLE, find_browser, install_browser

ROOT = Path(__file__).resolve().parent.parent
OLDEST_PYTHON = (3, 11)
SET_UP_FAILED = 2
RUNTIME, DEVELOPMENT, BUILD = "runtime.txt", "dev.txt", "build.txt"
FUZZING = "fuzz.txt"  # installed by hand, where somebody fuzzes the readers
COVERS = {RUNTIME: (RUNTIME,), DEVELOPMENT: (DEVELOPMENT, RUNTIME)}  # dev.txt holds every pin of runtime.txt
STAMP = "phobien-setup.json"
PIP = ("-m", "pip", "--disable-pip-version-check", "--no-input", "-qq")
CODE = ("build_tools", "tests", "benchmarks")
TESTS = ("-m", "pytest", "-n", "2", "--dist", "loadfile")
CHECKS = (
    ("-m", "ruff", "format", "--check", *CODE),
    ("-m", "ruff", "check", *CODE),
    ("-m", "mypy"),
    ("-c", "from importlinter.cli import lint_imports_command as c; c()"),
)
DEVELOPERS_COMMANDS = ("test", "lint", "bench", "quality")

MESSAGES = {
    "old-python": (
        "Python {needed} or newer is needed; this is Python {seen}. Install it from python.org or your system.",
        "Cần Python {needed} trở lên; máy đang dùng Python {seen}. Hãy cài từ python.org hoặc kho của hệ điều hành.",
    ),
    "making": ("Preparing .venv (once)…", "Đang chuẩn bị môi trường .venv (chỉ một lần)…"),
    "no-venv": (
        "Could not make the virtual environment {folder}. On Debian and Ubuntu: apt install python3-venv.",
        "Không tạo được môi trường {folder}. Trên Debian, Ubuntu: apt install python3-venv.",
    ),
    "installing": (
        "Installing the pinned packages of requirements/{file} (a few minutes the first time)…",
        "Đang cài các gói đã ghim trong requirements/{file} (lần đầu mất vài phút)…",
    ),
    "not-installed": (
        "Could not install requirements/{file}: see above. Is the machine online, or behind a proxy (HTTPS_PROXY)?",
        "Không cài được requirements/{file}: xem dòng trên. Máy có mạng không, có qua proxy (HTTPS_PROXY) không?",
    ),
    "browser": (
        "No Chromium found: installing one for the browser tests…",
        "Không thấy Chromium: đang cài để chạy các kiểm thử trên trình duyệt…",
    ),
    "no-browser": (
        "No Chromium could be found or installed: install Chromium, Chrome or Edge, or name it in {variable}.",
        "Không có và không cài được Chromium: hãy cài Chromium, Chrome hoặc Edge, hoặc ghi đường dẫn vào {variable}.",
    ),
    "no-uv": ("`uv` is needed to resolve the requirements anew.", "Cần có `uv` để tính lại danh sách gói."),
}


class SetUpError(Exception):
    """The set-up cannot go on; the key of a message and its values."""

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key)
        self.key = key
        self.values = values


def main(arguments: Sequence[str] | None = None) -> int:
    """Set up what the command needs, run it, and return its exit code."""
    name, *rest = list(sys.argv[1:] if arguments is None else arguments) or ["site"]
    if name in ("-h", "--help"):
        sys.stdout.write(f"{__doc__}\n")
        return 0
    try:
        check_python(sys.version_info[:2])
        if name == "lock":
            return lock()
        python = prepare(ROOT, DEVELOPMENT if name in DEVELOPERS_COMMANDS else RUNTIME)
        return run_command(python, name, rest)
    except SetUpError as error:
        say(error.key, **error.values)
        return SET_UP_FAILED
    except KeyboardInterrupt:
        return 130


def check_python(seen: tuple[int, ...]) -> None:
    """Raise where this is an older Python than the package is written for."""
    if seen < OLDEST_PYTHON:
        raise SetUpError("old-python", needed=".".join(map(str, OLDEST_PYTHON)), seen=".".join(map(str, seen)))


def prepare(root: Path, requirements: str) -> Path:
    """Make sure that `.venv` holds what the requirement file pins; returns the environment's interpreter."""
    folder = root / ".venv"
    python = interpreter(folder)
    if not _works(python):
        say("making")
        made = subprocess.run([sys.executable, "-m", "venv", "--clear", str(folder)], check=False)
        if made.returncode != 0:
            raise SetUpError("no-venv", folder=folder)
    wanted = fingerprints(root, requirements)
    stamp = folder / STAMP
    done = _read_stamp(stamp)
    if any(done.get(name) != value for name, value in wanted.items()):
        stamp.unlink(missing_ok=True)
        say("installing", file=requirements)
        _install(root, python, requirements)
        stamp.write_text(json.dumps(wanted, indent=1), encoding="utf-8")
    return python


def fingerprints(root: Path, requirements: str) -> dict[str, str]:
    """SHA-256 of everything that an installation of the requirement file depends on, by file name."""
    names = [f"requirements/{name}" for name in (*COVERS[requirements], BUILD)] + ["pyproject.toml"]
    return {name: hashlib.sha256((root / name).read_bytes()).hexdigest() for name in names}


def interpreter(folder: Path) -> Path:
    """The Python of a virtual environment."""
    return folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def run_command(python: Path, name: str, rest: Sequence[str]) -> int:
    """Run one command in the environment: the site's, a developer's, or any other of phobien's own."""
    if name == "setup":
        return 0
    if name == "test":
        return _run(python, [*TESTS, *rest], browser=browser_for_tests(python))
    if name == "lint":
        return max(_run(python, check) for check in CHECKS)
    if name in ("bench", "quality"):
        return max(_run(python, ["-m", f"benchmarks.{script}", *rest]) for script in measuring_scripts(name))
    return _run(python, ["-m", "build_tools", "build" if name == "site" else name, *rest])


def measuring_scripts(name: str) -> list[str]:
    """The modules of benchmarks/ that a target runs: those named `quality_…`, or all the others."""
    names = sorted(path.stem for path in (ROOT / "benchmarks").glob("*.py") if not path.name.startswith("_"))
    return [script for script in names if script.startswith("quality_") == (name == "quality")]


def browser_for_tests(python: Path) -> str:
    """The path of a Chromium, installed if need be."""
    found = find_browser(python=python)
    if not found:
        say("browser")
        found = install_browser(python)
    if not found:
        raise SetUpError("no-browser", variable=BROWSER_VARIABLE)
    return found


def lock() -> int:
    """Resolve the requirement files anew, for every platform, without names of index hosts."""
    options = ["--universal", "--generate-hashes", "--no-header", "--no-emit-index-url", "--no-emit-find-links"]
    options += ["--python-version", "3.11", "--quiet"]
    path = os.pathsep.join([str(interpreter(ROOT / ".venv").parent), os.environ.get("PATH", "")])
    uv = shutil.which("uv", path=path)
    if not uv:
        raise SetUpError("no-uv")
    files: list[tuple[str, list[str]]] = [(RUNTIME, []), (BUILD, []), (FUZZING, [])]
    files.append((DEVELOPMENT, ["-c", f"requirements/{RUNTIME}"]))
    for name, more in files:
        source = f"requirements/{Path(name).stem}.in"
        command = [uv, "pip", "compile", *options, *more, source, "-o", f"requirements/{name}"]
        code = subprocess.run(command, cwd=ROOT, check=False).returncode
        if code:
            return code
    return 0


def say(key: str, **values: object) -> None:
    """One line for the user, in Vietnamese unless the environment is English."""
    english, vietnamese = MESSAGES[key]
    text = (english if _speaks_english() else vietnamese).format(**values)
    encoding = sys.stderr.encoding or "utf-8"
    sys.stderr.write(text.encode(encoding, "replace").decode(encoding) + "\n")
    sys.stderr.flush()


def _speaks_english() -> bool:
    names = ("LC_ALL", "LC_MESSAGES", "LANG")
    language = next((os.environ[n] for n in names if os.environ.get(n, "").split(".")[0] not in ("", "C", "POSIX")), "")
    return language.lower().startswith("en")


def _works(python: Path) -> bool:
    if not python.is_file():
        return False
    try:
        return subprocess.run([str(python), "-c", "import pip"], capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def _install(root: Path, python: Path, requirements: str) -> None:
    pinned = [*PIP, "install", "--require-hashes"]
    for name in (requirements, BUILD):
        pinned += ["-r", str(root / "requirements" / name)]
    command_itself = [*PIP, "install", "--no-deps", "--no-build-isolation", "-e", str(root)]
    for arguments in (pinned, command_itself):
        if subprocess.run([str(python), *arguments], cwd=root, check=False).returncode != 0:
            raise SetUpError("not-installed", file=requirements)


def _read_stamp(stamp: Path) -> dict[str, str]:
    try:
        content = json.loads(stamp.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return content if isinstance(content, dict) else {}


def _run(python: Path, arguments: Sequence[str], browser: str | None = None) -> int:
    environment = {**os.environ, "PYTHONUTF8": "1"}
    if browser:
        environment[BROWSER_VARIABLE] = browser
    return subprocess.run([str(python), *arguments], cwd=ROOT, env=environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
