"""Street-type words of the world, as they stand on street signs and in postal addresses.

From dictionaries and the address customs of each country, a language a row. A word with a dot is an
abbreviation and counts only with its dot. Kept apart: endings that join the name ('Hauptstraße') and
beginnings that do, in scripts that set no spaces between words.
"""

from __future__ import annotations

#: Language -> words that stand alone.
WORDS = {
    "af": "straat laan rylaan singel",
    "am": "ጎዳና መንገድ ጎዳናው",
    "ar": "شارع طريق زقاق جادة ميدان ساحة نهج زنقة",
    "az": "küçəsi prospekti döngəsi xiyabanı",
    "be": "вуліца вул. праспект завулак бульвар плошча",
    "bg": "улица ул. булевард бул. площад",
    "bn": "রোড সড়ক সরণি লেন সরণী এভিনিউ",
    "br": "straed hent",
    "bs": "ulica",
    "ca": "carrer plaça passeig avinguda",
    "ckb": "شەقامی کۆڵانی",
    "cs": "ulice náměstí třída nábřeží ul. nám.",
    "cy": "stryd heol ffordd",
    "da": "plads",
    "de": "straße strasse platz weg ufer str.",
    "el": "οδός οδοσ λεωφόρος λεωφοροσ πλατεία πλατεια",
    "en": "street road lane drive crescent rd. st. ave. highway avenue blvd.",
    "es": "calle avenida paseo carretera callejón glorieta carrera camino jirón avda. ronda calzada",
    "et": "tänav maantee puiestee tn. mnt.",
    "eu": "kalea etorbidea",
    "fa": "خیابان کوچه بلوار میدان بزرگراه",
    "fr": "rue boulevard quai chemin impasse allée ruelle chaussée avenue venelle bd.",
    "fy": "strjitte",
    "ga": "sráid bóthar lána",
    "gd": "sràid rathad",
    "gl": "rúa praza estrada avenida",
    "gu": "માર્ગ રોડ શેરી",
    "ha": "titi",
    "he": "רחוב רח' שדרות שד' דרך סמטת כיכר",
    "hi": "मार्ग सड़क रोड गली पथ चौक",
    "hr": "ulica trg cesta ul.",
    "hu": "utca út tér körút rakpart",
    "hy": "փողոց պողոտա փող.",
    "id": "jalan jln jl. gang gg.",
    "it": "via viale piazza corso vicolo lungomare piazzale largo strada",
    "ka": "ქუჩა გამზირი",
    "kk": "көшесі даңғылы көш.",
    "kn": "ರಸ್ತೆ ಬೀದಿ",
    "ky": "көчөсү проспектиси",
    "lb": "strooss",
    "lt": "gatvė prospektas alėja",
    "lv": "iela prospekts bulvāris",
    "mg": "làlana lalana",
    "mk": "улица булевар ул.",
    "ml": "റോഡ് തെരുവ്",
    "mn": "гудамж өргөн",
    "mr": "मार्ग रस्ता पथ चौक",
    "ms": "jalan jln lorong lebuh persiaran lebuhraya",
    "mt": "triq sqaq misraħ pjazza",
    "my": "လမ်း",
    "ne": "मार्ग सडक पथ चोक",
    "nl": "straat laan plein gracht",
    "pa": "ਸੜਕ ਰੋਡ ਮਾਰਗ",
    "pl": "ulica ul. aleja aleje al. rynek",
    "ps": "سړک کوڅه واټ",
    "pt": "rua travessa alameda praça rodovia estrada largo avenida ladeira beco",
    "ro": "strada bulevardul calea piața piaţa aleea șoseaua str. bd.",
    "ru": "улица ул. проспект пр-т переулок пер. площадь шоссе набережная бульвар проезд",
    "si": "පාර මාවත වීදිය",
    "sk": "ulica námestie cesta nábrežie",
    "sl": "ulica trg cesta",
    "so": "waddada jidka",
    "sq": "rruga sheshi bulevardi",
    "sr": "ulica trg bulevar улица трг булевар ул.",
    "sv": "väg torg",
    "sw": "barabara mtaa",
    "ta": "சாலை தெரு ரோடு வீதி",
    "te": "రోడ్డు వీధి రోడ్",
    "tg": "кӯчаи хиёбони",
    "tk": "köçesi şaýoly",
    "tl": "kalye",
    "tr": "caddesi cad. sokak sokağı sok. mahallesi mah. bulvarı",
    "uk": "вулиця вул. проспект провулок пров. площа шосе набережна бульвар узвіз просп.",
    "ur": "روڈ سڑک گلی شاہراہ",
    "uz": "ko‘chasi ko'chasi koʻchasi кўчаси",
    "vi": "đường phố ngõ hẻm",
}

#: Language -> endings that make a word a street name; three letters must stand before them.
ENDINGS = {
    "da": "gade vej stræde",
    "de": "straße strasse platz gasse allee weg damm str.",
    "fi": "katu kuja polku ntie",
    "fo": "gøta vegur",
    "fy": "strjitte",
    "hu": "utca",
    "is": "gata vegur stræti braut",
    "nb": "gata gaten sgate veien vegen torget",
    "nl": "straat laan plein gracht weg ",
    "af": "straat laan weg",
    "sv": "gatan vägen torget gränd",
}

#: Language -> endings in letters or characters of East Asia; the first that fits counts.
EAST_ENDINGS = {
    "ja": "通り 丁目 番地 大通",
    "zh_Hans": "路 街 大道 巷 弄 胡同",
    "zh_Hant": "路 街 大道 巷 弄 道",
    "ko": "대로 번길 로 길",
}

#: Language -> beginnings of a street name in scripts that set no spaces.
BEGINNINGS = {
    "th": "ถนน ซอย ถ. ตรอก",
    "lo": "ຖະໜົນ ຖະຫນົນ ຮ່ອມ",
    "km": "ផ្លូវ មហាវិថី វិថី",
}

#: Words that are as often something else: they need a capital letter and a short line.
_COMMON = "via drive largo gang titi weg corso chemin ronda lane"
COMMON = frozenset(_COMMON.split())

#: Whole words that end like a street.
NO_STREETS = frozenset(["brigade", "renegade", "garantie", "fregata", "regata", "delegata", "navegata"])
