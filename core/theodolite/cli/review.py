"""``review begin | give | end | show``: the second examiner, who does not see the first verdict."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import Literal, cast

from theodolite.cli import opened
from theodolite.cli.output import Output, Result
from theodolite.codec import to_plain
from theodolite.domain import ClueOpinion, Person, Review
from theodolite.engine import Session
from theodolite.errors import InputError
from theodolite.geo import coordinates

_OPINIONS = ("agree", "disagree", "unsure")


def add_begin(leaf: ArgumentParser) -> None:
    leaf.add_argument("case", type=Path, metavar="CASE")
    leaf.add_argument(
        "--person", required=True, metavar="NAME", help="the second examiner; a new one is added"
    )


def add_end(leaf: ArgumentParser) -> None:
    leaf.add_argument("case", type=Path, metavar="CASE")


def add_show(leaf: ArgumentParser) -> None:
    leaf.add_argument("case", type=Path, metavar="CASE")
    leaf.add_argument("--exhibit", default="", metavar="ID")


def add_give(leaf: ArgumentParser) -> None:
    leaf.add_argument("case", type=Path, metavar="CASE")
    leaf.add_argument("--exhibit", default="", metavar="ID", help="without it: the case as a whole")
    leaf.add_argument(
        "--place", default="", metavar="TEXT", help="a coordinate in any format; none: no place"
    )
    leaf.add_argument("--radius", type=float, default=1.0, metavar="KM", help="within how many kilometres")
    leaf.add_argument("--label", default="", metavar="TEXT", help="what the place is called")
    leaf.add_argument("--remark", default="", metavar="TEXT")
    leaf.add_argument(
        "--clue",
        action="append",
        default=[],
        metavar="ID=OPINION[:WHY]",
        help="agree, disagree or unsure, for example C3=disagree:weaker than likely",
    )


def begin(options: Namespace, out: Output) -> Result:
    with opened.case(options.case) as session:
        person = _person(session, options.person)
        session.begin_review(person)
    text = f"{person} reviews blind: until they end it, no command shows the first verdict."
    return Result({"person": person}, text)


def give(options: Namespace, out: Output) -> Result:
    opinions = tuple(_opinion(text) for text in options.clue)
    lat, lon = coordinates.parse(options.place) if options.place else (None, None)
    with opened.case(options.case) as session:
        if not session.reviewer:
            raise InputError(
                "No review is in progress. Begin one: theodolite review begin CASE --person NAME."
            )
        session.review(
            Review(
                id="",
                exhibit=options.exhibit,
                person=session.reviewer,
                utc="",
                blind=True,
                label=options.label,
                lat=lat,
                lon=lon,
                radius_km=options.radius,
                opinions=opinions,
                remark=options.remark,
            )
        )
        review = session.state.reviews[-1]
    return Result(to_plain(review), _line(review))


def end(options: Namespace, out: Output) -> Result:
    with opened.case(options.case) as session:
        session.end_review()
        reviews = session.state.reviews
    return Result({"reviews": len(reviews)}, "The review is ended; every command shows everything again.")


def show(options: Namespace, out: Output) -> Result:
    """The reviews that may be seen, and on which clues everybody agrees."""
    with opened.case(options.case, read_only=True) as session:
        reviews = [
            one
            for one in session.state.reviews
            if not options.exhibit or one.exhibit in (options.exhibit, "")
        ]
        rows = session.clue_agreement(options.exhibit)
    lines = [_line(one) for one in reviews] or ["There is no review."]
    for row in rows:
        said = "; ".join(f"{who}: {what}{f' ({why})' if why else ''}" for _, who, what, why in row.opinions)
        lines.append(f"  {row.clue} {row.first} by the first examiner; {said}")
    data = {"reviews": [to_plain(one) for one in reviews], "clues": [to_plain(one) for one in rows]}
    return Result(data, "\n".join(lines))


def _person(session: Session, name: str) -> str:
    for one in session.state.persons:
        if name in (one.id, one.account, one.name):
            return one.id
    session.put_person(Person("", account=name))
    return next(one.id for one in session.state.persons if one.account == name)


def _opinion(text: str) -> ClueOpinion:
    clue, equals, rest = text.partition("=")
    opinion, _, remark = rest.partition(":")
    if not clue or not equals or opinion not in _OPINIONS:
        raise InputError(
            f"{text!r} is no opinion. Write for example C3=agree or C3=disagree:weaker than likely."
        )
    return ClueOpinion(clue, cast(Literal["agree", "disagree", "unsure"], opinion), remark.strip())


def _line(review: Review) -> str:
    where = (
        f"{review.label or 'a place'} ({review.lat:.5f}, {review.lon:.5f}) within {review.radius_km:g} km"
        if review.lat is not None and review.lon is not None
        else "no place"
    )
    agrees = {
        True: "agrees with the first verdict",
        False: "differs from the first verdict",
        None: "nothing to compare with",
    }
    seen = "blind" if review.blind else "not blind"
    about = review.exhibit or "the case"
    line = f"{review.id} by {review.person} on {about}, {seen}: {where}; {agrees[review.agrees]}."
    return f"{line} {review.remark}".rstrip()
