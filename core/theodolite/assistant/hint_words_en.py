"""English: how hints are said."""

from __future__ import annotations

from theodolite.assistant.hint_book import Book
from theodolite.assistant.hint_words import Words

_CERTAIN = """
i am absolutely certain|i am certain|i'm certain|i am sure|i'm sure|i know for sure|i know|we know|for certain
for sure|without doubt|without a doubt|no doubt|with certainty|absolutely certain|certainly|certain|definitely
surely|sure|undoubtedly
"""
_LIKELY = """
i would say|i'd say|i would guess|in my opinion,
i think|i believe|we think|we believe|most likely|very likely|quite likely|likely|most probably|very probably
probably|probable|presumably
"""
_WEAK = """
i guess|maybe|perhaps|possibly|possible|it might be|it may be|it could be|might be|may be|could be|not certain
not sure|i am not sure|i'm not sure|unsure|uncertain|weakly|weak|just a guess|a guess
"""


ENGLISH = Words(
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
    region_after=
        "(?:state|region|province|prefecture|county|canton|governorate|oblast|department|voivodeship)",
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

_NOUNS = (
    "(?:buildings?|houses?|roofs?|roof tiles|walls?|facades?|balcon(?:y|ies)|windows?|doors?|"
    "shutters|towers?|domes?|minarets?"
    "|arch(?:es)?|columns?|bricks?|tiles?|chimneys?|fences?|bridges?|church(?:es)?|mosques?|"
    "temples?|pagodas?|architecture"
    "|trees?|palms?|palm trees?|pines?|pine trees?|cypress(?:es)?|cypress trees?|olive trees?|"
    "birch(?:es)?|eucalyptus(?:es)?|firs?"
    "|bamboo|cactus|cacti|vineyards?|vines?|rice fields?|fields?|grass|vegetation|forests?|shrubs?|"
    "bushes|soil|rocks?"
    "|utility poles?|poles?|bollards?|road markings?|road signs?|licen[cs]e plates?|plates?)"
)

BOOK = Book(
    code="en",
    marker=r"\w",
    certain=_CERTAIN.strip(),
    likely=_LIKELY.strip(),
    weak=_WEAK.strip(),
    unlikely="very unlikely|unlikely|not likely|not probable|improbable",
    negation="(?:not|never)",
    lead=(
        "(?:(?:it|this|that|we|(?:the|this|that) (?:photo|photograph|picture|image|shot|scene|place|"
            "location))"
        "(?:'s|'re| is| was| are| were| lies| must be| must have been| has to be))"
        "(?: (?:located|situated|taken|shot|made))?(?: somewhere)?|taken|shot|located|situated"
    ),
    tail="",
    joins="and|but",
    any_of="or",
    within="within|less than|at most|up to",
    again="in|near",
    article="the",
    rules=(
        ("note", r"(?:note|remark|free clue|clue|for the record)\s*:\s*{x}"),
        ("note", r"(?:note|remark|for the record)(?: that|,)\s+{x}"),
        ("in", r"(?:location|place|country|region)\s*: {c}"),
        ("out", r"(?:it|this|that) (?:can't|cannot|can not) be {c}"),
        ("none",
            r"(?:it is |it's |it was )?none of (?:these|those|them|the (?:candidates|places|above))(?: "
            r"(?:places|candidates))?(?: \({x}\))?"),
        ("none", r"(?:it is |it's |it was )?(?:not any|neither) of (?:these|those|them)(?: places| "
            r"candidates)?"),
        ("none", r"(?:all of (?:these|them)|all (?:these )?candidates) are wrong"),
        ("clue",
            r"(?:clue )?{k} (?:is|was) (?:wrong|false|mistaken|incorrect|not right|not correct|not true|"
            r"misread|an error|a mistake)"),
        ("clue", r"(?:ignore|disregard|discard|drop|forget|leave out|do not use|don't use) (?:clue )?{k}"),
        ("clue", r"(?:clue )?{k} (?:cannot|can't|can not) be (?:right|true|correct)|(?:clue )?{k} (?:does "
            r"not|doesn't|should not|must not) count"),
        ("band", r"(?:at )?(?:an? (?:elevation|altitude|height) (?:of )?)?between {n} ?{u}? and {n2} "
            r"?{u2}(?: above sea level| of (?:elevation|altitude)| high| up| a\.?s\.?l\.?)?"),
        ("band", r"(?:the )?(?:elevation|altitude)(?: is|:)? (?:between|from) {n} ?{u}? (?:and|to) {n2} "
            r"?{u2}(?: above sea level)?"),
        ("above",
            r"(?:at )?(?:an? (?:elevation|altitude) )?(?:above|over|higher than|more than|at least) {n} "
            r"?{u} (?:above sea level|of (?:elevation|altitude)|high|up)"),
        ("above", r"(?:at )?(?:an? (?:elevation|altitude|height) )?(?:above|over|higher than) {n} ?{u}(?: "
            r"above sea level| of (?:elevation|altitude))?"),
        ("above",
            r"(?:the )?(?:elevation|altitude)(?: is|:)? (?:above|over|more than|at least) {n} ?{u}(?: "
            r"above sea level)?"),
        ("below", r"(?:at )?(?:an? (?:elevation|altitude|height) )?(?:below|under|lower than) {n} ?{u} "
            r"(?:above sea level|of (?:elevation|altitude))"),
        ("below", r"(?:at )?(?:an? (?:elevation|altitude|height) )?(?:below|lower than) {n} ?{u}"),
        ("below",
            r"(?:the )?(?:elevation|altitude)(?: is|:)? (?:below|under|less than|at most) {n} ?{u}(?: "
            r"above sea level)?"),
        ("shore",
            r"(?:within|less than|at most|not more than|no more than|up to|under) {n} ?{u} (?:of|from|"
            r"to) (?:the )?(?:sea|coast|ocean|shore)"),
        ("off shore",
            r"(?:more than|over|at least|farther than|further than) {n} ?{u} (?:away )?from (?:the "
            r")?(?:sea|coast|ocean|shore)"),
        ("coast", r"(?:(?:somewhere )?(?:on|at|along|near) (?:the|a) (?:coast|sea|seaside|shore|ocean|"
            r"seashore)|by the (?:sea|ocean|coast|seaside)|on the coastline|coastal|(?:it's |it is "
            r")?(?:in )?a (?:coastal|seaside) (?:town|place|area|village|city|resort))"),
        ("coast", r"(?:in|at) a (?:coastal|seaside) (?:town|place|area|city|village)"),
        ("inland",
            r"(?:inland|(?:far )?inland|far (?:away )?from the (?:sea|coast|ocean))"),
        ("off coast", r"not (?:(?:on|at|along|near) the (?:coast|sea|seaside|shore|ocean)|by the (?:sea|"
            r"ocean|coast|seaside))"),
        ("season in month",
            r"(?:it (?:is|was) )?{s} (?:in|is in|was in) {m}(?: there| here)?|{m} (?:is|was) {s}(?: "
            r"there| here)?"),
        ("season in month", r"(?:in|it is|it was|it's) {m} (?:it (?:is|was) )?(?:and it (?:is|was) )?{s}"),
        ("season", r"(?:season\s*:\s*{s}|(?:it (?:is|was|looks like) |it's |the season (?:is|was) )(?:in "
            r")?(?:the )?{s}|(?:taken|shot) in (?:the )?{s})"),
        ("time", r"(?:time of day\s*:\s*{t}|(?:it (?:is|was) |it's |the time of day (?:is|was) )(?:in the |"
            r"at |the |early |late )?{t}|(?:taken|shot) (?:in the |at |during the ){t})"),
        ("between",
            r"(?:somewhere )?(?:between|(?:on the (?:way|road)|halfway) (?:from|between)) {p} (?:and|"
            r"to) {p2}"),
        ("bearing", r"(?:to the |somewhere |just |due )?{d} of {p}"),
        ("bearing", r"(?:as )?seen from {p},? (?:it (?:is|lies) )?(?:to|towards?|in) the {d}"),
        ("remark",
            r"(?P<x>the (?:\w+ )?{noun} (?:is|are|look|looks|has|have) (?!in |near |at |on |from |not "
            r"in |outside |there|here|it |you )(?:(?!in |near |at )[a-z-]+ ?){1,4})"),
        ("remark",
            r"(?P<x>(?:there (?:is|are)|i see|i can see|we see|you can see) (?:an? |many |some |lots of "
            r"|no )?(?:[a-z-]+ ){0,3}{noun})"),
    ),
    units={
        "km": 1.0, "kms": 1.0, "kilometer": 1.0, "kilometers": 1.0, "kilometre": 1.0, "kilometres": 1.0,
        "m": 0.001, "metre": 0.001, "metres": 0.001, "meter": 0.001, "meters": 0.001,
        "mi": 1.609344, "mile": 1.609344, "miles": 1.609344, "ft": 0.0003048, "feet": 0.0003048, "foot"
            : 0.0003048,
    },
    directions={
        "north": 0, "northeast": 45, "north-east": 45, "east": 90, "southeast": 135, "south-east": 135,
            "south": 180,
        "southwest": 225, "south-west": 225, "west": 270, "northwest": 315, "north-west": 315,
    },
    seasons={"spring": "spring", "summer": "summer", "autumn": "autumn", "fall": "autumn", "winter": "winter",
             "springtime": "spring", "summertime": "summer", "wintertime": "winter"},
    months={
        "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8,
        "september": 9, "october": 10, "november": 11, "december": 12,
    },
    times={
        "morning": "morning", "noon": "noon", "midday": "noon", "afternoon": "afternoon", "evening":
            "evening",
        "night": "night", "sunrise": "sunrise", "dawn": "sunrise", "sunset": "sunset", "dusk": "sunset",
        "midnight": "midnight", "night-time": "night",
    },
    nouns=_NOUNS,
    decimal_comma=False,
)  # fmt: skip
