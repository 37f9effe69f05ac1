"""The PDF: nothing fetched, nothing active, text that can be read, scripts shaped as they should be."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.core.report.test_renderings import HOSTILE, poison

from theodolite.domain import CaseState, LogRecord, Ranking, Verification
from theodolite.report import pdf, words
from theodolite.report.value import Report

Make = Callable[..., Report]

#: What a page or a document can do by itself, or carry beside its text (ISO 32000-1, 12.6 and 7.11.4).
ACTIVE = (
    *(
        "/JavaScript",
        "/JS",
        "/Launch",
        "/URI",
        "/SubmitForm",
        "/ImportData",
        "/GoToR",
        "/GoToE",
        "/RichMedia",
    ),
    *("/RichMedia", "/OpenAction", "/AA", "/EmbeddedFiles", "/EmbeddedFile", "/AcroForm", "/Movie", "/Sound"),
)


def text_of(data: bytes) -> str:
    from pypdf import PdfReader

    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages)


def small(state: CaseState) -> CaseState:
    """One exhibit, one clue and no strategy: as many pages as a test needs."""
    return replace(
        state, exhibits=state.exhibits[:1], clues=state.clues[:1], searches=(), answers=(), looks=()
    )


def test_hostile_text_in_every_field_stays_text_in_the_pdf(
    make_report: Make,
    case_state: CaseState,
    make_ranking: Callable[..., Ranking],
    contradiction: Any,
    picture: bytes,
) -> None:
    import pikepdf

    payload = f"{HOSTILE[0]}<script>alert(1)</script>{{{{7*7}}}} http://evil.example/\u202e\x00"
    state: CaseState = poison(small(case_state), payload)
    whole = make_ranking(contradictions=(contradiction,))
    ranking: Ranking = poison(replace(whole, candidates=whole.candidates[:2], credible=()), payload)
    report = make_report(
        state,
        ranking,
        log=(LogRecord(1, payload, payload, payload, payload, payload, payload),),
        verification=Verification(False, 1, 1, payload, (payload,)),
        summary=payload,
        thumbnails={"E1": picture},
        borders={"features": []},
    )
    few = ("comparison", "clues", "hints", "verdicts", "review", "protection")
    data = pdf.render(replace(report, sections=few, exchanges=(), drawing=""))
    with pikepdf.open(io.BytesIO(data)) as document:
        for thing in document.objects:
            said = repr(thing.stream_dict if isinstance(thing, pikepdf.Stream) else thing)
            found = [name for name in ACTIVE if f'"{name}"' in said]
            assert not found, (found, said[:300])
        assert set(document.docinfo.keys()) <= {"/Title", "/Producer"}
        assert str(document.docinfo["/Title"]) == "Theodolite report"
    text = re.sub(r"\s+", "", text_of(data))
    for wanted in (
        "<script>alert(1)</script>",
        "{{7*7}}",
        "onerror=alert(1)",
        "U+202E",
        "http://evil.example/",
    ):
        assert wanted in text, wanted
    assert not any(words.hidden(c) for c in text)


OUTSIDE = ("file:///etc/passwd", "http://127.0.0.1:9/x", "data:text/html,x", "data:image/svg+xml;base64,AA")
PLACES = (
    '<img src="{}">',
    '<p style="background: url({})">x</p>',
    '<link rel="stylesheet" href="{}">',
    '<svg width="9" height="9"><image href="{}" width="9" height="9"/></svg>',
)


@pytest.mark.parametrize("address", OUTSIDE)
@pytest.mark.parametrize("place", PLACES)
def test_nothing_outside_the_page_is_asked_for(
    address: str, place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []
    monkeypatch.setattr("urllib.request.OpenerDirector.open", lambda *a, **k: asked.append(a))
    page = f"<!doctype html><body>{place.format(address)}</body>"
    if "<svg" in place:  # a drawing that cannot be completed is left out
        pdf.of_html(page)
    else:
        with pytest.raises(BaseException, match="nothing outside itself"):
            pdf.of_html(page)
    assert asked == []


def test_every_page_says_which_it_is_and_under_which_head(make_report: Make, case_state: CaseState) -> None:
    from pypdf import PdfReader

    from theodolite.report.choices import Choices, Template

    template = Template(header='House "of" <maps>', footer="Not for print; \\22 }", accent="#7a1f1f")
    case = replace(case_state.case, handling="TLP:AMBER", classification="INTERNAL")
    state = replace(small(case_state), case=case)
    report = make_report(state, choices=Choices(sections=frozenset(), template=template))
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(pdf.render(report))).pages]
    assert len(pages) > 2
    for number, text in enumerate(pages, start=1):
        flat = re.sub(r"\s+", "", text)
        for wanted in (
            *(f"{number} of {len(pages)}", f"log head {report.integrity.log_head[:12]}"),
            *('House "of" <maps>', "Not for print; \\22 }", "TLP:AMBER", "INTERNAL"),
        ):
            assert wanted.replace(" ", "") in flat, wanted


#: Font (and language where one font serves two) -> a text whose shaping is not one glyph a letter.
TEXTS = {
    "Noto Naskh Arabic": "ميدان التحرير، القاهرة",
    "Noto Naskh Arabic:fa": "میدان آزادی تهران",
    "Noto Serif Hebrew": "כִּכַּר רבין תל אביב",
    "Noto Serif": "Площадь Йошкар-Олы",
    "Noto Serif CJK SC": "天安门广场北京",
    "Noto Serif CJK JP": "渋谷駅前の店",
    "Noto Serif Thai": "ที่นี่กรุงเทพมหานคร",
}


def font_file(family: str) -> tuple[str, int]:
    """The file of a font by fontconfig; '' where another family would stand in."""
    asked = ["fc-match", "-f", "%{family}\t%{file}\t%{index}", family]
    if shutil.which("fc-match") is None:
        return "", 0
    found = subprocess.run(asked, capture_output=True, text=True, check=True).stdout.split("\t")
    return (found[1], int(found[2])) if family in found[0].split(",") else ("", 0)


def ink(image: Any) -> Any:
    """The dark part of a picture cut out, as numbers from 0 (paper) to 1 (ink)."""
    import numpy as np

    dark = 1.0 - np.asarray(image.convert("L"), dtype=float) / 255.0
    rows, columns = np.flatnonzero(dark.max(axis=1) > 0.4), np.flatnonzero(dark.max(axis=0) > 0.4)
    return dark[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]


def likeness(first: Any, second: Any) -> float:
    """Correlation of two inks laid on each other at the bottom left; 0 where their sizes are apart.

    hb-view cuts off marks above its font's ascent, so the common height counts.
    """
    import numpy as np

    (high, wide), (tall, broad) = first.shape, second.shape
    if abs(wide - broad) > 3 or abs(high - tall) > 0.08 * high + 2:
        return 0.0
    down, across = min(high, tall), min(wide, broad)
    return float(np.corrcoef(first[-down:, :across].ravel(), second[-down:, :across].ravel())[0, 1])


@pytest.mark.skipif(shutil.which("hb-view") is None, reason="hb-view (Debian: libharfbuzz-bin) is not here")
@pytest.mark.skipif(shutil.which("pdftoppm") is None, reason="pdftoppm (Debian: poppler-utils) is not here")
def test_scripts_are_shaped_as_harfbuzz_shapes_them(tmp_path: Path) -> None:
    from PIL import Image

    known = {key: text for key, text in TEXTS.items() if font_file(key.split(":")[0])[0]}
    if not known:
        pytest.skip("none of the Noto fonts is here")
    size = 80  # points, and pixels at 72 an inch
    apart = "".join(f"{letter}\u200c" for letter in TEXTS["Noto Naskh Arabic"])  # no letter joins the next
    shown = [*known.items(), ("Noto Naskh Arabic", apart)]
    pages = "".join(f"<p style=\"font-family:'{key.split(':')[0]}'\">{text}</p>" for key, text in shown)
    style = (
        "@page{size:1500px 300px;margin:40px}p{font-size:80pt;margin:0;break-after:page;white-space:nowrap}"
    )
    (tmp_path / "texts.pdf").write_bytes(pdf.of_html(f"<!doctype html><style>{style}</style>{pages}"))
    subprocess.run(["pdftoppm", "-r", "72", "-png", "texts.pdf", "page"], cwd=tmp_path, check=True)
    drawn = [ink(Image.open(file)) for file in sorted(tmp_path.glob("page-*.png"))[: len(shown)]]
    for number, (key, text) in enumerate(known.items()):
        file, index = font_file(key.split(":")[0])
        out = tmp_path / f"{number}.png"
        asked = [
            "hb-view",
            file,
            text,
            f"--face-index={index}",
            f"--font-size={size}",
            "-O",
            "png",
            "-o",
            str(out),
        ]
        subprocess.run(asked, check=True)
        known_good = ink(Image.open(out))
        assert likeness(known_good, drawn[number]) > 0.85, key
        if key == "Noto Naskh Arabic":
            assert likeness(known_good, drawn[-1]) < 0.6, "letters that do not join must not pass"
