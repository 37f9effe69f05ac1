"""Emergency numbers beside the word for the service: '119番', 'Notruf 110', 'pompiers 18'."""

from __future__ import annotations

from functools import cache

import regex

from theodolite.clues import record, tables
from theodolite.clues.finding import Finding
from theodolite.clues.ocr import TextLine
from theodolite.domain import Strength

METHOD = "emergency numbers"

_NUMBER = regex.compile(
    r"(?<![\p{L}\d.,:/+()€$£-]|\d\s)(?P<n>\d{2,5})(?P<ban>番|번)?(?![\d.,:/-]|\s?[%€$£°]|\s?\d|\s?\p{Latin})"
)
_DIAL = (
    r"emergency|in case of|dial|call|notruf|polizei|feuerwehr|rettung|police|policía|policia|polizia|politi|"
    r"polis|policja|policie|rendőrség|poliția|fire|pompiers|samu|secours|bomberos|bombeiros|vigili|ambulanc\w*|"
    r"ambulanza|ambulancia|ambulância|emergencias?|emergência|emergenza|pogotowie|straż|hasiči|alarm|nödnummer|"
    r"acil|imdat|itfaiye|jandarma|sos|полиция|поліція|пожар\w*|пожежн\w*|скорая|швидка|милиция|аварийн\w*|газ|"
    r"αστυνομία|πυροσβεστική|ασθενοφόρο|警察|消防|救急|急救|报警|報警|火警|火事|경찰|소방|응급|ตำรวจ|ดับเพลิง|ฉุกเฉิน|"
    r"شرطة|الطوارئ|إسعاف|پلیس|آتش\s?نشانی|اورژانس|משטרה|पुलिस|cảnh sát|cấp cứu|polisi|pemadam|darurat|bomba"
)
_SERVICE = regex.compile(rf"(?<!\p{{L}})(?:{_DIAL})", flags=regex.IGNORECASE)


#: Two digits are the number of a house or a bus unless the French word for the service stands before them.
_FRENCH = regex.compile(
    r"(?<!\p{L})(?:samu|pompiers|secours|gendarmerie)|^\W*police\W{0,3}17\W*$", flags=regex.IGNORECASE
)


@cache
def numbers() -> dict[str, dict[str, float]]:
    """Emergency number -> countries where it is one, with weights."""
    table: dict[str, dict[str, float]] = {}
    for row in tables.rows("emergency"):
        table[row["number"]] = tables.weights(row["countries"])
    return table


def findings_of(line: TextLine, context: str) -> list[Finding]:
    """Emergency numbers of a short line that has the word for the service, or next to one that has it."""
    own = _SERVICE.search(line.text) is not None
    alone = regex.fullmatch(r"\D{0,3}\d{2,5}\D{0,2}", line.text.strip()) is not None
    found = []
    for match in _NUMBER.finditer(line.text):
        weights = numbers().get(match["n"])
        spoken = bool(match["ban"]) and match["n"] in ("110", "119")
        if weights is None or tables.words(line.text) > 8:
            continue
        if len(match["n"]) == 2 and not _FRENCH.search(line.text):
            continue
        if not (spoken or own or (alone and len(match["n"]) == 3 and _SERVICE.search(context))):
            continue
        if match["ban"]:
            weights = {"JP": 1.0} if match["ban"] == "番" else {"KR": 1.0}
        found.append(
            Finding(
                line.number,
                "text.code",
                observation=f"emergency number “{match['n']}” beside the word for it",
                inference=f"called in {record.countries_in_words(weights)}",
                strength=Strength.LIKELY if spoken else Strength.WEAK,
                method=METHOD,
                key=f"code:emergency:{match['n']}",
                reach=record.graded("emergency number", weights),
                confidence=line.confidence,
            )
        )
    return found
