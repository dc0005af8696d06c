"""What is wrong with the values of a rule, in the words of an editor rather than of the library that reads them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pydantic import BaseModel, ValidationError

Mistake = tuple[tuple[str | int, ...], str]
"""The keys that lead to it, and what is wrong."""

_SHOULD_BE = {
    "tuple_type": "it should be a list, like [one, two]",
    "dict_type": "it should be options by name, like {stance: conflict}",
    "string_type": "it should be words",
    "float_type": "it should be a number",
    "float_parsing": "it should be a number",
    "bool_type": "it should be true or false",
    "bool_parsing": "it should be true or false",
}


def invalid(model: type[BaseModel], data: Mapping[Any, Any], *under: str) -> Iterator[Mistake]:
    """What is missing, what is unknown, and what is wrong with the rest."""
    yield from _switched(model, data, under)
    try:
        model.model_validate(data)
    except ValidationError as error:
        told = [((*under, *e["loc"]), e["type"], e["msg"]) for e in error.errors()]
    else:
        return
    missing = [dotted(keys) for keys, kind, _ in told if kind == "missing"]
    if missing:
        yield under, f"{', '.join(missing)} {'is' if len(missing) == 1 else 'are'} missing"
    for keys, kind, message in told:
        if kind == "extra_forbidden":
            yield keys, f"{dotted(keys)} is not known; known are {', '.join(model.model_fields)}"
        elif kind != "missing":
            said = message.removeprefix("Value error, ").replace("Input", "it", 1)
            yield keys, f"{dotted(keys)}: {_SHOULD_BE.get(kind, said)}"


def _switched(model: type[BaseModel], data: Mapping[Any, Any], under: Iterable[str]) -> Iterator[Mistake]:
    """Numbers for which `true` or `false` is written: the library would take them for 1 and 0."""
    for name, field in model.model_fields.items():
        if field.annotation is float and isinstance(data.get(name), bool):
            keys = (*under, name)
            yield keys, f"{dotted(keys)}: {_SHOULD_BE['float_type']}, not true or false"


def dotted(keys: tuple[str | int, ...]) -> str:
    """Keys for a reader: "options.bounds (entry 2)"."""
    names = ".".join(key for key in keys if isinstance(key, str))
    return names + "".join(f" (entry {key + 1})" for key in keys if isinstance(key, int))
