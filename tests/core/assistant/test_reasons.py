"""What the ranking's own numbers answer: the sums are right, and nothing is said that they do not hold."""

from __future__ import annotations

import re

import pytest

from theodolite.assistant import reasons
from theodolite.assistant.reasons import Without
from theodolite.domain import AnswerLevel, Candidate, Contribution, Ranking, Status
from theodolite.points import to_points


def candidate(number: int, label: str, parts: dict[str, float], **more: object) -> Candidate:
    shares = tuple(
        Contribution(s, "prior" if s == "prior" else f"what {s} says", v) for s, v in parts.items()
    )
    return Candidate(
        f"K{number}", number, 10.0 * number, 5.0, label, "IT", 0.5, 25.0, sum(parts.values()), shares, **more
    )  # type: ignore[arg-type]


def ranking(*candidates: Candidate, level: AnswerLevel = AnswerLevel.POINT) -> Ranking:
    return Ranking(("E1",), "fusion", level, (), (), candidates, (), (), (), "mixed", "", "", 2.0)


AREZZO = candidate(1, "Arezzo, Italy", {"prior": -9.0, "C1": 3.5, "C2": 1.25, "H1": -0.5})
FLORENCE = candidate(2, "Florence, Italy", {"prior": -7.0, "C1": -1.0, "C2": 1.25})
REJECTED = candidate(
    3, "Siena, Italy", {"prior": -8.0, "C1": 4.0}, status=Status.REJECTED, reason="no such tower"
)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Why Arezzo?", "why"),
        ("why this and not Florence", "why"),
        ("Warum Arezzo?", "why"),
        ("为什么是这里?", "why"),
        ("What would disprove it?", "disprove"),
        ("what speaks against Arezzo?", "disprove"),
        ("What should I look for next?", "next"),
        ("What colour is the roof?", None),
        ("in Italy, likely", None),
    ],
)
def test_which_question_it_is(text: str, wanted: str | None) -> None:
    assert reasons.asked(text) == wanted


def test_why_the_leading_place() -> None:
    found = reasons.why(ranking(AREZZO, FLORENCE), "Why?")
    assert found.cites == ("C1", "C2", "H1")
    assert "+15.2" in found.text  # 3.5 nats
    assert "-2.2" in found.text
    assert "+18.5 points" in found.text


def test_why_this_and_not_that_adds_up() -> None:
    found = reasons.why(ranking(AREZZO, FLORENCE), "why Arezzo and not Florence?")
    whole = float(re.search(r"is ([\d.]+) points ahead of", found.text)[1])  # type: ignore[index]
    parts = [float(number) for number in re.findall(r"[+-]\d+\.\d", found.text)]
    assert whole == pytest.approx(to_points(AREZZO.score - FLORENCE.score), abs=0.051)
    assert sum(parts) == pytest.approx(whole, abs=0.051 * (1 + len(parts)))
    assert found.cites == ("C1", "H1")


def test_a_place_behind_and_a_rejected_one() -> None:
    assert (
        "Arezzo, Italy is 8.7 points ahead of Florence"
        in reasons.why(ranking(AREZZO, FLORENCE), "why not Florence").text
    )
    assert "is rejected: no such tower" in reasons.why(ranking(AREZZO, REJECTED), "why not Siena?").text


def test_a_name_inside_a_word_is_not_meant() -> None:
    bari = candidate(2, "Bari, Italy", {"prior": -7.0})
    assert "Bari" not in reasons.why(ranking(AREZZO, bari), "why not Sbarilla?").text


def test_what_would_disprove_it() -> None:
    withouts = (
        Without("C1", "what C1 says", "Florence, Italy", 0.61, same=False),
        Without("C2", "what C2 says", "Arezzo, Italy", 0.48, same=True),
    )
    found = reasons.disprove(ranking(AREZZO, FLORENCE), withouts)
    assert "If C1 were wrong (what C1 says), Florence, Italy would lead with 0.61." in found.text
    assert "Arezzo, Italy would still lead without C2 (0.48)." in found.text
    assert "Already against Arezzo, Italy: what H1 says -2.2." in found.text
    assert "uncalibrated" in found.text
    assert found.cites == ("C1", "C2", "H1")


def test_a_source_that_carries_everything() -> None:
    found = reasons.disprove(ranking(AREZZO), (Without("C1", "what C1 says", "", 0.0, same=False),))
    assert "If C1 were wrong (what C1 says), no place would lead." in found.text


def test_nothing_to_say() -> None:
    assert reasons.why(ranking(), "why?").cites == ()
    assert "nothing to disprove" in reasons.disprove(ranking(), ()).text
    assert "Nothing but the prior" in reasons.disprove(ranking(AREZZO), ()).text
