"""What a bundle says about itself to a stranger who has nothing but the folder."""

from __future__ import annotations

from collections.abc import Iterable

_TEXT = """\
A case, exported by Theodolite {version} at {utc}

This folder is a bag (BagIt, RFC 8493). Everything of the case is in data/:

  log.jsonl       the audit log, a record a line, each holding the hash of the one before it
  sealed.jsonl    the values that the records name by their digests
  state/          the case as these records leave it: exhibits, clues, hints, candidates, verdicts ...
  originals/      {originals}
  report/         the report, as it was printed
  case.jsonld     the case in CASE/UCO (JSON-LD)
  withheld.json   what was left out on purpose

Log: {records} records, head {head}
{withheld}

To check it, with nothing but Python 3.9 or newer, and without any connection:

  python3 -I -S verify.py . --head HEAD

HEAD is the log head that is printed in the report, or that somebody told you on another way. Without it a
log that was made up from its first record on looks intact: what is here shows tampering, it cannot
prevent it. Without Python, in this folder:

  sha256sum -c manifest-sha256.txt tagmanifest-sha256.txt

Each file in originals/ is named by its own SHA-256. A time stamp that somebody made of the log head
(.tsr) is checked with: openssl ts -verify -digest HEAD -in FILE.tsr -CAfile AUTHORITY.pem

To work on with it:

  theodolite bundle import . --out NAME.case
  theodolite replay .

This folder is not encrypted. Whoever has it can read all that it holds.
"""


def readme(
    *,
    version: str,
    utc: str,
    records: int,
    head: str,
    withheld: Iterable[str],
    originals: int,
    left_out: int,
) -> str:
    """The text of ``README.txt``."""
    fields = ", ".join(withheld)
    note = f"Withheld on purpose: {fields}." if fields else "Nothing is withheld of the values of the case."
    if left_out:
        kept = "no file: only their hashes are in the log; whoever has the files can compare them"
    else:
        kept = f"the {originals} files under custody, byte for byte"
    return _TEXT.format(version=version, utc=utc, records=records, head=head, withheld=note, originals=kept)
