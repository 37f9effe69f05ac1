"""A name as signs write it, taken back to the form a gazetteer holds: 'в Москве', 'Warszawie', "İstanbul'da".

A bounded set of rules by script, not a grammar: what stands before a name (prepositions, articles, 'City
Hall of'), what is written onto its end, and the commonest case endings of Slavic, Baltic, Finnic, Hungarian,
Turkic, Greek, Georgian, Armenian and other languages. A rule that does not apply costs nothing but a
look-up; one that does costs score, because the same letters may be another name. Costs are nats, as in
:mod:`gazetteer_errors`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from theodolite.geo.names import ADDED_ENDINGS, fold, without_additions

#: Costs: a preposition or article beside the name, a word such as 'station', a suffix after an apostrophe,
#: a case ending, an adjective's ending in front of a noun's.
BESIDE, ADDITION, APOSTROPHE, ENDING, ADJECTIVE = 0.4, 0.6, 0.6, 2.0, 1.0

MOST_FORMS = 28


@dataclass(frozen=True, slots=True)
class Form:
    """A folded name to look up, what it costs, and whether an inflection was taken off."""

    key: str
    cost: float
    inflected: bool = False


_BEFORE = """
администрация администрации administration администрациясы в во из на под у з із до м от във г гор
город города городе місто с село пос поселок деревня ст станция вокзал община общината район области
область w we z ze do na v ve u iz od ku k in im nach von aus zu bei a à au aux de du des d en di da
del della dei al alla e em no para el la las los le les il lo the at to from near of te naar van i
till från till på la din ne nga στην στη στο στον στα στισ απο την τησ τη του των η ο το τα οι δημοσ
σταθμοσ في من الى مدينه محطه بلديه مطار محافظه ولايه עיריית תחנת di ke dari kota kabupaten stasiun
bandara o tai thanh pho tinh quan huyen xa ga tp tx citta comune commune ville mairie gare hotel
gemeinde stadt rathaus bahnhof city town village hall municipality station airport port municipio
ayuntamiento estacion ciudad alcaldia prefeitura municipal camara cidade estacao concelho stazione
aeroporto aeropuerto aeroport obec mesto mestsky gmina miasto miasta urzad grad opcina opstina
kolodvor gara primaria orasul oras municipiul comuna kommune kommun stad dworzec flughafen
universite university universitat university universidad office tourisme syndicat district county
region महानगर नगर शहर जिला จังหวัด อำเภอ เมือง ตำบล สถานี เทศบาล ქალაქი քաղաք
"""
_AFTER = """
city hall town village station municipality district county airport port hauptbahnhof bahnhof hbf hl
hlavni nadrazi gl glowny glowna centralna centralny kolodvor belediyesi belediye otogari istasyonu gari
havalimani valiligi kaymakamligi ilcesi rajonu kaupunki kaupungin kunta asema linn linnavalitsus vald
savivaldybe novads pasvaldiba dome palyaudvar varos kozseg megye allomas kommune kommun stad centrum
centre center centro central zentrum mitte sud nord ost west est ouest sur norte город вокзал станция
область района район місто міськрада общ обл қаласы облысы шаһәре में से का की के को नगर जंक्शन निगम 시청
군청 구청 प्रदेश σταθμοσ qalasi shahri tumani viloyati rayonu km m
"""

#: Ending -> what may have stood there. Written as in the language; compared folded.
_ENDINGS = """
ie:a,,o owie:ow u:,o,a iu: i:,a,e,ia,ij ach:e,y,i em:e,,o ej:a cie:t dzie:d dze:ga ze:ha,ga y:a,,e,i
a:,o,e ci:ka,ec,c ich:e iach:e ech:y ych:y,e ami:y e:a,o,,as,is ou:a om:,o ovi:,ov uje:us oje:a yje:is
iuose:iai uose:ai iai:is o:as os:a us: i:s,is ssa:,i ssä: sta: lla: lta: lle: ella: elta: elle: essa:
esta: een:e ngissa:nki ngista:nki ngin:nki russa:rku run:rku dessa:ti desta:ti den:ti n: en: an: in:i,ki
oon:o aan:a as: is: s: st: sse: l: le: ban: ben: ból: ből: ba: be: ra: re: ról: ről: on: en: ön: nál:
nél: tól: től: ott: ett: ött: t: ig: i: da: de: ta: te: dan: den: tan: ten: daki: deki: ya: ye: nın:
nin: nun: nün: ın: in: un: ün: lı: li: lu: lü: ga: ge: ka: ning: gacha:  ko: tik: tara:
ului: ul: ëve:a ës:a,e ë:a,e es:a, е:а,,о,я и:ь,а,я,,е ы:а, у:,а,о ю:ь,я ой:а ою:а ом:,о ем:ь,е,о
ах:ы,и,а ях:и,я,і а:,о я:ь,й,е ии:ия ске:ск ска:ск ску:ск ском:ск,ское ого:ое,ый ов:ы ев:ы ск:ска єві:їв
ові:ів еві:їв і:а,о,я,ь, ї:я ці:ка,ця зі:га сі:ха у:ів,ов ові: еві: да: де: та: те: дан: ден: тан: тен:
ға: ге: қа: ке: ның: нің: дың: дің: тың: тің: д: т: аас: ээс: ыг: ийн: та: те: нда: нде: ҙа: ла: лә: ς:
ης:η ας:α ου:ος,ο ων:α,ες,οι ους:οι,α :ς ες:α,η ό:ός ში:ი,ა, დან:ი,ა, ს:ი, ის:ი, ում: ի: ից: ին: ը: 에서:
에: 의: 으로: 로: 까지: 은: 는: 을: 를: 이: 행: 방면: 방향: ில்: யில்: இல்: ல்: য়: ে: তে: র: ের: లో: కు: ನಲ್ಲಿ: ಯಲ್ಲಿ:
യിൽ: ിൽ:
"""
_ADJECTIVES = """
ом:ый,ий,ое ем:ий,ее ой:ая,ой их:ие ых:ые ого:ый,ий,ое его:ий ую:ая им:ий ім:ий,а ій:а ому:ий,е ых:ыя
ym:y,e im:i,y em:e,y ych:e,y ich:e,i ej:a om:i,o eho:y,e oj:a ega:i
"""
#: Written before a name without a space: Hebrew and Arabic prepositions and article, Thai and Khmer titles.
_PREFIXES = (
    *(
        ("بال", "ال"),
        ("لل", "ال"),
        ("وال", "ال"),
        ("كال", "ال"),
        ("فال", "ال"),
        ("ال", ""),
        ("ب", ""),
        ("ل", ""),
    ),
    *(
        ("و", ""),
        ("ב", ""),
        ("ל", ""),
        ("מ", ""),
        ("ה", ""),
        ("ו", ""),
        ("ש", ""),
        ("כ", ""),
        ("ול", ""),
        ("וב", ""),
    ),
    *(
        ("จังหวัด", ""),
        ("อำเภอ", ""),
        ("เทศบาลเมือง", ""),
        ("เทศบาลนคร", ""),
        ("เมือง", ""),
        ("อำเภอเมือง", ""),
        ("ตำบล", ""),
    ),
    *(("เขต", ""), ("สถานี", ""), ("บ้าน", ""), ("จ.", ""), ("อ.", ""), ("กรุง", ""), ("ក្រុង", ""), ("ខេត្ត", "")),
)
_APOSTROPHE = re.compile(r"^(.{3,}?)['’‘ʼ`´][^\W\d_]{1,5}$")
_HYPHEN = re.compile(r"^(.{3,}?)-(?:ban|ben|ba|be|i|ra|re|on|en|n|ssa|sta|s|n|in|an|ul|ului|да|ға)$", re.I)
#: A prefecture, province or city before the name of a part of it.
_WITHIN = re.compile(r"^[\u4e00-\u9fff]{1,6}?[都道府県縣省市州区區](?=[\u4e00-\u9fff]{2,})")
_ARTICLES = re.compile(r"^(?:al|el|as|ash|ar|ad|an|at|az|il|l|ul)[ -]", re.I)


def forms(text: str) -> tuple[Form, ...]:
    """Keys to look ``text`` up by, the cheapest first, itself (folded) first of all; at most MOST_FORMS."""
    key = fold(text)
    if not key:
        return ()
    best: dict[str, Form] = {key: Form(key, 0.0)}

    def add(form: str, cost: float, inflected: bool = False) -> None:
        if len(form) >= 2 and (form not in best or cost < best[form].cost):
            best[form] = Form(form, cost, inflected)

    for pattern in (_APOSTROPHE, _HYPHEN):
        cut = pattern.match(text.strip())
        if cut:
            add(fold(cut.group(1)), APOSTROPHE)
    for form in _bare(key):
        add(form, BESIDE if form.count(" ") + 1 == key.count(" ") else ADDITION)
    inside = _WITHIN.match(key)
    if inside:
        add(key[inside.end() :], ADDITION + 0.4)
    without = without_additions(key)
    if without != key:
        add(without, ADDITION)
    article = _ARTICLES.match(key)
    if article and len(key) - article.end() >= 4:
        add(key[article.end() :], BESIDE + 0.4)
    for base in sorted(best.values(), key=lambda item: item.cost)[:6]:
        for form, cost in _uninflected(base.key):
            add(form, base.cost + cost, True)
    return tuple(
        sorted(best.values(), key=lambda item: (item.cost, item.key != key, -len(item.key), item.key))
    )[:MOST_FORMS]


def _bare(key: str) -> list[str]:
    """The key without the words that stand before and after a name: all of them, and one by one."""
    words = key.split()
    found = []
    first = 0
    while first < len(words) - 1 and words[first] in _before():
        first += 1
        found.append(" ".join(words[first:]))
    last = len(words)
    while last - 1 > 0 and words[last - 1] in _after():
        last -= 1
        found.append(" ".join(words[:last]))
    if first < last and (first, last) != (0, len(words)):
        found.append(" ".join(words[first:last]))
    return [form for form in found if len(form) >= (4 if form[0] < "\u0530" else 3)]


@lru_cache(maxsize=2048)
def _uninflected(key: str) -> tuple[tuple[str, float], ...]:
    found: list[tuple[str, float]] = []
    for prefix, instead in _PREFIXES:
        if key.startswith(prefix) and len(key) - len(prefix) >= 3:
            found.append((instead + key[len(prefix) :], 0.8 if len(prefix) > 1 else 1.2))
    if "\u0621" <= key[0] <= "\u064a" and not key.startswith("ال"):
        found.append(("ال" + key, 0.8))
    head, _, last = key.rpartition(" ")
    ends = [
        (last[: len(last) - len(ending)] + other, ENDING + 0.2 * (2 - min(2, len(ending))))
        for ending, others in _of_end(last, _endings())
        for other in others
        if len(last) - len(ending) >= 2 and len(last) - len(ending) + len(other) >= _least(last) - bool(head)
    ]
    heads = [(head, 0.0)]
    if head:
        first, _, rest = head.partition(" ")
        for ending, others in _of_end(first, _adjectives()):
            for other in others:
                if len(first) - len(ending) >= 3:
                    again = f"{first[: len(first) - len(ending)]}{other} {rest}".strip()
                    heads.append((again, ADJECTIVE))
    for front, front_cost in heads:
        for end, cost in [(last, 0.0), *ends]:
            if front_cost + cost > 0 and (head or cost):
                found.append((f"{front} {end}".strip(), front_cost + cost))
    return tuple(found)


def _least(word: str) -> int:
    """Letters that must be left: names of two syllables are common in Korea."""
    return 2 if "\uac00" <= word[0] <= "\ud7a3" else 4


def _of_end(word: str, table: dict[str, tuple[str, ...]]) -> list[tuple[str, tuple[str, ...]]]:
    """Endings of ``word`` that the table knows, the longest first."""
    sizes = range(min(6, len(word)), -1, -1)
    return [
        (end, table[end]) for size in sizes if (end := word[len(word) - size :]) in table and _same(word, end)
    ]


def _same(word: str, end: str) -> bool:
    """The empty ending is Greek's lost final ς only."""
    return bool(end) or "\u0370" <= word[-1] <= "\u03ff"


def _table(text: str) -> dict[str, tuple[str, ...]]:
    table: dict[str, tuple[str, ...]] = {}
    for item in text.split():
        ending, _, others = item.partition(":")
        key = fold(ending)
        table[key] = tuple(
            dict.fromkeys((*table.get(key, ()), *(fold(other) for other in others.split(","))))
        )
    return table


@cache
def _endings() -> dict[str, tuple[str, ...]]:
    return _table(_ENDINGS)


@cache
def _adjectives() -> dict[str, tuple[str, ...]]:
    return _table(_ADJECTIVES)


@cache
def _before() -> frozenset[str]:
    return frozenset(fold(word) for word in _BEFORE.split())


@cache
def _after() -> frozenset[str]:
    return frozenset(fold(word) for word in _AFTER.split())


def is_addition(word: str) -> bool:
    """Whether a folded word only stands beside names: a preposition, 'city', 'station', 市."""
    return word in _before() or word in _after() or word in ADDED_ENDINGS
