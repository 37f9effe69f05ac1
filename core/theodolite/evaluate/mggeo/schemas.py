"""The form of the records, one JSON schema a part; every record is checked before it is written."""

from __future__ import annotations

from functools import cache
from typing import Any

from theodolite.errors import TheodoliteError
from theodolite.evaluate.mggeo.saying import KINDS

PARTS = ("meta", "clue", "dialog")
_DRAFT = "https://json-schema.org/draft/2020-12/schema"

Schema = dict[str, Any]


def schema(part: str) -> Schema:
    """The schema of a record of ``part``. Its fields are a design of this program's, and it says so."""
    own = {"meta": _meta, "clue": _clue, "dialog": _dialog}[part]()
    return {
        "$schema": _DRAFT,
        "title": f"MG-Geo {part}, one record a line",
        "description": "The fields of the published data set are not known; these are Theodolite's own.",
        **_object({"part": {"const": part}, **_SHARED, **own}),
    }


def check(record: dict[str, Any]) -> None:
    """Raises TheodoliteError, a mistake of the program, for a record that is not of its form."""
    fault = next(iter(_validator(record["part"]).iter_errors(record)), None)
    if fault is not None:
        raise TheodoliteError(
            f"A record of {record['part']} is not of its form at {fault.json_path}: {fault.message}"
        )


@cache
def _validator(part: str) -> Any:
    from jsonschema import Draft202012Validator

    made = schema(part)
    Draft202012Validator.check_schema(made)
    return Draft202012Validator(made)


def _object(properties: Schema, optional: tuple[str, ...] = ()) -> Schema:
    return {
        "type": "object",
        "properties": properties,
        "required": [name for name in properties if name not in optional],
        "additionalProperties": False,
    }


def _text(longest: int = 4000) -> Schema:
    return {"type": "string", "minLength": 1, "maxLength": longest}


def _maybe(form: Schema) -> Schema:
    return {"anyOf": [form, {"type": "null"}]}


def _share() -> Schema:
    return {"type": "number", "minimum": 0, "maximum": 1}


def _ranked() -> Schema:
    """[[ISO alpha-2 ('' for no country), probability], ...], the likeliest first."""
    pair = {
        "type": "array",
        "prefixItems": [{"type": "string", "pattern": "^([A-Z]{2})?$"}, _share()],
        "items": False,
        "minItems": 2,
    }
    return {"type": "array", "items": pair, "maxItems": 5}


_SHARED: Schema = {
    "image": _object(
        {
            "sha256": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
            "path": _text(),
            "width": {"type": "integer", "minimum": 1},
            "height": {"type": "integer", "minimum": 1},
        }
    ),
    "licence": _text(),
    "author": _maybe(_text()),
}


def _meta() -> Schema:
    name = _maybe(_text(400))
    place = {
        "continent": name,
        "country": name,
        "country_code": _maybe({"type": "string", "pattern": "^[A-Z]{2}$"}),
        "region": name,
        "county": name,
        "city": name,
        "scene": name,
        "lat": {"type": "number", "minimum": -90, "maximum": 90},
        "lon": {"type": "number", "minimum": -180, "maximum": 180},
        "decimals": {"type": "integer", "minimum": 0, "maximum": 7},
        "rounding_m": {"type": "number", "exclusiveMinimum": 0},
    }
    return {"name": _maybe(_text()), "date": _maybe(_text()), "place": _object(place)}


def _clue() -> Schema:
    pair = {
        "id": _maybe({"type": "string", "pattern": "^C[0-9]+$"}),
        "observation": _text(),
        "inference": _text(),
        "basis": {"enum": ["picture", "gazetteer"]},
        "source": _text(),
        "box": _maybe({"type": "array", "items": _share(), "minItems": 4, "maxItems": 4}),
        "strength": {"enum": ["certain", "likely", "weak", None]},
        "agrees": {"type": ["boolean", "null"]},
        "countries": _maybe({"type": "array", "items": {"type": "string", "pattern": "^[A-Z]{2}$"}}),
    }
    return {"pairs": {"type": "array", "items": _object(pair)}}


def _dialog() -> Schema:
    hint = {
        "id": {"type": "string", "pattern": "^H[0-9]+$"},
        "quality": {"enum": list(KINDS)},
        "reading": _text(),
        "strength": {"enum": ["certain", "likely", "weak"]},
        "holds": {"type": "boolean"},
    }
    person = {
        "role": {"const": "person"},
        "kind": {"enum": ["question", "hint", "retraction"]},
        "text": _text(),
        "hint": _object(hint),
    }
    assistant = {
        "role": {"const": "assistant"},
        "kind": {"const": "reply"},
        "text": _text(),
        "level": {"enum": ["point", "region", "country", "unknown"]},
        "countries": _ranked(),
        "countries_before": _ranked(),
        "conflict": {"type": "boolean"},
        "cites": {"type": "array", "items": {"type": "string", "pattern": "^[CH][0-9]+$"}},
        "true_country": {"type": "array", "items": _share(), "minItems": 2, "maxItems": 2},
    }
    turns = {
        "type": "array",
        "minItems": 2,
        "items": {
            "oneOf": [
                _object(person, ("hint",)),
                _object(assistant, ("countries_before", "conflict", "cites", "true_country")),
            ]
        },
    }
    return {"seed": {"type": "integer", "minimum": 0}, "turns": turns}
