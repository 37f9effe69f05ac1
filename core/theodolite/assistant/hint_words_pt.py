"""Portuguese: how hints are said."""

from __future__ import annotations

from theodolite.assistant.hint_book import Book

_IT = (
    "(?:esta foto|a foto|a fotografia|esta fotografia|esta imagem|a imagem|a cena|o lugar|o local|isto|isso)"
)
_SEA = "(?:do mar|da costa|da praia|do oceano|do litoral)"
_HEIGHT = "(?: (?:de altitude|de altura|acima do nível do mar|acima do mar|de elevação))"
_WRONG = "(?:fals[ao]|errad[ao]|incorret[ao]|um erro|enganos[ao])"
_THESE = "(?:deles|delas|destes|desses|dos candidatos|destes lugares|destes candidatos|desses lugares)"
_PEOPLE = "(?:as pessoas|a gente|eles|elas|todos|alguém|os habitantes|uma voz|um homem|uma mulher|o povo)"
_CARS = "(?:as pessoas|os carros|eles|lá|aqui|ali|todos)"
#: "No" is "in the" here and "not" elsewhere: alone it counts only before names that nobody else writes so.
_WITH_NO = (
    "brasil|jap[ãa]o|egito|iraque|paquist[ãa]o|afeganist[ãa]o|cazaquist[ãa]o|uzbequist[ãa]o|tajiquist[ãa]o|"
    "turcomenist[ãa]o|quirguist[ãa]o|azerbaij[ãa]o|sud[ãa]o|but[ãa]o|gab[ãa]o|i[êe]men|ir[ãa]o|"
    "qu[êée]nia|zimb[áa]bue|camboja|vietn[ãa]|vietname|equador|uruguai|paraguai|malau[íi]|benim"
)
_IS = (
    rf"(?:deve ser|deve estar|deve ter sido|tem de ser|é|foi|era|está|fica|estamos|seja|{_IT} (?:é|foi|está|"
    r"fica|seja)|tirada|feita)(?: (?:tirada|feita|tomada|situad[ao]))?"
)

BOOK = Book(
    code="pt",
    marker=r"[a-z]",
    certain=(
        "certo|certa|com certeza|certamente|tenho certeza que|tenho certeza de que|tenho a certeza "
            "de que|tenho certeza|sem dúvida|"
        "sei que|sabemos que|definitivamente|seguro|de certeza|sem dúvida nenhuma|seguramente"
    ),
    likely=(
        "na minha opinião,|na minha opinião|provável|provavelmente|muito provavelmente|acho que|"
            "penso que|creio que|acredito que|acho|achamos que|suponho que|"
        "muito provável|é provável que|presumivelmente"
    ),
    weak=(
        "talvez|possível|possivelmente|pode ser|se calhar|quiçá|não tenho certeza|não tenho a "
            "certeza|não é certo|fraco|incerto|"
        "pode ser que|é possível que|quem sabe|um palpite|poderia ser"
    ),
    unlikely="improvável|pouco provável|muito improvável|provavelmente não|é improvável que|dificilmente",
    negation="(?:não|nunca)",
    lead=rf"(?:deve ser|deve estar|deve ter sido|tem de ser|é|foi|era|está|fica|estamos|seja|{_IT} (?:é|"
        rf"foi|está|fica|seja)|{_IT})(?: (?:tirada|feita|tomada|situad[ao]))?|tirada|feita|foi tirada",
    tail="",
    joins="e|mas",
    any_of="ou",
    within="num raio de|em um raio de|a menos de|dentro de|até|no máximo|a",
    again="em|no|na|nos|nas|o|a|os|as",
    article="o|a|os|as",
    region_of=
        "(?:(?:a )?região (?:de |do |da )?|(?:o )?estado (?:de |do |da )?|(?:a )?província (?:de |do |"
        "da )?|(?:o )?distrito de )",
    town_of="(?:(?:a )?cidade (?:de|do)|(?:a )?vila de|(?:a )?aldeia de|(?:o )?município de|(?:a )?capital)",
    rules=(
        ("note", r"(?:nota|observação|comentário|obs)\s*:\s*{x}"),
        ("none", rf"(?:não é )?(?:nenhum|nenhuma) {_THESE}|todos (?:os|estes|esses) (?:candidatos|lugares) "
            rf"estão errados"),
        ("clue",
            rf"(?:a pista )?{{k}} (?:é|está|era) {_WRONG}|(?:a pista )?{{k}} não (?:é|está) (?:cert[ao]|"
            rf"corret[ao]|verdade|verdadeir[ao])|(?:ignora|ignore|ignorar|descarta|descarte|descartar|"
            rf"esquece|esqueça) (?:a pista )?{{k}}|{{k}} não conta"),
        ("link", r"{e} (?:mostram|são do) (?:o mesmo|mesmo|um só|um mesmo) (?:lugar|local|sítio)(?:,? (?:a "
            r"menos de|num raio de) {n} ?{u})?"),
        ("band", rf"(?:a uma altitude )?entre (?:os )?{{n}} ?{{u}}? e (?:os )?{{n2}} ?{{u2}}{_HEIGHT}?"),
        ("above",
            rf"(?:a )?(?:mais de|acima de|acima dos) {{n}} ?{{u}}{_HEIGHT}|(?:acima de|acima dos) {{n}} "
            rf"?{{u}}|(?:a )?altitude (?:é )?(?:superior a|acima de) {{n}} ?{{u}}"),
        ("below",
            rf"(?:a )?(?:menos de|abaixo de|abaixo dos) {{n}} ?{{u}}{_HEIGHT}|(?:abaixo de|abaixo dos) "
            rf"{{n}} ?{{u}}|(?:a )?altitude (?:é )?(?:inferior a|abaixo de) {{n}} ?{{u}}"),
        ("shore", rf"(?:a menos de|a no máximo|até|a até) {{n}} ?{{u}} {_SEA}"),
        ("off shore", rf"a (?:mais de|pelo menos) {{n}} ?{{u}} {_SEA}"),
        ("coast", r"(?:na|junto à|perto da) costa|à beira(?:-mar| do mar)|junto ao mar|perto do mar|no "
            r"litoral|perto da praia|numa cidade costeira"),
        ("inland",
            r"no interior(?: do país)?|longe (?:do mar|da costa|do oceano|do litoral)"),
        ("off coast", r"não (?:é |fica |está )?(?:na costa|no litoral|à beira-mar|junto ao mar|perto do "
            r"mar)"),
        ("season in month", r"(?:é )?{s} em {m}|em {m} (?:é|era) {s}"),
        ("season", r"(?:é|era|estamos no|estamos na|tirada no|tirada na) (?:o |a |no |na )?{s}|(?:estação|"
            r"época) ?: ?{s}"),
        ("time",
            r"(?:é|era|foi|tirada|feita) (?:de |ao |à |a |pela |o )?{t}|(?:hora|período|altura) do dia "
            r"?: ?{t}"),
        ("between",
            r"(?:em algum lugar )?(?:entre|a meio caminho entre) {p} e {p2}|na estrada (?:de|entre) {p} "
            r"(?:a|para|e) {p2}"),
        ("bearing", r"a(?:o)? {d} (?:de|do|da) {p}|vist[ao] de {p},? (?:para o|a|ao) {d}"),
        ("out", r"(?:não (?:é |fica |está |foi )?)?nem (?:em|no|na|nos|nas) {c},? nem (?:em |no |na |nos |"
            r"nas )?{c2}"),
        ("out", r"não (?:é |foi |está |fica |foi tirada |foi feita )?em {p}|(?:fora de|em qualquer lugar "
            r"menos em) {p}"),
        ("out", r"não (?:é |foi |está |fica |foi tirada |foi feita )?(?:no|na|nos|nas) {c}|fora (?:do|da|"
            r"dos|das) {c}"),
        ("within",
            r"(?:num raio de|em um raio de|a menos de|a até|dentro de) {n} ?{u} (?:em torno |ao redor "
            r")?(?:de|do|da) {p}"),
        ("near",
            r"(?:muito )?(?:perto|próximo|nas proximidades|nos arredores|ao redor|não longe|em redor|à "
            r"volta) (?:de|do|da|a) {p}|junto a {p}"),
        ("in", rf"(?:em algum lugar |{_IS} )no {{c}}|no (?=(?:{_WITH_NO})(?:,|\s|$)){{c}}"),
        ("in", r"(?:em algum lugar )?(?:na|nos|nas) {c}|em algum lugar (?:de|do|da|em) {p}"),
        ("bare no", r"no {c}"),
        ("in", r"(?:em|dentro de) {p}"),
        ("exclude",
            r"(?:excluir|exclui|exclua|descarta|descartar|descarte|elimina|eliminar|elimine) (?:o |a |"
            r"os |as )?{p}|(?:o |a |os |as )?{p} (?:está |fica |foi )?(?:excluíd[ao]s?|descartad[ao]s?)"),
        ("unspoken", rf"(?:aqui |lá |ali )?(?:{_PEOPLE} )?não (?:se )?(?:fala|falam|falavam) (?:o )?{{l}}|"
            rf"ninguém fala (?:o )?{{l}}"),
        ("spoken", rf"(?:aqui |lá |ali )?(?:{_PEOPLE} )?(?:falam|fala|falavam|falava|está falando|estão "
            rf"falando|está a falar|estão a falar)(?: em)? (?:o )?{{l}}(?: lá| aqui)?|(?:lá |aqui |ali "
            rf")?(?:se fala|fala-se) (?:o )?{{l}}|(?:ouço|ouve-se|ouvimos|escuto)(?: falar)?(?: em)? "
            rf"(?:o )?{{l}}|(?:a língua|o idioma)(?: falad[ao])? (?:é|:) (?:o )?{{l}}|num país onde se "
            rf"fala {{l}}"),
        ("unwritten",
            r"(?:as placas|os letreiros|os sinais|o texto) não (?:estão|está) (?:escrit[ao]s? )?em {l}"),
        ("written",
            r"(?:as placas|a placa|os letreiros|o letreiro|os sinais|o texto|os textos) (?:estão|está) "
            r"(?:escrit[ao]s? )?em {l}"),
        ("unleft",
            rf"(?:{_CARS} )?não (?:se )?(?:dirige|dirigem|conduz|conduzem|circula|circulam) (?:pela|à|"
            rf"na) esquerda"),
        ("unright",
            rf"(?:{_CARS} )?não (?:se )?(?:dirige|dirigem|conduz|conduzem|circula|circulam) (?:pela|à|"
            rf"na) direita"),
        ("left", rf"(?:{_CARS} )?(?:se )?(?:dirige|dirigem|conduz|conduzem|circula|circulam|conduz-se|"
            rf"dirige-se|circula-se)(?: lá| aqui)? (?:pela|à|na) esquerda|(?:o )?(?:trânsito|tráfego) "
            rf"(?:é |vai |circula )?pela esquerda"),
        ("right", rf"(?:{_CARS} )?(?:se )?(?:dirige|dirigem|conduz|conduzem|circula|circulam|conduz-se|"
            rf"dirige-se|circula-se)(?: lá| aqui)? (?:pela|à|na) direita|(?:o )?(?:trânsito|tráfego) "
            rf"(?:é |vai |circula )?pela direita"),
        ("remark",
            r"(?P<x>(?:o|a|os|as) {noun} (?:é|são|está|estão|tem|têm) (?!em |no |na |perto |entre |a |"
            r"junto ){adj})"),
        ("remark", r"(?P<x>(?:há|tem|veem-se|vejo|existem) (?:\w+ ){0,3}{noun}(?: \w+)?)"),
    ),
    units={"km": 1, "quilómetros": 1, "quilômetros": 1, "quilómetro": 1, "quilômetro": 1, "m": 0.001,
        "metros": 0.001, "metro": 0.001, "milhas": 1.609344},
    directions={
        "norte": 0, "nordeste": 45, "leste": 90, "este": 90, "sudeste": 135, "sul": 180, "sudoeste": 225,
            "oeste": 270, "noroeste": 315,
    },
    seasons={"primavera": "spring", "verão": "summer", "outono": "autumn", "inverno": "winter"},
    months={
        "janeiro": 1, "fevereiro": 2, "março": 3, "abril": 4, "maio": 5, "junho": 6, "julho": 7, "agosto"
            : 8, "setembro": 9,
        "outubro": 10, "novembro": 11, "dezembro": 12,
    },
    times={
        "manhã": "morning", "meio-dia": "noon", "tarde": "afternoon", "noite": "night", "nascer do sol":
            "sunrise",
        "amanhecer": "sunrise", "pôr do sol": "sunset", "entardecer": "sunset", "anoitecer": "sunset",
            "meia-noite": "midnight",
    },
    nouns=(
        "(?:casas?|edifícios?|prédios?|telhados?|muros?|fachadas?|varandas?|janelas?|portas?|"
            "torres?|cúpulas?|igrejas?|mesquitas?|"
        "templos?|arquitetura|árvores?|palmeiras?|coqueiros|pinheiros?|ciprestes|oliveiras|cactos|"
            "vinhas|vinhedos|arrozais|campos|"
        "florestas?|vegetação|rochas|postes|placas|telhas?)"
    ),
    stop=frozenset(
        ["paz", "casa", "cidade", "campo", "montanha", "praia", "mar", "férias", "carro", "comboio", "trem"
            , "avião", "barco", "cor", "branco", "preto", "guerra", "vivo", "segredo", "silêncio", "geral",
            "particular", "centro", "meio", "fim", "ordem", "forma", "marcha", "linha", "ponto", "resumo",
            "vão", "verdade", "parte", "lugar", "sombra", "sol", "água", "fogo", "terra", "céu", "rua",
            "praça", "família", "vez", "conta", "base", "caso", "estrada", "caminho", "pé", "bicicleta",
            "igreja", "escola", "hospital", "hotel", "restaurante", "foto", "imagem", "ele", "ela", "eles",
            "nós", "mim", "ti", "isso", "isto", "pedra", "madeira", "ouro", "prata", "breve", "vitória",
            "liberdade", "boa", "vista"]
    ),
    regions={
        "toscana": "IT.16", "sicília": "IT.15", "sardenha": "IT.14", "lombardia": "IT.09", "vêneto": "IT.20"
            , "catalunha": "ES.56",
        "andaluzia": "ES.51", "normandia": "FR.28", "bretanha": "FR.53", "córsega": "FR.94", "inglaterra":
            "GB.ENG", "escócia": "GB.SCT",
        "país de gales": "GB.WLS", "irlanda do norte": "GB.NIR", "crimeia": "UA.11", "baviera": "DE.02",
            "saxônia": "DE.13",
        "galiza": "ES.58", "califórnia": "US.CA", "bahia": "BR.05", "minas gerais": "BR.15",
    },
    countries={"estados unidos": "US", "eua": "US", "grã-bretanha": "GB", "reino unido": "GB",
        "países baixos": "NL", "holanda": "NL",
               "república tcheca": "CZ", "república checa": "CZ", "irão": "IR", "irã": "IR", "vietname":
                   "VN", "polônia": "PL", "roménia": "RO"},
    cities={"roma": "Rome, Italy", "londres": "London, United Kingdom", "moscovo": "Moscow, Russia"},
    languages={"mandarim": "zh", "farsi": "fa", "castelhano": "es"},
    ambiguous={"coreia": "korea", "américa": "america", "macedônia": "macedonia", "macedónia": "macedonia",
        "geórgia": "georgia", "guiana": "guiana"},
)  # fmt: skip
