"""``theodolite``: the engine without a screen.

Every command takes ``--json`` and then prints one document ``{ok, error, data}`` on standard output, with
progress on standard error. Exit code 0: done; 1: a named problem; 2: wrong usage; 130: stopped by Ctrl+C.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

from theodolite import offline
from theodolite.cli import arguments, output
from theodolite.errors import StorageFailed, TheodoliteError


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    words = list(sys.argv[1:] if argv is None else argv)
    offline.install("command line")
    output.open_streams()
    try:
        options = arguments.parser().parse_args(words)
    except arguments.Usage as error:
        return output.Output(as_json="--json" in words).usage(str(error))
    out = output.Output(as_json=options.json)
    try:
        return out.finish(options.run(options, out))
    except TheodoliteError as error:
        return out.fail(error)
    except OSError as error:
        return out.fail(StorageFailed(f"{error.filename or 'A file'}: {error.strerror or error}."))
    except KeyboardInterrupt:
        return out.interrupted()
    except Exception as error:  # a mistake of ours: named like any other problem, never a traceback
        return out.unexpected(error)
