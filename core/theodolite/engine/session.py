"""One open case: what can be read from it and what a person can do to it.

Reading is cheap and repeatable; each writing call is one recorded transaction and returns what changed.
Long work is a job (see :mod:`theodolite.jobs`). All calls belong on the engine's one thread.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from theodolite import offline, packs
from theodolite.chronology import WhenFinding
from theodolite.domain import (
    CaseState,
    Exhibit,
    HintState,
    Message,
    PackUse,
    PointReach,
    Ranking,
    ReferenceSearch,
    Status,
    Suggestion,
    Verification,
)
from theodolite.engine import asking, conflicts
from theodolite.engine.asking import StrategyRow
from theodolite.engine.bundling import Bundling
from theodolite.engine.carrying import Carrying
from theodolite.engine.changes import Changes, HintEffect, Pixels
from theodolite.engine.comparing import Comparing
from theodolite.engine.engine import Engine
from theodolite.engine.finding import Finding
from theodolite.errors import DecodeFailed, InputError, NotFound, StorageFailed
from theodolite.evidence import intake
from theodolite.evidence.intake import Intake
from theodolite.jobs import Job, Progress
from theodolite.relations import Relation
from theodolite.report.choices import Choices
from theodolite.store import CaseStore
from theodolite.workers import Call

THESE, THESE_SD_KM = 5, 25.0 / 1.5  # "none of these": the candidates that lead, 25 km round each


class Session(Finding, Carrying, Bundling, Comparing):
    """An open case. Edits by the investigator are in :class:`theodolite.engine.edits.Edits`."""

    def __init__(self, engine: Engine, store: CaseStore) -> None:
        super().__init__(engine, store)
        self._rankings: dict[tuple[Any, ...], Ranking] = {}

    def close(self) -> None:
        """Release the case's lock and files."""
        self.store.close()

    def change_passphrase(self, old: str, new: str) -> Changes:
        """Let ``new`` open this encrypted case instead of ``old``; copies made before keep the old one."""
        self.store.change_passphrase(old, new)
        return Changes()

    # --- reading ---------------------------------------------------------------------------------

    def thumbnail(self, exhibit: str, side: int = 256) -> bytes:
        """A JPEG no larger than ``side`` pixels, made in the decoder's sandbox and kept as derived.

        A kept one goes through the sandbox again: a case may come from anyone, and its derived files are
        on no record. What a report shows is therefore made from the original each time.
        """
        item = self.exhibit(exhibit)
        name = f"thumbnail-{side}.jpg"
        with contextlib.suppress(InputError, DecodeFailed), self.store.kept_path(item.sha256, name) as kept:
            return self.engine.decoder.thumbnail(kept, side)
        with self.store.original(item) as path:
            data = self.engine.decoder.thumbnail(path, side)
        with contextlib.suppress(StorageFailed):  # a full or read-only disk costs time later, nothing else
            self.store.keep(item.sha256, name, data)
        return data

    def pixels(self, exhibit: str, max_side: int | None = None) -> Job[Pixels]:
        """The upright image of an exhibit."""
        with self.store.original(self.exhibit(exhibit)) as path:
            return (yield from self.reference_pixels(str(path), max_side))

    def reference_pixels(self, path: str, max_side: int | None = None) -> Job[Pixels]:
        """The upright image of any file, decoded in the sandbox."""
        array = yield from self.engine.decoder.pixels_job(Path(path), max_side)
        return Pixels(array.shape[1], array.shape[0], array.tobytes())

    def verify(self) -> Job[Verification]:
        """Recompute every hash of the case."""
        from theodolite.store import verify_case

        result = yield from verify_case(Path(self.path), keys=self.store.keys)
        return result

    def scope(self, exhibits: Sequence[str] = ()) -> tuple[str, ...]:
        """The exhibits an answer is about: those named, else all that are not withdrawn."""
        state = self.state
        known = {e.id for e in state.exhibits if not e.withdrawn}
        for name in exhibits:
            if name not in known:
                raise NotFound(f"There is no exhibit {name} in this case.")
        return tuple(exhibits) or tuple(e.id for e in state.exhibits if not e.withdrawn)

    def ranking(self, exhibits: Sequence[str] = (), strategy: str = "fusion") -> Ranking:
        """Rank the places of the world for these exhibits; milliseconds, nothing is run again.

        Another strategy than fusion answers for one exhibit, and only once it was run: InputError else.
        """
        self.engine.check_strategy(strategy)
        scope, state = self.scope(exhibits), self.state
        if strategy != asking.FUSION:
            return self._answered(scope, strategy)
        evidence = self.evidence(state, scope)
        key = (scope, strategy, state.case.prior, state.case.sources, *evidence.values())
        if key not in self._rankings:
            self._rankings.clear()
            self._rankings[key] = self.engine.locator.rank(
                exhibits=scope,
                strategy=strategy,
                prior=state.case.prior,
                settings=state.case.sources,
                packs=self._packs_used(state, scope),
                **evidence,
            )
        return self._rankings[key]

    def _answered(self, scope: tuple[str, ...], strategy: str) -> Ranking:
        from theodolite.locate import answered

        if len(scope) != 1:
            raise InputError(f"{strategy} answers for one exhibit; name it.")
        found = [a for a in self.state.answers if a.exhibit == scope[0] and a.strategy == strategy]
        if not found:
            raise InputError(f"{strategy} has not been run on {scope[0]} yet.")
        verdicts = [v for v in self.state.verdicts if v.exhibit == scope[0]]
        return answered.ranking(found[0], self.engine.locator.support, self.engine.world, verdicts)

    def strategies(self) -> tuple[StrategyRow, ...]:
        """Every strategy, and what those that cannot run would need."""
        return asking.rows(self.engine, self.state.indexes)

    def hint_effects(self, exhibits: Sequence[str] = ()) -> tuple[HintEffect, ...]:
        """What each hint does, or would do if applied."""
        scope, state = self.scope(exhibits), self.state
        effects = self.engine.locator.hint_effects(
            exhibits=scope,
            prior=state.case.prior,
            settings=state.case.sources,
            **self.evidence(state, scope),
        )
        return tuple(HintEffect(hint, text, conflict) for hint, (text, conflict) in effects.items())

    def effect(self, hint: str, exhibits: Sequence[str] = ()) -> tuple[Ranking, Ranking]:
        """The ranking without a hint, and with it on; InputError where it would exclude every place."""
        from theodolite.engine import joint

        scope, locator = self.scope(exhibits), self.engine.locator
        return joint.without_and_with(self.hint(hint), self.state, scope, locator, self.evidence)

    def relations(self) -> tuple[Relation, ...]:
        """How the exhibits relate: copies, one camera, series, order in time, speed of travel."""
        from theodolite.engine import looks
        from theodolite.relations import relations

        exhibits = self.state.exhibits
        return relations(exhibits, vectors=looks.vectors(self.store, exhibits))

    def when(self, exhibit: str) -> WhenFinding:
        """When an exhibit was taken, as far as the clues of the case say; apart from where."""
        from theodolite.engine import together

        return together.when_taken(self.state, self.exhibit(exhibit).id)

    def joint(self, hint: str) -> dict[str, tuple[Ranking, Ranking]]:
        """For each exhibit that a link names: its ranking without the link, and the joint one with it."""
        from theodolite.engine import joint

        return joint.rankings(self.hint(hint), self.state, self.engine.locator, self.evidence)

    def summary(self, exhibits: Sequence[str] = ()) -> str:
        """The case in plain sentences, built from its records alone."""
        from theodolite.assistant import phrase

        return phrase.summary(self.state, self.ranking(exhibits))

    @staticmethod
    def evidence(state: CaseState, scope: tuple[str, ...]) -> dict[str, Any]:
        """What concerns ``scope``, by the names that the locator takes."""
        chosen = {*scope, ""}
        spoken = concerned(state, scope)
        return {
            "clues": tuple(c for c in state.clues if c.exhibit in spoken and c.active),
            "hints": state.hints,
            "pins": tuple(p for p in state.pins if p.exhibit in chosen),
            "verdicts": tuple(v for v in state.verdicts if v.exhibit in chosen),
            "searches": tuple(s for s in state.searches if s.exhibit in spoken),
            "looks": tuple(one for one in state.looks if one.exhibit in chosen),
            "answers": tuple(one for one in state.answers if one.exhibit in chosen),
            "perceptions": tuple(one for one in state.perceptions if one.exhibit in chosen),
            "exchanges": tuple(one for one in state.exchanges if one.mode == "perceive"),
        }

    def _packs_used(self, state: CaseState, scope: tuple[str, ...]) -> tuple[PackUse, ...]:
        seen = any(s.exhibit in concerned(state, scope) for s in state.searches)
        own = self.engine.pack_uses(("gallery", "gazetteer", *(("vision-starter",) if seen else ())))
        known = {use.sha256 for use in own}
        of_models = [
            PackUse(pack, "", sha256)
            for exhibit, pack, sha256 in (
                *((look.exhibit, look.pack, look.pack_sha256) for look in state.looks),
                *((seen.exhibit, seen.pack, seen.pack_sha256) for seen in state.perceptions),
            )
            if exhibit in {*scope, ""}
        ]
        return own + tuple(dict.fromkeys(use for use in of_models if use.sha256 not in known))

    # --- long work ---------------------------------------------------------------------------------

    def add_files(self, files: Iterable[Path]) -> Job[tuple[Intake, ...]]:
        """Take files and folders into custody, each hashed and stored before it is decoded."""
        found = intake.expand(files)
        results: list[Intake] = []
        for number, path in enumerate(found):
            yield Progress(f"Adding {path.name}", number, len(found))
            results.append((yield from intake.add_file(self.store, self.engine.decoder, path)))
        return tuple(results)

    def add_image(self, data: bytes, name: str) -> Job[Intake]:
        """Take pasted bytes into custody under ``name``."""
        result = yield from intake.add_bytes(self.store, self.engine.decoder, data, name)
        return result

    def search(self, exhibit: str) -> Job[Changes]:
        """Find similar references of an exhibit in the indexes of the case."""
        item, state = self.exhibit(exhibit), self.state
        if not state.indexes:
            raise InputError("This case has no index of references. Build one from geotagged photographs.")
        if not item.readable:
            raise InputError(f"{item.id} has no readable image.")
        with (yield from self.store.confirm(item)) as path:
            result: ReferenceSearch = yield from self.engine.vision.run(
                Call(
                    "theodolite.index.search:search_file",
                    {
                        "exhibit": item.id,
                        "path": str(path),
                        "indexes": list(state.indexes),
                        "pack": str(packs.installed("vision-starter").path),
                        "exclude": [item.sha256],  # a photograph is no evidence of its own place
                    },
                )
            )
        self.store.put_seen(result)
        return Changes(references=True, candidates=True)

    def run_strategy(
        self, exhibit: str, strategy: str, settings: Mapping[str, str] | None = None, seed: int = 7
    ) -> Job[Changes]:
        """Ask a strategy about an exhibit; its whole answer goes on record. See :meth:`strategies`."""
        yield from asking.run(self, self.exhibit(exhibit), strategy, settings, seed)
        return Changes(candidates=True)

    def examine_all(self, exhibits: Sequence[str] = ()) -> Job[Changes]:
        """Examine what was not examined yet, and search what was not searched in today's indexes.

        Frames that come out of a video are examined with it.
        """
        changes, waiting = Changes(), list(self.scope(exhibits))
        while waiting:
            name = waiting.pop(0)
            item = self.exhibit(name)
            if not item.examined:
                changes |= yield from self.examine(name)
                waiting += [one.id for one in self.frames_of(item) if not one.examined]
            state = self.state
            if item.readable and state.indexes and not _searched(state, item):
                changes |= yield from self.search(name)
            if (yield from asking.look(self, item)):
                changes |= Changes(candidates=True)
        return changes

    def set_hint(self, hint: str, state: HintState, exhibits: Sequence[str] = ()) -> Changes:
        """Switch a hint; the conflict that this shows for ``exhibits`` stays on record."""
        changes = super().set_hint(hint, state)
        if state is HintState.ON and self.engine.prepared:
            for conflict in conflicts.record(self, exhibits, (hint,)):
                changes |= conflicts.say(self, hint, conflict)
        return changes

    def record_located(self, ranking: Ranking) -> None:
        """Put an answer on record: what was asked, what came out, and the hash of all scores."""
        conflicts.record_located(self, ranking)

    # --- the conversation --------------------------------------------------------------------------

    def say(self, text: str, exhibits: Sequence[str] = ()) -> Changes:
        """One line: hints in it become proposed chips; the rest is said not to be understood.

        A question is for :meth:`ask`. ``exhibits``: those in view, whose candidates "none of these" means.
        """
        return self.tell(text, self.listed(exhibits))

    def listed(self, exhibits: Sequence[str] = ()) -> tuple[PointReach, ...]:
        """The candidates that lead, as "these" in a hint; () until the places of the world are open."""
        if not self.engine.prepared:
            return ()
        found = [c for c in self.ranking(exhibits).candidates if c.status is not Status.REJECTED]
        return tuple(PointReach(c.lat, c.lon, THESE_SD_KM, c.label) for c in found[:THESE])

    def ask(self, text: str, exhibits: Sequence[str] = (), seed: int = 7) -> Job[Changes]:
        """A question: the records answer what they can, then the language model if there is one."""
        from theodolite.engine import talking

        return (yield from talking.ask(self, text, exhibits, seed))

    def perceive(self, exhibit: str, seed: int = 7) -> Job[Changes]:
        """Let a model that sees name the place of a photograph; InputError where the model cannot see."""
        from theodolite.engine import talking

        return (yield from talking.perceived(self, exhibit, seed))

    def observe(self, exhibit: str, seed: int = 7) -> Job[Changes]:
        """Let a model that sees name clues; each is checked against the clues on record."""
        from theodolite.engine import talking

        return (yield from talking.observed(self, exhibit, seed))

    def read_with_model(self, text: str, exhibits: Sequence[str] = (), seed: int = 7) -> Job[Changes]:
        """Let the model read a hint that the rules did not; its reading becomes proposed chips."""
        from theodolite.engine import second_reader

        return (yield from second_reader.read_hint(self, text, self.listed(exhibits), seed))

    def suggestions(self, exhibits: Sequence[str] = ()) -> tuple[Suggestion, ...]:
        """What to look for next, and why."""
        from theodolite.engine import talking

        return talking.suggestions(self, exhibits)

    def phrase(self, exhibits: Sequence[str] = (), seed: int = 7) -> Job[Message]:
        """Let the language model phrase the summary; dropped when it says what no record says."""
        from theodolite.engine import phrasing

        return (yield from phrasing.phrased(self, exhibits, seed))

    # --- reports -----------------------------------------------------------------------------------

    def report(
        self,
        out: Path,
        formats: Sequence[str] = ("html", "json"),
        exhibits: Sequence[str] = (),
        choices: Choices | None = None,
    ) -> Job[tuple[Path, ...]]:
        """Write the report of the case; the log records what left and under which hash.

        Without ``choices``: a draft with every section that discloses nothing protected. Raises InputError
        for a final report of a case without a question or a mandate, and during a blind review.
        """
        from theodolite.engine import reporting

        self.open_eyed("a report")
        return (yield from reporting.write(self, out, formats, self.scope(exhibits), choices))

    def report_preview(self, exhibits: Sequence[str] = (), choices: Choices | None = None) -> Job[bytes]:
        """The HTML that :meth:`report` would write, UTF-8; nothing is written or recorded.

        Hashes are not recomputed for it: it says that they were not.
        """
        from theodolite.engine import reporting

        return (yield from reporting.preview(self, self.scope(exhibits), choices))

    def refused_connections(self) -> tuple[str, ...]:
        """Connections that our own code tried to open and that were refused."""
        return offline.refused()


def concerned(state: CaseState, scope: tuple[str, ...]) -> frozenset[str]:
    """The exhibits that an answer about ``scope`` may rest on: linked ones too, unless withdrawn."""
    from theodolite.locate import links

    withdrawn = {item.id for item in state.exhibits if item.withdrawn}
    return frozenset(scope) | (links.reached(scope, state.hints) - withdrawn)


def _searched(state: CaseState, item: Exhibit) -> bool:
    return any(
        s.exhibit == item.id and {path for path, _ in s.indexes} == set(state.indexes) for s in state.searches
    )
