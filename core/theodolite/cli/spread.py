"""``index build --ray``: the long part of a build on a Ray cluster (the ordinary build follows)."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path

from theodolite.cli.output import Output


def add_arguments(leaf: ArgumentParser) -> None:
    leaf.add_argument(
        "--ray",
        default="",
        metavar="HOST:PORT",
        help="share the work with a Ray cluster on this machine",
    )
    leaf.add_argument(
        "--ray-allow-remote", action="store_true", help="the cluster may have nodes on other machines"
    )


def photographs(
    folder: Path, out: Path, pack: Path, align: str, address: str, allow_remote: bool, show: Output
) -> str:
    """Let the cluster look at the photographs; a line that says what it did."""
    from theodolite.index import ray_build

    done = show.drive(
        ray_build.photographs(
            str(folder), str(out), str(pack), address, align=align, allow_remote=allow_remote
        )
    )
    return (
        f"{done.nodes} Ray nodes looked at {done.looked_at} photographs; {done.known} were known, "
        f"{done.left} could not be used"
    )


def table(path: Path, out: Path, parts: int, address: str, allow_remote: bool, show: Output) -> str:
    """Let the cluster prepare the pieces of a table of embeddings; then ray_tables.finish is the build."""
    from theodolite.index import ray_tables

    done = show.drive(ray_tables.spread(str(path), str(out), address, parts=parts, allow_remote=allow_remote))
    return f"{done.nodes} Ray nodes prepared {done.looked_at} pieces of the table; {done.known} were there"
