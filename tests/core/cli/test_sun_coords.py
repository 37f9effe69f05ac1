"""``sun`` and ``coords`` on the command line."""

from __future__ import annotations

import json
from typing import Any

import pytest

from theodolite.cli import main


def run(capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, Any]:
    assert main([*words[:1], "--json", *words[1:]] if words[0] == "coords" else [*words, "--json"]) == 0
    document: dict[str, Any] = json.loads(capsys.readouterr().out)
    data: dict[str, Any] = document["data"]
    return data


def refused(capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, str]:
    assert main([*words, "--json"]) == 1
    error: dict[str, str] = json.loads(capsys.readouterr().out)["error"]
    return error


def test_coords_in_all_formats(capsys: pytest.CaptureFixture[str]) -> None:
    data = run(capsys, "coords", "32TQP3297516839")
    assert data["format"] == "MGRS" and data["precision_m"] == 1.0
    assert data["formats"]["MGRS"] == "32TQP3297516839"
    assert data["formats"]["UTM"] == "32T 732976E 4816840N" or data["formats"]["UTM"].startswith("32T 73297")
    assert run(capsys, "coords", "FV9J+73", "--near", "43.4, 11.9")["format"] == "Plus Code"
    assert run(capsys, "coords", "--", "-33.86,151.2")["lat"] == -33.86
    assert run(capsys, "coords", "89", "0")["missing"]
    assert main(["coords", "43.4682, 11.8802"]) == 0
    assert "last digit spans 11.1 m" in capsys.readouterr().out


def test_coords_asks(capsys: pytest.CaptureFixture[str]) -> None:
    error = refused(capsys, "coords", "10 20 30 40")
    assert error["code"] == "ambiguous-coordinate" and "30°40'" in error["text"]


def test_sun_at(capsys: pytest.CaptureFixture[str]) -> None:
    """The worked example of NREL's report, in standard air at sea level."""
    data = run(capsys, "sun", "at", "39.742476, -105.1786", "2003-10-17 12:30:30", "--zone=-07:00")
    assert data["elevation"] == pytest.approx(39.89, abs=0.01)
    assert data["azimuth"] == pytest.approx(194.34, abs=0.01)
    named = run(
        capsys, "sun", "at", "39.742476, -105.1786", "2003-10-17 13:30:30", "--zone", "America/Denver"
    )
    assert named["utc"] == data["utc"]
    assert refused(capsys, "sun", "at", "1, 2", "2003-10-17 12:30")["code"] == "bad-input"


def test_sun_band_and_whether_a_place_lies_in_it(capsys: pytest.CaptureFixture[str]) -> None:
    words = ["sun", "band", "--height", "2", "--shadow", "1.97", "--time", "2024-06-21 14:30Z"]
    data = run(capsys, *words, "--at", "43.46, 11.88")
    assert data["inside"] is True and data["polygons"]
    assert data["observation"]["elevation"] == pytest.approx(45.4, abs=0.1)
    assert run(capsys, *words, "--at", "30, 150")["inside"] is False
    assert main([*words, "--at", "30, 150"]) == 0
    assert "(assumed)" in capsys.readouterr().out
    local = run(capsys, *words[:-1], "2024-06-21 16:30", "--zone", "local", "--minutes", "5")
    assert {p["offset_minutes"] for p in local["positions"]} >= {0, 120}
    assert "zone" in refused(capsys, *words[:-1], "2024-06-21 16:30")["text"]


def test_sun_times(capsys: pytest.CaptureFixture[str]) -> None:
    data = run(capsys, "sun", "times", "43.46, 11.88", "--date", "2024-06-21", "--elevation", "30")
    assert len(data["times"]) == 2
    none = run(capsys, "sun", "times", "80, 0", "--date", "2024-12", "--elevation", "30")
    assert none["times"] == []


def test_sun_meet(capsys: pytest.CaptureFixture[str]) -> None:
    words = ["sun", "meet", "--elevation", "55.94", "--time", "2024-06-21 09:00Z", "--elevation", "45.4"]
    data = run(capsys, *words, "--time", "2024-06-21 14:30Z", "--tolerance", "0.3")
    assert len(data["places"]) >= 1
    assert any(abs(p["lat"] - 43.46) < 3 and abs(p["lon"] - 11.88) < 3 for p in data["places"])
    assert "as many" in refused(capsys, *words)["text"]


def test_values_that_begin_with_a_minus(capsys: pytest.CaptureFixture[str]) -> None:
    """Southern coordinates and western offsets are values, not options."""
    assert run(capsys, "coords", "-33.86,151.2")["lat"] == -33.86
    data = run(capsys, "sun", "at", "-33.86,151.2", "2024-06-21 12:00", "--zone", "-05:00")
    assert data["utc"] == "2024-06-21T17:00:00Z"
    assert main(["coords", "-x"]) == 2


@pytest.mark.parametrize(
    ("time", "zone", "why"),
    [
        ("2024-03-31 02:30", "Europe/Rome", "never showed"),
        ("2024-10-27 02:30", "Europe/Rome", "twice"),
        ("0001-01-01 00:00", "+14:00", "outside years"),
        ("0001-01-01 00:00", "Asia/Tokyo", "outside years"),
        ("9999-12-31 23:59", "-12:00", "outside years"),
    ],
)
def test_times_that_no_clock_shows_once(
    capsys: pytest.CaptureFixture[str], time: str, zone: str, why: str
) -> None:
    error = refused(capsys, "sun", "at", "43.1, 11.1", time, "--zone", zone)
    assert error["code"] == "bad-input" and why in error["text"]


def test_numbers_off_the_globe_are_no_readings(capsys: pytest.CaptureFixture[str]) -> None:
    assert "mean ," not in refused(capsys, "coords", "43,4682")["text"]


def test_years_the_sun_is_not_computed_for(capsys: pytest.CaptureFixture[str]) -> None:
    band = ["sun", "band", "--elevation", "45", "--minutes", "60", "--zone", "utc"]
    assert "1820 to 2100" in refused(capsys, *band, "--time", "9999-12-31 23:50")["text"]
    for date in ("9999-12-31", "9999", "0001"):
        words = ["sun", "times", "43.1, 11.1", "--elevation", "30", "--date", date]
        assert refused(capsys, *words)["code"] == "bad-input"
