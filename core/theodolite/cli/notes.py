"""``note write | show | links`` and ``tag add | remove | list``."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from pathlib import Path
from typing import Any

from theodolite.cli import opened
from theodolite.cli.output import Output, Result, one_line
from theodolite.codec import to_plain
from theodolite.domain.links import Said, backlinks, known, links
from theodolite.errors import NotFound

Noun = Callable[[Any, str, str], Any]
Leaf = Callable[..., ArgumentParser]


def add_nouns(nouns: Any, noun: Noun, leaf: Leaf) -> None:
    """Both nouns with their verbs."""
    note = noun(nouns, "note", "what you noticed, about an exhibit or the whole case")
    write_leaf = leaf(note, "write", write, "write the note of an exhibit, or of the whole case")
    write_leaf.add_argument("case", type=Path, metavar="CASE")
    write_leaf.add_argument("text", metavar="TEXT", help="#1 names a mark, E1 an exhibit; '' for nothing")
    write_leaf.add_argument("--exhibit", default="", metavar="ID", help="the whole case where left out")
    show_leaf = leaf(note, "show", show, "every note with the records that it names")
    show_leaf.add_argument("case", type=Path, metavar="CASE")
    links_leaf = leaf(note, "links", spoken_of, "what speaks of a record: notes, leads, references ...")
    links_leaf.add_argument("case", type=Path, metavar="CASE")
    links_leaf.add_argument("id", metavar="ID", help="E1, C4, K2, F1, L2 ...")
    tag = noun(nouns, "tag", "tags 1 to 9 of exhibits")
    for name, run, words in (
        ("add", add_tag, "give exhibits a tag"),
        ("remove", remove_tag, "take a tag from exhibits"),
    ):
        one = leaf(tag, name, run, words)
        one.add_argument("case", type=Path, metavar="CASE")
        one.add_argument("tag", type=int, choices=range(1, 10), metavar="1-9")
        one.add_argument("exhibit", nargs="+", metavar="ID")
    list_leaf = leaf(tag, "list", list_tags, "the exhibits under each tag")
    list_leaf.add_argument("case", type=Path, metavar="CASE")


def write(options: Namespace, out: Output) -> Result:
    with opened.case(options.case) as session:
        session.write_note(options.exhibit, options.text)
        text = session.note(options.exhibit)
    about = options.exhibit or "the case"
    said = f"Note on {about} written." if text else f"Note on {about} emptied; the log keeps it."
    return Result({"exhibit": options.exhibit, "text": text}, said)


def show(options: Namespace, out: Output) -> Result:
    with opened.case(options.case, read_only=True) as session:
        state = session.state
        notes = {item.id: session.note(item.id) for item in state.exhibits}
        notes = {"": session.note(""), **notes}
    rows = [
        {
            "exhibit": exhibit,
            "text": text,
            "names": [link.target for link in links(text, state, exhibit)],
        }
        for exhibit, text in notes.items()
        if text
    ]
    lines = [f"{row['exhibit'] or 'case':5} {row['text']}" for row in rows]
    return Result(rows, "\n".join(lines) or "No notes.")


def spoken_of(options: Namespace, out: Output) -> Result:
    with opened.case(options.case, read_only=True) as session:
        state = session.state
    if options.id not in known(state):
        raise NotFound(f"There is no record {options.id} in this case.")
    found = backlinks(state).get(options.id, ())
    lines = "\n".join(map(_line, found)) or f"Nothing speaks of {options.id}."
    return Result([to_plain(one) for one in found], lines)


def _line(said: Said) -> str:
    return f"{said.where:10} {said.id or 'case':5} {one_line(said.text)}"


def add_tag(options: Namespace, out: Output) -> Result:
    return _tagged(options, lambda tags: {*tags, options.tag})


def remove_tag(options: Namespace, out: Output) -> Result:
    return _tagged(options, lambda tags: {*tags} - {options.tag})


def _tagged(options: Namespace, change: Callable[[tuple[int, ...]], set[int]]) -> Result:
    with opened.case(options.case) as session:
        items = [session.exhibit(name) for name in options.exhibit]
        for item in items:
            if (tags := tuple(sorted(change(item.tags)))) != item.tags:
                session.set_tags(item.id, tags)
        rows = {name: list(session.exhibit(name).tags) for name in options.exhibit}
    return Result(rows, "\n".join(f"{name:5} {_numbers(tags)}" for name, tags in rows.items()))


def list_tags(options: Namespace, out: Output) -> Result:
    with opened.case(options.case, read_only=True) as session:
        exhibits = session.state.exhibits
    rows = {tag: [item.id for item in exhibits if tag in item.tags] for tag in range(1, 10)}
    lines = [f"{tag}  {' '.join(names)}" for tag, names in rows.items() if names]
    return Result({str(tag): names for tag, names in rows.items()}, "\n".join(lines) or "No tags.")


def _numbers(tags: list[int]) -> str:
    return " ".join(map(str, tags)) or "no tags"
