"""What lock.sh feeds to pip-compile, and what it keeps of the answer.

Without arguments: the requirements of pyproject.toml (run time, development, build back end), one a line.
``--without-torch FILE``: FILE without torch (installed by name, docs/decisions/0003), options and comments.
"""

from __future__ import annotations

import sys
import tomllib
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


def without_torch(text: str) -> str:
    """Blocks 'name==version \\' + indented hashes; the one of torch, options and comments go."""
    kept: list[str] = []
    keep = False
    for line in text.splitlines():
        if line[:1].isalnum():
            keep = not line.startswith("torch==")
        if keep and line.strip() and not line.strip().startswith(("#", "-f", "--find", "--index", "--extra")):
            kept.append(line)
    return HEADER + "\n".join(kept) + "\n"


if __name__ == "__main__":
    if sys.argv[1:2] == ["--without-torch"]:
        print(without_torch(Path(sys.argv[2]).read_text(encoding="utf-8")), end="")
    else:
        print("\n".join(inputs(Path("pyproject.toml"))))
