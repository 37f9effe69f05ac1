"""The languages in which hints are read."""

from __future__ import annotations

from theodolite.assistant.hint_book import Book
from theodolite.assistant.hint_words_de import BOOK as GERMAN
from theodolite.assistant.hint_words_en import BOOK as ENGLISH
from theodolite.assistant.hint_words_es import BOOK as SPANISH
from theodolite.assistant.hint_words_fr import BOOK as FRENCH
from theodolite.assistant.hint_words_it import BOOK as ITALIAN
from theodolite.assistant.hint_words_pt import BOOK as PORTUGUESE

LANGUAGES: tuple[Book, ...] = (ENGLISH, GERMAN, FRENCH, SPANISH, ITALIAN, PORTUGUESE)
