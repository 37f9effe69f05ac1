"""The texts of the window for its translators: finds them, keeps the files of Qt Linguist, reports gaps.

    strings.py                     bring resources/languages/*.ts up to date with the source
    strings.py --check             fail where a file is behind the source or a translation is wrong
    strings.py --bare [FILE ...]   texts in the source that a person seems to read and nobody translates
    strings.py --missing de        what has no translation yet, as JSON: [{"source", "forms", "translation"}]
    strings.py --put de FILE       take such a list, its "translation" filled in, into the language's file

"forms" is the number of counted forms (0: the text does not count); a counted "translation" is their list.
A text is the literal first argument of tr, trn or mark, or stands in the table of commands, or is one of the
closed sets of words of the engine. Messages keep no line numbers, so that moving code changes no file.
"""

from __future__ import annotations

import argparse
import ast
import json
import re
import string
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree
from xml.sax.saxutils import escape

ROOT = Path(__file__).resolve().parents[1]
DESKTOP = ROOT / "desktop" / "theodolite_desktop"
LANGUAGES = ROOT / "resources" / "languages"
NAMES = {"de": "Deutsch", "ar": "العربية"}
WRAPPERS = ("tr", "trn", "mark")


@dataclass
class Text:
    """``one``: the English for a count of one, where it differs. ``files``: where it stands."""

    source: str
    counts: bool = False
    one: str = ""
    files: list[str] = field(default_factory=list)


class Wrong(Exception):
    """A text that cannot be translated as it is written, or a translation that cannot be shown."""


# --- the source ---------------------------------------------------------------------------------------------


def texts() -> dict[str, Text]:
    """Every text to be translated, sorted by where it first stands, then as written there."""
    found: dict[str, Text] = {}

    def add(source: str, file: Path, *, counts: bool = False, one: str = "") -> None:
        text = found.setdefault(source, Text(source, counts, one))
        if text.counts != counts:
            raise Wrong(f"{file.name}: {source!r} counts in one place and not in another.")
        name = file.relative_to(ROOT).as_posix()
        if name not in text.files:
            text.files.append(name)

    for file in sorted(DESKTOP.rglob("*.py")):
        for call in _calls(file):
            name = _name(call.func)
            one = next((_literal(k.value) or "" for k in call.keywords if k.arg == "one"), "")
            source = _literal(call.args[0]) if call.args else None
            if source is None:
                if not _is_variable(call):
                    raise Wrong(f"{file.name}:{call.lineno}: the text of {name}() is not a literal.")
                continue
            add(source, file, counts=name == "trn", one=one if name == "trn" else "")
    for source, file in (*_commands(), *_vocabulary()):
        add(source, file)
    return found


def _calls(file: Path) -> Iterator[ast.Call]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and _name(node.func) in WRAPPERS and file.name != "language.py":
            yield node


def _name(node: ast.expr) -> str:
    return node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""


def _literal(node: ast.expr) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def _is_variable(call: ast.Call) -> bool:
    """``tr(CONSTANT)``, ``tr(row.name)`` or ``tr(WORDS[key])``: marked where it was made."""
    return bool(call.args) and isinstance(
        call.args[0], ast.Name | ast.Attribute | ast.Subscript | ast.Call | ast.IfExp
    )


def _commands() -> Iterator[tuple[str, Path]]:
    """The table of commands and the menus, read from the values themselves."""
    sys.path[:0] = [str(ROOT / "desktop"), str(ROOT / "core")]
    from theodolite_desktop import actions

    for command in actions.COMMANDS:
        yield command.text, DESKTOP / "actions.py"
    for menu in actions.MENUS:
        yield menu, DESKTOP / "actions.py"


def _vocabulary() -> Iterator[tuple[str, Path]]:
    """Words that the engine chooses from a closed set and the window shows: ``tr(status.value)``."""
    from theodolite import domain, likelihood
    from theodolite.geo import carrying
    from theodolite.report.choices import SECTIONS

    core = ROOT / "core" / "theodolite"
    for kind in (domain.Strength, domain.Status, domain.HintState):
        yield from ((one.value, core / "domain" / "scales.py") for one in kind)
    yield from ((title, core / "domain" / "sources.py") for title in domain.CLUE_SOURCES.values())
    yield from ((word, core / "likelihood.py") for _, word in likelihood.SCALE)
    yield from ((title, core / "report" / "choices.py") for title in SECTIONS.values())
    yield from ((text, core / "geo" / "carrying.py") for text, _ in carrying.WANTED)
    yield from (
        (text, core / "geo" / "carrying.py") for text in dict.fromkeys(one.shows for one in carrying.SERVICES)
    )


# --- texts that nobody translates ---------------------------------------------------------------------------

SILENT = re.compile(
    r"(Error|Wrong|Refused|Failed|error|raise|getLogger|debug|info|warning|exception|objectName|setObjectName|"
    r"compile|sub|match|Signal|add_argument|ArgumentParser|getattr|setattr|setProperty|property|TypeVar|"
    r"setStyleSheet|connect|setValue|value|cast|noqa)$"
)
PROSE = re.compile(r"[A-Za-zÀ-ÿ]{2,}[,.:;…?!]*\s+[A-Za-zÀ-ÿ(\"“{]|^[A-Z][a-z]{2,}[a-z ]*[….:?]?$|[a-z][.…?]$")


def bare(file: Path) -> Iterator[tuple[int, str]]:
    """(line, text) of literals that look like prose and are not wrapped, raised, logged or docstrings."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    skip: set[ast.AST] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            skip.add(node.value)  # docstrings, of variables too
        elif isinstance(node, ast.Raise | ast.Assert):
            skip.update(ast.walk(node))
        elif isinstance(node, ast.Call) and (
            _name(node.func) in (*WRAPPERS, "Command") or SILENT.search(_name(node.func))
        ):
            for part in (*node.args, *(k.value for k in node.keywords)):
                skip.update(x for x in ast.walk(part) if isinstance(x, ast.Constant | ast.JoinedStr))
        elif isinstance(node, ast.AnnAssign | ast.arg) and node.annotation is not None:
            skip.update(ast.walk(node.annotation))
        elif isinstance(node, ast.FunctionDef) and node.returns is not None:
            skip.update(ast.walk(node.returns))
    inner = {part for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
    for node in ast.walk(tree):
        if node in skip or node in inner:
            continue
        text = _literal(node) if isinstance(node, ast.Constant) else None
        if isinstance(node, ast.JoinedStr):
            text = "".join(p.value if isinstance(p, ast.Constant) else "{}" for p in node.values)
        if text and PROSE.search(text) and not text.startswith(("@", "#", "--", "<")):
            yield node.lineno, text


# --- files of Qt Linguist -----------------------------------------------------------------------------------


def load(code: str) -> dict[str, list[str]]:
    """What a language's file has, by source; empty texts are unfinished."""
    file = path(code)
    if not file.exists():
        return {}
    found = {}
    for message in ElementTree.parse(file).iter("message"):
        translation = message.find("translation")
        if translation is None or translation.get("type") in ("vanished", "obsolete"):
            continue
        told = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
        found[message.findtext("source", "")] = told
    return found


def path(code: str) -> Path:
    return LANGUAGES / f"theodolite_{code}.ts"


def head(code: str) -> tuple[str, str]:
    """The language's own name, and whether a second person has read the whole file ("yes" or "no")."""
    root = ElementTree.parse(path(code)).getroot() if path(code).exists() else None
    name = root.findtext("extra-name") if root is not None else None
    reviewed = root.findtext("extra-reviewed") if root is not None else None
    return name or NAMES.get(code, code), reviewed or "no"


def rendered(code: str, found: dict[str, Text], told: dict[str, list[str]]) -> str:
    """The file of a language, texts in the order of the source; what has left the source leaves the file."""
    name, reviewed = head(code)
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        "<!DOCTYPE TS>",
        f'<TS version="2.1" language="{code}" sourcelanguage="en">',
        f"<extra-name>{escape(name)}</extra-name>",
        f"<extra-reviewed>{reviewed}</extra-reviewed>",
        "<context>",
        "    <name>Theodolite</name>",
    ]
    for text in found.values():
        done = told.get(text.source, [])
        if text.counts:
            done = (done + [""] * _forms(code))[: _forms(code)]
            inner = "".join(f"<numerusform>{escape(one)}</numerusform>" for one in done)
        else:
            done = done[:1]
            inner = escape(done[0]) if done else ""
        lines += ['    <message numerus="yes">' if text.counts else "    <message>"]
        lines += [f'        <location filename="../../{file}"/>' for file in text.files]
        lines += [f"        <source>{escape(text.source)}</source>"]
        unfinished = "" if done and all(done) else ' type="unfinished"'
        lines += [f"        <translation{unfinished}>{inner}</translation>", "    </message>"]
    return "\n".join([*lines, "</context>", "</TS>", ""])


def _forms(code: str) -> int:
    sys.path[:0] = [str(ROOT / "desktop"), str(ROOT / "core")]
    from theodolite_desktop.translators import forms

    return forms(code)


def wrong(text: Text, told: list[str]) -> str:
    """What keeps a translation from being shown, or ''."""
    for one in told:
        if not one:
            continue
        if _placeholders(one) != _placeholders(text.source):
            return f"{text.source!r} -> {one!r}: the placeholders differ."
        if "%n" in one and not text.counts:
            return f"{text.source!r} -> {one!r}: it does not count."
    return ""


def _placeholders(text: str) -> set[str]:
    if "{" not in text and "}" not in text:
        return set()
    try:
        return {f"{name}:{spec}" for _, name, spec, _ in string.Formatter().parse(text) if name is not None}
    except ValueError:
        return {"unbalanced braces"}


def missing(code: str) -> list[dict[str, object]]:
    """Texts of the language that have no translation, or a wrong one."""
    told = load(code)
    out: list[dict[str, object]] = []
    for text in texts().values():
        done = told.get(text.source, [])
        if not done or not all(done) or wrong(text, done):
            forms = _forms(code) if text.counts else 0
            entry: dict[str, object] = {"source": text.source, "forms": forms, "translation": ""}
            out.append(entry | ({"one": text.one, "translation": [""] * forms} if text.counts else {}))
    return out


def put(code: str, file: Path) -> int:
    """Take the translations of ``file`` in; their number. Wrong ones are named and left out."""
    found, told, taken = texts(), load(code), 0
    for entry in json.loads(file.read_text(encoding="utf-8")):
        done = entry["translation"]
        done = done if isinstance(done, list) else [done]
        text = found.get(entry["source"])
        if text is None or not all(done):
            continue
        if text.counts and len(done) != _forms(code):
            print(f"{text.source!r} needs {_forms(code)} forms.", file=sys.stderr)
        elif problem := wrong(text, done):
            print(problem, file=sys.stderr)
        else:
            told[text.source] = done
            taken += 1
    path(code).write_text(rendered(code, found, told), encoding="utf-8")
    return taken


def update() -> None:
    """Bring every file up to date; translations of texts that are still there stay."""
    LANGUAGES.mkdir(parents=True, exist_ok=True)
    found = texts()
    for code in sorted({*NAMES, *(f.stem.removeprefix("theodolite_") for f in LANGUAGES.glob("*.ts"))}):
        path(code).write_text(rendered(code, found, load(code)), encoding="utf-8")


def check() -> list[str]:
    """What is wrong: files behind the source, translations that cannot be shown, no singular."""
    found, problems = texts(), []
    for text in found.values():
        if text.counts and not text.one:
            problems.append(f"{text.files[0]}: trn({text.source!r}) has no one=.")
    for file in sorted(LANGUAGES.glob("theodolite_*.ts")):
        code = file.stem.removeprefix("theodolite_")
        told = load(code)
        if set(told) != set(found):
            problems.append(f"{file.name} is behind the source: run packaging/strings.py.")
        problems += [p for s, done in told.items() if s in found and (p := wrong(found[s], done))]
    return problems


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--bare", nargs="*", type=Path, metavar="FILE")
    parser.add_argument("--missing", metavar="CODE")
    parser.add_argument("--put", nargs=2, metavar=("CODE", "FILE"))
    options = parser.parse_args()
    try:
        if options.bare is not None:
            for file in options.bare or sorted(DESKTOP.rglob("*.py")):
                for line, text in bare(file):
                    print(f"{file}:{line}: {text!r}")
        elif options.missing:
            print(json.dumps(missing(options.missing), ensure_ascii=False, indent=1))
        elif options.put:
            print(f"{put(options.put[0], Path(options.put[1]))} taken.")
        elif options.check:
            problems = check()
            print("\n".join(problems) or "Every text has its place in every file.")
            return 1 if problems else 0
        else:
            update()
    except Wrong as problem:
        print(problem, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
