"""The words by which hints are read: data, one table a language, so that others can be added.

Every phrase is lower case. Longer phrases win over shorter ones; a sentence must fit completely, so a word
that is missing here makes a hint refused, never misread.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from theodolite.domain import Strength

_CERTAIN = """
i am absolutely certain|i am certain|i'm certain|i am sure|i'm sure|i know for sure|i know|we know|for certain
for sure|without doubt|without a doubt|no doubt|with certainty|absolutely certain|certainly|certain|definitely
surely|sure|undoubtedly
"""
_LIKELY = """
i think|i believe|we think|we believe|most likely|very likely|quite likely|likely|most probably|very probably
probably|probable|presumably
"""
_WEAK = """
i guess|maybe|perhaps|possibly|possible|it might be|it may be|it could be|might be|may be|could be|not certain
not sure|i am not sure|i'm not sure|unsure|uncertain|weakly|weak|just a guess|a guess
"""

#: Words that are places somewhere but mean something else in a sentence; never read as a town's name unless
#: capitalised and large (Nice, Reading, Bath).
_NOT_TOWNS = """
it us me my no is so as be we he she they them him her his their our your here there this that these
those one two three some any all most every each other another same such what where when who how why
nature nowhere somewhere anywhere everywhere town city village hamlet suburb suburbs country countryside
state region province district county area place places spot location world earth land sea ocean lake
river coast beach island islands mountain mountains hill hills valley forest wood woods desert park
garden field farm church mosque temple castle palace tower bridge station airport harbour harbor port
hotel house home school university museum theatre theater market mall shop store street road square
avenue highway motorway office building room kitchen summer winter spring autumn fall january february
march april may june july august september october november december monday tuesday wednesday thursday
friday saturday sunday morning afternoon evening night day week month year north south east west northern
southern eastern western central centre center middle left right black white red green blue yellow orange
grey gray brown colour color nice reading bath mobile split tours nancy worms hull cork police bar along
post of male hope love time war peace spring best good bad big small old new general public private
person people man woman boy girl english french german italian spanish russian chinese japanese arabic
question doubt case photo photograph picture image portrait landscape background foreground front back
shade shadow sun sunshine rain snow fog water air fire sand stone rock paradise heaven hell trouble
danger love service use fact general particular
"""
NOT_TOWNS = frozenset(_NOT_TOWNS.split())

#: Names that mean more than one thing and that nobody should settle but the person.
AMBIGUOUS: Mapping[str, str] = {
    "georgia": 'the country or the US state: say "in the country of Georgia" or "in Georgia, United States"',
    "macedonia": 'North Macedonia or the region of Greece: say "in North Macedonia" or "in Greece"',
    "congo": 'two countries: say "in the Democratic Republic of the Congo" or "in the Republic of the Congo"',
    "korea": 'two countries: say "in South Korea" or "in North Korea"',
    "america": 'the United States or a continent: say "in the United States" or "in South America"',
    "guiana": 'French Guiana or Guyana: say "in French Guiana" or "in Guyana"',
    "virgin islands": 'say "in the US Virgin Islands" or "in the British Virgin Islands"',
    "niger": 'the country or the state of Nigeria: say "in the country of Niger" or "in Niger, Nigeria"',
    "washington": 'say "in the state of Washington" or "in Washington, District of Columbia"',
}

#: Names that the country table knows but that are only a part of the country; regions may know them.
PARTS_OF_COUNTRIES = frozenset(
    (
        *("england", "scotland", "wales", "northern ireland", "angleterre", "inghilterra", "inglaterra"),
        *("schottland", "ecosse", "scozia", "escocia", "crimea", "krim"),
        *("gaza", "gaza strip", "west bank", "trinidad", "somaliland", "northern cyprus", "north cyprus"),
    )
)

#: Groups of countries with an agreed membership.
GROUPS: Mapping[str, tuple[str, tuple[str, ...]]] = {
    name: (label, tuple(codes.split()))
    for names, label, codes in (
        (
            "european union|eu",
            "the European Union",
            "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK",
        ),
        ("scandinavia", "Scandinavia", "DK NO SE"),
        ("nordic countries|nordics", "the Nordic countries", "AX DK FI FO GL IS NO SE SJ"),
        ("baltic states|baltic countries|baltics", "the Baltic states", "EE LT LV"),
        ("benelux", "Benelux", "BE LU NL"),
        ("iberia|iberian peninsula", "the Iberian Peninsula", "AD ES GI PT"),
        ("south caucasus|transcaucasia", "the South Caucasus", "AM AZ GE"),
        ("maghreb", "the Maghreb", "DZ EH LY MA MR TN"),
    )
    for name in names.split("|")
}


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """How one language says hints. Values are regular expressions without groups."""

    strengths: tuple[tuple[str, Strength], ...]
    #: Phrases that say "likely not".
    unlikely: tuple[str, ...]
    subject: str
    verb: str
    negation: str
    place_in: str
    #: Only after a subject or verb: "from Italy" alone is too little.
    place_from: str
    place_outside: str
    place_near: str
    radius_before: str
    exclude: str
    excluded: str
    neither: tuple[str, str]
    either: str
    any_of: str
    joins: tuple[str, ...]
    country_of: str
    region_of: str
    town_of: str
    region_after: str
    article: str
    speakers: str
    speak: str
    do_not: str
    here: str
    drivers: str
    drive: str
    traffic: str
    left: str
    right: str
    country_where: str
    units: Mapping[str, float]
    languages: Mapping[str, tuple[str, ...]]


def _phrases(table: str, strength: Strength) -> list[tuple[str, Strength]]:
    return [(phrase, strength) for line in table.split("\n") for phrase in line.split("|") if phrase]


ENGLISH = Words(
    strengths=tuple(
        sorted(
            (
                *_phrases(_CERTAIN, Strength.CERTAIN),
                *_phrases(_LIKELY, Strength.LIKELY),
                *_phrases(_WEAK, Strength.WEAK),
            ),
            key=lambda item: -len(item[0]),
        )
    ),
    unlikely=("very unlikely", "unlikely", "not likely", "not probable", "improbable"),
    subject=(
        "(?:it|this|that|we|(?:the|this|that) (?:photo|photograph|picture|image|shot|scene|place|location)"
        "|photo|photograph|picture|image|the photographer)"
    ),
    verb=(
        "(?:(?:is|was|must be|must have been|has to be|to be|be|are|were|lies|'s|'re)"
        "(?: located| situated| taken| shot| made)?|taken|shot|located|situated)"
    ),
    negation="(?:not|never)",
    place_in="(?:somewhere |anywhere )?(?:in|inside|within)",
    place_from="from",
    place_outside="(?:outside of|outside|anywhere but in|nowhere in)",
    place_near=(
        "(?:somewhere |very )?(?:near to|near|nearby|close to|in the vicinity of|in the surroundings of"
        "|not far from|around|at)"
    ),
    radius_before="(?:within|less than|at most|not more than|no more than|up to|under)",
    exclude="(?:exclude|excluding|rule out)",
    excluded="(?:is|are) (?:excluded|ruled out|out of the question)",
    neither=("neither", "nor"),
    either="either",
    any_of="or",
    joins=("and", "but"),
    country_of="(?:country|nation|republic) of",
    region_of=(
        "(?:state|region|province|prefecture|county|canton|governorate|oblast|department|voivodeship) of"
    ),
    town_of="(?:city|town|village|municipality|capital) of",
    region_after="(?:state|region|province|prefecture|county|canton|governorate|oblast|department|voivodeship)",
    article="the",
    speakers=(
        "(?:(?:the )?(?:people|locals|inhabitants|residents)|they|everyone|everybody|someone|somebody|a voice"
        "|a person|a man|a woman|a child)"
    ),
    speak="(?:speaking|speaks|speak|spoke|talks|talk)",
    do_not="(?:do not|don't|does not|doesn't|did not|didn't|never|are not|aren't|is not|isn't)",
    here="(?:here|there)",
    drivers="(?:(?:the )?(?:people|locals|cars|vehicles|traffic|drivers|everyone|buses)|they|you|one)",
    drive="(?:driving|drives|drive|drove)",
    traffic="traffic",
    left="left",
    right="right",
    country_where="(?:a|the) (?:country|place|region|area) (?:where|in which)",
    units={
        "km": 1.0, "kms": 1.0, "kilometer": 1.0, "kilometers": 1.0, "kilometre": 1.0, "kilometres": 1.0,
        "m": 0.001, "metre": 0.001, "metres": 0.001, "meter": 0.001, "meters": 0.001,
        "mi": 1.609344, "mile": 1.609344, "miles": 1.609344,
    },
    languages={
        "mandarin": ("zh",), "mandarin chinese": ("zh",), "chinese": ("zh", "yue"), "cantonese": ("yue",),
        "norwegian": ("nb", "nn", "no"), "farsi": ("fa",), "dari": ("fa",), "tagalog": ("fil",),
        "filipino": ("fil",), "castilian": ("es",), "serbo-croatian": ("sr", "hr", "bs"),
        "hindi": ("hi",), "urdu": ("ur",), "hindustani": ("hi", "ur"), "swiss german": ("gsw",),
        "gaelic": ("ga", "gd"), "kurdish": ("ku", "ckb"), "kirghiz": ("ky",), "moldovan": ("ro",),
        "egyptian arabic": ("arz",), "moroccan arabic": ("ary",), "sinhalese": ("si",),
        # Own names of languages that are often typed so.
        "deutsch": ("de",), "francais": ("fr",), "espanol": ("es",), "castellano": ("es",),
        "italiano": ("it",), "portugues": ("pt",), "nederlands": ("nl",), "svenska": ("sv",),
        "norsk": ("nb", "nn", "no"), "dansk": ("da",), "suomi": ("fi",), "polski": ("pl",),
        "cestina": ("cs",), "slovencina": ("sk",),
        "magyar": ("hu",), "romana": ("ro",), "hrvatski": ("hr",), "srpski": ("sr",), "slovenscina": ("sl",),
        "shqip": ("sq",), "turkce": ("tr",), "русскии": ("ru",), "українська": ("uk",), "български": ("bg",),
        "ελληνικα": ("el",), "العربيه": ("ar",), "فارسي": ("fa",), "עברית": ("he",), "日本語": ("ja",),
        "中文": ("zh", "yue"), "普通话": ("zh",), "한국어": ("ko",), "bahasa indonesia": ("id",),
        "tieng viet": ("vi",), "kiswahili": ("sw",), "catala": ("ca",), "euskara": ("eu",), "galego": ("gl",),
    },
)  # fmt: skip

LANGUAGES: tuple[Words, ...] = (ENGLISH,)
