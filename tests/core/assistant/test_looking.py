"""What to look for next: what really tells two countries apart, and nothing that is known already."""

from __future__ import annotations

from theodolite.assistant.looking import suggestions
from theodolite.domain import (
    AnswerLevel,
    Case,
    CaseState,
    Clue,
    Contradiction,
    Exhibit,
    Metadata,
    Ranking,
    Strength,
)

CASE = Case("A case", "Where?", "Ada", "2026-01-01T00:00:00Z")


def exhibit(**more: object) -> Exhibit:
    given = {"readable": True, "examined": True} | more
    return Exhibit("E1", "a.jpg", "0" * 64, "0" * 32, 1, "image/jpeg", "", "", "Ada", **given)  # type: ignore[arg-type]


def clue(kind: str) -> Clue:
    return Clue("C1", "E1", kind, "seen", "says", Strength.LIKELY, "hand", "1", "r", ())


def ranking(*countries: tuple[str, float], contradictions: tuple[Contradiction, ...] = ()) -> Ranking:
    return Ranking(
        ("E1",),
        "fusion",
        AnswerLevel.COUNTRY,
        countries,
        (),
        (),
        (),
        contradictions,
        (),
        "mixed",
        "",
        "",
        2.0,
    )


def state(item: Exhibit, *clues: Clue, indexes: tuple[str, ...] = ("some.index",)) -> CaseState:
    return CaseState("", CASE, exhibits=(item,), clues=clues, indexes=indexes)


def test_what_tells_two_countries_apart() -> None:
    found = {s.text: s.why for s in suggestions(state(exhibit()), ranking(("JP", 0.5), ("RU", 0.4)))}
    assert found["See which side traffic keeps to"] == "left in Japan, right in Russia."
    assert found["Look for writing, even a few letters"].endswith("Cyrillic in Russia.")
    assert found["Look for a telephone number"] == "+81 in Japan, +7 in Russia."
    assert found["Look for a price"] == "Japanese Yen in Japan, Russian Ruble in Russia."


def test_what_is_known_already_is_not_asked_for() -> None:
    seen = state(exhibit(), clue("text.phone"), clue("text.script"))
    texts = [s.text for s in suggestions(seen, ranking(("JP", 0.5), ("RU", 0.4)))]
    assert "Look for a telephone number" not in texts
    assert "Look for writing, even a few letters" not in texts


def test_countries_that_do_not_differ_give_nothing() -> None:
    texts = [s.text for s in suggestions(state(exhibit()), ranking(("DE", 0.5), ("AT", 0.4)))]
    assert texts == ["Look for a telephone number"]
    assert suggestions(state(exhibit()), ranking(("DE", 0.99), ("AT", 0.001))) == ()


def test_what_was_not_used_yet() -> None:
    timed = exhibit(metadata=Metadata(taken_at="2008-10-22T16:46:53"))
    texts = [s.text for s in suggestions(state(timed, indexes=()), ranking(("DE", 1.0)))]
    assert texts == [
        "Measure a shadow in E1",
        "Add references: geotagged photographs of the places in question",
    ]
    measured = suggestions(state(timed, clue("sun.shadow")), ranking(("DE", 1.0)))
    assert measured == ()


def test_a_conflict_and_an_unread_exhibit_come_first() -> None:
    torn = Contradiction("C1 and H2 name different countries.", "C1", "H2", (), ())
    found = suggestions(
        state(exhibit(examined=False)), ranking(("JP", 0.5), ("RU", 0.4), contradictions=(torn,))
    )
    assert found[0].cites == ("C1", "H2")
    assert found[1].text == "Examine E1"
