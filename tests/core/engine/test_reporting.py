"""A report of a real case: nothing planted leaves it, the log says what left, a preview records nothing."""

from __future__ import annotations

import hashlib
import io
import json
import random
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from theodolite.domain import Case
from theodolite.engine import Engine, Session
from theodolite.errors import InputError
from theodolite.jobs import run_to_end
from theodolite.report.choices import Choices

pytestmark = pytest.mark.packs
FORMATS = ("html", "pdf", "json", "kml", "geojson", "gpx", "csv")


@pytest.fixture
def marks(seed: int) -> dict[str, str]:
    rng = random.Random(seed)
    return {
        name: f"{name}{''.join(rng.choices('bcdfghkmnpqrstvwxz', k=7))}{rng.randrange(10, 99)}"
        for name in ("folder", "file", "serial", "owner", "account", "source")
    }


@pytest.fixture
def session(marks: dict[str, str], tmp_path: Path) -> Iterator[Session]:
    exif = Image.Exif()
    exif[0x013B] = marks["owner"]  # Artist
    exif.get_ifd(0x8769)[0xA431] = marks["serial"]  # BodySerialNumber
    folder = tmp_path / marks["folder"]
    folder.mkdir()
    file = folder / f"{marks['file']}.jpg"
    Image.effect_noise((320, 240), 40).convert("RGB").save(file, "JPEG", exif=exif)
    engine = Engine()
    made = engine.new_case(
        tmp_path / "case",
        title=f"About {marks['file']}.jpg",
        question=f"Where was {marks['file']}.jpg taken? Asked by {marks['account']}",
        claim=f"seen by {marks['source']}",
        claim_source=marks["source"],
        operator=marks["account"],
    )
    run_to_end(made.add_files([file]))
    assert made.state.exhibits[0].metadata.serial == marks["serial"]
    yield made
    made.close()
    engine.dispose()


def insides(file: Path) -> bytes:
    """What a reader of the bytes finds; of a PDF every object, stream and text as well."""
    data = file.read_bytes()
    if file.suffix != ".pdf":
        return data + json.dumps(data.decode("utf-8"), ensure_ascii=False).encode()
    import pikepdf
    from pypdf import PdfReader

    found = [data, *(page.extract_text().encode() for page in PdfReader(io.BytesIO(data)).pages)]
    with pikepdf.open(file) as document:
        found.append(repr(document.docinfo).encode())
        for thing in document.objects:
            if isinstance(thing, pikepdf.Stream):
                try:
                    found.append(thing.read_bytes())
                except (pikepdf.PdfError, zlib.error):  # a picture's own compression
                    found.append(thing.read_raw_bytes())
    return b"\n".join(found)


def test_nothing_planted_leaves_and_the_log_says_what_left(
    session: Session, marks: dict[str, str], tmp_path: Path
) -> None:
    before = session.state
    preview = run_to_end(session.report_preview(("E1",)))
    assert session.state.log_length == before.log_length, "a preview leaves no trace"
    files = run_to_end(session.report(tmp_path / "out", FORMATS, ("E1",)))
    for data, name in [(preview, "preview"), *((insides(file), file.name) for file in files)]:
        text = data.decode("utf-8", "replace")
        for field, mark in marks.items():
            assert mark not in text, (name, field)
    record = session.log(1)[0]
    assert record.action == "report exported"
    detail = json.loads(record.payload)["detail"]
    assert detail["formats"] == {
        name: hashlib.sha256(file.read_bytes()).hexdigest() for name, file in zip(FORMATS, files, strict=True)
    }
    assert detail["log_head"] == before.log_head, "the head in the report is the one before its own record"
    assert before.log_head in (tmp_path / "out" / "report.json").read_text("utf-8")
    told = run_to_end(
        session.report(tmp_path / "told", ("json",), ("E1",), Choices(disclose=frozenset({"name"})))
    )
    text = told[0].read_text("utf-8")
    assert [field for field, mark in marks.items() if mark in text] == ["file"]
    assert json.loads(text)["head"]["version"] == 2


def test_a_final_report_needs_a_question_and_a_mandate(session: Session, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="mandate"):
        run_to_end(session.report(tmp_path / "out", ("json",), (), Choices(final=True)))
    assert not (tmp_path / "out").exists()
    assert isinstance(session.state.case, Case)
