"""Cameras, series, order and travel as claimed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.relations.making import exhibit
from tests.core.relations.test_fingerprint import scene, stored
from theodolite.domain import Exhibit
from theodolite.evidence.decode import Decoder
from theodolite.relations import Relation, fingerprint, relations

NIKON = "NIKON COOLPIX P6000"


def of(kind: str, exhibits: list[Exhibit], **more: object) -> list[Relation]:
    return [one for one in relations(exhibits, **more) if one.kind == kind]  # type: ignore[arg-type]


@pytest.mark.corpora
def test_step_6_of_the_tower_photograph(corpora: Path) -> None:
    """E2 as it is; E3 with its position rewritten to Florence; E1 without metadata."""
    folder = corpora / "photos/exif-py/tests/resources/jpg/gps"
    with Decoder() as decoder:
        second, third = (decoder.metadata(folder / name) for name in ("DSCN0029.jpg", "DSCN0010.jpg"))
    assert second.gps and third.gps
    florence = replace(third, gps=replace(third.gps, lat=43.7696, lon=11.2558))
    e1 = exhibit(1, name="forwarded.jpg")
    e2 = replace(exhibit(2, name="DSCN0029.jpg"), metadata=second)
    e3 = replace(exhibit(3, name="DSCN0010.jpg"), metadata=florence)
    (journey,) = of("travel", [e1, e2, e3])
    assert journey.text == "E3 to E2 is 60.5 km in 18 min 14 s, 199 km/h; neither is called false"
    assert journey.against == ("fast for a road",)
    assert journey.conflict
    (camera,) = of("same camera", [e1, e2, e3])
    assert camera.exhibits == ("E2", "E3") and "without a serial number" in camera.detail
    (order,) = [one for one in of("time order", [e1, e2, e3]) if "UTC" not in one.text]
    assert order.exhibits == ("E3", "E2") and "zone unknown" in order.text
    assert of("series", [e1, e2, e3]) == []


def test_speeds_are_worded() -> None:
    def speed(km_east: float, minutes: int) -> Relation:
        start = exhibit(1, camera="X", at="2020-01-01T00:00:00", gps=(0.0, 0.0))
        end = exhibit(
            2,
            camera="X",
            at=f"2020-01-01T{minutes // 60:02}:{minutes % 60:02}:00",
            gps=(0.0, km_east / 111.32),
        )
        return of("travel", [end, start])[0]

    assert speed(100, 60).for_ == ("a speed of everyday travel",) and not speed(100, 60).conflict
    assert speed(140, 60).against == ("fast for a road",)
    assert speed(990, 60).against == ("fast for a road",)
    assert speed(1100, 60).against == ("faster than an airliner",)
    twin = [
        exhibit(1, camera="X", at="2020-01-01T00:00:00", gps=(0.0, 0.0)),
        exhibit(2, camera="X", at="2020-01-01T00:00:00", gps=(0.0, 1.0)),
    ]
    assert of("travel", twin)[0].against == ("one camera in two places",)


def test_no_travel_between_two_cameras_or_without_positions() -> None:
    first = exhibit(1, camera="X", serial="1", at="2020-01-01T00:00:00", gps=(0.0, 0.0))
    second = exhibit(2, camera="X", serial="2", at="2020-01-01T00:01:00", gps=(0.0, 9.0))
    assert relations([first, second]) == ()
    assert of("travel", [first, exhibit(3, camera="X", serial="1", at="2020-01-01T00:05:00")]) == []


def test_stated_offsets_are_compared_as_instants() -> None:
    """Both at the same instant, on clocks of two zones."""
    start = exhibit(1, camera="X", at="2020-01-01T10:00:00+01:00", gps=(0.0, 0.0))
    end = exhibit(2, camera="X", at="2020-01-01T12:00:00+02:00", gps=(0.0, 0.5))
    assert "55.7 km in 1 h, 56 km/h" in of("travel", [start, end])[0].text
    assert of("time order", [start, end])[0].text.startswith("By UTC as claimed")
    assert len(of("time order", [start, end])) == 1


def test_a_receiver_far_off_the_clock_is_not_believed() -> None:
    day_late = exhibit(1, at="2008-10-22T16:46:53", gps_utc="2008-10-23T14:46:53Z")
    right = exhibit(2, at="2008-10-22T16:40:00", gps_utc="2008-10-22T14:40:00Z")
    other = exhibit(3, at="2008-10-22T17:00:00+02:00")
    (order,) = of("time order", [day_late, right, other])
    assert order.exhibits == ("E2", "E3")


def test_same_camera_by_serial_number_is_the_stronger_claim() -> None:
    with_serial = [exhibit(n, camera="X", serial="77") for n in (1, 2)]
    assert "by make, model and serial number" in of("same camera", with_serial)[0].text
    mixed = [*with_serial, exhibit(3, camera="X"), exhibit(4, camera="X", serial="78")]
    assert [one.exhibits for one in of("same camera", mixed)] == [("E1", "E2")]
    (half,) = of("same camera", [exhibit(1, camera="X"), exhibit(2, camera="X", serial="77")])
    assert half.text == "E1 and E2 claim one make and model of camera: X", "E1 claims no serial number"


def test_series_by_time_and_by_file_number() -> None:
    timed = [
        exhibit(n, camera="X", at=f"2020-01-01T10:{minute:02}:00", name=f"DSCN00{minute:02}.JPG")
        for n, minute in ((1, 0), (2, 8), (3, 17), (4, 40))
    ]
    (series,) = of("series", timed)
    assert series.exhibits == ("E1", "E2", "E3")
    assert "17 min" in series.text
    assert "file numbers in the same order" in series.for_
    bare = [exhibit(1, camera="X", name="DSCN0041.JPG"), exhibit(2, camera="X", name="dscn0042.jpg")]
    assert "may be one series" in of("series", bare)[0].text
    assert of("series", [bare[0], exhibit(2, camera="X", name="DSCN0091.JPG")]) == []
    assert of("series", [exhibit(1, name="DSCN0041.JPG"), exhibit(2, name="DSCN0042.JPG")]) == []


def test_duplicates_derived_and_withdrawn() -> None:
    same = [exhibit(1, sha256="a" * 64), exhibit(2, sha256="a" * 64), exhibit(3, parent="E1")]
    assert [(one.kind, one.exhibits) for one in relations(same)] == [
        ("duplicate", ("E1", "E2")),
        ("derived", ("E1", "E3")),
    ]
    gone = [same[0], exhibit(2, sha256="a" * 64, withdrawn=True)]
    assert relations(gone) == ()


def test_near_duplicates_say_how_and_what_speaks_against() -> None:
    picture = scene(1)
    prints = [fingerprint(p).strings() for p in (picture, stored(picture[:, ::-1], 50, 0.5), scene(2))]
    exhibits = [
        exhibit(1, fingerprint=prints[0], at="2020-01-01T00:00:00"),
        exhibit(2, fingerprint=prints[1], at="2021-01-01T00:00:00"),
        exhibit(3, fingerprint=prints[2]),
    ]
    (copy,) = of("near-duplicate", exhibits)
    assert copy.exhibits == ("E1", "E2")
    assert "one of them mirrored" in copy.text and "probably" in copy.text
    assert copy.against == ("they claim different times",)
    assert copy.origin
    unit = np.eye(3, dtype=np.float32)
    vectors = {"E1": unit[0], "E2": unit[0], "E3": (0.95 * unit[0] + 0.31225 * unit[1]).astype(np.float32)}
    (copy,) = of("near-duplicate", exhibits, vectors=vectors)
    assert "encoder cosine 1.00" in copy.detail
    alike = of("alike", exhibits, vectors=vectors)
    assert [one.exhibits for one in alike] == [("E1", "E3"), ("E2", "E3")]
    assert not alike[0].origin


@given(st.permutations(list(range(6))))
def test_the_order_of_exhibits_changes_no_finding(order: list[int]) -> None:
    exhibits = [
        exhibit(n, camera="X" if n % 2 else "Y", at=f"2020-01-01T1{n}:00:00", gps=(10.0 + n, 20.0))
        for n in range(6)
    ]
    plain = {one.text for one in relations(exhibits) if one.kind in ("travel", "time order", "series")}
    mixed = {
        one.text
        for one in relations([exhibits[n] for n in order])
        if one.kind in ("travel", "time order", "series")
    }
    assert plain == mixed


def test_damaged_times_and_hashes_are_left_out() -> None:
    broken = [exhibit(n, camera="X", at="yesterday", fingerprint=("1", "zz")) for n in (1, 2)]
    assert [one.kind for one in relations(broken)] == ["same camera"]
