"""The set-up, without the network: what it decides, what it runs, what it says when something fails."""

from __future__ import annotations

import ast
import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Sequence
from pathlib import Path

import pytest

from build_tools import bootstrap, browsers

REPOSITORY = Path(__file__).resolve().parents[1]
REQUIREMENTS = REPOSITORY / "requirements"
PINNED = re.compile(
    r"^([a-z0-9._-]+)(?:\[[^\]]*\])?==([^ ;\\]+)(?: *; *([^\\]*\S))? *\\?$", re.MULTILINE | re.IGNORECASE
)
FILES = ("runtime.txt", "dev.txt", "build.txt")


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """The files that the set-up reads, in a folder of their own."""
    root = tmp_path / "clone"
    for name in ("build_tools/__init__.py", "build_tools/bootstrap.py", "build_tools/browsers.py"):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(REPOSITORY / name, root / name)
    shutil.copytree(REQUIREMENTS, root / "requirements")
    shutil.copy(REPOSITORY / "pyproject.toml", root)
    shutil.copy(REPOSITORY / "Makefile", root)
    return root


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The requirement files that would be installed; nothing is."""
    seen: list[str] = []

    def install(_root: Path, _python: Path, requirements: str) -> None:
        seen.append(requirements)

    monkeypatch.setattr(bootstrap, "_install", install)
    monkeypatch.setattr(bootstrap, "_works", lambda _python: True)
    monkeypatch.setattr(bootstrap, "say", lambda _key, **_values: None)
    return seen


@pytest.mark.parametrize("module", ["__init__", "bootstrap", "browsers"])
def test_the_set_up_needs_the_standard_library_only(module: str) -> None:
    tree = ast.parse((REPOSITORY / f"build_tools/{module}.py").read_text(encoding="utf-8"))
    imported: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            imported |= {alias.name for alias in node.names}
        if isinstance(node, ast.ImportFrom) and node.module:
            imported.add(node.module)

    assert {name.partition(".")[0] for name in imported} <= sys.stdlib_module_names | {"build_tools"}
    assert {name for name in imported if name.startswith("build_tools")} <= {"build_tools.browsers"}


@pytest.mark.parametrize("module", ["__init__", "bootstrap", "browsers"])
def test_an_old_python_can_read_it_far_enough_to_say_so(module: str) -> None:
    text = (REPOSITORY / f"build_tools/{module}.py").read_text(encoding="utf-8")

    ast.parse(text, feature_version=(3, 7))


def test_an_old_python_is_told_what_is_needed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 8, 10))
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")

    assert bootstrap.main(["site"]) == bootstrap.SET_UP_FAILED
    assert capsys.readouterr().err.startswith("Python 3.11 or newer is needed; this is Python 3.8.")


def test_packages_are_installed_once_and_again_when_the_pins_change(clone: Path, installed: list[str]) -> None:
    (clone / ".venv").mkdir()
    bootstrap.prepare(clone, bootstrap.RUNTIME)
    bootstrap.prepare(clone, bootstrap.RUNTIME)
    assert installed == ["runtime.txt"]

    with (clone / "requirements/runtime.txt").open("a", encoding="utf-8") as file:
        file.write("# changed\n")
    bootstrap.prepare(clone, bootstrap.RUNTIME)

    assert installed == ["runtime.txt", "runtime.txt"]


def test_what_the_tests_need_covers_what_the_site_needs(clone: Path, installed: list[str]) -> None:
    (clone / ".venv").mkdir()
    bootstrap.prepare(clone, bootstrap.DEVELOPMENT)
    bootstrap.prepare(clone, bootstrap.RUNTIME)
    bootstrap.prepare(clone, bootstrap.DEVELOPMENT)

    assert installed == ["dev.txt"]


def test_a_failed_installation_is_tried_again(
    clone: Path, installed: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (clone / ".venv").mkdir()
    bootstrap.prepare(clone, bootstrap.RUNTIME)
    (clone / "requirements/runtime.txt").write_text("# changed\n", encoding="utf-8")
    works = bootstrap._install

    def fails(_root: Path, _python: Path, requirements: str) -> None:
        raise bootstrap.SetUpError("not-installed", file=requirements)

    monkeypatch.setattr(bootstrap, "_install", fails)
    with pytest.raises(bootstrap.SetUpError):
        bootstrap.prepare(clone, bootstrap.RUNTIME)
    monkeypatch.setattr(bootstrap, "_install", works)
    bootstrap.prepare(clone, bootstrap.RUNTIME)

    assert installed == ["runtime.txt", "runtime.txt"]


def test_a_damaged_stamp_is_as_good_as_none(clone: Path, installed: list[str]) -> None:
    (clone / ".venv").mkdir()
    (clone / ".venv" / bootstrap.STAMP).write_text("[", encoding="utf-8")

    bootstrap.prepare(clone, bootstrap.RUNTIME)

    assert installed == ["runtime.txt"]


def test_a_machine_without_the_network_gets_one_clear_sentence(clone: Path) -> None:
    """A real environment, a pip that can reach nothing: exit code 2, the sentence last, and no traceback."""
    environment = {**os.environ, "LC_ALL": "en_GB.UTF-8", "PIP_NO_INDEX": "1", "PIP_CONFIG_FILE": os.devnull}
    environment = {key: value for key, value in environment.items() if key not in ("PIP_FIND_LINKS", "PYTHONPATH")}
    (clone / "requirements/runtime.txt").write_text("phobien-khong-co==1 --hash=sha256:" + "0" * 64 + "\n")

    answer = subprocess.run(
        [sys.executable, "-m", "build_tools.bootstrap", "setup"],
        cwd=clone, env=environment, capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip

    assert answer.returncode == bootstrap.SET_UP_FAILED
    assert answer.stderr.strip().splitlines()[-1].startswith("Could not install requirements/runtime.txt: see above.")
    assert "Traceback" not in answer.stderr
    assert not (clone / ".venv" / bootstrap.STAMP).exists()


@pytest.mark.parametrize(
    ("language", "spoken"), [("en_US.UTF-8", 0), ("vi_VN.UTF-8", 1), ("C", 1), ("C.UTF-8", 1), ("", 1)]
)
def test_it_speaks_vietnamese_unless_the_environment_is_english(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], language: str, spoken: int
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", language)

    bootstrap.say("making")

    assert capsys.readouterr().err.strip() == bootstrap.MESSAGES["making"][spoken]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["site"], ["-m", "build_tools", "build"]),
        (["site", "--edition", "internal"], ["-m", "build_tools", "build", "--edition", "internal"]),
        (["serve"], ["-m", "build_tools", "serve"]),
        (["add", "a b.pdf"], ["-m", "build_tools", "add", "a b.pdf"]),
        (["check", "--strict"], ["-m", "build_tools", "check", "--strict"]),
    ],
)
def test_commands(monkeypatch: pytest.MonkeyPatch, words: list[str], expected: list[str]) -> None:
    ran: list[Sequence[str]] = []

    def run(_python: Path, arguments: Sequence[str], browser: str | None = None) -> int:
        ran.append(arguments)
        return 7

    monkeypatch.setattr(bootstrap, "_run", run)
    monkeypatch.setattr(bootstrap, "prepare", lambda _root, _requirements: Path("python"))

    assert bootstrap.main(words) == 7
    assert ran == [expected]


def test_lint_runs_every_check_and_fails_if_any_does(monkeypatch: pytest.MonkeyPatch) -> None:
    codes = iter([0, 1, 0, 0])
    monkeypatch.setattr(bootstrap, "_run", lambda _python, _arguments: next(codes))
    monkeypatch.setattr(bootstrap, "prepare", lambda _root, _requirements: Path("python"))

    assert bootstrap.main(["lint"]) == 1
    assert list(codes) == []


@pytest.mark.parametrize("name", FILES)
def test_requirements_are_pinned_with_hashes_and_name_no_host(name: str) -> None:
    text = (REQUIREMENTS / name).read_text(encoding="utf-8")
    pins = [line for line in text.splitlines() if line and not line.startswith((" ", "#"))]

    assert pins
    assert all("==" in line for line in pins)
    assert text.count("--hash=sha256:") >= len(pins)
    assert not re.search(r"https?:|file:|--index|--extra-index|--find-links|--trusted-host| @ ", text)


def test_the_tests_run_with_the_versions_that_the_site_is_built_with() -> None:
    runtime, development = (
        {(name, version) for name, version, _ in PINNED.findall((REQUIREMENTS / file).read_text())}
        for file in ("runtime.txt", "dev.txt")
    )

    assert runtime
    assert runtime <= development


def test_requirements_serve_windows_too() -> None:
    text = (REQUIREMENTS / "runtime.txt").read_text(encoding="utf-8")

    assert re.search(r"^colorama==", text, re.MULTILINE)  # which click needs on Windows


def test_every_direct_requirement_is_pinned() -> None:
    for stem in ("runtime", "dev", "build"):
        wanted = (REQUIREMENTS / f"{stem}.in").read_text(encoding="utf-8").split("\n")
        names = {re.split(r"[=<>\[ ]", line)[0].lower() for line in wanted if line and not line.startswith(("-", "#"))}
        pinned = {name.lower() for name, _, _ in PINNED.findall((REQUIREMENTS / f"{stem}.txt").read_text())}
        assert names <= pinned


@pytest.mark.skipif(not shutil.which("make"), reason="make is not installed")
@pytest.mark.parametrize("target", ["site", "test", "serve", "lint", "bench", "quality"])
def test_the_makefile_only_calls_the_set_up(clone: Path, target: str) -> None:
    alone = {
        name: value for name, value in os.environ.items() if not name.startswith("MAKE")
    }  # these tests run in make
    made = subprocess.run(
        ["make", "-n", target], cwd=clone, capture_output=True, text=True, check=True, env=alone | {"ARGS": ""}
    )

    assert re.fullmatch(rf"\S*python\S* -m build_tools\.bootstrap {target} *\n", made.stdout)


@pytest.mark.skipif(not shutil.which("bash"), reason="bash is not installed")
@pytest.mark.parametrize(("failing", "code"), [("", 0), ("test", 1), ("lint", 1)])
def test_ci_runs_everything_and_fails_if_anything_does(tmp_path: Path, failing: str, code: int) -> None:
    shutil.copytree(REPOSITORY / ".ci", tmp_path / ".ci")
    recipes = "".join(
        f"{name}:\n\t@echo ran-{name}; {'false' if name == failing else 'true'}\n" for name in ("test", "lint")
    )
    (tmp_path / "Makefile").write_text(recipes)

    ran = subprocess.run(["bash", ".ci/run"], cwd=tmp_path, capture_output=True, text=True, check=False)

    assert ran.returncode == code
    assert re.findall(r"ran-(\w+)", ran.stdout) == ["test", "lint"]


def test_an_installed_package_has_every_file() -> None:
    settings = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))
    package = REPOSITORY / "build_tools"
    shipped = {
        p for pattern in settings["tool"]["setuptools"]["package-data"]["build_tools"] for p in package.glob(pattern)
    }
    tracked = subprocess.run(
        ["git", "ls-files", "build_tools"], cwd=REPOSITORY, capture_output=True, text=True, check=False
    )

    needed = {REPOSITORY / name for name in tracked.stdout.splitlines() if not name.endswith(".py")}
    assert {path for path in needed if path.exists()} <= shipped


def program(path: Path, code: int = 0) -> Path:
    path.write_text(f"#!/bin/sh\nexit {code}\n")
    path.chmod(0o755)
    return path


needs_sh = pytest.mark.skipif(sys.platform == "win32", reason="stands in for a browser by a shell script")


@needs_sh
def test_the_named_browser_comes_first(tmp_path: Path) -> None:
    named, other = program(tmp_path / "mine"), program(tmp_path / "chromium")

    assert browsers.find_browser({"PATH": str(tmp_path), "PHOBIEN_BROWSER": str(named)}) == str(named)
    assert browsers.find_browser({"PATH": str(tmp_path)}) == str(other)


@needs_sh
def test_a_browser_that_does_not_start_is_none(tmp_path: Path) -> None:
    """Such as the stub that only tells to install another package."""
    program(tmp_path / "chromium-browser", code=1)
    works = program(tmp_path / "google-chrome")

    assert browsers.find_browser({"PATH": str(tmp_path)}) == str(works)
    assert browsers.find_browser({"PATH": str(tmp_path / "nowhere"), "PHOBIEN_BROWSER": "khong-co"}) is None


@pytest.mark.parametrize(
    ("root", "sudo", "expected"),
    [
        (True, False, [["apt-get", "update"], ["apt-get", "install", "-y", "chromium"]]),
        (False, True, [["sudo", "-n", "apt-get", "update"], ["sudo", "-n", "apt-get", "install", "-y", "chromium"]]),
        (False, False, [["python", "-m", "playwright", "install", "chromium"]]),
    ],
)
@needs_sh
def test_a_missing_browser_is_installed_in_the_way_the_machine_allows(
    monkeypatch: pytest.MonkeyPatch, *, root: bool, sudo: bool, expected: list[list[str]]
) -> None:
    ran: list[list[str]] = []

    def run(command: Sequence[str]) -> bool:
        if list(command) == ["sudo", "-n", "true"]:
            return sudo
        ran.append(list(command))
        return True

    monkeypatch.setattr(os, "geteuid", lambda: 0 if root else 1000)
    monkeypatch.setattr(shutil, "which", lambda name, **_: f"/usr/bin/{name}")
    monkeypatch.setattr(browsers, "find_browser", lambda **_: "/usr/bin/chromium")

    assert browsers.install_browser(Path("python"), run) == "/usr/bin/chromium"
    assert ran == expected


@needs_sh
def test_when_one_way_fails_the_next_is_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    ran: list[str] = []

    def run(command: Sequence[str]) -> bool:
        ran.append(" ".join(command))
        return "playwright" in command and "--with-deps" not in command

    monkeypatch.setattr(os, "geteuid", lambda: 0)
    monkeypatch.setattr(shutil, "which", lambda name, **_: f"/usr/bin/{name}")
    monkeypatch.setattr(browsers, "find_browser", lambda **_: "/kept/chromium")

    assert browsers.install_browser(Path("python"), run) == "/kept/chromium"
    assert ran == [
        "apt-get update",
        "python -m playwright install --with-deps chromium",
        "python -m playwright install chromium",
    ]


def test_no_browser_at_all_is_one_sentence(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(bootstrap, "prepare", lambda _root, _requirements: Path("python"))
    monkeypatch.setattr(bootstrap, "find_browser", lambda **_: None)
    monkeypatch.setattr(bootstrap, "install_browser", lambda _python: None)
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")

    assert bootstrap.main(["test"]) == bootstrap.SET_UP_FAILED
    assert "PHOBIEN_BROWSER" in capsys.readouterr().err.splitlines()[-1]


def test_the_stamp_says_what_was_installed(clone: Path, installed: list[str]) -> None:
    (clone / ".venv").mkdir()
    bootstrap.prepare(clone, bootstrap.DEVELOPMENT)

    stamp = json.loads((clone / ".venv" / bootstrap.STAMP).read_text(encoding="utf-8"))

    assert set(stamp) == {"pyproject.toml", *(f"requirements/{name}" for name in FILES)}


@pytest.fixture
def fresh_clone(tmp_path: Path) -> Path:
    """What git has of this repository, set up with the environment that runs this test instead of a new one."""
    if not (REPOSITORY / ".git").exists():
        pytest.skip("not a git checkout")
    root = tmp_path / "fresh"
    subprocess.run(["git", "clone", "--quiet", str(REPOSITORY), str(root)], check=True)
    python = bootstrap.interpreter(root / ".venv")
    python.parent.mkdir(parents=True)
    python.write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n')
    python.chmod(0o755)
    stamp = bootstrap.fingerprints(root, bootstrap.DEVELOPMENT)
    (root / ".venv" / bootstrap.STAMP).write_text(json.dumps(stamp), encoding="utf-8")
    return root


@needs_sh
@pytest.mark.skipif(not shutil.which("make"), reason="make is not installed")
def test_make_site_builds_from_a_fresh_clone_and_leaves_it_clean(fresh_clone: Path) -> None:
    made = subprocess.run(["make", "site"], cwd=fresh_clone, capture_output=True, text=True, check=False)

    assert made.returncode == 0, made.stderr
    assert (fresh_clone / "site/index.html").is_file()
    assert [path.suffix for path in (fresh_clone / "dist").iterdir()] == [".zip"]
    assert "Traceback" not in made.stderr
    status = subprocess.run(["git", "status", "--short"], cwd=fresh_clone, capture_output=True, text=True, check=True)
    assert status.stdout == ""
