"""Domain values to plain JSON values and back, driven by their annotations.

Used by the store (rows), the audit log (payloads), workers and reports, so that a field is written in
one way everywhere. Reals become decimal strings made by ``repr`` when ``exact`` is set: the audit log
holds integers and strings only, and a standard-library verifier needs no number formatting.
"""

from __future__ import annotations

import types
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")


def to_plain(value: Any, *, exact: bool = False) -> Any:
    """Dataclasses to dicts, tuples to lists, enums to their values; reals to ``repr`` when ``exact``."""
    if is_dataclass(value) and not isinstance(value, type):
        return {f.name: to_plain(getattr(value, f.name), exact=exact) for f in fields(value)}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple | list):
        return [to_plain(item, exact=exact) for item in value]
    if isinstance(value, dict):
        return {str(key): to_plain(item, exact=exact) for key, item in value.items()}
    if isinstance(value, float) and exact:
        return float.__repr__(value)  # numpy's reals are floats with another repr
    return value


@cache
def _hints(cls: type) -> dict[str, Any]:
    return get_type_hints(cls)


def from_plain(cls: type[T], plain: Any) -> T:
    """The inverse of :func:`to_plain` for the dataclass ``cls``; unknown keys are an error."""
    return _build(cls, plain)  # type: ignore[no-any-return]


def _build(annotation: Any, plain: Any) -> Any:
    origin = get_origin(annotation)
    if origin in (Union, types.UnionType):
        return _build_union(get_args(annotation), plain)
    if origin is tuple:
        args = get_args(annotation)
        if len(args) == 2 and args[1] is Ellipsis:
            return tuple(_build(args[0], item) for item in plain)
        return tuple(_build(arg, item) for arg, item in zip(args, plain, strict=True))
    if origin is Literal:
        if plain not in get_args(annotation):
            raise ValueError(f"{plain!r} is none of {get_args(annotation)}")
        return plain
    if isinstance(annotation, type) and is_dataclass(annotation):
        hints = _hints(annotation)
        unknown = set(plain) - set(hints)
        if unknown:
            raise ValueError(f"unknown fields of {annotation.__name__}: {sorted(unknown)}")
        return annotation(**{name: _build(hints[name], item) for name, item in plain.items()})
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return annotation(plain)
    if annotation is float and plain is not None:
        return float(plain)
    return plain


def _build_union(options: tuple[Any, ...], plain: Any) -> Any:
    if plain is None:
        return None
    real = [option for option in options if option is not type(None)]
    if len(real) == 1:
        return _build(real[0], plain)
    for option in real:
        if isinstance(option, type) and is_dataclass(option) and isinstance(plain, dict):
            kinds = get_args(_hints(option).get("kind"))
            if plain.get("kind") in kinds:
                return _build(option, plain)
    raise ValueError(f"no variant of {options} fits {plain!r}")
