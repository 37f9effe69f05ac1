"""Spanish: how hints are said."""

from __future__ import annotations

from theodolite.assistant.hint_book import Book

_IT = "(?:esta foto|la foto|la fotografía|esta fotografía|esta imagen|la imagen|la escena|el lugar|esto|eso)"
_SEA = "(?:del mar|de la costa|de la playa|del océano|del litoral)"
_HEIGHT = "(?: (?:de altitud|de altura|sobre el nivel del mar|sobre el mar|de elevación))"
_WRONG = "(?:falsa?|incorrect[ao]|erróne[ao]|equivocad[ao]|un error)"
_THESE = (
    "(?:de ellos|de ellas|de estos|de estas|de esos|de los (?:candidatos|lugares)|de estos "
    "(?:candidatos|lugares))"
)
_PEOPLE = "(?:la gente|se|ellos|todos|alguien|los habitantes|una voz|un hombre|una mujer)"
_CARS = "(?:se|la gente|los coches|los carros|ellos|allí se|aquí se|ahí se)"

BOOK = Book(
    code="es",
    marker=r"[a-z]",
    certain=(
        "seguro que|seguro|segura|seguramente seguro|estoy seguro de que|estoy segura de que|estoy "
            "seguro|estoy segura|con certeza|sin duda|"
        "ciertamente|definitivamente|sé que|sabemos que|cierto|con toda seguridad|sin ninguna duda|"
            "por supuesto"
    ),
    likely=(
        "en mi opinión,|en mi opinión|a mi parecer|probable|probablemente|muy probablemente|lo más "
            "probable es que|creo que|pienso que|creemos que|pensamos que|supongo que|"
        "seguramente|creo|muy probable|es probable que"
    ),
    weak=(
        "quizás|quizá|tal vez|posible|posiblemente|puede ser|a lo mejor|no estoy seguro|no estoy "
            "segura|no es seguro|débil|incierto|"
        "puede que|podría ser|es posible que|adivino|inseguro"
    ),
    unlikely="improbable|poco probable|muy improbable|probablemente no|es improbable que|es poco probable "
        "que|seguramente no",
    negation="(?:no|nunca)",
    lead=rf"(?:debe de ser|debe ser|debe estar|debe de estar|tiene que ser|es|está|fue|era|estamos|estoy|"
        rf"está tomada|{_IT} (?:es|está|fue|ha sido|se tomó|se hizo)|{_IT}|se tomó|esté|sea)(?: "
        rf"(?:tomada|hecha|sacada|situad[ao]|ubicad[ao]))?|tomada|hecha|algún lugar",
    tail="",
    joins="y|e|pero",
    any_of="o|u",
    within="en un radio de|a menos de|dentro de|hasta|como máximo|a",
    again="en|el|la|los|las|en el|en la|en los|en las",
    article="el|la|los|las|del",
    region_of=
        "(?:la región (?:de |del )?|el estado (?:de |del )?|la provincia (?:de |del )?|el departamento "
        "(?:de |del )?|la comunidad de )",
    town_of="(?:la ciudad de|el pueblo de|el municipio de|la capital de|la villa de)",
    rules=(
        ("note", r"(?:nota|observación|comentario|apunte)\s*:\s*{x}"),
        ("none", rf"(?:no es )?(?:ninguno|ninguna) {_THESE}|todos (?:los candidatos|estos lugares|los "
            rf"lugares) son falsos"),
        ("clue", rf"(?:la pista |el indicio )?{{k}} (?:es|está|era) {_WRONG}|(?:la pista )?{{k}} no es "
            rf"(?:correct[ao]|ciert[ao]|verdad|válid[ao])|(?:ignora|ignore|ignorar|olvida|descarta|"
            rf"descartar) (?:la pista )?{{k}}|{{k}} no cuenta"),
        ("link",
            r"{e} (?:muestran|son de|son del) (?:el mismo|un mismo|mismo|un solo) (?:lugar|sitio)(?:,? "
            r"(?:a menos de|en un radio de) {n} ?{u})?"),
        ("band", rf"(?:a una (?:altitud|altura) (?:de )?)?entre (?:los )?{{n}} ?{{u}}? y (?:los )?{{n2}} "
            rf"?{{u2}}{_HEIGHT}?"),
        ("above", rf"(?:a )?(?:más de|por encima de(?: los)?) {{n}} ?{{u}}{_HEIGHT}|por encima de (?:los "
            rf")?{{n}} ?{{u}}|(?:la )?altitud (?:es )?(?:de más de|superior a) {{n}} ?{{u}}"),
        ("below", rf"(?:a )?(?:menos de|por debajo de(?: los)?) {{n}} ?{{u}}{_HEIGHT}|por debajo de (?:los "
            rf")?{{n}} ?{{u}}|(?:la )?altitud (?:es )?(?:de menos de|inferior a) {{n}} ?{{u}}"),
        ("shore", rf"a (?:menos de|como máximo|no más de) {{n}} ?{{u}} {_SEA}"),
        ("off shore", rf"a (?:más de|por lo menos) {{n}} ?{{u}} {_SEA}"),
        ("coast",
            r"(?:en|junto a|cerca de) la costa|junto al mar|a orillas del (?:mar|océano)|cerca del mar|"
            r"en el litoral|a la orilla del mar|en una ciudad costera|en un pueblo costero"),
        ("inland", r"(?:en el interior|tierra adentro|lejos (?:del mar|de la costa|del océano))|en "
            r"el interior del país"),
        ("off coast", r"no (?:es |está )?(?:en la costa|junto al mar|cerca del mar|en el litoral)"),
        ("season in month", r"(?:es )?{s} en {m}|en {m} (?:es|era) {s}|(?:el )?{s} es en {m}"),
        ("season",
            r"(?:es|era|estamos en|tomada en|hecha en) (?:el |la )?{s}|(?:estación|temporada) ?: ?{s}"),
        ("time", r"(?:es|era|son|tomada|hecha) (?:de |a |al |por la |en la |la |el )?{t}|(?:momento|hora) "
            r"del día ?: ?{t}"),
        ("between", r"(?:en algún lugar )?(?:entre|a medio camino entre) {p} y {p2}|en (?:la carretera|el "
            r"camino) (?:de|entre) {p} (?:a|y) {p2}"),
        ("bearing", r"(?:al|hacia el) {d} de {p}|vist[ao] desde {p},? (?:hacia el|al) {d}"),
        ("out", r"(?:no (?:está |es |fue )?)?ni (?:en )?{p} ni (?:en )?{p2}"),
        ("out", r"no (?:es|está|fue|fue tomada|está tomada|se tomó|se hizo)? ?en {p}|fuera de {p}|(?:en "
            r")?cualquier lugar menos (?:en )?{p}"),
        ("within", r"(?:en un radio de|a menos de|a no más de|dentro de) {n} ?{u} (?:a la redonda "
            r")?(?:alrededor )?de {p}"),
        ("near", r"(?:muy )?(?:cerca|próximo|en los alrededores|alrededor|en las cercanías|no lejos|en las "
            r"afueras|en torno) (?:de|a|del) {p}|junto a {p}"),
        ("in", r"(?:en algún lugar (?:de|en) |en alguna parte de )(?:el |la |los )?{p}|en (?:el|la|los|"
            r"las) {c}"),
        ("in", r"(?:en|dentro de) {p}"),
        ("exclude",
            r"(?:excluir|excluye|excluya|descarta|descartar|descarte|elimina|eliminar) (?:a )?{p}|{p} "
            r"(?:está |queda )?(?:excluid[ao]|descartad[ao])"),
        ("unspoken",
            rf"(?:aquí |allí )?(?:{_PEOPLE} )?no (?:se )?(?:habla|hablan|hablaban) (?:el )?{{l}}|nadie "
            rf"habla {{l}}"),
        ("spoken",
            rf"(?:aquí |allí |ahí )?(?:{_PEOPLE} )?(?:hablan|habla|hablaban|hablaba|está hablando|están "
            rf"hablando)(?: en)? (?:el )?{{l}}(?: allí| aquí)?|(?:oigo|se oye|oímos|escucho|se "
            rf"escucha)(?: hablar)? (?:en )?(?:el )?{{l}}|(?:el idioma|la lengua)(?: hablad[ao])? (?:es|"
            rf":) (?:el )?{{l}}|en un país (?:donde|en el que) (?:se habla|hablan) {{l}}"),
        ("unwritten",
            r"(?:los carteles|los letreros|las señales|el texto) no (?:están|está) (?:escritos? )?en "
            r"{l}"),
        ("written", r"(?:los carteles|el cartel|los letreros|el letrero|las señales|el texto|los textos) "
            r"(?:están|está) (?:escrit[ao]s? )?en {l}"),
        ("unleft", rf"(?:aquí |allí )?(?:{_CARS} )?no (?:se )?(?:conduce|conducen|circula|circulan|maneja|"
            rf"manejan) por la izquierda"),
        ("unright", rf"(?:aquí |allí )?(?:{_CARS} )?no (?:se )?(?:conduce|conducen|circula|circulan|maneja|"
            rf"manejan) por la derecha"),
        ("left", rf"(?:{_CARS} )?(?:conduce|conducen|circula|circulan|maneja|manejan|conduciendo)(?: aquí| "
            rf"allí)? (?:por|a) la izquierda|(?:el )?tráfico (?:es |va |circula )?por la izquierda"),
        ("right",
            rf"(?:{_CARS} )?(?:conduce|conducen|circula|circulan|maneja|manejan|conduciendo)(?: aquí| "
            rf"allí)? (?:por|a) la derecha|(?:el )?tráfico (?:es |va |circula )?por la derecha"),
        ("remark",
            r"(?P<x>(?:el|la|los|las) {noun} (?:es|son|está|están|tiene|tienen) (?!en |cerca |entre |a |"
            r"junto ){adj})"),
        ("remark", r"(?P<x>(?:hay|se ven|se ve|veo) (?:\w+ ){0,3}{noun}(?: \w+)?)"),
    ),
    units={"km": 1, "kilómetros": 1, "kilómetro": 1, "kilometros": 1, "m": 0.001, "metros": 0.001, "metro"
        : 0.001, "millas": 1.609344},
    directions={
        "norte": 0, "noreste": 45, "nordeste": 45, "este": 90, "sureste": 135, "sudeste": 135, "sur": 180,
            "suroeste": 225,
        "sudoeste": 225, "oeste": 270, "noroeste": 315,
    },
    seasons={"primavera": "spring", "verano": "summer", "otoño": "autumn", "invierno": "winter"},
    months={
        "enero": 1, "febrero": 2, "marzo": 3, "abril": 4, "mayo": 5, "junio": 6, "julio": 7, "agosto": 8,
            "septiembre": 9,
        "octubre": 10, "noviembre": 11, "diciembre": 12,
    },
    times={
        "mañana": "morning", "mediodía": "noon", "tarde": "afternoon", "noche": "night", "amanecer":
            "sunrise",
        "atardecer": "sunset", "puesta de sol": "sunset", "medianoche": "midnight",
    },
    nouns=(
        "(?:casas?|edificios?|tejados?|techos?|muros?|fachadas?|balcon(?:es)?|ventanas?|puertas?|"
            "torres?|cúpulas?|iglesias?|"
        "mezquitas?|templos?|arquitectura|árbol(?:es)?|palmeras?|pinos?|cipreses|olivos?|abedules|"
            "abetos|cactus|viñas|viñedos|"
        "arrozales|campos|bosques?|vegetación|rocas|postes|matrículas?|tejas?)"
    ),
    stop=frozenset(
        ["paz", "casa", "coche", "tren", "avión", "barco", "ciudad", "campo", "montaña", "playa", "mar",
            "vacaciones", "pie", "color", "blanco", "negro", "serio", "broma", "guerra", "vivo", "secreto",
            "silencio", "general", "particular", "centro", "medio", "fin", "orden", "forma", "marcha",
            "línea", "punto", "resumen", "vano", "verdad", "parte", "lugar", "sombra", "sol", "agua",
            "fuego", "tierra", "cielo", "esquina", "calle", "plaza", "mente", "familia", "vez", "cuenta",
            "base", "caso", "carretera", "camino", "bicicleta", "iglesia", "escuela", "hospital", "hotel",
            "restaurante", "foto", "imagen", "él", "ella", "ellos", "nosotros", "mí", "ti", "eso", "esto",
            "aquella", "piedra", "madera", "oro", "plata", "dos", "tres", "primero", "buena", "mala",
            "venta", "victoria", "libertad", "soledad", "trinidad"]
    ),
    regions={
        "toscana": "IT.16", "sicilia": "IT.15", "cerdeña": "IT.14", "lombardía": "IT.09", "véneto": "IT.20"
            , "cataluña": "ES.56",
        "andalucía": "ES.51", "normandía": "FR.28", "bretaña": "FR.53", "córcega": "FR.94", "inglaterra":
            "GB.ENG",
        "escocia": "GB.SCT", "gales": "GB.WLS", "irlanda del norte": "GB.NIR", "crimea": "UA.11", "baviera"
            : "DE.02", "sajonia": "DE.13",
        "galicia": "ES.58", "país vasco": "ES.59", "california": "US.CA",
    },
    countries={"estados unidos": "US", "eeuu": "US", "gran bretaña": "GB", "reino unido": "GB",
        "países bajos": "NL", "holanda": "NL",
               "república checa": "CZ", "birmania": "MM"},
    cities={"roma": "Rome, Italy", "moscú": "Moscow, Russia", "londres": "London, United Kingdom",
        "nueva york": "New York City, United States"},
    languages={"castellano": "es", "mandarín": "zh", "farsi": "fa"},
    ambiguous={"corea": "korea", "américa": "america", "guayana": "guiana"},
)  # fmt: skip
