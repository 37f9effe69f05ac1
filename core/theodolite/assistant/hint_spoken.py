"""Whether a person's own words hold what a hint says: every name, every number with its unit, and the words
for its kind, in any language known here.

It only ever says no too often: a word that is not listed makes a hint refused. Names are looked up as the
gazetteer, the country tables and CLDR know them, so "Florenz" was said where a hint names Florence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from theodolite.assistant import hint_book
from theodolite.assistant.hint_languages import LANGUAGES
from theodolite.assistant.hint_words import GROUPS, NOT_TOWNS
from theodolite.geo import countries, regions
from theodolite.geo.gazetteer import Gazetteer
from theodolite.geo.gazetteer_forms import forms
from theodolite.geo.names import EAST_RUN, fold

_MOST_WORDS = 4  # of one name
_LONGEST_EAST = 8
_EAST_LEAST = 2
_SAME = 200  # namesakes that are looked at
_DEAREST = 3.0  # nats: forms of a name that cost more are guesses

#: Words by which a kind of hint is said, folded when compared. Stems: what a word begins with.
KINDS: Mapping[str, str] = {
    "coast": (
        "coast shore sea seaside ocean seafront kust ufer strand meer ozean cote mer littoral "
        "rivage plage costa mar litoral orilla oceano spiaggia mare riva praia море моря морем "
        "морю побереж берег океан 海 岸 沿海 浜 بحر البحر ساحل الساحل deniz kiyi sahil kyst sjo hav "
        "meren zee wybrzez morz nad more"
    ),
    "inland": (
        "inland interior binnenland landesinner hinterland interieur interno entroterra tierra "
        "глубин 内陆 内陸 داخل iclerinde"
    ),
    "above": (
        "above over higher more least uber ueber oberhalb hoher mehr mindestens dessus plus "
        "encima sobre mas superior sopra oltre piu acima mais выше более свыше над 以上 高于 超过 فوق "
        "اعلي uzerinde"
    ),
    "below": (
        "below under lower less most unter unterhalb niedriger weniger hochstens sous dessous "
        "moins debajo menos bajo sotto meno inferior abaixo ниже менее под 以下 低于 未満 تحت اقل "
        "altinda"
    ),
    "between": (
        "between zwischen entre tra fra между меж 之间 之間 间 間 بين arasinda miedzy mellan mellem tussen"
    ),
    "left": ("left links linke linken gauche izquierda sinistra esquerda лев слева 左 يسار اليسار soldan"),
    "right": ("right rechts rechte rechten droite derecha destra direita прав справа 右 يمين اليمين sagdan"),
    "drive": (
        "driv drove traffic fahr fuhr verkehr condui roul circul conduc manej trafic guid dirig "
        "traffico transito ездят едут движен 开车 行驶 通行 運転 走 يقود السير trafik jazd kjor kor rijd"
    ),
    "speak": (
        "speak spoke spoken talk language hear heard sprach sprech spricht gesprochen rede parl "
        "langue enten habl idioma lengua oi oye parlano lingua sentito fala falam falar говор "
        "речь язык слыш 说 讲 話 语 語 يتكلم يتحدث لغه konus mowi prat"
    ),
    "write": (
        "sign writ text letter word language inscri schild schrift geschrieb buchstab sprach ecri "
        "panneau langue texte escrit letrero cartel idioma scritt cartell lingua insegna placa "
        "надпис написа вывеск язык текст 字 牌 语 語 看板 مكتوب لافته لغه yaz tabela"
    ),
    "wrong": (
        "wrong false mistak incorrect misread ignore disregard discard error falsch irrtum fehler "
        "faux erron tort ignor falso equivoc sbagli errat errad неправ неверн ошиб 错 誤 間違 خطا غلط "
        "yanlis"
    ),
}
#: Words that deny, in languages whose hints are read and in others.
_DENIALS = """
not no never nor neither none without cannot cant isnt wasnt dont doesnt didnt wont arent couldnt
wouldnt shouldnt exclude excluded unlikely outside except wrong nowhere nobody hardly impossible
rather instead nicht kein keine keinen nie niemals ohne ausser weder pas non ni jamais sans sauf
aucun nunca jamas sin tampoco ningun mai senza ne nao sem nem не нет ни никогда кроме без niet geen
nooit inte ikke aldrig aldri ingen ei eivat eika nigdy bez nincs nu degil yok hayir لا ليس ليست غير
لم ما δεν οχι לא tidak bukan khong hindi nahi nahin नहीं
nothing doubt doubts doubted doubtful disagree deny denies denied
nichts niemand keiner keines keinem nirgends zweifel zweifle bezweifle bezweifelt statt
rien personne aucune doute doutes nulle nada nadie ninguna ninguno ningún dudo duda niente nulla nessun
nessuno nessuna dubbio dubito nenhum nenhuma ninguem duvido duvida ничего никто нигде вряд сомневаюсь
сомнений сомнения ані ніде нема немає сумніваюся сумніву
"""
_DENY = frozenset(fold(word) for word in _DENIALS.split()) | frozenset(_DENIALS.split())
_SHORTENED = re.compile("n['\u2019]t(?!\\w)", re.I)
#: How words for peoples and languages end: "Italian" does not name Italy.
_OF_PEOPLE = re.compile("(?:an|ans|ish|ese|ien|ienne|isch|ische|ano|ana|ani|ane|esa|enne|ino|ina)$")
_DENY_EAST = re.compile("[不没非未無无]|ない|ません|じゃな|ではな|아니|않|없")
_NUMBER = re.compile(r"[-+\u2212]?\d+(?:[.,]\d+)?")


class Said:
    """A person's words, and what was named in them."""

    def __init__(self, text: str, gazetteer: Gazetteer | None) -> None:
        self.text = text
        self.folded = fold(text)
        self._words = self.folded.split()
        self._gazetteer = gazetteer
        self._meant: frozenset[object] | None = None

    # --- kinds ----------------------------------------------------------------------------------

    def has(self, kind: str) -> bool:
        """Whether a word for this kind of hint was said."""
        return any(self._begins(stem) for stem in map(fold, KINDS[kind].split()))

    def _begins(self, stem: str) -> bool:
        if EAST_RUN.fullmatch(stem):
            return stem in self.folded
        if len(stem) <= 3:
            return stem in self._words
        return any(word.startswith(stem) for word in self._words)

    @property
    def denies(self) -> bool:
        """Whether anything is denied or doubted, whatever it is."""
        return self._denials(())

    def denies_beside(self, kind: str) -> bool:
        """Whether anything is denied by another word than those for this kind of hint."""
        return self._denials(tuple(map(fold, KINDS[kind].split())))

    def _denials(self, apart: tuple[str, ...]) -> bool:
        plain = re.sub("['\u2019]", "", self.text.casefold())
        spoken = {*self._words, *fold(plain).split()}
        own = any(
            re.search(rf"(?<!\w)(?:{book.negation})(?!\w)", self.text, re.I)
            for book in LANGUAGES
            if not book.joined
        )
        words = {word for word in spoken & _DENY if not (apart and word.startswith(apart))}
        return own or bool(words) or bool(_SHORTENED.search(self.text)) or bool(_DENY_EAST.search(self.text))

    @property
    def records(self) -> frozenset[str]:
        """Ids of records that were named, as C3, in capitals."""
        found = re.findall(r"(?<![a-z0-9])[a-z]\d+(?![a-z0-9])", self.text, re.I)
        return frozenset(name.upper() for name in found)

    def table(self, name: str) -> frozenset[object]:
        """What a table of the languages ('directions', 'seasons', 'months') gives for the words said."""
        found: set[object] = set()
        for book in LANGUAGES:
            for word, value in hint_book.values(book, name).items():
                there = word in self.folded if book.joined else f" {word} " in f" {self.folded} "
                if there:
                    found.add(value)
        return frozenset(found)

    # --- numbers --------------------------------------------------------------------------------

    def numbers(self, text: str) -> bool:
        """Whether every number of ``text`` was said, with the same unit where it has one."""
        said = _quantities(self.text)
        return all(
            any(value in others and (unit is None or unit in units) for others, units in said)
            for value, unit in _stated(text)
        )

    # --- names ----------------------------------------------------------------------------------

    def names(self, name: str) -> bool:
        """Whether ``name`` was said: as it is, or by another name of the same place or language."""
        key = fold(name)
        if not key:
            return True
        if key in NOT_TOWNS and not re.search(rf"(?<!\w){re.escape(name.strip())}(?!\w)", self.text):
            return False
        here = f" {key} " in f" {self.folded} " or (bool(EAST_RUN.search(key)) and key in self.folded)
        return here or bool(self._means((key,)) & self._everything)

    @property
    def _everything(self) -> frozenset[object]:
        """What any run of the words said can mean."""
        if self._meant is None:
            runs = {
                " ".join(self._words[first : first + count])
                for count in range(1, _MOST_WORDS + 1)
                for first in range(len(self._words) - count + 1)
            }
            for run in EAST_RUN.findall(self.folded):
                for count in range(_EAST_LEAST, _LONGEST_EAST + 1):
                    runs |= {run[first : first + count] for first in range(len(run) - count + 1)}
            keys = {
                form.key
                for run in runs - NOT_TOWNS
                for form in forms(run)
                if form.cost < _DEAREST and not (form.inflected and _OF_PEOPLE.search(run))
            }
            self._meant = self._means(sorted(keys))
        return self._meant

    def _means(self, keys: Iterable[str]) -> frozenset[object]:
        found: set[object] = set()
        for key in (key for key in keys if len(key) > 1):
            country = countries.lookup(key)
            language = countries.language_lookup(key)
            found |= {("country", country)} if country else set()
            found |= {("language", language)} if language else set()
            found |= {("region", code) for code in regions.lookup(key)}
            if key in GROUPS:
                found.add(("group", GROUPS[key][0]))
            if self._gazetteer is not None:
                there = self._gazetteer.lookup(key, fuzzy=False, limit=_SAME)
                found |= {("place", match.place.id) for match in there if match.exact}
        return frozenset(found)


def _units() -> Mapping[str, float]:
    """Kilometres of each unit's word in any language, folded."""
    return {word: float(km) for book in LANGUAGES for word, km in hint_book.values(book, "units").items()}


def _stated(text: str) -> list[tuple[float, float | None]]:
    """Numbers of a sentence of ours, each with the kilometres of its unit; two may share one."""
    found: list[tuple[float, float | None]] = []
    waiting = 0
    for match in _NUMBER.finditer(text):
        unit = _unit_after(text, match.end())
        found.append((float(match[0].replace(",", ".").replace("\u2212", "-")), unit))
        if unit is None:
            waiting += 1
            continue
        for number in range(len(found) - 1 - waiting, len(found) - 1):
            found[number] = (found[number][0], unit)
        waiting = 0
    return found


def _unit_after(text: str, at: int) -> float | None:
    after = re.match(r"\s*([^\W\d_]+\.?[^\W\d_]*)", text[at:])
    if not after:
        return None
    units, word = _units(), fold(after[1])
    if word in units:
        return units[word]
    return next((km for unit, km in units.items() if EAST_RUN.search(unit) and word.startswith(unit)), None)


def _quantities(text: str) -> list[tuple[frozenset[float], frozenset[float]]]:
    """Numbers as said: all they can be read as ("1,500"), and the kilometres of the unit that follows."""
    plain = "".join(str(int(c)) if c.isdecimal() else c for c in text).replace("\u2212", "-")
    found: list[tuple[frozenset[float], frozenset[float]]] = []
    loose: list[int] = []
    for match in re.finditer(r"[-+]?\d+(?:[.,\u00a0\u202f ]\d{3}(?!\d))*(?:[.,]\d+)?", plain):
        digits = re.sub(r"[\u00a0\u202f ]", "", match[0])
        values = set()
        for decimal, thousand in ((".", ","), (",", ".")):
            whole = rf"[-+]?(?:\d+|\d{{1,3}}(?:{re.escape(thousand)}\d{{3}})+)(?:{re.escape(decimal)}\d+)?"
            if re.fullmatch(whole, digits):
                values.add(float(digits.replace(thousand, "").replace(decimal, ".")))
        unit = _unit_after(plain, match.end())
        found.append((frozenset(values), frozenset(() if unit is None else (unit,))))
        if unit is None:
            loose.append(len(found) - 1)
            continue
        for number in loose:
            found[number] = (found[number][0], frozenset((unit,)))
        loose = []
    return found
