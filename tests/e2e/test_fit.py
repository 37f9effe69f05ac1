"""The fit to the labelled photographs of the corpora: what is fitted, what is refused, the held-out score."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from theodolite.engine import Engine, labelling
from theodolite.evaluate.fitting import fit
from theodolite.evaluate.labelled import families
from theodolite.jobs import run_to_end
from theodolite.locate.sources import counts

pytestmark = [pytest.mark.full, pytest.mark.corpora, pytest.mark.packs]


def test_the_photographs_of_the_corpora(corpora: Path) -> None:
    engine = Engine()
    try:
        run_to_end(engine.prepare())
        rows = run_to_end(labelling.labelled(engine, corpora / "photos"))
        locator = engine.locator
        made = run_to_end(fit(rows, lambda chosen: locator.using(chosen, room=len(rows))))
    finally:
        engine.dispose()
    print(f"\n{made.photographs} labelled photographs in {made.families} families; fitted: {made.fitted}")
    print(f"refused: {made.refused}; accepted: {made.accepted}")
    print(f"held out {made.held_out_before:.4f} -> {made.held_out_after:.4f}, s.e. {made.standard_error:.4f}")
    print(f"country calibration error {made.ece_before:.3f} -> {made.ece_after:.3f}")
    assert made.photographs >= 30
    assert made.fitted == ("T",), "below 200 photographs one common temperature only"
    assert any("below 200" in reason for reason in made.refused)
    assert not made.parameters.calibrated
    assert made.accepted == (made.gain > made.standard_error)  # type: ignore[operator]
    often = Counter(row.name for row in rows)
    family = dict(zip((row.name for row in rows), families(rows).tolist(), strict=True))
    for row in rows:
        assert not any(clue.kind.startswith(("exif.", "c2pa.", "file.")) for clue in row.question.clues)
        assert all(counts(clue) or not clue.active for clue in row.question.clues)
        for search in row.question.searches:
            for name in (Path(reference.name).name for reference in search.references):
                if often[name] == 1 == often[row.name]:
                    assert family[name] != family[row.name], "a photograph saw its kin"
