"""The words of the window in the language it speaks.

English stands in the source; the files of ``resources/languages`` hold the others (see ``translators``).
What is translated is found by ``packaging/strings.py``: the first argument of :func:`tr`, :func:`trn` and
:func:`mark`, always a literal, and the texts of the table of commands. How it is written:

- ``tr("Refused {name}: {why}", name=name, why=why)``: whole sentences, values by name, never ``+`` or an
  f-string, because other languages put the words in another order; a value that needs a format comes
  formatted: ``tr("{share} % done", share=f"{100 * share:.0f}")``;
- ``trn("%n exhibits", n, one="%n exhibit")``: what counts; ``one`` is the English for one;
- ``NAMES = (mark("Image"), mark("Map"))`` where the module is loaded, ``tr(NAMES[0])`` where it is shown;
- what the program compares or keeps (keys, ids, names of tabs, words of the domain) stays as it is and is
  translated where it is shown.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication

CONTEXT = "Theodolite"
ISOLATE, END = "\N{FIRST STRONG ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"


def tr(text: str, /, **values: object) -> str:
    """``text`` in the language of the window; ``{name}`` in it becomes the value of that name."""
    return _filled(QCoreApplication.translate(CONTEXT, text), text, values)


def trn(text: str, number: int, /, *, one: str = "", **values: object) -> str:
    """The same of a text that counts: ``%n`` becomes ``number``, and the form is that of the number.

    ``one``: the English for a number of one, where it is not ``text``.
    """
    counted = text.replace("%n", str(number))
    found = QCoreApplication.translate(CONTEXT, text, "", number)
    if one and number == 1 and found == counted:  # no translation: the English forms
        found = counted = one.replace("%n", "1")
    return _filled(found, counted, values)


def mark(text: str, /) -> str:
    """Marks a constant as a text to be translated where it is shown: ``tr(CONSTANT)``."""
    return text


def current() -> str:
    """The code of the language in force: 'en', 'de'."""
    app = QCoreApplication.instance()
    return str(app.property("language") or "en") if app is not None else "en"


def right_to_left() -> bool:
    return QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft


def _filled(found: str, source: str, values: dict[str, object]) -> str:
    """The values put in; where a translation names others than its source, the source.

    From right to left each text is isolated, so that a file name or a coordinate keeps its own direction.
    """
    if not values:
        return found
    if right_to_left():
        values = {k: f"{ISOLATE}{v}{END}" if isinstance(v, str) and v else v for k, v in values.items()}
    try:
        return found.format(**values)
    except (KeyError, IndexError, ValueError):
        return source.format(**values)
