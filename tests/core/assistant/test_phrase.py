from __future__ import annotations

from dataclasses import replace

import pytest

from theodolite.assistant import facts as fact_check
from theodolite.assistant import phrase
from theodolite.assistant.request import Ours, Quoted
from theodolite.domain import (
    AnswerLevel,
    AreaReach,
    Candidate,
    Case,
    CaseState,
    Clue,
    Contradiction,
    Contribution,
    Exhibit,
    GpsClaim,
    Hint,
    HintState,
    Metadata,
    PointReach,
    Ranking,
    Status,
    Strength,
    Verdict,
)


def exhibit(number: int, name: str, metadata: Metadata | None = None, readable: bool = True) -> Exhibit:
    return Exhibit(
        f"E{number}", name, "a" * 64, "b" * 32, 1, "image/jpeg", "S1", "2026-01-01T00:00:00Z", "AB", readable,
        metadata=metadata or Metadata(),
    )  # fmt: skip


CLUE = Clue(
    "C1", "E2", "exif.gps", "GPS 43.46824, 11.88017", "claimed position near Arezzo", Strength.LIKELY,
    "exifread", "1", "metadata:x", (), PointReach(43.46, 11.88, 0.05),
)  # fmt: skip
HINT = Hint(
    "H1", "in Italy, likely", "in Italy", AreaReach("country", ("IT",)), Strength.LIKELY, HintState.ON, "2026"
)
AREZZO = Candidate(
    "a", 1, 43.46, 11.88, "Arezzo, Tuscany, Italy", "IT", 0.85, 1, 3.2,
    (
        Contribution("prior", "prior", -8.0),
        Contribution("C1", "claimed position near Arezzo", 10.2),
        Contribution("H1", "in Italy", 1.0),
        Contribution("C4", "street word via", -0.7),
        Contribution("C5", "almost nothing", 0.01),
    ),
)  # fmt: skip
FLORENCE = Candidate("b", 2, 43.77, 11.25, "Florence, Tuscany, Italy", "IT", 0.05, 25, 1.0, ())
STATE = CaseState(
    "/case",
    Case("t", "Where was forwarded.jpg taken?", "AB", "2026", claim="Florence, 22 Oct 2008"),
    (
        exhibit(1, "forwarded.jpg"),
        exhibit(2, "DSCN0029.jpg", Metadata(GpsClaim(43.46824, 11.88017), "2008-10-22T16:46:53")),
        exhibit(3, "broken.png", readable=False),
        replace(exhibit(4, "secret.jpg"), withdrawn=True),
    ),
    (CLUE, replace(CLUE, id="C2", active=False, inference="rejected in Oslo")),
    (HINT, replace(HINT, id="H2", reading="in Norway", state=HintState.PROPOSED)),
    verdicts=(
        Verdict("V1", "E1", 43.77, 11.25, "Florence", Status.REJECTED, "only E3 claims it", "AB", "2026"),
    ),
)
RANKING = Ranking(
    ("E1", "E2", "E3"), "fusion", AnswerLevel.POINT, (("IT", 0.95), ("FR", 0.02)), (("IT.16", 0.9),),
    (AREZZO, FLORENCE), (), (), (), "mixed", "s", "q", 2.0,
)  # fmt: skip


def test_the_summary_says_what_the_records_hold_and_nothing_else() -> None:
    text = phrase.summary(STATE, RANKING)
    assert text.splitlines() == [
        "Question: Where was forwarded.jpg taken?",
        "Claim: Florence, 22 Oct 2008.",
        "Examined: E1 (forwarded.jpg), E2 (DSCN0029.jpg) and E3 (broken.png).",
        "Stored but not readable: E3.",
        "E2 claims in its metadata the position 43.46824, 11.88017.",
        "E2 claims in its metadata the time 2008-10-22T16:46:53.",
        "Clues: C1, GPS 43.46824, 11.88017: claimed position near Arezzo.",
        "Hints in use: in Italy (likely).",
        "The evidence names a place: Arezzo, Tuscany, Italy, within about 1 km, likely, uncalibrated.",
        "For Arezzo, Tuscany, Italy: claimed position near Arezzo (C1); in Italy (H1).",
        "Against Arezzo, Tuscany, Italy: street word via (C4).",
        "Also considered: Florence, Tuscany, Italy.",
        "Florence is rejected by AB, because: only E3 claims it.",
    ]
    assert "%" not in text


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"level": AnswerLevel.REGION}, "The evidence names a region, not a place: around Arezzo, Tusc"),
        (
            {"level": AnswerLevel.COUNTRY},
            "The evidence names a country, not a region: Italy, very likely, uncalibrated.",
        ),
        ({"level": AnswerLevel.UNKNOWN}, "There is not enough evidence to name a place."),
        ({"candidates": ()}, "There is not enough evidence to name a place."),
        ({"calibrated": True}, "within about 1 km, 85 %."),
        ({"contradictions": (Contradiction("They differ", "E2", "H1", (), ()),)}, "Conflict: They differ."),
    ],
)  # fmt: skip
def test_every_level_of_answer_has_its_sentence(change: dict[str, object], sentence: str) -> None:
    assert sentence in phrase.summary(STATE, replace(RANKING, **change))


def test_an_empty_case_has_a_summary() -> None:
    empty = CaseState("/case", Case("", "", "AB", "2026"))
    ranking = replace(RANKING, exhibits=(), candidates=(), countries=(), level=AnswerLevel.UNKNOWN)
    assert "no question yet" in phrase.summary(empty, ranking)
    assert "not enough evidence" in phrase.summary(empty, ranking)


def test_likelihood_words() -> None:
    assert [phrase.likelihood(p, calibrated=False) for p in (0.95, 0.7, 0.5, 0.2, 0.05, 0.001)] == [
        "very likely", "likely", "about as likely as not", "unlikely", "very unlikely", "remote",
    ]  # fmt: skip


def test_the_summary_itself_is_always_allowed() -> None:
    facts = phrase.facts(STATE, RANKING)
    assert phrase.allowed(phrase.summary(STATE, RANKING), facts) == ()


def test_the_prompt_holds_the_findings_and_not_the_claim_or_what_lost() -> None:
    (turn,) = phrase.turns(STATE, RANKING)
    instruction, notes = turn.parts
    assert turn.role == "user"
    assert isinstance(instruction, Ours)
    assert isinstance(notes, Quoted)  # records are data: never read as special tokens
    assert "The evidence names a place: Arezzo, Tuscany, Italy" in notes.text
    assert "Florence" not in notes.text
    assert "forwarded.jpg" not in notes.text


@pytest.mark.parametrize(
    "text",
    [
        "The evidence names Arezzo in Tuscany. It claims the position 43.46824, 11.88017, and E1 is not E2.",
        "Based on the metadata, E2 was taken near Arezzo, Italy, on 22 Oct 2008 at 16:46:53.",
        "However, Florence's claim is rejected. One clue, C1, supports it; I cannot say more.",
        "arezzo is likely.",
        "No other place is known.",
    ],
)
def test_a_faithful_phrasing_is_allowed(text: str) -> None:
    assert phrase.allowed(text, phrase.facts(STATE, RANKING)) == ()


@pytest.mark.parametrize(
    ("text", "offending"),
    [
        ("The photograph was taken in Rome.", ("Rome",)),
        ("Paris is where it was taken.", ("Paris",)),
        ("It lies 17 km from Arezzo.", ("17",)),
        ("It lies seventeen km from Arezzo.", ("seventeen",)),
        ("It is likely, about 85 %.", ("85", "%")),
        ("It is fifty percent likely.", ("fifty", "percent")),
        ("The position is 43.46825, 11.88017.", ("43.46825",)),
        ("E9 shows the same.", ("E9",)),
        ("It was taken in norway.", ("norway",)),
        ("Il est à Arezzo. 東京 is near.", ("Il", "東京")),
        ("Clue C2 says Oslo.", ("C2", "Oslo")),
        ("It was taken by John McDonald.", ("John", "McDonald")),
        ("Taken on 23 Oct 2008.", ("23",)),
        ("A Nikon took it.", ("Nikon",)),
        ("It is the 3rd photograph.", ("3rd",)),
        ("H2 puts it elsewhere.", ("H2",)),
        ("NASA saw it.", ("NASA",)),
        ("Say hello: Beijing is near.", ("Say", "Beijing")),
    ],
)
def test_numbers_and_names_that_no_record_holds_are_found(text: str, offending: tuple[str, ...]) -> None:
    assert phrase.allowed(text, phrase.facts(STATE, RANKING)) == offending
    assert offending[0] in phrase.dropped(offending)


def test_numbers_are_compared_as_written_but_for_zeros_and_thousands() -> None:
    facts = fact_check.collect(["1,234 places on 05/06/2020 at 09:30; 12 %"])
    assert fact_check.allowed("1234 places, 5 of 6, 9 and 30, 2020 and 12 %.", facts) == ()
    assert fact_check.allowed("12 places.", facts) == ()
    assert fact_check.allowed("234 places.", facts) == ("234",)
    assert phrase.dropped(("A", "B", "C", "D", "E", "F")).count('"') == 8
