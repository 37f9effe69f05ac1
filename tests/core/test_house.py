"""The house: scripts that set a machine up, lists that must parse, names that must not be committed."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGING = ROOT / "packaging"
# Spelled so that this file does not contain them.
REGISTRIES = [
    ".".join(words)
    for words in [
        ("pypi", "org"),
        ("files", "pythonhosted", "org"),
        ("registry", "npmjs", "org"),
        ("deb", "debian", "org"),
        ("archive", "ubuntu", "com"),
        ("security", "debian", "org"),
        ("download", "pytorch", "org"),
    ]
]
#: Anna, the mole and the other do not exist: their folders are the planted markers of tests.
MACHINE_PATHS = re.compile(r"/(?:work|root|opt/wheels|opt/pypi|home/(?!anna/|mole/|other/)[a-z]+)/")


def packages() -> list[str]:
    lines = (PACKAGING / "debian-packages.txt").read_text(encoding="utf-8").splitlines()
    return [line.partition("#")[0].strip() for line in lines if line.partition("#")[0].strip()]


def committed() -> list[Path]:
    if shutil.which("git") is None or not (ROOT / ".git").exists():
        pytest.skip("not a git checkout")
    command = ["git", "-c", f"safe.directory={ROOT}", "ls-files", "-z"]
    names = subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout
    return [ROOT / name for name in names.decode().split("\0") if name and (ROOT / name).is_file()]


def texts() -> list[tuple[Path, str]]:
    found = []
    for path in committed():
        data = path.read_bytes()
        if b"\0" not in data[:4096] and path != Path(__file__).resolve():
            found.append((path.relative_to(ROOT), data.decode("utf-8", "replace")))
    return found


def fake_system(folder: Path, *, installed: set[str], root: bool = False) -> dict[str, str]:
    """A PATH with a dpkg that has ``installed`` and an apt that knows every name and writes a log."""
    tools = folder / "tools"
    tools.mkdir()
    have = " ".join(sorted(installed))
    scripts = {
        "dpkg-query": f'for name; do :; done\ncase " {have} " in *" $name "*) printf "installed ";; esac',
        "apt-cache": 'case "$3" in *t64) exit 1;; esac',
        "apt-get": f'echo "$@" >>{folder}/apt.log',
        "id": f"echo {0 if root else 1000}",
    }
    for name, body in scripts.items():
        (tools / name).write_text(f"#!/bin/sh\n{body}\n")
        (tools / name).chmod(0o755)
    return {**os.environ, "PATH": f"{tools}:{os.environ['PATH']}"}


def bootstrap(environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    command = ["sh", PACKAGING / "bootstrap.sh"]
    return subprocess.run(command, env=environment, capture_output=True, text=True)


def test_package_list() -> None:
    words = packages()
    assert len(words) == len(set(words))
    assert all(re.fullmatch(r"[a-z0-9.+-]+(\|[a-z0-9.+-]+)*", word) for word in words)
    assert {"python3", "python3-venv", "python3-dev", "g++", "libxcb-render-util0", "xvfb", "strace"} <= set(
        words
    )


def test_a_user_gets_one_line_and_nothing_is_created(tmp_path: Path) -> None:
    names = {name for word in packages() for name in word.split("|")}
    environment = fake_system(tmp_path, installed=names - {"g++", "libasound2", "libasound2t64"})
    done = bootstrap(environment)
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr == "sudo apt-get install -y --no-install-recommends g++ libasound2\n"
    assert not (tmp_path / "apt.log").exists()


def test_nothing_missing_says_nothing(tmp_path: Path) -> None:
    first = {word.split("|")[0] for word in packages()}
    done = bootstrap(fake_system(tmp_path, installed=first))
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert not (tmp_path / "apt.log").exists()


def test_root_installs_what_is_missing(tmp_path: Path) -> None:
    first = {word.split("|")[0] for word in packages()} - {"strace"}
    done = bootstrap(fake_system(tmp_path, installed=first, root=True))
    assert done.returncode == 0
    log = (tmp_path / "apt.log").read_text().splitlines()
    assert log == ["update -q", "install -q -y --no-install-recommends strace"]


def test_another_system_is_told_what_to_do(tmp_path: Path) -> None:
    tools = tmp_path / "bin"
    tools.mkdir()
    for name in ("sh", "dirname"):
        (tools / name).symlink_to(str(shutil.which(name)))
    done = bootstrap({"PATH": str(tools)})
    assert done.returncode == 1
    assert "debian-packages.txt" in done.stderr


def checkout(folder: Path) -> Path:
    """What setup.sh reads, in a folder of its own."""
    copy = folder / "checkout"
    shutil.copytree(PACKAGING, copy / "packaging", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", copy)
    return copy


def test_no_compiler_names_the_compiler_before_pip_starts(tmp_path: Path) -> None:
    copy = checkout(tmp_path)
    tools = tmp_path / "bin"
    tools.mkdir()
    for name in ("sh", "dirname", "cat", "sha256sum", "cut", "sed", "nproc", "rm", "mv"):
        (tools / name).symlink_to(str(shutil.which(name)))
    (tools / "python3").symlink_to(sys.executable)
    command = [tools / "sh", copy / "packaging" / "setup.sh"]
    done = subprocess.run(command, env={"PATH": str(tools)}, capture_output=True, text=True)
    assert done.returncode == 1
    assert "g++" in done.stderr
    assert not (copy / ".venv").exists()


def test_a_finished_environment_is_left_alone(tmp_path: Path) -> None:
    """With the stamp of this very state set-up returns at once, and with another it does not."""
    copy = checkout(tmp_path)
    python = copy / ".venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.write_text("#!/bin/sh\nexit 3\n")
    python.chmod(0o755)
    state = "\n".join([str(copy), ""]).encode()
    for name in ("pyproject.toml", "packaging/requirements.txt", "packaging/setup.sh"):
        state += (copy / name).read_bytes()
    (copy / ".venv" / ".theodolite-stamp").write_text(hashlib.sha256(state).hexdigest() + "\n")
    command = ["sh", str(copy / "packaging" / "setup.sh")]
    done = subprocess.run(command, capture_output=True, text=True)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_an_interrupted_installation_is_mended(tmp_path: Path) -> None:
    (tmp_path / "whole-1.dist-info").mkdir()
    (tmp_path / "whole-1.dist-info" / "RECORD").touch()
    (tmp_path / "cut-1.dist-info").mkdir()
    (tmp_path / "~aside").mkdir()
    code = "import sys, mend; from pathlib import Path; print(mend.mend(Path(sys.argv[1])))"
    command = [sys.executable, "-B", "-c", code, tmp_path]
    done = subprocess.run(command, cwd=PACKAGING, capture_output=True, text=True, check=True)
    assert done.stdout == "['cut-1.dist-info', '~aside']\n"
    assert [path.name for path in tmp_path.iterdir()] == ["whole-1.dist-info"]


def test_requirements_are_pinned_by_hash() -> None:
    text = (PACKAGING / "requirements.txt").read_text(encoding="utf-8")
    blocks = re.split(r"\n(?=[A-Za-z0-9])", text.partition("\n")[2])
    pinned = {}
    for block in blocks:
        match = re.match(
            r"([A-Za-z0-9._-]+)==([^ ]+)( ;[^\\]+)? \\\n( +--hash=sha256:[0-9a-f]{64}( \\)?\n?)+$", block
        )
        if match:
            pinned[match[1].lower()] = match[2]
        else:
            assert all(line.startswith("#") for line in block.splitlines()), block[:200]
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    for wanted in (*project["dependencies"], *extras["dev"], *extras["parity"]):
        name = re.split(r"[=<>\[]", wanted)[0].lower().replace("_", "-")
        assert name in pinned or name == "torch", f"{name}: run packaging/lock.sh"
    assert "torch" not in pinned
    assert {"setuptools", "wheel", "pip"} <= set(pinned)


def test_no_committed_file_names_a_registry_or_a_machine() -> None:
    found = []
    for path, text in texts():
        found += [f"{path}: {host}" for host in REGISTRIES if host in text]
        found += [f"{path}: {match[0]}" for match in MACHINE_PATHS.finditer(text)]
    assert found == []


def test_no_module_imports_qts_network() -> None:
    """Import-linter cannot name a part of an outside package, so this contract is a test."""
    wanted = re.compile(
        r"^\s*(from PySide6\.QtNetwork|from PySide6 import .*QtNetwork|import .*QtNetwork)", re.M
    )
    sources = [(path, text) for path, text in texts() if path.suffix == ".py" and path.parts[0] != "tests"]
    assert [path for path, text in sources if wanted.search(text)] == []


def test_the_licence_is_whole() -> None:
    text = (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert "Apache License" in text
    assert "END OF TERMS AND CONDITIONS" in text


def test_python_files_stay_small() -> None:
    long = [
        f"{path} ({text.count(chr(10))} lines)"
        for path, text in texts()
        if path.suffix == ".py" and path.parts[0] != "tests" and text.count("\n") > 400
    ]
    assert long == []
