"""Grammars of schemas: every text of one is an answer of its schema and fits its budget, and the reverse."""

from __future__ import annotations

import json
import random
import unicodedata
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.assistant import gbnf
from theodolite.assistant import formed, observe, perceive
from theodolite.assistant.grammar import POINT, Schema, grammar, shown
from theodolite.errors import InputError

SCHEMAS = {"perceive": perceive.SCHEMA, "clues": observe.SCHEMA, "point": POINT}


def closed(**members: Any) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": members,
        "required": list(members),
        "additionalProperties": False,
    }


def exact(schema: Any) -> Any:
    """The schema for jsonschema in decimal numbers, so that steps of 0.000001 are not lost in binary ones."""
    if isinstance(schema, Mapping):
        return {key: exact(value) for key, value in schema.items()}
    if isinstance(schema, list | tuple):
        return [exact(value) for value in schema]
    return Decimal(repr(schema)) if isinstance(schema, float) else schema


def valid(schema: Schema, text: str) -> bool:
    validator = jsonschema.Draft202012Validator(exact(schema))
    return bool(validator.is_valid(json.loads(text, parse_float=Decimal)))


def schemas(depth: int = 2) -> st.SearchStrategy[dict[str, Any]]:
    texts = st.builds(
        lambda least, more: {"type": "string", "minLength": least, "maxLength": least + more},
        st.integers(0, 3),
        st.integers(1, 9),
    )
    choices = st.lists(st.text(min_size=1, max_size=6), min_size=1, max_size=4, unique=True)
    numbers = st.builds(
        lambda digits, decimals, sign: {
            "type": "number",
            "minimum": -(10**digits - 10.0**-decimals) * sign,
            "maximum": 10**digits - 10.0**-decimals,
            "multipleOf": 10.0**-decimals,
        },
        st.integers(1, 4),
        st.integers(1, 4),
        st.booleans(),
    )
    whole = st.just({"type": "integer", "minimum": 0, "maximum": 999})
    plain = st.one_of(
        texts,
        numbers,
        whole,
        st.just({"type": "boolean"}),
        choices.map(
            lambda found: {"type": "string", "enum": [text for text in found if shown_all(text)] or ["x"]}
        ),
    )
    if depth == 0:
        return plain
    inner = schemas(depth - 1)
    lists = st.builds(
        lambda item, least, more: {
            "type": "array",
            "items": item,
            "minItems": least,
            "maxItems": least + more,
        },
        inner,
        st.integers(0, 2),
        st.integers(1, 2),
    )
    objects = st.dictionaries(
        st.text('abcdé "\\', min_size=1, max_size=4), inner, min_size=1, max_size=3
    ).map(lambda members: closed(**members))
    either = inner.filter(lambda one: isinstance(one["type"], str)).map(
        lambda one: {**one, "type": [one["type"], "null"]}
    )
    return st.one_of(plain, lists, objects, either.filter(lambda one: "enum" not in one))


def shown_all(text: str) -> bool:
    return all(map(shown, text))


ANY = st.dictionaries(
    st.text(min_size=1, max_size=5).filter(shown_all), schemas(), min_size=1, max_size=3
).map(lambda members: closed(**members))


@given(ANY, st.integers(0, 2**32))
def test_every_text_of_a_grammar_is_an_answer_of_its_schema(schema: dict[str, Any], seed: int) -> None:
    rules = grammar(schema)
    text = gbnf.draw(gbnf.parse(rules.gbnf), random.Random(seed))
    assert len(text.encode()) <= rules.longest < rules.budget
    assert valid(schema, text), text
    assert formed.read(schema, text) == json.loads(text)


@given(ANY)
def test_the_longest_text_is_as_long_as_stated(schema: dict[str, Any]) -> None:
    rules = grammar(schema)
    text = gbnf.draw(gbnf.parse(rules.gbnf), random.Random(0), longest=True)
    assert len(text.encode()) == rules.longest
    assert valid(schema, text)


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_schemas_in_use(name: str, seed: int) -> None:
    schema, rng = SCHEMAS[name], random.Random(seed)
    rules = grammar(schema)
    parsed = gbnf.parse(rules.gbnf)
    assert len(gbnf.draw(parsed, rng, longest=True).encode()) == rules.longest
    for _ in range(20):
        text = gbnf.draw(parsed, rng)
        assert len(text.encode()) <= rules.longest
        assert valid(schema, text)
        assert formed.read(schema, text) == json.loads(text)


@pytest.mark.parametrize("name", ["perceive", "clues"])
def test_an_answer_leaves_room_for_a_photograph_and_a_question(name: str) -> None:
    context = {"perceive": perceive.CONTEXT, "clues": observe.CONTEXT}[name]
    assert grammar(SCHEMAS[name]).budget <= context // 2


# --- texts ------------------------------------------------------------------------------------------------

TEXT = closed(said={"type": "string", "maxLength": 40})
WRITTEN = gbnf.parse(grammar(TEXT).gbnf)


@given(st.text(max_size=45))
def test_a_text_is_taken_exactly_where_it_is_bounded_and_shows(said: str) -> None:
    """In any language, unescaped but for quotation marks and backslashes."""
    text = json.dumps({"said": said}, ensure_ascii=False)
    taken = gbnf.matches(WRITTEN, text)
    assert taken == (len(said) <= 40 and all(map(shown, said)))


@pytest.mark.parametrize(
    "said",
    [
        "",
        'a "quoted" \\ word',
        "Köln, Żary, Ærø",
        "Москва",
        "東京都",
        "تهران",
        "ירושלים",
        "กรุงเทพ",
        "दिल्ली",
        "🗼 tower",
    ],
)
def test_texts_of_every_script_can_be_written(said: str) -> None:
    text = json.dumps({"said": said}, ensure_ascii=False)
    assert gbnf.matches(WRITTEN, text)
    assert formed.read(TEXT, text) == {"said": said}


@pytest.mark.parametrize("escape", ["\\n", "\\u0041", "\\u0000", "\\ud800", "\\/", "\\x", "\\t"])
def test_no_other_escape_is_written(escape: str) -> None:
    assert not gbnf.matches(WRITTEN, f'{{"said":"{escape}"}}')


def test_nothing_that_only_steers_is_shown() -> None:
    steering = ("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI")
    for character in map(chr, range(0x110000)):
        if (
            unicodedata.category(character) in ("Cc", "Cs", "Co", "Zl", "Zp")
            or unicodedata.bidirectional(character) in steering
        ):
            assert not shown(character), hex(ord(character))
    assert not any(map(shown, "\u200b\u200e\u200f\u2028\u061c\ufeff\u00ad\U000e0041\x7f\x85"))


# --- what has no bounded form -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "member",
    [
        {"type": "string"},
        {"type": "string", "maxLength": 0},
        {"type": "string", "maxLength": 5, "minLength": 6},
        {"type": "string", "maxLength": 10**6},
        {"type": "string", "maxLength": 5, "pattern": "a*"},
        {"type": "string", "enum": []},
        {"type": "string", "enum": [1]},
        {"type": "array", "items": {"type": "boolean"}},
        {"type": "array", "maxItems": 3},
        {"type": "array", "maxItems": 3, "items": {"type": "string"}},
        {"type": "object", "properties": {"a": {"type": "boolean"}}, "required": ["a"]},
        {**closed(a={"type": "boolean"}), "required": []},
        {"type": ["string", "number"]},
        {"type": ["number", "null"]},
        {"type": "null"},
        {},
        {"type": "number", "minimum": 0, "maximum": 1},
    ],
)
def test_what_has_no_bound_is_refused(member: dict[str, Any]) -> None:
    if member == {"type": "number", "minimum": 0, "maximum": 1}:
        assert grammar(closed(a=member)).longest  # whole numbers: a step of one
        return
    with pytest.raises(InputError):
        grammar(closed(a=member))


# --- reading back -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "not JSON"),
        ('{"said": "half', "cut off"),
        ("[1]", "one too many"),
        ("{}", "is missing"),
        ('{"said": "a", "more": 1}', "one too many"),
        ('{"said": "a", "said": "b"}', "twice"),
        ('{"said": 1}', "no text"),
        ('{"said": "' + 41 * "a" + '"}', "length"),
        ('{"said": NaN}', "NaN"),
        ("[" * 5000, "not JSON"),
    ],
)
def test_what_is_not_of_the_form_is_refused_with_the_reason(text: str, reason: str) -> None:
    with pytest.raises(InputError, match=reason):
        formed.read(TEXT, text)


@given(ANY, st.recursive(st.none() | st.booleans() | st.integers(-9, 9) | st.text(max_size=4), st.lists))
def test_reading_agrees_with_the_schema(schema: dict[str, Any], value: Any) -> None:
    """One member replaced by anything: taken only where the schema takes it."""
    name = next(iter(schema["properties"]))
    text = gbnf.draw(gbnf.parse(grammar(schema).gbnf), random.Random(1))
    changed = json.dumps({**json.loads(text), name: value})
    try:
        formed.read(schema, changed)
    except InputError:
        assert not valid(schema, changed)
    else:
        kind = schema["properties"][name]["type"]
        assert (
            valid(schema, changed) or kind in ("number", "integer") or "number" in kind or "integer" in kind
        )
