"""The languages in which hints are read."""

from __future__ import annotations

from theodolite.assistant.hint_book import Book
from theodolite.assistant.hint_words_en import BOOK as ENGLISH

LANGUAGES: tuple[Book, ...] = (ENGLISH,)
