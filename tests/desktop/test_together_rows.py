"""Words and tables of what exhibits say together, without a screen."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.desktop.fake_engine import FakeSession, candidate, ranking_of
from theodolite.assistant import hints
from theodolite.chronology import parse_span
from theodolite.domain import Case, CaseState, LinkReach, Origin, SourceRun
from theodolite.engine import independence
from theodolite.errors import InputError
from theodolite.jobs import run_to_end
from theodolite.relations import Relation
from theodolite_desktop import clue_rows, rows
from theodolite_desktop.desk import Desk
from theodolite_desktop.operations import together
from theodolite_desktop.theme.tokens import CLUE_ICONS, clue_icon
from theodolite_desktop.together_rows import joint_table, listed, moment, named, one_place, share
from theodolite_desktop.views.sources_dialog import outcome


def made(*names: str) -> FakeSession:
    session = FakeSession(Path("/x"), Case("T", "?", "tester", ""))
    run_to_end(session.add_files([Path(name) for name in names]))
    run_to_end(session.examine_all())
    return session


def desk_with(session: FakeSession) -> Desk:
    desk = Desk(lambda: pytest.fail("the engine is not needed"))
    desk.put_case(session)  # type: ignore[arg-type]
    return desk


def relation(*exhibits: str, conflict: bool = False, kind: str = "travel") -> Relation:
    return Relation(kind, exhibits, f"{listed(exhibits)} are apart", "80 km/h", conflict=conflict)  # type: ignore[arg-type]


def test_frames_follow_their_video_in_the_order_of_their_moments() -> None:
    state = made("walk.mp4", "after.jpg").state
    shown = rows.exhibit_rows(state.exhibits, state.clues)
    assert [(row.id, row.parent) for row in shown] == [("E1", ""), ("E4", "E1"), ("E3", "E1"), ("E2", "")]
    assert [row.line for row in shown] == [
        "2 frames · No clue found",
        "at 0:00 · 1 clue",
        "at 0:12 · 1 clue",
        "1 clue",
    ]
    assert shown[0].badges == ("video-outline",) and "filmstrip" in shown[1].badges


def test_a_frame_stays_listed_when_its_video_is_withdrawn() -> None:
    state = made("walk.mp4").state
    left = tuple(item for item in state.exhibits if item.id != "E1")
    assert [(row.id, row.parent) for row in rows.exhibit_rows(left, ())] == [("E2", ""), ("E3", "")]


def test_exhibits_that_name_each_other_as_parents_are_not_lost() -> None:
    first, second = made("a.jpg", "b.jpg").state.exhibits
    odd = (replace(first, parent=first.id), replace(second, parent="E9"))
    assert [row.id for row in rows.exhibit_rows(odd, ())] == ["E1", "E2"]
    ring = (replace(first, parent="E2"), replace(second, parent="E1"))
    assert sorted(row.id for row in rows.exhibit_rows(ring, ())) == ["E1", "E2"]


def test_moments_and_shares_as_people_read_them() -> None:
    assert [moment(s) for s in (0.0, 12.9, 61.0, 3723.0)] == ["at 0:00", "at 0:12", "at 1:01", "at 1:02:03"]
    assert [share(v) for v in (None, 0.5, 0.00049)] == ["–", "0.500", "0.000"]


def test_the_proposed_link_is_one_that_the_parser_reads() -> None:
    text = one_place(("E10", "E2", "E1"))
    assert text == "E1, E2 and E10 show one place within 1 km"
    (parsed,) = hints.parse(text, None, None)  # type: ignore[arg-type]
    assert parsed.reach == LinkReach(("E1", "E2", "E10"), 1.0)


def test_long_lists_of_exhibits_are_cut_and_short_ones_are_not() -> None:
    many = tuple(f"E{n}" for n in range(1, 501))
    assert named(f"{listed(many)} claim one camera", many) == "E1, E2, E3 and 497 more claim one camera"
    assert named("E1 and E2 are apart", ("E1", "E2")) == "E1 and E2 are apart"


def test_relations_of_the_exhibit_in_view_come_conflicts_first() -> None:
    found = (relation("E1", "E2"), relation("E2", "E3"), relation("E1", "E3", conflict=True))
    shown = together.relation_rows(found, "E1")
    assert [(row.others, row.conflict) for row in shown] == [(("E3",), True), (("E2",), False)]
    assert shown[0].detail == "E1 and E3 are apart\n80 km/h"


def test_relations_are_found_once_for_the_same_exhibits() -> None:
    session = made("a.jpg", "b.jpg")
    desk = desk_with(session)
    session.related = (relation("E1", "E2"),)
    for _ in range(3):
        assert together.related(desk, session.state) == (session.related, False)
    assert session.relations_found == 1
    session.note("something else")
    together.related(desk, session.state)
    assert session.relations_found == 1
    run_to_end(session.add_files([Path("c.jpg")]))
    together.related(desk, session.state)
    assert session.relations_found == 2
    desk.put_case(None)
    assert desk.related is None


def test_relations_of_many_exhibits_wait_for_a_pause() -> None:
    session = made("a.jpg")
    one = session.state.exhibits[0]
    many = tuple(replace(one, id=f"E{n}") for n in range(1, together.AT_ONCE + 2))
    session.state = replace(session.state, exhibits=many)
    session.related = (relation("E1", "E2"),)
    desk = desk_with(session)
    assert together.related(desk, session.state) == ((), True)
    assert session.relations_found == 0
    together.relate(desk=desk)
    assert together.related(desk, session.state) == (session.related, False)


def test_the_time_is_said_once_and_names_its_clues() -> None:
    session = made("a.jpg")
    desk = desk_with(session)
    row = together.when_row(desk, session.state, "E1")
    assert row is not None and row.status == "not established"
    assert row.text == "Nothing in this case says when it was taken."
    clue = session.state.clues[0]
    for number, said in ((1, "22 Oct 2008"), (2, "before 2005")):
        dated = replace(clue, id=f"C{9 + number}", when=parse_span(said))
        session.change("clue added", clues=(*session.state.clues, dated))
    row = together.when_row(desk, session.state, "E1")
    assert row is not None and row.status == "contradicted" and row.conflict == ("C10", "C11")
    assert together.when_row(desk, session.state, "") is None


def _supported(*origins: tuple[Origin, ...]) -> tuple[CaseState, FakeSession]:
    session = made("a.jpg")
    clue = session.state.clues[0]
    clues = tuple(replace(clue, id=f"C{n}", origins=o) for n, o in enumerate(origins, start=1))
    return replace(session.state, clues=clues), session


def test_cards_count_as_the_verdict_does_and_name_the_shared_origin() -> None:
    shared = Origin("camera", "Cam 7")
    state, _ = _supported((shared,), (shared,), (Origin("reference", "guide"),))
    ranking = ranking_of(state, ("E1",))
    (first, second) = together.support(state, "E1", ranking, ())
    counted = independence.explain(ranking.candidates[0], state.clues, state.searches)
    assert first.independent == counted.count == 2
    assert first.shared == counted.text == "C1 and C2 of E1 share one camera: Cam 7"
    card, _ = rows.cards(ranking, (first, second))
    assert card.counts == "3 for, 0 against, 2 independent" and card.shared == first.shared


def test_support_is_counted_once_for_the_same_evidence(monkeypatch: pytest.MonkeyPatch) -> None:
    state, session = _supported((Origin("camera", "Cam 7"),))
    desk, ranking = desk_with(session), ranking_of(state, ("E1",))
    counted: list[str] = []
    explain = independence.explain

    def counting(*given: object, **named_: object) -> object:
        counted.append("x")
        return explain(*given, **named_)  # type: ignore[arg-type]

    monkeypatch.setattr(independence, "explain", counting)
    first = together.supported(desk, state, "E1", ranking, ())
    assert together.supported(desk, state, "E1", ranking, ()) is first and len(counted) == 2
    changed = replace(state, clues=tuple(replace(clue, active=False) for clue in state.clues))
    assert together.supported(desk, changed, "E1", ranking, ())[0].independent == 0
    assert together.supported(desk, state, "E1", None, ()) == ()


def test_relations_make_clues_of_copies_one() -> None:
    state, _ = _supported((Origin("file", "1"),), (Origin("file", "2"),))
    copies = (relation("E1", "E2", kind="duplicate"),)
    copies = (replace(copies[0], origin=True),)
    ranking = ranking_of(state, ("E1",))
    assert together.support(state, "E1", ranking, ())[0].independent == 2
    assert together.support(state, "E1", ranking, copies)[0].independent == 1


def test_a_joint_table_shows_places_of_both_rankings() -> None:
    state = made("a.jpg").state
    ranking = ranking_of(state, ("E1",))
    other = replace(
        ranking, candidates=(candidate("Siena", 1, 43.3, 11.3), replace(ranking.candidates[0], rank=2))
    )
    table = joint_table("E1", ranking, other)
    assert [(label, alone is None, joint is None) for label, alone, joint in table.rows] == [
        ("Siena", True, False),
        ("Arezzo", False, False),
        ("Florence", False, True),
    ]


def test_only_links_have_joint_rankings() -> None:
    session = made("a.jpg", "b.jpg")
    session.say("E1 and E2 show one place")
    session.say("in Italy")
    desk = desk_with(session)
    assert [table.exhibit for table in together.joint(desk=desk, hint="H1")] == ["E1", "E2"]
    with pytest.raises(InputError, match="is no link"):
        together.joint(desk=desk, hint="H2")


def test_both_readings_are_shown_and_the_corrected_line_is_found_again() -> None:
    session = made("a.jpg")
    before = session.state.clues[0]
    run_to_end(session.correct_reading(before.id, "Via Cavour"))
    (after,) = session.state.clues
    assert after.id != before.id
    assert clue_rows.line_of(session.state.clues, before) == after.id
    assert clue_rows.readings(after) == (
        ("Read by latin reader", "Via Cesalpino"),
        ("Corrected to", "Via Cavour"),
    )
    (row,) = clue_rows.clue_rows(session.state.clues, None)
    assert row.correctable and row.corrected
    assert clue_rows.line_of((), before) == ""


def test_a_clue_that_arrives_switched_off_says_so_in_its_row() -> None:
    clue = replace(made("a.jpg").state.clues[0], active=False, note="A town of that name is far away.")
    (row,) = clue_rows.clue_rows((clue,), None)
    assert row.inference.startswith("Off · ") and row.note == clue.note
    (row,) = clue_rows.clue_rows((replace(clue, rejected_reason="misread"),), None)
    assert row.inference == "Rejected: misread"


def test_what_a_source_did_is_said_in_a_few_words() -> None:
    assert outcome(None) == ""
    assert outcome(SourceRun("text", 17.377, 2)) == "2 clues · 17.4 s"
    assert (
        outcome(SourceRun("phone", 0.0004, 0, "No number\u202e was found")) == "No number[U+202E] was found"
    )
    assert outcome(SourceRun("sun", 0.035, 1)) == "1 clue · 35 ms"


def test_every_source_has_an_icon_of_its_own_that_exists(qapp: object) -> None:
    import qtawesome

    from theodolite.domain import CLUE_SOURCES
    from theodolite_desktop.together_rows import RELATION_ICON, STATUS_ICON

    assert set(CLUE_SOURCES) <= set(CLUE_ICONS)
    icons = {*CLUE_ICONS.values(), *RELATION_ICON.values(), *STATUS_ICON.values(), "link-variant"}
    for name in sorted(icons):
        assert not qtawesome.icon(f"mdi6.{name}").isNull(), name
    assert clue_icon("text.phone") == "phone-outline" and clue_icon("c2pa.valid") == CLUE_ICONS["provenance"]
    assert clue_icon("none.gps") == "minus-circle-outline"
