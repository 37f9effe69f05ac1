"""HTML that needs nothing and does nothing, whatever the case holds; JSON with stable keys."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import types
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from html.parser import HTMLParser
from typing import Any, Union, get_args, get_origin, get_type_hints

import pytest

from theodolite.domain import CaseState, LogRecord, Ranking, Verification
from theodolite.report import html, json_, words
from theodolite.report.value import Report

Make = Callable[..., Report]

HOSTILE = (
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "</style></title><script>alert(1)</script>",
    "<svg/onload=alert(1)><a href=javascript:alert(1)>x</a>",
    "]]><iframe src=http://evil.example/></iframe>",
    "{{7*7}}{% raw %}",
    "<base href=//evil.example><meta http-equiv=refresh content=0>",
    "\u202egpj.exe\u2066\x00\x1b[31m\ud800\u200b\n",
)
ALLOWED = {
    *(
        "html",
        "head",
        "meta",
        "title",
        "style",
        "body",
        "main",
        "section",
        "article",
        "header",
        "footer",
        "aside",
    ),
    *("div", "span", "p", "h1", "h2", "h3", "dl", "dt", "dd", "ul", "li", "figure", "figcaption", "pre"),
    *("table", "thead", "tbody", "tr", "th", "td", "strong", "i", "q", "br", "sub", "img"),
    *("svg", "g", "defs", "pattern", "rect", "path", "circle", "text", "image", "wbr", "tspan"),
}


class Page(HTMLParser):
    """What a browser would make of the text: tags, attributes, visible text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


def harmless(text: str) -> Page:
    """Assert that the page has no script, no handler, no remote or relative address."""
    page = Page(text)
    for tag, attributes in page.tags:
        assert tag in ALLOWED, f"<{tag}>"
        for name, value in attributes.items():
            assert not name.startswith("on"), (tag, name)
            assert name not in ("style", "srcset", "background", "action", "formaction", "poster"), name
            if name in ("src", "href", "xlink:href"):
                assert value is not None
                assert re.fullmatch(r"data:image/(jpeg|png);base64,[A-Za-z0-9+/=]+", value), value
            if name not in ("content", "xmlns") and value:
                assert "http" not in value
                assert "javascript" not in value
    return page


def poison(value: Any, payload: str, annotation: Any = None) -> Any:
    """Put ``payload`` before every free text inside a domain value."""
    if isinstance(value, str):
        return payload + value if narrowed(annotation) is str else value
    if is_dataclass(value) and not isinstance(value, type):
        hints = get_type_hints(type(value))
        changed = {f.name: poison(getattr(value, f.name), payload, hints[f.name]) for f in fields(value)}
        return replace(value, **changed)
    if isinstance(value, tuple):
        args = get_args(annotation)
        kinds = (
            [args[0]] * len(value) if len(args) == 2 and args[1] is Ellipsis else args or [None] * len(value)
        )
        return tuple(poison(item, payload, kind) for item, kind in zip(value, kinds, strict=True))
    return value


def narrowed(annotation: Any) -> Any:
    """``str | None`` as ``str``."""
    if get_origin(annotation) in (Union, types.UnionType):
        rest = [a for a in get_args(annotation) if a is not type(None)]
        return rest[0] if len(rest) == 1 else annotation
    return annotation


@pytest.mark.parametrize("payload", HOSTILE)
def test_hostile_text_in_every_field_stays_text(
    make_report: Make,
    case_state: CaseState,
    make_ranking: Callable[..., Ranking],
    contradiction: Any,
    payload: str,
    picture: bytes,
) -> None:
    state: CaseState = poison(case_state, payload)
    ranking: Ranking = poison(make_ranking(contradictions=(contradiction,)), payload)
    record = LogRecord(1, payload, payload, payload, payload, payload, payload)
    report = make_report(
        state,
        ranking,
        log=(record,),
        verification=Verification(False, 1, 1, payload, (payload,)),
        summary=payload,
        sandbox=payload,
        refused=(payload,),
        software=((payload, payload),),
        hint_effects={hint.id: payload for hint in state.hints},
        thumbnails={exhibit.id: picture for exhibit in state.exhibits},
        borders_source=payload,
        places=[(payload, 43.3186, 11.3306, 1)],
        borders={"features": []},
    )
    text = html.render(report)
    text.encode("utf-8")
    page = harmless(text)
    assert not any(words.hidden(c) for c in text if c not in "\n\t")
    if payload.startswith("{{"):
        assert "{{7*7}}" in page.text
    assert re.search(r"<style>([^<]*)</style>", text), "nothing closes the style sheet early"
    parsed = json.loads(json_.render(report))
    assert parsed["head"]["title"].startswith(payload)


def test_a_hidden_character_is_printed_as_its_code_point(make_report: Make, case_state: CaseState) -> None:
    exhibit = replace(case_state.exhibits[0], name="photo\u202egpj.exe")
    report = make_report(replace(case_state, exhibits=(exhibit,)))
    assert 'photo<span class="hidden">U+202E</span>gpj.exe' in html.render(report)
    assert "photo\\u202egpj.exe" in json_.render(report)


def test_the_policy_allows_one_style_sheet_and_pictures_in_the_page_only(make_report: Make) -> None:
    text = html.render(make_report())
    page = harmless(text)
    policy = next(a["content"] for t, a in page.tags if a.get("http-equiv") == "Content-Security-Policy")
    style = text[text.index("<style>") + 7 : text.index("</style>")]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert policy is not None
    assert policy.startswith(f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:;")
    assert not re.search(r"@import|url\((?!#)|expression|http", style)
    assert [tag for tag, _ in page.tags].count("style") == 1


def test_what_the_reader_looks_for_is_there(make_report: Make, case_state: CaseState) -> None:
    text = Page(html.render(make_report())).text
    wanted = [
        *("Where was forwarded.jpg taken?", "Florence, 22 Oct 2008", "source S1", "DRAFT"),
        *("E1 was taken in Arezzo", "What this does not show", "probable", "43.464, 11.881", "43°27'50\"N"),
        *("square tower, five rows of paired windows", "by a person", "▲2 ▼1", "rewritten later"),
        *("Model text, not evidence", "Could not be placed: H4", "−44.8", "2 smaller"),
        *("Natural Earth", "vision-starter", "our own code attempted none", "Browser sandbox"),
        *("Intact: 3 originals and 14 log records", "verify.py CASE --head", "bytes stored"),
    ]
    for part in wanted:
        assert part in text, part
    for exhibit in case_state.exhibits:
        assert exhibit.sha256 in text.replace(" ", "")


def test_other_strategies_are_told_with_every_text_of_the_model(make_report: Make) -> None:
    report = make_report()
    page = harmless(html.render(report)).text
    for said in (
        "Other strategies",
        "E1: g3",
        "0.412",
        "answer 1.1",
        "Where is this?",
        "not JSON",
        "1.2, seed 8",
    ):
        assert said in page, said
    assert page.count("Where is this?") == 1, "a prompt is printed once"
    assert "compared with all places by the geo-aligned model own" in page
    (found,) = json.loads(json_.render(report))["strategies"]
    assert found["prompts"][0]["written"][1] == {"number": 2, "text": "north", "seed": 8, "read": "not JSON"}
    assert "own" in [pack.name for pack in report.packs]


def test_a_damaged_case_says_so(make_report: Make) -> None:
    problems = ("E2: vault/ab/abc has changed",)
    text = Page(html.render(make_report(verification=Verification(False, 3, 14, "ab", problems)))).text
    assert "Not intact: 1 mismatch." in text
    assert problems[0] in text


def test_a_thumbnail_that_is_no_picture_is_left_out(make_report: Make) -> None:
    report = make_report(thumbnails={"E1": b"<svg onload=alert(1)>"})
    assert [exhibit.thumbnail for exhibit in report.exhibits] == ["", "", ""]


def test_very_long_text_is_elided(make_report: Make, case_state: CaseState) -> None:
    exhibit = replace(case_state.exhibits[0], name="x" * 1_000_000)
    assert len(html.render(make_report(replace(case_state, exhibits=(exhibit,))))) < 400_000


KEYS = {
    *("format", "head", "answers", "not_shown", "summary", "drawing_source", "legend", "exhibits", "clues"),
    *(
        "hints",
        "verdicts",
        "references",
        "strategies",
        "conversation",
        "said_of_pictures",
        "exchanges",
        "scale",
        "methods",
        "limits",
        "packs",
        "software",
    ),
    *("conflicts_seen", "sandbox", "refused_connections", "integrity", "custody"),
    *(
        "sections",
        "origins",
        "claim",
        "comparisons",
        "kept",
        "filed",
        "leads",
        "case_note",
        "pairs",
        "derived",
        "people",
        "reviews",
        "signatures",
        "stamps",
    ),
    *("tombstones", "six", "gaps", "would_change", "protection", "kit", "look", "carried", "searched"),
}


def test_json_has_the_keys_that_others_read(make_report: Make) -> None:
    parsed = json.loads(json_.render(make_report()))
    assert set(parsed) == KEYS
    assert parsed["format"] == "theodolite-report/1"
    assert parsed["answers"][0]["finding"]["word"] == "probable"
    assert parsed["answers"][0]["candidates"][0]["scores"][-1]["kind"] == "total"
    assert parsed["integrity"]["log_length"] == 14
    assert len(parsed["custody"]) == 14
