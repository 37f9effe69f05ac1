"""What a file on disk is, by its first bytes, before any decoder is asked."""

from __future__ import annotations

import stat
from pathlib import Path

from theodolite.errors import FormatRefused, InputError, NotFound
from theodolite.evidence.formats import sniff_file


def file_type(path: Path) -> str:
    """Media type of a regular file. Raises NotFound, InputError (unreadable) or FormatRefused."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise InputError(f"{path} is not a file that can be read.")
        media_type = sniff_file(path)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise NotFound(f"{path} does not exist.") from error
    except (OSError, ValueError) as error:
        raise InputError(f"{path} cannot be read: {getattr(error, 'strerror', None) or error}.") from error
    if media_type is None:
        raise FormatRefused(
            f"{path.name} is no image or video format we know."
            if path.stat().st_size
            else f"{path.name} is empty: it holds not one byte."
        )
    return media_type
