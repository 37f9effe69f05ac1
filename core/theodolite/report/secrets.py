"""What of a case is protected: every value, the field it belongs to, and the code printed instead. Pure."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from theodolite.domain import CaseState, LogRecord, Protected

SHORTEST = 4
LONGEST = 1024  # a longer value is found as it stands only
#: Names of folders that everyone has: no secret by themselves.
_ORDINARY = set(
    """home users documents downloads desktop pictures photos images media volumes mount mnt data temp tmp
    work backup private shared public dcim camera""".split()  # noqa: SIM905
)
_OWNERS = set(
    """artist author authors xpauthor owner ownername cameraownername cameraowner creator byline bylinetitle
    copyright copyrightnotice rights rightsowner credit contact photographer writereditor captionwriter
    creatorcontactinfo lastmodifiedby username copyrightowner imagecreator licensor
    authorsposition""".split()  # noqa: SIM905
)
_SCRIPTIO_CONTINUA = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff]"
)
_ALPHABETIC = re.compile(r"[A-Za-z\u00c0-\u052f\s.'-]+\Z")
_BETWEEN = [re.compile(one) for one in (r"[\s_-]+", r"\s+", "_+", "-+")]
_PATH_KEYS = ("source", "path", "folder")
_HOME = re.compile(r"(?:^|[\\/])(?:home|users|documents and settings)[\\/]([^\\/]+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Secret:
    """``text`` never leaves, ``code`` does. ``loose``: found in any letter case."""

    text: str
    code: str
    field: Protected
    loose: bool = True


def of_case(state: CaseState, log: Iterable[LogRecord]) -> tuple[Secret, ...]:
    """Every protected value that the case or its log holds, long enough to be searched for, each once."""
    found: dict[tuple[str, Protected], Secret] = {}
    logged = list(_changes(log))
    for secret in (
        *_accounts(state, log, logged),
        *_sources(state, logged),
        *_paths(state.path, "[path of the case]"),
        *(s for path in state.indexes for s in _paths(path, "[path]")),
        *(s for item in state.exhibits for s in _of_exhibit(item.id, item.name, item.source)),
        *(s for item in state.exhibits for s in _of_tags(item.metadata.fields, item.metadata.serial)),
        *(s for old in logged for s in _of_record(old)),
    ):
        if secret.field == "account" or long_enough(secret.text):
            found.setdefault((secret.text, secret.field), secret)
    return tuple(found.values())


def long_enough(text: str) -> bool:
    """Four characters, or two of a script that writes a name in two."""
    text = text.strip()
    return len(text) >= SHORTEST or (len(text) >= 2 and bool(_SCRIPTIO_CONTINUA.search(text)))


def tag_field(name: str) -> Protected | None:
    """The protected field that a metadata tag holds: 'EXIF BodySerialNumber' is a serial."""
    plain = re.sub(r"[^a-z]", "", re.split(r"[\s:./]", name.strip())[-1].lower())
    if "serial" in plain:
        return "serial"
    return "owner" if plain in _OWNERS else None


def source_code(state: CaseState, given: str) -> str:
    """The code of whoever made the claim; what is no code is not printed."""
    if not given or re.fullmatch(r"S\d{1,6}", given) or any(s.id == given for s in state.given_by):
        return given
    return next((s.id for s in state.given_by if s.name == given), "[source]")


def forms(text: str) -> Iterator[str]:
    """The ways in which a text may be repeated: composed, decomposed, percent-encoded, as JSON escapes, with
    another sign between its words."""
    plain = text.strip()
    for between in _BETWEEN if len(plain) <= LONGEST else ():
        if between.search(plain):
            for sign in (" ", "_", "-", "%20"):
                yield (other := between.sub(sign, plain))
                yield other.lower()
    for form in dict.fromkeys(
        (plain, unicodedata.normalize("NFC", plain), unicodedata.normalize("NFD", plain))
    ):
        yield form
        yield form.lower()
        for other in (
            json.dumps(form)[1:-1],
            quote(form, "/", errors="replace"),
            quote(form, "", errors="replace"),
        ):
            if other != form:
                yield other


def pattern(texts: Iterable[str]) -> str:
    """A regular expression for all ``texts`` at once, longest first, as a tree of common beginnings.

    Texts of letters only are found as whole words, so that 'anna' is not found in 'Susanna'.
    """
    words: list[str] = []
    others: list[str] = []
    for text in texts:
        (words if _ALPHABETIC.match(text) else others).append(text)
    parts = [_tree(others)] if others else []
    if words:
        parts.append(rf"(?<![^\W\d_]){_tree(words)}(?![^\W\d_])")
    return "|".join(parts)


def _tree(texts: list[str]) -> str:
    ordered = sorted(set(texts))
    return _branch(ordered, 0)


def _branch(texts: list[str], at: int) -> str:
    """Alternatives for what follows position ``at``, which all of ``texts`` (sorted) share before it."""
    ends = len(texts[0]) == at
    rest = texts[1:] if ends else texts
    if not rest:
        return ""
    groups: dict[str, list[str]] = {}
    for text in rest:
        groups.setdefault(text[at], []).append(text)
    made = []
    for members in groups.values():
        end = at + 1
        shortest = min(len(text) for text in members)
        while end < shortest and members[0][end] == members[-1][end]:
            end += 1
        made.append(re.escape(members[0][at:end]) + _branch(members, end))
    return f"(?:{'|'.join(made)}){'?' if ends else ''}"


def _accounts(state: CaseState, log: Iterable[LogRecord], logged: list[dict[str, Any]]) -> Iterator[Secret]:
    """Everyone who handled the case; who has no person row gets the next free number."""
    codes: dict[str, str] = {}
    for person in state.persons:
        for text in (person.account, person.name, person.contact):
            if text.strip():
                codes.setdefault(text, person.id)
    for old in logged:
        if old["kind"] == "person":
            for name in ("account", "name", "contact"):
                if isinstance(text := old["value"].get(name), str) and text.strip():
                    codes.setdefault(text, str(old["id"]))
    known = {person.id for person in state.persons} | set(codes.values())
    numbers = [int(code[1:]) for code in known if re.fullmatch(r"P\d{1,9}", code)]
    number = max(numbers, default=0)
    rows = (
        *state.verdicts,
        *state.reviews,
        *state.signatures,
        *state.tombstones,
        *state.derived,
        *state.masks,
        *state.disclosures,
    )
    named = (
        state.case.operator,
        *(record.operator for record in log),
        *(item.operator for item in state.exhibits),
        *(str(row.person) for row in rows),  # type: ignore[attr-defined]
        *(message.model for message in state.messages if message.author == "person"),
    )
    for name in named:
        if name.strip() and name not in codes and name not in known:
            number += 1
            codes[name] = f"P{number}"
    homes = [*(item.source for item in state.exhibits), state.path, *state.indexes]
    homes += [
        str(old["value"].get(key, "")) for old in logged if old["kind"] == "detail" for key in _PATH_KEYS
    ]
    for owner in (match[1] for path in homes for match in _HOME.finditer(path)):
        codes.setdefault(owner, "[account]")
    for code in known:
        yield Secret(code, code, "account")  # a code stands for itself
    for text, code in codes.items():
        yield Secret(text, code, "account")


def _sources(state: CaseState, logged: list[dict[str, Any]]) -> Iterator[Secret]:
    for source in state.given_by:
        yield Secret(source.name, source.id, "source")
        yield Secret(source.note, f"[note on {source.id}]", "source")
    for old in logged:
        if old["kind"] == "source":
            yield Secret(str(old["value"].get("name", "")), str(old["id"]), "source")
            yield Secret(str(old["value"].get("note", "")), f"[note on {old['id']}]", "source")
    given = state.case.claim_source
    if source_code(state, given) != given:
        yield Secret(given, source_code(state, given), "source")


def _of_exhibit(key: str, name: str, source: str) -> Iterator[Secret]:
    yield from _paths(source, f"[path of {key}]")
    for whole in dict.fromkeys((name, _base(source) if _is_path(source) else name)):
        yield Secret(whole, key, "name")
        stem = whole.rpartition(".")[0] or whole
        kind = _telling(stem)
        if kind is not None:
            yield Secret(stem, key, "name", loose=kind)


def _of_tags(tags: Iterable[tuple[str, str]], serial: str | None) -> Iterator[Secret]:
    if serial:
        yield Secret(serial, "[serial]", "serial")
    for name, value in tags:
        field = tag_field(name)
        if field is None or not re.search(r"[^\W0_]", value):
            continue
        for part in dict.fromkeys((value, value.strip("[]'\" "), *re.split(r"[;|]", value))):
            yield Secret(part.strip(), f"[{field}]", field)


def _of_record(old: Mapping[str, Any]) -> Iterator[Secret]:
    """What only the log still says of an exhibit or of bytes that were stored."""
    value = old["value"]
    if old["kind"] == "exhibit":
        yield from _of_exhibit(str(old["id"]), str(value.get("name", "")), str(value.get("source", "")))
        data = value.get("metadata")
        if isinstance(data, dict):
            tags = [
                (str(t[0]), str(t[1])) for t in data.get("fields", ()) if isinstance(t, list) and len(t) == 2
            ]
            yield from _of_tags(tags, str(data.get("serial") or ""))
    elif old["kind"] == "detail":
        for name in _PATH_KEYS:
            text = value.get(name)
            if isinstance(text, str) and _is_path(text):
                yield from _paths(text if name == "source" else f"{text}/", "[path]")
                if name == "source":
                    yield from _of_exhibit("[name]", _base(text), "")


def _changes(log: Iterable[LogRecord]) -> Iterator[dict[str, Any]]:
    """Every row value that a record carries in plain text, and every detail."""
    for record in log:
        try:
            payload = json.loads(record.payload)
        except ValueError:
            continue
        if not isinstance(payload, dict):
            continue
        for change in payload.get("changes") or ():
            for side in ("before", "after"):
                value = change.get(side) if isinstance(change, dict) else None
                if isinstance(value, dict):
                    yield {"kind": change.get("kind", ""), "id": change.get("id", ""), "value": value}
        if isinstance(payload.get("detail"), dict):
            yield {"kind": "detail", "id": "", "value": payload["detail"]}


def _paths(path: str, code: str) -> Iterator[Secret]:
    """A path, the folders it lies in, and the names of folders that tell something."""
    if not _is_path(path):
        return
    yield Secret(path.rstrip("/\\"), code, "path")
    parts = re.split(r"[\\/]", path)
    for depth in range(len(parts) - 1, 1, -1):
        folder = path[: len(re.match(r"(?:[^\\/]*[\\/]){%d}" % depth, path)[0]) - 1]  # type: ignore[index]  # noqa: UP031
        if sum(bool(part) for part in re.split(r"[\\/]", folder)) > 1:
            yield Secret(folder, "[path]", "path")
    for part in parts[:-1]:
        kind = _telling(part)
        if kind is not None and part.lower() not in _ORDINARY:
            yield Secret(part, "[path]", "path", loose=kind)


def _is_path(text: str) -> bool:
    return "/" in text or "\\" in text


def _base(path: str) -> str:
    return re.split(r"[\\/]", path.rstrip("/\\"))[-1]


def _telling(name: str) -> bool | None:
    """Whether a name is recognised anywhere: True in any letter case, False only as written, None not at all.

    One word as people write it ('arezzo', 'Tower') may be the place itself and is left in texts; digits
    alone are dates and numbers.
    """
    if not long_enough(name) or not re.search(r"[^\W\d_]", name) or name.lower() in _ORDINARY:
        return None
    if re.search(r"[\d_]", name) or re.search(r"[^\W\d_][\s.-]+[^\W\d_]", name):
        return True
    plain = name.islower() or name.istitle() or not (name.isupper() or re.search(r"[a-z][A-Z]", name))
    return None if plain else False
