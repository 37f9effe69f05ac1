"""Italian: how hints are said."""

from __future__ import annotations

from theodolite.assistant.hint_book import Book

_IT = "(?:questa foto|la foto|la fotografia|questa immagine|l'immagine|la scena|il luogo|il posto|questo)"
_SEA = "(?:dal mare|dalla costa|dalla spiaggia|dall'oceano)"
_HEIGHT = "(?: (?:di altitudine|d'altitudine|di quota|sul livello del mare|s\\.?l\\.?m\\.?|di altezza))"
_WRONG = "(?:falsa?|falso|sbagliat[ao]|errat[ao]|scorrett[ao]|un errore)"
_THESE = "(?:di questi|di questi luoghi|di loro|dei candidati|di questi candidati|di quelli|di essi)"
_PEOPLE = "(?:la gente|le persone|si|loro|tutti|qualcuno|gli abitanti|una voce|un uomo|una donna)"
_CARS = "(?:si|la gente|le auto|le macchine|loro|lì si|qui si|là si)"

BOOK = Book(
    code="it",
    marker=r"[a-z]",
    certain=(
        "sicuro|sicura|sicuramente|sono sicuro che|sono sicura che|sono sicuro|sono sicura|certo|"
            "certamente|di sicuro|senza dubbio|"
        "senza alcun dubbio|so che|sappiamo che|con certezza|di certo|sono certo che|sono certa che"
    ),
    likely=(
        "secondo me|a mio parere|probabile|probabilmente|molto probabilmente|credo che|penso che|"
            "credo|penso|crediamo che|pensiamo che|suppongo che|"
        "molto probabile|è probabile che|presumibilmente"
    ),
    weak=(
        "forse|magari|possibile|possibilmente|può darsi|può essere|potrebbe essere|può darsi che|"
            "non sono sicuro|non sono sicura|"
        "non è sicuro|debole|incerto|è possibile che|tiro a indovinare"
    ),
    unlikely="improbabile|poco probabile|molto improbabile|probabilmente non|è improbabile che|difficilmente",
    negation="(?:non|mai)",
    lead=rf"(?:dovrebbe essere|deve essere|dev'essere|è|era|si trova|siamo|sono|sia|{_IT} (?:è|era|si "
        rf"trova|è stata|sia|sia stata)|{_IT})(?: (?:stata )?(?:scattata|fatta|presa|situat[ao]))?|"
        rf"scattata|fatta|presa",
    tail="",
    joins="e|ed|ma|però",
    any_of="o|oppure",
    within="entro|nel raggio di|in un raggio di|a meno di|al massimo|a",
    again="in|nel|nella|nei|nelle|nell'|a|il|la|le|gli|i|l'",
    article="il|lo|la|i|gli|le|l'",
    region_of=
        "(?:(?:la )?regione (?:di |del |della )?|lo stato (?:di |del |della )?|(?:la )?provincia di|il "
        "cantone )",
    town_of="(?:la città di|città di|il paese di|il comune di|la capitale|il villaggio di)",
    rules=(
        ("note", r"(?:nota|osservazione|commento|annotazione)\s*:\s*{x}"),
        ("none", rf"(?:non è )?(?:nessuno|nessuna) {_THESE}|tutti (?:i|questi) (?:candidati|luoghi) sono "
            rf"sbagliati"),
        ("clue",
            rf"(?:l'indizio )?{{k}} (?:è|era) {_WRONG}|(?:l'indizio )?{{k}} non è (?:giust[ao]|ver[ao]|"
            rf"corrett[ao])|(?:ignora|ignorare|ignorate|scarta|scartare|dimentica) (?:l'indizio )?{{k}}|"
            rf"{{k}} non conta"),
        ("link", r"{e} (?:mostrano|sono dello|sono nello) (?:lo stesso|stesso|un solo|un unico) (?:luogo|"
            r"posto)(?:,? (?:entro|nel raggio di) {n} ?{u})?"),
        ("band", rf"(?:a (?:un'altitudine|una quota) )?(?:tra|fra) (?:i )?{{n}} ?{{u}}? e (?:i )?{{n2}} "
            rf"?{{u2}}{_HEIGHT}?"),
        ("above", rf"(?:a )?(?:più di|oltre|sopra(?: i)?|al di sopra dei) (?:i )?{{n}} ?{{u}}{_HEIGHT}|"
            rf"(?:sopra i|sopra|al di sopra dei|al di sopra di) {{n}} ?{{u}}|(?:l')?altitudine (?:è "
            rf")?(?:superiore a|oltre|di oltre) {{n}} ?{{u}}"),
        ("below",
            rf"(?:a )?(?:meno di|sotto(?: i)?|al di sotto dei) {{n}} ?{{u}}{_HEIGHT}|(?:sotto i|sotto|"
            rf"al di sotto dei|al di sotto di) {{n}} ?{{u}}|(?:l')?altitudine (?:è )?inferiore a {{n}} "
            rf"?{{u}}"),
        ("shore", rf"(?:a meno di|entro|a non più di|al massimo a) {{n}} ?{{u}} {_SEA}"),
        ("off shore", rf"(?:a più di|a oltre|oltre|ad almeno) {{n}} ?{{u}} {_SEA}"),
        ("coast", r"sulla costa|in riva al mare|vicino al mare|sul mare|al mare|lungo la costa|vicino alla "
            r"costa|sul litorale|in una (?:città|località) costiera"),
        ("inland", r"(?:nell'entroterra|nell'interno|all'interno del paese|lontano (?:dal mare|dalla costa|"
            r"dall'oceano))"),
        ("off coast", r"non (?:è )?(?:sulla costa|al mare|sul mare|vicino al mare|sul litorale)"),
        ("season in month", r"(?:è )?{s} (?:in|a) {m}|(?:in|a) {m} (?:è|era) {s}"),
        ("season", r"(?:è|era|siamo in|scattata in|scattata d') ?(?:l'|la |il |in )?{s}|stagione ?: ?{s}"),
        ("time", r"(?:è|era|scattata|fatta) (?:di |al |all'|a |la |il |l'|nel )?{t}|(?:momento della "
            r"giornata|ora del giorno) ?: ?{t}"),
        ("between",
            r"(?:da qualche parte )?(?:tra|fra|a metà strada tra|a metà strada fra) {p} e {p2}|sulla "
            r"strada (?:da|tra) {p} (?:a|e) {p2}"),
        ("bearing", r"a {d} di {p}|vist[ao] da {p},? (?:verso|a) {d}"),
        ("out", r"(?:non (?:è |si trova )?)?né (?:in|a) {p},? né (?:in |a )?{p2}"),
        ("out", r"non (?:è |è stata |si trova |è stata scattata |è stata fatta )?in {p}|(?:(?:fuori da|"
            r"fuori dalla|fuori dal|al di fuori della|ovunque tranne in) |fuori dall'){c}"),
        ("out", r"non (?:è |è stata |si trova |è stata scattata )?(?:(?:nel|nella|nei|nelle|negli|nello) |"
            r"nell'){c}"),
        ("within", r"(?:entro|nel raggio di|in un raggio di|a meno di|a non più di) {n} ?{u} (?:di raggio "
            r")?(?:da|di|intorno a|attorno a) {p}"),
        ("near", r"(?:molto )?(?:vicino a|vicino ad|nei pressi di|nei dintorni di|non lontano da|intorno a|"
            r"attorno a|presso|dalle parti di) {p}"),
        ("in", r"(?:da qualche parte )?(?:(?:nel|nella|nei|nelle|negli|nello) |nell'){c}"),
        ("in", r"(?:da qualche parte )?in {c}|(?:da qualche parte )?(?:a|ad) {p}|all'interno (?:di|della|"
            r"del) {c}"),
        ("exclude",
            r"(?:escludi|escludere|escludete|scarta|scartare|elimina) (?:l'|la |il |le |gli )?{p}|(?:l'|"
            r"la |il |le )?{p} (?:è |sono )?(?:esclus[aoei]|da escludere|scartat[aoei])"),
        ("unspoken",
            rf"(?:qui |lì )?(?:{_PEOPLE} )?non (?:si )?(?:parla|parlano|parlavano) (?:l'|il |lo )?{{l}}|"
            rf"nessuno parla (?:l'|il )?{{l}}"),
        ("spoken",
            rf"(?:qui |lì |là )?(?:{_PEOPLE} )?(?:parlano|parla|parlavano|parlava|sta parlando|stanno "
            rf"parlando)(?: in)? (?:l'|il |lo )?{{l}}(?: qui| lì)?|(?:sento|si sente|sentiamo)(?: "
            rf"parlare)?(?: in)? (?:l'|il |lo )?{{l}}|la lingua(?: parlata)? (?:è|:) (?:l'|il |lo "
            rf")?{{l}}|in un paese (?:dove|in cui) (?:si parla|parlano) (?:l'|il )?{{l}}"),
        ("unwritten",
            r"(?:i cartelli|le insegne|le scritte|il testo) non (?:sono|è) (?:scritt[oaei] )?in {l}"),
        ("written",
            r"(?:i cartelli|il cartello|le insegne|l'insegna|le scritte|la scritta|il testo|i testi) "
            r"(?:sono|è) (?:scritt[oaei] )?in {l}"),
        ("unleft", rf"(?:qui |lì )?(?:{_CARS} )?non (?:si )?(?:guida|guidano|circola|circolano|viaggia|"
            rf"viaggiano) a sinistra"),
        ("unright", rf"(?:qui |lì )?(?:{_CARS} )?non (?:si )?(?:guida|guidano|circola|circolano|viaggia|"
            rf"viaggiano) a destra"),
        ("left", rf"(?:{_CARS} )?(?:guida|guidano|circola|circolano|viaggia|viaggiano)(?: qui| lì)? (?:a|"
            rf"sulla) sinistra|guida a sinistra|(?:il )?traffico (?:è |va |scorre )?a sinistra"),
        ("right", rf"(?:{_CARS} )?(?:guida|guidano|circola|circolano|viaggia|viaggiano)(?: qui| lì)? (?:a|"
            rf"sulla) destra|guida a destra|(?:il )?traffico (?:è |va |scorre )?a destra"),
        ("remark", r"(?P<x>(?:il |lo |la |i |gli |le |l'){noun} (?:è|sono|ha|hanno) (?!in |a |vicino |nel |"
            r"nella |tra |ad ){adj})"),
        ("remark", r"(?P<x>(?:ci sono|c'è|si vedono|si vede|vedo) (?:\w+ ){0,3}{noun}(?: \w+)?)"),
    ),
    units={"km": 1, "chilometri": 1, "chilometro": 1, "m": 0.001, "metri": 0.001, "metro": 0.001, "miglia"
        : 1.609344},
    directions={
        "nord": 0, "nordest": 45, "nord-est": 45, "est": 90, "sudest": 135, "sud-est": 135, "sud": 180,
            "sudovest": 225,
        "sud-ovest": 225, "ovest": 270, "nordovest": 315, "nord-ovest": 315,
    },
    seasons={"primavera": "spring", "estate": "summer", "autunno": "autumn", "inverno": "winter"},
    months={
        "gennaio": 1, "febbraio": 2, "marzo": 3, "aprile": 4, "maggio": 5, "giugno": 6, "luglio": 7,
            "agosto": 8, "settembre": 9,
        "ottobre": 10, "novembre": 11, "dicembre": 12,
    },
    times={
        "mattina": "morning", "mattino": "morning", "mezzogiorno": "noon", "pomeriggio": "afternoon", "sera"
            : "evening",
        "notte": "night", "alba": "sunrise", "tramonto": "sunset", "mezzanotte": "midnight",
    },
    nouns=(
        "(?:cas[ae]|edifici|edificio|tett[oi]|mur[oi]|mura|facciat[ae]|balcon[ei]|finestr[ae]|"
            "port[ae]|persiane|torr[ei]|cupol[ae]|"
        "chies[ae]|mosche[ae]|templi|architettura|alber[oi]|palm[ae]|pini|cipressi|ulivi|olivi|"
            "betulle|abeti|cactus|vigneti|vigne|"
        "risaie|campi|boschi|bosco|vegetazione|rocce|pali|targhe|tegole)"
    ),
    stop=frozenset(
        ["casa", "piedi", "caso", "natale", "pasqua", "scuola", "tavola", "letto", "teatro", "memoria",
            "parte", "proposito", "posto", "mare", "terra", "sinistra", "destra", "mano", "voce", "vista",
            "colori", "colore", "fuoco", "lungo", "volte", "volta", "presto", "dopo", "domani", "lui", "lei"
            , "noi", "voi", "loro", "me", "te", "pagina", "pezzi", "pranzo", "cena", "me", "ogni", "due",
            "tre", "cavallo", "bordo", "riva", "valle", "monte", "monti", "lago", "porto", "piazza", "parco"
            , "messa", "bordo", "termine", "punto", "capo", "fondo", "tempo", "vapore", "quadri", "righe",
            "mezzo", "pace", "metà"]
    ),
    regions={
        "toscana": "IT.16", "sicilia": "IT.15", "sardegna": "IT.14", "lombardia": "IT.09", "veneto": "IT.20"
            , "catalogna": "ES.56",
        "andalusia": "ES.51", "normandia": "FR.28", "bretagna": "FR.53", "corsica": "FR.94", "inghilterra":
            "GB.ENG", "scozia": "GB.SCT",
        "galles": "GB.WLS", "irlanda del nord": "GB.NIR", "crimea": "UA.11", "baviera": "DE.02", "sassonia"
            : "DE.13", "galizia": "ES.58",
        "california": "US.CA", "tirolo": "AT.07",
    },
    countries={"stati uniti": "US", "usa": "US", "gran bretagna": "GB", "regno unito": "GB", "paesi bassi":
        "NL", "olanda": "NL",
               "repubblica ceca": "CZ", "birmania": "MM"},
    cities={"roma": "Rome, Italy", "londra": "London, United Kingdom", "parigi": "Paris, France", "mosca":
        "Moscow, Russia"},
    languages={"mandarino": "zh", "farsi": "fa", "castigliano": "es"},
    ambiguous={"corea": "korea", "america": "america"},
)  # fmt: skip
