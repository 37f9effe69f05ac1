"""``assistant models | use | ask | perceive | observe | read-hint | replay | suggest``: the local model."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from theodolite.cli import opened
from theodolite.cli.output import Output, Result
from theodolite.codec import to_plain
from theodolite.domain import CaseState, Message, Observations, Perception
from theodolite.engine import replaying
from theodolite.engine.session import Session


def add_models(leaf: ArgumentParser) -> None:
    """No arguments."""


def add_use(leaf: ArgumentParser) -> None:
    leaf.add_argument(
        "name", metavar="NAME", help="an installed language model; see: theodolite assistant models"
    )


def add_ask(leaf: ArgumentParser) -> None:
    _case(leaf)
    leaf.add_argument("text", metavar="QUESTION")
    leaf.add_argument("--exhibit", action="append", default=[], metavar="ID")
    _seed(leaf)


def add_look(leaf: ArgumentParser) -> None:
    _case(leaf)
    leaf.add_argument("exhibit", metavar="ID")
    _seed(leaf)


def add_read_hint(leaf: ArgumentParser) -> None:
    _case(leaf)
    leaf.add_argument("text", metavar="TEXT")
    _seed(leaf)


def add_suggest(leaf: ArgumentParser) -> None:
    _case(leaf)
    leaf.add_argument("--exhibit", action="append", default=[], metavar="ID")


def add_replay(leaf: ArgumentParser) -> None:
    _case(leaf)
    leaf.add_argument("exchange", metavar="ID", help="a request on record, for example T1")


def _case(leaf: ArgumentParser) -> None:
    leaf.add_argument("case", type=Path, metavar="CASE")


def _seed(leaf: ArgumentParser) -> None:
    leaf.add_argument("--seed", type=int, default=7, metavar="N", help="the same seed writes the same text")


def models(options: Namespace, out: Output) -> Result:
    """Every language model, whether it sees, and whether it fits this machine."""
    with opened.engine() as engine:
        rows = engine.language_models()
    lines = []
    for row in rows:
        mark = "*" if row.chosen else " "
        sees = "sees images" if row.sees else "text only"
        state = "installed" if row.installed else "not installed"
        lines.append(f"{mark} {row.name:20} {state:14} {sees:12} {row.note or row.title}")
    return Result(to_plain(rows), "\n".join(lines))


def use(options: Namespace, out: Output) -> Result:
    with opened.engine() as engine:
        engine.use_language_model(options.name)
    return Result({"name": options.name}, f"{options.name} is asked from now on.")


def ask(options: Namespace, out: Output) -> Result:
    with opened.case(options.case) as session:
        before = len(session.state.messages)
        out.drive(session.engine.prepare())
        out.drive(session.ask(options.text, options.exhibit, options.seed))
        said = session.state.messages[before:]
    return Result(to_plain(said), "\n".join(map(_said, said)))


def perceive(options: Namespace, out: Output) -> Result:
    with opened.case(options.case) as session:
        before = session.state
        out.drive(session.perceive(options.exhibit, options.seed))
        return _looked(session, before, options.exhibit)


def observe(options: Namespace, out: Output) -> Result:
    with opened.case(options.case) as session:
        before = session.state
        out.drive(session.observe(options.exhibit, options.seed))
        return _looked(session, before, options.exhibit)


def _looked(session: Session, before: CaseState, exhibit: str) -> Result:
    """What is new of the exhibit, or the sentence that says why nothing could be read."""
    state = session.state
    found: list[Perception | Observations] = [p for p in state.perceptions if p not in before.perceptions]
    found += [o for o in state.observations if o not in before.observations]
    said = state.messages[len(before.messages) :]
    lines = [line for one in found if one.exhibit == exhibit for line in _lines(one)]
    return Result(to_plain([*found, *said]), "\n".join([*lines, *map(_said, said)]))


def _lines(one: Perception | Observations) -> list[str]:
    if isinstance(one, Perception):
        places = [
            f"{p.stated:.2f} as stated, uncalibrated: "
            + ", ".join(part for part in (p.city, p.region, p.country) if part)
            for p in one.places
        ]
        return [*places, f"scene: {one.scene}"]
    return [
        f"{c.standing:12} {c.observation}: {c.inference} {', '.join(c.cites)}".rstrip() for c in one.clues
    ]


def read_hint(options: Namespace, out: Output) -> Result:
    with opened.case(options.case) as session:
        known = {hint.id for hint in session.state.hints}
        out.drive(session.engine.prepare())
        out.drive(session.read_with_model(options.text, seed=options.seed))
        hints = [hint for hint in session.state.hints if hint.id not in known]
        last = session.state.messages[-1:] if not hints else ()
    text = "\n".join(f"{h.id} {h.reading} ({h.strength.value}), proposed, read by the model" for h in hints)
    return Result(to_plain(hints), text or "\n".join(map(_said, last)))


def suggest(options: Namespace, out: Output) -> Result:
    with opened.case(options.case) as session:
        out.drive(session.engine.prepare())
        found = session.suggestions(options.exhibit)
    return Result(to_plain(found), "\n".join(f"{one.text}: {one.why}" for one in found))


def replay(options: Namespace, out: Output) -> Result:
    """Ask again exactly as on record; exit code 1 when the text differs."""
    with opened.case(options.case) as session:
        found = out.drive(replaying.replayed(session, options.exchange))
    text = f"{found.exchange}: the same text" if found.same else f"{found.exchange}: {found.why}"
    return Result(to_plain(found), text, found.problem)


def _said(message: Message) -> str:
    who = {"model": "model (not evidence)", "system": "records", "person": "you"}[message.author]
    if not message.sentences:
        return f"{who}: {message.text}"
    parts = []
    for one in message.sentences:
        mark = f"[{', '.join(one.cites)}]" if one.cites else "[the model's own]"
        parts.append(
            f"{one.text} {mark}" + (f" [in no record: {', '.join(one.unknown)}]" if one.unknown else "")
        )
    return f"{who}: " + " ".join(parts)
