"""``case passphrase``: another passphrase for an encrypted case."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from theodolite.cli import opened, passphrases
from theodolite.cli.output import Output, Result
from theodolite.errors import InputError
from theodolite.store import is_encrypted


def add_arguments(parser: ArgumentParser) -> None:
    """``--passphrase-file`` is the one that opens the case now."""
    parser.add_argument("case", type=Path, metavar="CASE")
    parser.add_argument("--new-file", type=Path, metavar="FILE", help="a file with the new passphrase")


def passphrase(options: Namespace, out: Output) -> Result:
    folder = opened.chosen(options.case)
    if not is_encrypted(folder):
        raise InputError(
            f"{folder} is not encrypted. That is chosen when a case is made: case new --encrypt."
        )
    old = passphrases.of(folder) or ""
    new = passphrases.read(options.new_file) if options.new_file else passphrases.typed("New passphrase")
    with opened.engine() as engine:
        session = engine.open_case(folder, passphrase=old)
        try:
            session.change_passphrase(old, new)
        finally:
            session.close()
    text = f"The passphrase of {folder} is changed. Copies made before still open with the old one."
    return Result({"case": str(folder)}, text)
