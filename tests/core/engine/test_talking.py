"""The conversation of a case: what the records answer, what models write, and what none of it may change."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.core.engine.own_home import own_home
from tests.core.engine.test_asking import photograph
from tests.core.packs.models import making
from theodolite import packs
from theodolite.domain import ClueReach, Hint, HintState, PointReach, Strength
from theodolite.engine import Engine, Session, replaying, speaking, talking
from theodolite.errors import InputError, NotFound, PackMissing
from theodolite.jobs import run_to_end
from theodolite.workers import Partial

pytestmark = pytest.mark.packs


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    with pytest.MonkeyPatch.context() as patch:
        yield own_home(tmp_path_factory.mktemp("home"), patch)


@pytest.fixture(scope="module")
def engine(home: Path) -> Iterator[Engine]:
    made = Engine()
    run_to_end(made.prepare())
    yield made
    made.dispose()


@pytest.fixture(scope="module")
def seeing(engine: Engine, home: Path) -> packs.Pack:
    """A random model that sees, of 0.3 MB, imported like any other."""
    files = [making.model(home / "tiny.gguf"), making.projector(home / "mmproj-tiny.gguf")]
    return run_to_end(packs.import_models(files, name="tiny-eye"))


@pytest.fixture
def session(engine: Engine, tmp_path: Path) -> Iterator[Session]:
    opened = engine.new_case(tmp_path / "inquiry", question="Where?", operator="Ada")
    run_to_end(opened.add_files([photograph(tmp_path / "arezzo.jpg", 3, (43.4669, 11.8823))]))
    run_to_end(opened.examine_all())
    yield opened
    opened.close()


def said(session: Session, author: str) -> list[str]:
    return [message.text for message in session.state.messages if message.author == author]


def test_a_question_is_answered_by_the_records_and_by_the_model(session: Session, engine: Engine) -> None:
    engine.use_language_model("language-starter")
    before = session.ranking(("E1",))
    run_to_end(session.ask("Why this place?", ("E1",)))
    state = session.state
    assert [message.author for message in state.messages] == ["person", "system", "model"]
    records, model = state.messages[1:]
    assert records.cites
    assert set(records.cites) <= {clue.id for clue in state.clues}
    (exchange,) = state.exchanges
    assert (model.exchange, exchange.mode, exchange.sees) == (exchange.id, "dialogue", False)
    assert exchange.told
    assert exchange.plan[0].start == 0
    assert sum(batch.count for batch in exchange.plan) == exchange.prompt_tokens
    assert session.ranking(("E1",)) == before
    assert state.hints == ()
    again = run_to_end(replaying.replayed(session, exchange.id))
    assert again.same, again.why
    assert again.text == exchange.text
    with pytest.raises(NotFound, match="no exchange T9"):
        run_to_end(replaying.replayed(session, "T9"))


def test_a_follow_up_keeps_what_was_read(session: Session, engine: Engine) -> None:
    engine.use_language_model("language-starter")
    run_to_end(session.ask("What is in the picture?", ("E1",)))
    run_to_end(session.ask("And the season?", ("E1",)))
    first, second = session.state.exchanges
    shared = [a for a, b in zip(first.plan, second.plan, strict=False) if a == b]
    assert sum(batch.count for batch in shared) >= 128


def test_what_would_disprove_it_takes_sources_away(session: Session) -> None:
    reason = run_to_end(talking.answer(session, "What would disprove it?", ("E1",)))
    assert reason is not None
    gps = next(clue for clue in session.state.clues if isinstance(clue.reach, PointReach))
    assert gps.id in reason.cites
    assert f"If {gps.id} were wrong" in reason.text


def test_without_a_model_the_records_answer_and_the_pack_is_named(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing() -> packs.Pack:
        raise PackMissing("No language model. Get one with: theodolite packs fetch language-starter")

    monkeypatch.setattr(speaking, "pack_in_use", missing)
    run_to_end(session.ask("Why this place?", ("E1",)))
    run_to_end(session.ask("How tall is the tower?", ("E1",)))
    assert len(said(session, "system")) == 2
    assert "theodolite packs fetch language-starter" in said(session, "system")[1]
    assert session.state.exchanges == ()


def test_a_model_that_cannot_see_is_not_asked_to_look(session: Session, engine: Engine) -> None:
    engine.use_language_model("language-starter")
    for look in (session.perceive, session.observe):
        with pytest.raises(InputError, match="reads text only"):
            run_to_end(look("E1"))
    assert session.state.exchanges == ()


def test_a_model_that_sees_is_shown_the_photograph(
    session: Session, engine: Engine, seeing: packs.Pack
) -> None:
    engine.use_language_model(seeing.name)
    assert next(row for row in engine.language_models() if row.chosen).sees
    before = session.ranking(("E1",)).scores_sha256
    run_to_end(session.perceive("E1"))
    run_to_end(session.observe("E1"))
    state = session.state
    assert [exchange.mode for exchange in state.exchanges] == ["perceive", "clues"]
    for exchange in state.exchanges:
        assert exchange.sees
        assert [part.text for part in exchange.asked if part.kind == "picture"] == [state.exhibits[0].sha256]
        assert "image" in {batch.kind for batch in exchange.plan}
        assert run_to_end(replaying.replayed(session, exchange.id)).same
    kept = len(state.perceptions) + len(state.observations)
    refused = sum(bool(exchange.invalid) for exchange in state.exchanges)
    assert kept + refused == 2
    assert (state.hints, state.verdicts) == ((), ())
    if not any(place.lat is not None for one in state.perceptions for place in one.places):
        assert session.ranking(("E1",)).scores_sha256 == before  # nothing that it named is a known place


def test_none_of_these_names_what_is_listed(session: Session) -> None:
    leading = session.ranking(("E1",)).candidates[0]
    session.say("none of these", ("E1",))
    (hint,) = session.state.hints
    assert hint.exclude
    assert hint.state is HintState.PROPOSED
    assert leading.label.split(",")[0] in hint.reading
    session.apply_hint(hint.id, ("E1",))
    assert session.ranking(("E1",)).candidates[0].label != leading.label


def test_a_clue_denied_comes_back_bit_for_bit(session: Session) -> None:
    first = session.ranking(("E1",))
    gps = next(clue for clue in session.state.clues if isinstance(clue.reach, PointReach))
    session.say(f"{gps.id} is wrong", ("E1",))
    (hint,) = session.state.hints
    assert hint.reach == ClueReach(gps.id)
    session.apply_hint(hint.id, ("E1",))
    without, applied = session.effect(hint.id, ("E1",))
    assert without.scores_sha256 == first.scores_sha256
    assert applied.scores_sha256 == session.ranking(("E1",)).scores_sha256 != first.scores_sha256
    session.remove_hint(hint.id)
    assert session.ranking(("E1",)) == first
    session.say("C999 is wrong")
    assert "There is no clue C999" in said(session, "system")[-1]


def test_a_hint_that_fights_the_evidence_is_answered_with_numbers(session: Session) -> None:
    lund = PointReach(55.70, 13.19, 5.0, "Lund")
    hint = session.store.add_hint(
        Hint(
            "",
            "in Lund",
            "in or near Lund",
            lund,
            Strength.LIKELY,
            HintState.PROPOSED,
            "2026-01-01T00:00:00Z",
        )
    )
    session.apply_hint(hint.id, ("E1",))
    (text,) = said(session, "system")
    assert "Arezzo" in text
    assert "leads with 0." in text
    assert "both rankings" in text
    assert session.state.messages[-1].cites == (hint.id,)
    assert session.state.hints[0].state is HintState.ON


def test_what_was_written_before_a_stop_is_kept(session: Session, engine: Engine) -> None:
    engine.use_language_model("language-starter")
    job = session.ask("What is in the picture?", ("E1",))
    while not isinstance(next(job), Partial):
        pass
    job.close()
    (exchange,) = session.state.exchanges
    assert exchange.finish == "stopped"
    assert exchange.text
    assert exchange.id in said(session, "system")[-1]
    with pytest.raises(InputError, match="was stopped"):
        run_to_end(replaying.replayed(session, exchange.id))


@pytest.mark.parametrize("text", ["", "  ", "why " * 600])
def test_a_question_that_is_none_leaves_nothing(session: Session, text: str) -> None:
    with pytest.raises(InputError):
        run_to_end(session.ask(text, ("E1",)))
    with pytest.raises(NotFound):
        run_to_end(session.ask("Where?", ("E9",)))
    assert session.state.messages == ()


def test_a_withdrawn_photograph_is_not_shown(session: Session, engine: Engine, seeing: packs.Pack) -> None:
    engine.use_language_model(seeing.name)
    session.withdraw("E1")
    with pytest.raises(InputError, match="was withdrawn"):
        run_to_end(session.perceive("E1"))


def test_the_model_of_a_text_must_be_there_to_ask_again(session: Session, engine: Engine) -> None:
    engine.use_language_model("language-starter")
    run_to_end(session.ask("What is in the picture?", ("E1",)))
    other = replace(session.state.exchanges[0], id="", model_sha256="0" * 64)
    kept = session.store.add_exchange(other)
    with pytest.raises(NotFound, match="is not installed"):
        run_to_end(replaying.replayed(session, kept.id))
