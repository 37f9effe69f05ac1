"""What a person chose for one report: sections, what may leave the case, precision, template, language.

The defaults disclose nothing that is protected, mask what is masked, and make a draft.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from theodolite.domain import PROTECTED, Protected
from theodolite.errors import InputError

Section = Literal[
    "comparison",
    "pairs",
    "exhibits",
    "derived",
    "clues",
    "hints",
    "candidates",
    "contradictions",
    "verdicts",
    "review",
    "references",
    "strategies",
    "conversation",
    "model",
    "method",
    "people",
    "protection",
    "verification",
    "custody",
]

#: Sections in the order of the report, each with its heading. What is not listed is always there: the
#: claim and its answer, the finding, what it does not show, limits, integrity and signatures.
SECTIONS: dict[Section, str] = {
    "comparison": "Leading candidates side by side",
    "pairs": "Marked pairs",
    "exhibits": "Exhibits",
    "derived": "Derived images",
    "clues": "Clues",
    "hints": "Hints",
    "candidates": "Candidates",
    "contradictions": "Contradictions",
    "verdicts": "Verdicts and alternatives",
    "review": "Second examiner",
    "references": "Similar references",
    "strategies": "Other strategies",
    "conversation": "Conversation",
    "model": "Model output",
    "method": "Method",
    "people": "People and responsibilities",
    "protection": "Protection",
    "verification": "Verification kit",
    "custody": "Chain of custody",
}

#: What speaks for another answer is printed in every report; these cannot be left out.
KEPT: frozenset[Section] = frozenset(
    {"clues", "candidates", "contradictions", "verdicts", "review", "protection"}
)

LARGEST_LOGO = 512_000
_LOGOS = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")


@dataclass(frozen=True, slots=True)
class Template:
    """The look of a house. ``logo``: PNG or JPEG bytes, b'' for none; ``header`` and ``footer``: one line of
    text each on every page; ``accent``: the colour of rules and headings, ``#rrggbb``, '' for ours."""

    logo: bytes = b""
    header: str = ""
    footer: str = ""
    accent: str = ""


@dataclass(frozen=True, slots=True)
class Choices:
    """The choices for one report.

    ``sections``: those to print, in the report's own order whatever is given; those in :data:`KEPT` are
    printed all the same. ``disclose``: the protected fields that may leave the case. ``precision_km``: the
    finest place that the report may name, in kilometres; None: as found. ``redact``: masks of exhibits are
    filled in every picture. ``graphic``: exhibits marked graphic are shown as they are. ``final``: a final
    report, which needs a question and a mandate. ``authors`` and ``reviewers``: ids of persons of the case.
    ``language``: a language of :mod:`theodolite.report.wording`.
    """

    sections: frozenset[Section] = frozenset(SECTIONS)
    disclose: frozenset[Protected] = frozenset()
    precision_km: float | None = None
    redact: bool = True
    graphic: bool = False
    final: bool = False
    authors: tuple[str, ...] = ()
    reviewers: tuple[str, ...] = ()
    template: Template = Template()
    language: str = "en"

    def shows(self, section: Section) -> bool:
        """Whether the report prints ``section``."""
        return section in self.sections or section in KEPT


def checked(choices: Choices) -> Choices:
    """``choices`` as given; InputError with the next step where they cannot be met."""
    unknown = sorted(set(choices.sections) - set(SECTIONS))
    if unknown:
        raise InputError(f"There is no section {unknown[0]!r}. Choose among: {', '.join(SECTIONS)}.")
    fields = sorted(set(choices.disclose) - set(PROTECTED))
    if fields:
        raise InputError(f"There is no protected field {fields[0]!r}. Choose among: {', '.join(PROTECTED)}.")
    if choices.precision_km is not None and not 0 < choices.precision_km <= 1000:
        raise InputError("The precision of places is above 0 and at most 1,000 kilometres.")
    logo = choices.template.logo
    if logo and (len(logo) > LARGEST_LOGO or not logo.startswith(_LOGOS)):
        raise InputError("The logo must be a PNG or JPEG picture of at most 500 kB.")
    accent = choices.template.accent
    if accent and not (
        len(accent) == 7 and accent[0] == "#" and set(accent[1:].lower()) <= set("0123456789abcdef")
    ):
        raise InputError("The accent colour is written as #0b5cad.")
    return choices
