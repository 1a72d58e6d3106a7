"""Turn frozen dataclasses into plain data for JSON, and read them back with every kind checked."""

import types
import typing
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from decimal import Decimal, InvalidOperation
from difflib import get_close_matches
from typing import Any, TypeVar

from groundwork.subject.errors import UserError

T = TypeVar("T")
_WORDS = {str: "text", bool: "yes or no", int: "a whole number", float: "a number"}


def to_data(value: Any) -> Any:
    """Give lists, dictionaries, texts and numbers for a record, ready for JSON.

    An exact amount becomes text, so that it comes back to the cent.
    """
    if is_dataclass(value) and not isinstance(value, type):
        return {each.name: to_data(getattr(value, each.name)) for each in fields(value)}
    if isinstance(value, Mapping):
        return {key: to_data(item) for key, item in value.items()}
    if isinstance(value, tuple | list):
        return [to_data(item) for item in value]
    return str(value) if isinstance(value, Decimal) else value


def from_data(kind: type[T], data: Any, what: str) -> T:
    """Read a record back. Fields that are not there keep their defaults.

    Parameters
    ----------
    kind
        The dataclass.
    data
        What `to_data` gave.
    what
        What the record is called in a message, such as "charter".

    Raises
    ------
    UserError
        A field is unknown, missing without a default, or of another kind; it names the place.
    """
    result: T = _read(kind, data, what)
    return result


def _read(kind: Any, data: Any, where: str) -> Any:
    origin = typing.get_origin(kind)
    if origin in (types.UnionType, typing.Union):
        if data is None:
            return None
        (kind,) = (each for each in typing.get_args(kind) if each is not types.NoneType)
        return _read(kind, data, where)
    if is_dataclass(kind):
        return _read_record(kind, data, where)
    if origin is tuple:
        if not isinstance(data, list | tuple):
            raise _wrong(where, data, "a list")
        inside = typing.get_args(kind)[0]
        return tuple(_read(inside, item, f"{where}, item {n}") for n, item in enumerate(data, 1))
    if isinstance(origin, type) and issubclass(origin, Mapping):
        if not isinstance(data, Mapping) or not all(isinstance(key, str) for key in data):
            raise _wrong(where, data, "names with values")
        inside = typing.get_args(kind)[1]
        return {key: _read(inside, item, f"{where}, {key!r}") for key, item in data.items()}
    return _read_value(kind, data, where)


def _read_value(kind: Any, data: Any, where: str) -> Any:
    if kind is Decimal:
        try:
            return Decimal(data) if isinstance(data, str) else Decimal(str(_number(data)))
        except (InvalidOperation, TypeError):
            raise _wrong(where, data, "an amount such as '25000'") from None
    # A bool is an int in Python, and True is no number of weeks.
    if isinstance(data, bool) is (kind is bool) and (
        isinstance(data, kind) or (kind is float and isinstance(data, int))
    ):
        return data
    raise _wrong(where, data, _WORDS[kind])


def _number(data: Any) -> int | float:
    if isinstance(data, bool) or not isinstance(data, int | float):
        raise TypeError
    return data


def _read_record(kind: Any, data: Any, where: str) -> Any:
    if not isinstance(data, Mapping):
        raise _wrong(where, data, "fields with values")
    hints = typing.get_type_hints(kind)
    for name in data:
        if name not in hints:
            near = get_close_matches(str(name), hints, n=1)
            raise UserError(
                f"The {where} has a field {str(name)[:40]!r} that is not known.",
                f"Did you mean {near[0]!r}?" if near else "Remove it.",
            )
    values = {name: _read(hints[name], data[name], f"{where}, {name}") for name in data}
    try:
        return kind(**values)
    except TypeError:
        missing = [
            each.name
            for each in fields(kind)
            if each.name not in data and each.default is each.default_factory is MISSING
        ]
        raise UserError(
            f"The {where} lacks {', '.join(missing)}.", "Open the file that this course saved."
        ) from None


def _wrong(where: str, data: Any, expected: str) -> UserError:
    found = repr(data)[:40] if isinstance(data, str | int | float | None) else type(data).__name__
    return UserError(
        f"The {where}: found {found}, expected {expected}.",
        "Open the file that this course saved, or mend that place.",
    )
