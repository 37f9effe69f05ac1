"""Planted text is data: it stands in quotations only, changes nothing round them, and steers no token."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.assistant.planted import MARK, VARIANTS
from tests.core.assistant.test_reasons import AREZZO, FLORENCE, ranking
from theodolite.assistant import dialogue, hint_model, observe, perceive, quoting
from theodolite.assistant.request import ModelFiles, Ours, Picture, Quoted, Request, Turn
from theodolite.domain import (
    Case,
    CaseState,
    Clue,
    Contradiction,
    Exhibit,
    GpsClaim,
    Hint,
    HintState,
    LineText,
    Message,
    Metadata,
    PointReach,
    Ranking,
    Status,
    Strength,
    Verdict,
)
from theodolite.errors import HintNotUnderstood, InputError
from theodolite.geo.world import World
from theodolite.jobs import run_to_end
from theodolite.workers import Call, Worker

BENIGN = "FARMACIA COMUNALE"
SEEN = Picture("0" * 64, 2, 2, bytes(12))
WORLD = World.load()


def case(planted: str) -> tuple[CaseState, Ranking]:
    """A case in which everything that comes from outside holds ``planted``."""
    line = LineText(1, planted, "Latn", "machine")
    metadata = Metadata(gps=GpsClaim(43.46, 11.88), taken_at="2019-05-01T10:00:00", camera=planted)
    exhibit = Exhibit(
        "E1", planted, "0" * 64, "", 1, "image/jpeg", "S1", "", "Ada", True, metadata=metadata, examined=True
    )
    reach = PointReach(43.46, 11.88, 5.0, planted)
    clues = tuple(
        Clue(
            f"C{n}", "E1", kind, f"“{planted}”", planted, Strength.LIKELY, "", "", kind, (), reach, line=line
        )
        for n, kind in enumerate(("text.line", "text.place", "iptc.place"), start=1)
    )
    hint = Hint("H1", "in Italy", "in Italy", reach, Strength.LIKELY, HintState.ON, "")
    verdict = Verdict("V1", "E1", 0.0, 0.0, planted, Status.REJECTED, planted, "Ada", "")
    state = CaseState(
        "case",
        Case("t", "Where?", "Ada", "", claim=planted),
        exhibits=(exhibit,),
        clues=clues,
        hints=(hint,),
        verdicts=(verdict,),
    )
    conflict = Contradiction(planted, "C1", "C2", (), ())
    places = (replace(AREZZO, label=f"{planted}, Italy"), FLORENCE)
    return state, replace(ranking(*places), contradictions=(conflict,))


def every_turn(planted: str) -> dict[str, tuple[Turn, ...]]:
    """All that a model is ever asked about this case."""
    history = [Message("M1", "person", "Look at it", ""), Message("M2", "model", planted, "")]
    notes = [planted, "another note"]
    return {
        "dialogue": dialogue.turns(*case(planted), "Where was it taken?", history, None),
        "dialogue, seen": dialogue.turns(*case(planted), "Where was it taken?", history, SEEN),
        "perceive": perceive.turns(SEEN, notes, sees=True),
        "clues": observe.turns(SEEN, notes, sees=True),
        "hint": hint_model.turns(planted),
    }


def frame(turns: tuple[Turn, ...]) -> list[tuple[str, str]]:
    """Everything but what is quoted, labels of blocks made alike."""
    found = [(turn.role, part) for turn in turns for part in turn.parts]
    label = re.compile(r"\b[0-9a-f]{8}\b")
    return [
        (role, label.sub("LABEL", part.text) if isinstance(part, Ours) else type(part).__name__)
        for role, part in found
    ]


@pytest.mark.parametrize("name", VARIANTS)
def test_it_stands_in_quotations_only_and_changes_nothing_round_them(name: str) -> None:
    planted = VARIANTS[name]
    benign = every_turn(BENIGN)
    for mode, turns in every_turn(planted).items():
        ours = [part.text for turn in turns for part in turn.parts if isinstance(part, Ours)]
        quoted = [part.text for turn in turns for part in turn.parts if isinstance(part, Quoted)]
        assert not any(MARK in text for text in ours), mode
        assert any(MARK in text for text in quoted), mode
        assert frame(turns) == frame(benign[mode]), mode
        labels = {m for text in ours for m in re.findall(r"^Data ([0-9a-f]{8}) ", text)}
        assert not any(label in text for label in labels for text in quoted)


@pytest.mark.parametrize("name", VARIANTS)
def test_a_quotation_of_a_record_is_one_plain_line(name: str) -> None:
    state, found = case(VARIANTS[name])
    (_, user, *_) = dialogue.turns(state, found, "Where?", [], None)
    *records, question = [part.text for part in user.parts if isinstance(part, Quoted)]
    assert question == "Where?"
    for text in records:
        assert 0 < len(text) <= quoting.MOST
        assert text == " ".join(text.split())
        kinds = {unicodedata.category(c) for c in text if c not in "\u200c\u200d"}
        assert not kinds & {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


@given(st.lists(st.text(max_size=60), min_size=1, max_size=4))
def test_no_text_ends_its_block(texts: list[str]) -> None:
    parts = quoting.block([("-", text) for text in texts])
    if not parts:
        assert not any(map(quoting.clean, texts))
        return
    begin, end = parts[0], parts[-1]
    assert isinstance(begin, Ours) and isinstance(end, Ours)
    label = begin.text.split()[1]
    assert end.text == f"Data {label} ends.\n"
    assert all(label not in part.text for part in parts if isinstance(part, Quoted))
    assert parts == quoting.block([("-", text) for text in texts])


@pytest.mark.parametrize("name", VARIANTS)
def test_a_model_that_obeys_writes_text_and_nothing_else(name: str) -> None:
    """Its answer is the planted text itself: sentences that cite what exists, a perception, or a refusal."""
    planted = VARIANTS[name]
    state, found = case(planted)
    sentences = dialogue.sentences(planted, state, found)
    assert {cite for one in sentences for cite in one.cites} <= dialogue.known(state, found)
    assert "".join("".join(one.text for one in sentences).split()) == "".join(planted.split())
    more: dict[str, Any] = {"exhibit": "E1", "exchange": "T1", "sees": True, "pack": "p", "pack_sha256": ""}
    for read in (
        lambda: perceive.read(planted, WORLD, None, **more).places,
        lambda: observe.read(planted, state.clues, **more, world=WORLD).clues,
    ):
        try:
            places = read()
        except InputError:
            continue
        assert places
    for said in ("what a lovely picture", planted):
        try:
            hints = hint_model.read(planted, said, WORLD, None)
        except (InputError, HintNotUnderstood):
            continue
        assert said == planted or not hints  # only what the person said can be read


# --- in tokens --------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    with Worker("language") as started:
        yield started


@pytest.mark.packs
def test_no_planted_mark_becomes_a_special_token(worker: Worker, starter: Any) -> None:
    files = ModelFiles(str(starter("language-starter").one(".gguf")))

    def special(turns: tuple[Turn, ...]) -> list[int]:
        request = Request(files, turns, max_tokens=8, context=8192)
        call = Call("tests.core.assistant.runtime.probing:prompt", {"request": request}, silence_s=120)
        tokens: tuple[int, ...] = run_to_end(worker.run(call))
        return [token for token in tokens if token < 17]  # SmolLM2 has its 17 special tokens first

    def blind(planted: str) -> tuple[Turn, ...]:
        return dialogue.turns(*case(planted), planted, [Message("M1", "model", planted, "")], None)

    expected = special(blind(BENIGN))
    assert len(expected) >= 5
    for name, planted in VARIANTS.items():
        assert special(blind(planted)) == expected, name
