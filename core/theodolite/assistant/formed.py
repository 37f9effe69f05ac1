"""An answer that was written under a schema, read back: its parts in their types, or why it is none."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from theodolite.assistant.grammar import Schema
from theodolite.errors import InputError


def read(schema: Schema, text: str) -> dict[str, Any]:
    """The object that ``text`` is, of the form that ``schema`` asks for (see grammar).

    Types, members, lengths and choices are checked; whether a number can be meant is left to who asked.
    Raises InputError with the reason. Grammars hold a model to the form, but a limit may cut it off, and a
    record may come from elsewhere.
    """
    try:
        found = json.loads(text, object_pairs_hook=_once, parse_constant=_no_number)
    except InputError:
        raise
    except (ValueError, RecursionError) as error:
        raise InputError("The model's answer is not JSON, or was cut off.") from error
    reason = _misfit(schema, found)
    if reason:
        raise InputError(f"The model's answer is not of the form asked for: {reason}.")
    return dict(found)


def _once(members: list[tuple[str, Any]]) -> dict[str, Any]:
    if len({name for name, _ in members}) < len(members):
        raise InputError("The model's answer names a member twice.")
    return dict(members)


def _no_number(word: str) -> Any:
    raise InputError(f"The model's answer holds {word} for a number.")


def _misfit(schema: Schema, value: Any) -> str:
    """What is wrong with ``value``, '' for nothing."""
    kind = schema["type"]
    if isinstance(kind, list):
        if value is None:
            return ""
        kind = kind[0]
    match kind:
        case "object":
            return _object(schema["properties"], value)
        case "array":
            if (
                not isinstance(value, list)
                or not schema.get("minItems", 0) <= len(value) <= schema["maxItems"]
            ):
                return "a list has another length"
            return next((wrong for item in value if (wrong := _misfit(schema["items"], item))), "")
        case "string":
            if not isinstance(value, str):
                return "something is no text"
            if "enum" in schema:
                return "" if value in schema["enum"] else "a choice is not one of the list"
            inside = schema.get("minLength", 0) <= len(value) <= schema["maxLength"]
            return "" if inside else "a text has another length"
        case "boolean":
            return "" if isinstance(value, bool) else "something is not true or false"
        case _:
            plain = isinstance(value, int | float) and not isinstance(value, bool)
            whole = kind != "integer" or isinstance(value, int)
            return "" if plain and whole else "something is no number"


def _object(properties: Mapping[str, Schema], value: Any) -> str:
    if not isinstance(value, dict) or set(value) != set(properties):
        return "a member is missing, or one too many"
    return next((wrong for name, one in properties.items() if (wrong := _misfit(one, value[name]))), "")
