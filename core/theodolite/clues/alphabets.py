"""Letters languages are written with, from the published alphabets of each (orthography laws, school books).

``LATIN`` lists only the letters beyond a to z, small, that the language itself uses: accents that appear in
its own words count, those of loan words and foreign names do not. The other tables list what lies beyond
the letters all languages of the script share.
"""

from __future__ import annotations

LATIN = {
    "af": "êëôûîïéèáíóúý",
    "ay": "äïüñ",
    "az": "çəğıöşü",
    "bm": "ɛɔɲŋ",
    "br": "âêîôûùüñé",
    "bs": "čćđšž",
    "ca": "àçèéíïòóúü",
    "cs": "áčďéěíňóřšťúůýž",
    "cy": "âêîôûŵŷáéëïöäẁẃ",
    "da": "æøåé",
    "de": "äöüß",
    "dsb": "čćěłńŕśšźž",
    "ee": "ɖɛƒɣŋɔʋ",
    "eo": "ĉĝĥĵŝŭ",
    "es": "áéíñóúü",
    "et": "äöõüšž",
    "eu": "ñ",
    "fi": "äöå",
    "fo": "áðíóúýæø",
    "fr": "àâæçéèêëîïôœùûüÿ",
    "fy": "âêôûúéëï",
    "ga": "áéíóú",
    "gd": "àèìòù",
    "gl": "áéíñóúüï",
    "gn": "ãẽĩñõũỹáéíóúý",
    "ha": "ɓɗƙƴ",
    "hr": "čćđšž",
    "hsb": "čćěłńóřšźž",
    "ht": "èòà",
    "hu": "áéíóöőúüű",
    "ig": "ịọụṅ",
    "is": "áæðéíóöúýþ",
    "it": "àèéìòóù",
    "kam": "ĩũ",
    "ki": "ĩũ",
    "ku": "çêîşû",
    "lb": "äëéèêâûôî",
    "lg": "ŋ",
    "ln": "ɛɔáéíóâêîôǎ",
    "lt": "ąčęėįšųūž",
    "lv": "āčēģīķļņšūž",
    "mg": "ôàñ",
    "mh": "ļņāōū",
    "mi": "āēīōū",
    "mt": "àċèġħìòùż",
    "na": "ñõũ",
    "nb": "æøåéòôó",
    "nl": "ëïéèöüó",
    "nn": "æøåéòôó",
    "nso": "šêô",
    "pl": "ąćęłńóśźż",
    "pt": "àáâãçéêíóôõú",
    "qu": "ñ",
    "rm": "àèéìòöü",
    "ro": "ăâîșțşţ",
    "se": "áčđŋšŧž",
    "sk": "áäčďéíĺľňóôŕšťúýž",
    "sl": "čšž",
    "sm": "āēīōū",
    "sq": "çë",
    "sr": "čćđšž",
    "st": "š",
    "sv": "åäöé",
    "tk": "äçňöşüýž",
    "tl": "ñ",
    "tn": "êôš",
    "to": "āēīōūáéíóú",
    "tr": "âçğıîöşüû",
    "ty": "āēīōū",
    "vi": "àáâãèéêìíòóôõùúýăđĩũơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ",
    "wo": "àéëñóŋ",
    "yo": "àáẹèéìíọòóṣùúńǹ",
    **dict.fromkeys(
        ("en", "la", "id", "ms", "sn", "so", "sw", "ts", "xh", "zu", "uz", "rw", "fj", "om", "rn", "ny"), ""
    ),
}

_RUSSIAN = "ёйщъыьэюяи"

#: Letters not shared by all Cyrillic alphabets.
CYRILLIC = {
    "ba": _RUSSIAN + "әөүғҡҙҫңһ",
    "be": "іўёйыьэюя",
    "bg": "йщъьюяи",
    "bs": "ђјљњћџи",
    "cv": _RUSSIAN + "ӑӗҫӳ",
    "kk": _RUSSIAN + "әғқңөұүһі",
    "ky": _RUSSIAN + "ңөү",
    "mk": "ѓќѕјљњџи",
    "mn": _RUSSIAN + "өү",
    "os": _RUSSIAN + "ӕ",
    "ru": _RUSSIAN,
    "sah": _RUSSIAN + "ҕҥөһү",
    "sr": "ђјљњћџи",
    "tg": "ёйъэюяиғӣқӯҳҷ",
    "tt": _RUSSIAN + "әөүҗңһ",
    "uk": "ґєіїйщьюяи",
    "uz": "ёйъьэюяиўғқҳ",
}

_PERSIAN = "پچژگکی"

#: Letters not shared by all Arabic alphabets. Persian and Urdu have their own kaf and yeh.
ARABIC = {
    "ar": "ةىكيأإؤئ",
    "az": _PERSIAN + "ؤئۆ",
    "ckb": _PERSIAN + "ەۆێڵڕڤئ",
    "fa": _PERSIAN + "ئؤأ",
    "ms": "چڠڤݢۏڽكيىة",
    "pa": _PERSIAN + "ٹڈڑںےہھئؤݨ",
    "ps": _PERSIAN + "ټځڅډړږښګڼېۍئيۀ",
    "sd": "پچجھگڪٻٺٿٽڀڄڃڇڊڏڍڌڙڦڳڱڻيئ",
    "ug": "پچژگكىيەۇۆۈېۋڭھئ",
    "ur": _PERSIAN + "ٹڈڑںےہھئؤۂۓأ",
}

#: Letters, and below words, that separate the languages written in Devanagari and Bengali letters.
DEVANAGARI = {"hi": "\u093c", "mr": "ळऱॲऍ", "ne": "", "kok": "ळ", "mai": "\u093c", "bho": "\u093c"}
BENGALI = {"bn": "র", "as": "ৰৱ"}
HEBREW = {"he": "", "yi": "װױײ"}

INVENTORIES: dict[str, dict[str, str]] = {
    "Latn": LATIN,
    "Cyrl": CYRILLIC,
    "Arab": ARABIC,
    "Deva": DEVANAGARI,
    "Beng": BENGALI,
    "Hebr": HEBREW,
}

#: Short words that only one language of the script writes (whole words, between spaces).
WORDS: dict[str, dict[str, str]] = {
    "Deva": {
        "hi": "है हैं की के और में से नहीं करें हिन्दी हिंदी",
        "mr": "आहे आहेत आणि येथे नाही च्या करू नका नये महाराष्ट्र मराठी रस्ता शाळा",
        "ne": "छ छन् गर्नुहोस् गर्नुहोला लाई हुन्छ छैन नेपाल नेपाली पालिका नगरपालिका",
    },
    "Arab": {
        "ur": "ہے ہیں کا کی کے اور میں سے کو نہیں یہاں پاکستان",
        "fa": "است را این که می خیابان کوچه ایران ممنوع لطفا نکنید",
        "ps": "دی ده چې سره پښتو افغانستان",
        "ckb": "لە بە بۆ کوردستان شەقامی",
    },
    "Cyrl": {
        "ky": "жана үчүн менен көчөсү кыргыз кыргызстан",
        "tg": "ва барои дар кӯчаи хиёбони тоҷикистон",
        "uz": "ва учун билан кўчаси кўча ўзбекистон",
    },
}

#: Where a letter of a language is not written: Switzerland and Liechtenstein write ss.
NOT_IN = {"ß": ("CH", "LI")}

#: Characters that write spoken Cantonese and no other Chinese.
CANTONESE = frozenset("嘅咗喺啲冇嚟佢哋嗰咁唔乜嘢畀")
