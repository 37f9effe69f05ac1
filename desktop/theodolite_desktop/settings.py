"""What a person has chosen for every case: appearance, text, language, keys, checks. Nothing of a case."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Final, Protocol

from theodolite_desktop.theme import sizes

RECHECKS: Final = (0, 10, 30, 120)
"""Minutes between two checks of every hash in the background; 0: only when asked and on opening."""
RECHECK: Final = 30


class Keeper(Protocol):
    """What a QSettings does."""

    def value(self, key: str, defaultValue: Any = None) -> Any: ...

    def setValue(self, key: str, value: Any) -> None: ...


class InMemory:
    """A keeper that forgets: for tests, and for the tour."""

    def __init__(self) -> None:
        self._values: dict[str, Any] = {}

    def value(self, key: str, defaultValue: Any = None) -> Any:
        return self._values.get(key, defaultValue)

    def setValue(self, key: str, value: Any) -> None:
        self._values[key] = value


class Settings:
    """Each property reads and writes at once; what cannot be read is as it was at first."""

    def __init__(self, keeper: Keeper | None = None) -> None:
        self.keeper: Keeper = keeper if keeper is not None else InMemory()

    def _get(self, key: str, otherwise: str) -> str:
        value = self.keeper.value(key, otherwise)
        return str(value) if value is not None else otherwise

    @property
    def appearance(self) -> str:
        """'system', 'light' or 'dark'."""
        found = self._get("appearance", "system")
        return found if found in ("system", "light", "dark") else "system"

    @appearance.setter
    def appearance(self, value: str) -> None:
        self.keeper.setValue("appearance", value)

    @property
    def scale(self) -> float:
        """Of text, 1 to 2."""
        try:
            return sizes.bounded(float(self._get("text-scale", "1")))
        except ValueError:
            return 1.0

    @scale.setter
    def scale(self, value: float) -> None:
        self.keeper.setValue("text-scale", repr(value))

    @property
    def language(self) -> str:
        """The code of a language of the window; English unless another is chosen."""
        return self._get("language", "en")

    @language.setter
    def language(self, value: str) -> None:
        self.keeper.setValue("language", value)

    @property
    def single_keys(self) -> bool:
        """Whether single letters act."""
        return self._get("single-keys", "true").lower() == "true"

    @single_keys.setter
    def single_keys(self, on: bool) -> None:
        self.keeper.setValue("single-keys", "true" if on else "false")

    @property
    def keys(self) -> dict[str, tuple[str, ...]]:
        """The keys of each command that a person has changed."""
        try:
            read = json.loads(self._get("keys", "{}"))
        except ValueError:
            return {}
        if not isinstance(read, dict):
            return {}
        return {
            name: tuple(str(key) for key in keys)
            for name, keys in read.items()
            if isinstance(keys, list) and all(isinstance(key, str) for key in keys)
        }

    @keys.setter
    def keys(self, value: Mapping[str, tuple[str, ...]]) -> None:
        self.keeper.setValue("keys", json.dumps({name: list(keys) for name, keys in value.items()}))

    @property
    def recheck_minutes(self) -> int:
        try:
            found = int(self._get("recheck-minutes", str(RECHECK)))
        except ValueError:
            return RECHECK
        return found if found in RECHECKS else RECHECK

    @recheck_minutes.setter
    def recheck_minutes(self, value: int) -> None:
        self.keeper.setValue("recheck-minutes", str(value))
