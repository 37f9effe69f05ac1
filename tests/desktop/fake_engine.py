"""An engine in memory for the window's unit tests: the session's calls, no store, no models, no workers.

It keeps a real ``CaseState`` of domain values and answers at once; what needs real evidence (ranking) is
given by the test. End-to-end tests use the real engine.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from tests.desktop.fake_areas import Ground
from tests.desktop.fake_assistant import MODELS, Assistant, ModelRow, WorkerFact
from tests.desktop.fake_compare import Comparing
from tests.desktop.fake_custody import Custody
from tests.desktop.fake_desk import DeskWork
from tests.desktop.fake_finding import Finding
from tests.desktop.fake_image import Imaging
from tests.desktop.fake_measures import Measures
from tests.desktop.fake_report import Reporting
from tests.desktop.fake_shell import Moments
from tests.desktop.fake_values import (
    PNG,
    UTC,
    Changes,
    Effect,
    Pixels,
    StrategyRow,
    Taken,
    candidate,
    ranking_of,
    scored,
)
from theodolite.chronology import WhenFinding, parse_span, when
from theodolite.domain import (
    AreaReach,
    Box,
    Candidate,
    Case,
    CaseState,
    Clue,
    Exhibit,
    GpsClaim,
    Hint,
    HintState,
    LineText,
    LinkReach,
    LogRecord,
    Message,
    Metadata,
    Origin,
    Ranking,
    Reference,
    ReferenceSearch,
    SourceSetting,
    Status,
    Strength,
    Verdict,
    Verification,
)
from theodolite.errors import (
    InputError,
    NotFound,
    PassphraseNeeded,
    StorageFailed,
    WorkerDied,
    WrongPassphrase,
)
from theodolite.jobs import Job, Progress
from theodolite.relations import Relation

#: What undo does not take back.
FACTS = frozenset(("exhibit added", "exhibit examined", "message added"))

__all__ = ["FakeEngine", "FakeSession", "candidate", "ranking_of"]


@dataclass
class Store:
    session: FakeSession
    read_only: bool = False

    def record(self, action: str, payload: dict[str, Any]) -> None:
        self.session.note_action(action, str(payload))


class FakeSession(
    DeskWork, Measures, Assistant, Custody, Reporting, Finding, Imaging, Ground, Comparing, Moments
):
    def __init__(self, path: Path, case: Case) -> None:
        self.path = str(path)
        self.state = CaseState(self.path, case)
        self.store = Store(self)
        self.records: list[LogRecord] = []
        self.view: dict[str, Any] = {}
        self._begin()
        self._begin_report()
        self.closed = False
        self.kill_next = False
        self.related: tuple[Relation, ...] = ()
        self.relations_found = 0
        self.asked: list[tuple[str, str]] = []

    def note_action(self, action: str, payload: str = "{}") -> Changes:
        number = len(self.records) + 1
        self.records.append(LogRecord(number, UTC, "tester", action, payload, "", f"{number:064x}"))
        self.state = replace(self.state, log_head=f"{number:064x}", log_length=number)
        return Changes()

    def change(self, action: str, **parts: Any) -> Changes:
        if action not in FACTS:
            return self.step(action, **parts)
        self.state = replace(self.state, **parts)
        return self.note_action(action)

    def close(self) -> None:
        self.closed = True

    def ranking(self, exhibits: Sequence[str] = (), strategy: str = "fusion") -> Ranking:
        if strategy == "fusion":
            return ranking_of(self.state, exhibits)
        if (exhibits[0], strategy) not in self.asked:
            raise InputError(f"{strategy} has not been run on {exhibits[0]} yet.")
        return scored(exhibits, strategy)

    def strategies(self) -> tuple[StrategyRow, ...]:
        lack = "g3 needs an aligned model. Train one with: theodolite align train"
        return (
            StrategyRow("fusion", "Everything that is known"),
            StrategyRow("knn", "Where similar photographs are densest"),
            StrategyRow("g3", "G3", (lack,)),
        )

    def run_strategy(self, exhibit: str, strategy: str) -> Job[Changes]:
        yield Progress("Asking")
        self.asked.append((exhibit, strategy))
        return self.note_action("strategy run")

    def hint_effects(self, exhibits: Sequence[str] = ()) -> tuple[Effect, ...]:
        return tuple(Effect(h.id, "▲1") for h in self.state.hints)

    def relations(self) -> tuple[Relation, ...]:
        self.relations_found += 1
        return self.related

    def when(self, exhibit: str) -> WhenFinding:
        return when(self.state.clues, exhibit)

    def joint(self, hint: str) -> dict[str, tuple[Ranking, Ranking]]:
        found = next(h for h in self.state.hints if h.id == hint)
        if not isinstance(found.reach, LinkReach):
            raise InputError(f"{hint} is no link: it does not say that exhibits show one place.")
        alone = replace(self.state, hints=())
        return {
            name: (ranking_of(alone, (name,)), ranking_of(self.state, (name,)))
            for name in found.reach.exhibits
        }

    def log(self, limit: int | None = 200) -> tuple[LogRecord, ...]:
        return tuple(self.records[-(limit or 0) :])

    def verify(self) -> Job[Verification]:
        yield Progress("Verifying", 1, 1)
        return Verification(True, len(self.state.exhibits), len(self.records), self.state.log_head, ())

    def pixels(self, exhibit: str, max_side: int | None = None) -> Job[Pixels]:
        yield Progress("Opening", waiting=True)
        return Pixels(400, 300, bytes((90, 120, 150)) * (400 * 300))

    def reference_pixels(self, path: str, max_side: int | None = None) -> Job[Pixels]:
        yield Progress("Opening", waiting=True)
        return Pixels(300, 300, bytes((150, 120, 90)) * (300 * 300))

    def thumbnail(self, exhibit: str) -> bytes:
        from PySide6.QtCore import QBuffer, QIODevice
        from PySide6.QtGui import QImage

        image, buffer = QImage(64, 48, QImage.Format.Format_RGB32), QBuffer()
        image.fill(0xFF336699)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        image.save(buffer, "JPEG")
        return bytes(buffer.data().data())

    def add_files(self, files: Iterable[Path]) -> Job[tuple[Taken, ...]]:
        taken = []
        for path in files:
            yield Progress(f"Adding {path.name}")
            if path.suffix == ".txt":
                taken.append(Taken(str(path), False, False, None, "This is no image or video we know."))
                continue
            taken.append(self._take(path.name))
        return tuple(taken)

    def add_image(self, data: bytes, name: str) -> Job[Taken]:
        yield Progress("Adding")
        assert data.startswith(PNG)
        return self._take(name)

    def _take(self, name: str) -> Taken:
        number = f"E{len(self.state.exhibits) + 1}"
        gps = GpsClaim(43.46824, 11.88017) if "gps" in name else None
        exhibit = Exhibit(
            number,
            name,
            number.lower() * 32,
            "0" * 32,
            1234,
            "video/mp4" if name.endswith(".mp4") else "image/jpeg",
            f"/x/{name}",
            UTC,
            "tester",
            True,
            width=400,
            height=300,
            metadata=Metadata(gps=gps),
        )
        self.change("exhibit added", exhibits=(*self.state.exhibits, exhibit))
        return Taken(name, True, True, number)

    def examine_all(self, exhibits: Sequence[str] = ()) -> Job[Changes]:
        yield Progress("Reading", waiting=True)
        if self.kill_next:
            self.kill_next = False
            raise WorkerDied("The vision worker ended in the middle of its work.")
        while waiting := [item for item in self.state.exhibits if not item.examined]:
            self._read(waiting[0])
        return Changes()

    def _frames(self, item: Exhibit) -> None:
        """Two key frames of a video, later one first, as exhibits of their own."""
        for seconds in (12.4, 0.0):
            number = f"E{len(self.state.exhibits) + 1}"
            frame = replace(
                item,
                id=number,
                name=f"frame {seconds}.png",
                sha256=number.lower() * 32,
                media_type="image/png",
                parent=item.id,
                at_seconds=seconds,
            )
            self.change("exhibit added", exhibits=(*self.state.exhibits, frame))

    def _read(self, item: Exhibit) -> None:
        if item.media_type.startswith("video/"):
            self._frames(item)
            exhibits = tuple(replace(e, examined=True) if e.id == item.id else e for e in self.state.exhibits)
            self.change("exhibit examined", exhibits=exhibits)
            return
        clue = Clue(
            f"C{len(self.state.clues) + 1}",
            item.id,
            "text.street",
            "Via Cesalpino",
            "a street name in Italian",
            Strength.LIKELY,
            "test",
            "1",
            f"text:{item.sha256}:1",
            (Origin("file", item.sha256),),
            box=Box(0.1, 0.1, 0.4, 0.3),
            mark=1,
            line=LineText(1, "Via Cesalpino", "Latn", "latin reader"),
        )
        search = ReferenceSearch(
            item.id,
            (("/index", "0" * 64),),
            "vision",
            "0" * 64,
            1,
            (Reference(f"r-{item.id}", "/index", "ref.jpg", "/ref.jpg", 43.46, 11.88, 0.87),),
        )
        exhibits = tuple(replace(e, examined=True) if e.id == item.id else e for e in self.state.exhibits)
        self.change(
            "exhibit examined",
            exhibits=exhibits,
            clues=(*self.state.clues, clue),
            searches=(*self.state.searches, search),
        )

    def say(self, text: str, exhibits: Sequence[str] = ()) -> Changes:
        said = Message(f"M{len(self.state.messages) + 1}", "person", text, self._now())
        messages = (*self.state.messages, said)
        if "show one place" in text:
            link = LinkReach(tuple(re.findall(r"E\d+", text)), 1.0)
            number = f"H{len(self.state.hints) + 1}"
            hint = Hint(number, text, text, link, Strength.LIKELY, HintState.PROPOSED, UTC)
            return self.change("hint added", messages=messages, hints=(*self.state.hints, hint))
        if "italy" not in text.lower():
            answer = Message(f"M{len(messages) + 1}", "system", f"Not understood: {text}", self._now())
            return self.change("message added", messages=(*messages, answer))
        reach = AreaReach("country", ("IT",))
        hint = Hint(
            f"H{len(self.state.hints) + 1}", text, "in Italy", reach, Strength.LIKELY, HintState.PROPOSED, UTC
        )
        return self.change("hint added", messages=messages, hints=(*self.state.hints, hint))

    def _hint(self, name: str, **values: Any) -> Changes:
        hints = tuple(replace(h, **values) if h.id == name else h for h in self.state.hints)
        return self.change("hint changed", hints=hints)

    def apply_hint(self, hint: str, exhibits: Sequence[str] = ()) -> Changes:
        return self._hint(hint, state=HintState.ON)

    def set_hint(self, hint: str, state: HintState, exhibits: Sequence[str] = ()) -> Changes:
        return self._hint(hint, state=state)

    def set_hint_strength(self, hint: str, strength: Strength) -> Changes:
        return self._hint(hint, strength=strength)

    def remove_hint(self, hint: str) -> Changes:
        return self.change("hint removed", hints=tuple(h for h in self.state.hints if h.id != hint))

    def add_clue(self, exhibit: str, observation: str, inference: str, source: str, **rest: Any) -> Changes:
        if not observation.strip():
            raise InputError("Write what you observed.")
        spoken = rest["when_text"].strip()
        number = len(self.state.clues) + 1
        clue = Clue(
            f"C{number}",
            exhibit,
            "hand",
            observation,
            inference,
            rest["strength"],
            "observed",
            "1",
            "hand",
            (Origin("reference", source),),
            box=rest["box"],
            shape=rest.get("shape"),
            mark=number,
            by_person=True,
            when=parse_span(spoken) if spoken else None,
        )
        return self.change("clue added", clues=(*self.state.clues, clue))

    def _clue(self, name: str, **values: Any) -> Changes:
        clues = tuple(replace(c, **values) if c.id == name else c for c in self.state.clues)
        return self.change("clue changed", clues=clues)

    def correct_reading(self, clue: str, text: str) -> Job[Changes]:
        """As the engine does: the clue of a corrected line is another observation with another id."""
        yield Progress("Reading", waiting=True)
        if not text.strip():
            raise InputError("A corrected line needs text. If nothing is written, reject the clue.")
        before = next(c for c in self.state.clues if c.id == clue)
        assert before.line is not None
        number = f"C{1 + max(int(c.id[1:]) for c in self.state.clues)}"
        line = replace(before.line, corrected=text)
        after = replace(before, id=number, observation=text, line=line)
        clues = tuple(after if c.id == clue else c for c in self.state.clues)
        return self.change("reading corrected", clues=clues)

    def set_clue_strength(self, clue: str, strength: Strength) -> Changes:
        return self._clue(clue, strength=strength)

    def set_source(self, source: str, *, on: bool | None = None, weight: float | None = None) -> Changes:
        kept = {one.source: one for one in self.state.case.sources}
        setting = kept.get(source, SourceSetting(source))
        setting = replace(
            setting,
            on=setting.on if on is None else on,
            weight=setting.weight if weight is None else weight,
        )
        case = replace(self.state.case, sources=tuple((kept | {source: setting}).values()))
        return self.change("case changed", case=case)

    def set_clue(self, clue: str, active: bool) -> Changes:
        return self._clue(clue, active=active, rejected_reason=None)

    def reject_clue(self, clue: str, reason: str) -> Changes:
        return self._clue(clue, active=False, rejected_reason=reason)

    def add_pin(self, exhibit: str, text: str, label: str = "") -> Changes:
        if "," not in text:
            raise InputError("This is no coordinate.")
        return self.note_action("candidate added", text)

    def set_verdict(
        self, exhibit: str, candidate: Candidate, status: Status, reason: str = "", override: bool = False
    ) -> Changes:
        if status is Status.VERIFIED and not override:
            raise InputError("Verified needs 2 clues that share no origin.")
        verdict = Verdict(
            "V1",
            exhibit,
            candidate.lat,
            candidate.lon,
            candidate.label,
            status,
            reason,
            "tester",
            UTC,
            override=override,
        )
        return self.change("verdict", verdicts=(*self.state.verdicts, verdict))

    def set_case(self, **values: Any) -> Changes:
        return self.change("case changed", case=replace(self.state.case, **values))

    def summary(self, exhibits: Sequence[str] = ()) -> str:
        return "Taken in Arezzo."

    def view_state(self) -> dict[str, Any]:
        return dict(self.view)

    def set_view_state(self, state: dict[str, Any]) -> None:
        if self.fails:
            raise StorageFailed(self.fails)
        self.view = dict(state)


@dataclass
class FakeEngine:
    sessions: dict[str, FakeSession] = field(default_factory=dict)
    disposed: bool = False
    models: tuple[ModelRow, ...] = MODELS
    language: WorkerFact = field(default_factory=WorkerFact)
    refuses: Exception | None = None

    def language_models(self) -> tuple[ModelRow, ...]:
        return self.models

    def use_language_model(self, name: str) -> None:
        self.models = tuple(replace(row, chosen=row.name == name) for row in self.models)

    def new_case(self, folder: Path, **fields: Any) -> FakeSession:
        operator = fields.get("operator") or "tester"
        case = Case(fields.get("title") or folder.stem, fields.get("question") or "", operator, UTC)
        session = self.sessions[str(folder)] = FakeSession(folder, case)
        session.models = self.language_models
        session.passphrase = fields.get("passphrase")
        return session

    def open_case(
        self, folder: Path, *, read_only: bool = False, passphrase: str | None = None
    ) -> FakeSession:
        if str(folder) not in self.sessions:
            raise NotFound(f"There is no case in {folder}.")
        session = self.sessions[str(folder)]
        if session.passphrase is not None and passphrase is None:
            raise PassphraseNeeded(f"{folder} is encrypted.")
        if session.passphrase != passphrase:
            raise WrongPassphrase("This passphrase does not open the case.")
        if self.refuses is not None and not read_only:
            raise self.refuses
        session.store.read_only = read_only
        return session

    def recent(self) -> tuple[str, ...]:
        return tuple(self.sessions)

    def prepare(self) -> Job[None]:
        yield Progress("Opening the places of the world", waiting=True)

    def pack_uses(self, names: Iterable[str] = ()) -> tuple[Any, ...]:
        return ()

    def dispose(self) -> None:
        self.disposed = True
