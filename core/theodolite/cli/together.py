"""``case relations | when``: what several exhibits say together."""

from __future__ import annotations

from argparse import Namespace

from theodolite.cli import opened
from theodolite.cli.output import Output, Result
from theodolite.codec import to_plain


def relations(options: Namespace, out: Output) -> Result:
    """Copies, cameras, series, order in time and speed of travel; every one of them a claim."""
    with opened.case(options.case) as session:
        out.drive(session.examine_all())
        found = session.relations()
    lines = [f"{one.kind:15} {one.text}" + (f" ({one.detail})" if one.detail else "") for one in found]
    return Result([to_plain(one) for one in found], "\n".join(lines) or "No relation was found.")


def when(options: Namespace, out: Output) -> Result:
    """One finding an exhibit; place and time are separate."""
    with opened.case(options.case) as session:
        scope = session.scope(options.exhibit)
        out.drive(session.examine_all(scope))
        found = {name: session.when(name) for name in scope}
    lines = [f"{name:5} {one.status}: {one.text}" for name, one in found.items()]
    return Result({name: to_plain(one) for name, one in found.items()}, "\n".join(lines))
