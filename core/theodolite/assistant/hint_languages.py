"""The languages in which hints are read."""

from __future__ import annotations

from theodolite.assistant.hint_book import Book, levelled
from theodolite.assistant.hint_words_ar import BOOK as ARABIC
from theodolite.assistant.hint_words_de import BOOK as GERMAN
from theodolite.assistant.hint_words_en import BOOK as ENGLISH
from theodolite.assistant.hint_words_es import BOOK as SPANISH
from theodolite.assistant.hint_words_fr import BOOK as FRENCH
from theodolite.assistant.hint_words_it import BOOK as ITALIAN
from theodolite.assistant.hint_words_pt import BOOK as PORTUGUESE
from theodolite.assistant.hint_words_ru import BOOK as RUSSIAN
from theodolite.assistant.hint_words_uk import BOOK as UKRAINIAN
from theodolite.assistant.hint_words_zh import BOOK as CHINESE

LANGUAGES: tuple[Book, ...] = (
    ENGLISH,
    GERMAN,
    FRENCH,
    SPANISH,
    ITALIAN,
    PORTUGUESE,
    RUSSIAN,
    UKRAINIAN,
    levelled(ARABIC),
    CHINESE,
)
