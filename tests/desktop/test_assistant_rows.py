"""What the conversation shows, decided without a screen."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.desktop.fake_assistant import EYES, STARTER, exchange
from tests.desktop.fake_values import ranking_of
from theodolite.domain import (
    Case,
    CaseState,
    Clue,
    Contradiction,
    Exhibit,
    Hint,
    HintState,
    Message,
    Perceived,
    Perception,
    RemarkReach,
    Sentence,
    Strength,
)
from theodolite_desktop import assistant_rows, rows
from theodolite_desktop.assistant_rows import LanguageModel, Piece
from theodolite_desktop.snapshot import Snapshot

CLUE = Clue("C1", "E1", "street", "Via <b>Roma</b>", "Italy", Strength.LIKELY, "m", "1", "t:1", ())
EMPTY = CaseState("", Case("T", "", "tester", ""), clues=(CLUE,))


def said(
    number: int, author: str, text: str = "x", utc: str = "2026-11-21T05:00:00Z", **more: object
) -> Message:
    return Message(f"M{number}", author, text, utc, **more)  # type: ignore[arg-type]


def texts(sentence: Sentence) -> list[tuple[str, str]]:
    return [(piece.kind, piece.text) for piece in assistant_rows.pieces(sentence)]


def test_each_sentence_says_what_it_rests_on() -> None:
    assert texts(Sentence("The sign is Italian [C1].", ("C1",))) == [
        ("text", "The sign is Italian"),
        ("cite", "C1"),
        ("text", "."),
    ]
    assert texts(Sentence("Two agree [C1, E1] here.", ("C1", "E1", "C2"))) == [
        ("text", "Two agree"),
        ("cite", "C1"),
        ("cite", "E1"),
        ("text", " here."),
        ("cite", "C2"),
    ]
    assert texts(Sentence("It looks warm.")) == [("text", "It looks warm."), ("own", "the model's own")]


def test_a_record_that_is_not_cited_is_no_citation() -> None:
    assert texts(Sentence("As [C9] says.", ())) == [("text", "As [C9] says."), ("own", "the model's own")]


def test_unknown_names_are_set_apart_the_longest_first() -> None:
    found = texts(
        Sentence("Bologna and Bologna Centrale, 1450.", ("C1",), ("Bologna", "Bologna Centrale", "1450"))
    )
    assert [text for kind, text in found if kind == "unknown"] == ["Bologna", "Bologna Centrale", "1450"]
    assert "".join(text for kind, text in found if kind != "cite") == "Bologna and Bologna Centrale, 1450."


def test_control_and_direction_characters_of_a_model_are_shown() -> None:
    (piece, _) = assistant_rows.pieces(Sentence("safe\u202egpj.exe\x07"))
    assert piece == Piece("text", "safe[U+202E]gpj.exe ")
    assert assistant_rows.lines("one\ntwo\u2028three\u202e") == "one\ntwo\nthree[U+202E]"


@pytest.mark.parametrize(
    "text",
    [
        "Why Arezzo?",
        "why is it not Florence",
        "¿Dónde está?",
        "なぜイタリア？",
        "أين هذا؟",
        "Warum nicht in Rom?",
    ],
)
def test_questions_are_told_from_hints(text: str) -> None:
    assert assistant_rows.asks(text)


@pytest.mark.parametrize(
    "text", ["in Italy, likely", "not in France", "", "  ", "near Arezzo", "wo", "none of these"]
)
def test_hints_are_no_questions(text: str) -> None:
    assert not assistant_rows.asks(text)


def test_the_model_may_read_only_what_the_rules_could_not() -> None:
    asked = replace(EMPTY, messages=(said(1, "person", "roof tiles"), said(2, "system")))
    assert assistant_rows.offer(asked) == "roof tiles"
    for last in (
        said(2, "system", cites=("C1",)),
        said(2, "system", exchange="X1"),
        said(2, "model"),
        said(2, "person"),
    ):
        assert assistant_rows.offer(replace(asked, messages=(asked.messages[0], last))) == ""
    assert assistant_rows.offer(EMPTY) == ""


def test_entries_come_in_the_order_of_time_and_evidence_is_quoted_verbatim() -> None:
    looked = Perception("E1", "X1", True, (Perceived("Italy", "", "", 0.5),), "street", "p", "7")
    state = replace(
        EMPTY,
        messages=(
            said(1, "person", utc="2026-01-01T00:00:00Z"),
            said(2, "system", utc="2026-01-03T00:00:00Z"),
        ),
        perceptions=(looked,),
        exchanges=(exchange("X1", "perceive", "E1", "{}", sees=True, utc="2026-01-02T00:00:00Z"),),
    )
    state = replace(state, messages=(state.messages[0], replace(state.messages[1], cites=("C1", "E1"))))
    first, second, third = assistant_rows.timeline(state)
    assert [type(e.value).__name__ for e in (first, second, third)] == ["Message", "Perception", "Message"]
    assert [(q.cite, q.text) for q in third.quotes] == [("C1", "Via <b>Roma</b>")]
    assert first.quotes == ()


def test_why_a_photograph_cannot_be_looked_at() -> None:
    def model(row: object, **more: object) -> LanguageModel:
        names = ("name", "title", "sha256", "sees", "installed", "fits", "note", "chosen")
        return replace(LanguageModel(*(getattr(row, n) for n in names)), **more)  # type: ignore[arg-type]

    item = Exhibit("E1", "a.jpg", "0" * 64, "0" * 32, 1, "image/jpeg", "", "", "tester", True)
    assert assistant_rows.cannot_look(model(EYES), item) == ""
    assert "text only" in assistant_rows.cannot_look(model(STARTER), item)
    assert "installed" in assistant_rows.cannot_look(None, item)
    assert "E1" in assistant_rows.cannot_look(model(EYES), replace(item, readable=False))
    assert assistant_rows.cannot_look(model(EYES), None)


def test_an_effect_shows_both_rankings_and_both_sides_of_a_conflict() -> None:
    before = ranking_of(EMPTY, ("E1",))
    conflict = Contradiction("They differ.", "H1", "with C1", (("Arezzo", 0.9),), (("Lyon", 0.8),))
    effect, sides = assistant_rows.effect_tables("E1", before, before, conflict)
    assert effect.columns == ("Without", "With the hint")
    assert [row[0] for row in effect.rows] == ["Arezzo", "Florence"]
    assert sides.columns == ("H1 alone", "with C1")
    assert sides.rows == (("Arezzo", 0.9, None), ("Lyon", None, 0.8))
    assert len(assistant_rows.effect_tables("E1", before, before, None)) == 1


def test_a_remark_is_kept_without_a_strength_or_an_effect() -> None:
    reach = RemarkReach("remark", "the roofs are red")
    hint = Hint(
        "H1", "note: the roofs are red", "note", reach, Strength.WEAK, HintState.ON, "", parsed_by="model"
    )
    (chip,) = rows.chips(Snapshot(replace(EMPTY, hints=(hint,))))
    assert chip.silent and chip.by_model and chip.icon == rows.HINT_ICON["remark"]


def test_every_kind_of_hint_has_an_icon() -> None:
    from typing import get_args

    from theodolite.domain import Reach
    from theodolite_desktop.theme import icons

    kinds = {member.__dataclass_fields__["kind"].default for member in get_args(Reach)}
    assert kinds == set(rows.HINT_ICON)
    assert set(rows.HINT_ICON.values()) <= set(icons.names())
