"""Real photographs and signs: the ranking before and after right, vague and wrong hints."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import pytest

from tests.core.evaluate.interactive import corpora as files
from tests.core.evaluate.interactive.corpora import SIGNS, examined, known
from theodolite.domain import ClueReach, Strength
from theodolite.engine import Engine
from theodolite.evaluate.interactive import bars, dialogue, views
from theodolite.evaluate.interactive.dialogue import Photograph, Setting, hint_of
from theodolite.evaluate.interactive.ground import Ground
from theodolite.evaluate.interactive.investigator import MAKERS
from theodolite.evaluate.interactive.records import Turn
from theodolite.evaluate.interactive.said import KINDS, WRONG, Kind, Quality, Scene
from theodolite.evaluate.interactive.views import View

pytestmark = [pytest.mark.packs, pytest.mark.corpora]
#: Columns of the table: what is said, and how surely.
COLUMNS: tuple[tuple[Kind, Quality, Strength], ...] = (
    ("in-country", "right", Strength.LIKELY),
    ("not-country", "right", Strength.LIKELY),
    ("in-country", "vague", Strength.LIKELY),
    ("in-country", "wrong-plausible", Strength.WEAK),
    ("in-country", "wrong-plausible", Strength.CERTAIN),
    ("not-country", "wrong-near", Strength.WEAK),
)


@pytest.fixture(scope="module")
def engine() -> Iterator[Engine]:
    made = Engine()
    yield made
    made.dispose()


@dataclass(frozen=True, eq=False)
class Asked:
    """One hint given to one photograph."""

    photograph: Photograph
    kind: Kind
    quality: Quality
    strength: Strength
    text: str
    before: View
    after: View
    flagged: bool


def asked(ground: Ground, one: Photograph, columns: Sequence[tuple[Kind, Quality, Strength]]) -> list[Asked]:
    before = views.view(ground, one.truth, one.question)
    scene = Scene(ground, one.truth, one.question, before.listed)
    found = []
    for kind, quality, strength in columns:
        said = MAKERS[kind](scene, quality, np.random.default_rng(one.row))
        if said is None:
            continue
        question = replace(one.question, hints=(hint_of(said, strength, 1),))
        after = views.view(ground, one.truth, question)
        flagged = views.flagged(ground, question)
        found.append(Asked(one, kind, quality, strength, said.text, before, after, flagged))
    return found


def keeps_its_promises(ground: Ground, one: Photograph) -> None:
    """True "in" and "not in" never lower the true place well inside their borders, nor the true country by
    more than the borders explain; a weak wrong hint never displaces GPS in silence."""
    true = [(k, "right", s) for k in ("in-country", "not-country", "in-admin1") for s in Strength]
    for row in asked(ground, one, true):  # type: ignore[arg-type]
        place, country = views.fit(ground, one.truth, row.after.question.hints[0].reach, row.before)
        assert not bars.lowered(row.before.p, row.after.p, country), row
        assert place < bars.FITS or not bars.lowered(row.before.home, row.after.home), row
    if one.backed == "gps":
        wrong = [(k, q, Strength.WEAK) for k in KINDS for q in WRONG]
        for row in asked(ground, one, wrong):
            hint = row.after.question.hints[0]
            if not hint.exclude and not isinstance(hint.reach, ClueReach):
                assert row.before.km < bars.GPS_KM, row
                assert row.after.km < bars.SAME_KM or row.flagged, row


@pytest.mark.full
def test_two_of_the_files_keep_their_promises(
    engine: Engine, ground: Ground, corpora: Path, tmp_path: Path, seed: int
) -> None:
    """Others with each seed: a sign, and a photograph with a position. Reading them costs half a minute."""
    every = known(corpora)
    signs = [one for one in every if one.name in SIGNS]
    placed = [one for one in every if one.name not in SIGNS]
    draw = random.Random(seed)
    found = examined(engine, ground, tmp_path, [draw.choice(signs), draw.choice(placed)])
    assert found
    for one in found:
        keeps_its_promises(ground, one)
        turns = dialogue.converse(ground, one, Setting(seed, "calibrated", 0.3, turns=3))
        assert turns[-1].restored == 1


@pytest.mark.full
def test_the_ranking_before_and_after_hints(
    engine: Engine, ground: Ground, corpora: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The table: every sign and photograph whose place is known, each hint by itself."""
    found = examined(engine, ground, tmp_path, known(corpora))
    assert len(found) > 30
    rows: list[str] = []
    for one in found:
        keeps_its_promises(ground, one)
        before = views.view(ground, one.truth, one.question)
        rows.append(
            f"\n{one.name}: {one.truth.country}{', GPS' if one.backed == 'gps' else ''}; {told(before)}"
        )
        for row in asked(ground, one, COLUMNS):
            said = f"{row.kind} {row.quality}, {row.strength.value}: {row.text}"
            rows.append(f"  {said[:66]:66} {told(row.after)}{'  contradiction' if row.flagged else ''}")
    with capsys.disabled():
        print("\n".join(rows))


@pytest.mark.full
def test_conversations_about_the_photographs(
    engine: Engine, ground: Ground, corpora: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    turns: list[Turn] = []
    for one in examined(engine, ground, tmp_path, known(corpora)):
        for seed in (1, 2, 3):
            for manner in ("calibrated", "overconfident"):
                for rate in (0.0, 0.1, 0.2, 0.3, 0.5):
                    turns += dialogue.converse(ground, one, Setting(seed, manner, rate))
    made = bars.bars(turns)
    with capsys.disabled():
        for bar in made:
            print(f"\n{bar.holds} {bar.name}: {bar.text} {bar.bound or ''} ({bar.turns} turns)", end="")
    assert all(bar.holds is not False for bar in made), [bar for bar in made if bar.holds is False]


def told(found: View) -> str:
    place = "-" if np.isnan(found.km) or np.isinf(found.km) else f"{found.km:.0f} km"
    return f"{found.top} {found.top_p:.3f}, true {found.p:.3f}, first {place}"


def test_each_truth_says_how_it_is_known() -> None:
    assert all(len(why) > 10 and len(code) == 2 for code, _, _, why in files.SIGNS.values())
