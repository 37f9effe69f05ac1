"""A JSON schema as a llama.cpp grammar whose every text has a known greatest length.

llama.cpp's own translation lets numbers and blanks grow until the tokens run out, and then a well-formed
beginning is cut off. Here every number states its range and its step (``minimum``, ``maximum``,
``multipleOf``), so a budget of :attr:`Grammar.budget` tokens fits any complete answer.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from theodolite.errors import InputError

Schema = Mapping[str, Any]

_BLANK, _LONGEST_BLANK = 'blank ::= " "? | "\\n" " "{0,4}', 5

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
    """The grammar of ``schema``: an object of numbers, all required, in the order given.

    Raises InputError for anything that this has no bounded form for.
    """
    if schema.get("type") != "object" or schema.get("additionalProperties", True):
        raise InputError("The schema is not of a closed object.")
    properties: Mapping[str, Schema] = schema.get("properties") or {}
    if not properties or list(properties) != list(schema.get("required", ())):
        raise InputError("The schema does not require its properties in order.")
    parts, rules, longest = [], [], len("{}") + _LONGEST_BLANK
    for place, (name, value) in enumerate(properties.items()):
        rule, length = _number(value)
        key = json.dumps(name)
        comma = '"," ' if place else ""
        parts.append(f'{comma}blank {_literal(key)} ":" blank number{place}')
        rules.append(f"number{place} ::= {rule}")
        longest += bool(place) + 2 * _LONGEST_BLANK + len(key.encode()) + len(":") + length
    root = 'root ::= "{" ' + " ".join(parts) + ' blank "}"'
    return Grammar("\n".join((root, *rules, _BLANK)) + "\n", longest)


def _literal(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _number(schema: Schema) -> tuple[str, int]:
    """The rule of a number and the bytes of its longest text."""
    if schema.get("type") not in ("number", "integer"):
        raise InputError(f"No bounded grammar for the type {schema.get('type')!r}.")
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
