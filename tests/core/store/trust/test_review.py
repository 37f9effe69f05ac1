"""What a second examiner may see, what counts as a review, and how far two answers agree."""

from __future__ import annotations

from dataclasses import replace

import pytest

from theodolite.domain import (
    Case,
    CaseState,
    Clue,
    ClueOpinion,
    Exhibit,
    LogRecord,
    Message,
    Note,
    Origin,
    Person,
    Review,
    Signature,
    Status,
    Strength,
    Verdict,
)
from theodolite.errors import InputError, NotFound
from theodolite.store.trust import review as rules

ADA, BOB = Person("P1", "ada", "Ada First"), Person("P2", "bob")
AREZZO, FLORENCE, ROME = (43.4645, 11.8815), (43.7696, 11.2558), (41.9, 12.5)


def exhibit(name: str) -> Exhibit:
    return Exhibit(name, f"{name}.jpg", name, "", 1, "image/jpeg", "", "2026", "ada", True)


def clue(name: str, item: str = "E1", rejected: str | None = None) -> Clue:
    origins = (Origin("file", "f"),)
    return Clue(
        *(name, item, "text.line", "a sign", "a place", Strength.LIKELY, "ocr", "1", "text:1", origins),
        rejected_reason=rejected,
    )


def verdict(
    name: str, place: tuple[float, float], status: Status, by: str = "ada", item: str = "E1"
) -> Verdict:
    return Verdict(
        name, item, *place, f"label of {name}", status, f"reason of {name}", by, "2026-01-02T00:00:00Z"
    )


def review(**changes: object) -> Review:
    base = Review("", "E1", "P2", "", True, "Arezzo", *AREZZO, 1.0)
    return replace(base, **changes)  # type: ignore[arg-type]


STATE = CaseState(
    path="a.case",
    case=Case("t", "q", "ada", "2026-01-01T00:00:00Z"),
    exhibits=(exhibit("E1"), exhibit("E2")),
    clues=(clue("C1"), clue("C2", rejected="blurred"), clue("C3", "E2")),
    verdicts=(
        verdict("V1", FLORENCE, Status.REJECTED),
        verdict("V2", AREZZO, Status.VERIFIED),
        verdict("V3", ROME, Status.VERIFIED, item="E2"),
    ),
    messages=(Message("M1", "person", "It is reason of V2!", "2026-01-02T00:00:00Z"),),
    notes=(Note("E1", "label of V2, I am sure"),),
    signatures=(Signature("G1", "P1", "", "", 1, "", "", "V2"), Signature("G2", "P1", "", "", 1, "", "", "")),
    persons=(ADA, BOB),
)


def test_nothing_of_the_first_verdict_is_in_what_the_reviewer_gets() -> None:
    shown = rules.blind(STATE, BOB)
    for word in ("label of V", "reason of V", "V1", "V2", "V3"):
        assert word not in repr(shown)
    assert shown.clues == STATE.clues and shown.exhibits == STATE.exhibits
    assert [one.id for one in shown.signatures] == ["G2"]


def test_a_review_opens_its_exhibit_and_not_the_next() -> None:
    first = replace(STATE, reviews=(review(id="R1"),))
    assert [one.id for one in rules.blind(first, BOB).verdicts] == ["V1", "V2"]
    assert "V3" not in repr(rules.blind(first, BOB))
    both = replace(STATE, reviews=(review(id="R1"), review(id="R2", exhibit="E2")))
    assert rules.blind(both, BOB) == both
    whole = replace(STATE, reviews=(review(id="R1", exhibit=""),))
    assert rules.blind(whole, BOB) == whole


def test_another_reviewers_answer_is_out_of_sight_too_and_ones_own_is_not() -> None:
    third = Person("P3", "eve")
    state = replace(
        STATE,
        persons=(ADA, BOB, third),
        reviews=(review(id="R1", remark="secret remark"), review(id="R2", person="P3", exhibit="E2")),
    )
    shown = rules.blind(state, third)
    assert [one.id for one in shown.reviews] == ["R2"] and "secret remark" not in repr(shown)


def test_what_the_reviewer_says_during_the_review_stays_in_sight() -> None:
    before = rules.spoken(STATE)
    later = replace(
        STATE, messages=(*STATE.messages, Message("M2", "person", "mine", "2026-01-03T00:00:00Z"))
    )
    assert [one.id for one in rules.blind(later, BOB, before).messages] == ["M2"]
    assert rules.blind(later, BOB).messages == ()


def test_the_log_keeps_its_links_and_loses_what_tells() -> None:
    log = tuple(
        LogRecord(
            n,
            f"2026-01-0{n}T00:00:00Z",
            "ada",
            action,
            '{"changes":[{"after":"telling"}]}',
            f"h{n - 1}",
            f"h{n}",
        )
        for n, action in enumerate(
            ["case created", "verdict: verified", "undo: verdict: verified", "viewed"], 1
        )
    )
    shown = rules.blind_log(log, 3)
    assert [one.hash for one in shown] == ["h1", "h2", "h3", "h4"]
    assert "telling" not in repr(shown[:3]) and "verified" not in repr(shown)
    assert shown[3] == log[3]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"person": "P9"}, "no person P9"),
        ({"exhibit": "E9"}, "no exhibit E9"),
        ({"person": "P1"}, "Somebody else"),
        ({"lat": None}, "neither"),
        ({"lat": None, "lon": None}, "remark"),
        ({"lat": 91.0}, "not on Earth"),
        ({"radius_km": 0.0}, "kilometres"),
        ({"radius_km": float("nan")}, "kilometres"),
        ({"lon": float("nan")}, "not on Earth"),
        ({"opinions": (ClueOpinion("C3", "agree"),)}, "no clue C3 of E1"),
        ({"opinions": (ClueOpinion("C1", "agree"), ClueOpinion("C1", "unsure", "x"))}, "two opinions"),
        ({"opinions": (ClueOpinion("C1", "disagree", " "),)}, "Say in a remark"),
    ],
)
def test_a_review_that_cannot_be_is_refused_with_the_next_step(change: dict[str, object], words: str) -> None:
    with pytest.raises((InputError, NotFound), match=words):
        rules.check(review(**change), STATE)


def test_a_person_is_the_first_examiner_under_any_of_their_names() -> None:
    for name in ("ada", "Ada First", "P1"):
        state = replace(STATE, verdicts=(verdict("V1", AREZZO, Status.REJECTED, by=name),))
        with pytest.raises(InputError, match="Somebody else"):
            rules.check(review(person="P1"), state)
        assert rules.hidden(state, ADA) == ()


@pytest.mark.parametrize(
    ("verdicts", "place", "expected"),
    [
        ((), AREZZO, None),
        ((verdict("V1", AREZZO, Status.VERIFIED),), AREZZO, True),
        ((verdict("V1", AREZZO, Status.VERIFIED),), FLORENCE, False),
        ((verdict("V1", AREZZO, Status.VERIFIED),), None, False),
        ((verdict("V1", FLORENCE, Status.REJECTED),), FLORENCE, False),
        ((verdict("V1", FLORENCE, Status.REJECTED),), AREZZO, None),
        ((verdict("V1", FLORENCE, Status.REJECTED),), None, True),
        ((verdict("V1", AREZZO, Status.UNDER_REVIEW),), AREZZO, None),
        # a later verdict near by takes the place of an earlier one
        ((verdict("V1", AREZZO, Status.VERIFIED), verdict("V2", AREZZO, Status.REJECTED)), AREZZO, False),
        ((verdict("V1", AREZZO, Status.REJECTED), verdict("V2", AREZZO, Status.VERIFIED)), AREZZO, True),
        # somebody else's exhibit, and a verdict on the whole case
        ((verdict("V1", ROME, Status.VERIFIED, item="E2"),), AREZZO, None),
        ((verdict("V1", AREZZO, Status.VERIFIED, item=""),), AREZZO, True),
    ],
)
def test_agreement_on_the_place(
    verdicts: tuple[Verdict, ...], place: tuple[float, float] | None, expected: bool | None
) -> None:
    lat, lon = place or (None, None)
    given, state = review(lat=lat, lon=lon), replace(STATE, verdicts=verdicts)
    assert rules.agrees(given, rules.first_verdicts(state, given)) is expected


def test_places_agree_when_their_circles_meet() -> None:
    standing = (replace(verdict("V1", AREZZO, Status.VERIFIED), radius_km=1.0),)
    apart = 61.3  # km from Arezzo to Florence
    assert rules.agrees(review(lat=FLORENCE[0], lon=FLORENCE[1], radius_km=apart), standing) is True
    assert rules.agrees(review(lat=FLORENCE[0], lon=FLORENCE[1], radius_km=apart - 3), standing) is False


def test_agreement_on_each_clue() -> None:
    opinions = (ClueOpinion("C1", "disagree", "too strong"), ClueOpinion("C2", "disagree", "blurred"))
    given = review(id="R1", opinions=opinions)
    rows = rules.by_clue(replace(STATE, reviews=(given,)), "E1")
    assert [(one.clue, one.first, one.agreed) for one in rows] == [
        ("C1", "kept", False),
        ("C2", "rejected", True),
    ]
    assert rows[0].opinions == (("R1", "P2", "disagree", "too strong"),)
    assert rules.tally(rows) == (1, 2)
    later = replace(given, id="R2", opinions=(ClueOpinion("C1", "unsure", "cannot tell"),))
    rows = rules.by_clue(replace(STATE, reviews=(given, later)))
    assert [(one.clue, one.agreed) for one in rows] == [("C1", None)]  # a later review replaces the earlier
    assert rules.tally(rows) == (0, 0)


def test_who_worked_on_the_case_after_the_verdict_was_not_blind() -> None:
    def log(*rows: tuple[str, str]) -> tuple[LogRecord, ...]:
        return tuple(LogRecord(n, "", who, "x", payload, "", "") for n, (who, payload) in enumerate(rows, 1))

    given = '{"changes":[{"after":{},"id":"V2","kind":"verdict"}],"detail":{}}'
    nothing = '{"changes":[],"detail":{}}'
    assert rules.was_blind(log(("bob", nothing), ("ada", given)), STATE, BOB, "E1", 3)
    seen = log(("ada", given), ("bob", nothing))
    assert not rules.was_blind(seen, STATE, BOB, "E1", 3)
    assert rules.was_blind(seen, STATE, BOB, "E1", 2)  # their step came after the verdict was out of sight
    assert rules.was_blind(seen, STATE, BOB, "E2", 3)  # another exhibit's verdict
    assert not rules.was_blind(seen, STATE, BOB, "", 3)
    assert rules.was_blind(log(("ada", ""), ("ada", '"verdict"'), ("bob", nothing)), STATE, BOB, "E1", 9)
