"""What is protected leaves as a code, wherever it is repeated; chosen fields leave, and nothing else does."""

from __future__ import annotations

import json
import random
import re
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from importlib import import_module
from typing import Any
from urllib.parse import quote

import pytest

from theodolite.domain import PROTECTED, CaseState, LogRecord, Message, Metadata, Person, Protected, Source
from theodolite.report import protect, rendering, secrets
from theodolite.report.choices import Choices
from theodolite.report.value import Report
from theodolite.store import log

Make = Callable[..., Report]
Planted = tuple[CaseState, tuple[LogRecord, ...], dict[Protected, str]]
LETTERS = "bcdfghjklmnpqrstvwxz"


@pytest.fixture
def planted(case_state: CaseState, seed: int) -> Planted:
    """The case with a marker in each protected field, each repeated in texts that anyone may write."""
    rng = random.Random(seed)

    def marker(kind: str) -> str:
        return f"{kind}-{''.join(rng.choices(LETTERS, k=6))}{rng.randrange(10, 99)}"

    marks: dict[Protected, str] = {
        "path": f"/media/{marker('Stick')}/Leak of {marker('May')}",
        "name": f"{marker('IMG')}_ünïcode {rng.randrange(100)}.jpg",
        "serial": f"{rng.randrange(10**7, 10**8)}",
        "owner": f"Jané {marker('Owner')}",
        "account": marker("account"),
        "source": f"Dr. {marker('Source')}",
    }
    first = case_state.exhibits[0]
    fields = (("EXIF BodySerialNumber", marks["serial"]), ("Image Artist", marks["owner"]), ("Note", "kept"))
    exhibit = replace(
        first,
        name=marks["name"],
        source=f"{marks['path']}/{marks['name']}",
        operator=marks["account"],
        metadata=Metadata(
            serial=marks["serial"], fields=fields, problems=(f"serial {marks['serial']} twice",)
        ),
    )
    words = " | ".join(marks.values())
    said = f"{words} | {words.upper()} | {quote(words)} | {unicodedata.normalize('NFD', words)}"
    state = replace(
        case_state,
        path=f"{marks['path']}/one.case",
        case=replace(
            case_state.case,
            operator=marks["account"],
            question=f"Where was {marks['name']} taken?",
            mandate=said,
        ),
        exhibits=(exhibit, *case_state.exhibits[1:]),
        clues=tuple(replace(clue, note=said, inputs=(("typed", said),)) for clue in case_state.clues),
        hints=tuple(replace(hint, text=said) for hint in case_state.hints),
        messages=(*case_state.messages, Message("M9", "person", said, "2026", marks["account"])),
        persons=(Person("P1", marks["account"], role="examiner"),),
        given_by=(Source("S1", marks["source"], f"met {marks['source']} twice"),),
    )
    detail = {"source": exhibit.source, "name": exhibit.name, "sha256": exhibit.sha256, "size": 1, "of": said}
    record = log.following(None, marks["account"], "bytes stored", {"changes": [], "detail": detail})
    return state, (record,), marks


def outputs(report: Report) -> dict[str, str]:
    """Every text rendering, as a reader of the bytes sees it and as a program does."""
    found = {}
    for name in ("html", "json", "kml", "geojson", "gpx", "csv"):
        data = import_module(f"theodolite.report.{rendering.FORMATS[name][1]}").render(report)
        text = data if isinstance(data, str) else data.decode("utf-8")
        found[name] = text + (json.dumps(json.loads(text), ensure_ascii=False) if "json" in name else "")
    return found


def holds(text: str, marker: str) -> bool:
    """Whether any form of ``marker`` is in ``text``, tags and composition aside."""
    plain = unicodedata.normalize("NFC", text).casefold()
    forms = (marker, quote(marker), json.dumps(marker)[1:-1], marker.replace("&", "&amp;"))
    return any(unicodedata.normalize("NFC", form).casefold() in plain for form in forms)


def test_by_default_nothing_protected_is_in_any_output(planted: Planted, make_report: Make) -> None:
    state, records, marks = planted
    report = make_report(state, log=records, choices=Choices(), summary=" ".join(marks.values()))
    for name, text in outputs(report).items():
        for field, marker in marks.items():
            assert not holds(text, marker), (name, field)
        for part in (*marks["path"].split("/")[2:], marks["name"].rpartition(".")[0]):
            assert not holds(text, part), (name, part)
    assert report.head.question == "Where was E1 taken?"
    assert report.head.operator == "P1" and report.exhibits[0].operator == "P1"
    assert report.custody[0].operator == "P1"
    assert "S1" in report.hints[0].text


@pytest.mark.parametrize("field", PROTECTED)
def test_a_field_leaves_when_it_is_chosen_and_no_other_does(
    field: Protected, planted: Planted, make_report: Make
) -> None:
    state, records, marks = planted
    report = make_report(state, log=records, choices=Choices(disclose=frozenset({field})))
    text = outputs(report)["json"]
    assert holds(text, marks[field])
    assert [other for other, marker in marks.items() if other != field and holds(text, marker)] == []
    assert [name for name, _ in (report.protection.withheld if report.protection else ())] == [
        protect_name for other, protect_name in NAMES.items() if other != field
    ]


NAMES = {
    "path": "Paths of files",
    "name": "File names",
    "serial": "Serial numbers of cameras",
    "owner": "Names of owners and authors in metadata",
    "account": "Names and accounts of persons",
    "source": "Names of sources",
}


def test_everything_chosen_changes_nothing(planted: Planted) -> None:
    state, records, _ = planted
    assert protect.protected(state, records, frozenset(PROTECTED))[0] == state


def test_what_only_the_log_still_knows_is_hidden_too(case_state: CaseState) -> None:
    former = {"kind": "person", "id": "P1", "before": {"account": "old-account-7", "name": "", "contact": ""}}
    moved = {"changes": [former], "detail": {"folder": "/home/mole/hidden-dir9"}}
    record = log.following(None, "Someone", "person changed", moved)
    state = replace(
        case_state, messages=(Message("M1", "person", "old-account-7, hidden-dir9, mole", "2026"),)
    )
    hidden, records = protect.protected(state, (record,), frozenset())
    assert hidden.messages[0].text == "P1, [path], [account]"
    assert "hidden-dir9" not in records[0].payload and "old-account-7" not in records[0].payload
    assert records[0].operator != "Someone"


def test_a_place_that_is_also_a_folder_or_part_of_a_word_stays(case_state: CaseState) -> None:
    exhibit = replace(
        case_state.exhibits[0], source="/photos/Arezzo/tower.jpg", name="tower.jpg", operator="Anna"
    )
    message = Message("M1", "person", "Susanna saw a tower in Arezzo; Anna saw tower.jpg", "2026")
    state = replace(case_state, exhibits=(exhibit,), messages=(message,))
    hidden, _ = protect.protected(state, (), frozenset())
    codes = protect.Guard(state, (), frozenset())
    assert hidden.messages[0].text == f"Susanna saw a tower in Arezzo; {codes.person('Anna')} saw E1"


def test_names_of_two_characters_are_found_where_that_is_a_name(case_state: CaseState) -> None:
    state = replace(
        case_state,
        given_by=(Source("S1", "张伟"), Source("S2", "Al")),
        messages=(Message("M1", "person", "张伟说 Also Al", "2026"),),
    )
    assert protect.protected(state, (), frozenset())[0].messages[0].text == "S1说 Also Al"


@pytest.mark.parametrize("said", ["IMG_of_the_guard-7", "img%20of%20the%20guard-7.jpg", "IMG-of-the-guard-7"])
def test_a_name_with_other_signs_between_its_words_is_found(case_state: CaseState, said: str) -> None:
    item = replace(case_state.exhibits[0], name="IMG of the guard-7.jpg", source="/in/IMG of the guard-7.jpg")
    state = replace(case_state, exhibits=(item,), case=replace(case_state.case, mandate=f"see {said} there"))
    hidden, _ = protect.protected(state, (), frozenset())
    assert hidden.case.mandate == f"see {item.id} there"


def test_precision_holds_in_every_text_and_number(make_report: Make, case_state: CaseState) -> None:
    exact = "43.464455, 11.881478"
    state = replace(
        case_state, messages=(Message("M1", "person", f"see {exact} or 43°27'52.0\"N 11°52'53.3\"E", "u"),)
    )
    report = make_report(state, choices=Choices(precision_km=10.0), summary=f"at {exact}")
    for name, text in outputs(report).items():
        found = ["43.46445", "11.88147"]
        if name not in ("kml", "geojson"):  # they draw a circle, whose points are numbers of their own
            found += ["43.464", "11.881", "27'52", "27&#39;52"]
        for digits in found:
            assert digits not in text, (name, digits)
    place = report.answers[0].finding.place
    assert place is not None
    assert (place.radius_km, place.radius, len(place.dd.split(".")[1].split(",")[0])) == (
        10.0,
        "about 10 km",
        1 + 1,
    )
    assert "coarser on purpose" in report.protection.precision if report.protection else False


def test_a_masked_plate_is_not_spelled_out(make_report: Make, case_state: CaseState) -> None:
    from theodolite.domain import LineText, Mask

    clue = case_state.clues[0]
    assert clue.box is not None
    read = replace(clue, line=LineText(1, "ZZ 123 XY", "Latin", "ocr"), observation="plate ZZ 123 XY")
    mask = Mask("A1", clue.exhibit, clue.box, "plate", "a bystander's car", "A. Examiner")
    state = replace(case_state, clues=(read, *case_state.clues[1:]), masks=(mask,))
    report = make_report(state, summary="a car, ZZ 123 XY", choices=Choices())
    for name, text in outputs(report).items():
        assert "ZZ 123" not in text and "123 XY" not in text, name
    assert "a bystander's car" in outputs(report)["json"]
    shown = make_report(state, summary="a car, ZZ 123 XY", choices=Choices(redact=False))
    assert "ZZ 123 XY" in outputs(shown)["json"]


def test_choices_that_cannot_be_met_are_refused(make_report: Make) -> None:
    from theodolite.errors import InputError
    from theodolite.report.choices import Template

    wrong: tuple[dict[str, Any], ...] = (
        {"sections": frozenset({"nothing"})},
        {"disclose": frozenset({"everything"})},
        {"precision_km": -1.0},
        {"template": Template(logo=b"<svg/>")},
        {"template": Template(accent="red;}")},
        {"language": "../en"},
    )
    for given in wrong:
        with pytest.raises(InputError):
            make_report(choices=Choices(**given))


def test_secrets_of_letters_alone_are_found() -> None:
    found = re.compile(secrets.pattern(["Vandermeer", "Hollis"]))
    assert found.sub("P1", "Hollis and Vandermeers") == "P1 and Vandermeers"
