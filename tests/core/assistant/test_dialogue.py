"""Dialogue: which records are shown, how the conversation is told, and what each sentence rests on."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.assistant.test_planted import case
from theodolite.assistant import citing, dialogue
from theodolite.assistant.facts import collect
from theodolite.assistant.request import Ours, Picture, Quoted, Turn
from theodolite.domain import CaseState, HintState, Message, Ranking

STATE, RANKING = case("FARMACIA COMUNALE")
SEEN = Picture("0" * 64, 2, 2, bytes(12))


def said(*texts: str) -> list[Message]:
    """The person and the model by turns."""
    return [Message(f"M{n}", ("person", "model")[n % 2], text, "") for n, text in enumerate(texts)]


def turns(
    question: str = "Why?", *history: str, state: CaseState = STATE, picture: Picture | None = None
) -> tuple[Turn, ...]:
    return dialogue.turns(state, RANKING, question, said(*history), picture)


def texts(turn: Turn) -> str:
    return "".join(part.text for part in turn.parts if not isinstance(part, Picture))


# --- records ----------------------------------------------------------------------------------------------


def test_the_records_in_question_are_shown_with_their_ids() -> None:
    shown = texts(turns()[1])
    for expected in ("[E1] ", "[C1] ", "[C3] ", "[H1] ", "[V1] ", "Place 1:", "C1 +3.5", "Conflict:"):
        assert expected in shown
    assert dialogue.told(STATE, RANKING) == ("C1", "C2", "C3", "H1")
    assert dialogue.known(STATE, RANKING) == {"E1", "C1", "C2", "C3", "H1", "V1"}


def test_what_does_not_count_is_not_shown() -> None:
    off = replace(
        STATE,
        clues=(replace(STATE.clues[0], active=False), replace(STATE.clues[1], exhibit="E2"), STATE.clues[2]),
        hints=(replace(STATE.hints[0], state=HintState.PROPOSED),),
    )
    assert dialogue.told(off, RANKING) == ("C3",)
    withdrawn = replace(STATE, exhibits=(replace(STATE.exhibits[0], withdrawn=True),))
    assert "[E1]" not in texts(turns(state=withdrawn)[1])


def test_many_clues_leave_room_and_those_that_moved_places_stay() -> None:
    clue = replace(STATE.clues[0], observation=f"“{'字' * 90}”", inference="地" * 90)
    many = tuple(replace(clue, id=f"C{n}") for n in range(3, 400))
    state = replace(STATE, clues=(*many, *STATE.clues[:2]))  # C1 and C2 are what places rest on
    shown = dialogue.rows(state, RANKING)
    assert {"[C1]", "[C2]"} <= {head for head, _ in shown}
    assert len(shown) < 60
    assert sum(dialogue.weight(head) + dialogue.weight(text) + 2 for head, text in shown) <= dialogue.RECORDS


def test_a_model_is_told_whether_it_sees() -> None:
    blind, shown = turns()[1], turns(picture=SEEN)[1]
    assert "cannot see" in texts(blind)
    assert shown.parts[0] == SEEN
    assert "cannot see" not in texts(shown)


# --- the conversation -------------------------------------------------------------------------------------


def test_the_beginning_stays_the_same_from_turn_to_turn() -> None:
    first = turns("Why?")
    second = turns("And then?", "Why?", "Because [C1].")
    assert second[:2] == first
    assert [turn.role for turn in second] == ["system", "user", "assistant", "user"]
    assert second[2].parts == (Quoted("Because [C1]."),)
    assert second[3].parts == (Quoted("And then?"),)


def test_the_authors_take_turns_whatever_was_said() -> None:
    history = [
        *said("a", "b"),
        Message("M7", "system", "system text", ""),
        Message("M8", "person", "c", ""),
        Message("M9", "person", "d", ""),
    ]
    found = dialogue.turns(STATE, RANKING, "e", history, None)
    assert [turn.role for turn in found] == ["system", "user", "assistant", "user"]
    assert found[3].parts == (Quoted("c"), Ours("\n"), Quoted("d"), Ours("\n"), Quoted("e"))
    assert "system text" not in "".join(map(texts, found))
    model_first = dialogue.turns(STATE, RANKING, "e", [Message("M1", "model", "b", "")], None)
    assert [turn.role for turn in model_first] == ["system", "user"]


@given(st.lists(st.text(max_size=3000), max_size=30), st.text(min_size=1, max_size=50))
def test_a_long_conversation_is_cut_at_its_beginning(history: list[str], question: str) -> None:
    found = dialogue.turns(STATE, RANKING, question, said(*history), None)
    assert [turn.role for turn in found[1:]] == ["user", "assistant"] * ((len(found) - 1) // 2) + ["user"]
    assert found[-1].parts[-1] == Quoted(question)
    later = [part.text for turn in found[2:] for part in turn.parts if isinstance(part, Quoted)]
    assert sum(map(dialogue.weight, later)) <= dialogue.HISTORY + dialogue.ONE + dialogue.weight(question)


# --- sentences --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It is Italy [C1]. I guess.", ["It is Italy [C1].", "I guess."]),
        ("It is Italy. [C1] I guess.", ["It is Italy. [C1]", "I guess."]),
        ("It is Italy. [C1, C2]. Yes!", ["It is Italy. [C1, C2].", "Yes!"]),
        ("See e.g. Dr. Rossi, J. Smith, no. 5. Ok?", ["See e.g. Dr. Rossi, J. Smith, no. 5.", "Ok?"]),
        ("About 3.5 km at 43.46, 11.88. No. Yes.", ["About 3.5 km at 43.46, 11.88.", "No.", "Yes."]),
        ("1. First. 2. Second.", ["1. First.", "2. Second."]),
        ("- one\n- two [C1]\n\nthree", ["- one", "- two [C1]", "three"]),
        ("Das ist z.B. Arezzo. Stimmt das? Ja!", ["Das ist z.B. Arezzo.", "Stimmt das?", "Ja!"]),
        (
            "これはイタリアです。[C1]看板があります！本当？",
            ["これはイタリアです。[C1]", "看板があります！", "本当？"],
        ),
        ("这是意大利。「是的。」好。", ["这是意大利。", "「是的。」", "好。"]),
        ("هذه إيطاليا. هل تعرف؟ نعم.", ["هذه إيطاليا.", "هل تعرف؟", "نعم."]),
        ("यह इटली है। हाँ।", ["यह इटली है।", "हाँ।"]),
        ("Это ул. Ленина в г. Москва. Да!", ["Это ул. Ленина в г. Москва.", "Да!"]),
        ('He said "It is Rome." Then he left.', ['He said "It is Rome."', "Then he left."]),
        ("Wait... what?! Sure", ["Wait...", "what?!", "Sure"]),
        ("", []),
        (" \n ", []),
    ],
)
def test_sentences_of_many_languages(text: str, expected: list[str]) -> None:
    assert list(citing.split(text)) == expected


@given(st.text(st.sampled_from("ab. !?[C1]\n。？\"')E.2")), st.text())
def test_no_word_is_lost_and_none_added(text: str, more: str) -> None:
    for whole in (text, more):
        found = citing.split(whole)
        assert "".join("".join(found).split()) == "".join(whole.split())
        assert all(found)
        assert citing.split(whole) == found


def test_citations_count_where_the_record_exists() -> None:
    text = "One [C1]. Two [C1; H1]. Three [C99]. Four C2, five [E1\uff0c C2]. Six [C0] XC1 C1x. Seven."
    found = citing.sentences(text, {"C1", "C2", "H1", "E1"}, collect([text]))
    assert [one.cites for one in found] == [("C1",), ("C1", "H1"), (), ("E1", "C2"), (), ()]


@pytest.mark.parametrize(
    ("text", "cites"),
    [
        ("The road is the E1 to Lund.", ()),
        ("It follows the M1, then the A4.", ()),
        ("It follows the (M1).", ()),
        ("The road is the E1 to Lund [M1].", ("M1",)),
        ("The road is the E1 to Lund. [A4] [E1]", ("A4", "E1")),
        ("道路はE1です\uff3bA4\uff3d。", ("A4",)),
        ("道路はE1です\u3010A4\u3001E1\u3011。", ("A4", "E1")),
        ("[E1 is the road]", ()),
    ],
)
def test_the_name_of_a_road_cites_nothing(text: str, cites: tuple[str, ...]) -> None:
    (found,) = citing.sentences(text, {"E1", "M1", "A4"}, collect([text]))
    assert found.cites == cites


def test_names_and_numbers_that_no_record_holds_are_named() -> None:
    state, ranking = STATE, RANKING
    text = "It is near Arezzo [C1]. It is near Rome [C1]. The share is 0.50. The tower is 57 m high."
    arezzo, rome, share, tower = dialogue.sentences(text, *_with_arezzo(state, ranking))
    assert (arezzo.cites, arezzo.unknown) == (("C1",), ())
    assert (rome.cites, rome.unknown) == (("C1",), ("Rome",))
    assert (share.cites, share.unknown) == ((), ())
    assert (tower.cites, tower.unknown) == ((), ("57",))


def _with_arezzo(state: CaseState, ranking: Ranking) -> tuple[CaseState, Ranking]:
    place = replace(ranking.candidates[0], label="Arezzo, Italy")
    return state, replace(ranking, candidates=(place, *ranking.candidates[1:]))
