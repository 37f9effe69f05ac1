"""Currency signs and codes beside an amount, the countries of that money, and how the amount is written."""

from __future__ import annotations

from functools import cache

import regex
from babel import Locale
from babel.core import get_global

from theodolite.clues import prices, record
from theodolite.clues.finding import Finding
from theodolite.clues.ocr import TextLine
from theodolite.clues.territories import currency_countries
from theodolite.domain import Strength

METHOD = "currency signs"

#: Signs and abbreviations -> currencies that use them. '$' and 'kr' are shared by many.
SIGNS: dict[str, tuple[str, ...]] = {
    "€": ("EUR",), "£": ("GBP", "GIP", "FKP", "SHP", "EGP", "SYP", "LBP"), "₽": ("RUB",), "₴": ("UAH",),
    "₹": ("INR",), "₩": ("KRW", "KPW"), "₺": ("TRY",), "₪": ("ILS",), "₫": ("VND",), "฿": ("THB",),
    "₱": ("PHP",), "₦": ("NGN",), "₵": ("GHS",), "₸": ("KZT",), "₮": ("MNT",), "₭": ("LAK",), "₡": ("CRC",),
    "₲": ("PYG",), "₾": ("GEL",), "₼": ("AZN",), "¥": ("JPY", "CNY"), "￥": ("JPY", "CNY"), "円": ("JPY",),
    "元": ("CNY", "TWD"), "zł": ("PLN",), "Kč": ("CZK",), "Ft": ("HUF",), "R$": ("BRL",), "S/": ("PEN",),
    "kr": ("SEK", "NOK", "DKK", "ISK"), "lei": ("RON", "MDL"), "NT$": ("TWD",), "HK$": ("HKD",),
    "A$": ("AUD",), "S$": ("SGD",), "RM": ("MYR",), "Rp": ("IDR",), "KSh": ("KES",), "TSh": ("TZS",),
    "USh": ("UGX",), "CHF": ("CHF",), "Fr.": ("CHF",), "руб": ("RUB", "BYN"), "руб.": ("RUB", "BYN"),
    "грн": ("UAH",), "грн.": ("UAH",), "лв": ("BGN",), "лв.": ("BGN",), "ден": ("MKD",), "ден.": ("MKD",),
    "дин": ("RSD",), "дин.": ("RSD",), "din": ("RSD",), "din.": ("RSD",), "сом": ("KGS",), "сўм": ("UZS",),
    "тг": ("KZT",), "тг.": ("KZT",), "KM": ("BAM",), "Lek": ("ALL",), "Lekë": ("ALL",), "TL": ("TRY",),
    "บาท": ("THB",), "원": ("KRW", "KPW"), "圓": ("TWD", "HKD", "MOP"), "港幣": ("HKD",), "人民币": ("CNY",),
    "đ": ("VND",), "₨": ("PKR", "LKR", "NPR", "INR"), "Rs.": ("PKR", "INR", "LKR", "NPR", "MUR"),
    "Rs": ("PKR", "INR", "LKR", "NPR", "MUR"), "৳": ("BDT",), "रु": ("INR", "NPR"), "रू": ("NPR", "INR"),
    "֏": ("AMD",), "৲": ("BDT",), "៛": ("KHR",), "د.إ": ("AED",), "ر.س": ("SAR",),
    "ريال": ("SAR", "QAR", "OMR", "YER"), "ریال": ("IRR",), "تومان": ("IRR",), "درهم": ("AED", "MAD"),
    "دينار": ("IQD", "KWD", "JOD", "BHD", "TND", "DZD", "LYD"), "جنيه": ("EGP", "SDG"), "ج.م": ("EGP",),
    "ليرة": ("LBP", "SYP"), "د.ج": ("DZD",), "د.ك": ("KWD",), 'ש"ח': ("ILS",), "Dhs": ("AED", "MAD"),
    "Dh": ("MAD", "AED"), "DT": ("TND",), "FCFA": ("XOF", "XAF"), "CFA": ("XOF", "XAF"), "Ksh": ("KES",),
    "Br": ("ETB", "BYN"), "Bs.": ("BOB", "VES"), "Bs": ("BOB", "VES"), "B/.": ("PAB",), "RD$": ("DOP",),
    "MX$": ("MXN",), "NZ$": ("NZD",), "J$": ("JMD",), "TT$": ("TTD",), "C$": ("CAD", "NIO"), "AU$": ("AUD",),
    "CA$": ("CAD",), "Bds$": ("BBD",), "EC$": ("XCD",), "N$": ("NAD",), "Z$": ("ZWL",), "L.E.": ("EGP",),
    "LE": ("EGP",), "Mex$": ("MXN",), "£E": ("EGP",), "GH₵": ("GHS",), "Euro": ("EUR",), "euro": ("EUR",),
    "евро": ("EUR",), "ευρώ": ("EUR",), "Nu.": ("BTN",), "kr.": ("SEK", "NOK", "DKK", "ISK"),
}  # fmt: skip

#: Codes that are words of their own on signs.
_WORDS = frozenset({"ALL", "TOP", "TRY", "CUP", "BAM", "PEN", "MAD", "SOS", "GEL", "RON", "COP", "LAK"})

#: Abbreviations that are other things too: they stand behind the amount, which looks like a price.
_LATE = frozenset({"Euro", "euro", "KM", "TL", "DT", "Dh", "LE", "din", "Lek", "Ft", "Br", "Bs", "CFA"})
#: ... and of these, the ones that are units, articles or titles as well.
_PRICED = frozenset({"KM", "DT", "LE", "Ft", "Br", "Bs", "Dh"})
_PRICE = regex.compile(r"\d{3}|[.,]\d{2}(?!\d)")

_CENTS = r"(?:[.,](?:\d{1,2}|[-–—]{1,2}))?"
_AMOUNT = (
    rf"\d{{1,2}}(?:,\d{{2}})+,\d{{3}}(?:\.\d{{1,2}})?"
    rf"|\d{{1,3}}(?:[ .,'’\u00a0\u202f]\d{{3}})*{_CENTS}|\d+{_CENTS}"
)


@cache
def dollars() -> tuple[str, ...]:
    """Currencies whose own countries write '$': CLDR names them dollar or peso."""
    names = Locale("en").currencies
    return tuple(
        sorted(
            code
            for code in _tender()
            if regex.search(r"\bDollar$|\bPeso$", str(names.get(code, ""))) and code != "PHP"
        )
    )


@cache
def _tender() -> frozenset[str]:
    rows = (row for rows in get_global("territory_currencies").values() for row in rows)
    return frozenset(code for code, _, end, tender in rows if end is None and tender)


@cache
def _pattern() -> regex.Pattern[str]:
    signs = "|".join(regex.escape(sign) for sign in sorted([*SIGNS, "US$", "$"], key=len, reverse=True))
    codes = "|".join(sorted(_tender() - _WORDS))
    return regex.compile(
        rf"(?<![\p{{L}}\d])(?P<before>{signs}|{codes})\s?(?P<a>{_AMOUNT})(?!\d)"
        rf"|(?<![\d.,:/-])(?P<b>{_AMOUNT})\s?(?P<after>{signs}|{codes})(?![\p{{Latin}}\p{{Cyrillic}}])"
    )


def amounts(text: str) -> list[tuple[str, tuple[str, ...]]]:
    """Amounts of money in a line: (as read, ISO 4217 codes the sign may mean)."""
    found = []
    for match in _pattern().finditer(text):
        sign = match["before"] or match["after"]
        if sign in _LATE and match["before"]:
            continue
        if sign in _PRICED and not _PRICE.search(match["b"]):
            continue
        if sign == "KM" and not regex.search(r"[.,]\d{2}$", match["b"]):
            continue
        codes = ("USD",) if sign == "US$" else dollars() if sign == "$" else SIGNS.get(sign, (sign,))
        found.append((match.group().strip(), codes))
    return found


def findings(lines: tuple[TextLine, ...]) -> list[Finding]:
    """Amounts of all lines: LIKELY for a currency of its own, WEAK for a shared sign."""
    found = []
    for line in lines:
        for shown, codes in amounts(line.text):
            form = prices.form_of(shown)
            weights = {
                country: prices.agreement(form, country) if form else 1.0
                for code in codes
                for country in currency_countries(code)
            }
            reach = record.graded("currency", weights)
            if reach is None:
                continue
            found.append(
                Finding(
                    line.number,
                    "text.currency",
                    observation=f"amount “{shown}”",
                    inference=f"{_named(codes)}: {record.countries_in_words(weights)}",
                    strength=Strength.LIKELY
                    if len(codes) == 1 and line.confidence >= 0.95
                    else Strength.WEAK,
                    method=METHOD,
                    key="currency:" + ",".join(codes),
                    reach=reach,
                    confidence=line.confidence,
                )
            )
    return found


def _named(codes: tuple[str, ...]) -> str:
    names = Locale("en").currencies
    shown = ", ".join(str(names.get(code, code)) for code in codes[:3])
    return f"{shown} or {len(codes) - 3} more" if len(codes) > 3 else shown
