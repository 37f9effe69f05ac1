"""The conversation of a case: what the records answer by themselves, and what the language model says.

A model only ever adds a record of what it was asked and wrote, a message, and what could be read out of it.
It sets no status and switches no hint. Places that a model names after seeing a photograph are a source of
the ranking like any other (locate.pixels), with the doubt that the posterior gives it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from theodolite.assistant import dialogue, looking, observe, perceive, reasons
from theodolite.assistant.reasons import Reason, Without
from theodolite.assistant.request import Picture, Request
from theodolite.domain import Candidate, Clue, Message, Ranking, Status, Suggestion
from theodolite.domain.assistant import Mode
from theodolite.engine import speaking
from theodolite.engine.changes import Changes
from theodolite.engine.engine import utc_now
from theodolite.errors import InputError, legible
from theodolite.geo.geodesy import distance_km
from theodolite.jobs import Job, Progress
from theodolite.locate import pixels
from theodolite.locate.parameters import RETRIEVAL
from theodolite.locate.places import LIST_KM

if TYPE_CHECKING:
    from theodolite.engine.session import Session

QUESTION_MARKS = ("?", "\uff1f", "\u061f", "\u037e")
WITHOUT_MOST = 6
HISTORY = 12
LONGEST = 2000  # characters of a question
NOT_SEEING = (
    "{model} reads text only: it cannot see the photograph. Install a model that sees: theodolite packs list"
)


def is_question(text: str) -> bool:
    """Whether a line asks rather than tells."""
    return text.strip().endswith(QUESTION_MARKS) or reasons.asked(text) is not None


# --- what the records answer ------------------------------------------------------------------------


def answer(session: Session, text: str, exhibits: Sequence[str] = ()) -> Job[Reason | None]:
    """What the ranking and the records answer to ``text``; None where they cannot."""
    wanted = reasons.asked(text)
    if wanted is None or not session.engine.prepared:
        return None
    ranking = session.ranking(exhibits)
    if wanted == "why":
        return reasons.why(ranking, text)
    if wanted == "next":
        return _next(suggestions(session, exhibits))
    return reasons.disprove(ranking, (yield from withouts(session, exhibits)))


def _next(found: Sequence[Suggestion]) -> Reason:
    if not found:
        return Reason("Nothing that the records know of would tell more.", ())
    cites = tuple(dict.fromkeys(name for one in found for name in one.cites))
    return Reason(" ".join(f"{one.text}: {one.why}" for one in found), cites)


def suggestions(session: Session, exhibits: Sequence[str] = ()) -> tuple[Suggestion, ...]:
    """What to look for next; () until the places of the world are open."""
    if not session.engine.prepared:
        return ()
    return looking.suggestions(session.state, session.ranking(exhibits))


def withouts(session: Session, exhibits: Sequence[str] = ()) -> Job[tuple[Without, ...]]:
    """The answer without each of the sources that speak most for the place that leads, one at a time."""
    scope, state = session.scope(exhibits), session.state
    evidence = session.evidence(state, scope)
    ranking = session.ranking(exhibits)
    leading = _leading(ranking)
    if leading is None:
        return ()
    parts = [
        c for c in leading.contributions if c.source != "prior" and c.log_likelihood > reasons.SMALL_NATS
    ]
    parts.sort(key=lambda c: (-c.log_likelihood, c.source))
    found: list[Without] = []
    for part in parts:
        if len(found) == WITHOUT_MOST or any(one.source == part.source for one in found):
            continue
        yield Progress("Taking sources away, one at a time", len(found))
        other = session.engine.locator.rank(
            exhibits=scope,
            prior=state.case.prior,
            settings=state.case.sources,
            **_taken_away(evidence, part.source),
        )
        now = _leading(other)
        if now is None:
            found.append(Without(part.source, part.text, "", 0.0, False))
        else:
            same = distance_km(leading.lat, leading.lon, now.lat, now.lon) <= LIST_KM
            found.append(Without(part.source, part.text, now.label, now.probability, same))
    return tuple(found)


def _leading(ranking: Ranking) -> Candidate | None:
    return next((c for c in ranking.candidates if c.status is not Status.REJECTED), None)


def _taken_away(evidence: dict[str, Any], source: str) -> dict[str, Any]:
    """The evidence without one source of contributions."""
    whole = {
        RETRIEVAL: ("searches",),
        pixels.ALIGNMENT: ("looks",),
        pixels.ANSWERS: ("answers", "perceptions"),
    }.get(source)
    if whole is not None:
        return evidence | dict.fromkeys(whole, ())
    return {
        **evidence,
        "clues": tuple(c for c in evidence["clues"] if c.id != source),
        "hints": tuple(h for h in evidence["hints"] if h.id != source),
    }


# --- what the model says ----------------------------------------------------------------------------


def ask(session: Session, text: str, exhibits: Sequence[str] = (), seed: int = 7) -> Job[Changes]:
    """A question: the records answer first, then the model, sentence by sentence with what each rests on.

    Without a model the records' answer stands alone, and the missing pack is named.
    """
    session.scope(exhibits)
    text, earlier = asked(text), session.state.messages[-HISTORY:]
    known = yield from from_records(session, text, exhibits)
    lacking = speaking.missing()
    if not lacking:
        yield from _from_model(session, earlier, text, exhibits, seed)
    elif not known:
        said = f"The records do not answer that. {lacking}"
        session.store.add_message(Message("", "system", said, utc_now()))
    return Changes(messages=True)


def from_records(session: Session, text: str, exhibits: Sequence[str] = ()) -> Job[bool]:
    """Put a question into the conversation, with what the records answer; whether they do."""
    text, operator = asked(text), session.state.case.operator
    session.store.add_message(Message("", "person", text, utc_now(), operator))
    known = yield from answer(session, text, exhibits)
    if known is not None:
        session.store.add_message(Message("", "system", known.text, utc_now(), cites=known.cites))
    return known is not None


def asked(text: str) -> str:
    """A question as it is kept and put to the model; InputError for none, or one that is too long."""
    if not text.strip():
        raise InputError("Nothing was asked.")
    if len(text) > LONGEST:
        raise InputError(f"The question is too long: {len(text)} characters, {LONGEST} are taken.")
    return legible(text)


def _from_model(
    session: Session, earlier: Sequence[Message], text: str, exhibits: Sequence[str], seed: int
) -> Job[None]:
    """``earlier``: the messages before the question. State and ranking are of one moment: what is shown."""
    pack = speaking.pack_in_use()
    shown = yield from _shown(session, exhibits, pack)
    state, ranking = session.state, session.ranking(exhibits)
    turns = dialogue.turns(state, ranking, text, earlier, shown)
    request = Request(
        speaking.files_of(pack), turns, seed=seed, max_tokens=dialogue.TOKENS, context=speaking.CONTEXT
    )
    told = dialogue.told(state, ranking)
    name = exhibits[0] if len(exhibits) == 1 else ""
    reply = yield from speaking.said(session, "dialogue", name, pack, request, told)
    kept = session.store.add_exchange(speaking.exchange("dialogue", name, pack, request, reply, told))
    said = Message("", "model", reply.text, utc_now(), pack.name, pack.sha256, exchange=kept.id)
    sentences = dialogue.sentences(reply.text, state, ranking)
    session.store.add_message(replace(said, sentences=sentences))


def _shown(session: Session, exhibits: Sequence[str], pack: Any) -> Job[Picture | None]:
    """The photograph, where the model sees and one exhibit is in question."""
    if not speaking.sees(pack) or len(exhibits) != 1:
        return None
    item = session.exhibit(exhibits[0])
    if not item.readable:
        return None
    return (yield from speaking.picture(session, item))


def perceived(session: Session, exhibit: str, seed: int = 7) -> Job[Changes]:
    """Let a model that sees say where a photograph was taken, and of what kind the scene is."""

    def read(text: str, kept: str, pack: Any) -> Any:
        return perceive.read(
            text,
            session.engine.world,
            session.engine.gazetteer,
            exhibit=exhibit,
            exchange=kept,
            sees=True,
            pack=pack.name,
            pack_sha256=pack.sha256,
        )

    yield from _look(session, exhibit, "perceive", perceive, read, seed)
    return Changes(messages=True, candidates=True)


def observed(session: Session, exhibit: str, seed: int = 7) -> Job[Changes]:
    """Let a model that sees name clues; each is checked against the clue records of the exhibit."""

    def read(text: str, kept: str, pack: Any) -> Any:
        return observe.read(
            text,
            _clues(session, exhibit),
            exhibit=exhibit,
            exchange=kept,
            sees=True,
            pack=pack.name,
            pack_sha256=pack.sha256,
            world=session.engine.world,
        )

    yield from _look(session, exhibit, "clues", observe, read, seed)
    return Changes(messages=True)


def _look(session: Session, exhibit: str, mode: Mode, how: Any, read: Any, seed: int) -> Job[None]:
    """Ask about one photograph and keep what comes back, readable or not."""
    item, pack = session.exhibit(exhibit), speaking.pack_in_use()
    if item.withdrawn:
        raise InputError(f"{item.id} was withdrawn from the case.")
    if not speaking.sees(pack):
        raise InputError(NOT_SEEING.format(model=pack.name))
    shown = yield from speaking.picture(session, item)
    request = Request(
        speaking.files_of(pack),
        how.turns(shown, (), True),
        seed=seed,
        schema=how.SCHEMA,
        context=speaking.CONTEXT,
    )
    reply = yield from speaking.said(session, mode, exhibit, pack, request)
    base = speaking.exchange(mode, exhibit, pack, request, reply)
    identity = session.store.next_id("T")
    try:
        found = read(reply.text, identity, pack)
    except InputError as error:
        session.store.add_exchange(replace(base, id=identity, invalid=str(error)))
        text = f"What {pack.name} wrote about {exhibit} cannot be used: {error}"
        session.store.add_message(Message("", "system", text, utc_now(), exchange=identity))
        return
    session.store.add_exchange(replace(base, id=identity))
    session.store.put_seen(found)


def _clues(session: Session, exhibit: str) -> tuple[Clue, ...]:
    return tuple(c for c in session.state.clues if c.exhibit == exhibit and c.active)
