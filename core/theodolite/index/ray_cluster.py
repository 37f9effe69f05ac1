"""A Ray cluster of the user's own, joined from the command line and nothing else.

Ray reports its usage to its makers unless told not to. So that is switched off in the environment before
``import ray``, asked again of Ray itself afterwards, and a cluster whose head was started with reports on is
left at once. Nodes of a cluster run whatever they are sent: an address outside this machine needs the
word of the user (``allow_remote``), and so do nodes outside it.
"""

from __future__ import annotations

import importlib
import logging
import os
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, redirect_stdout
from pathlib import Path
from typing import Any, TypeVar, cast

from theodolite import __version__, offline
from theodolite.errors import InputError, NetworkRefused, TheodoliteError
from theodolite.jobs import Job, Progress

Item = Mapping[str, Any]
Answer = TypeVar("Answer", bound=Mapping[str, Any])

#: What Ray must find in the environment before it is imported, here and on every node.
QUIET = {"RAY_USAGE_STATS_ENABLED": "0", "RAY_USAGE_STATS_PROMPT_ENABLED": "0"}
_REPORTING = "session_start_timestamp_ms"  # Ray records it of a cluster only where reports are on
_CPUS = 1


class RayFailed(TheodoliteError):
    """The Ray cluster could not be joined, or did not finish its part."""

    code = "ray"


def require_local(address: str, allow_remote: bool) -> None:
    """Raises InputError for what is no HOST:PORT, NetworkRefused for another machine without the word."""
    host, colon, port = address.rpartition(":")
    host = host.removeprefix("[").removesuffix("]")
    if not colon or not host or not port.isdecimal() or not 0 < int(port) < 65536 or "/" in host:
        raise InputError(
            f"{address!r} is no address of a Ray cluster: write HOST:PORT, as `ray start` shows it."
        )
    if not allow_remote and not offline.is_loopback(host):
        raise NetworkRefused(
            f"{host} is not this machine (127.0.0.1). Nodes of other machines would get your photographs; "
            "if that is what you want, add --ray-allow-remote."
        )


def imported() -> Any:
    """The module ``ray`` with usage reports off for certain. Raises RayFailed."""
    if "ray" in sys.modules and os.environ.get("RAY_USAGE_STATS_ENABLED") != "0":
        raise RayFailed("Ray was loaded before its usage reports were switched off. Start the command anew.")
    os.environ.update(QUIET)
    try:
        ray = importlib.import_module("ray")
    except ImportError as error:
        raise RayFailed("Ray is not installed: pip install 'theodolite[ray]'.") from error
    if reports_usage():
        raise RayFailed("Ray says that its usage reports are on although they were switched off.")
    return ray


def reports_usage() -> bool:
    """Whether Ray would report from this process. Raises RayFailed where that cannot be found out."""
    try:
        usage = importlib.import_module("ray._common.usage.usage_lib")
        return bool(usage.usage_stats_enabled())
    except (ImportError, AttributeError, ValueError) as error:
        raise RayFailed(
            "This version of Ray does not say whether it reports its usage, so it is not used. "
            "The version that Theodolite was tested with does: pip install 'theodolite[ray]'."
        ) from error


@contextmanager
def joined(address: str, *, allow_remote: bool = False) -> Iterator[Any]:
    """The module ``ray``, connected to the cluster at ``address``; disconnected at the end.

    Raises InputError, NetworkRefused, RayFailed.
    """
    require_local(address, allow_remote)
    with ExitStack() as stack:
        stack.enter_context(offline.allow() if allow_remote else offline.allow_loopback())
        stack.enter_context(redirect_stdout(sys.stderr))  # Ray tells of dead nodes where answers belong
        ray = imported()
        try:
            ray.init(
                address=address,
                runtime_env={"env_vars": _environment()},
                log_to_driver=False,
                logging_level=logging.ERROR,
            )
        except Exception as error:  # Ray raises many kinds here, RuntimeError and ConnectionError among them
            raise RayFailed(f"No Ray cluster answers at {address}: {_first_line(error)}") from error
        stack.callback(ray.shutdown)
        _require_quiet(ray)
        strangers = [] if allow_remote else _strangers(ray)
        if strangers:
            raise NetworkRefused(
                f"The cluster has nodes outside this machine ({', '.join(strangers)}); "
                "add --ray-allow-remote to use them."
            )
        yield ray


def _environment() -> dict[str, str]:
    """What tasks need to find: the same home of packs, one thread each, no reports, no hub."""
    kept = {name: os.environ[name] for name in ("THEODOLITE_HOME",) if name in os.environ}
    return {**kept, **QUIET, **offline.OFFLINE_ENVIRONMENT, "THEODOLITE_THREADS": str(_CPUS)}


def _require_quiet(ray: Any) -> None:
    usage = importlib.import_module("ray._common.usage.usage_lib")
    try:
        found = usage.get_cluster_metadata(ray._private.worker.global_worker.gcs_client)
    except Exception as error:  # a cluster that does not say is not used
        raise RayFailed("The cluster does not say whether it reports its usage.") from error
    if not isinstance(found, dict) or _REPORTING in found:
        raise RayFailed(
            "This cluster reports its usage to the makers of Ray. Stop it, and start its head with "
            "RAY_USAGE_STATS_ENABLED=0 in the environment."
        )


def _strangers(ray: Any) -> list[str]:
    hosts = {str(node["NodeManagerAddress"]) for node in ray.nodes() if node["Alive"]}
    return sorted(host for host in hosts if not offline.is_loopback(host))


def spread(
    ray: Any, text: str, task: Callable[[dict[str, Any]], Answer], items: list[dict[str, Any]]
) -> Job[list[Answer]]:
    """``task`` of every item, on all nodes of the cluster by Ray Data, in any order; Progress an answer.

    ``task`` is a function of a module that the nodes have installed too, and gives the same answer when it
    is run again: items of a node that dies are given to another. Values are plain numbers and strings.
    Raises what a task raised if it is of ours, else RayFailed.
    """
    data = importlib.import_module("ray.data")
    for name in ("ray.data", "ray"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    context = data.DataContext.get_current()
    context.enable_progress_bars = False
    context.execution_options.preserve_order = False
    answers: list[Answer] = []
    yield Progress(text, 0, len(items))
    if not items:
        return answers
    rows = [{"at": number, **item} for number, item in enumerate(items)]
    try:
        spread_out = data.from_items(rows, override_num_blocks=len(rows)).map(
            checked, fn_args=(task, __version__), num_cpus=_CPUS
        )
        for answer in spread_out.iter_rows():
            _raise_own(answer)
            answers.append(cast(Answer, answer))
            yield Progress(text, len(answers), len(items))
    except TheodoliteError:
        raise
    except Exception as error:
        raise RayFailed(f"The cluster did not finish: {_first_line(error)}") from error
    return sorted(answers, key=lambda answer: int(answer["at"]))


def checked(row: dict[str, Any], task: Callable[[dict[str, Any]], Answer], version: str) -> dict[str, Any]:
    """What runs on a node: the task, in a process that opens no connection and reports nothing."""
    try:
        if version != __version__:
            raise RayFailed(f"A node has Theodolite {__version__} instead of {version}.")
        if reports_usage():
            raise RayFailed("Ray's usage reports are on, on a node.")
        offline.install("ray task")
        return {"at": row["at"], **task(row)}
    except TheodoliteError as error:
        return {"at": row["at"], "code": error.code, "text": str(error)}


def node() -> str:
    """The node that this task runs on."""
    return str(imported().get_runtime_context().get_node_id())


def _raise_own(answer: Mapping[str, Any]) -> None:
    """What a task said went wrong; Ray would make a stack trace of it."""
    if code := answer.get("code"):
        kinds = [TheodoliteError]
        for kind in kinds:
            kinds += kind.__subclasses__()
        raise next((kind for kind in kinds if kind.code == code), RayFailed)(str(answer["text"]))


def _first_line(error: BaseException) -> str:
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    return lines[-1] if lines else type(error).__name__


def require_shared(folder: Path) -> None:
    """Raises InputError where a node does not see the folder that all of them must."""
    if not folder.is_dir():
        raise InputError(
            f"A node of the cluster does not see {folder}: nodes need the same folders, same paths."
        )
