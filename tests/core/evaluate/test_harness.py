"""The mechanics of an evaluation: what is asked, what is kept, what counts, and what no kill can lose."""

from __future__ import annotations

import json
import math
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Generator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tests.core.evaluate.doubles import NAMING, TOOLS, Fixed, Stating, photograph, table
from theodolite.domain import AnswerLevel, Candidate, Ranking
from theodolite.errors import DecodeFailed, InputError, PackMissing, TheodoliteError, WorkerDied
from theodolite.evaluate import harness, metrics, records, summary, tables
from theodolite.evaluate.datasets import open_dataset
from theodolite.evaluate.harness import Result
from theodolite.evaluate.naming import Naming
from theodolite.evaluate.subjects import OfStrategy, Subject
from theodolite.jobs import Job, Progress, run_to_end
from theodolite.locate.strategies.signature import Asked, Tools
from theodolite.packs.library import PackRow
from theodolite.workers import Call

ROOT = Path(__file__).resolve().parents[3]
ROWS = [("a.png", 10.0, 20.05), ("b.png", 10.0, 21.0), ("c.png", -40.0, -100.0), ("d.png", 10.0, 20.0)]


def of(*strategies: Fixed | Stating) -> tuple[OfStrategy, ...]:
    return tuple(OfStrategy(one, TOOLS) for one in strategies)


def run(path: Path, subjects: Sequence[Subject], out: Path, **more: Any) -> Result:
    found = open_dataset(path)
    return run_to_end(harness.evaluate(found, subjects, TOOLS, out, naming=NAMING, **more))


def test_each_image_is_asked_of_each_strategy_and_measured_strictly(tmp_path: Path) -> None:
    path = table(tmp_path / "d", ROWS)
    near, far = Fixed(), Fixed((-40.0, -100.0), name="far")
    result = run(path, of(near, far), tmp_path / "out")
    assert [r.image for r in result.of("fixed")] == [name for name, _, _ in ROWS]
    km = [r.km for r in result.of("fixed")]
    assert km == pytest.approx(
        metrics.error_km([10.0] * 4, [20.0] * 4, *zip(*[r[1:] for r in ROWS], strict=True))
    )
    made = summary.summarise(result)
    first, second = made.rows
    assert [i.value for i in first.hits] == [0.25, 0.5, 0.75, 0.75, 0.75]  # 5.5 km, 110 km, far, 0
    assert [i.value for i in second.hits] == [0.25] * 5
    assert made.differences[0].hits[2].value == pytest.approx(-0.5)
    assert (
        first.images == 4
        and first.answered == 4
        and first.median_km.value == pytest.approx((km[0] + km[1]) / 2)
    )
    country = first.grains[0]
    assert country.images == 4 and country.accuracy is not None and country.accuracy.value == 0.75
    assert first.calibration is None and first.grains[2].accuracy is None


def test_failures_and_abstentions_are_wrong_and_counted_apart(tmp_path: Path) -> None:
    path = table(tmp_path / "d", ROWS)
    (tmp_path / "d" / "a.png").unlink()

    def fails(asked: Asked) -> TheodoliteError | None:
        return DecodeFailed("No pixels.") if asked.path.endswith("b.png") else None

    whole = Fixed(fails=fails)
    unsure = Fixed(name="unsure", unknown="nearest of 32 references in 2 towns")
    silent = Fixed(None, name="silent")
    result = run(path, of(whole, unsure, silent), tmp_path / "out")
    rows = {row.strategy: row for row in summary.summarise(result).rows}
    assert rows["fixed"].failures == (("cannot-decode", 1), ("missing", 1))
    assert rows["fixed"].hits[0].value == 0.25  # of four, not of the two that were answered
    assert rows["fixed"].answered_hits == (0.5, 0.5, 0.5, 0.5, 0.5)
    assert rows["unsure"].abstained == 3 and rows["unsure"].failed == 1
    assert [i.value for i in rows["unsure"].hits] == [0.0] * 5
    assert rows["unsure"].would_be == (0.25, 0.25, 0.5, 0.5, 0.5)
    assert rows["silent"].abstained == 3 and rows["silent"].median_km.value == math.inf
    assert rows["silent"].score.value == 0.0
    assert len(whole.asked) == 3  # the missing image was asked of nobody
    (missing,) = [r for r in result.of("fixed") if r.failure == "missing"]
    assert missing.image == "a.png" and "a.png" in missing.detail and math.isnan(missing.km)
    plain = tables.as_json(result, summary.summarise(result))
    assert plain["summary"]["rows"][2]["median_km"]["value"] is None
    text = tables.markdown(result, summary.summarise(result))
    assert "no answer" in text
    assert "| unsure | 25.0 | 25.0 | 50.0 | 50.0 | 50.0 |" in text  # had it not abstained


@pytest.mark.parametrize("at", [(91.0, 0.0), (math.inf, 0.0), (0.0, math.nan), (math.nan, 5.0), (0.0, 361.0)])
def test_an_answer_off_the_earth_is_a_failure_not_a_number(tmp_path: Path, at: tuple[float, float]) -> None:
    result = run(table(tmp_path / "d", ROWS[:1]), of(Fixed(at)), tmp_path / "out")
    (record,) = result.records
    assert record.failure == "no-position" and math.isnan(record.lat) and math.isnan(record.km)


def test_a_worker_that_died_is_asked_once_more(tmp_path: Path) -> None:
    times = {"a.png": 1, "b.png": 9}

    def fails(asked: Asked) -> TheodoliteError | None:
        name = Path(asked.path).name
        times[name] -= 1
        return WorkerDied("It ended.") if times[name] >= 0 else None

    result = run(table(tmp_path / "d", ROWS[:2]), of(Fixed(fails=fails)), tmp_path / "out")
    assert [r.failure for r in result.records] == ["", "worker-died"]


def test_what_would_fail_for_every_image_ends_the_evaluation_and_loses_nothing(tmp_path: Path) -> None:
    path, asked = table(tmp_path / "d", ROWS), [0]

    def fails(_: Asked) -> TheodoliteError | None:
        asked[0] += 1
        return PackMissing("Gone.") if asked[0] == 3 else None

    with pytest.raises(PackMissing):
        run(path, of(Fixed(fails=fails)), tmp_path / "out")
    assert len(records.load(tmp_path / "out")[1]) == 2
    again = Fixed()
    assert len(run(path, of(again), tmp_path / "out").records) == 4
    assert [Path(a.path).name for a in again.asked] == ["c.png", "d.png"]


def test_strategies_that_cannot_run_say_what_they_lack_before_anything_is_asked(tmp_path: Path) -> None:
    path = table(tmp_path / "d", ROWS)
    lacking = Fixed(name="g3", lacks=("g3 needs an aligned model.",))
    with pytest.raises(InputError, match="g3 cannot run: g3 needs an aligned model"):
        run(path, of(Fixed(), lacking), tmp_path / "out")
    with pytest.raises(InputError, match="named twice"):
        run(path, of(Fixed(), Fixed()), tmp_path / "out")
    with pytest.raises(InputError):
        run(path, (), tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_cancelled_anywhere_it_goes_on_where_it_was(tmp_path: Path) -> None:
    path = table(tmp_path / "d", ROWS)
    whole = [replace(r, seconds=0.0) for r in run(path, of(Fixed()), tmp_path / "whole").records]
    for steps in range(1, 12):
        out = tmp_path / f"{steps}"
        job = harness.evaluate(open_dataset(path), of(Fixed()), TOOLS, out, naming=NAMING)
        for _ in range(steps):
            next(job)
        job.close()
        before = len(records.load(out)[1])
        rest = Fixed()
        result = run(path, of(rest), out)
        assert len(rest.asked) == 4 - before
        assert [replace(r, seconds=0.0) for r in result.records] == whole


def test_killed_at_any_moment_nothing_is_lost_or_asked_twice(tmp_path: Path, seed: int, repeat: int) -> None:
    rng = random.Random(seed)
    path = table(tmp_path / "d", [(f"{n}.png", 10.0, 20.0 + n / 50) for n in range(25)], pictures=False)
    for number in range(25):
        (tmp_path / "d" / f"{number}.png").write_bytes(bytes([number]))
    command = [sys.executable, "-m", "tests.core.evaluate.killed", str(path)]
    undisturbed = run(path, of(Fixed(), Fixed((0.0, 179.0), name="other")), tmp_path / "whole")
    whole = [replace(r, seconds=0.0) for r in undisturbed.records]
    assert len(whole) == 50
    for number in range(max(1, repeat // 50)):
        out = tmp_path / f"{number}"
        lines = out / records.LINES
        process = subprocess.Popen([*command, str(out)], cwd=ROOT)
        wanted = rng.randrange(1, 40)
        deadline = time.monotonic() + 30
        while time.monotonic() < deadline and (
            not lines.exists() or lines.read_bytes().count(b"\n") < wanted
        ):
            time.sleep(0.002)
        os.kill(process.pid, signal.SIGKILL)
        assert process.wait(timeout=10) == -signal.SIGKILL
        kept = lines.read_bytes().count(b"\n") - 1
        assert wanted - 1 <= kept < 50
        with lines.open("ab") as stream:  # what a power cut may leave of the line that was being written
            stream.write(b'7,"half of a li')
        rest = Fixed(), Fixed((0.0, 179.0), name="other")
        again = run(path, of(*rest), out)
        assert [replace(r, seconds=0.0) for r in again.records] == whole
        assert sum(len(one.asked) for one in rest) == 50 - kept
        assert lines.read_bytes().count(b"\n") == 51


def test_a_changed_setting_or_dataset_is_another_evaluation(tmp_path: Path) -> None:
    path = table(tmp_path / "d", ROWS)
    run(path, of(Fixed()), tmp_path / "out")
    with pytest.raises(InputError, match="strategies differ"):
        run(path, [OfStrategy(Fixed(), TOOLS, settings={"prompts": "2"})], tmp_path / "out")
    with pytest.raises(InputError, match="families left out differ"):
        run(path, of(Fixed()), tmp_path / "out", leave_families_out=True)
    with pytest.raises(InputError, match="dataset differ"):
        run(table(tmp_path / "e", ROWS[:2]), of(Fixed()), tmp_path / "out")
    assert len(run(path, of(Fixed((0.0, 0.0))), tmp_path / "out", fresh=True).records) == 4


def test_its_own_bytes_and_its_family_may_never_answer(tmp_path: Path) -> None:
    rows = [("a.png", 10.0, 20.0), ("b.png", 10.1, 20.1), ("c.png", -40.0, -100.0)]
    path = table(tmp_path / "d", rows)
    alone = Fixed()
    hashes = [r.sha256 for r in run(path, of(alone), tmp_path / "out").records]
    assert [a.exclude for a in alone.asked] == [(h,) for h in hashes] and len(set(hashes)) == 3
    family = Fixed()
    run(path, of(family), tmp_path / "families", leave_families_out=True)
    together = tuple(sorted(hashes[:2]))  # 16 km apart, and no day is known
    assert [a.exclude for a in family.asked] == [together, together, (hashes[2],)]


class Leaky:
    """A vision worker that finds the second image among the references, and nothing else."""

    def __init__(self) -> None:
        self.asked = list[str]()

    def run(self, call: Call) -> Job[Any]:
        return self._answer(call)

    def _answer(self, call: Call) -> Generator[Progress, None, Any]:
        from theodolite.evaluate.leaks import Leaks

        yield Progress("looking")
        assert call.function == "theodolite.evaluate.leaks:find"
        self.asked.append(call.kwargs["path"])
        return Leaks(("f" * 64,) if call.kwargs["path"].endswith("b.png") else (), 7)


def test_copies_that_the_indexes_hold_are_excluded_and_what_cannot_be_compared_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    vision = Leaky()
    tools = Tools(vision, vision, lambda _: None)
    index = tmp_path / "i"
    index.mkdir()
    (index / "manifest.json").write_text("{}")
    monkeypatch.setattr(harness, "read_manifest", lambda _: None)
    strategy = Fixed()
    dataset = open_dataset(table(tmp_path / "d", ROWS[:2]))
    job = harness.evaluate(
        dataset, [OfStrategy(strategy, tools, (str(index),))], tools, tmp_path / "out", naming=NAMING,
        indexes=[str(index)],
    )  # fmt: skip
    result = run_to_end(job)
    assert [len(a.exclude) for a in strategy.asked] == [1, 2] and "f" * 64 in strategy.asked[1].exclude
    assert any("7 references have no outline" in note for note in result.notes)
    assert [r.excluded for r in result.records] == [1, 2]


def test_each_image_has_its_own_seed_and_a_strategy_the_same_one_in_every_row(tmp_path: Path) -> None:
    path = table(tmp_path / "d", ROWS)
    whole, without = Fixed(), Fixed(name="without")
    run(path, of(whole, without), tmp_path / "out")
    seeds = [asked.seed for asked in whole.asked]
    assert len(set(seeds)) == len(ROWS) and seeds == [asked.seed for asked in without.asked]


def test_another_pack_is_another_question(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A table never mixes the answers of two models."""
    path = table(tmp_path / "d", ROWS)
    run(path, of(Fixed()), tmp_path / "out")
    other = PackRow("mine", "1", "alignment", "own", False, 1, "1 byte", 0, "none", "", "a" * 64)
    monkeypatch.setattr(harness.packs, "rows", lambda: (other,))
    with pytest.raises(InputError, match="another evaluation: packs differ"):
        run(path, of(Fixed()), tmp_path / "out")


# --- strategies that state probabilities -----------------------------------------------------------------


def ranking(lon: float, stated: float, level: AnswerLevel = AnswerLevel.COUNTRY) -> Ranking:
    here, there = ("EA", "WE") if lon >= 0 else ("WE", "EA")
    candidate = Candidate("P1", 1, 10.0, lon, "a place", here, stated, 200.0, 1.0, ())
    countries = ((here, stated), (there, 1.0 - stated))
    return Ranking(
        ("E1",), "fusion", level, countries, (), (candidate,), (), (), (), "mixed", "", "", 0.0
    )  # fmt: skip


def test_stated_probabilities_are_compared_with_what_came_true(tmp_path: Path) -> None:
    rng = np.random.default_rng(4)
    rows = [(f"{n}.png", 10.0, 20.0 if rng.random() < 0.7 else -20.0) for n in range(40)]
    path = table(tmp_path / "d", rows)

    def rank(asked: Asked) -> Ranking:
        first = Path(asked.path).name == "0.png"
        return ranking(20.0, 0.9, AnswerLevel.UNKNOWN if first else AnswerLevel.COUNTRY)

    result = run(path, of(Stating(rank), Fixed()), tmp_path / "out")
    made = summary.summarise(result)
    right = sum(lon > 0 for _, _, lon in rows) / 40
    assert made.rows[0].calibration is not None and made.rows[1].calibration is None
    assert made.rows[0].calibration.error == pytest.approx(abs(0.9 - right), abs=0.12)
    assert sum(b.images for b in made.rows[0].calibration.bins) == 40
    assert made.rows[0].abstained == 1
    stated, hit = summary.stated_countries(result.of("fusion"))
    assert stated.tolist() == [0.9] * 40 and hit.mean() == right
    text = tables.markdown(result, made)
    assert "Calibration of the country" in text and "fixed: scores are no probabilities" in text


# --- names -----------------------------------------------------------------------------------------------


def test_accuracy_of_names_leaves_null_truths_out_and_checks_the_labels(tmp_path: Path) -> None:
    folder = tmp_path / "d"
    for name in "abc":
        photograph(folder / f"{name}.png", ord(name))
    (folder / "t.csv").write_text(
        "image,lat,lon,country\na.png,1,20,Italy\nb.png,1,-20,FR\nc.png,1,-20,\n", encoding="utf-8"
    )

    class Europe:
        def country_of(self, lat: Any, lon: Any) -> list[str]:
            return ["FR" if value < 0 else "IT" for value in np.asarray(lon)]

    job = harness.evaluate(
        open_dataset(folder / "t.csv"), of(Fixed()), TOOLS, tmp_path / "out",
        naming=Naming(Europe(), None),
    )  # fmt: skip
    made = summary.summarise(run_to_end(job))
    country = made.rows[0].grains[0]
    assert country.images == 2 and country.accuracy is not None and country.accuracy.value == 0.5
    assert made.labels == (2, 2)


# --- tables ----------------------------------------------------------------------------------------------


def test_an_ablation_stands_beside_the_published_one(tmp_path: Path) -> None:
    folder = tmp_path / "d"
    lines = "".join(f"{n}.png,a,10.0,{20 + n}\n" for n in range(4))
    for number in range(4):
        photograph(folder / "images" / f"{number}.png", number)
    (folder / "im2gps3k_places365.csv").write_text(f"IMG_ID,AUTHOR,LAT,LON\n{lines}")
    g3 = Fixed((10.0, 20.0), name="g3")
    without = OfStrategy(Fixed((10.0, 23.0), name="g3"), TOOLS, (), {"ablate": "geo-v"}, "g3 w/o geo-v")
    result = run(folder, [*of(g3), without], tmp_path / "out")
    made = summary.summarise(result, whole={"g3 w/o geo-v": "g3"})
    assert made.differences == () and [d.strategy for d in made.ablation] == ["g3 w/o geo-v"]
    assert made.ablation[0].other == "g3" and made.ablation[0].hits[4].value == 0.0
    text = tables.markdown(result, made)
    assert "| GeoCLIP | 14.11 | 34.47 | 50.65 | 69.67 | 83.82 | paper |" in text
    assert "| w/o Geo-V | 14.98 (-1.67) | 38.27 (-2.67) |" in text
    assert "g3 w/o geo-v - g3" in text
    lines_of = tables.as_csv(made).splitlines()
    assert lines_of[0] == "strategy,measure,value,low,high,images"
    assert any(line.startswith("g3 w/o geo-v - g3,share < 200 km,") for line in lines_of)
    assert json.loads(json.dumps(tables.as_json(result, made)))["published_ablation"][0]["method"] == "geo-a"


def test_the_sphere_is_a_way_to_report_not_another_evaluation(tmp_path: Path) -> None:
    result = run(table(tmp_path / "d", ROWS), of(Fixed()), tmp_path / "out")
    flat, round_ = summary.summarise(result), summary.summarise(result, sphere=True)
    assert flat.rows[0].median_km.value != round_.rows[0].median_km.value
    assert flat.rows[0].score == round_.rows[0].score  # the score is defined on the sphere
    assert "WGS84" in tables.markdown(result, flat) and "6371" in tables.markdown(result, round_)
