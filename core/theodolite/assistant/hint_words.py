"""The words by which hints are read: what all languages share, and the table of English clauses.

Every phrase is lower case. Longer phrases win over shorter ones; a sentence must fit completely, so a word
that is missing here makes a hint refused, never misread.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

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

#: Counties and landscapes that no table of regions here holds, while towns elsewhere bear their names.
_COUNTIES = """
bedfordshire berkshire buckinghamshire cambridgeshire cheshire cornwall cumberland cumbria derbyshire devon
dorset durham essex gloucestershire hampshire herefordshire hertfordshire huntingdonshire kent lancashire
leicestershire lincolnshire merseyside middlesex norfolk northamptonshire northumberland nottinghamshire
oxfordshire rutland shropshire somerset staffordshire suffolk surrey sussex warwickshire westmorland
wiltshire worcestershire yorkshire angus argyll ayrshire caithness fife sutherland anglesey glamorgan gwynedd
powys fermanagh tyrone clare kerry mayo tipperary
"""
NOT_ALONE: Mapping[str, str] = {
    **dict.fromkeys(
        _COUNTIES.split(),
        "a county of the British Isles or a town elsewhere: say the country, or the town with its country",
    ),
    "kashmir": 'India\'s or Pakistan\'s: say "in Jammu and Kashmir" or "in India or Pakistan"',
    "capital": "any country's: name the town",
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
