"""Clues, relations, times, sun, coordinates and fits on the command line: the documents scripts rely on.

The long test runs in a process of its own without a network; the refusals run in this one.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.contract import Command, code_of
from tests.e2e.test_cli_investigation import TOWER, without_network
from theodolite.domain import CLUE_SOURCES
from theodolite.evaluate import fits
from theodolite.evaluate.fitting import Fit
from theodolite.locate.parameters import Parameters

CLUE = {
    "id", "exhibit", "kind", "observation", "inference", "strength", "method", "version", "root", "origins",
    "reach", "supports", "box", "mark", "note", "confidence", "by_person", "active", "rejected_reason",
    "line", "when", "inputs", "shape",
}  # fmt: skip
LISTED = CLUE | {"source", "counts", "weight", "effect"}
LINE = {"number", "text", "script", "recogniser", "corrected", "romanised", "romanised_by", "meaning"}
RELATION = {"kind", "exhibits", "text", "detail", "for_", "against", "origin", "conflict"}
WHEN = {"status", "span", "text", "for_", "against", "conflict", "claimed", "elsewhere"}
SPAN = {"start", "end", "inside"}
FIT = {
    "parameters", "photographs", "families", "data_sha256", "support_sha256", "fitted", "refused",
    "held_out_before", "held_out_after", "standard_error", "ece_before", "ece_after", "accepted", "gain",
}  # fmt: skip

#: A word may be a function of the documents so far. The fit in use is kept out of the user's folder.
STEPS = """
import contextlib, io, json, sys
from pathlib import Path
from theodolite.cli import main
from theodolite.evaluate import fits

folder, tower = Path(sys.argv[1]), Path(sys.argv[2])
fits.path_in_use = lambda: folder / "fit.json"
case, few = str(folder / "inquiry.case"), folder / "few"
few.mkdir()
for name in ("arezzo-1.jpg", "lund-1.jpg", "berlin-1.jpg"):
    (few / name).write_bytes((tower / "references" / name).read_bytes())
names = ("forwarded.jpg", "square.jpg", "postcard.jpg", "delivery.jpg")

def clue(kind, exhibit):
    return lambda seen: next(
        row["id"] for row in seen["listed"]["clues"] if (row["kind"], row["exhibit"]) == (kind, exhibit)
    )

observed = ["--observation", "square tower", "--inference", "Pieve", "--origin", "printed guide"]
steps = {
    "new": ["case", "new", case, "--question", "Where was forwarded.jpg taken?"],
    "added": ["case", "add", case, *(str(tower / name) for name in names)],
    "listed": ["clue", "list", case],
    "again": ["clue", "list", case],
    "phone": ["clue", "list", case, "--exhibit", "E4", "--source", "phone", "--all"],
    "domain": ["clue", "list", case, "--exhibit", "E4", "--source", "domain", "--all"],
    "bare": ["locate", case, "--exhibit", "E1"],
    "hand": ["clue", "add", case, "--exhibit", "E1", *observed, "--place", "43.4649, 11.8826",
             "--strength", "certain", "--when", "before 2026"],
    "held": ["locate", case, "--exhibit", "E1"],
    "rejected": ["clue", "reject", case, lambda seen: seen["hand"]["id"], "--reason", "another tower"],
    "without": ["locate", case, "--exhibit", "E1"],
    "corrected": ["clue", "correct", case, clue("text.line", "E4"), "FRUTTA E VERDURE"],
    "sources": ["clue", "source", case],
    "off": ["clue", "source", case, "phone", "--switch", "off"],
    "lighter": ["clue", "source", case, "place", "--weight", "0.5"],
    "weighed": ["clue", "list", case, "--exhibit", "E4"],
    "relations": ["case", "relations", case],
    "when": ["case", "when", case],
    "one": ["case", "when", case, "--exhibit", "E4"],
    "at": ["sun", "at", "43.4649, 11.8826", "2025-10-22 11:20", "--zone", "Europe/Rome"],
    "band": ["sun", "band", "--height", "3", "--shadow", "4.98", "--time", "2025-10-22 11:20",
             "--zone=+02:00", "--at", "43.4649, 11.8826"],
    "times": ["sun", "times", "43.4649, 11.8826", "--date", "2025-10-22", "--elevation", "31.06"],
    "meet": ["sun", "meet", "--elevation", "31.06", "--time", "2025-10-22 09:20Z", "--elevation", "21.27",
             "--time", "2025-10-22 14:00Z"],
    "coords": ["coords", "43.46490, 11.88260", "--precision", "10"],
    "unused": ["fit", "show"],
    "fit": ["fit", "build", str(few), "--out", str(folder / "few.json")],
    "shown": ["fit", "show", str(folder / "few.json")],
    "dropped": ["fit", "drop"],
    "report": ["report", case, "--out", str(folder / "report")],
    "verify": ["verify", case],
}
seen = {}
for name, words in steps.items():
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        code = main([word(seen) if callable(word) else word for word in words] + ["--json"])
    if code:
        sys.exit(f"{name} ended with {code}: {out.getvalue()[-2000:]}")
    seen[name] = json.loads(out.getvalue())["data"]
print(json.dumps(seen))
"""


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory, starter: Any) -> dict[str, Any]:
    """What each step answered, in a process that has no network."""
    for pack in ("vision-starter", "gazetteer", "gallery"):
        starter(pack)
    folder = tmp_path_factory.mktemp("clues")
    done = subprocess.run(
        [*without_network(), sys.executable, "-c", STEPS, str(folder), str(TOWER)],
        capture_output=True,
        text=True,
        timeout=600,
    )
    assert done.returncode == 0, done.stderr[-4000:]
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def rows(listed: dict[str, Any], **wanted: str) -> list[dict[str, Any]]:
    return [row for row in listed["clues"] if all(row[key] == value for key, value in wanted.items())]


@pytest.mark.packs
class TestDocuments:
    def test_clue_list(self, seen: dict[str, Any]) -> None:
        listed = seen["listed"]
        assert set(listed) == {"clues", "runs", "sources"}
        assert all(set(row) == LISTED for row in listed["clues"])
        assert not [row for row in listed["clues"] if row["kind"].startswith("none.")]
        assert seen["again"]["clues"] == listed["clues"], "listing twice changes nothing"
        assert set(listed["runs"]) == {"E1", "E2", "E3", "E4"}
        for run in (run for runs in listed["runs"].values() for run in runs):
            assert set(run) == {"source", "seconds", "clues", "outcome"}
            assert run["seconds"] >= 0
            assert run["source"] in CLUE_SOURCES
        assert [row["source"] for row in listed["sources"]] == list(CLUE_SOURCES)
        assert all(set(row) == {"source", "on", "weight"} for row in listed["sources"])
        (line,) = rows(listed, kind="text.line", exhibit="E4")
        assert set(line["line"]) == LINE
        assert line["line"]["text"] == "FRUTTA E VERDURA"
        assert (line["counts"], line["effect"]) == (False, None)
        assert set(line["box"]) == {"left", "top", "right", "bottom"}
        (time,) = rows(listed, kind="exif.time", exhibit="E4")
        assert set(time["when"]) == SPAN
        assert time["when"]["start"] == "2025-10-22T09:20:00Z"

    def test_one_source_with_what_it_did_not_find(self, seen: dict[str, Any]) -> None:
        assert {row["kind"] for row in seen["phone"]["clues"]} == {"text.phone"}
        assert any("Italy" in row["inference"] for row in seen["phone"]["clues"])
        (none,) = seen["domain"]["clues"]
        assert none["kind"] == "none.domain"
        assert none["observation"]
        assert none["counts"] is False

    def test_a_clue_of_ones_own_counts_and_rejected_it_was_never_there(self, seen: dict[str, Any]) -> None:
        hand = seen["hand"]
        assert set(hand) == CLUE
        assert (hand["kind"], hand["by_person"], hand["strength"]) == ("hand", True, "certain")
        assert hand["reach"]["kind"] == "point"
        assert hand["when"] == {"start": "", "end": "2026-01-01T12:00:00Z", "inside": True}
        (shown,) = [
            part for part in seen["held"]["candidates"][0]["contributions"] if part["source"] == hand["id"]
        ]
        assert shown["log_likelihood"] > 5
        assert seen["rejected"] == hand | {"active": False, "rejected_reason": "another tower"}
        assert seen["without"] == seen["bare"], "number for number, as if it had never been there"
        assert seen["held"]["scores_sha256"] != seen["bare"]["scores_sha256"]

    def test_a_correction_keeps_both_readings(self, seen: dict[str, Any]) -> None:
        assert seen["corrected"]
        assert all(set(row) == CLUE for row in seen["corrected"])
        texts = {(row["line"]["text"], row["line"]["corrected"]) for row in seen["corrected"]}
        assert texts == {("FRUTTA E VERDURA", "FRUTTA E VERDURE")}

    def test_sources_are_switched_and_weighed(self, seen: dict[str, Any]) -> None:
        assert [row["source"] for row in seen["sources"]] == list(CLUE_SOURCES)
        assert seen["off"] == [{"source": "phone", "on": False, "weight": 1.0}]
        assert seen["lighter"] == [{"source": "place", "on": True, "weight": 0.5}]
        phones = rows(seen["weighed"], source="phone")
        assert phones
        assert all(row["counts"] is False and row["effect"] is None for row in phones)
        (place,) = rows(seen["weighed"], kind="text.place")
        assert place["weight"] == 0.5
        (before,) = rows(seen["listed"], kind="text.place", exhibit="E4")
        assert before["weight"] == 1.0

    def test_case_relations(self, seen: dict[str, Any]) -> None:
        assert all(set(row) == RELATION for row in seen["relations"])
        (travel,) = [row for row in seen["relations"] if row["kind"] == "travel"]
        assert travel["exhibits"] == ["E3", "E2"]
        assert travel["text"] == "E3 to E2 is 60.8 km in 18 min 14 s, 200 km/h; neither is called false"
        assert travel["conflict"] is True
        (camera,) = [row for row in seen["relations"] if row["kind"] == "same camera"]
        assert (camera["exhibits"], camera["origin"]) == (["E2", "E3"], True)

    def test_case_when(self, seen: dict[str, Any]) -> None:
        assert list(seen["when"]) == ["E1", "E2", "E3", "E4"]
        assert all(set(row) == WHEN for row in seen["when"].values())
        first, last = seen["when"]["E1"], seen["when"]["E4"]
        assert (first["status"], first["elsewhere"]) == ("not established", ["E2", "E3", "E4"])
        assert "the time of E1 is not established" in first["text"]
        assert last["status"] == "claimed"
        assert set(last["span"]) == SPAN
        assert seen["one"] == {"E4": last}

    def test_sun(self, seen: dict[str, Any]) -> None:
        at, band = seen["at"], seen["band"]
        assert set(at) == {"lat", "lon", "utc", "elevation", "azimuth", "overhead", "shadow_of_1"}
        assert at["utc"] == "2025-10-22T09:20:00Z"
        assert (at["elevation"], at["azimuth"]) == pytest.approx((31.06, 151.97), abs=0.02)
        assert set(band) == {"observation", "positions", "level", "polygons", "inside"}
        assert band["inside"] is True
        assert band["observation"]["elevation"] == pytest.approx(31.06, abs=0.05)
        assert all(len(point) == 2 for polygon in band["polygons"] for ring in polygon for point in ring)
        assert set(seen["times"]) == {"observation", "times"}
        morning, afternoon = seen["times"]["times"]
        assert morning["start"] < "2025-10-22T09:20:00Z" < morning["end"] < afternoon["start"]
        assert set(seen["meet"]) == {"places"}
        nearest = min(
            abs(place["lat"] - 43.46) + abs(place["lon"] - 11.88) for place in seen["meet"]["places"]
        )
        assert nearest < 1.0

    def test_coords(self, seen: dict[str, Any]) -> None:
        data = seen["coords"]
        assert set(data) == {"lat", "lon", "format", "precision_m", "note", "formats", "missing"}
        assert (data["lat"], data["lon"], data["format"]) == (43.4649, 11.8826, "DD")
        assert set(data["formats"]) == {"DD", "DMS", "DDM", "UTM", "MGRS", "Plus Code", "geo:"}

    def test_fit(self, seen: dict[str, Any]) -> None:
        made = seen["fit"]
        assert seen["unused"] is None
        assert set(made) == FIT
        assert seen["shown"] == made
        assert (made["photographs"], made["families"], made["accepted"], made["fitted"]) == (3, 1, False, [])
        assert made["refused"] == ["3 labelled photographs; below 30 nothing is fitted"]
        assert seen["dropped"] == {"fit": None}

    def test_the_report_and_the_log_hold_it_all(self, seen: dict[str, Any]) -> None:
        assert seen["verify"]["intact"] is True
        (path,) = [Path(name) for name in seen["report"]["files"] if name.endswith(".json")]
        report = json.loads(path.read_text(encoding="utf-8"))
        rejected = [row for row in report["clues"] if row["state"] == "rejected"]
        assert [row["reason"] for row in rejected] == ["another tower"]


# --- refusals ----------------------------------------------------------------------------------------------

ADD = ["clue", "add", "CASE", "--exhibit", "E1", "--observation", "a tower", "--origin", "a guide"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["clue", "list", "none"], "not-found"),
        (["clue", "list", "CASE", "--exhibit", "E9"], "not-found"),
        ([*ADD[:4], "E9", *ADD[5:]], "not-found"),
        ([*ADD[:6], " ", *ADD[7:]], "bad-input"),
        ([*ADD[:8], " "], "bad-input"),
        ([*ADD, "--when", "10/11/2008"], "bad-input"),
        ([*ADD, "--when", "once upon a time"], "bad-input"),
        ([*ADD, "--place", "no such place anywhere"], "hint-not-understood"),
        (["clue", "reject", "CASE", "C9", "--reason", "x"], "not-found"),
        (["clue", "reject", "CASE", "C1", "--reason", " "], "bad-input"),
        (["clue", "correct", "CASE", "C9", "x"], "not-found"),
        (["clue", "correct", "CASE", "C1", "x"], "bad-input"),
        (["clue", "source", "CASE", "phone", "--weight", "1.5"], "bad-input"),
        (["clue", "source", "CASE", "phone", "--weight", "nan"], "bad-input"),
        (["case", "relations", "none"], "not-found"),
        (["case", "when", "CASE", "--exhibit", "E9"], "not-found"),
        (["sun", "at", "somewhere", "2024-06-21 14:30Z"], "bad-input"),
        (["sun", "at", "1, 2", "yesterday", "--zone", "utc"], "bad-input"),
        (["sun", "band", "--height=-2", "--shadow", "1", "--time", "2024-06-21 14:30Z"], "bad-input"),
        (["sun", "band", "--time", "2024-06-21 14:30Z"], "bad-input"),
        (["sun", "times", "1, 2", "--date", "2024-13", "--elevation", "30"], "bad-input"),
        (["sun", "meet", "--elevation", "30", "--time", "2024-06-21 14:30Z"], "bad-input"),
        (["coords", "10 20 30 40"], "ambiguous-coordinate"),
        (["coords", "nowhere"], "bad-input"),
        (["fit", "build", "none", "--out", "fit.json"], "not-found"),
        (["fit", "show", "none.json"], "bad-input"),
        (["fit", "use", "none.json"], "bad-input"),
        (["fit", "use", str(TOWER / "square.jpg")], "bad-input"),
    ],
    ids=lambda value: " ".join(value)[:60] if isinstance(value, list) else "",
)
@pytest.mark.packs
def test_a_named_problem_is_one(
    command: Command,
    case: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    words: list[str],
    expected: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    command("case", "add", case, TOWER / "square.jpg")
    command("clue", "add", case, "--exhibit", "E1", "--observation", "a wall", "--origin", "my eyes")
    before = command("case", "show", case)[1]
    code, document = command(*(str(case) if word == "CASE" else word for word in words))
    assert (code, code_of(document)) == (1, expected), document
    assert document["data"] is None
    assert command("case", "show", case)[1] == before, "a refused command changes nothing"


@pytest.mark.parametrize(
    "words",
    [["clue"], ["clue", "frob"], ["clue", "list"], ["clue", "list", "a", "--source", "nope"], ADD[:5],
     [*ADD, "--strength", "sure"], ["clue", "reject", "a", "C1"], ["clue", "correct", "a", "C1"],
     ["clue", "source", "a", "nope"], ["clue", "source", "a", "phone", "--switch", "maybe"],
     ["clue", "source", "a", "phone", "--weight", "x"], ["sun"], ["sun", "at", "1, 2"],
     ["sun", "band", "--height", "2"], ["sun", "times", "1, 2"], ["coords"], ["fit"], ["fit", "build", "a"],
     ["fit", "use"], ["case", "relations"], ["case", "when"]],
    ids=" ".join,
)  # fmt: skip
def test_wrong_usage_is_two(command: Command, words: list[str]) -> None:
    code, document = command(*words)
    assert code == 2
    assert code_of(document) == "usage"


@pytest.mark.packs
def test_an_accepted_fit_is_used_shown_and_dropped(command: Command, case: Path, tmp_path: Path) -> None:
    """Half the weight for place names, by a fit made over the places this machine ranks."""
    command("case", "add", case, TOWER / "delivery.jpg")
    before = command("locate", case)[1]["data"]
    support = support_of_this_machine()
    halved = Parameters(weights=(("place", 0.5), ("phone", 0.5)), fit="f" * 64)
    for name, sha256, accepted in (
        ("good", support, True),
        ("other", "0" * 64, True),
        ("bad", support, False),
    ):
        fits.save(
            Fit(halved, 250, 40, "d" * 64, sha256, accepted=accepted, refused=("no gain",)),
            tmp_path / f"{name}.json",
        )
    assert code_of(command("fit", "use", tmp_path / "bad.json")[1]) == "bad-input"
    code, document = command("fit", "use", tmp_path / "good.json")
    assert code == 0
    assert command("fit", "show")[1] == document
    after = command("locate", case)[1]["data"]
    assert after["scores_sha256"] != before["scores_sha256"]
    assert command("fit", "use", tmp_path / "other.json")[0] == 0
    assert command("locate", case)[1]["data"] == before, "a fit over other places is left aside"
    assert command("fit", "drop")[1]["data"] == {"fit": None}
    assert command("fit", "show")[1]["data"] is None
    assert command("locate", case)[1]["data"] == before


def support_of_this_machine() -> str:
    from theodolite.engine import Engine
    from theodolite.jobs import run_to_end

    engine = Engine()
    try:
        run_to_end(engine.prepare())
        return engine.locator.support.sha256
    finally:
        engine.dispose()
