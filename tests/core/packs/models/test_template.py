"""Chat templates from outside: used as they are where they fit, refused in time where they do harm."""

from __future__ import annotations

import threading
import time

import pytest

from tests.core.packs.models.making import CHATML
from theodolite.errors import TemplateRefused
from theodolite.packs.models import template
from theodolite.packs.models.template import ChatTemplate

pytestmark = pytest.mark.alone

PARTS = (
    "{% for message in messages %}{{ message.role | capitalize }}"
    "{% if message.content[0].type == 'image' %}:{% else %}: {% endif %}"
    "{% for line in message.content %}{% if line.type == 'text' %}{{ line.text }}{% endif %}{% endfor %}"
    "<end>\n{% endfor %}{% if add_generation_prompt %}Assistant:{% endif %}"
)
NO_SYSTEM = (
    "{{ bos_token }}{% for m in messages %}{% if m.role == 'system' %}{{ raise_exception('no system') }}"
    "{% endif %}<turn>{{ m.role }}\n{{ m.content | trim }}<end>\n{% endfor %}<turn>model\n"
)
TURNS = (("system", "Be brief."), ("user", "Where?"))


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """A quarter of a second instead of two."""
    monkeypatch.setattr(template, "SECONDS", 0.25)


def test_a_template_of_strings() -> None:
    made = ChatTemplate(CHATML)
    assert (made.form, made.system) == ("string", True)
    assert made.render(TURNS) == (
        "<|im_start|>system\nBe brief.<|im_end|>\n<|im_start|>user\nWhere?<|im_end|>\n<|im_start|>assistant\n"
    )


def test_a_template_that_wants_parts_is_given_parts() -> None:
    made = ChatTemplate(PARTS)
    assert made.form == "parts"
    assert made.render(TURNS) == "System: Be brief.<end>\nUser: Where?<end>\nAssistant:"


def test_a_template_without_a_system_role_hears_it_from_the_user() -> None:
    made = ChatTemplate(NO_SYSTEM, bos="<bos>")
    assert not made.system
    assert made.render(TURNS) == "<bos><turn>user\nBe brief.\n\nWhere?<end>\n<turn>model"


def test_the_date_is_the_same_on_every_day() -> None:
    made = ChatTemplate("{{ strftime_now('%d %b %Y') }}\n" + CHATML)
    assert made.render(TURNS).startswith("26 Jul 2024\n")


def test_what_templates_use_works() -> None:
    source = (
        "{%- set ns = namespace(n=0) -%}{% for m in messages %}"
        "{% generation %}{{ m.content }}{% endgeneration %}"
        "{% set ns.n = ns.n + 1 %}{% if ns.n > 9 %}{% break %}{% endif %}{% endfor %}"
        "{{ {'a': 'ü'} | tojson }}{{ '-' * 3 }}"
    )
    assert ChatTemplate(source).render(TURNS) == 'Be brief.Where?{"a": "ü"}---'


ESCAPES = (
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    "{{ messages.append(messages) }}",
    "{{ (messages|map(attribute='__class__')|list)[0].__mro__ }}",
    "{% include '/etc/passwd' %}",
    "{% import 'os' as os %}",
    "{{ lipsum(n=99) }}",
)
EMPTY = (  # the sandbox gives nothing for these
    "{{ self._TemplateReference__context }}",
    "{{ raise_exception.__globals__ }}",
    "{{ strftime_now.__func__ }}",
    "{{ '{0.__class__}'.format(1) }}",
    "{{ messages.__class__ }}",
    "{{ environment }}{{ config }}{{ request }}",
)
BOMBS = (
    "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",
    "{% for a in range(99999) %}{{ 'x' * 1000 }}{% endfor %}",
    "{{ 9 ** 9 ** 9 }}",
    "{{ ('x' * 100000) * 100000 }}",
    "{{ [0] * 99999999999 }}",
    "{{ '%2147483000d' % 1 }}",
    "{{ '{:>2147483000}'.format(1) }}",
    "{{ 'x'.ljust(9999999999) }}",
    "{{ 'x' | center(9999999999) }}",
    "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "{% set n = namespace(s='x') %}{% for i in range(64) %}{% set n.s = n.s ~ n.s %}{% endfor %}{{ n.s }}",
    "{% set n = namespace(s='x') %}{% for i in range(64) %}{% set n.s = n.s + n.s %}{% endfor %}{{ n.s }}",
    "{{ range(10 ** 300) }}",
)
USELESS = (
    "",
    "   ",
    "nothing of what was said",
    "{% for m in messages %}{{ m.content }}{{ m.content }}{% endfor %}",
    "{% for m in messages | reverse %}{{ m.content }}{% endfor %}",
    "{% for m in messages[1:] %}{{ m.content }}{% endfor %}",
    "{{ raise_exception('only with tools') }}",
    "{% for",
    "x" * 300_000,
)


@pytest.mark.parametrize("source", [*ESCAPES, *BOMBS, *USELESS], ids=lambda text: repr(text[:36]))
def test_a_template_that_does_harm_or_is_of_no_use_is_refused(source: str) -> None:
    started = time.monotonic()
    with pytest.raises(TemplateRefused, match=r"tiny\.gguf"):
        ChatTemplate(source + CHATML if source in ESCAPES + BOMBS else source, name="tiny.gguf")
    assert time.monotonic() - started < 3 * 2.0 * 2  # two forms with and without a system message at most


@pytest.mark.parametrize("source", EMPTY)
def test_what_lies_outside_of_the_sandbox_is_not_there(source: str) -> None:
    assert ChatTemplate(CHATML + source).render(TURNS) == ChatTemplate(CHATML).render(TURNS)


def test_a_template_that_turns_bad_later_is_stopped_too() -> None:
    made = ChatTemplate(
        CHATML
        + "{% if 'now' in messages[-1].content %}{% for a in range(99999) %}{% for b in range(99999) %}"
        "{% endfor %}{% endfor %}{% endif %}"
    )
    assert made.render(TURNS)
    with pytest.raises(TemplateRefused, match="does not come to an end"):
        made.render((("user", "now"),))
    assert made.render(TURNS)


def test_limits_are_given_back() -> None:
    import resource
    import signal

    before = resource.getrlimit(resource.RLIMIT_AS)
    handler = signal.getsignal(signal.SIGALRM)
    with pytest.raises(TemplateRefused):
        ChatTemplate("{{ 'x'.ljust(9999999999) }}")
    assert resource.getrlimit(resource.RLIMIT_AS) == before
    assert signal.getsignal(signal.SIGALRM) == handler
    assert signal.getitimer(signal.ITIMER_REAL)[0] == 0


def test_outside_the_main_thread_it_works_without_a_timer() -> None:
    found: list[str] = []
    thread = threading.Thread(target=lambda: found.append(ChatTemplate(CHATML).render(TURNS)))
    thread.start()
    thread.join()
    assert found
