"""A fit on disk: one JSON file, written whole or not at all."""

from __future__ import annotations

import json
import os
from pathlib import Path

from theodolite import paths
from theodolite.codec import from_plain, to_plain
from theodolite.errors import InputError
from theodolite.evaluate.fitting import Fit
from theodolite.locate.parameters import DEFAULT, Parameters

SCHEMA = 1


def path_in_use() -> Path:
    """Where the fit that rankings use is kept, if there is one."""
    return paths.home() / "fit.json"


def in_use(support_sha256: str) -> Parameters:
    """The numbers rankings are made with: of the fit in use, the defaults where there is none.

    A fit made over another support, or not accepted, is left aside; a damaged one raises InputError.
    """
    if not path_in_use().is_file():
        return DEFAULT
    fit = load(path_in_use())
    return fit.parameters if fit.accepted and fit.support_sha256 == support_sha256 else DEFAULT


def save(fit: Fit, path: Path) -> None:
    """Write ``fit`` to ``path``, beside first and then renamed."""
    beside = path.with_name(f".{path.name}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with beside.open("w", encoding="utf-8") as stream:
            json.dump({"schema": SCHEMA, "fit": to_plain(fit)}, stream, indent=1)
            stream.flush()
            os.fsync(stream.fileno())
        beside.replace(path)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise InputError(f"The fit could not be written to {path} ({error.strerror}).") from error


def load(path: Path) -> Fit:
    """The fit at ``path``; InputError when it is missing, damaged or foreign."""
    try:
        plain = json.loads(path.read_text(encoding="utf-8"))
        if plain["schema"] != SCHEMA:
            raise InputError(f"{path} is a fit of another schema ({plain['schema']}).")
        return from_plain(Fit, plain["fit"])
    except OSError as error:
        raise InputError(f"There is no fit at {path} ({error.strerror}).") from error
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise InputError(f"{path} is no fit, or damaged.") from error
