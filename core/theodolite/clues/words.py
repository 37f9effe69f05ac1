"""Words on signs that are no place names: ordinary words, kinds of business, brands."""

from __future__ import annotations

#: Characters that end the name of an administrative place in Han characters.
HAN_PLACES = ("市", "区", "區", "县", "縣", "町", "村", "镇", "鎮", "省", "府", "都", "州")

_ORDINARY = """
a an and at in of on or the to for from with by no not is are be this that you your we our it all
street road avenue lane square station airport hotel market shop store restaurant cafe bar pub bank school
church museum theatre theater palace park garden gardens bridge tower hall house hospital pharmacy police
parking entrance exit open closed push pull stop slow give way speed limit north south east west centre
center city town village county state public private keep left right clear danger warning caution welcome
main new old big great world health water food fresh hot cold sale free wifi toilet toilets men women ladies
image result other test limit reading post office mobile bay beach port union central royal national
victoria king queen green white black red blue orange rose star sun moon best good nice clean hands nose
mouth hand rub close contact meat eggs live wild farm animals soap cover avoid organization university
le la les un une du de des au aux et en sur sous dans pour par avec sans rue place palais musée musee mairie
gare hôtel hotel école ecole église eglise théâtre theatre arts cour jardin pont tour marché marche entrée
entree sortie ouvert fermé ferme boulangerie pharmacie poste banque plage château chateau port quai centre
der die das den dem ein eine und oder im am an auf zu zum zur mit von für bei nicht kein platz markt bahnhof
altstadt neustadt
innenstadt zentrum mitte rathaus schule kirche schloss brücke turm apotheke bäckerei baeckerei
ausgang eingang ausfahrt einfahrt
frei achtung post bank garten hof haus stadt
el los las una unos del al y o con sin por para no plaza mercado iglesia museo palacio teatro banco farmacia
escuela hospital salida entrada abierto cerrado centro puente torre castillo jardín casa ciudad calle
il lo gli uno di da su per tra fra non con piazza mercato chiesa teatro banca scuola ospedale uscita
ingresso aperto chiuso ponte castello giardino città stazione farmacia
o os as um uma do dos da das no na nos nas em com sem para por praça igreja banco escola saída entrada ponte
castelo jardim cidade estação farmácia
het een van op in te naar met markt kerk station school brug
i na w z do od przy dworzec kościół szkoła apteka wyjście wejście
метро театр кафе стоп вокзал аптека ресторан мотор море меню
ve ile bir cami otel eczane okul çıkış giriş
city town ward prefecture district province region country
"""

_BUSINESSES = """
restaurant ristorante restaurante restoran trattoria pizzeria pizza bar café cafe bistro brasserie hotel hôtel
grill kebab kebap imbiss döner pub inn motel salon boutique airlines airways bank
"""

#: A business called after a place is mostly somewhere else: 'Restaurant Istanbul', 'Hotel Bristol'.
BUSINESSES = frozenset(_BUSINESSES.split())

_BRANDS = """
toyota nokia kodak ford lincoln philips adidas nike audi bmw fiat seat cadillac bentley samsung sony canon
nikon suzuki honda mazda nissan mitsubishi hyundai kia tesla peugeot renault skoda volvo saab lancer
heineken carlsberg bosch siemens shell total orange vodafone marlboro pepsi cola stella artois budweiser
"""

#: Ordinary words that are never taken for the name of a place on their own.
ORDINARY = frozenset((_ORDINARY + _BRANDS).split())
