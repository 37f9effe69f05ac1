"""The forms of vehicle plates, from ``resources/clues/plates.csv``, as patterns on a line of text.

A form is written with A for a letter, 9 for a digit, R for the code of a region; a space or a mark between
them is what the country itself puts there. A reading that lost the marks still matches, with less weight.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import regex

from theodolite.clues import tables

#: Weight of a match whose marks are not those of the country, and of one with a letter read as a digit.
LOOSE, MISREAD = 0.3, 0.2

_MARKS = {" ": r"\ ", "-": r"[-–—]", "·": r"[·•∙・.\- ]", ".": r"\.", "/": r"/"}
_ANY_MARK = r"[ \-–—·•∙.]"
_ARABIC = r"[\p{Arabic}]"
_PIECE = regex.compile(r"\{[\d,]+\}|\[[^\]]*\]|.")

#: What a reader takes for each other; each swap is tried alone.
CONFUSED = {
    "O": "0", "0": "O", "I": "1", "1": "I", "B": "8", "8": "B", "S": "5", "5": "S", "Z": "2", "2": "Z",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Form:
    """One form of one country. ``groups``: alternations of letters and digits; ``marks``: what parts them.

    ``rarity``: how much likelier a given plate is under this form because it uses fewer letters.
    """

    country: str
    form: str
    exact: regex.Pattern[str]
    loose: regex.Pattern[str]
    share: float
    groups: int
    marks: int
    rarity: float
    example: str
    native: bool


@dataclass(frozen=True, slots=True)
class Match:
    """A form a text fits: ``weight`` in (0, 4], the ``code`` of the region or '', and how well it fits."""

    form: Form
    weight: float
    code: str
    exact: bool


def _pattern(form: str, letters: str, codes: str, *, exact: bool) -> regex.Pattern[str]:
    """The form as a pattern. Where two letters or two digits meet, a loose one keeps some mark."""
    parts: list[str] = []
    pieces = _PIECE.findall(form)
    bare = [piece for piece in pieces if piece[0] not in "{?"]
    place = -1
    for piece in pieces:
        place += piece[0] not in "{?"
        if piece == "A":
            parts.append(f"[{letters or 'A-Z'}]")
        elif piece == "9":
            parts.append(r"\d")
        elif piece == "R":
            parts.append(f"(?P<code>{codes or '[A-Z]{1,3}'})")
        elif piece == "Я":
            parts.append(f"[{letters}\\p{{M}}]" if len(letters) == 3 else f"[{letters}]")
        elif piece == "Ф":
            parts.append(_ARABIC)
        elif piece in _MARKS:
            parts.append(_MARKS[piece] if exact else _loose_mark(bare, place))
        elif piece.isascii() and piece.islower():
            parts.append(piece.upper())
        else:
            parts.append(piece)
    return regex.compile("".join(parts))


def _loose_mark(pieces: list[str], place: int) -> str:
    around = [pieces[i] for i in (place - 1, place + 1) if 0 <= i < len(pieces)]
    digits = [piece == "9" for piece in around]
    return _ANY_MARK if len(around) == 2 and digits[0] == digits[1] else f"{_ANY_MARK}?"


def _form(row: dict[str, str]) -> Form:
    form, letters, codes = row["form"], row["letters"], row["codes"]
    runs = regex.findall(r"[RAЯФa-z\p{Arabic}]+|9+", regex.sub(r"\{[\d,]+\}|\[[^\]]*\]|[ ?]", "", form))
    marks = len(regex.findall(r"[ \-·./](?!\?)", form))
    native = any(not character.isascii() and character != "·" for character in form + codes)
    latin = len(letters) if letters and letters.isascii() and "-" not in letters else 26
    wide = form.count("A")
    rarity = min(3.0, (24 / latin) ** wide) if latin < 24 else 1.0
    if codes and not regex.match(r"\[A-ZÄÖÜ?\]|\[A-Z\]", codes):
        rarity = min(4.0, rarity * 1.5)
    return Form(
        row["country"],
        form,
        _pattern(form, letters, codes, exact=True),
        _pattern(form, letters, codes, exact=False),
        float(row["share"]),
        len(runs),
        marks,
        rarity,
        row["example"],
        native,
    )


@cache
def forms() -> tuple[Form, ...]:
    """Every form of the table, in its order."""
    return tuple(_form(dict(row)) for row in tables.rows("plates"))


@cache
def region_of(country: str, code: str) -> tuple[str, str]:
    """(GeoNames code, name) of the region a plate code belongs to, ('', '') when it is not in the table."""
    for row in tables.rows("plate_regions"):
        if row["country"] == country and row["code"] == code:
            return row["region"], row["name"]
    return "", ""


def matches(text: str) -> list[Match]:
    """Every form that ``text`` (capitals, one plate and nothing else) fits, the heaviest first."""
    plain = text.translate(tables.ALIKE)
    found = [match for form in forms() if (match := _match(form, text if form.native else plain))]
    return sorted(found, key=lambda match: (-match.weight, match.form.country, match.form.form))


def _match(form: Form, text: str) -> Match | None:
    for pattern, exact in ((form.exact, True), (form.loose, False)):
        fitted = pattern.fullmatch(text)
        if fitted:
            code = fitted.groupdict().get("code") or ""
            weight = form.share * form.rarity * (1.0 if exact else LOOSE)
            return Match(form, weight, code, exact)
    return None


def misread(text: str) -> list[Match]:
    """What ``text`` fits when one character is swapped for the one it is confused with, at less weight."""
    found: list[Match] = []
    for position, character in enumerate(text):
        other = CONFUSED.get(character)
        if other:
            changed = matches(text[:position] + other + text[position + 1 :])
            found += [Match(m.form, m.weight * MISREAD, m.code, False) for m in changed if m.exact]
    return sorted(found, key=lambda match: (-match.weight, match.form.country, match.form.form))
