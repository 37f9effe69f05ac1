"""French: how hints are said."""

from __future__ import annotations

from theodolite.assistant.hint_book import Book

_IT = "(?:cette photo|la photo|cette image|l'image|la scène|le lieu|cela|ça)"
_SEA = "(?:la mer|la côte|l'océan|littoral)"
_HEIGHT = "(?: (?:d'altitude|au-dessus (?:de la mer|du niveau de la mer)|de hauteur|d'élévation))"
_WRONG = "(?:faux|fausse|incorrect|incorrecte|erroné|erronée|une erreur)"
_THESE = (
    "(?:d'entre eux|d'entre elles|de ces (?:lieux|endroits|candidats|propositions)|des candidats|de "
    "ceux-ci|de ceux-là)"
)
_PEOPLE = "(?:les gens|on|ils|elles|tout le monde|quelqu'un|les habitants|une voix)"

BOOK = Book(
    code="fr",
    marker=r"[a-z]",
    certain=(
        "certain|certaine|certainement|sûr|sûre|sûrement|c'est sûr|je suis sûr que|je suis sûre que|"
            "je suis certain que|"
        "je suis certaine que|je suis sûr|je suis sûre|sans aucun doute|sans doute aucun|je sais "
            "que|nous savons que|à coup sûr|"
        "avec certitude|bien sûr"
    ),
    likely=(
        "à mon avis,|à mon avis|selon moi,|probable|probablement|très probablement|sans doute|je "
            "crois que|je crois qu'|je pense que|je pense qu'|je crois|je pense|"
        "nous pensons que|vraisemblablement|il est probable que|très probable"
    ),
    weak=(
        "peut-être|possible|possiblement|éventuellement|pas sûr|pas sûre|je ne suis pas sûr|je ne "
            "suis pas sûre|pas certain|incertain|"
        "faible|c'est possible|peut être|je devine|au hasard|il se peut que"
    ),
    unlikely="improbable|peu probable|très peu probable|probablement pas|sans doute pas|sûrement pas",
    negation="(?:pas|non|jamais)",
    lead=rf"(?:c'est|c'était|ça doit être|ce doit être|cela doit être|{_IT} (?:est|a été|était|se trouve|"
        rf"se passe|doit être|se situe)|{_IT}|ce n'est|il est|nous sommes|je suis|on est|située?|"
        rf"prise?)(?: (?:prise?|située?|faite?|quelque part))?",
    tail="",
    joins="et|mais",
    any_of="ou",
    within="dans un rayon de|à moins de|jusqu'à|au plus|à",
    again="en|au|aux|à|dans le|dans la|dans les|la|le|les|l'",
    article="l'|la|le|les|de la|du|des|de l'",
    region_of=
        "(?:(?:la )?région (?:de la |du |de l'|de |d')?|l'état (?:de |du |d')?|la province (?:de |du |"
        "d')?|(?:le )?canton (?:de |du |d')?)",
    town_of="(?:la ville de|le village de|la commune de|la capitale de)",
    rules=(
        ("note", r"(?:remarque|note|à noter|commentaire)\s*:\s*{x}"),
        ("none", rf"(?:ce n'est )?aucune? {_THESE}|ce n'est ni l'un ni l'autre"),
        ("none", r"tous (?:les|ces) (?:candidats|lieux|endroits) sont faux"),
        ("clue", rf"(?:l'indice )?{{k}} (?:est|était) {_WRONG}|(?:l'indice )?{{k}} n'est pas (?:juste|vrai|"
            rf"correct|bon)|(?:ignore|ignorez|ignorer|oublie|oubliez|écarte|écartez) (?:l'indice "
            rf")?{{k}}|{{k}} ne compte pas"),
        ("link", r"{e} (?:montrent|sont) (?:le même|du même|un même|un seul) (?:lieu|endroit)(?:,? (?:à "
            r"moins de|dans un rayon de) {n} ?{u})?"),
        ("band", rf"(?:à une altitude (?:comprise )?|l'altitude est )?entre {{n}} ?{{u}}? et {{n2}} "
            rf"?{{u2}}{_HEIGHT}?"),
        ("above", rf"(?:à )?(?:plus de|au-dessus de) {{n}} ?{{u}}{_HEIGHT}|(?:à une altitude (?:de plus|"
            rf"supérieure) (?:de|à)|au-dessus de|(?:l')?altitude(?: est)? supérieure à) {{n}} ?{{u}}"),
        ("below",
            rf"(?:à )?(?:moins de|au-dessous de|en dessous de|sous) {{n}} ?{{u}}{_HEIGHT}|(?:au-dessous "
            rf"de|en dessous de|(?:l')?altitude(?: est)? inférieure à|à une altitude inférieure à) "
            rf"{{n}} ?{{u}}"),
        ("shore", rf"à (?:moins de|au plus) {{n}} ?{{u}} (?:de |du ){_SEA}|à moins de {{n}} ?{{u}} du "
            rf"littoral"),
        ("off shore", rf"à (?:plus|au moins) de {{n}} ?{{u}} (?:de |du ){_SEA}"),
        ("coast", r"(?:sur|le long de|près de) la côte|au bord de (?:la mer|l'océan)|près de (?:la mer|"
            r"l'océan)|en bord de mer|sur le littoral|à la mer|dans une ville côtière"),
        ("inland",
            r"(?:à l'intérieur|dans l'intérieur) des terres|loin (?:de la mer|de la côte|de l'océan|du "
            r"littoral)|dans les terres"),
        ("off coast", r"(?:(?:ce )?n'est )?pas (?:sur la côte|au bord de la mer|près de la mer|en bord de "
            r"mer|sur le littoral)"),
        ("season in month",
            r"(?:c'est |c'était )?(?:l'|le )?{s} en {m}|(?:c'est )?en {m},? (?:c'est|il fait) (?:l'|le "
            r")?{s}|{m} est en {s}"),
        ("season",
            r"(?:c'est|c'était|on est en|on est au|prise? (?:en|au)) (?:l'|le |en |au )?{s}|saison ?: "
            r"?{s}"),
        ("time",
            r"(?:c'est|c'était|il est|il était|prise? (?:le|la|à|au|de|en|pendant la)) (?:l'|le |la |au "
            r"|en )?{t}|(?:moment de la journée|heure) ?: ?{t}"),
        ("between",
            r"(?:quelque part )?(?:entre|à mi-chemin entre) {p} et {p2}|sur la route (?:de |d'|entre "
            r"){p} (?:à|et) {p2}"),
        ("bearing",
            r"(?:au |à l'|a l'|plus au |plus à l'){d} (?:de |d'){p}|vue? de(?:puis)? {p},? (?:vers le|"
            r"vers l'|au|à l') ?{d}"),
        ("out", r"(?:n'est )?(?:ni) (?:en|à) {p},? ni (?:en|à|au) {p2}|(?:n'est )?ni (?:en|au|aux|dans le|"
            r"dans la) {c},? ni (?:en|au|aux|dans le|dans la) {c2}"),
        ("out", r"(?:n'est |n'a |n'était )?pas (?:été )?(?:pris |prise |située? )?(?:en|à) {p}|(?:hors|en "
            r"dehors) (?:de |d'){p}|n'importe où sauf en {p}"),
        ("out", r"(?:n'est |n'a )?pas (?:été )?(?:pris |prise |située? )?(?:(?:au|aux|dans le|dans la|dans "
            r"les) |dans l'){c}|(?:hors|en dehors) (?:(?:du|de la|des) |de l'){c}"),
        ("within", r"(?:dans un rayon de|à moins de|à au plus|à moins de) {n} ?{u} (?:au plus )?(?:autour "
            r")?(?:de |d'){p}"),
        ("near", r"(?:tout )?(?:près|proche|non loin|aux alentours|aux environs|dans les environs|à "
            r"proximité|autour|pas loin) (?:de |d'){p}|(?:vers|près du) {p}"),
        ("in", r"(?:quelque part )?(?:(?:au|aux|dans le|dans la|dans les) |dans l'){c}"),
        ("in", r"(?:quelque part )?(?:en|à) {p}"),
        ("exclude",
            r"(?:exclure|exclus|exclue|excluez|écarte|écartez|écarter|élimine|éliminez|sauf) (?:l'|la |"
            r"le |les )?{p}|(?:l'|la |le |les )?{p} (?:est|sont) exclue?s?"),
        ("unspoken",
            rf"{_PEOPLE} ne (?:parlent?|parle) pas (?:l'|le |la )?{{l}}|(?:ici|là-bas),? on ne parle "
            rf"pas {{l}}"),
        ("spoken", rf"{_PEOPLE} (?:parlent|parle|parlaient|parlait) (?:l'|le |la )?{{l}}(?: là-bas| ici)?|"
            rf"(?:ici|là-bas),? (?:on|ils) parlent? {{l}}|(?:on|j')\s?(?:entend|entends|entendait) "
            rf"(?:parler )?(?:l'|le |la |de l'|du )?{{l}}|la langue (?:parlée )?(?:est|:) (?:l'|le |la "
            rf")?{{l}}|(?:l'|le ){{l}} est parlé(?: ici| là-bas)?|dans un pays où l'on parle {{l}}"),
        ("unwritten",
            r"(?:les panneaux|les enseignes|le texte|les inscriptions) ne (?:sont|est) pas (?:écrite?s? "
            r")?en {l}|(?:le texte) n'est pas en {l}"),
        ("written", r"(?:les panneaux|le panneau|les enseignes|le texte|les textes|les inscriptions|c') "
            r"?(?:sont|est) (?:écrite?s? )?en {l}"),
        ("unleft", rf"(?:{_PEOPLE}|là-bas,? on|ici,? on) ne (?:conduit|conduisent|roule|roulent|circule|"
            rf"circulent) pas à gauche"),
        ("unright", rf"(?:{_PEOPLE}|là-bas,? on|ici,? on) ne (?:conduit|conduisent|roule|roulent|circule|"
            rf"circulent) pas à droite"),
        ("left", rf"(?:{_PEOPLE}|là-bas,? on|ici,? on|les voitures) (?:conduit|conduisent|roule|roulent|"
            rf"circule|circulent)(?: ici| là-bas)? (?:à|sur la) gauche(?: ici| là-bas)?|(?:conduite|"
            rf"circulation) à gauche|la circulation est à gauche"),
        ("right", rf"(?:{_PEOPLE}|là-bas,? on|ici,? on|les voitures) (?:conduit|conduisent|roule|roulent|"
            rf"circule|circulent)(?: ici| là-bas)? (?:à|sur la) droite(?: ici| là-bas)?|(?:conduite|"
            rf"circulation) à droite|la circulation est à droite"),
        ("remark", r"(?P<x>(?:les|le|la|l') ?{noun} (?:est|sont|a|ont) (?!à |en |dans |au |près ){adj})"),
        ("remark", r"(?P<x>(?:il y a|on voit|je vois) (?:\w+ ){0,3}{noun}(?: \w+)?)"),
    ),
    units={"km": 1, "kilomètres": 1, "kilomètre": 1, "m": 0.001, "mètres": 0.001, "mètre": 0.001, "miles"
        : 1.609344},
    directions={"nord": 0, "nord-est": 45, "est": 90, "sud-est": 135, "sud": 180, "sud-ouest": 225, "ouest"
        : 270, "nord-ouest": 315},
    seasons={"printemps": "spring", "été": "summer", "automne": "autumn", "hiver": "winter"},
    months={
        "janvier": 1, "février": 2, "mars": 3, "avril": 4, "mai": 5, "juin": 6, "juillet": 7, "août": 8,
            "septembre": 9,
        "octobre": 10, "novembre": 11, "décembre": 12,
    },
    times={
        "matin": "morning", "midi": "noon", "après-midi": "afternoon", "soir": "evening", "nuit": "night",
        "lever du soleil": "sunrise", "aube": "sunrise", "coucher du soleil": "sunset", "crépuscule":
            "sunset", "minuit": "midnight",
    },
    nouns=(
        "(?:maisons?|bâtiments?|toits?|murs?|façades?|balcons?|fenêtres?|portes?|volets|tours?|"
            "dômes?|églises?|mosquées?|temples?|"
        "architecture|arbres?|palmiers?|pins|cyprès|oliviers?|bouleaux|sapins|cactus|vignes?|"
            "vignobles?|rizières|champs|forêts?|"
        "végétation|rochers?|poteaux|panneaux|plaques?|tuiles?)"
    ),
    stop=frozenset(
        ["paix", "ville", "campagne", "montagne", "maison", "mer", "vacances", "voiture", "train", "bus",
            "avion", "vélo", "pied", "pieds", "route", "couleur", "couleurs", "noir", "blanc", "tours",
            "nancy", "nice", "bord", "plage", "centre", "face", "fait", "cause", "retard", "avance",
            "colère", "vain", "vie", "guerre", "prison", "moi", "toi", "lui", "eux", "nous", "vous",
            "soleil", "ombre", "gauche", "droite", "cheval", "propos", "peine", "jour", "nuit", "temps",
            "lui", "haut", "bas", "fond", "plein", "forme", "général", "particulier", "vrac", "tort",
            "raison", "table", "deux", "trois", "noël", "pâques", "paris?", "rue"]
    ) - frozenset(("paris?",)),
    regions={
        "toscane": "IT.16", "sicile": "IT.15", "sardaigne": "IT.14", "lombardie": "IT.09", "vénétie": "IT.20",
        "catalogne": "ES.56", "andalousie": "ES.51", "normandie": "FR.28", "bretagne": "FR.53", "californie"
            : "US.CA",
        "corse": "FR.94", "angleterre": "GB.ENG", "écosse": "GB.SCT", "pays de galles": "GB.WLS",
            "irlande du nord": "GB.NIR",
        "crimée": "UA.11", "bavière": "DE.02", "saxe": "DE.13", "galice": "ES.58", "flandre": "BE.VLG",
            "wallonie": "BE.WAL",
    },
    countries={"états-unis": "US", "grande-bretagne": "GB", "royaume-uni": "GB", "hollande": "NL",
        "république tchèque": "CZ", "birmanie": "MM"},
    cities={"rome": "Rome, Italy", "londres": "London, United Kingdom", "moscou": "Moscow, Russia"},
    languages={"mandarin": "zh", "farsi": "fa"},
    ambiguous={"géorgie": "georgia", "corée": "korea", "amérique": "america", "macédoine": "macedonia"},
)  # fmt: skip
