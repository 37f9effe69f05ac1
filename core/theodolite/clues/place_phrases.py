"""Stretches of a line that may be the name of a place, and the words beside them that say so.

'City Hall of X', 'Ville de X', 'Gemeinde X', 'Willkommen in X', 'X駅': such words make a small place
believable that would otherwise be an ordinary word. Scripts without spaces are cut by characters.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

import regex

from theodolite.clues import scripts
from theodolite.clues.streets import street_words
from theodolite.clues.words import HAN_PLACES, ORDINARY
from theodolite.geo.names import fold


@dataclass(frozen=True, slots=True)
class Phrase:
    """A stretch of a line that may be a name: ``words`` of it, and whether nothing else is on the line.

    ``east``: in a script whose names are a few characters. ``guessed``: the name was found only after
    reading its letters in another script. ``marked``: words beside it say that it names a place.
    """

    text: str
    words: int
    whole: bool
    east: bool
    guessed: bool = False
    marked: bool = False


#: Small words inside names.
_SMALL = "of de du des la le les di da do del della van von am an der im in sur upon l d y i na nad pod"
_LINKING = frozenset(_SMALL.split())
#: Words that stand between a word that marks a name and the name.
_BETWEEN_TOO = "the to a à al w v u do στην στη στο την του в во на"
_BETWEEN = _LINKING | frozenset(_BETWEEN_TOO.split())

#: Brands, goods and words of signs that are towns somewhere, beside those of :mod:`words`.
_NOT_PLACES_TOO = """
mcdonald's mcdonalds levi's levis gap mango carrefour santander champagne cognac salmon berber banka
sens unique burger hamburger frankfurter wiener berliner pizza kebab subway target boots windows oracle
casino casio chanel gucci prada dior rolex zara puma fila lacoste hugo boss aldi lidl penny metro spar
coop migros magnit shell esso agip repsol texaco mobil lukoil orlen bp dhl ups fedex visa mastercard
maestro royal sony dell jaguar opel dacia mini mustang corolla bic pilot parker sprite fanta evian
perrier vittel milka nestle danone lipton twinings campari martini bacardi chivas
"""
_NOT_PLACES = ORDINARY | frozenset(_NOT_PLACES_TOO.split())

_MARKS_BEFORE = """
city town village municipality district county borough ville commune mairie gare gemeinde stadt
kreis landkreis rathaus bahnhof flughafen comune provincia municipio stazione ayuntamiento
municipalidad alcaldía ciudad estación aeropuerto aéroport airport prefeitura município câmara
cidade estação gmina miasto urząd obec město mesto općina opština občina grad primăria orașul
municipiul gara kommune kommun stad gemeente station hall university université universität
universidad universidade università politechnika welcome bienvenue willkommen benvenuti benvenuto
bienvenidos bienvenido bem-vindo bem-vindos witamy vítejte vitajte dobrodošli velkommen välkommen
tervetuloa welkom sveiki laipni datang selamat город города городской администрация станция вокзал
район посёлок село деревня пожаловать аэропорт місто просимо станція село община община гр град
δήμος σταθμός ορίσατε ήρθατε bandara stasiun kota kabupaten kecamatan thành tỉnh huyện quận police
polizei policía polícia policie stadtwerke مدينة بلدية محطة مطار محافظة جامعة עיריית תחנת สถานี
จังหวัด อำเภอ เทศบาล ქალაქი քաղաք
"""
_MARKS_AFTER = """
city town village municipality district county borough station airport hall university hauptbahnhof
bahnhof hbf belediyesi belediye valiliği otogarı havalimanı üniversitesi ilçesi kaymakamlığı hoş
kaupunki kunta asema linn vald raudteejaam kommune kommun dworzec główny nádraží kolodvor pályaudvar
állomás város município вокзал станция район область станція район қаласы ауданы shahri tumani
rayonu şəhəri नगर निगम जंक्शन स्टेशन 시청 역 군청 구청
"""


@cache
def _marks() -> tuple[frozenset[str], frozenset[str]]:
    before, after = (
        frozenset(fold(word) for word in words.split()) for words in (_MARKS_BEFORE, _MARKS_AFTER)
    )
    return before, after


#: Scripts written without spaces between words, and those written with them but for Latin, Greek, Cyrillic.
_RUNS = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}ー々ヶ]{2,}")
_UNSPACED = regex.compile(r"[\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]{4,}")
_TOKEN = regex.compile(
    r"[\p{Latin}\p{Greek}\p{Cyrillic}\p{Armenian}\p{Georgian}\p{Arabic}\p{Hebrew}\p{Devanagari}\p{Bengali}"
    r"\p{Tamil}\p{Telugu}\p{Gujarati}\p{Gurmukhi}\p{Kannada}\p{Malayalam}\p{Sinhala}\p{Ethiopic}\p{Hangul}\p{M}]"
    r"[\p{L}\p{M}'’״׳.-]*"
)
_LETTER = regex.compile(r"\p{L}\p{M}*")
_HANGUL = regex.compile(r"\p{Hangul}{2,}")
_HANGUL_PLACES = ("시", "군", "구", "역", "읍", "면", "도", "동")
_CASED = regex.compile(r"[\p{Latin}\p{Greek}\p{Cyrillic}\p{Armenian}]")


def phrases(text: str) -> list[Phrase]:
    """Stretches of a line that may be names, longest first."""
    return _east(text) + _unspaced(text) + _west(text)


def unspaced(text: str) -> str:
    """A line of letters set apart as one word: '평 양' -> '평양', 'P A R I S' -> 'PARIS'."""
    letters = text.split()
    return "".join(letters) if len(letters) > 1 and all(_LETTER.fullmatch(part) for part in letters) else text


def ends_as_place(phrase: Phrase) -> bool:
    """Whether the last character says what kind of place it is (市, 駅, 시)."""
    return phrase.text.endswith((*HAN_PLACES, "駅", "站", *_HANGUL_PLACES)) and len(phrase.text) >= 3


def _is_small(word: str) -> bool:
    """Whether a word begins with a small letter, in scripts that have them."""
    return bool(_CASED.match(word)) and word[0].islower()


def _west(text: str) -> list[Phrase]:
    without = regex.sub(r"\S*(?:://|www\.|@)\S*", " ", text)
    if any(span for _, _, span in street_words(text)):
        # A line with a street word names a street; the places streets are called after are elsewhere.
        return []
    words = [token.strip(".'’-") for token in _TOKEN.findall(without)]
    words = [word for word in words if word and word.lower() not in ("km", "m", "mi", "miles", "км")]
    small = sum(_is_small(word) and word.lower() not in _LINKING for word in words)
    prose = len(words) >= 4 and small * 2 >= len(words)
    found = []
    for size in range(min(5, len(words)), 0, -1):
        for start in range(len(words) - size + 1):
            part = words[start : start + size]
            whole = size == len(words)
            if not whole and (_is_small(part[0]) or _is_small(part[-1])):
                continue
            if size > 1 and any(_is_small(word) and word.lower() not in _LINKING for word in part[1:]):
                continue
            if all(word.lower() in _NOT_PLACES for word in part):
                continue
            if size == 1 and (len(part[0]) < (2 if _HANGUL.match(part[0]) else 3) or (prose and start == 0)):
                continue
            phrase = " ".join(part)
            if len(phrase) < 4 and not whole and not _HANGUL.match(phrase):
                continue
            made = Phrase(phrase, size, whole, bool(_HANGUL.fullmatch(phrase)))
            found.append(replace(made, marked=_marked(words, start, size)))
    return found


def _marked(words: list[str], start: int, size: int) -> bool:
    """Whether a word before (small words between) or right after says that this is a place."""
    before, after = _marks()
    if start + size < len(words) and fold(words[start + size]) in after:
        return True
    at = start - 1
    while at >= 0 and words[at].lower() in _BETWEEN:
        at -= 1
    return at >= 0 and fold(words[at]) in before


def _east(text: str) -> list[Phrase]:
    found: list[Phrase] = []
    runs = _RUNS.findall(text)
    streets = {word for word, _, _ in street_words(text)}
    for run in runs:
        if run in streets:
            continue
        whole = len(runs) == 1
        for size in range(min(8, len(run)), 1, -1):
            for start in range(len(run) - size + 1):
                part = run[start : start + size]
                kana = not scripts.counts(part).get("Hani")
                if kana and (size < 3 or part != run):
                    continue  # kana are grammar and foreign words far more often than names
                found.append(Phrase(part, 1, whole and part == run, True))
    return found


def _unspaced(text: str) -> list[Phrase]:
    """Thai, Lao, Khmer, Burmese: runs and their parts of at least four characters, cut between letters."""
    found: list[Phrase] = []
    runs = _UNSPACED.findall(text)
    for run in runs:
        cuts = [at for at in range(len(run) + 1) if at == len(run) or not regex.match(r"\p{M}", run[at])]
        for size in range(min(20, len(run)), 3, -1):
            for start in cuts:
                part = run[start : start + size]
                if start + size not in cuts or len(part) < size:
                    continue
                whole = len(runs) == 1 and part == run
                found.append(Phrase(part, 1, whole, True, marked=_title(run[:start])))
    return found


def _title(before: str) -> bool:
    return any(before.endswith(word) for word in ("จังหวัด", "อำเภอ", "เมือง", "เทศบาล", "ตำบล", "สถานี", "เขต"))
