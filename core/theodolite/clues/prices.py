"""How an amount is written: the decimal mark, the grouping, and where the sign of the money stands (CLDR).

'1.299,00 €' fits Germany and Spain, '€1,299.00' Ireland and Malta, '1 299,00 €' France and Finland. The form
grades the countries of the currency, it never leaves them.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import regex
from babel import Locale, UnknownLocaleError

from theodolite.clues.territories import shares

#: What a form a country does not use still counts: shops copy each other, programs print their own.
UNUSUAL = 0.25

_SPACES = " \u00a0\u202f\u2009"
_NUMBER = regex.compile(rf"\d[\d.,'’{_SPACES}]*")


@dataclass(frozen=True, slots=True)
class Form:
    """Marks of an amount, '' where it shows none. ``lakh``: grouped 1,00,000. ``before``: sign before."""

    decimal: str
    group: str
    lakh: bool
    before: bool


def form_of(text: str) -> Form | None:
    """The form of an amount with its sign ('€ 1.299,00'); None without a number."""
    match = _NUMBER.search(text)
    if not match:
        return None
    number = match.group().strip(_SPACES + ".")
    before = bool(text[: match.start()].strip())
    whole, decimal = number, ""
    tail = regex.search(r"([.,])(\d{1,2}|[-–—]{1,2})$", number)
    dash = regex.match(r"[-–—]", text[match.start() + len(number) :])
    if tail:
        whole, decimal = number[: tail.start()], tail[1]
    elif dash and number[-1] in ".,":
        whole, decimal = number[:-1], number[-1]
    groups = regex.findall(rf"[.,'’{_SPACES}]", whole)
    mark = (
        " "
        if groups and groups[0] in _SPACES
        else "'"
        if groups and groups[0] in "'’"
        else "".join(groups[:1])
    )
    lakh = bool(regex.fullmatch(r"\d{1,2}(?:,\d{2})+,\d{3}", whole))
    return Form(decimal, mark, lakh, before)


@cache
def _forms(country: str) -> tuple[tuple[str, str, bool, bool, float], ...]:
    """(decimal, group, lakh, sign before, share) for the languages of a country's signs."""
    found = []
    for (language, _), share in shares().get(country, {}).items():
        if share < 0.05:
            continue
        try:
            locale = Locale.parse(f"{language}_{country}")
        except (UnknownLocaleError, ValueError):
            continue
        symbols = locale.number_symbols.get("latn", {})
        pattern = str(locale.currency_formats["standard"].pattern)
        group = str(symbols.get("group", ","))
        found.append(
            (
                str(symbols.get("decimal", ".")),
                " " if group in _SPACES else "'" if group in "'’" else group,
                "#,##,##0" in pattern,
                pattern.replace("‏", "").replace("‎", "").strip()[:1] == "¤",
                share,
            )
        )
    return tuple(found)


def agreement(form: Form, country: str) -> float:
    """How usual the form is in a country, from UNUSUAL**n to 1; 0.5 where CLDR says nothing."""
    rows = _forms(country)
    total = sum(row[4] for row in rows)
    if not total:
        return 0.5
    value = 0.0
    for decimal, group, lakh, before, share in rows:
        fit = 1.0
        if form.decimal and form.decimal != decimal:
            fit *= UNUSUAL
        if form.group and form.group != group:
            fit *= UNUSUAL
        if form.lakh and not lakh:
            fit *= UNUSUAL
        # Shops put the sign on either side far more often than CLDR's own form.
        fit *= 1.0 if form.before == before else 0.6
        value += share / total * fit
    return value
