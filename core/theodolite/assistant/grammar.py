"""A JSON schema as a llama.cpp grammar whose every text has a known greatest length.

llama.cpp's own translation lets numbers, texts, lists and blanks grow until the tokens run out, and then a
well-formed beginning is cut off. Here every number states its range and its step (``minimum``, ``maximum``,
``multipleOf``), every text its ``maxLength``, every list its ``maxItems``, so a budget of
:attr:`Grammar.budget` tokens fits any complete answer. What this has no bounded form for is refused.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from theodolite.errors import InputError

Schema = Mapping[str, Any]

_BLANK, _LONGEST_BLANK = 'blank ::= " "? | "\\n" " "{0,4}', 5

#: What a text may hold, as ranges of code points: nothing that only steers (control characters, line and
#: paragraph separators, marks that turn or override the direction of writing, zero-width spaces, tags), no
#: half of a surrogate pair, nothing for private use. The joiners of Persian and Indic scripts stay.
_SHOWN = (
    *((0x20, 0x21), (0x23, 0x5B), (0x5D, 0x7E), (0xA0, 0xAC), (0xAE, 0x61B), (0x61D, 0x200A)),
    *((0x200C, 0x200D), (0x2010, 0x2027), (0x202F, 0x205F), (0x2070, 0xD7FF), (0xF900, 0xFEFE)),
    *((0xFF00, 0xFFEF), (0x10000, 0x3FFFF)),
)
_ESCAPED = '"\\'
_BYTES_A_CHARACTER = 4
_MOST_CHARACTERS, _MOST_ITEMS = 1000, 64

#: Wider than the globe on purpose: a model that swaps latitude and longitude, or writes nonsense, must be
#: able to say so. With two digits for a latitude its 139.7 would become a false 13, and pass as an answer.
_NUMBER = {"type": "number", "minimum": -999.999999, "maximum": 999.999999, "multipleOf": 1e-6}
POINT: Schema = {
    "type": "object",
    "properties": {"latitude": _NUMBER, "longitude": _NUMBER},
    "required": ["latitude", "longitude"],
    "additionalProperties": False,
}


@dataclass(frozen=True, slots=True)
class Grammar:
    """``gbnf``: the rules, root first. ``longest``: bytes of the longest text that they allow."""

    gbnf: str
    longest: int

    @property
    def budget(self) -> int:
        """Tokens that any complete answer fits: a token is at least a byte, and one more ends the answer."""
        return self.longest + 1


def grammar(schema: Schema) -> Grammar:
    """The grammar of ``schema``: a closed object, all its members required, in the order given.

    Members are numbers, texts, choices (``enum`` of texts), booleans, lists, closed objects, each also with
    null (``type: [..., "null"]``). Raises InputError for anything that this has no bounded form for.
    """
    if schema.get("type") != "object":
        raise InputError("The schema is not of a closed object.")
    rules = _Rules()
    root, longest = rules.object(schema)
    return Grammar("\n".join((f"root ::= {root}", *rules.lines, _BLANK)) + "\n", longest)


def shown(character: str) -> bool:
    """Whether a text under a grammar may hold this character."""
    point = ord(character)
    return character in _ESCAPED or any(low <= point <= high for low, high in _SHOWN)


@dataclass(slots=True)
class _Rules:
    """The rules below the root, each under a name of its own."""

    lines: list[str] = field(default_factory=list)
    texts: bool = False

    def named(self, kind: str, rule: str) -> str:
        name = f"{kind}{len(self.lines)}"
        self.lines.append(f"{name} ::= {rule}")
        return name

    def value(self, schema: Schema) -> tuple[str, int]:
        """The name of the rule of ``schema``, and the bytes of its longest text."""
        kind = schema.get("type")
        if isinstance(kind, list) and len(kind) == 2 and kind[1] == "null":
            name, longest = self.value({**schema, "type": kind[0]})
            return self.named("maybe", f'{name} | "null"'), max(longest, len("null"))
        makers: dict[str, Callable[[Schema], tuple[str, int]]] = {
            "object": self.object,
            "array": self.array,
            "string": self.string,
            "boolean": lambda _: ('"true" | "false"', len("false")),
            "number": _number,
            "integer": _number,
        }
        if not isinstance(kind, str) or kind not in makers:
            raise InputError(f"No bounded grammar for the type {kind!r}.")
        rule, longest = makers[kind](schema)
        return self.named(kind, rule), longest

    def object(self, schema: Schema) -> tuple[str, int]:
        if schema.get("additionalProperties", True):
            raise InputError("The schema is not of a closed object.")
        properties: Mapping[str, Schema] = schema.get("properties") or {}
        if not properties or list(properties) != list(schema.get("required", ())):
            raise InputError("The schema does not require its properties in order.")
        parts, longest = [], len("{}") + _LONGEST_BLANK
        for place, (name, value) in enumerate(properties.items()):
            rule, length = self.value(value)
            key = json.dumps(name)
            comma = '"," ' if place else ""
            parts.append(f'{comma}blank {_literal(key)} ":" blank {rule}')
            longest += bool(place) + 2 * _LONGEST_BLANK + len(key) + len(":") + length
        return '"{" ' + " ".join(parts) + ' blank "}"', longest

    def array(self, schema: Schema) -> tuple[str, int]:
        least, most = _bounds(schema, "minItems", "maxItems", _MOST_ITEMS)
        item, length = self.value(schema.get("items") or {})
        longest = len("[]") + _LONGEST_BLANK + most * (_LONGEST_BLANK + length) + (most - 1)
        more = f'("," blank {item}){{{max(least - 1, 0)},{most - 1}}}'
        rule = f"blank {item} {more}" if most > 1 else f"blank {item}"
        return f'"[" {rule if least else f"({rule})?"} blank "]"', longest

    def string(self, schema: Schema) -> tuple[str, int]:
        if "enum" in schema:
            return _choice(schema["enum"])
        if set(schema) - {"type", "minLength", "maxLength", "description"}:
            raise InputError("A text in the schema has a rule that no bounded grammar is known for.")
        least, most = _bounds(schema, "minLength", "maxLength", _MOST_CHARACTERS)
        if not self.texts:
            self.texts = True
            ranges = "".join(f"{_point(low)}-{_point(high)}" for low, high in _SHOWN)
            self.lines.append(f'shown ::= [{ranges}] | "\\\\" ["\\\\]')
        return f'"\\"" shown{{{least},{most}}} "\\""', len('""') + _BYTES_A_CHARACTER * most


def _bounds(schema: Schema, low: str, high: str, limit: int) -> tuple[int, int]:
    least, most = schema.get(low, 0), schema.get(high)
    if not (isinstance(least, int) and isinstance(most, int) and 0 <= least <= most and 1 <= most <= limit):
        raise InputError(f"A text or list in the schema needs a {high} between 1 and {limit}.")
    return least, most


def _choice(allowed: Any) -> tuple[str, int]:
    if not isinstance(allowed, list) or not allowed or not all(isinstance(one, str) for one in allowed):
        raise InputError("A choice in the schema is not a list of texts.")
    texts = [json.dumps(one, ensure_ascii=False) for one in allowed]
    return " | ".join(map(_literal, texts)), max(len(text.encode()) for text in texts)


def _point(point: int) -> str:
    return f"\\u{point:04X}" if point <= 0xFFFF else f"\\U{point:08X}"


def _literal(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _number(schema: Schema) -> tuple[str, int]:
    """The rule of a number and the bytes of its longest text."""
    try:
        low, high = float(schema["minimum"]), float(schema["maximum"])
        step = float(schema.get("multipleOf", 1.0))
        decimals = 0 if schema["type"] == "integer" else round(-math.log10(step))
        whole = len(str(int(max(abs(low), abs(high)))))
    except (KeyError, TypeError, ValueError, OverflowError) as error:
        raise InputError("A number in the schema needs a minimum, a maximum and a multipleOf.") from error
    if low >= high or not 0 <= decimals <= 12:
        raise InputError("A number in the schema has no range, or too many decimals.")
    sign = '"-"? ' if low < 0 else ""
    fraction = f' ("." [0-9]{{1,{decimals}}})?' if decimals else ""
    rule = f'{sign}("0" | [1-9] [0-9]{{0,{whole - 1}}}){fraction}'
    return rule, bool(sign) + whole + (1 + decimals if decimals else 0)
