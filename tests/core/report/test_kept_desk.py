"""Leads, filed references and the note on the case in the report: all, plain, no finer than chosen."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from theodolite.domain import CaseState, Disclosure, FiledReference, Lead, Note
from theodolite.report import html, json_, kept_desk
from theodolite.report.choices import SECTIONS, Choices
from theodolite.report.value import Report

Make = Callable[..., Report]
ADDRESS = "https://maps.example/@43.46561,11.88292,3a,75y,12.5h,94t/data=!1sPANORAMA"


@pytest.fixture
def desk_case(case_state: CaseState) -> CaseState:
    street = FiledReference(
        *("F1", "street view", "Via <b>Roma</b>", "A map service", 43.46561, 11.88292),
        heading=12.5,
        pitch=4.0,
        field_of_view=75.0,
        imagery_date="2019-07",
        captured_utc="2026-11-21",
        licence="terms of the service",
        address=ADDRESS,
        sha256="ab" * 32,
        note="the belfry at 43.46561, 11.88292",
        about=("E1",),
    )
    sheet = FiledReference("F2", "map", "Sheet 12", "Survey office", withdrawn=True)
    leads = (
        Lead("L1", "Ask the <i>pharmacy</i>", "done", "P1", ("E1",), "closed in 2018"),
        Lead("L2", "Find an older street view"),
        Lead("L3", "Telephone", "dropped", outcome="no answer"),
    )
    notes = (*case_state.notes, Note("", "E1 and E2 <script>came</script> together"))
    return replace(case_state, filed=(street, sheet), leads=leads, notes=notes)


def test_every_lead_is_printed_open_ones_first(desk_case: CaseState) -> None:
    rows = kept_desk.leads(desk_case)
    assert [(row.id, row.still) for row in rows] == [("L2", True), ("L1", False), ("L3", False)]
    assert rows[1].outcome == "closed in 2018" and rows[1].owner == "P1"


def test_a_reference_says_whose_it_is_of_when_and_with_which_hash(desk_case: CaseState) -> None:
    street, sheet = kept_desk.filed(desk_case, None)
    assert (street.provider, street.imagery_date, street.captured_utc) == (
        "A map service", "2019-07", "2026-11-21",
    )  # fmt: skip
    assert street.view == "facing 12.5°, pitch 4°, 75° across" and street.address == ADDRESS
    assert sheet.withdrawn and sheet.dd == sheet.view == sheet.sha256 == ""


def test_the_page_has_them_as_text(desk_case: CaseState, make_report: Make) -> None:
    page = html.render(make_report(desk_case))
    for words in ("Filed references", "terms of the service", "licence not stated", "no picture was kept"):
        assert words in page
    assert "<b>Roma</b>" not in page and "<i>pharmacy</i>" not in page and "<script>came" not in page
    assert "Find an older street view" in page and "came of it" in page and "Note on the case" in page
    assert "ab" * 32 in re.sub(r"<[^>]*>|\s", "", page)
    assert "href=" not in page.split("Filed references")[-1].split("</table>")[0], "an address is text"


@pytest.mark.parametrize("km", [1.0, 25.0])
def test_a_coarse_report_gives_no_finer_place_away(
    desk_case: CaseState, make_report: Make, km: float
) -> None:
    report = make_report(desk_case, choices=Choices(precision_km=km))
    street = report.filed[0]
    assert street.address == "" and street.view == ""
    everything = html.render(report) + json_.render(report)
    for fine in ("43.4656", "11.8829", "PANORAMA"):
        assert fine not in everything


@pytest.mark.parametrize(
    "pasted",
    [
        "https://www.bing.com/maps?cp=43.46561~11.88292&lvl=17",
        "https://www.google.com/maps/place/Torre+Alta/data=!3m1!4b1!8m2!3d43.46561!4d11.88292",
        "https://yandex.com/maps/?ll=11.88292%2C43.46561&z=17",
        "https://www.openstreetmap.org/?mlat=43.46561&mlon=11.88292",
        "https://www.mapillary.com/app/?focus=photo&pKey=4346561",
        "https://maps.app.goo.gl/TorreAlta",
        "www.bing.com/maps?cp=43.46561~11.88292",
        "N 43.46561 E 11.88292",
        "43,46561; 11,88292",
    ],
)
def test_an_address_pasted_into_a_text_tells_no_finer_place(
    desk_case: CaseState, make_report: Make, pasted: str
) -> None:
    lead = Lead("L4", f"ask about {pasted} again")
    carried = Disclosure(
        "J1", "link", pasted, "Bing Maps", 10.0, "text", "https://www.bing.com/maps?cp=43.5~11.9", "A", "2026"
    )
    case = replace(desk_case, leads=(lead,), notes=(Note("", pasted),), disclosures=(carried,))
    report = make_report(case, choices=Choices(precision_km=5.0))
    everything = html.render(report) + json_.render(report)
    for fine in ("46561", "88292", "TorreAlta", "Torre+Alta"):
        assert fine not in everything
    assert report.leads[0].text.startswith("ask about ") and report.leads[0].text.endswith(" again")
    assert report.carried[0].text == carried.text, "what left is printed to the letter"


@pytest.mark.parametrize("account", ["bo", "A. Longer Name"])
def test_who_carried_something_out_is_a_code(desk_case: CaseState, make_report: Make, account: str) -> None:
    carried = Disclosure("J1", "crop", "E1", "", None, "file", "ab" * 32, account, "2026")
    report = make_report(replace(desk_case, disclosures=(carried,)), choices=Choices())
    assert report.carried[0].person.startswith("P")
    assert account not in [report.carried[0].person, report.carried[0].about]
    told = make_report(
        replace(desk_case, disclosures=(carried,)), choices=Choices(disclose=frozenset({"account"}))
    )
    assert told.carried[0].person == account


def test_references_leave_with_their_section_and_leads_stay(desk_case: CaseState, make_report: Make) -> None:
    without: Any = frozenset(SECTIONS) - {"references"}
    page = html.render(make_report(desk_case, choices=Choices(sections=without)))
    assert "Filed references" not in page and "Find an older street view" in page
