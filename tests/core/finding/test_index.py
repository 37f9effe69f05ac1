"""What is found: every part of a case, in its own letters and in Latin ones, brought up to date cheaply."""

from __future__ import annotations

import random
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.core.finding.values import UTC, clue, exhibit, large, record, state
from theodolite.domain import (
    AreaReach,
    FiledReference,
    Hint,
    HintState,
    Lead,
    LogRecord,
    Message,
    Note,
    SearchArea,
    Status,
    Strength,
    Verdict,
)
from theodolite.finding import KINDS, Found, Index
from theodolite.finding.words import folded


def built(*log: LogRecord, **parts: object) -> Index:
    index = Index()
    for _ in index.follow(state(**parts)):
        pass
    index.add_log(log)
    return index


def ids(found: Found) -> list[tuple[str, str]]:
    return [(hit.kind, hit.id) for hit in found.hits]


def test_every_part_of_a_case_is_searched() -> None:
    reach = AreaReach("country", ("IT",))
    index = built(
        record(1, "exhibit added", text="needle in the log"),
        exhibits=(exhibit(1, (("Model", "needle 7"),)),),
        clues=(
            clue(1, "E1", "needle street"),
            clue(2, "E1", "other", line=None, observation="a needle", rejected_reason="needle misread"),
        ),
        notes=(Note("E1", "a needle here"),),
        hints=(Hint("H1", "needle", "near the needle", reach, Strength.WEAK, HintState.OFF, UTC),),
        leads=(Lead("L1", "ask about the needle"),),
        filed=(FiledReference("F1", "satellite", "needle tower", "Provider"),),
        verdicts=(Verdict("V1", "E1", 1.0, 2.0, "Needle", Status.REJECTED, "no needle", "P1", UTC),),
        areas=(SearchArea("A1", "needle field", (), 100.0),),
        messages=(Message("M1", "person", "where is the needle?", UTC),),
    )
    found = index.find("needle")
    kinds = {hit.kind for hit in found.hits}
    assert kinds == set(KINDS) - {"comparison", "disclosure"}
    assert found.exhibits == 1
    gone = {hit.id for hit in found.hits if hit.rejected}
    assert gone == {"C2", "V1"}
    assert [hit.id for hit in index.find("needle", ("note", "lead")).hits] == ["E1", "L1"]
    order = list(KINDS)
    listed = [order.index(hit.kind) for hit in found.hits]
    assert listed == sorted(listed)


def test_native_script_and_latin_letters_find_the_same() -> None:
    index = built(
        clues=(clue(1, "E1", "Нижний Новгород", "Nizhnij Novgorod"), clue(2, "E1", "دمشق", "dmshq"))
    )
    for query in ("нижний", "НИЖНИЙ новгород", "nizhny", "Nizhnij", "novgorod"):
        assert ids(index.find(query)) == [("text", "C1")], query
    for query in ("دمشق", "Dimashq", "dmshq"):
        assert ids(index.find(query)) == [("text", "C2")], query
    (hit,) = index.find("nizhny").hits
    assert hit.latin[slice(*hit.latin_spans[0])] == "Nizhnij"
    assert index.find("xyzzy").hits == ()


def test_what_has_no_latin_form_yet_is_counted_and_taken_in() -> None:
    index = built(notes=(Note("E1", "Вокзал"),))
    assert index.find("vokzal").hits == () and index.find("vokzal").unromanised == 1
    assert index.strange() == ("Вокзал",)
    index.romanised({"Вокзал": "Vokzal"})
    assert ids(index.find("vokzal")) == [("note", "E1")]
    assert index.find("vokzal").unromanised == 0 and index.strange() == ()


def test_words_may_stand_apart_and_a_record_narrows() -> None:
    index = built(
        exhibits=(exhibit(1, (("Model", "Canon EOS"),)), exhibit(2, (("Model", "Canon EOS"),))),
        clues=(clue(1, "E2", "Via Cesalpino"),),
    )
    assert len(index.find("model canon").hits) == 2
    assert ids(index.find("E2 eos")) == [("metadata", "E2")]
    assert ids(index.find("cesalpino via")) == [("text", "C1")]
    assert index.find('"cesalpino via"').hits == ()
    assert ids(index.find("c1 via")) == [("text", "C1")]


def test_it_follows_what_changes() -> None:
    index = built(notes=(Note("E1", "first"),))
    for _ in index.follow(state(notes=(Note("E1", "second"),))):
        pass
    assert index.find("first").hits == () and len(index.find("second").hits) == 1
    for _ in index.follow(state()):
        pass
    assert index.find("second").hits == ()
    index.add_log([record(1, "one"), record(2, "two")])
    index.add_log([record(2, "two"), record(3, "three")])
    assert [hit.id for hit in index.find("two").hits] == ["2"] and index.last_record == 3


def test_hostile_text_stays_text() -> None:
    index = built(
        LogRecord(1, UTC, "t", "odd", "no json {", "", ""),
        notes=(Note("E1", "\u202eexe.gpj <img src=x onerror=1> \x00 needle " + "x" * 100_000),),
        messages=(Message("M1", "model", "a" * 50_000 + " needle", UTC),),
    )
    found = index.find("needle")
    assert {hit.kind for hit in found.hits} == {"note", "message"}
    assert all(len(hit.text) < 300 and hit.spans for hit in found.hits)
    for hit in found.hits:
        assert [hit.text[a:b] for a, b in hit.spans] == ["needle"]
    assert index.find("json").hits[0].kind == "log"


@given(st.lists(st.text(max_size=20), max_size=6), st.text(min_size=2, max_size=4))
def test_it_finds_exactly_what_a_plain_search_finds(texts: list[str], typed: str) -> None:
    notes = tuple(Note(f"E{number}", text) for number, text in enumerate(texts))
    wanted = folded(typed)
    found = {hit.id for hit in built(notes=notes).find(f'"{typed}"').hits} if '"' not in typed else None
    if found is not None and len(wanted) > 1:
        plain = {note.exhibit for note in notes if note.text.strip() and wanted in f" {folded(note.text)} "}
        assert found - plain <= {note.exhibit for note in notes if note.exhibit == typed.upper()}
        assert plain <= found


def test_following_step_by_step_is_building_anew(seed: int) -> None:
    rng = random.Random(seed)
    whole, log, word = large(seed, exhibits=12, fields=8, clues=3, log=40)
    index = Index()
    for _ in range(6):
        part = replace(
            whole,
            exhibits=tuple(e for e in whole.exhibits if rng.random() < 0.6),
            clues=tuple(c for c in whole.clues if rng.random() < 0.6),
        )
        for _ in index.follow(part):
            pass
    for _ in index.follow(whole):
        pass
    index.add_log(log)
    anew = built(*log, exhibits=whole.exhibits, clues=whole.clues)
    assert index.find(word) == anew.find(word)
    assert index.find("lenina").total == 12
