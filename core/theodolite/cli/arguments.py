"""The shape of the command line. Others script against it: additions only."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn

from theodolite import __version__
from theodolite.cli import (
    align,
    areas,
    assistant,
    bundle,
    carry,
    cases,
    cells,
    clues,
    coords,
    dataset,
    destruction,
    encryption,
    evaluation,
    find,
    fits,
    indexes,
    leads,
    machine,
    marks,
    mggeo,
    notes,
    packages,
    pictures,
    places,
    references,
    replay,
    reports,
    review,
    sun,
    together,
    training,
    trust,
    tuning,
)
from theodolite.cli.output import Output, Result
from theodolite.domain import CLUE_SOURCES, Strength

Run = Callable[[argparse.Namespace, Output], Result]


class Usage(Exception):
    """The words on the command line do not fit; the text says how they should."""


class _Parser(argparse.ArgumentParser):
    def add_argument(self, *names: Any, **settings: Any) -> argparse.Action:
        """A command on a case can be given the passphrase of an encrypted one."""
        added = super().add_argument(*names, **settings)
        if names == ("case",):
            super().add_argument(
                "--passphrase-file", type=_path, metavar="FILE", help="a file with the passphrase of the case"
            )
        return added

    def error(self, message: str) -> NoReturn:
        raise Usage(f"{message}\n{self.format_usage().strip()}")


def _path(text: str) -> Path:
    if not text:
        raise argparse.ArgumentTypeError("a path is empty")
    return Path(text)


def parser() -> argparse.ArgumentParser:
    """The whole grammar, every leaf with its ``run``."""
    root = _Parser(
        prog="theodolite", description="Find out where a photograph was taken, offline, and show how."
    )
    root.add_argument("--version", action="version", version=f"theodolite {__version__}")
    nouns = root.add_subparsers(metavar="COMMAND", required=True)
    _cases(nouns)
    _trust(nouns)
    _pictures(nouns)
    _bundles(nouns)
    _places(nouns)
    _clues(nouns)
    notes.add_nouns(nouns, _noun, _leaf)
    leads.add_noun(nouns, _noun, _leaf)
    references.add_noun(nouns, _noun, _leaf)
    areas.add_noun(nouns, _noun, _leaf)
    carry.add_noun(nouns, _noun, _leaf)
    _sun(nouns)
    coords.add_arguments(_leaf(nouns, "coords", coords.coords, "a place in every format"))
    _indexes(nouns)
    _models(nouns)
    _assistant(nouns)
    _fits(nouns)
    _packs(nouns)
    _leaf(nouns, "doctor", machine.doctor, "what this machine can do")
    sample = _noun(nouns, "sample", "the sample case")
    build = _leaf(sample, "build", machine.sample_build, "draw the sample exhibits and build the case")
    build.add_argument("folder", type=_path, metavar="CASE")
    build.add_argument("--fresh", action="store_true", help="replace a sample case that is there")
    return root


def _noun(nouns: Any, name: str, text: str) -> Any:
    return nouns.add_parser(name, help=text, description=text).add_subparsers(metavar="VERB", required=True)


def _leaf(verbs: Any, name: str, run: Run, text: str) -> argparse.ArgumentParser:
    leaf: argparse.ArgumentParser = verbs.add_parser(name, help=text, description=text)
    leaf.add_argument("--json", action="store_true", help="print one JSON document {ok, error, data}")
    leaf.set_defaults(run=run)
    return leaf


def _cases(nouns: Any) -> None:
    case = _noun(nouns, "case", "make, fill and show cases")
    new = _leaf(case, "new", cases.new, "make a case folder")
    new.add_argument("case", type=_path, metavar="CASE")
    new.add_argument("--question", default="", metavar="TEXT")
    new.add_argument("--title", default="", metavar="TEXT")
    new.add_argument("--claim", default="", metavar="TEXT", help="what somebody says about where and when")
    new.add_argument("--claim-source", default="", metavar="CODE", help="a code such as S1, never a name")
    new.add_argument("--operator", default=None, metavar="NAME")
    new.add_argument("--encrypt", action="store_true", help="encrypt the whole case under a passphrase")
    change = _leaf(case, "passphrase", encryption.passphrase, "change the passphrase of an encrypted case")
    encryption.add_arguments(change)
    add = _leaf(case, "add", cases.add, "take files or folders into custody")
    add.add_argument("case", type=_path, metavar="CASE")
    add.add_argument("files", type=_path, nargs="+", metavar="FILE")
    destroy = _leaf(case, "destroy", destruction.run, "destroy an exhibit for ever, with a tombstone")
    destruction.add_arguments(destroy)
    show = _leaf(case, "show", cases.show, "what a case holds")
    show.add_argument("case", type=_path, metavar="CASE")
    use = _leaf(case, "use-index", cases.use_index, "let a case search an index")
    use.add_argument("case", type=_path, metavar="CASE")
    use.add_argument("index", type=_path, metavar="INDEX")
    bundle.add_merge(_leaf(case, "merge", bundle.merge, "bring in what was done in another copy of a case"))
    bundle.add_conflicts(_leaf(case, "conflicts", bundle.conflicts, "what merges left open"))
    bundle.add_resolve(_leaf(case, "resolve", bundle.resolve, "decide what a merge left open"))
    relations = _leaf(case, "relations", together.relations, "how the exhibits of a case relate")
    relations.add_argument("case", type=_path, metavar="CASE")
    when = _leaf(case, "when", together.when, "when the exhibits were taken, as far as their clues say")
    when.add_argument("case", type=_path, metavar="CASE")
    when.add_argument("--exhibit", action="append", default=[], metavar="ID")
    verify = _leaf(nouns, "verify", cases.verify, "recompute every hash of a case or bundle")
    verify.add_argument("case", type=_path, metavar="CASE")
    verify.add_argument("--head", default="", metavar="HASH", help="the log head printed in a report")
    find.add_arguments(_leaf(nouns, "find", find.find, "where in a case something is written"))
    reports.add_arguments(_leaf(nouns, "report", reports.run, "write the report of a case"))


def _trust(nouns: Any) -> None:
    key = _noun(nouns, "key", "keys that examiners sign with")
    trust.add_make(_leaf(key, "make", trust.make, "make a key for a person"))
    _leaf(key, "list", trust.list_keys, "the keys on this machine")
    trust.add_passphrase(_leaf(key, "passphrase", trust.change_passphrase, "change a key's passphrase"))
    trust.add_remove(_leaf(key, "remove", trust.remove, "forget a key"))
    trust.add_sign(_leaf(nouns, "sign", trust.sign, "sign the log of a case"))
    stamp = _noun(nouns, "stamp", "time stamps over the log, made on another machine")
    trust.add_request(_leaf(stamp, "request", trust.request, "write what to have stamped"))
    trust.add_import(_leaf(stamp, "import", trust.import_stamp, "check an answer and take it into the case"))
    trust.add_trust(_leaf(nouns, "trust", trust.trust, "signatures, time stamps and clocks of a case"))
    second = _noun(nouns, "review", "the second examiner, who does not see the first verdict")
    review.add_begin(_leaf(second, "begin", review.begin, "from now on show no verdict"))
    review.add_give(_leaf(second, "give", review.give, "put the second examiner's answer on record"))
    review.add_end(_leaf(second, "end", review.end, "show everything again"))
    review.add_show(_leaf(second, "show", review.show, "the reviews, and where everybody agrees"))


def _bundles(nouns: Any) -> None:
    noun = _noun(nouns, "bundle", "a case as a folder that a stranger can check")
    bundle.add_export(_leaf(noun, "export", bundle.export, "write a case as a bundle"))
    bundle.add_import(_leaf(noun, "import", bundle.import_, "make a case of a bundle"))
    text = "run the recorded steps of a bundle again and compare every number"
    replay.add_arguments(_leaf(nouns, "replay", replay.run, text))


def _pictures(nouns: Any) -> None:
    picture = _noun(nouns, "picture", "pictures made from exhibits by recipes")
    pictures.add_derive(_leaf(picture, "derive", pictures.derive, "make one and put its recipe on record"))
    pictures.add_case(_leaf(picture, "list", pictures.list_pictures, "derived pictures and their recipes"))
    pictures.add_check(_leaf(picture, "check", pictures.check, "make them again and compare the hashes"))
    pictures.add_export(_leaf(picture, "export", pictures.export, "write one as PNG"))
    cover = _noun(nouns, "cover", "regions that no copy shows")
    pictures.add_cover(_leaf(cover, "add", pictures.cover, "cover a region in copies"))
    pictures.add_case(_leaf(cover, "list", pictures.list_covers, "what copies cover, and why"))
    pictures.add_exhibit(_leaf(cover, "propose", pictures.propose, "look for faces and written plates"))
    pictures.add_id(_leaf(cover, "keep", pictures.keep, "confirm a region that was proposed"))
    pictures.add_id(_leaf(cover, "remove", pictures.remove, "show a region in copies again"))
    pictures.add_copy(_leaf(cover, "copy", pictures.copy, "write a picture with its regions covered"))


def _places(nouns: Any) -> None:
    locate = _leaf(nouns, "locate", places.locate, "rank the places of the world for a case")
    locate.add_argument("case", type=_path, metavar="CASE")
    locate.add_argument("--exhibit", action="append", default=[], metavar="ID")
    locate.add_argument("--strategy", default="fusion", metavar="NAME", help="see: theodolite strategies")
    locate.add_argument(
        "--set", action="append", default=[], metavar="NAME=VALUE", help="a setting of the strategy"
    )
    listed = _leaf(
        nouns, "strategies", places.strategies, "the strategies, and what those that cannot run need"
    )
    listed.add_argument("case", type=_path, nargs="?", metavar="CASE", help="with the indexes of this case")
    hint = _noun(nouns, "hint", "say what you know")
    add = _leaf(hint, "add", places.hint_add, "add a hint, for example 'in Italy, likely'")
    add.add_argument("case", type=_path, metavar="CASE")
    add.add_argument("text", metavar="TEXT")
    remove = _leaf(hint, "remove", places.hint_remove, "remove a hint")
    remove.add_argument("case", type=_path, metavar="CASE")
    remove.add_argument("id", metavar="ID")


def _sun(nouns: Any) -> None:
    noun = _noun(nouns, "sun", "what the sun says about place and time")
    sun.add_at(_leaf(noun, "at", sun.at, "where the sun stands at a place and time"))
    sun.add_band(_leaf(noun, "band", sun.band, "the places where the sun stood as measured"))
    sun.add_times(_leaf(noun, "times", sun.times, "when the sun stood as measured at a place"))
    sun.add_meet(_leaf(noun, "meet", sun.meet, "where the bands of several times meet"))


def _clues(nouns: Any) -> None:
    clue = _noun(nouns, "clue", "what the exhibits say")
    shown = _leaf(clue, "list", clues.list_clues, "read the exhibits and list their clues")
    shown.add_argument("case", type=_path, metavar="CASE")
    shown.add_argument("--exhibit", action="append", default=[], metavar="ID")
    shown.add_argument("--source", choices=tuple(CLUE_SOURCES), metavar="NAME", help="only this source")
    shown.add_argument("--all", action="store_true", help="also what was not found, with the reason")
    add = _leaf(clue, "add", clues.add, "add what you observed yourself")
    add.add_argument("case", type=_path, metavar="CASE")
    add.add_argument("--exhibit", required=True, metavar="ID")
    add.add_argument("--observation", required=True, metavar="TEXT", help="what is seen")
    add.add_argument("--inference", default="", metavar="TEXT", help="what it suggests")
    add.add_argument("--origin", required=True, metavar="TEXT", help="what the inference rests on")
    add.add_argument("--place", default="", metavar="TEXT", help="a place or coordinate, to let it count")
    add.add_argument("--strength", choices=[s.value for s in Strength], default=Strength.LIKELY.value)
    add.add_argument("--against", action="store_true", help="it speaks against that place")
    add.add_argument("--when", default="", metavar="TEXT", help="what it says about the time: 'before 2015'")
    marks.add_region(add)
    marks.add_mark(_leaf(clue, "mark", marks.mark, "draw the mark of one of your clues"))
    marks.add_unmark(_leaf(clue, "unmark", marks.unmark, "take such a mark off the picture"))
    marks.add_horizon(_leaf(clue, "horizon", marks.horizon, "record the horizon of an exhibit"))
    correct = _leaf(clue, "correct", clues.correct, "write what a line of writing really says")
    correct.add_argument("case", type=_path, metavar="CASE")
    correct.add_argument("id", metavar="ID")
    correct.add_argument("text", metavar="TEXT")
    reject = _leaf(clue, "reject", clues.reject, "reject a clue, with the reason; it stays on record")
    reject.add_argument("case", type=_path, metavar="CASE")
    reject.add_argument("id", metavar="ID")
    reject.add_argument("--reason", required=True, metavar="TEXT")
    source = _leaf(clue, "source", clues.source, "switch or weigh a clue source in a case, or list them")
    source.add_argument("case", type=_path, metavar="CASE")
    source.add_argument("name", nargs="?", choices=tuple(CLUE_SOURCES), metavar="NAME")
    source.add_argument("--switch", choices=("on", "off"))
    source.add_argument("--weight", type=float, metavar="W", help="0 to 1")


def _indexes(nouns: Any) -> None:
    index = _noun(nouns, "index", "references: geotagged photographs to compare with")
    indexes.add_build(_leaf(index, "build", indexes.build, "make an index of photographs or embeddings"))
    indexes.add_append(_leaf(index, "append", indexes.append, "add photographs or embeddings to an index"))
    indexes.add_remove(_leaf(index, "remove", indexes.remove, "take references out of an index"))
    indexes.add_folder(_leaf(index, "compact", indexes.compact, "write an index without what was removed"))
    indexes.add_folder(_leaf(index, "info", indexes.info, "what an index holds and how it was made"))
    indexes.add_folder(_leaf(index, "verify", indexes.verify, "compare every byte with its checksum"))
    indexes.add_search(_leaf(index, "search", indexes.search, "find photographs that resemble an image"))


def _models(nouns: Any) -> None:
    """Own models and tables, and how well strategies do."""
    aligner = _noun(nouns, "align", "geo-aligned models: train one, bring published ones")
    training.add_train(_leaf(aligner, "train", training.train, "train on a table of photographs"))
    training.add_export(_leaf(aligner, "export", training.export, "make a pack of what was trained"))
    align.add_import(_leaf(aligner, "import", align.run_import, "install published weights as a pack"))
    geocells = _noun(nouns, "cells", "geocells: partitions of the globe and a classifier over them")
    cells.add_build(_leaf(geocells, "build", cells.build, "cut the globe into cells"))
    cells.add_train(_leaf(geocells, "train", cells.train, "train a classifier over cells"))
    cells.add_export(_leaf(geocells, "export", cells.export, "make a pack of what was trained"))
    tables = _noun(nouns, "dataset", "tables of places and photographs")
    dataset.add_mp16_pro(_leaf(tables, "mp16-pro", dataset.mp16_pro, "add names of places to coordinates"))
    mggeo.add_arguments(
        _leaf(tables, "mg-geo", mggeo.run, "places, clues and dialogues from geotagged images")
    )
    text = "run strategies on photographs whose place is known, beside the published rows"
    evaluation.add_arguments(_leaf(nouns, "evaluate", evaluation.run, text))


def _assistant(nouns: Any) -> None:
    noun = _noun(nouns, "assistant", "the local language model")
    for name, run, add, text in (
        ("models", assistant.models, assistant.add_models, "the language models, and which fit this machine"),
        ("use", assistant.use, assistant.add_use, "ask this model from now on"),
        ("ask", assistant.ask, assistant.add_ask, "a question; the records answer first, then the model"),
        ("perceive", assistant.perceive, assistant.add_look, "let a model that sees name the place"),
        ("observe", assistant.observe, assistant.add_look, "let a model that sees name clues"),
        ("read-hint", assistant.read_hint, assistant.add_read_hint, "let the model read a hint"),
        ("suggest", assistant.suggest, assistant.add_suggest, "what to look for next, and why"),
        ("replay", assistant.replay, assistant.add_replay, "ask again exactly as on record, and compare"),
        ("tune", tuning.run, tuning.add_arguments, "a LoRA adapter of a language model, from dialogues"),
    ):
        add(_leaf(noun, name, run, text))


def _fits(nouns: Any) -> None:
    fit = _noun(nouns, "fit", "fit the ranking to photographs whose place is known")
    build = _leaf(fit, "build", fits.build, "fit to a folder of geotagged photographs")
    build.add_argument("folder", type=_path, metavar="FOLDER")
    build.add_argument("--out", type=_path, required=True, metavar="FILE")
    show = _leaf(fit, "show", fits.show, "what a fit found, what it refused, and its held-out score")
    show.add_argument("file", type=_path, nargs="?", metavar="FILE")
    use = _leaf(fit, "use", fits.use, "rank with an accepted fit from now on")
    use.add_argument("file", type=_path, metavar="FILE")
    _leaf(fit, "drop", fits.drop, "rank with the defaults again")


def _packs(nouns: Any) -> None:
    pack = _noun(nouns, "packs", "installable offline data")
    _leaf(pack, "list", packages.list_packs, "packs of the lock and their state")
    fetch = _leaf(pack, "fetch", packages.fetch, "fetch packs: the only command that uses a network")
    fetch.add_argument("names", nargs="*", metavar="NAME")
    fetch.add_argument("--starter", action="store_true", help="all starter packs that are missing")
    packages.add_import(
        _leaf(pack, "import", packages.import_pack, "install a pack, or a model, from a file")
    )
    export = _leaf(pack, "export", packages.export, "write an installed pack as one file for a drive")
    export.add_argument("name", metavar="NAME")
    export.add_argument("--out", type=_path, required=True, metavar="FOLDER")
    verify = _leaf(pack, "verify", packages.verify, "recompute the hashes of installed packs")
    verify.add_argument("names", nargs="*", metavar="NAME")
