"""Printing the report: a PDF is written first, then handed to a printer that this computer already knows.

Printers are asked for at the print service's own socket, which names the queues set up on this computer.
Nothing is looked for on a network, and Qt's own printing, which would, is not used. What the service does
with the sheet is the service's: a queue may stand for a printer elsewhere in the house.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

from theodolite.errors import InputError
from theodolite.jobs import Job, Progress
from theodolite_desktop.desk import Desk
from theodolite_desktop.language import tr
from theodolite_desktop.operations.report import Written, write
from theodolite_desktop.report_draft import Draft

SOCKETS = (Path("/run/cups/cups.sock"), Path("/var/run/cups/cups.sock"))
ASK_S, SEND_S = 5, 60


def service() -> Path | None:
    """The socket of the print service of this computer."""
    return next((path for path in SOCKETS if path.is_socket()), None)


def queues(*, desk: Desk) -> tuple[str, ...]:
    """Printers set up on this computer; none where there is no print service or it does not answer."""
    del desk
    socket, ask = service(), shutil.which("lpstat")
    if socket is None or ask is None:
        return ()
    try:
        said = _run([ask, "-a"], socket, ASK_S)
    except (OSError, subprocess.SubprocessError):
        return ()
    return tuple(line.split()[0] for line in said.stdout.splitlines() if line.strip())


def print_report(*, desk: Desk, out: Path, draft: Draft, queue: str) -> Job[tuple[Written, ...]]:
    """Write the report as PDF into ``out``, and hand that file to ``queue`` ('' : to nobody)."""
    files = yield from write(desk=desk, out=out, draft=replace(draft, formats=("pdf",)))
    sheet = next((file for file in files if file.path.endswith(".pdf")), None)
    if queue and sheet is not None:
        yield Progress(tr("Printing on {queue}", queue=queue), waiting=True)
        _send(sheet, queue)
        desk.session.printed(sheet.sha256, queue)
    return files


def _send(sheet: Written, queue: str) -> None:
    socket, send = service(), shutil.which("lp")
    problem = tr("there is no print service")
    if socket is not None and send is not None:
        try:
            said = _run([send, "-d", queue, "--", sheet.path], socket, SEND_S)
        except (OSError, subprocess.SubprocessError) as error:
            problem = str(error)
        else:
            if said.returncode == 0:
                return
            problem = said.stderr.strip()[:300] or str(said.returncode)
    raise InputError(
        tr(
            "{queue} did not take the report: {problem}. The PDF is written: {path}. Print it from there.",
            queue=queue,
            problem=problem,
            path=sheet.path,
        )
    )


def _run(command: list[str], socket: Path, seconds: int) -> subprocess.CompletedProcess[str]:
    """Told where the service listens, so that it looks nowhere else."""
    said_in_english = {**os.environ, "CUPS_SERVER": str(socket), "LC_ALL": "C.UTF-8"}
    return subprocess.run(
        command,
        env=said_in_english,
        capture_output=True,
        text=True,
        errors="replace",
        timeout=seconds,
        check=False,
        stdin=subprocess.DEVNULL,
    )
