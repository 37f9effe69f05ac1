"""What lock.sh feeds to pip-compile, and what it keeps of the answer.

Without arguments: the requirements of pyproject.toml (run time, development, build back end), one a line.
``--parity``: the packages that ours are compared with, pinned apart and without what they ask for.
``--without-torch FILE PARITY``: FILE without torch (installed by name, docs/decisions/0003), options and
comments, and of PARITY the blocks of those packages.
"""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Callable
from pathlib import Path

HEADER = """\
# Exact versions of everything but torch (docs/decisions/0003), with the hashes of every file of the version.
# Written by packaging/lock.sh from pyproject.toml; do not edit.
"""


def inputs(pyproject: Path) -> list[str]:
    table = tomllib.loads(pyproject.read_text(encoding="utf-8"))
    project = table["project"]
    return [
        *project["dependencies"],
        *project["optional-dependencies"]["dev"],
        *table["build-system"]["requires"],
        "wheel",
    ]


def parity(pyproject: Path) -> list[str]:
    table = tomllib.loads(pyproject.read_text(encoding="utf-8"))
    return list(table["project"]["optional-dependencies"]["parity"])


def blocks(text: str, wanted: Callable[[str], bool]) -> list[str]:
    """Lines of the blocks 'name==version \\' + indented hashes whose first line is wanted; no comments."""
    kept: list[str] = []
    keep = False
    for line in text.splitlines():
        if line[:1].isalnum():
            keep = wanted(line)
        if keep and line.strip() and not line.strip().startswith(("#", "-f", "--find", "--index", "--extra")):
            kept.append(line)
    return kept


def joined(resolved: str, compared: str, names: list[str]) -> str:
    """The requirements file: all that was resolved but torch, then the blocks of ``names``."""
    lines = blocks(resolved, lambda line: not line.startswith("torch=="))
    lines += blocks(compared, lambda line: line.split()[0] in names)
    return HEADER + "\n".join(lines) + "\n"


if __name__ == "__main__":
    project = Path("pyproject.toml")
    if sys.argv[1:2] == ["--without-torch"]:
        resolved, compared = (Path(name).read_text(encoding="utf-8") for name in sys.argv[2:4])
        print(joined(resolved, compared, parity(project)), end="")
    else:
        print("\n".join(parity(project) if sys.argv[1:2] == ["--parity"] else inputs(project)))
