"""Codes instead of what is protected: paths, file names, serial numbers, owners, accounts, sources. Pure.

Everything that leaves a case goes through here. A protected value is replaced in the field that holds it and
in every other text that repeats it (from four characters on), also where it stands in another case, in a
composed or decomposed form, percent-encoded or as JSON escapes. What is protected is worked out from the case
itself, so that a value which only the log still knows is found too.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import fields, is_dataclass, replace
from functools import lru_cache
from typing import Any, TypeVar

from theodolite.domain import CaseState, Exhibit, LogRecord, Protected, ReferenceSearch
from theodolite.domain.sources import source_of
from theodolite.report import secrets
from theodolite.report.secrets import Secret, long_enough

T = TypeVar("T")

WITHHELD = "[withheld]"
PATH = "[path]"
COVERED = "[covered]"

#: Any absolute path in a text, POSIX, Windows or network; what follows the last separator included.
_PATHS = re.compile(
    r"(?<![\w:/.<])(?:file://)?/(?:[^\s/\"'<>|:;,]+/)+[^\s\"'<>|:;,]*"
    r"|(?<!\w)[A-Za-z]:[\\/][^\s\"'<>|;,]+"
    r"|\\\\[^\s\\]+\\[^\s\"'<>|;,]+"
)
#: An id beside the name that has become the same id: 'E1 (E1)'.
_TWICE = re.compile(r"\b([EPS]\d+) \(\1\)")
#: Details of records whose whole value is one protected field.
_OF_DETAIL: dict[str, Protected] = {
    "source": "path",
    "path": "path",
    "folder": "path",
    "index": "path",
    "out": "path",
    "serial": "serial",
    "account": "account",
    "operator": "account",
    "person": "account",
}


def protected(
    state: CaseState, log: Iterable[LogRecord], disclose: frozenset[Protected]
) -> tuple[CaseState, tuple[LogRecord, ...]]:
    """``state`` and ``log`` as they may leave the case when ``disclose`` was chosen.

    Payloads of the records are changed with the rest: their hashes are those of the full records, which
    stay in the case and, sealed value by sealed value, in a bundle.
    """
    records = tuple(log)
    guard = Guard(state, records, disclose)
    return guard.state(state), guard.log(records)


class Guard:
    """Knows the protected values of one case and hides them in any value of it."""

    def __init__(
        self,
        state: CaseState,
        log: Iterable[LogRecord],
        disclose: frozenset[Protected],
        covered: Iterable[str] = (),
    ) -> None:
        """``covered``: words read under masks, which leave with no choice."""
        self._disclose = disclose
        found = secrets.of_case(state, tuple(log))
        self._codes = {a.text: a.code for a in found if a.field == "account"}
        hidden = [secret for secret in found if secret.field not in disclose and secret.text != secret.code]
        self._names = {item.name: item.id for item in state.exhibits} if self.hides("name") else {}
        hidden += [Secret(word, COVERED, "name") for word in covered]
        self._endless = [s for s in hidden if len(s.text) > secrets.LONGEST]
        hidden = [s for s in hidden if len(s.text) <= secrets.LONGEST]
        self._loose, self._codes_loose = _compiled([s for s in hidden if s.loose], re.IGNORECASE)
        self._exact, self._codes_exact = _compiled([s for s in hidden if not s.loose], 0)
        self._text = lru_cache(maxsize=65_536)(self._replaced)

    def hides(self, field: Protected) -> bool:
        """Whether ``field`` stays in the case."""
        return field not in self._disclose

    def person(self, name: str) -> str:
        """The code of whoever is called ``name`` in the records; the name itself when accounts leave."""
        return self._codes.get(name, name and WITHHELD) if self.hides("account") else name

    def text(self, text: str) -> str:
        """``text`` without a protected value."""
        return self._text(text) if len(text) > 1 else text

    def hide(self, value: T) -> T:
        """``value`` with every text in it treated so: dataclasses, tuples, lists and mappings."""
        return self._hidden(value)  # type: ignore[no-any-return]

    def state(self, state: CaseState) -> CaseState:
        """The case: fields that are protected as a whole become codes, every other text is searched."""
        hidden: CaseState = self.hide(state)
        account, path = self.hides("account"), self.hides("path")
        case = replace(
            hidden.case,
            operator=self.person(state.case.operator),
            claim_source=secrets.source_code(state, state.case.claim_source)
            if self.hides("source")
            else state.case.claim_source,
        )
        return replace(
            hidden,
            path=PATH if path else state.path,
            indexes=tuple(_last(p) for p in state.indexes) if path else state.indexes,
            searches=tuple(map(_search, hidden.searches, state.searches)) if path else hidden.searches,
            case=case,
            exhibits=tuple(map(self._exhibit, hidden.exhibits, state.exhibits)),
            clues=tuple(
                replace(clue, observation=f"part of the file name of {clue.exhibit}")
                if self.hides("name") and source_of(clue.kind) == "filename"
                else clue
                for clue in hidden.clues
            ),
            persons=tuple(replace(p, account=p.id, name="", contact="") for p in hidden.persons)
            if account
            else hidden.persons,
            given_by=tuple(replace(s, name="", note="") for s in hidden.given_by)
            if self.hides("source")
            else hidden.given_by,
            verdicts=self._by(hidden.verdicts, state.verdicts),
            reviews=self._by(hidden.reviews, state.reviews),
            signatures=self._by(hidden.signatures, state.signatures),
            tombstones=self._by(hidden.tombstones, state.tombstones),
            derived=self._by(hidden.derived, state.derived),
            masks=self._by(hidden.masks, state.masks),
            disclosures=self._by(hidden.disclosures, state.disclosures),
            messages=tuple(
                replace(m, model=self.person(old.model)) if m.author == "person" and account else m
                for m, old in zip(hidden.messages, state.messages, strict=True)
            ),
        )

    def log(self, log: Iterable[LogRecord]) -> tuple[LogRecord, ...]:
        """The records, payloads searched as the JSON that they are."""
        return tuple(
            replace(record, operator=self.person(record.operator), action=self.text(record.action),
                    payload=self._payload(record.payload))
            for record in log
        )  # fmt: skip

    def _by(self, hidden: tuple[T, ...], given: tuple[Any, ...]) -> tuple[T, ...]:
        if not self.hides("account"):
            return hidden
        return tuple(
            replace(new, person=self.person(old.person))  # type: ignore[type-var]
            for new, old in zip(hidden, given, strict=True)
        )

    def _exhibit(self, hidden: Exhibit, given: Exhibit) -> Exhibit:
        data = hidden.metadata
        kept = tuple(
            (name, WITHHELD if (kind := secrets.tag_field(name)) and self.hides(kind) and value else value)
            for name, value in data.fields
        )
        return replace(
            hidden,
            name=hidden.id if self.hides("name") else given.name,
            source=_came(given) if self.hides("path") else hidden.source,
            operator=self.person(given.operator),
            metadata=replace(
                data, fields=kept, serial=WITHHELD if data.serial and self.hides("serial") else data.serial
            ),
        )

    def _payload(self, payload: str) -> str:
        try:
            plain = json.loads(payload)
        except ValueError:
            return self.text(payload)
        return json.dumps(self._plain(plain, ""), ensure_ascii=False, sort_keys=True, separators=(",", ":"))

    def _plain(self, value: Any, key: str) -> Any:
        """JSON values; a detail that is protected as a whole becomes its code."""
        if isinstance(value, str):
            if key == "name" and value in self._names:
                return self._names[value]
            field = _OF_DETAIL.get(key)
            if not value or field is None or not self.hides(field):
                return self.text(value)
            if field == "account":
                return self.person(value)
            shown = self.text(value)
            return shown if shown != value else value if _is_code(value) else f"[{field}]"
        if isinstance(value, list):
            if len(value) == 2 and all(isinstance(part, str) for part in value):  # a tag and its value
                field = secrets.tag_field(value[0])
                if field is not None and self.hides(field):
                    return [self.text(value[0]), WITHHELD]
            return [self._plain(item, key) for item in value]
        if isinstance(value, dict):
            return {self.text(name): self._plain(item, name) for name, item in value.items()}
        return value

    def _hidden(self, value: Any) -> Any:
        if type(value) is str:
            return self.text(value)
        if is_dataclass(value) and not isinstance(value, type):
            old = {f.name: getattr(value, f.name) for f in fields(value)}
            new = {name: self._hidden(part) for name, part in old.items()}
            changed = {name: part for name, part in new.items() if part is not old[name]}
            return replace(value, **changed) if changed else value
        if isinstance(value, tuple | list):
            parts = [self._hidden(item) for item in value]
            same = all(new is old for new, old in zip(parts, value, strict=True))
            return value if same else type(value)(parts)
        if isinstance(value, dict):
            return {self._hidden(key): self._hidden(part) for key, part in value.items()}
        return value

    def _replaced(self, text: str) -> str:
        shown = text
        for secret in self._endless:
            shown = shown.replace(secret.text, secret.code)
        shown = self._loose.sub(lambda m: self._code(m[0]), shown) if self._loose else shown
        if self._exact:
            shown = self._exact.sub(lambda m: self._codes_exact.get(m[0], WITHHELD), shown)
        if self.hides("path") and ("/" in shown or "\\" in shown):
            shown = _PATHS.sub(PATH, shown)
        if shown != text:
            shown = _TWICE.sub(r"\1", shown)
        return text if shown == text else shown

    def _code(self, found: str) -> str:
        return self._codes_loose.get(found) or self._codes_loose.get(found.lower(), WITHHELD)


def _came(item: Exhibit) -> str:
    """How an exhibit came in, without where from."""
    if item.parent:
        return f"made from {item.parent}"
    return "pasted" if item.source.lower() in ("clipboard", "pasted", "paste") else f"[path of {item.id}]"


def _is_code(value: str) -> bool:
    """A hash, an id, a number or a plain word of ours is no path."""
    return not re.search(r"[/\\.]|\s", value)


def _last(path: str) -> str:
    """An index is named by its folder's own name, which says what it holds, not where it lies."""
    return path.replace("\\", "/").rstrip("/").rsplit("/", 1)[-1]


def _search(hidden: ReferenceSearch, given: ReferenceSearch) -> ReferenceSearch:
    """Indexes and references by the last part of their paths: reference material is named, not located."""
    return replace(
        hidden,
        indexes=tuple((_last(path), digest) for path, digest in given.indexes),
        references=tuple(
            replace(new, index=_last(old.index), name=_last(old.name), path=_last(old.path))
            for new, old in zip(hidden.references, given.references, strict=True)
        ),
    )


def _compiled(found: list[Secret], flags: int) -> tuple[re.Pattern[str] | None, dict[str, str]]:
    """One pattern for all of ``found``, longest first, and what each becomes."""
    codes: dict[str, str] = {}
    for secret in sorted(found, key=lambda s: -len(s.text)):
        for form in secrets.forms(secret.text):
            if long_enough(form):
                codes.setdefault(form, secret.code)
    if not codes:
        return None, codes
    return re.compile(secrets.pattern(codes), flags), codes
