"""``theodolite``: the engine without a screen.

Every command takes ``--json`` and then prints one document ``{ok, error, data}`` on standard output, with
progress on standard error. Exit code 0: done; 1: a named problem; 2: wrong usage; 130: stopped by Ctrl+C.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence

from theodolite import offline
from theodolite.cli import arguments, output, passphrases
from theodolite.errors import StorageFailed, TheodoliteError

#: What begins like an option and is a southern coordinate, a western offset or a number.
_MINUS = re.compile(r"-\.?\d[\d.,;:/°′″'\"NSEWnsew\s+-]*")


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    words = values(sys.argv[1:] if argv is None else argv)
    offline.install("command line")
    output.open_streams()
    try:
        options = arguments.parser().parse_args(words)
    except arguments.Usage as error:
        return output.Output(as_json="--json" in words).usage(str(error))
    out = output.Output(as_json=options.json)
    try:
        with passphrases.from_file(getattr(options, "passphrase_file", None)):
            return out.finish(options.run(options, out))
    except TheodoliteError as error:
        return out.fail(error)
    except OSError as error:
        return out.fail(StorageFailed(f"{error.filename or 'A file'}: {error.strerror or error}."))
    except KeyboardInterrupt:
        return out.interrupted()
    except Exception as error:  # a mistake of ours: named like any other problem, never a traceback
        return out.unexpected(error)


def values(words: Sequence[str]) -> list[str]:
    """The words with a space before each that is a value although it begins with a minus.

    argparse knows -33.9 as a number, but takes "-33.9,151.2" and "-05:00" for options unless they hold a
    space. What follows "--" stays as it is.
    """
    end = words.index("--") if "--" in words else len(words)
    given = [f" {word}" if _MINUS.fullmatch(word) else word for word in words[:end]]
    return [*given, *words[end:]]
