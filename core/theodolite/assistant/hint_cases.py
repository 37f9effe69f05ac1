"""Names as grammar bends them: the forms of a nominative, and the nominatives a form may come from.

Small tables, not a grammar: what is made here is only ever looked up among names that exist.
"""

from __future__ import annotations

import re

from theodolite.geo.names import fold

#: Ending of a nominative -> endings of its other cases, the longest nominative ending first.
_RUSSIAN = {
    "ия": "ии ию ией", "ья": "ье ьи ью", "ая": "ой ую", "ые": "ых ыми", "ие": "их ими",
    "ский": "ском ского", "кий": "ком кого", "ый": "ом ого", "а": "е ы и у ой", "я": "е и ю ей", "ь":
        "и ю ью е я",
    "й": "е я ю ем", "ы": "ах ов", "и": "ах ях", "о": "е а",
    "ец": "це ца", "": "е а у ом",
}  # fmt: skip
_UKRAINIAN = {
    "ія": "ії ію ією", "ея": "еї ею", "ая": "аї аю", "ська": "ській ської", "ький": "ькому ького", "ий":
        "ому ого",
    "ка": "ці ки ку", "га": "зі ги гу", "ха": "сі", "а": "і и у ою", "я": "і ю ею", "ь": "і ю я", "й":
        "ї ю я єм",
    "їв": "єві єва", "ів": "ові ова", "и": "ах ів", "і": "ах ів", "о": "і а у", "": "і у а ові",
}  # fmt: skip


def _folded(table: dict[str, str]) -> dict[str, str]:
    """As names are compared: fold makes one letter of \u0438 and \u0439, of \u0456 and \u0457."""
    found: dict[str, list[str]] = {}
    for ending, others in table.items():
        found.setdefault(fold(ending), []).extend(fold(other) for other in others.split())
    return {ending: " ".join(dict.fromkeys(others)) for ending, others in found.items()}


_TABLES = {"ru": _folded(_RUSSIAN), "uk": _folded(_UKRAINIAN)}
_LEAST = 3


def declined(name: str, cases: str) -> tuple[str, ...]:
    """Forms of a folded nominative, itself first: 'южная корея' -> 'южной корее', ..."""
    table = _TABLES.get(cases)
    if table is None:
        return (name,)
    heads = [""]
    *adjectives, last = name.split(" ")
    for word in adjectives:
        heads = [f"{head}{form} " for head in heads for form in _forms(word, table)[:7]]
        if len(heads) > 60:
            return (name,)
    return tuple(dict.fromkeys(f"{head}{form}" for head in heads for form in _forms(last, table)))


def _forms(word: str, table: dict[str, str]) -> list[str]:
    for ending, others in table.items():
        if word.endswith(ending) and len(word) - len(ending) >= 2:
            if not ending and word[-1] in "аеиоуыэюяіє":
                break
            return [word, *(word[: len(word) - len(ending)] + other for other in others.split())]
    return [word]


def nominatives(name: str, cases: str) -> tuple[str, ...]:
    """What a folded name may be in the nominative, itself first; at most a dozen."""
    if cases == "ar":
        return _arabic(name)
    table = _TABLES.get(cases)
    if table is None:
        return (name,)
    *firsts, last = re.split(r"(?<=[ -])", name)
    head = "".join(firsts)
    found = [name]
    heads = [head]
    if head.endswith(" "):  # 'нижнем новгороде': the adjective before it is declined too
        heads += [
            re.sub(r"(?:ем|ом|ей|ой|ому|ій|ого|его)( )$", rf"{end}\1", head)
            for end in ("ий", "ый", "ая", "ое", "а", "е")
        ]
    for front in dict.fromkeys(heads):
        for ending, others in table.items():
            for other in others.split():
                if last.endswith(other) and len(last) - len(other) + len(ending) >= _LEAST:
                    found.append(front + last[: len(last) - len(other)] + ending)
    return tuple(dict.fromkeys(found))[:24]


def _arabic(name: str) -> tuple[str, ...]:
    found = [name]
    if name.startswith("لل"):
        found.append("ال" + name[2:])
    for prefix in ("ب", "ل"):
        if name.startswith(prefix + "ال"):
            found.append(name[1:])
    return tuple(found)


#: What Chinese writes onto the end of a name, and what kind it then is.
CHINESE_ENDINGS = (
    ("省", "region"), ("自治区", "region"), ("地区", "region"), ("大区", "region"), ("州", "region"),
    ("市", "town"), ("城", "town"), ("国", "country"),
)  # fmt: skip

_ARABIC_LETTERS = str.maketrans(
    {"أ": "ا", "إ": "ا", "آ": "ا", "ى": "ي", "ـ": "", "ة": "ه", **{chr(c): "" for c in range(0x64B, 0x653)}}
)
_HAN_GAP = re.compile(r"(?<=[\u3400-\u9fff])\s+|\s+(?=[\u3400-\u9fff])")


def normal(text: str, code: str) -> str:
    """The spelling in which a language's patterns are written."""
    if code == "ar":
        return text.translate(_ARABIC_LETTERS)
    if code in ("zh", "ja"):
        return _HAN_GAP.sub("", text)
    if code == "ru":
        return text.replace("ё", "е").replace("Ё", "Е")
    if code == "tr":
        return text.replace("İ", "i").replace("I", "ı")
    return text
