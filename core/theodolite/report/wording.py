"""The one table through which every string of a report goes, so that a report can be had in any language.

English is the key. A catalogue maps the English text, its ``{fields}`` kept, to another language; what a
catalogue lacks stays English. Texts of the case (observations, questions, model output) are never translated.
Catalogues are JSON files ``resources/report/languages/<code>.json``: {"direction": "ltr", "texts": {...}}.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import cache

from theodolite import paths
from theodolite.errors import InputError


@dataclass(frozen=True, slots=True)
class Catalogue:
    """A language: ``direction`` is 'ltr' or 'rtl'; ``texts`` English to translation."""

    code: str = "en"
    direction: str = "ltr"
    texts: dict[str, str] = field(default_factory=dict)


ENGLISH = Catalogue()
_SPOKEN: ContextVar[Catalogue] = ContextVar("language of the report", default=ENGLISH)


def languages() -> tuple[str, ...]:
    """Codes of all catalogues, English first."""
    folder = paths.resources() / "report" / "languages"
    return ("en", *sorted(file.stem for file in folder.glob("*.json")))


@cache
def catalogue(code: str) -> Catalogue:
    """The catalogue of a language; InputError that lists those there are."""
    if code == "en":
        return ENGLISH
    if not re.fullmatch(r"[a-z]{2,3}(-[A-Za-z]{2,8})?", code) or code not in languages():
        raise InputError(f"Reports are not available in {code!r}. Available: {', '.join(languages())}.")
    file = paths.resources() / "report" / "languages" / f"{code}.json"
    read = json.loads(file.read_text(encoding="utf-8"))
    return Catalogue(code, read["direction"], dict(read["texts"]))


@contextmanager
def speaking(language: str | Catalogue) -> Iterator[Catalogue]:
    """Everything said inside is said in ``language``."""
    chosen = catalogue(language) if isinstance(language, str) else language
    token = _SPOKEN.set(chosen)
    try:
        yield chosen
    finally:
        _SPOKEN.reset(token)


def say(text: str, /, **values: object) -> str:
    """``text`` in the language spoken, its ``{fields}`` filled in; values are not translated."""
    spoken = _SPOKEN.get().texts.get(text, text)
    return spoken.format(**values) if values else spoken
