"""The languages of the window: which there are, and one of them put in force.

A language is one file ``resources/languages/theodolite_CODE.ts``, as Qt Linguist writes it. It is read as it
stands, so that what a translator saves is what the next start shows; nothing is compiled.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from theodolite import paths
from theodolite_desktop.language import CONTEXT, mark, tr

ENGLISH = "en"
PSEUDO = "pseudo"
UNREVIEWED = mark("{name} (unreviewed)")


@dataclass(frozen=True, slots=True)
class Language:
    """``name``: in the language itself. ``reviewed``: a second person read the whole translation."""

    code: str
    name: str
    reviewed: bool
    file: Path | None = None

    @property
    def label(self) -> str:
        """How the list of languages names it."""
        return self.name if self.reviewed else tr(UNREVIEWED, name=self.name)

    @property
    def right_to_left(self) -> bool:
        return QLocale(self.code).textDirection() == Qt.LayoutDirection.RightToLeft


def folder() -> Path:
    return paths.resources() / "languages"


def languages(where: Path | None = None) -> tuple[Language, ...]:
    """English, then the languages of the files there, by their names."""
    found = [_described(file) for file in sorted((where or folder()).glob("theodolite_*.ts"))]
    return (Language(ENGLISH, "English", True), *sorted(found, key=lambda one: one.name))


def _described(file: Path) -> Language:
    """What the head of a file says, without reading its thousand messages."""
    name, code, reviewed = file.stem, file.stem.removeprefix("theodolite_"), False
    for event, element in ElementTree.iterparse(file, events=("start", "end")):  # noqa: S314  (our own file)
        if event == "start" and element.tag == "context":
            break
        if event == "end" and element.tag == "extra-name":
            name = element.text or name
        elif event == "end" and element.tag == "extra-reviewed":
            reviewed = element.text == "yes"
    return Language(code, name, reviewed, file)


def form_of(code: str) -> Callable[[int], int]:
    """Which of a language's counted forms a number takes, in the order in which Qt Linguist asks for them."""
    return {"ar": _arabic, "ja": _only, "zh": _only, "ko": _only, "vi": _only, "th": _only, "id": _only}.get(
        code.partition("_")[0], _two
    )


def forms(code: str) -> int:
    """How many counted forms the language has."""
    return 1 + max(form_of(code)(number) for number in range(201))


def _two(number: int) -> int:
    return 0 if number == 1 else 1


def _only(_number: int) -> int:
    return 0


def _arabic(number: int) -> int:
    """None, one, two, 3 to 10, 11 to 99, and whole hundreds with what is left over of one or two."""
    if number < 3:
        return number
    rest = number % 100
    return 3 if 3 <= rest <= 10 else 4 if rest > 10 else 5


def read(file: Path) -> dict[str, tuple[str, ...]]:
    """The finished translations of a file; several where the text counts. Unfinished ones stay English."""
    found: dict[str, tuple[str, ...]] = {}
    for message in ElementTree.parse(file).iter("message"):  # noqa: S314  (our own file)
        translation = message.find("translation")
        if translation is None or translation.get("type") in ("unfinished", "vanished", "obsolete"):
            continue
        texts = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
        if all(texts):
            found[message.findtext("source", "")] = tuple(texts)
    return found


class Translator(QTranslator):
    """Answers for our own texts from memory; Qt's own texts have Qt's translators."""

    def __init__(self, code: str, texts: Mapping[str, tuple[str, ...]], parent: QObject) -> None:
        super().__init__(parent)
        self._texts, self._form = texts, form_of(code)

    def isEmpty(self) -> bool:
        return False

    def translate(  # type: ignore[override]  # None is Qt's null string: not known here
        self, context: str, text: str, _disambiguation: str | None = None, number: int = -1
    ) -> str | None:
        found = self._texts.get(text) if context == CONTEXT else None
        if found is None:
            return None
        return found[min(self._form(number), len(found) - 1)] if number >= 0 else found[0]


class PseudoTranslator(QTranslator):
    """Every text longer, accented and in brackets: what stays plain was never given to a translator."""

    def isEmpty(self) -> bool:
        return False

    def translate(  # type: ignore[override]  # None is Qt's null string: not known here
        self, context: str, text: str, _disambiguation: str | None = None, _number: int = -1
    ) -> str | None:
        return pseudo(text) if context == CONTEXT else None


ACCENTED = str.maketrans("AaCcEeIiNnOoSsUuYy", "ÅåÇçÉéÎîÑñØøŠšÛûÝý")
OPEN, SHUT = "⟦", "⟧"


def pseudo(text: str) -> str:
    """``text`` a third longer, its placeholders untouched: 'Ñåmé {name}·⟧' in brackets."""
    parts = re.split(r"(\{[^{}]*\}|%n|%L?\d)", text)
    told = "".join(part if at % 2 else part.translate(ACCENTED) for at, part in enumerate(parts))
    return f"{OPEN}{told}{'·' * max(1, len(text) // 3)}{SHUT}"


def install(app: QApplication, code: str, where: Path | None = None) -> str:
    """Put the language ``code`` in force, and its direction; before the first widget is made.

    Returns the code in force: English for one that is not there. What was installed before is taken away.
    """
    for old in app.findChildren(QTranslator):
        app.removeTranslator(old)
        old.deleteLater()
    chosen = next((one for one in languages(where) if one.code == code and one.file), None)
    if code == PSEUDO:
        app.installTranslator(PseudoTranslator(app))
    elif chosen is not None and chosen.file is not None:
        own = QTranslator(app)
        if own.load(f"qtbase_{code}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
            app.installTranslator(own)
        app.installTranslator(Translator(code, read(chosen.file), app))
    rtl = chosen is not None and chosen.right_to_left
    app.setLayoutDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
    now = PSEUDO if code == PSEUDO else chosen.code if chosen else ENGLISH
    app.setProperty("language", now)
    return now
