"""llama.cpp's grammar notation, read by these tests on their own: texts are drawn from it, and matched."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|\[(?:[^\]\\]|\\.)*\]|\{\d+,\d+\}|[a-z]+\d*|[()|?]')
_CHARACTER = re.compile(r"\\u([0-9A-F]{4})|\\U([0-9A-F]{8})|\\(.)|(.)", re.DOTALL)


@dataclass(frozen=True)
class Literal:
    text: str


@dataclass(frozen=True)
class Ranges:
    pairs: tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Name:
    name: str


@dataclass(frozen=True)
class Repeat:
    item: Node
    least: int
    most: int


@dataclass(frozen=True)
class Row:
    items: tuple[Node, ...]


@dataclass(frozen=True)
class Either:
    options: tuple[Node, ...]


Node = Literal | Ranges | Name | Repeat | Row | Either


def parse(gbnf: str) -> dict[str, Node]:
    """The rules by name; everything in them must be understood."""
    rules: dict[str, Node] = {}
    for line in gbnf.splitlines():
        name, body = line.split(" ::= ", 1)
        tokens = _TOKEN.findall(body)
        assert "".join(tokens) == re.sub(r'("(?:[^"\\]|\\.)*"|\[(?:[^\]\\]|\\.)*\])|\s', r"\1", body), body
        rest = list(tokens)
        rules[name] = _either(rest)
        assert not rest, rest
    return rules


def _either(rest: list[str]) -> Node:
    options = [_row(rest)]
    while rest and rest[0] == "|":
        rest.pop(0)
        options.append(_row(rest))
    return options[0] if len(options) == 1 else Either(tuple(options))


def _row(rest: list[str]) -> Node:
    items: list[Node] = []
    while rest and rest[0] not in ("|", ")"):
        token = rest.pop(0)
        if token == "(":
            items.append(_either(rest))
            assert rest.pop(0) == ")"
        elif token[0] == '"':
            items.append(Literal("".join(map(chr, _characters(token[1:-1])))))
        elif token[0] == "[":
            items.append(_ranges(token[1:-1]))
        elif token == "?":
            items.append(Repeat(items.pop(), 0, 1))
        elif token[0] == "{":
            least, most = map(int, token[1:-1].split(","))
            items.append(Repeat(items.pop(), least, most))
        else:
            items.append(Name(token))
    return Row(tuple(items))


def _characters(text: str) -> list[int]:
    plain = {"n": "\n"}
    return [
        int(m[1] or m[2], 16) if m[1] or m[2] else ord(plain.get(m[3], m[3]) if m[3] else m[4])
        for m in _CHARACTER.finditer(text)
    ]


def _ranges(text: str) -> Ranges:
    one = r"\\u[0-9A-F]{4}|\\U[0-9A-F]{8}|\\.|[^\\-]"
    pairs = re.findall(rf"({one})(?:-({one}))?", text)
    return Ranges(tuple((_characters(low)[0], _characters(high or low)[0]) for low, high in pairs))


def draw(rules: dict[str, Node], rng: random.Random, *, longest: bool = False) -> str:
    """A text of the grammar; ``longest``: the one with the most bytes in every choice."""

    def of(node: Node) -> str:
        match node:
            case Literal():
                return node.text
            case Ranges():
                low, high = node.pairs[-1] if longest else rng.choice(node.pairs)
                return chr(high if longest else rng.choice((low, high, rng.randint(low, high))))
            case Name():
                return of(rules[node.name])
            case Row():
                return "".join(map(of, node.items))
            case Either():
                if longest:
                    return max(map(of, node.options), key=lambda text: len(text.encode()))
                return of(rng.choice(node.options))
            case Repeat():
                count = (
                    node.most
                    if longest
                    else rng.choice((node.least, node.most, rng.randint(node.least, node.most)))
                )
                return "".join(of(node.item) for _ in range(count))

    return of(rules["root"])


def matches(rules: dict[str, Node], text: str) -> bool:
    """Whether ``text`` is of the grammar."""

    def ends(node: Node, starts: frozenset[int]) -> frozenset[int]:
        match node:
            case Literal():
                return frozenset(at + len(node.text) for at in starts if text.startswith(node.text, at))
            case Ranges():
                inside = (at for at in starts if at < len(text) and _within(node, ord(text[at])))
                return frozenset(at + 1 for at in inside)
            case Name():
                return ends(rules[node.name], starts)
            case Row():
                for item in node.items:
                    starts = ends(item, starts)
                return starts
            case Either():
                return frozenset().union(*(ends(option, starts) for option in node.options))
            case Repeat():
                found = starts if node.least == 0 else frozenset[int]()
                for number in range(1, node.most + 1):
                    starts = ends(node.item, starts)
                    if not starts:
                        break
                    if number >= node.least:
                        found |= starts
                return found

    return len(text) in ends(rules["root"], frozenset({0}))


def _within(node: Ranges, point: int) -> bool:
    return any(low <= point <= high for low, high in node.pairs)
