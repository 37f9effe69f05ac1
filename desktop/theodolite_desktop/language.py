"""The words of the window in the language it speaks.

English stands in the source; Qt's translators (``resources/languages``) hold the others. What is translated
is found by ``packaging/strings.py``: the first argument of :func:`tr`, :func:`trn` and :func:`mark`, always
a literal, and the texts of the table of commands.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

CONTEXT = "Theodolite"


def tr(text: str, /, **values: object) -> str:
    """``text`` in the language of the window; ``{name}`` in it becomes the value of that name."""
    found = QCoreApplication.translate(CONTEXT, text)
    return found.format(**values) if values else found


def trn(text: str, number: int, /, **values: object) -> str:
    """The same of a text that counts: ``%n`` becomes ``number``, and the form is that of the number."""
    found = QCoreApplication.translate(CONTEXT, text, "", number)
    return found.format(**values) if values else found


def mark(text: str, /) -> str:
    """Marks a constant as a text to be translated where it is shown: ``tr(CONSTANT)``."""
    return text
