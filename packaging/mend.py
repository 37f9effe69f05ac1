"""Removes what an interrupted pip left half-written in this environment, so that pip installs it again.

pip writes a package's RECORD last; a package without one was cut off in the middle, but pip would take it
for installed. Names that begin with ``~`` are what pip moved aside and had no time to delete.
"""

from __future__ import annotations

import shutil
import sysconfig
from pathlib import Path


def mend(packages: Path) -> list[str]:
    """Delete the remains in ``packages`` and return their names."""
    broken = [path for path in packages.glob("*.dist-info") if not (path / "RECORD").is_file()]
    broken += packages.glob("~*")
    for path in broken:
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()
    return sorted(path.name for path in broken)


if __name__ == "__main__":
    for name in mend(Path(sysconfig.get_path("purelib"))):
        print(f"interrupted before: {name}; installing it again")
