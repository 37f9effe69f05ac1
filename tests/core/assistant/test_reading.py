"""What a language model wrote becomes a point or a reason, whatever it wrote."""

from __future__ import annotations

import json
import math
import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from theodolite.assistant import reading
from theodolite.assistant.grammar import POINT, Grammar, grammar
from theodolite.errors import InputError
from theodolite.geo import coordinates

LATS, LONS = st.floats(-90, 90), st.floats(-180, 180)
WILD = st.one_of(st.floats(), st.integers(), st.text(), st.booleans(), st.none(), st.lists(st.integers()))
JSON = st.recursive(WILD, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=8)


def sound(read: reading.Read) -> bool:
    """A point on the globe, or one of the known reasons."""
    if isinstance(read, tuple):
        return abs(read[0]) <= 90 and -180 <= read[1] < 180
    return read in reading.REASONS


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ('{"latitude": 48, "longitude": -2}', (48.0, -2.0)),
        ('{"longitude": -70.66, "latitude": -33.45}', (-33.45, -70.66)),
        ('\n{ "latitude":-0.5,"longitude":180 } ', (-0.5, -180.0)),
        ('{"latitude": 0, "longitude": 0}', (0.0, 0.0)),  # said, not failed
        ('{"latitude": 121.7, "longitude": -8.1}', "out of range"),
        ('{"latitude": 12.5, "longitude": 180.1}', "out of range"),
        ('{"latitude": NaN, "longitude": 1}', "not finite"),
        ('{"latitude": 1e999, "longitude": 1}', "not finite"),
        ('{"latitude": 1' + "0" * 5000 + ', "longitude": 1}', "not finite"),
        ('{"latitude": true, "longitude": 1}', "not a point"),
        ('{"latitude": "48.1", "longitude": "2.3"}', "not a point"),
        ('{"latitude": 1, "latitude": 2, "longitude": 3}', "not a point"),
        ('{"latitude": 1, "longitude": 2, "city": 3}', "not a point"),
        ("[48.1, 2.3]", "not a point"),
        ("48.1, 2.3", "not JSON"),
        ("", "not JSON"),
        ("[" * 100_000, "not JSON"),
    ],
)
def test_json(text: str, read: reading.Read) -> None:
    assert reading.json_point(text) == read


def test_a_cut_answer_is_called_cut_off() -> None:
    assert reading.json_point('{"latitude": 48.', cut=True) == "cut off"
    assert reading.json_point('{"latitude": 48.1, "longitude": 2.5}', cut=True) == (48.1, 2.5)
    assert reading.free_point("The tower is", cut=True) == "cut off"


@given(st.one_of(st.text(), JSON.map(json.dumps)), st.booleans())
@example('{"latitude": -Infinity, "longitude": {}}', False)
def test_hostile_text_gives_a_point_on_the_globe_or_a_reason(text: str, cut: bool) -> None:
    assert sound(reading.json_point(text, cut=cut))
    assert sound(reading.free_point(text, cut=cut))


@given(st.from_regex(r"(?:[NSEWnsew°'\"., \-+−;/():*]|lat|lon|deg|north|\d){1,40}", fullmatch=True))
def test_what_looks_like_coordinates_is_no_trap_either(text: str) -> None:
    assert sound(reading.free_point(text))


@given(WILD, WILD)
def test_two_values_of_any_kind(lat: object, lon: object) -> None:
    read = reading.json_point(json.dumps({"latitude": lat, "longitude": lon}))
    numbers = [isinstance(value, int | float) and not isinstance(value, bool) for value in (lat, lon)]
    if not all(numbers):
        assert read == "not a point"
    else:
        lat, lon = (float(value) if abs(value) < 1e300 else math.inf for value in (lat, lon))
        fits = abs(lat) <= 90 and abs(lon) <= 180
        assert read == ((lat, -180.0 if lon == 180 else lon) if fits else read)
        assert isinstance(read, tuple) == fits


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("48.8584° N, 2.2945° E", (48.8584, 2.2945)),
        ("It was taken near 33.45 S, 70.66 W.", (-33.45, -70.66)),
        ("40.7128 degrees north, 74.0060 degrees west", (40.7128, -74.006)),
        ("**Latitude:** -12.0464\n**Longitude:** -77.0428", (-12.0464, -77.0428)),
        ("latitude is 48 and longitude is -2", (48.0, -2.0)),
        ("lon: 2.35, lat: 48.85", (48.85, 2.35)),
        ('```json\n{"latitude": -33, "longitude": 151}\n```', (-33.0, 151.0)),
        ("N 48.85 E 2.35", (48.85, 2.35)),
        ("−33.86882, 151.20930", (-33.86882, 151.2093)),
        ("48°51'30\"N 2°17'42\"E", (48 + 51.5 / 60, 2 + 17.7 / 60)),
        ("The similar ones lie at (1.5, 2.5), so I say (48.85, 2.35).", (48.85, 2.35)),
        ("I am 90 % sure: 48.85, 2.35. It has 3 towers.", (48.85, 2.35)),
        ("(95.2, 100.1)", "out of range"),
        ("Lat: 200.0, Lon: 20.0", "out of range"),
        ("between 5 and 10 people in 2 rows", "no coordinate"),
        ("In 1990, 2000 people lived there.", "no coordinate"),
        ("somewhere in France", "no coordinate"),
        ("12.5 km, 77.1 km", "no coordinate"),
    ],
)
def test_free_text(text: str, read: reading.Read) -> None:
    found = reading.free_point(text)
    assert found == (pytest.approx(read) if isinstance(read, tuple) else read)


@given(LATS, LONS, st.sampled_from(["dd", "dms", "words", "labels", "letters first"]))
def test_free_text_reads_back_what_is_written(lat: float, lon: float, form: str) -> None:
    ns, ew = ("S" if lat < 0 else "N"), ("W" if lon < 0 else "E")
    words = {"N": "north", "S": "south", "E": "east", "W": "west"}
    written = {
        "dd": f"({lat:.6f}, {lon:.6f})",
        "dms": coordinates.format_dms(lat, lon, 3),
        "words": f"{abs(lat):.6f}° {words[ns]} and {abs(lon):.6f}° {words[ew]}",
        "labels": f"Latitude: {lat:.6f}, Longitude: {lon:.6f}",
        "letters first": f"{ns} {abs(lat):.6f}, {ew} {abs(lon):.6f}",
    }[form]
    read = reading.free_point(f"The place is {written}, I am sure.")
    assert isinstance(read, tuple), written
    assert read[0] == pytest.approx(lat, abs=2e-6)
    assert abs((read[1] - lon + 180) % 360 - 180) < 2e-6


# --- the grammar ------------------------------------------------------------------------------------------


def as_regex(rules: Grammar) -> str:
    """The rules as one regular expression: written for these tests, from GBNF's own description."""
    table = dict(line.split(" ::= ", 1) for line in rules.gbnf.splitlines())
    pattern = table["root"]
    parts = re.compile(r'"(?:[^"\\]|\\.)*"|\[[^\]]*\]|\{[\d,]+\}|[a-z]+\d*|[()|?]|\s+')
    while True:
        tokens = parts.findall(pattern)
        assert "".join(tokens) == pattern
        if not any(token in table for token in tokens):
            break
        pattern = "".join(f"({table[token]})" if token in table else token for token in tokens)
    return "".join(
        "" if token.isspace() else re.escape(json.loads(token)) if token[0] == '"' else token
        for token in tokens
    )


def test_the_longest_answer_is_as_long_as_stated() -> None:
    blank = "\n    "
    number = "-999.999999"
    text = f'{{{blank}"latitude":{blank}{number},{blank}"longitude":{blank}{number}{blank}}}'
    rules = grammar(POINT)
    assert re.fullmatch(as_regex(rules), text)
    assert len(text.encode()) == rules.longest
    assert rules.budget == rules.longest + 1


@given(st.from_regex(as_regex(grammar(POINT)), fullmatch=True))
def test_every_text_of_the_grammar_is_an_answer(text: str) -> None:
    assert len(text.encode()) <= grammar(POINT).longest
    found = json.loads(text)
    assert list(found) == ["latitude", "longitude"]
    read = reading.json_point(text)
    assert isinstance(read, tuple) or read == "out of range"


@given(LATS, LONS, st.integers(0, 6))
def test_every_place_can_be_said(lat: float, lon: float, decimals: int) -> None:
    text = f'{{"latitude": {lat:.{decimals}f}, "longitude": {lon:.{decimals}f}}}'
    assert re.fullmatch(as_regex(grammar(POINT)), text)


@pytest.mark.parametrize(
    "schema",
    [
        {"type": "array"},
        {"type": "object", "properties": {}, "required": [], "additionalProperties": False},
        {**POINT, "additionalProperties": True},
        {**POINT, "required": ["longitude", "latitude"]},
        {**POINT, "properties": {**POINT["properties"], "latitude": {"type": "string"}}},
        {**POINT, "properties": {**POINT["properties"], "latitude": {"type": "number"}}},
        {
            **POINT,
            "properties": {
                **POINT["properties"],
                "latitude": POINT["properties"]["latitude"] | {"multipleOf": 0},
            },
        },
    ],
)
def test_a_schema_without_bounds_is_refused(schema: dict[str, object]) -> None:
    with pytest.raises(InputError):
        grammar(schema)
