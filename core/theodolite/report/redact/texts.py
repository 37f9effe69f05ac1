"""A value with its texts rewritten: every text in it, however deep, also inside the payload of a record."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass, replace
from typing import Any


class Rewriter:
    """Subclasses say what becomes of a text, and may treat members and sequences by what they mean."""

    def text(self, text: str) -> str:
        raise NotImplementedError

    def payload(self, payload: str) -> str:
        """The payload of a record, left as it is to the letter where nothing in it changes."""
        try:
            plain = json.loads(payload)
        except ValueError:
            return self.text(payload)
        made = self.value(plain)
        if made == plain:
            return payload
        return json.dumps(made, ensure_ascii=False, sort_keys=True, separators=(",", ":"))

    def value(self, value: Any) -> Any:
        if type(value) is str:
            return self.text(value)
        if is_dataclass(value) and not isinstance(value, type):
            old = {f.name: getattr(value, f.name) for f in fields(value)}
            new = self.members(old)
            changed = {name: part for name, part in new.items() if part != old[name]}
            return replace(value, **changed) if changed else value
        if isinstance(value, tuple | list):
            return type(value)(self.parts(value))
        if isinstance(value, dict):
            return self.members(value)
        return value

    def members(self, old: dict[str, Any]) -> dict[str, Any]:
        """Members of a value by name."""
        return {name: self.value(part) for name, part in old.items()}

    def parts(self, old: tuple[Any, ...] | list[Any]) -> list[Any]:
        """Members of a sequence in order."""
        return [self.value(part) for part in old]
