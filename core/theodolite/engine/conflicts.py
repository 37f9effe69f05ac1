"""Answers and conflicts on record: which ranking was given, which hint fought the rest of the evidence."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from theodolite.codec import to_plain
from theodolite.domain import Contradiction, HintState, Message, Ranking
from theodolite.engine.changes import Changes
from theodolite.engine.engine import utc_now
from theodolite.report.seen import CONFLICT_SHOWN

if TYPE_CHECKING:
    from theodolite.engine.session import Session

BOTH_SHOWN = "The hint counts with its strength; both rankings are shown with it."


def record(session: Session, exhibits: Sequence[str], hints: Sequence[str]) -> tuple[Contradiction, ...]:
    """Put the conflicts of ``hints`` with the evidence of ``exhibits`` on record."""
    found = []
    for effect in session.hint_effects(exhibits):
        if effect.hint in hints and effect.conflict is not None:
            detail = {"hint": effect.hint, "exhibits": list(session.scope(exhibits))}
            session.store.record(CONFLICT_SHOWN, detail | to_plain(effect.conflict, exact=True))
            found.append(effect.conflict)
    return tuple(found)


def say(session: Session, hint: str, conflict: Contradiction) -> Changes:
    """Answer a hint that fights strong evidence with the numbers, in the conversation."""
    text = f"{conflict.text} {BOTH_SHOWN}"
    session.store.add_message(Message("", "system", text, utc_now(), cites=(hint,)))
    return Changes(messages=True)


def record_located(session: Session, ranking: Ranking) -> None:
    """Put an answer on record: what was asked, what came out, and the hash of all scores."""
    leading = ranking.candidates[0] if ranking.candidates else None
    session.store.record(
        "located",
        to_plain(
            {
                "exhibits": ranking.exhibits,
                "strategy": ranking.strategy,
                "level": ranking.level,
                "prior": ranking.prior,
                "support_sha256": ranking.support_sha256,
                "scores_sha256": ranking.scores_sha256,
                "leading": None if leading is None else {"label": leading.label, "score": leading.score},
                "packs": ranking.packs,
            },
            exact=True,
        ),
    )
    on = [hint.id for hint in session.state.hints if hint.state is HintState.ON]
    record(session, ranking.exhibits, on)
