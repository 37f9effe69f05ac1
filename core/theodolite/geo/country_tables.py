"""Small tables of public facts about countries, made by hand. Codes are ISO 3166-1 alpha-2."""

from __future__ import annotations

CONTINENTS = {
    "AF": "Africa",
    "AN": "Antarctica",
    "AS": "Asia",
    "EU": "Europe",
    "NA": "North America",
    "OC": "Oceania",
    "SA": "South America",
}

#: Where CLDR's English name is longer than what people say.
SHORT_NAMES = {
    "CD": "DR Congo",
    "CG": "Congo-Brazzaville",
    "HK": "Hong Kong",
    "MM": "Myanmar",
    "MO": "Macao",
    "PS": "Palestine",
}

#: Left-hand traffic, by national road rules (public; agrees with the list of the World Standards project).
_LEFT = (
    "AG AI AU BB BD BM BN BS BT BW CC CK CX CY DM FJ FK GB GD GG GS GY HK ID IE IM IN JE JM JP KE KI KN KY "
    "LC LK LS MO MS MT MU MV MW MY MZ NA NF NP NR NU NZ PG PK PN SB SC SG SH SR SZ TC TH TK TL TO TT TV TZ "
    "UG VC VG VI WS ZA ZM ZW"
)
DRIVES_LEFT = frozenset(_LEFT.split())
NO_TRAFFIC = frozenset(("AQ", "BV", "HM", "TF", "UM"))

#: Folded names of more than one country.
AMBIGUOUS = frozenset(("congo", "republic of congo", "virgin islands", "saint martin", "samoa islands"))

#: Folded names that CLDR does not have, or has otherwise.
ALIASES = {
    **dict.fromkeys(("usa", "u s a", "u s", "america", "united states of america", "the states"), "US"),
    **dict.fromkeys(("uk", "u k", "great britain", "britain", "england", "scotland", "wales"), "GB"),
    **dict.fromkeys(("northern ireland", "grossbritannien", "angleterre", "inghilterra", "inglaterra"), "GB"),
    **dict.fromkeys(("schottland", "ecosse", "scozia", "escocia"), "GB"),
    **dict.fromkeys(("holland", "the netherlands", "hollande", "olanda", "holanda"), "NL"),
    **dict.fromkeys(("republic of ireland", "eire"), "IE"),
    **dict.fromkeys(("czech republic", "ceska republika", "tschechische republik"), "CZ"),
    **dict.fromkeys(("turkey", "turkiye cumhuriyeti"), "TR"),
    **dict.fromkeys(("burma", "birma", "birmanie"), "MM"),
    **dict.fromkeys(("ivory coast",), "CI"),
    **dict.fromkeys(("swaziland",), "SZ"),
    **dict.fromkeys(("macedonia", "fyrom"), "MK"),
    **dict.fromkeys(("persia",), "IR"),
    **dict.fromkeys(("vatican", "holy see", "vaticano"), "VA"),
    **dict.fromkeys(("korea", "republic of korea", "rok"), "KR"),
    **dict.fromkeys(("dprk", "democratic people s republic of korea"), "KP"),
    **dict.fromkeys(("uae", "u a e", "emirates", "the emirates"), "AE"),
    **dict.fromkeys(("drc", "dr congo", "democratic republic of the congo", "zaire"), "CD"),
    **dict.fromkeys(("congo brazzaville", "republic of the congo"), "CG"),
    **dict.fromkeys(("cape verde",), "CV"),
    **dict.fromkeys(("east timor",), "TL"),
    **dict.fromkeys(("ceylon",), "LK"),
    **dict.fromkeys(("siam",), "TH"),
    **dict.fromkeys(("russian federation", "российская федерация", "рф"), "RU"),
    **dict.fromkeys(
        ("people s republic of china", "peoples republic of china", "prc", "中华人民共和国"), "CN"
    ),
    **dict.fromkeys(("republic of china",), "TW"),
    **dict.fromkeys(("bosnia", "bosnia herzegovina", "bih"), "BA"),
    **dict.fromkeys(("trinidad",), "TT"),
    **dict.fromkeys(("palestinian territories", "west bank", "gaza", "gaza strip"), "PS"),
    **dict.fromkeys(("crimea",), "UA"),
    **dict.fromkeys(("somaliland",), "SO"),
    **dict.fromkeys(("northern cyprus", "north cyprus"), "CY"),
    **dict.fromkeys(("the gambia", "gambia"), "GM"),
    **dict.fromkeys(("the bahamas",), "BS"),
    **dict.fromkeys(("brd", "bundesrepublik deutschland", "federal republic of germany"), "DE"),
    **dict.fromkeys(("white russia", "belorussia", "byelorussia", "white ruthenia"), "BY"),
    **dict.fromkeys(("moldavia",), "MD"),
    **dict.fromkeys(("大韓民国", "대한민국"), "KR"),
    **dict.fromkeys(("日本国", "nippon", "nihon"), "JP"),
}

#: Country domains in native scripts.
NATIVE_DOMAINS = {
    **{"рф": "RU", "укр": "UA", "бел": "BY", "бг": "BG", "срб": "RS", "мкд": "MK", "қаз": "KZ", "мон": "MN"},
    **{"ελ": "GR", "հայ": "AM", "გე": "GE", "中国": "CN", "中國": "CN", "香港": "HK", "台湾": "TW"},
    **{"台灣": "TW", "澳門": "MO", "新加坡": "SG", "한국": "KR", "ไทย": "TH", "ລາວ": "LA", "भारत": "IN"},
    **{"ভারত": "IN", "বাংলা": "BD", "இலங்கை": "LK", "ලංකා": "LK", "مصر": "EG", "السعودية": "SA", "ایران": "IR"},
    **{
        "امارات": "AE",
        "المغرب": "MA",
        "الجزائر": "DZ",
        "تونس": "TN",
        "قطر": "QA",
        "سورية": "SY",
        "عراق": "IQ",
    },
    **{"الاردن": "JO", "فلسطين": "PS", "عمان": "OM", "پاکستان": "PK", "ישראל": "IL"},
}

_M49 = {
    "Northern Africa": "DZ EG EH LY MA SD TN",
    "Eastern Africa": "BI DJ ER ET IO KE KM MG MU MW MZ RE RW SC SO SS TF TZ UG YT ZM ZW",
    "Middle Africa": "AO CD CF CG CM GA GQ ST TD",
    "Southern Africa": "BW LS NA SZ ZA",
    "Western Africa": "BF BJ CI CV GH GM GN GW LR ML MR NE NG SH SL SN TG",
    "Northern America": "BM CA GL PM US",
    "Caribbean": "AG AI AW BB BL BQ BS CU CW DM DO GD GP HT JM KN KY LC MF MQ MS PR SX TC TT VC VG VI",
    "Central America": "BZ CR GT HN MX NI PA SV",
    "South America": "AR BO BR BV CL CO EC FK GF GS GY PE PY SR UY VE",
    "Antarctica": "AQ",
    "Central Asia": "KG KZ TJ TM UZ",
    "Eastern Asia": "CN HK JP KP KR MN MO TW",
    "South-eastern Asia": "BN ID KH LA MM MY PH SG TH TL VN",
    "Southern Asia": "AF BD BT IN IR LK MV NP PK",
    "Western Asia": "AE AM AZ BH CY GE IL IQ JO KW LB OM PS QA SA SY TR YE",
    "Eastern Europe": "BG BY CZ HU MD PL RO RU SK UA",
    "Northern Europe": "AX DK EE FI FO GB GG IE IM IS JE LT LV NO SE SJ",
    "Southern Europe": "AD AL BA ES GI GR HR IT ME MK MT PT RS SI SM VA XK",
    "Western Europe": "AT BE CH DE FR LI LU MC NL",
    "Australia and New Zealand": "AU CC CX HM NF NZ",
    "Melanesia": "FJ NC PG SB VU",
    "Micronesia": "FM GU KI MH MP NR PW UM",
    "Polynesia": "AS CK NU PF PN TK TO TV WF WS",
    # Not of M49: groups that people name.
    "+scandinavia": "DK NO SE",
    "+balkans": "AL BA BG GR HR ME MK RO RS SI XK",
    "+benelux": "BE LU NL",
    "+middle east": "AE BH CY EG IL IQ IR JO KW LB OM PS QA SA SY TR YE",
    "+central america": "BZ CR GT HN NI PA SV",
    "+latin america": "AR BO BR BZ CL CO CR CU DO EC GF GT HN HT MX NI PA PE PR PY SV UY VE",
}
SUBREGIONS: dict[str, tuple[str, ...]] = {key: tuple(members.split()) for key, members in _M49.items()}
