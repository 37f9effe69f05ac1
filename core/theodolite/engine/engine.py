"""The engine: packs, workers and open cases, with no screen anywhere."""

from __future__ import annotations

import getpass
import json
import os
from collections.abc import Iterable
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from theodolite import packs, paths
from theodolite.domain import Case, PackUse
from theodolite.errors import InputError, PackMissing, TheodoliteError, legible
from theodolite.evidence.decode import Decoder
from theodolite.jobs import Job, Progress
from theodolite.store import CaseStore
from theodolite.workers import Worker

if TYPE_CHECKING:
    from theodolite.engine.session import Session
    from theodolite.engine.speaking import ModelRow
    from theodolite.geo.gazetteer import Gazetteer
    from theodolite.geo.world import World
    from theodolite.locate import Locator
    from theodolite.locate.elevation import Heights
    from theodolite.store.merge.joining import Joined

RECENT_KEPT = 12


def utc_now() -> str:
    """This moment as ISO 8601 in UTC with seconds, the form of every time in a case."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def operator_name() -> str:
    """Who works here, as far as the machine knows; a name given with the case takes its place."""
    try:
        return os.environ.get("THEODOLITE_OPERATOR") or getpass.getuser()
    except (KeyError, OSError):
        return "unknown"


def with_suffix(folder: Path) -> Path:
    """The absolute path of a case folder, its suffix ``.case`` added when missing."""
    whole = paths.with_a_name(folder)
    if not whole.name:
        raise InputError(f"{folder} cannot be a case: it has no name.")
    return whole if whole.suffix == ".case" else whole.with_name(f"{whole.name}.case")


class Engine:
    """Owns the workers and what is loaded once: gazetteer, world, posterior.

    Every call of an engine and of its sessions belongs on one thread (docs/decisions/0001).
    """

    def __init__(self) -> None:
        self.vision = Worker("vision")
        self.language = Worker("language")
        self.desk = Worker("desk")
        self.decoder = Decoder()
        self._locator: Locator | None = None

    # --- cases ---------------------------------------------------------------------------------

    def new_case(
        self,
        folder: Path,
        *,
        question: str = "",
        title: str = "",
        operator: str | None = None,
        claim: str = "",
        claim_source: str = "",
        passphrase: str | None = None,
    ) -> Session:
        """Create ``folder`` (the suffix ``.case`` is added when missing) and open it.

        With a passphrase the case is encrypted, for good; InputError for one that is too short.
        """
        from theodolite.engine.session import Session

        folder = with_suffix(folder)
        case = Case(
            title=title or legible(folder.stem),
            question=question,
            operator=operator or operator_name(),
            created_utc=utc_now(),
            claim=claim,
            claim_source=claim_source,
        )
        return self._opened(CaseStore.create(folder, case, passphrase), Session)

    def open_case(self, folder: Path, *, read_only: bool = False, passphrase: str | None = None) -> Session:
        """Open an existing case folder; raises NotFound, CaseDamaged or CaseLocked.

        An encrypted one: PassphraseNeeded, WrongPassphrase; deriving its key takes about a second.
        """
        from theodolite.engine.session import Session

        return self._opened(CaseStore.open(folder, read_only=read_only, passphrase=passphrase), Session)

    def _opened(self, store: CaseStore, kind: type[Session]) -> Session:
        """An encrypted case stays off the list of recent ones: its name alone may say too much."""
        if not store.encrypted:
            self._remember(store.folder)
        return kind(self, store)

    def import_bundle(self, bundle: Path, out: Path, *, passphrase: str | None = None) -> Job[Path]:
        """Make the case of a bundle in ``out`` (the suffix ``.case`` is added when missing); its folder.

        Raises NotFound for no bundle, BundleRefused or CaseDamaged naming what is wrong with it.
        """
        from theodolite.store import bundle as bundles

        made = bundles.read(bundle, with_suffix(out), operator=operator_name(), passphrase=passphrase)
        return (yield from made)

    def merge(
        self, ours: Path, theirs: Path, *, passphrase: str | None = None, their_passphrase: str | None = None
    ) -> Job[Joined]:
        """Bring what was done in the copy ``theirs`` (a case or a bundle) into the case ``ours``."""
        session = self.open_case(ours, passphrase=passphrase)
        try:
            return (yield from session.merge(theirs, passphrase=their_passphrase))
        finally:
            session.close()

    def recent(self) -> tuple[str, ...]:
        """Case folders opened last, newest first, as far as they still exist."""
        try:
            known = json.loads(self._recent_file.read_text(encoding="utf-8"))
            return tuple(path for path in known if isinstance(path, str) and Path(path).is_dir())
        except (OSError, ValueError, TypeError, RecursionError):
            return ()

    def _remember(self, folder: Path) -> None:
        path = str(folder.resolve())
        known = [path, *(other for other in self.recent() if other != path)][:RECENT_KEPT]
        try:
            self._recent_file.parent.mkdir(parents=True, exist_ok=True)
            beside = self._recent_file.with_suffix(".tmp")
            beside.write_text(json.dumps(known), encoding="utf-8")
            beside.replace(self._recent_file)
        except OSError:
            return  # a list of recent cases is a comfort, never a reason to fail

    @property
    def _recent_file(self) -> Path:
        return paths.home() / "recent.json"

    # --- what is loaded once ---------------------------------------------------------------------

    @cached_property
    def world(self) -> World:
        """Country borders and what is known of each country."""
        from theodolite.geo.world import World

        return World.load()

    @cached_property
    def gazetteer(self) -> Gazetteer:
        """Place names; raises PackMissing where the pack is not installed."""
        from theodolite.geo.gazetteer import Gazetteer

        return Gazetteer(packs.installed("gazetteer").file("gazetteer.db"))

    def prepare(self) -> Job[None]:
        """Make or open the places of the posterior: seconds the first time, then milliseconds."""
        if self._locator is not None:
            return
        from theodolite import locate
        from theodolite.engine import aligned
        from theodolite.evaluate import fits

        gallery, names = packs.installed("gallery"), packs.installed("gazetteer")
        yield Progress("Opening the places of the world", waiting=True)
        support = yield from locate.support.build(
            gallery.file("coordinates.npy"),
            self.gazetteer,
            self.world,
            paths.home() / "support",
            key=f"{gallery.sha256}:{names.sha256}",
        )
        self._locator = locate.Locator(
            support, self.world, fits.in_use(support.sha256), aligned.Views(support), self._heights()
        )

    def _heights(self) -> Heights | None:
        """The heights of the optional pack; without it, or where it is damaged, hints of height say so."""
        from theodolite.locate import elevation

        try:
            return elevation.load(packs.installed(elevation.PACK).file(elevation.FILE))
        except TheodoliteError:
            return None

    @property
    def prepared(self) -> bool:
        """Whether rankings take milliseconds by now."""
        return self._locator is not None

    @property
    def locator(self) -> Locator:
        """The posterior over the world; :meth:`prepare` first, else the missing pack is named."""
        if self._locator is None:
            from theodolite.jobs import run_to_end

            run_to_end(self.prepare())
        assert self._locator is not None
        return self._locator

    def pack_uses(
        self, names: Iterable[str] = ("gallery", "gazetteer", "vision-starter", "elevation")
    ) -> tuple[PackUse, ...]:
        """Identity of the installed packs among ``names``."""
        found = []
        for name in names:
            try:
                pack = packs.installed(name)
            except PackMissing:
                continue
            found.append(PackUse(pack.name, pack.version, pack.sha256))
        return tuple(found)

    def check_strategy(self, name: str) -> str:
        """``name`` if it is a strategy we have, else an InputError that lists them."""
        from theodolite.engine.asking import FUSION, registry

        if name != FUSION and name not in registry():  # the usual one does not load the others
            raise InputError(f"There is no strategy {name!r}. Available: {', '.join(registry())}.")
        return name

    def language_models(self) -> tuple[ModelRow, ...]:
        """Every language model, installed ones first."""
        from theodolite.engine import speaking

        return speaking.models()

    def use_language_model(self, name: str) -> None:
        """Ask this one from now on, in every case; NotFound when it is not installed."""
        from theodolite.engine import speaking

        speaking.use(name)

    def dispose(self) -> None:
        """End the workers. The engine is not used afterwards."""
        self.vision.close()
        self.language.close()
        self.desk.close()
        self.decoder.close()
