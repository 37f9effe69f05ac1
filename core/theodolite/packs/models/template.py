"""The chat template that a model file carries: a small program from outside, run with everything shut off.

It turns a conversation into the text that the model was trained on; another model's template would give wrong
text silently. It is rendered in Jinja's immutable sandbox, and, since that stops neither endless loops nor
huge values, under limits of time, memory and length. What exceeds them is refused with a sentence.

Templates differ in what they take as the content of a message (a string, or a list of parts) and in whether
they know a system message. That is found out once, with marks that no template can know; a template that
loses or repeats what was said is refused, because its model would be asked something else.
"""

from __future__ import annotations

import json
import resource
import secrets
import signal
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from theodolite.errors import TemplateRefused, TheodoliteError

if TYPE_CHECKING:
    import jinja2

Form = Literal["string", "parts"]

SECONDS = 2.0
LONGEST_TEMPLATE = 1 << 18
_MEMORY = 512 << 20
_ROOM = 1 << 16  # characters that a template may add to what was said
_LONGEST_PRODUCT = 1 << 20
_LONGEST_NUMBER = 4096  # bits
_DAY = datetime(2024, 7, 26, tzinfo=UTC)  # templates that write the date: the same text on every day


class TemplateFailed(TemplateRefused):
    """The template failed on what it was given; it may take another form of it."""


class _TimeIsUp(BaseException):
    """Raised by the timer inside the template; no template can catch it."""


class ChatTemplate:
    """A compiled chat template. ``form``: what it takes as content; ``system``: it knows that role."""

    def __init__(self, source: str, *, bos: str = "", eos: str = "", name: str = "The model") -> None:
        """Compile ``source`` and try it. Raises :class:`TemplateRefused`; ``name`` is for its sentences."""
        self._name = name
        self._tokens = {"bos_token": bos, "eos_token": eos}
        if not source.strip():
            raise TemplateRefused(f"{name} holds no chat template, so it cannot be asked in sentences.")
        if len(source) > LONGEST_TEMPLATE:
            raise TemplateRefused(f"The chat template of {name} is too long ({len(source)} characters).")
        with limits(self._name):
            self._template = environment().from_string(source)
        self.form, self.system = self._tried()

    def render(self, turns: Sequence[tuple[str, str]]) -> str:
        """The text of ``turns`` ((role, text), roles 'system', 'user', 'assistant'), ready to be answered.

        A system turn is put in front of the first turn of the user where the template knows no such role.
        """
        if not self.system:
            turns = _without_system(turns)
        return self._rendered(turns, self.form)

    def _tried(self) -> tuple[Form, bool]:
        marks = tuple(secrets.token_hex(8) for _ in range(4))
        roles = ("system", "user", "assistant", "user")
        turns = tuple(zip(roles, marks, strict=True))
        reason = f"The chat template of {self._name} loses or repeats what is said to the model."
        forms: tuple[Form, ...] = ("string", "parts")
        for form in forms:
            for system in (True, False):
                try:
                    text = self._rendered(turns if system else _without_system(turns), form)
                except TemplateFailed as error:
                    reason = str(error)
                    continue
                if _once_in_order(text, marks):
                    return form, system
        raise TemplateRefused(reason)

    def _rendered(self, turns: Sequence[tuple[str, str]], form: Form) -> str:
        messages = [
            {"role": role, "content": text if form == "string" else [{"type": "text", "text": text}]}
            for role, text in turns
        ]
        most = _ROOM + 2 * sum(len(text) for _, text in turns)
        pieces: list[str] = []
        with limits(self._name):
            for piece in self._template.generate(
                messages=messages,
                add_generation_prompt=True,
                enable_thinking=False,
                **self._tokens,
            ):
                most -= len(piece)
                if most < 0:
                    raise TemplateRefused(f"The chat template of {self._name} writes without end.")
                pieces.append(piece)
        return "".join(pieces)


@contextmanager
def limits(name: str) -> Iterator[None]:
    """For compiling and rendering the template of the model ``name``: time and memory are limited inside.

    A failure of the template comes out as :class:`TemplateFailed`, harm as :class:`TemplateRefused`; errors
    of ours pass.
    """
    import jinja2
    from jinja2.exceptions import SecurityError

    what = f"The chat template of {name}"
    try:
        with _little_time(), _little_memory():
            yield
    except _TimeIsUp:
        raise TemplateRefused(f"{what} does not come to an end ({SECONDS:g} s).") from None
    except (MemoryError, RecursionError, OverflowError) as error:
        raise TemplateRefused(f"{what} asks for too much memory.") from error
    except SecurityError as error:
        raise TemplateRefused(f"{what} tries what no template may do ({_short(error)}).") from error
    except jinja2.TemplateSyntaxError as error:
        raise TemplateRefused(f"{what} is damaged: {_short(error)} (line {error.lineno}).") from error
    except TheodoliteError:
        raise
    except Exception as error:  # a template may fail in any way that Python can
        raise TemplateFailed(f"{what} fails ({type(error).__name__}: {_short(error)}).") from error


def _raise(message: object) -> None:
    raise ValueError(str(message)[:200])


def _strftime(form: object) -> str:
    return _DAY.strftime(str(form))[:200]


def _short(error: Exception) -> str:
    text = " ".join(str(error).split())
    return "".join(c if c.isprintable() else "?" for c in text)[:200]


def _without_system(turns: Sequence[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    system = "\n\n".join(text for role, text in turns if role == "system")
    others = [(role, text) for role, text in turns if role != "system"]
    if not system:
        return tuple(others)
    for place, (role, text) in enumerate(others):
        if role == "user":
            others[place] = (role, f"{system}\n\n{text}")
            return tuple(others)
    return (("user", system), *others)


def _once_in_order(text: str, marks: Sequence[str]) -> bool:
    places = [text.find(mark) for mark in marks]
    return all(text.count(mark) == 1 for mark in marks) and places == sorted(places)


@cache
def environment() -> jinja2.Environment:
    """Where templates are compiled: the sandbox, with bounds, and what templates of models expect to find."""
    import jinja2.ext
    import jinja2.nodes
    import jinja2.sandbox
    from jinja2.exceptions import SecurityError

    class Bounded(jinja2.sandbox.ImmutableSandboxedEnvironment):
        """The sandbox, with powers and products that stay small: nothing can interrupt those."""

        intercepted_binops = frozenset(["*", "**"])

        def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
            if operator == "**" and not _small_power(left, right):
                raise SecurityError("a power without bounds")
            if operator == "*" and not _small_product(left, right):
                raise SecurityError("a product without bounds")
            return super().call_binop(context, operator, left, right)

    class Generation(jinja2.ext.Extension):
        """``{% generation %}`` marks the model's own words for training; here it means nothing."""

        tags = {"generation"}  # noqa: RUF012 - the name and form that Jinja asks for

        def parse(self, parser: Any) -> Any:
            next(parser.stream)
            return parser.parse_statements(("name:endgeneration",), drop_needle=True)

    made = Bounded(trim_blocks=True, lstrip_blocks=True, extensions=[Generation, "jinja2.ext.loopcontrols"])
    made.filters["tojson"] = lambda value, indent=None: json.dumps(value, ensure_ascii=False, indent=indent)
    del made.globals["lipsum"]
    made.globals |= {"raise_exception": _raise, "strftime_now": _strftime}
    return made


def _small_power(base: Any, exponent: Any) -> bool:
    return all(isinstance(item, (int, float)) and abs(item) <= 1024 for item in (base, exponent))


def _small_product(left: Any, right: Any) -> bool:
    if isinstance(left, int) and isinstance(right, int):
        return left.bit_length() + right.bit_length() <= _LONGEST_NUMBER
    for many, times in ((left, right), (right, left)):
        if isinstance(times, int) and hasattr(many, "__len__"):
            return len(many) * max(times, 0) <= _LONGEST_PRODUCT
    return True


@contextmanager
def _little_time() -> Iterator[None]:
    """:class:`_TimeIsUp` after SECONDS, where a timer can be set: in a process's main thread."""
    if threading.current_thread() is not threading.main_thread() or not hasattr(signal, "setitimer"):
        yield
        return

    def up(*_: object) -> None:
        raise _TimeIsUp

    former = signal.signal(signal.SIGALRM, up)
    signal.setitimer(signal.ITIMER_REAL, SECONDS, 0.1)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, former)


@contextmanager
def _little_memory() -> Iterator[None]:
    """At most _MEMORY more than the process has now; given back at the end. Where /proc tells what it has."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    except (OSError, ValueError):
        yield
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    limit = pages * resource.getpagesize() + _MEMORY
    if soft != resource.RLIM_INFINITY and soft <= limit:
        yield
        return
    resource.setrlimit(resource.RLIMIT_AS, (limit, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))
