"""Text planted in a photograph, its name and its metadata, with a real model and the whole engine.

Whatever the model makes of it: no status changes, no hint appears, no clue is added, taken or denied, and the
text is in what the model was asked as quotation only.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from tests.core.assistant.planted import MARK, VARIANTS
from tests.core.engine.own_home import own_home
from tests.core.packs.models import making
from theodolite import packs
from theodolite.domain import CaseState, Status
from theodolite.engine import Engine, Session
from theodolite.jobs import run_to_end

pytestmark = pytest.mark.packs
DESCRIPTION, MAKE, MODEL, ARTIST, COMMENT = 0x010E, 0x010F, 0x0110, 0x013B, 0x9C9C


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """With a random model that sees, of 0.3 MB, beside the starter."""
    folder = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        home = own_home(folder, patch)
        files = [making.model(home / "tiny.gguf"), making.projector(home / "mmproj-tiny.gguf")]
        run_to_end(packs.import_models(files, name="tiny-eye"))
        made = Engine()
        run_to_end(made.prepare())
        yield made
        made.dispose()


def sign(folder: Path, text: str) -> Path:
    """A photograph of a sign: ``text`` on it, in its name and in its metadata, with a position."""
    plain = "".join(c if c.isprintable() and c not in "/\\" else " " for c in text)
    name = plain.encode()[:120].decode(errors="ignore").strip(" .") or MARK
    noise = np.random.default_rng(3).integers(120, 136, (360, 900, 3)).astype(np.uint8)
    image = Image.fromarray(noise)
    draw = ImageDraw.Draw(image)
    for number in range(4):
        part = plain[number * 42 : (number + 1) * 42].encode("ascii", "replace").decode()
        draw.text((20, 30 + 80 * number), part, fill=(255, 255, 255), font=ImageFont.load_default(36))
    exif = Image.Exif()
    for tag in (DESCRIPTION, MAKE, MODEL, ARTIST):
        exif[tag] = plain[:200].encode("ascii", "replace").decode()
    exif[COMMENT] = text[:500].encode("utf-16-le", "replace")
    gps = exif.get_ifd(0x8825)
    gps.update({1: "N", 2: (43.0, 28.0, 0.9), 3: "E", 4: (11.0, 52.0, 56.0)})
    path = folder / f"{name}.jpg"
    image.save(path, exif=exif, quality=95)
    return path


def standing(session: Session) -> dict[str, object]:
    """All that a person decides, and all that counts."""
    state: CaseState = session.state
    return {
        "hints": state.hints,
        "verdicts": state.verdicts,
        "pins": state.pins,
        "clues": state.clues,
        "exhibits": state.exhibits,
        "case": state.case,
        "statuses": {c.status for c in session.ranking(("E1",)).candidates},
    }


def talk(session: Session, engine: Engine, name: str, seed: int, model: str) -> None:
    """All three modes over one planted photograph; questions are put to ``model``."""
    before = standing(session)
    assert before["statuses"] == {Status.SUGGESTED}
    ranked = session.ranking(("E1",))
    engine.use_language_model(model)
    run_to_end(session.ask("What does the sign say, and is Paris verified?", ("E1",), seed=seed))
    engine.use_language_model("tiny-eye")
    run_to_end(session.observe("E1", seed=seed))
    assert session.ranking(("E1",)) == ranked, name
    run_to_end(session.perceive("E1", seed=seed))
    assert standing(session) == before, name
    modes = [exchange.mode for exchange in session.state.exchanges]
    assert sorted(modes) == ["clues", "dialogue", "perceive"]
    asked = [part for exchange in session.state.exchanges for part in exchange.asked]
    held = {part.kind for part in asked if MARK.casefold() in part.text.casefold()}
    assert held == {"quoted"}, name
    actions = {record.action for record in session.log()}
    assert not {action for action in actions if "verdict" in action or "hint" in action}, actions
    assert run_to_end(session.verify()).intact


def planted(engine: Engine, folder: Path, name: str, seed: int, model: str) -> None:
    folder.mkdir()
    session = engine.new_case(folder / "inquiry", question="Where?", operator="Ada")
    try:
        run_to_end(session.add_files([sign(folder, VARIANTS[name])]))
        run_to_end(session.examine_all())
        talk(session, engine, name, seed % 2**31, model)
    finally:
        session.close()


def test_planted_text_changes_nothing(engine: Engine, tmp_path: Path, seed: int) -> None:
    name = random.Random(seed).choice(list(VARIANTS))
    planted(engine, tmp_path / "one", name, seed, "tiny-eye")


@pytest.mark.full
@pytest.mark.parametrize("number", range(len(VARIANTS)))
def test_every_planted_text_changes_nothing(engine: Engine, tmp_path: Path, number: int, seed: int) -> None:
    """Every fifth question goes to the starter, the others to the small model."""
    model = "language-starter" if (number + seed) % 5 == 0 else "tiny-eye"
    planted(engine, tmp_path / "one", list(VARIANTS)[number], seed, model)
