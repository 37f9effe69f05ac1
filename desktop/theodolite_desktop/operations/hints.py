"""What the investigator says, and the chips it becomes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from theodolite.domain import HintState, Message, Strength
from theodolite.jobs import Job
from theodolite_desktop.desk import Desk

if TYPE_CHECKING:
    from theodolite.engine import Changes


def say(*, desk: Desk, text: str, exhibit: str) -> Changes:
    """One line of conversation about ``exhibit``; hints in it are proposed."""
    return desk.session.say(text, (exhibit,) if exhibit else ())


def apply_hint(*, desk: Desk, hint: str, exhibit: str) -> Changes:
    """A conflict with what else is known of ``exhibit`` goes on record."""
    return desk.session.apply_hint(hint, (exhibit,) if exhibit else ())


def switch_hint(*, desk: Desk, hint: str, on: bool, exhibit: str) -> Changes:
    state = HintState.ON if on else HintState.OFF
    return desk.session.set_hint(hint, state, (exhibit,) if exhibit else ())


def set_hint_strength(*, desk: Desk, hint: str, strength: Strength) -> Changes:
    return desk.session.set_hint_strength(hint, strength)


def remove_hint(*, desk: Desk, hint: str) -> Changes:
    """A recorded retraction."""
    return desk.session.remove_hint(hint)


def phrase(*, desk: Desk, exhibit: str) -> Job[Message]:
    """Let the language model phrase the summary of ``exhibit``; tokens come as Partial."""
    return desk.session.phrase((exhibit,) if exhibit else ())
