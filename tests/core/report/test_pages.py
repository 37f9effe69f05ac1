"""Pages as they were looked at and found good, kept small; a page no longer like its picture is named.

To look again and keep new ones: ``THEODOLITE_KEEP_PAGES=1 pytest --full tests/core/report/test_pages.py``.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from tests.core.report.test_pdf import font_file
from tests.core.report.test_renderings import HOSTILE, poison

from theodolite.domain import PROTECTED, CaseState, Message, PointReach
from theodolite.report import pdf
from theodolite.report.choices import Choices, Template
from theodolite.report.value import Report

PAGES = Path(__file__).parent / "pages"
DPI = 36
ALL = frozenset(PROTECTED)
SCRIPTS = (
    *("ميدان التحرير، القاهرة", "میدان آزادی تهران", "כיכר רבין תל אביב", "Площадь Йошкар-Олы"),
    *("天安门广场北京", "渋谷駅前のスクランブル交差点", "ที่นี่กรุงเทพมหานคร น้ำ"),
)

pytestmark = [
    pytest.mark.full,
    pytest.mark.skipif(shutil.which("pdftoppm") is None, reason="pdftoppm (poppler-utils) is not here"),
]


def kinds(state: CaseState, make: Callable[..., Report]) -> dict[str, Report]:
    """The three reports whose pages are kept."""
    case = replace(
        state.case,
        number="2026-014",
        mandate="Desk of verification, on the editor's request",
        classification="INTERNAL",
        handling="TLP:AMBER",
        claimed_place=PointReach(43.7696, 11.2558, 5.0, "Florence"),
        claimed_place_text="Florence",
    )
    said = tuple(Message(f"M{n}", "person", text, "2026-11-20") for n, text in enumerate(SCRIPTS, 1))
    house = Choices(template=Template(header="The Example Desk", footer="Handle as marked", accent="#7a1f1f"))
    few = Choices(sections=frozenset({"conversation"}))
    fixed = {
        "generated_utc": "2026-11-20T12:00:00Z",
        "software": (("Python", "3"), ("Operating system", "any")),
    }
    scripts = replace(state, messages=said, case=replace(state.case, title=" · ".join(SCRIPTS[:4])))
    return {
        "front": make(replace(state, case=case), choices=house, **fixed),
        "scripts": make(scripts, choices=few, summary="\n".join(SCRIPTS), **fixed),
        "hostile": make(poison(state, HOSTILE[0] + HOSTILE[-1]), choices=replace(few, disclose=ALL), **fixed),
    }


def drawn(report: Report, folder: Path) -> list[Path]:
    (folder / "report.pdf").write_bytes(pdf.render(report))
    asked = ["pdftoppm", "-r", str(DPI), "-gray", "-l", "2", "-png", "report.pdf", "page"]
    subprocess.run(asked, cwd=folder, check=True)
    return sorted(folder.glob("page-*.png"))


@pytest.mark.parametrize("kind", ["front", "scripts", "hostile"])
def test_pages_look_as_they_did(
    kind: str, case_state: CaseState, make_report: Callable[..., Report], tmp_path: Path
) -> None:
    import numpy as np
    from PIL import Image

    if not font_file("Noto Serif")[0]:
        pytest.skip("the Noto fonts are not here")
    pages = drawn(kinds(case_state, make_report)[kind], tmp_path)
    for number, page in enumerate(pages, start=1):
        kept = PAGES / f"{kind}-{number}.png"
        if os.environ.get("THEODOLITE_KEEP_PAGES"):
            Image.open(page).quantize(16).save(kept, optimize=True)
        now = np.asarray(Image.open(page).convert("L").resize((160, 226)), dtype=float)
        then = np.asarray(Image.open(kept).convert("L").resize((160, 226)), dtype=float)
        likeness = float(np.corrcoef(now.ravel(), then.ravel())[0, 1])
        assert likeness > 0.9, f"page {number} of {kind} is no longer like {kept.name} ({likeness:.2f})"
