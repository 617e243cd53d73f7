"""Data classes and regular expressions that are made ready when they are first used.

A question uses only some of those that its modules define. ``dataclass`` and ``regex`` are used as
``dataclasses.dataclass`` and ``re.compile`` are.
"""

from __future__ import annotations

import dataclasses
import inspect
import re
from collections.abc import Callable
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NoReturn


def _dataclass(
    *,
    slots: bool = False,
    frozen: bool = False,
    eq: bool = True,
    repr: bool = True,  # noqa: A002
) -> Callable[[type], type]:
    """A decorator for a data class, of which only ``__init__`` is compiled, when the first object
    is made. That of the standard library compiles six methods of each class at once."""

    def decorate(plain: type) -> type:
        cls: Any = dataclasses.dataclass(init=False, repr=False, eq=False, slots=slots)(plain)
        fields = dataclasses.fields(cls)
        compared = attrgetter(*[one.name for one in fields if one.compare])
        hashed = attrgetter(*[one.name for one in fields if _is_hashed(one)])

        def first_init(self: Any, *given: Any, **named: Any) -> None:
            cls.__init__ = _init(cls)
            cls.__init__(self, *given, **named)

        def shown(self: Any) -> str:
            values = [f"{one.name}={getattr(self, one.name)!r}" for one in fields if one.repr]
            return f"{type(self).__qualname__}({', '.join(values)})"

        def equal(self: Any, other: Any) -> Any:
            same = other.__class__ is self.__class__
            return compared(self) == compared(other) if same else NotImplemented

        def reduced(self: Any) -> Any:
            return cls, tuple(getattr(self, one.name) for one in fields)

        methods: dict[str, Any] = {"__init__": first_init, "__reduce__": reduced}
        if repr:
            methods["__repr__"] = shown
        if eq:
            methods["__eq__"] = equal
            methods["__hash__"] = (lambda self: hash(hashed(self))) if frozen else None
        if frozen:
            methods["__setattr__"] = methods["__delattr__"] = _refuse
        for name, method in methods.items():
            if name not in plain.__dict__:
                setattr(cls, name, method)
        cls.__signature__ = _Signature()
        return cls  # type: ignore[no-any-return]

    return decorate


def _is_hashed(one: dataclasses.Field[Any]) -> bool:
    return one.compare if one.hash is None else one.hash


def _refuse(self: Any, name: str, value: Any = None) -> NoReturn:
    raise dataclasses.FrozenInstanceError(f"cannot change field {name!r}")


def _init(cls: Any) -> Any:
    """The ``__init__`` of a data class."""
    known: dict[str, Any] = {"_set": object.__setattr__}
    parameters, lines = ["self"], []
    for one in dataclasses.fields(cls):
        name, default = one.name, f"_{one.name}"
        if one.default is not dataclasses.MISSING:
            known[default] = one.default
            parameters.append(f"{name}={default}")
        elif one.default_factory is not dataclasses.MISSING:
            known[default] = one.default_factory
            parameters.append(f"{name}={default}")
            lines.append(f"if {name} is {default}: {name} = {default}()")
        else:
            parameters.append(name)
        lines.append(f"_set(self, {name!r}, {name})")
    if hasattr(cls, "__post_init__"):
        lines.append("self.__post_init__()")
    exec(f"def __init__({', '.join(parameters)}):\n " + "\n ".join(lines), known)  # noqa: S102
    init = known["__init__"]
    init.__qualname__ = f"{cls.__qualname__}.__init__"
    init.__annotations__ = {one.name: one.type for one in dataclasses.fields(cls)}
    return init


class _Signature:
    """The signature of a data class, as ``help`` shows it."""

    def __get__(self, instance: Any, owner: Any) -> inspect.Signature:
        whole = inspect.signature(_init(owner))
        return whole.replace(parameters=list(whole.parameters.values())[1:])


class _Regex:
    """A regular expression. Its methods are those of the compiled one, which is made when one of
    them is looked up."""

    def __init__(self, source: str, flags: int = 0) -> None:
        self._source = source, flags

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(*self._source)
        self.__dict__.update(
            {one: getattr(compiled, one) for one in dir(compiled) if not one.startswith("_")}
        )
        return getattr(compiled, name)


if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
    from re import compile as regex
else:
    dataclass, regex = _dataclass, _Regex

__all__ = ["dataclass", "regex"]
