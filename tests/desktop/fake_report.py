"""The part of the engine in memory that concerns the report: pages, files, masks, people, reviews."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from tests.desktop.fake_values import UTC, Changes
from theodolite.domain import (
    AreaReach,
    Box,
    CaseState,
    LogRecord,
    Mask,
    MergeConflict,
    Person,
    PointReach,
    Reach,
    Review,
    Signature,
    Source,
)
from theodolite.errors import InputError, PassphraseNeeded, WrongPassphrase
from theodolite.jobs import Job, Progress


@dataclass(frozen=True)
class ClueAgreement:
    clue: str
    exhibit: str
    first: str
    opinions: tuple[tuple[str, str, str, str], ...]
    agreed: bool | None


class FakePaper(QWidget):
    """Keeps what it was given; a browser costs seconds."""

    loaded = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pages: list[bytes] = []
        self.covered = False

    def show_html(self, html: bytes) -> None:
        self.pages.append(html)
        self.loaded.emit()

    def set_covered(self, covered: bool) -> None:
        self.covered = covered

    def set_ground(self, colour: object) -> None:
        pass


@dataclass
class Asked:
    """What the last report was asked for."""

    choices: Any = None
    formats: tuple[str, ...] = ()
    exhibits: tuple[str, ...] = ()
    bundles: list[tuple[Path, bool]] = field(default_factory=list)


class Reporting:
    """Mixed into the session in memory."""

    state: CaseState
    records: list[LogRecord]
    reviewer: str = ""
    no_page: str = ""
    in_originals: tuple[str, ...] = ()
    their_passphrase: str | None = None

    def _begin_report(self) -> None:
        self.reported = Asked()

    def change(self, action: str, **parts: Any) -> Changes:
        raise NotImplementedError

    # --- pages and files ---------------------------------------------------------------------------------

    def report_preview(self, exhibits: Sequence[str], choices: Any) -> Job[bytes]:
        yield Progress("Laying out")
        if self.no_page:
            raise InputError(self.no_page)
        self.reported.choices = choices
        shown = ",".join(sorted(choices.sections))
        return f"<h1>{self.state.case.title}</h1>{shown} {choices.precision_km}".encode()

    def report(
        self, out: Path, formats: Sequence[str], exhibits: Sequence[str], choices: Any
    ) -> Job[tuple[Path, ...]]:
        yield Progress("Writing")
        self.reported.choices, self.reported.formats = choices, tuple(formats)
        self.reported.exhibits = tuple(exhibits)
        out.mkdir(parents=True, exist_ok=True)
        files = tuple(out / f"report.{name}" for name in formats)
        for file in files:
            file.write_bytes(file.name.encode())
        return files

    def telling(self, disclose: frozenset[str]) -> tuple[str, ...]:
        return tuple(name for name in self.in_originals if name not in disclose)

    def bundle(self, out: Path, *, choices: Any, originals: bool, exhibits: Sequence[str]) -> Job[Path]:
        yield Progress("Writing")
        self.reported.bundles.append((out, originals))
        return out

    def sign(self, about: str = "", *, key: Any) -> Changes:
        one = Signature(
            "G1", "P1", UTC, self.state.log_head, self.state.log_length, key.public, "0" * 128, about
        )
        return self.change("signed", signatures=(*self.state.signatures, one))

    def merge(self, other: Path, *, passphrase: str | None = None) -> Job[Any]:
        yield Progress("Merging")
        if self.their_passphrase is not None and passphrase is None:
            raise PassphraseNeeded("The other copy is encrypted.")
        if passphrase != self.their_passphrase:
            raise WrongPassphrase("This passphrase does not open the copy.")
        both = MergeConflict("X1", "clue", "C1", '{"strength":"weak"}', '{"strength":"likely"}')
        self.change("merged", merge_conflicts=(both,))
        return SimpleNamespace(records=3, conflicts=(both,), left_out=())

    def resolve_conflict(self, conflict: str, choice: Any, reason: str) -> Changes:
        both = tuple(replace(c, chosen=choice, reason=reason) for c in self.state.merge_conflicts)
        return self.change("conflict decided", merge_conflicts=both)

    # --- masks -------------------------------------------------------------------------------------------

    def add_mask(self, exhibit: str, box: Box, kind: Any = "region", reason: str = "") -> Changes:
        if kind == "region" and not reason:
            raise InputError("Say why the region is covered.")
        mask = Mask(f"K{len(self.state.masks) + 1}", exhibit, box, kind, reason or "protects", "tester")
        return self.change("region to be covered", masks=(*self.state.masks, mask))

    def keep_mask(self, mask: str) -> Changes:
        masks = tuple(replace(m, proposed=False) if m.id == mask else m for m in self.state.masks)
        return self.change("mask kept", masks=masks)

    def remove_mask(self, mask: str) -> Changes:
        return self.change("mask removed", masks=tuple(m for m in self.state.masks if m.id != mask))

    @staticmethod
    def proposable() -> tuple[tuple[str, str], ...]:
        return (("face", "Faces need a pack; draw them by hand."), ("plate", ""))

    def propose_masks(self, exhibit: str) -> Job[Changes]:
        yield Progress("Looking")
        mask = Mask(f"K{len(self.state.masks) + 1}", exhibit, Box(0.1, 0.1, 0.2, 0.2), "face", "", "", True)
        return self.change("masks proposed", masks=(*self.state.masks, mask))

    # --- people ------------------------------------------------------------------------------------------

    def read_place(self, text: str) -> Reach:
        if text == "Nowhere":
            raise InputError("There is no place Nowhere.")
        return AreaReach("country", ("IT",)) if text == "Italy" else PointReach(43.77, 11.25, 5.0, text)

    def put_person(self, person: Person) -> Changes:
        if person.id:
            people = tuple(person if p.id == person.id else p for p in self.state.persons)
        else:
            people = (*self.state.persons, replace(person, id=f"P{len(self.state.persons) + 1}"))
        return self.change("person", persons=people)

    def put_source(self, source: Source) -> Changes:
        if source.id:
            given = tuple(source if s.id == source.id else s for s in self.state.given_by)
        else:
            given = (*self.state.given_by, replace(source, id=f"S{len(self.state.given_by) + 1}"))
        return self.change("source", given_by=given)

    # --- the second examiner -----------------------------------------------------------------------------

    def begin_review(self, person: str) -> Changes:
        self.reviewer, self._hidden = person, self.state.verdicts
        return self.change("blind review begun", verdicts=())

    def review(self, review: Review) -> Changes:
        if any(o.opinion != "agree" and not o.remark for o in review.opinions):
            raise InputError("Say in a remark why you do not agree.")
        self.given = review
        agrees = any(v.label == review.label for v in self._hidden)
        kept = replace(review, id="R1", agrees=agrees)
        return self.change("review given", reviews=(kept,), verdicts=self._hidden)

    def end_review(self) -> Changes:
        self.reviewer = ""
        return self.change("blind review ended")

    def clue_agreement(self, exhibit: str = "") -> tuple[ClueAgreement, ...]:
        return tuple(
            ClueAgreement(o.clue, exhibit, "kept", (("R1", "P2", o.opinion, o.remark),), o.opinion == "agree")
            for o in self.given.opinions
        )
