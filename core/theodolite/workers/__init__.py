"""Spawned processes for work that blocks natively or may crash: one protocol, one worker at a time busy.

``Worker(name).run(Call("package.module:function", {...}))`` is a :data:`theodolite.jobs.Job`. The child is a
fresh interpreter, never a fork, and imports nothing of the window: not ``multiprocessing``'s spawn, which
would import the parent's main module (Qt) into every worker and start a resource tracker beside it, but
the same idea over two pipes with frozen messages (``messages``). The child's side is ``child``.
"""

from theodolite.workers.child import cancelled
from theodolite.workers.messages import Call, Partial
from theodolite.workers.parent import Worker
from theodolite.workers.threads import physical_cores, threads

__all__ = ["Call", "Partial", "Worker", "cancelled", "physical_cores", "threads"]
