"""The arithmetic of check digits, each by the name it has in ``resources/clues/identifiers.csv``."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import regex

_LENGTHS = """
AL28 AD24 AT20 AZ28 BH22 BY28 BE16 BA20 BR29 BG22 CR22 HR21 CY28 CZ24 DK18 DO28 EG29 EE20 FI18 FR27 GE22 DE22
GR27 GT28 HU28 IS26 IQ23 IE22 IL23 IT27 JO30 KZ20 XK20 KW30 LV21 LB28 LI21 LT20 LU20 MT31 MR27 MU30 MD24 MC27
ME22 NL18 MK19 NO15 PK24 PS29 PL28 PT25 QA29 RO24 SM27 SA24 RS22 SK24 SI19 ES24 SE24 CH21 TN24 TR26 UA29 AE23
GB22 VA22
"""
#: Length of an IBAN by country (ISO 13616 registry).
IBAN_LENGTHS = {word[:2]: int(word[2:]) for word in _LENGTHS.split()}


def _weighted(digits: Sequence[int], weights: Sequence[int]) -> int:
    return sum(digit * weight for digit, weight in zip(digits, weights, strict=False))


def luhn(text: str) -> bool:
    """Luhn's sum over the digits (ISO/IEC 7812-1, annex B)."""
    total = 0
    for position, character in enumerate(reversed(regex.sub(r"\D", "", text))):
        value = int(character) * (2 if position % 2 else 1)
        total += value - 9 if value > 9 else value
    return total % 10 == 0


def iban(text: str) -> bool:
    """ISO 7064 MOD 97-10 and the length of the country."""
    plain = text.replace(" ", "")
    if len(plain) != IBAN_LENGTHS.get(plain[:2], 0):
        return False
    return int("".join(str(int(character, 36)) for character in plain[4:] + plain[:4])) % 97 == 1


def _digits(text: str) -> list[int]:
    return [int(character) for character in text if character.isdigit()]


def nip(text: str) -> bool:
    digits = _digits(text)
    return len(digits) == 10 and _weighted(digits, (6, 5, 7, 2, 3, 4, 5, 6, 7)) % 11 == digits[9]


def cnpj(text: str) -> bool:
    digits = _digits(text)
    if len(digits) != 14:
        return False
    for place in (12, 13):
        weights = [6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2][13 - place :]
        rest = _weighted(digits[:place], weights) % 11
        if digits[place] != (0 if rest < 2 else 11 - rest):
            return False
    return True


def abn(text: str) -> bool:
    digits = _digits(text)
    if len(digits) != 11:
        return False
    digits[0] -= 1
    return _weighted(digits, (10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19)) % 89 == 0


def inn(text: str) -> bool:
    digits = _digits(text)
    tails: list[tuple[tuple[int, ...], int]]
    if len(digits) == 10:
        tails = [((2, 4, 10, 3, 5, 9, 4, 6, 8), 9)]
    elif len(digits) == 12:
        tails = [((7, 2, 4, 10, 3, 5, 9, 4, 6, 8), 10), ((3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8), 11)]
    else:
        return False
    return all(_weighted(digits, weights) % 11 % 10 == digits[place] for weights, place in tails)


def cuit(text: str) -> bool:
    digits = _digits(text)
    return len(digits) == 11 and _weighted(digits, (5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1)) % 11 == 0


def rut(text: str) -> bool:
    body, _, tail = text.replace(".", "").partition("-")
    total = sum(int(digit) * (2 + place % 6) for place, digit in enumerate(reversed(body)))
    return "0123456789K"[-total % 11] == tail.upper()


def ico(text: str) -> bool:
    digits = _digits(text)
    return len(digits) == 8 and (11 - _weighted(digits, (8, 7, 6, 5, 4, 3, 2)) % 11) % 10 == digits[7]


def oib(text: str) -> bool:
    """ISO 7064 MOD 11,10."""
    digits, rest = _digits(text), 10
    if len(digits) != 11:
        return False
    for digit in digits[:10]:
        rest = ((rest + digit) % 10 or 10) * 2 % 11
    return (11 - rest) % 10 == digits[10]


CHECKS: dict[str, Callable[[str], bool]] = {
    "luhn": luhn, "iban": iban, "nip": nip, "cnpj": cnpj, "abn": abn, "inn": inn, "cuit": cuit, "rut": rut,
    "ico": ico, "oib": oib, "none": lambda text: True, "evse": lambda text: True,
}  # fmt: skip
