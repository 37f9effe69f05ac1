"""What the model reads in a remark: proposed chips, of records that exist, and where they come from."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace

import pytest

from tests.core.engine.own_home import own_home
from tests.core.engine.test_asking import photograph
from theodolite.assistant.request import Reply, Request
from theodolite.domain import ClueReach, HintState, Message
from theodolite.engine import Engine, Session, replaying, speaking
from theodolite.jobs import Job, run_to_end

pytestmark = pytest.mark.packs


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    with pytest.MonkeyPatch.context() as patch:
        own_home(tmp_path_factory.mktemp("home"), patch)
        made = Engine()
        run_to_end(made.prepare())
        made.use_language_model("language-starter")
        yield made
        made.dispose()


@pytest.fixture(scope="module")
def session(engine: Engine, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    folder = tmp_path_factory.mktemp("case")
    opened = engine.new_case(folder / "inquiry", question="Where?", operator="Ada")
    run_to_end(opened.add_files([photograph(folder / "arezzo.jpg", 3, (43.4669, 11.8823))]))
    run_to_end(opened.examine_all())
    yield opened
    opened.close()


def reads(session: Session, said: str, written: str, patch: pytest.MonkeyPatch) -> Message:
    """The model is asked, and what it wrote is taken to be ``written``; the message that comes of it."""
    ask = speaking.speak

    def speak(engine: Engine, request: Request) -> Job[Reply]:
        assert request.context == 8192
        reply = yield from ask(engine, request)
        return replace(reply, text=json.dumps({"hint": written}))

    patch.setattr(speaking, "speak", speak)
    run_to_end(session.read_with_model(said))
    state = session.state
    message, exchange = state.messages[-1], state.exchanges[-1]
    assert (message.author, message.exchange, exchange.mode) == ("system", exchange.id, "hint")
    return message


def test_no_chip_for_a_record_that_does_not_exist(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    before = session.state.hints
    message = reads(session, "I think C999 is a mistake of the machine", "C999 is wrong", monkeypatch)
    assert "did not read" in message.text
    assert "no clue C999" in session.state.exchanges[-1].invalid
    message = reads(session, "surely E1 and E77 are one place", "E1 and E77 show one place", monkeypatch)
    assert "did not read" in message.text
    assert session.state.exchanges[-1].invalid
    assert session.state.hints == before


def test_a_chip_names_the_exchange_it_came_out_of(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    clue = session.state.clues[0].id
    before = session.ranking(("E1",))
    message = reads(session, f"I think {clue} is a mistake of the machine", f"{clue} is wrong", monkeypatch)
    assert f'"{clue} is wrong"' in message.text
    hint = session.state.hints[-1]
    assert (hint.reach, hint.state, hint.parsed_by) == (ClueReach(clue), HintState.PROPOSED, "model")
    assert session.state.exchanges[-1].invalid == ""
    assert session.ranking(("E1",)) == before


def test_what_the_starter_writes_is_kept_and_can_be_made_again(session: Session) -> None:
    run_to_end(session.read_with_model("what a lovely picture"))
    state = session.state
    assert state.messages[-1].exchange == state.exchanges[-1].id
    assert not any(hint.text == "what a lovely picture" for hint in state.hints)
    again = run_to_end(replaying.replayed(session, state.exchanges[-1].id))
    assert again.same, again.why
