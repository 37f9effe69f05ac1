"""Verify a Theodolite case or bundle with the Python standard library alone.

    python3 -I -S verify.py FOLDER [--head HASH]

Recomputes, from the folder only: the SHA-256, MD5 and size of every original; the hash chain of the audit
log; the digest of every sealed value that the log names; the state of a case, by replaying the log; the
Ed25519 signatures over log heads (RFC 8032); and in a bundle the manifests (RFC 8493). Names every mismatch,
the first one first. ``--head`` takes the log head printed in a report: the log must still contain it;
of one that stands only in a copy that was merged, the last line says so in place of INTACT.
Without such an anchor a case rebuilt from scratch looks intact: the log is tamper-evident, not tamper-proof.

Exit status: 0 nothing differs, 1 something differs, 2 wrong usage.

A record's hash is SHA-256 over the JSON object {action, operator, payload, previous, sequence, utc} with
keys sorted, no spaces, UTF-8 (RFC 8785); ``payload`` is the payload's text as a string. From format 2 on a
payload names values by digest, {"sealed": D}: D is SHA-256 over {field, salt, value}, ``value`` a JSON text.
A value may be missing when a record says that it was destroyed, or when it was withheld from this copy; the
payload of a record of format 1 may be empty in the same cases. An encrypted case needs ``theodolite verify``.
"""

from __future__ import annotations

import ast
from pathlib import Path

from theodolite.store.verifying import ledger, signed, source, walk
from theodolite.store.verifying.source import Bundle, Folder
from theodolite.store.verifying.walk import Result, Step, check, main, summary

__all__ = ["Bundle", "Folder", "Result", "Step", "check", "main", "single_file", "summary"]

_PARTS = (source, signed, ledger, walk)
_STARTER = """

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
"""


def single_file() -> str:
    """The verifier as one Python file that needs nothing of ours, as it travels inside a bundle."""
    plain: set[str] = set()
    named: dict[str, set[str]] = {}
    bodies: list[str] = []
    for part in _PARTS:
        text = Path(str(part.__file__)).read_text("utf-8")
        lines, begin = text.splitlines(keepends=True), 0
        for node in ast.parse(text).body:
            if isinstance(node, ast.Import):
                plain |= {name.name for name in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and "theodolite" not in node.module:
                named.setdefault(node.module, set()).update(name.name for name in node.names)
            elif not isinstance(node, ast.ImportFrom | ast.Expr):
                break
            begin = node.end_lineno or begin
        bodies.append("".join(lines[begin:]).strip())
    named.pop("__future__")
    imports = [f"import {name}" for name in sorted(plain)]
    imports += [f"from {module} import {', '.join(sorted(names))}" for module, names in sorted(named.items())]
    top = "\n".join([f'"""{__doc__}"""', "", "from __future__ import annotations", "", *imports])
    return "\n\n\n".join([top, *bodies]) + "\n" + _STARTER
