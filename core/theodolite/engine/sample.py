"""Builds a sample case from its recipe in ``cases/``, by the same calls a person's actions make."""

from __future__ import annotations

import shutil
import tomllib
from pathlib import Path
from typing import Any

from theodolite import chronology, packs, paths
from theodolite.domain import (
    Box,
    Comparison,
    FiledReference,
    HintState,
    Lead,
    PaneView,
    Person,
    Source,
    Status,
    Step,
    Strength,
)
from theodolite.engine import talking
from theodolite.engine.engine import Engine, with_suffix
from theodolite.engine.session import Session
from theodolite.errors import IndexDamaged, InputError, NotFound, TheodoliteError
from theodolite.geo import sun
from theodolite.index.layout import read_manifest
from theodolite.jobs import Job, Progress
from theodolite.store import CaseStore
from theodolite.workers import Call

OPERATOR = "Sample investigator"
#: What of a shadow a recipe may state, as theodolite.geo.shadow.observe names it.
MEASURED = ("height", "shadow", "elevation", "azimuth", "camera_bearing", "shadow_direction")


def build(engine: Engine, folder: Path, *, name: str = "tower", fresh: bool = False) -> Job[Path]:
    """Build ``folder`` from the recipe ``name``; an existing case is kept unless ``fresh``."""
    folder = with_suffix(folder)
    recipe_folder = paths.cases() / name
    if not (recipe_folder / "recipe.toml").is_file():
        raise NotFound(f"There is no sample case {name!r}.")
    recipe = tomllib.loads((recipe_folder / "recipe.toml").read_text(encoding="utf-8"))
    finished = folder / "derived" / "sample-complete"
    if folder.exists():
        if finished.exists() and not fresh:
            yield from _index(engine, recipe_folder, recipe)
            return folder
        _refuse_other(folder, recipe["title"])
        shutil.rmtree(folder)
    index = yield from _index(engine, recipe_folder, recipe)
    yield Progress("Opening the places of the world", waiting=True)
    yield from engine.prepare()
    session = engine.new_case(
        folder,
        title=recipe["title"],
        question=recipe["question"],
        claim=recipe["claim"],
        claim_source=recipe["claim_source"],
        operator=OPERATOR,
    )
    try:
        session.add_index(index)
        yield from session.add_files(recipe_folder / item["file"] for item in recipe["exhibits"])
        yield from session.examine_all()
        for asked in recipe.get("strategies", []):
            yield from session.run_strategy(asked["exhibit"], asked["strategy"])
        _tell(session, recipe)
        yield from _custody(session, recipe)
        yield from _desk(session, recipe, recipe_folder)
        for asked in recipe.get("questions", []):
            yield from talking.from_records(session, asked["text"], (asked["exhibit"],))
    finally:
        session.close()
    finished.parent.mkdir(exist_ok=True)
    finished.touch()
    return folder


def _refuse_other(folder: Path, title: str) -> None:
    """Only a sample case is ever replaced; whatever else lies at ``folder`` is somebody's work."""
    try:
        with CaseStore.open(folder, read_only=True) as store:
            case = store.state().case
    except TheodoliteError as error:
        raise InputError(f"{folder} is not a sample case; it was left alone. {error}") from error
    if (case.operator, case.title) != (OPERATOR, title):
        raise InputError(f"{folder} is a case of {case.operator}, not the sample; it was left alone.")


def _index(engine: Engine, recipe_folder: Path, recipe: dict[str, Any]) -> Job[Path]:
    """The index of the recipe's references; kept beside the packs, built again only when it is absent
    or not one that this program reads."""
    out = paths.home() / "indexes" / f"sample-{recipe_folder.name}"
    pack = packs.installed("vision-starter")
    try:
        read_manifest(out)
    except IndexDamaged:
        yield from engine.vision.run(
            Call(
                "theodolite.index.build:build",
                {
                    "folder": str(recipe_folder / recipe["references"]),
                    "out": str(out),
                    "pack": str(pack.path),
                },
            )
        )
    return out


def _custody(session: Session, recipe: dict[str, Any]) -> Job[None]:
    """What the case is about and who is in it, what copies cover, and pictures made from others."""
    session.set_case(
        **recipe.get("properties", {}),
        claimed_place=session.read_place(recipe["claimed_place"]),
        claimed_place_text=recipe["claimed_place"],
        claimed_time=chronology.parse_span(recipe["claimed_time"]),
    )
    for source in recipe.get("sources", []):
        session.put_source(Source("", **source))
    for person in recipe.get("people", []):
        session.put_person(Person("", **person))
    for mask in recipe.get("masks", []):
        session.add_mask(mask["exhibit"], Box(*mask["box"]), mask["kind"], mask["reason"])
    for made in recipe.get("derived", []):
        steps = [
            Step(step["operation"], tuple((name, step[name]) for name in step if name != "operation"))
            for step in made["steps"]
        ]
        yield from session.derive(made["exhibit"], steps, made["title"])


def _desk(session: Session, recipe: dict[str, Any], folder: Path) -> Job[None]:
    """What lies beside the evidence: notes, leads, filed references, searched ground, comparisons."""
    for note in recipe.get("notes", []):
        session.write_note(note["exhibit"], note["text"])
    for lead in recipe.get("leads", []):
        session.put_lead(Lead("", lead["text"], owner=lead["owner"], about=tuple(lead["about"])))
    for filed in recipe.get("filed", []):
        about, picture = tuple(filed.pop("about")), folder / filed.pop("picture")
        yield from session.file_reference(FiledReference("", about=about, **filed), picture)
    for area in recipe.get("areas", []):
        session.add_area(area["title"], area["outline"], area["cell_m"])
        made = session.state.areas[-1].id
        for state in ("searched", "unclear"):
            session.judge_cells(made, [(row, column) for row, column in area[state]], state)
    for one in recipe.get("comparisons", []):
        panes = (PaneView(f"exhibit:{one['exhibit']}", 0.25), PaneView(one["beside"], 0.25))
        session.put_comparison(Comparison("", one["exhibit"], panes, note=one["note"]))


def _tell(session: Session, recipe: dict[str, Any]) -> None:
    """The investigator's part of the recipe."""
    for clue in recipe.get("clues", []):
        session.add_clue(
            clue["exhibit"],
            clue["observation"],
            clue["inference"],
            clue["source"],
            strength=Strength(clue.get("strength", "likely")),
            box=Box(*clue["box"]) if "box" in clue else None,
            place_text=clue.get("place", ""),
            when_text=clue.get("when", ""),
        )
    for shadow in recipe.get("shadows", []):
        session.add_sun(
            shadow["exhibit"],
            sun.observe(**{name: shadow[name] for name in MEASURED if name in shadow}),
            sun.moment(shadow["time"], shadow["zone"], shadow.get("minutes", 0.0)),
            box=Box(*shadow["box"]) if "box" in shadow else None,
            note=shadow.get("note", ""),
        )
    for hint in recipe.get("hints", []):
        session.propose_hints(hint["text"], HintState(hint.get("state", "on")))
    for pin in recipe.get("pins", []):
        session.add_pin(pin["exhibit"], pin["place"], pin["label"])
    for verdict in recipe.get("verdicts", []):
        exhibit, label = verdict["exhibit"], verdict["label"]
        found = [c for c in session.ranking((exhibit,)).candidates if c.label == label]
        if not found:
            raise NotFound(f"The sample's candidate {label!r} is not in the ranking.")
        session.set_verdict(exhibit, found[0], Status(verdict["status"]), verdict["reason"])
