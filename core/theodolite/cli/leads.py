"""``lead add | list | change | remove``."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, get_args

from theodolite.cli import opened
from theodolite.cli.output import Output, Result
from theodolite.codec import to_plain
from theodolite.domain import Lead, LeadState

STATES: tuple[LeadState, ...] = get_args(LeadState)


def add_noun(nouns: Any, noun: Callable[[Any, str, str], Any], leaf: Callable[..., ArgumentParser]) -> None:
    """The noun with its verbs."""
    lead = noun(nouns, "lead", "what is still to be done, by whom, and what came of it")
    new = leaf(lead, "add", add, "open a lead")
    new.add_argument("case", type=Path, metavar="CASE")
    new.add_argument("text", metavar="TEXT", help="what is to be done; #1 names a mark, E1 an exhibit")
    _fields(new)
    shown = leaf(lead, "list", list_leads, "the leads, open ones first")
    shown.add_argument("case", type=Path, metavar="CASE")
    shown.add_argument("--state", choices=STATES, action="append", default=[], help="only those")
    changed = leaf(lead, "change", change, "change a lead; what is not given stays")
    changed.add_argument("case", type=Path, metavar="CASE")
    changed.add_argument("id", metavar="ID")
    changed.add_argument("--text", metavar="TEXT")
    _fields(changed)
    gone = leaf(lead, "remove", remove, "take a lead out of the case; the log keeps it")
    gone.add_argument("case", type=Path, metavar="CASE")
    gone.add_argument("id", metavar="ID")


def _fields(one: ArgumentParser) -> None:
    one.add_argument("--owner", metavar="CODE", help="a person of the case, P1 ('' for nobody)")
    one.add_argument("--state", choices=STATES)
    one.add_argument("--about", action="append", metavar="ID", help="a record it concerns; repeat it")
    one.add_argument("--outcome", metavar="TEXT", help="what came of it; needed to drop it")


def add(options: Namespace, out: Output) -> Result:
    with opened.case(options.case) as session:
        session.put_lead(_given(Lead("", options.text), options))
        made = session.state.leads[-1]
    return Result(to_plain(made), line(made))


def change(options: Namespace, out: Output) -> Result:
    with opened.case(options.case) as session:
        lead = session.lead(options.id)
        if options.text is not None:
            lead = replace(lead, text=options.text)
        session.put_lead(_given(lead, options))
        lead = session.lead(options.id)
    return Result(to_plain(lead), line(lead))


def _given(lead: Lead, options: Namespace) -> Lead:
    given = {name: getattr(options, name) for name in ("owner", "state", "outcome")}
    given["about"] = None if options.about is None else tuple(options.about)
    return replace(lead, **{name: value for name, value in given.items() if value is not None})


def list_leads(options: Namespace, out: Output) -> Result:
    with opened.case(options.case, read_only=True) as session:
        rows = session.state.leads
    rows = tuple(sorted((one for one in rows if not options.state or one.state in options.state), key=_order))
    return Result([to_plain(one) for one in rows], "\n".join(map(line, rows)) or "No leads.")


def _order(lead: Lead) -> int:
    return STATES.index(lead.state)


def remove(options: Namespace, out: Output) -> Result:
    with opened.case(options.case) as session:
        session.remove_lead(options.id)
    return Result({"removed": options.id}, f"{options.id} is taken out; the log keeps it.")


def line(lead: Lead) -> str:
    """A lead in one line and, where there is one, its outcome in another."""
    owner = f"  ({lead.owner})" if lead.owner else ""
    about = f"  [{' '.join(lead.about)}]" if lead.about else ""
    outcome = f"\n      {lead.outcome}" if lead.outcome else ""
    return f"{lead.id:5} {lead.state:8} {lead.text}{about}{owner}{outcome}"
