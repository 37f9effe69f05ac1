"""Clues that share an origin count as one."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.core.relations.making import exhibit
from theodolite.clues import record
from theodolite.domain import (
    Candidate,
    Clue,
    Contribution,
    Origin,
    PointReach,
    Reference,
    ReferenceSearch,
    Strength,
)
from theodolite.engine import independence
from theodolite.relations import relations

CAMERA, FILE, GUIDE = Origin("camera", "x100"), Origin("file", "ab"), Origin("reference", "guide")


def clue(name: str, *origins: Origin) -> Clue:
    return Clue(name, "E1", "hand", "o", "i", Strength.LIKELY, "m", "1", f"r{name}", origins)


def candidate(**contributions: float) -> Candidate:
    parts = tuple(Contribution(source, source, value) for source, value in contributions.items())
    return Candidate("a", 1, 0, 0, "A", "IT", 0.5, 25, 0.0, parts)


def test_shared_origins_join_through_others() -> None:
    assert independence.groups([[CAMERA], [FILE], [CAMERA, FILE]]) == 1
    assert independence.groups([[CAMERA], [FILE]]) == 2


def test_an_item_without_origin_counts_for_nothing() -> None:
    assert independence.groups([[], [FILE]]) == 1


def test_only_what_speaks_for_the_candidate_counts() -> None:
    clues = [clue("C1", FILE), clue("C2", GUIDE), clue("C3", CAMERA)]
    found = independence.supporting(candidate(C1=1.0, C2=-0.2, H1=3.0), clues, [])
    assert [name for name, _ in found] == ["C1"]


def test_a_search_rests_on_its_index() -> None:
    search = ReferenceSearch("E1", (("/a.index", "h"),), "p", "s", 3, ())
    here = candidate(retrieval=1.0, C2=0.5)
    assert independence.independent(here, [clue("C2", GUIDE)], [search]) == 2


@given(
    st.lists(st.lists(st.sampled_from([CAMERA, FILE, GUIDE, Origin("person", "p")]), max_size=3), max_size=8)
)
def test_groups_do_not_depend_on_order(items: list[list[Origin]]) -> None:
    assert independence.groups(items) == independence.groups(items[::-1])


# --- the tower photograph, steps 13 and 17 -----------------------------------------------------------

NIKON, DAY = "NIKON COOLPIX P6000", "2008-10-22"
AREZZO = (43.4645, 11.8815)


def gps_clue(number: int, name: str, where: tuple[float, float], serial: str | None = None) -> Clue:
    item = exhibit(number, camera=NIKON, serial=serial, at=f"{DAY}T16:46:53")
    return Clue(
        name, item.id, "exif.gps", "o", "i", Strength.CERTAIN, "m", "1", f"metadata:{number}",
        record.origins(item), PointReach(*where, 0.05),
    )  # fmt: skip


def references(exhibit_id: str, camera: str = NIKON, day: str = DAY) -> ReferenceSearch:
    found = tuple(
        Reference(f"r{n}", "/a", f"DSCN{n}", "", AREZZO[0], AREZZO[1], 0.87 - n / 100, "", camera, day)
        for n in range(6)
    )
    return ReferenceSearch(exhibit_id, (("/a", "h"),), "p", "s", 6, found)


def arezzo(*sources: str) -> Candidate:
    parts = tuple(Contribution(source, source, 3.0) for source in sources)
    return Candidate("a", 1, *AREZZO, "Arezzo", "IT", 0.9, 1.0, 0.0, parts)


def test_step_13_the_shared_origin_is_named_for_the_whole_case() -> None:
    clues = [gps_clue(2, "C3", (43.46824, 11.88017)), gps_clue(3, "C7", (43.7696, 11.2558))]
    found = independence.explain(arezzo("C3", "retrieval"), clues, [references("E1")])
    assert found.count == 1
    assert found.groups == (("C3", "retrieval"),)
    assert found.text == f"E2 and the references share camera model and day: {NIKON}, {DAY}"


def test_step_13_for_the_exhibit_alone_what_would_add_nothing_is_named() -> None:
    beside = [gps_clue(2, "C3", (43.46824, 11.88017)), gps_clue(3, "C7", (43.7696, 11.2558))]
    found = independence.explain(arezzo("retrieval"), [], [references("E1")], beside=beside)
    assert found.count == 1 and found.groups == (("retrieval",),)
    assert found.text == f"E2 and the references share camera model and day: {NIKON}, {DAY}"
    assert found.shared[0][0] == ("retrieval", "C3")


def test_step_17_a_printed_guide_is_a_second_origin() -> None:
    hand = clue("C9", Origin("reference", "printed guide"))
    found = independence.explain(arezzo("retrieval", "C9"), [hand], [references("E1")])
    assert found.count == 2
    assert found.shared == ()


def test_a_serial_number_on_one_side_does_not_hide_the_series() -> None:
    clues = [gps_clue(2, "C3", (43.46824, 11.88017), serial="77")]
    found = independence.explain(arezzo("C3", "retrieval"), clues, [references("E1")])
    assert found.count == 1


def test_references_of_another_camera_or_day_are_another_origin() -> None:
    clues = [gps_clue(2, "C3", (43.46824, 11.88017))]
    for search in (references("E1", "CANON"), references("E1", day="2008-10-23"), references("E1", "", "")):
        found = independence.explain(arezzo("C3", "retrieval"), clues, [search])
        assert found.count == 2 and found.text == ""


def test_only_references_that_speak_for_the_candidate_lend_their_series() -> None:
    far = tuple(Reference(f"f{n}", "/a", "far", "", 10.0, 10.0, 0.99, "", NIKON, DAY) for n in range(3))
    near = (Reference("n", "/a", "near", "", *AREZZO, 0.7, "", "CANON", "2012-01-01"),)
    search = ReferenceSearch("E1", (("/a", "h"),), "p", "s", 4, far + near)
    clues = [gps_clue(2, "C3", (43.46824, 11.88017))]
    assert independence.explain(arezzo("C3", "retrieval"), clues, [search]).count == 2


def test_copies_of_one_picture_count_once() -> None:
    first, second = exhibit(1, sha256="a" * 64), exhibit(2, sha256="b" * 64, parent="E1")
    clues = [
        Clue(f"C{n}", item.id, "text.place", "o", "i", Strength.LIKELY, "m", "1", "r", record.origins(item))
        for n, item in enumerate((first, second), 1)
    ]
    assert independence.explain(arezzo("C1", "C2"), clues, []).count == 2
    found = independence.explain(arezzo("C1", "C2"), clues, [], relations=relations([first, second]))
    assert found.count == 1
    assert found.text == "E1 and E2 share the file they were made from"
    by_hand = [clues[0], Clue("C2", "E2", "hand", "o", "i", Strength.LIKELY, "m", "1", "r", (GUIDE,))]
    found = independence.explain(arezzo("C1", "C2"), by_hand, [], relations=relations([first, second]))
    assert found.count == 2


def test_two_clues_of_one_file_share_its_bytes() -> None:
    item = exhibit(1, camera=NIKON, at=f"{DAY}T10:00:00")
    clues = [
        Clue(f"C{n}", "E1", "text.place", "o", "i", Strength.LIKELY, "m", "1", f"r{n}", record.origins(item))
        for n in (1, 2)
    ]
    found = independence.explain(arezzo("C1", "C2"), clues, [])
    assert found.count == 1
    assert found.text == "C1 and C2 of E1 share the same bytes"
