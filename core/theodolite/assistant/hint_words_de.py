"""German: how hints are said."""

from __future__ import annotations

from theodolite.assistant.hint_book import Book

_IT = "(?:das foto|das bild|die aufnahme|dieses foto|dieses bild|der ort|es|das|dies)"
_SEA = "(?:meer|küste|see|ozean|strand)"
_HEIGHT = "(?: über (?:dem )?(?:meer(?:esspiegel)?|nn)| ü\\.? ?nn\\.?| höhe| hoch| meereshöhe)"
_WRONG = "(?:falsch|nicht richtig|nicht korrekt|unrichtig|ein irrtum|ein fehler|irreführend)"
_LIST = "(?:davon|von diesen|von denen|dieser orte|dieser kandidaten|der kandidaten)"

BOOK = Book(
    code="de",
    marker=r"[a-z]",
    certain=(
        "ganz sicher|absolut sicher|sicher|ich bin sicher|ich bin mir sicher|ich bin mir ganz "
            "sicher|ich bin ganz sicher|"
        "ich weiß|wir wissen|bestimmt|definitiv|ohne zweifel|zweifellos|mit sicherheit|gewiss|auf jeden fall"
    ),
    likely=(
        "meiner meinung nach|meines erachtens|wahrscheinlich|sehr wahrscheinlich|"
            "höchstwahrscheinlich|vermutlich|wohl|ich glaube|ich denke|wir glauben|"
        "wir denken|ich nehme an|vermute ich|glaube ich|denke ich|mutmaßlich"
    ),
    weak=(
        "vielleicht|möglicherweise|eventuell|unsicher|nicht sicher|ich bin nicht sicher|ich bin mir "
            "nicht sicher|"
        "schwach|könnte sein|nur geraten|ich rate|womöglich|kann sein"
    ),
    unlikely="unwahrscheinlich|sehr unwahrscheinlich|eher nicht|wahrscheinlich nicht|wohl nicht|vermutlich "
        "nicht",
    negation="(?:nicht|kein|keine|nie)",
    lead=(
        rf"(?:dass )?{_IT}(?: (?:ist|war|liegt|wurde|entstand|stammt|befindet sich|muss|zeigt einen "
            rf"ort))?|aufgenommen|wir sind|"
        r"wir waren|ich bin|irgendwo"
    ),
    tail="(?:aufgenommen|gemacht|entstanden|geschossen|fotografiert)(?: worden)?(?: wurde| ist| sein)?|"
        "gewesen|sein|ist|war|liegt",
    joins="und|aber",
    any_of="oder",
    within="im umkreis von|innerhalb von|in einem umkreis von|höchstens|bis zu|maximal",
    again="in der|in den|im|in|bei|der|die|das|den|dem",
    article="der|die|das|den|dem|des",
    region_of=
        "(?:(?:dem )?bundesland|(?:der )?region|(?:der )?provinz|(?:dem )?kanton|(?:dem )?bundesstaat|"
        "(?:dem )?us-bundesstaat|(?:der )?präfektur)",
    town_of="(?:(?:der )?stadt|(?:dem )?ort|(?:dem )?dorf|(?:der )?gemeinde|(?:der )?hauptstadt)",
    rules=(
        ("note", r"(?:notiz|anmerkung|bemerkung|hinweis|nebenbei)\s*:\s*{x}"),
        ("none", rf"(?:es ist )?(?:keine[rs]?|nichts) {_LIST}"),
        ("none", r"(?:alle (?:kandidaten|orte|davon)) sind falsch"),
        ("clue", rf"(?:(?:der )?hinweis |spur |indiz )?{{k}} (?:ist|war) {_WRONG}"),
        ("clue", r"{k} stimmt nicht|(?:ignoriere|ignorier|verwirf|streiche) (?:den hinweis )?{k}|{k} "
            r"(?:ignorieren|verwerfen|streichen)|{k} (?:zählt|gilt) nicht"),
        ("link", r"{e} (?:zeigen|sind vom|sind von|stammen vom) (?:denselben|demselben|einen|einem|den "
            r"gleichen|dem gleichen) ort(?:,? (?:im umkreis von|innerhalb von) {n} ?{u})?"),
        ("band", rf"(?:auf |in (?:einer höhe )?)?zwischen {{n}} ?{{u}}? und {{n2}} ?{{u2}}{_HEIGHT}?"),
        ("above", rf"(?:auf |in )?(?:über|oberhalb von|oberhalb|höher als|mehr als) {{n}} ?{{u}}{_HEIGHT}"),
        ("above", r"(?:höher als|oberhalb von|oberhalb) {n} ?{u}"),
        ("above", r"(?:auf|in) über {n} ?{u}(?: höhe)?|(?:die )?(?:meeres)?höhe(?: ist|:| liegt)? über {n} "
            r"?{u}|über {n} ?{u}"),
        ("below", rf"(?:auf |in )?(?:unter|unterhalb von|unterhalb|tiefer als|niedriger als|weniger als) "
            rf"{{n}} ?{{u}}{_HEIGHT}"),
        ("below", r"(?:unter|unterhalb von|unterhalb|tiefer als|niedriger als) {n} ?{u}|(?:die "
            r")?(?:meeres)?höhe(?: ist|:| liegt)? unter {n} ?{u}"),
        ("shore",
            rf"(?:höchstens|weniger als|maximal|innerhalb von|bis zu|keine) {{n}} ?{{u}} (?:vom|von der|"
            rf"bis zum|bis zur) {_SEA}(?: entfernt)?"),
        ("off shore",
            rf"(?:mehr als|über|mindestens) {{n}} ?{{u}} (?:vom|von der) {_SEA}(?: entfernt| weg)?"),
        ("coast", r"(?:direkt )?(?:an der (?:küste|see)|am (?:meer|ozean|strand)|in küstennähe|nahe (?:dem "
            r"meer|der küste)|nahe am meer)|in einer? (?:küstenort|küstenstadt|hafenstadt)|in einem "
            r"küstenort|in einem ort am meer|in einer stadt am meer"),
        ("inland", r"im (?:landesinneren|landesinnern|binnenland|inland)|weit (?:weg )?(?:vom meer|von der "
            r"küste)(?: entfernt)?|fern (?:vom meer|der küste)"),
        ("off coast", r"nicht (?:am (?:meer|ozean|strand)|an der (?:küste|see))"),
        ("season in month",
            r"(?:im )?{m} (?:ist|war)(?: (?:dort|hier|es|da))?(?: im)? {s}|{s} im {m}|{s} ist im {m}"),
        ("season",
            r"(?:ist |war )?(?:im )?{s} (?:aufgenommen|entstanden|gemacht)|(?:es|dort|hier) (?:ist|war) "
            r"{s}|jahreszeit ?:? ?{s}"),
        ("time", r"(?:es|dort) (?:ist|war) {t}|tageszeit ?:? ?{t}|(?:am |zur |in der |bei )?{t} "
            r"(?:aufgenommen|entstanden|gemacht)"),
        ("between",
            r"(?:irgendwo )?(?:zwischen|auf halbem weg zwischen) {p} und {p2}|auf (?:dem weg|der straße|"
            r"der strecke) von {p} nach {p2}"),
        ("bearing", r"{d} von {p}"),
        ("bearing", r"von {p} aus (?:gesehen )?(?:im|in richtung|nach|richtung) {d}"),
        ("out",
            r"weder in {p} noch (?:in )?{p2}|weder (?:in der|im|in den) {c} noch (?:in der |im |in den |"
            r"in )?{c2}"),
        ("out", r"(?:nicht|keinesfalls|auf keinen fall|nie|niemals) (?:in|aus) {p}|außerhalb von {p}|"
            r"überall,? (?:nur|außer) (?:nicht )?in {p}"),
        ("out", r"(?:nicht|auf keinen fall|keinesfalls|niemals) (?:im|in der|in den|in dem|aus der|aus dem|"
            r"aus den) {c}|außerhalb (?:der|des) {c}"),
        ("within",
            r"(?:im umkreis von|in einem umkreis von|innerhalb von|höchstens|bis zu|weniger als|keine) "
            r"{n} ?{u} (?:um|von|bei) {p}(?: entfernt)?"),
        ("near",
            r"(?:ganz )?(?:in der nähe von|nahe bei|nahe|bei|nicht weit von|unweit von|in der umgebung "
            r"von|rund um|um|nähe) {p}"),
        ("in", r"(?:irgendwo )?in (?:der|den|dem) {c}|(?:irgendwo )?im {c}"),
        ("in", r"(?:irgendwo )?(?:in|innerhalb von) {p}"),
        ("in", r"(?:irgendwo )?(?:stammt |kommt )aus {p}|(?:auf|bei) {c}"),
        ("exclude", r"(?:schließe|schließ) {p} aus|{p} (?:ausschließen|ausgeschlossen|ist ausgeschlossen|"
            r"scheidet aus)|ausgeschlossen:? {p}|ohne {p}"),
        ("unspoken",
            r"(?:sie|die leute|die menschen|man|niemand|dort|hier|alle)(?: dort| hier)? (?:sprechen|"
            r"spricht|redet|reden|sprachen)(?: (?:dort|hier|man|sie))? (?:nicht|kein) {l}|dort wird "
            r"(?:nicht|kein) {l} gesprochen|niemand (?:dort |hier )?spricht(?: (?:dort|hier))? {l}"),
        ("spoken",
            r"(?:sie|die leute|die menschen|die einheimischen|man|jemand|alle|eine stimme|ein mann|eine "
            r"frau|leute)(?: dort| hier)? (?:sprechen|spricht|redet|reden|sprachen|sprach)(?: dort| "
            r"hier)? {l}|(?:dort|hier|da) (?:wird|wurde) {l} gesprochen|(?:dort|hier|da) (?:spricht man|"
            r"sprechen sie|sprechen die leute|spricht jemand) {l}|{l} wird (?:dort |hier )?gesprochen"),
        ("spoken",
            r"(?:ich|man|wir) (?:höre|hört|hören|hörte|hörten)(?: dort)? {l}|(?:die )?(?:gesprochene |"
            r"dortige )?sprache(?: dort)?(?: ist|:) {l}|in einem {l}sprachigen land"),
        ("unwritten",
            r"(?:die )?(?:schilder|schrift|beschriftung|texte?|aufschriften?)(?: dort)? (?:sind|ist) "
            r"nicht (?:auf|in) {l}"),
        ("written", r"(?:die |der |das )?(?:schilder|schild|schrift|beschriftung|texte?|aufschriften?)(?: "
            r"dort)? (?:sind|ist|steht|stehen)(?: geschrieben)? (?:auf|in) {l}(?: geschrieben)?"),
        ("unleft", r"(?:man|sie|die leute|die autos|autos|hier|dort) (?:fährt|fahren)(?: (?:man|dort|hier|"
            r"sie))? nicht (?:links|auf der linken seite)|kein linksverkehr"),
        ("unright", r"(?:man|sie|die leute|die autos|autos|hier|dort) (?:fährt|fahren)(?: (?:man|dort|hier|"
            r"sie))? nicht (?:rechts|auf der rechten seite)|kein rechtsverkehr"),
        ("left",
            r"(?:man|sie|die leute|die autos|autos|hier|dort|alle) (?:fährt|fahren)(?: (?:man|dort|hier|"
            r"sie|die autos|die leute))? (?:links|auf der linken (?:straßen)?seite)|(?:es (?:ist|"
            r"herrscht) |dort (?:ist|herrscht) |hier (?:ist|herrscht) )?linksverkehr"),
        ("right",
            r"(?:man|sie|die leute|die autos|autos|hier|dort|alle) (?:fährt|fahren)(?: (?:man|dort|hier|"
            r"sie|die autos|die leute))? (?:rechts|auf der rechten (?:straßen)?seite)|(?:es (?:ist|"
            r"herrscht) |dort (?:ist|herrscht) |hier (?:ist|herrscht) )?rechtsverkehr"),
        ("remark", r"(?P<x>(?:die|der|das) {noun} (?:ist|sind|hat|haben) {adj})"),
        ("remark", r"(?P<x>(?:es gibt|man sieht|ich sehe|dort stehen|hier stehen) (?:\w+ ){0,3}{noun})"),
    ),
    units={"km": 1, "kilometer": 1, "kilometern": 1, "m": 0.001, "meter": 0.001, "metern": 0.001, "meilen"
        : 1.609344},
    directions={
        "nördlich": 0, "norden": 0, "nordöstlich": 45, "nordosten": 45, "östlich": 90, "osten": 90,
            "südöstlich": 135,
        "südosten": 135, "südlich": 180, "süden": 180, "südwestlich": 225, "südwesten": 225, "westlich": 270,
        "westen": 270, "nordwestlich": 315, "nordwesten": 315,
    },
    seasons={"frühling": "spring", "frühjahr": "spring", "sommer": "summer", "herbst": "autumn", "winter":
        "winter"},
    months={
        "januar": 1, "jänner": 1, "februar": 2, "märz": 3, "april": 4, "mai": 5, "juni": 6, "juli": 7,
            "august": 8,
        "september": 9, "oktober": 10, "november": 11, "dezember": 12,
    },
    times={
        "morgen": "morning", "morgens": "morning", "mittag": "noon", "mittags": "noon", "nachmittag":
            "afternoon",
        "nachmittags": "afternoon", "abend": "evening", "abends": "evening", "nacht": "night", "nachts":
            "night",
        "sonnenaufgang": "sunrise", "sonnenuntergang": "sunset", "morgendämmerung": "sunrise",
        "abenddämmerung": "sunset", "mitternacht": "midnight",
    },
    nouns=(
        "(?:häuser|haus|gebäude|dächer|dach|mauern?|fassaden?|balkone|fenster|türen|fensterläden|"
            "türme|turm|kuppeln?|kirche|"
        "kirchen|moschee|tempel|architektur|bäume|baum|palmen|kiefern|zypressen|olivenbäume|birken|"
            "tannen|kakteen|weinberge|"
        "reisfelder|felder|wälder|wald|vegetation|felsen|strommasten|straßenschilder|nummernschilder|ziegel)"
    ),
    stop=frozenset(
        ["essen", "ruhe", "not", "eile", "halle", "wald", "stadt", "bergen", "wahrheit", "ordnung", "gefahr"
            , "frage", "bad", "baden", "mitte", "ferne", "nähe", "haus", "kirche", "schule", "arbeit",
            "urlaub", "freiheit", "farbe", "schwarz", "weiß", "rot", "bewegung", "wirklichkeit", "zukunft",
            "kürze", "der", "die", "das", "dem", "den", "ihm", "ihr", "mir", "dir", "uns", "euch", "diesem"
            , "dieser", "jedem", "einem", "einer", "meinem", "deinem", "see", "tal", "hof", "feld", "land",
            "bau", "berg", "burg", "hafen", "wien?", "park", "ruhe", "liebe", "leben", "spiel", "stein",
            "sand", "sonne", "schatten", "regen", "schnee", "nebel", "wasser", "luft", "feuer", "stein",
            "holz", "glas", "frieden", "krieg", "zeit", "woche", "norden", "süden", "osten", "westen",
            "rente", "hannover?", "wege", "ort", "orte", "dorf", "zoo", "ufer", "gang", "kurve", "trauer",
            "hemd"]
    ) - frozenset(("wien?", "hannover?")),
    regions={
        "toskana": "IT.16", "sizilien": "IT.15", "sardinien": "IT.14", "lombardei": "IT.09", "katalonien":
            "ES.56",
        "andalusien": "ES.51", "normandie": "FR.28", "bretagne": "FR.53", "kalifornien": "US.CA", "korsika"
            : "FR.94",
        "england": "GB.ENG", "schottland": "GB.SCT", "wales": "GB.WLS", "nordirland": "GB.NIR", "krim":
            "UA.11",
        "bayern": "DE.02", "sachsen": "DE.13", "galicien": "ES.58", "venetien": "IT.20",
    },
    countries={"usa": "US", "vereinigte staaten": "US", "vereinigten staaten": "US", "großbritannien": "GB"
        , "tschechien": "CZ",
               "niederlanden": "NL", "holland": "NL", "slowakei": "SK", "philippinen": "PH", "malediven":
                   "MV",
               "vereinigten arabischen emiraten": "AE"},
    cities={"rom": "Rome, Italy", "wien": "Vienna, Austria"},
    languages={"schweizerdeutsch": "gsw", "mandarin": "zh", "persisch": "fa", "farsi": "fa", "norwegisch":
        "no"},
    ambiguous={"kongo": "congo", "korea": "korea", "amerika": "america", "mazedonien": "macedonia",
        "guayana": "guiana"},
)  # fmt: skip
