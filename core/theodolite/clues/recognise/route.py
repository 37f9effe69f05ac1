"""Which recogniser's answer for a line is believed: pure decisions on what was seen and what was read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from theodolite.clues import scripts
from theodolite.clues.recognise.classify import NO_TEXT, NUMBER, Guess
from theodolite.clues.recognise.lines import NO_RECOGNISER, NOT_INSTALLED, NOT_READ
from theodolite.clues.recognise.plausible import family, plainly_read, plausible
from theodolite.clues.recognise.tessdata import LANGUAGES, OWN, how_to_get
from theodolite.clues.recognise.tesseract import Read

#: A script this likely is asked of its recogniser; at most this many of them.
ASKED, MOST = 0.12, 3
#: A script this likely is named where nothing could be read.
NAMED = 0.90
#: Support of the classifier (0..1) with which the main reader is believed.
SUPPORT = 0.40
#: Confidence of the main reader that needs no support, unless the pixels clearly show another script.
SELF_EVIDENT = 0.97
#: Scripts whose letters look like Latin ones: the pixels alone do not overrule a sure Latin reading.
ALIKE = ("Cyrl", "Grek")


@dataclass(frozen=True, slots=True)
class Verdict:
    """Text, or a refusal (``text`` ''), with the script seen and, where data is missing, its command."""

    text: str
    confidence: float
    script: str
    own: bool = True
    reason: str = ""
    command: str = ""


def asked(guess: Guess, text: str, confidence: float) -> tuple[str, ...]:
    """Scripts whose recognisers should read the line besides the main reader, likeliest first.

    None where the main reader plainly read what the classifier sees too. Capitals that are the same in
    Cyrillic or Greek are asked of those when there is any sign of them.
    """
    # What the main reader made nothing of may be a script that was taken for Latin.
    floor = ASKED if confidence >= 0.85 or guess.writing < 0.5 else 0.05
    others = [code for code, share in guess.scripts if share >= floor and code not in OWN and code != NO_TEXT]
    if plainly_read(text, confidence) and support(guess, text) >= 0.8:
        others = []
    if text and scripts.ambiguous(text):
        others += [code for code in ("Cyrl", "Grek") if guess.of(code) >= 0.04 and code not in others]
    if len(set(others) & set(ALIKE)) == 1:
        others += [code for code in ALIKE if code not in others]
    return tuple(others[:MOST])


#: Scripts that one glance confuses: when no asked recogniser makes sense of a line, these are asked too.
_SIBLINGS = {
    "Deva": ("Guru", "Beng", "Gujr"), "Guru": ("Deva", "Gujr", "Beng"), "Beng": ("Deva", "Guru"),
    "Gujr": ("Deva", "Guru"), "Orya": ("Mlym", "Taml"), "Taml": ("Mlym", "Telu"), "Telu": ("Knda", "Sinh"),
    "Knda": ("Telu", "Mlym"), "Mlym": ("Taml", "Knda"), "Sinh": ("Telu", "Knda"), "Thai": ("Laoo", "Khmr"),
    "Laoo": ("Thai", "Khmr"), "Khmr": ("Thai", "Laoo"), "Mymr": ("Khmr", "Mlym"), "Hebr": ("Ethi", "Arab"),
    "Armn": ("Geor", "Ethi"), "Geor": ("Armn", "Mlym"), "Ethi": ("Armn", "Hang"), "Arab": ("Thaa",),
    "Thaa": ("Arab",), "Cyrl": ("Grek",), "Grek": ("Cyrl",), "Tibt": ("Deva", "Mymr"),
}  # fmt: skip


def also(guess: Guess, reads: Mapping[str, Read | None]) -> tuple[str, ...]:
    """What else to ask after ``reads`` made no sense; nothing where the line does not look foreign."""
    code, share = guess.best
    if code in (*OWN, NO_TEXT) or share < 0.35 or _best(guess, reads)[1] is not None:
        return ()
    return tuple(sibling for sibling in _SIBLINGS.get(code, ()) if sibling not in reads)


def support(guess: Guess, text: str) -> float:
    """P(the script is that of ``text``); numbers may stand in a line of any script the reader knows."""
    found = family(text)
    share = guess.of(found)
    if found == NUMBER:
        return share + guess.of("Latn") + guess.of("Hani")
    if found in ("Latn", "Hani"):
        letters = scripts.counts(text)
        mixed = letters.get("Latn", 0) and len(letters) > 1
        share += guess.of(NUMBER) * 0.5 + (guess.of("Latn") + guess.of("Hani") - share if mixed else 0.0)
    return min(share, 1.0)


def decide(
    guess: Guess,
    text: str,
    confidence: float,
    reads: Mapping[str, Read | None],
    *,
    near: frozenset[str] = frozenset(),
) -> Verdict:
    """What is said of a line.

    ``text`` and ``confidence`` are the main reader's; ``reads`` holds for each script of :func:`asked` the
    reading, None where its data is missing. ``near``: scripts surely read elsewhere in the same picture.
    """
    own = plainly_read(text, confidence)
    backed = support(guess, text)
    code, share = guess.best
    other, read = _best(guess, reads, near)
    evident = own and _evident(text, confidence)
    if read is not None:
        sure = guess.of(other)
        stronger = sure >= 0.9 and read.known >= 0.6 and read.confidence >= 0.9 and other not in ALIKE
        if not own or stronger or (not evident and (sure >= 0.6 or backed < SUPPORT)):
            return Verdict(read.text, read.confidence, other, own=False)
        if scripts.ambiguous(text) and (other in near or (sure >= 0.25 and read.known >= 0.9)):
            return Verdict(read.text, read.confidence, other, own=False)
    if own and backed >= SUPPORT:
        return Verdict(text, confidence, family(text))
    foreign = code not in (*OWN, *ALIKE, NO_TEXT) and share >= NAMED
    if evident and not foreign:
        return Verdict(text, confidence, family(text))
    return _refusal(guess, reads)


def _best(
    guess: Guess, reads: Mapping[str, Read | None], near: frozenset[str] = frozenset()
) -> tuple[str, Read | None]:
    """The plausible reading with the most behind it: script told, confidence, words known."""
    good = []
    for code, read in reads.items():
        if read is None:
            continue
        share = guess.of(code)
        if share >= 0.04 and guess.best[1] < 0.8:
            # Asked rivals that read far worse leave their share to this one, unless one is all but certain.
            beaten = [c for c, r in reads.items() if r is not None and r.confidence <= read.confidence - 0.2]
            share = min(1.0, share + sum(guess.of(rival) for rival in beaten))
        if plausible(read, code, share):
            if code in ALIKE and near & set(ALIKE) and code not in near:
                share *= 0.3  # capitals that are the same in both: the rest of the picture decides
            share += 0.3 * (code in near)
            good.append((read.confidence * (0.3 + share) + 0.2 * read.known, code, read))
    if not good:
        return "", None
    _, code, read = max(good, key=lambda item: (item[0], item[1]))
    return code, read


def _evident(text: str, confidence: float) -> bool:
    """Whether the main reader may be believed against the pixels: gibberish is never so sure or so long."""
    size = sum(character.isalnum() for character in text)
    words = [word for word in text.split() if sum(scripts.counts(word).values()) >= 2]
    long = len(words) >= 2 and size >= 8 and confidence >= 0.92
    return long or (confidence >= SELF_EVIDENT and (size >= 3 or not scripts.counts(text)))


def _refusal(guess: Guess, reads: Mapping[str, Read | None]) -> Verdict:
    code, share = guess.best
    if code in (NO_TEXT, NUMBER) or share < NAMED:
        return Verdict("", 0.0, "", reason=NOT_READ)
    if code in OWN:
        return Verdict("", 0.0, code, reason=NOT_READ)
    if code not in LANGUAGES:
        return Verdict("", 0.0, code, reason=NO_RECOGNISER)
    if code in reads and reads[code] is None:
        return Verdict("", 0.0, code, reason=NOT_INSTALLED, command=how_to_get(code))
    return Verdict("", 0.0, code, reason=NOT_READ)
