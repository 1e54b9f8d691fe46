"""What functions of Python and pytest give, as far as it can be said without calling them."""

from __future__ import annotations

import itertools
import json
from typing import TYPE_CHECKING, Any

from task_flow_claims import WIDE, both, is_wide, number_in
from task_flow_value import (
    NOTHING,
    PARTS,
    UNKNOWN,
    VOID,
    Value,
    changed,
    constant,
    element_of,
    empty,
    from_data,
    is_always_true,
    record,
    sequence,
    union,
)

if TYPE_CHECKING:
    from collections.abc import Callable

Arguments = tuple[list[Value], dict[str, Value]]

# What these modules give hangs on what they are given, and on nothing else.
PURE = frozenset(
    [
        "array",
        "ast",
        "base64",
        "binascii",
        "bisect",
        "builtins",
        "calendar",
        "cmath",
        "collections",
        "copy",
        "csv",
        "dataclasses",
        "datetime",
        "decimal",
        "difflib",
        "enum",
        "fractions",
        "functools",
        "hashlib",
        "heapq",
        "html",
        "io",
        "ipaddress",
        "itertools",
        "json",
        "math",
        "numbers",
        "operator",
        "pprint",
        "pytest",
        "queue",
        "re",
        "statistics",
        "string",
        "struct",
        "textwrap",
        "types",
        "typing",
        "unicodedata",
        "uuid",
        "zoneinfo",
        "asyncio",
        "contextlib",
    ]
)
IMPURE = frozenset(
    [
        "builtins.open",
        "builtins.input",
        "builtins.eval",
        "builtins.exec",
        "builtins.compile",
        "builtins.__import__",
        "builtins.globals",
        "builtins.locals",
        "builtins.vars",
        "datetime.datetime.now",
        "datetime.date.today",
        "datetime.datetime.utcnow",
        "datetime.datetime.today",
        "uuid.uuid4",
        "uuid.uuid1",
    ]
)
MUTABLE = frozenset(["array", "collections", "io", "queue", "types", "copy"])
WEAK = frozenset(f"builtins.{name}" for name in ["type", "isinstance", "issubclass", "hasattr", "callable", "id"])
COPIES = frozenset(
    [f"builtins.{name}" for name in ["list", "tuple", "sorted", "reversed", "iter"]]
    + ["copy.copy", "copy.deepcopy", "collections.deque", "types.MappingProxyType", "collections.OrderedDict"]
)
# The text of what is so or not is true in both cases.
TEXTS = frozenset(f"builtins.{name}" for name in ["str", "repr", "ascii", "format"])
COLLECTIONS = frozenset(["list", "tuple", "set", "dict", "frozenset"])


def is_pure(origin: str) -> bool:
    return origin.split(".", maxsplit=1)[0] in PURE and origin not in IMPURE


def library(origin: str, values: list[Value], named: dict[str, Value]) -> Value | None:
    """What a call gives; null where nothing is known but what it is given."""
    if origin in KNOWN:
        return KNOWN[origin](values, named)
    if origin in WEAK:
        whole = union([*values, *named.values()])
        return changed(whole, is_weak=True, claim=None, literals=frozenset(each for each in whole.literals if each[0] == "name"))
    if origin in COPIES and len(values) == 1:
        return changed(values[0], is_mutable=origin != "builtins.tuple", origin=None, is_full=False)
    if origin in TEXTS and values and values[0].claim is not None:
        return changed(union(values), claim=None, is_full=True)
    _, _, name = origin.rpartition(".")
    if origin.startswith("builtins.") and name in COLLECTIONS and not values and not named:
        return empty("set" if name == "frozenset" else name)
    return None


def of_numbers(values: list[Value]) -> list[int] | None:
    numbers = [value.constant for value in values]
    return numbers if all(type(number) is int for number in numbers) else None


def called_range(values: list[Value], _: dict[str, Value]) -> Value:
    numbers = of_numbers(values)
    if numbers is None or not 1 <= len(numbers) <= 3 or (len(numbers) == 3 and numbers[2] == 0):
        return changed(union(values), literals=NOTHING)
    found = range(*numbers)
    # More than these are not looked at one by one.
    return Value(is_mutable=True) if found[64:] else sequence(map(constant, found))


def called_zip(values: list[Value], _: dict[str, Value]) -> Value:
    if not values:
        return empty("list")
    columns = [value.items for value in values]
    if any(column is None for column in columns):
        return sequence([sequence([element_of(value) for value in values])])
    return sequence(sequence(row) for row in zip(*(column or () for column in columns), strict=False))


def called_enumerate(values: list[Value], _: dict[str, Value]) -> Value:
    items = values[0].items if values else None
    if items is None:
        return sequence([sequence([VOID, *map(element_of, values[:1])])])
    return sequence(sequence([changed(constant(index), literals=NOTHING), item]) for index, item in enumerate(items))


def called_product(values: list[Value], _: dict[str, Value]) -> Value:
    columns = [value.items or (element_of(value),) for value in values]
    return sequence(sequence(row) for row in itertools.islice(itertools.product(*columns), PARTS))


def called_chain(values: list[Value], _: dict[str, Value]) -> Value:
    return sequence(item for value in values for item in (value.items if value.items is not None else (element_of(value),)))


def called_loads(values: list[Value], _: dict[str, Value]) -> Value:
    text = values[0].constant if values else UNKNOWN
    try:
        return from_data(json.loads(text)) if isinstance(text, (str, bytes)) else union(values)
    except (ValueError, RecursionError):
        return union(values)


def called_len(values: list[Value], _: dict[str, Value]) -> Value:
    whole = union(values)
    denial = values[0].denial if values else None
    if values and values[0].items is not None and not whole.reaches and denial is None:
        return constant(len(values[0].items))
    is_full = bool(values) and values[0].is_full
    return changed(whole, literals=NOTHING, claim=None if denial is None else whole.claim, denial=denial, is_full=is_full)


def called_any(values: list[Value], _: dict[str, Value]) -> Value:
    items = [item for value in values[:1] for item in value.items or ()]
    denials = [each.denial for each in [*values[:1], *items] if each.denial is not None]
    is_full = any(map(is_always_true, items)) and values[0].denial is None
    return changed(union(values), is_full=is_full, denial=both(denials) if denials else None)


def called_bool(values: list[Value], _: dict[str, Value]) -> Value:
    known = values[0].constant if values else UNKNOWN
    return changed(union(values), literals=NOTHING) if known is UNKNOWN else constant(bool(known))


def called_max(values: list[Value], _: dict[str, Value]) -> Value:
    """Of the result and a value of the test, it may be that value."""
    is_mixed = any(value.is_code for value in values) and any(not value.reaches for value in values)
    return changed(union(values), is_any=is_mixed)


def called_round(values: list[Value], named: dict[str, Value]) -> Value:
    digits = number_in(values[1] if len(values) > 1 else named.get("ndigits"))
    whole = changed(union(values[:1]), claim=None)
    return changed(whole, coarse=10.0**-digits) if digits is not None and -300 < digits < 0 else whole


def called_approx(values: list[Value], named: dict[str, Value]) -> Value:
    value = values[0] if values else VOID
    relative = named.get("rel", values[1] if len(values) > 1 else None)
    absolute = named.get("abs", values[2] if len(values) > 2 else None)
    size = number_in(absolute)
    if value.is_code and size is not None and not is_wide(value, number_in(relative), None):
        return changed(value, constant=UNKNOWN, coarse=size / WIDE)
    if is_wide(value, number_in(relative), size):
        return changed(value, literals=NOTHING, items=None, fields=None, constant=UNKNOWN, is_any=True)
    return changed(value, constant=UNKNOWN)


def called_date(values: list[Value], named: dict[str, Value]) -> Value:
    """A date counts as its text, too."""
    numbers = of_numbers(values)
    whole = union([*values, *named.values()])
    if numbers is None or len(numbers) < 3:
        return whole
    text = "-".join(f"{number:0{size}}" for number, size in zip(numbers, (4, 2, 2), strict=False))
    return changed(whole, literals=whole.literals | {("string", text), *called_time([*map(constant, numbers[3:])], {}).literals})


def called_time(values: list[Value], named: dict[str, Value]) -> Value:
    numbers = of_numbers(values)
    whole = union([*values, *named.values()])
    if not numbers:
        return whole
    text = ":".join(f"{number:02}" for number in [*numbers, 0][: max(2, len(numbers))][:3])
    return changed(whole, literals=whole.literals | {("string", text)})


def called_int(values: list[Value], named: dict[str, Value]) -> Value:
    text = values[0].constant if len(values) == 1 and not named else UNKNOWN
    try:
        return constant(int(text)) if isinstance(text, str) and len(text) < 100 else union(values)
    except ValueError:
        return union(values)


def called_dict(values: list[Value], named: dict[str, Value]) -> Value:
    if not values and not named:
        return empty("dict")
    if not values or (len(values) == 1 and values[0].fields is not None):
        return record({**(values[0].fields or {} if values else {}), **named}, values)
    return changed(union([*values, *named.values()]), is_mutable=True)


def called_param(values: list[Value], _: dict[str, Value]) -> Value:
    return values[0] if len(values) == 1 else sequence(values)


def called_namedtuple(values: list[Value], _: dict[str, Value]) -> Value:
    """Its items are the names of its fields."""
    names = values[1] if len(values) > 1 else VOID
    text = names.constant
    items = sequence(map(constant, text.replace(",", " ").split())).items if isinstance(text, str) else names.items
    return Value(items=items, origin="namedtuple!")


KNOWN: dict[str, Callable[[list[Value], dict[str, Value]], Value]] = {
    "builtins.range": called_range,
    "builtins.zip": called_zip,
    "itertools.zip_longest": called_zip,
    "builtins.enumerate": called_enumerate,
    "itertools.product": called_product,
    "itertools.chain": called_chain,
    "json.loads": called_loads,
    "builtins.len": called_len,
    "builtins.any": called_any,
    "builtins.sum": called_any,
    "builtins.bool": called_bool,
    "builtins.max": called_max,
    "builtins.min": called_max,
    "builtins.round": called_round,
    "builtins.int": called_int,
    "builtins.dict": called_dict,
    "types.SimpleNamespace": called_dict,
    "pytest.approx": called_approx,
    "pytest.param": called_param,
    "datetime.date": called_date,
    "datetime.datetime": called_date,
    "datetime.time": called_time,
    "collections.namedtuple": called_namedtuple,
}

# Methods of texts that are called, where the text and what they are given are known.
OF_TEXTS = frozenset(
    [
        "split",
        "rsplit",
        "splitlines",
        "strip",
        "lstrip",
        "rstrip",
        "upper",
        "lower",
        "title",
        "capitalize",
        "replace",
        "removeprefix",
        "removesuffix",
        "partition",
        "rpartition",
        "join",
        "casefold",
        "swapcase",
        "encode",
    ]
)


def method(base: Value, name: str, values: list[Value], named: dict[str, Value]) -> Value | None:
    """What a method of a value that is none of the code gives."""
    if isinstance(base.constant, str) and name in OF_TEXTS and not named:
        return of_text(base.constant, name, [plain(value) for value in values])
    if base.fields is not None and base.instance is None:
        fields = base.fields
        if name == "items":
            return sequence(sequence([constant(key), value]) for key, value in fields.items())
        if name == "values":
            return sequence(fields.values())
        if name == "keys":
            return sequence(map(constant, fields))
        if name in ("get", "pop") and values and isinstance(values[0].constant, (str, int)):
            return fields.get(str(values[0].constant), values[1] if len(values) > 1 else None)
        if name == "copy":
            return changed(base, fields=dict(fields))
    if base.items is not None and name == "copy":
        return base
    return None


def plain(value: Value) -> Any:
    if value.constant is UNKNOWN and value.items is not None:
        return [item.constant for item in value.items]
    return value.constant


def of_text(text: str, name: str, values: list[Any]) -> Value | None:
    if (
        len(text) > 20_000
        or any(isinstance(value, str) and len(value) > 2_000 for value in values)
        or any(value is UNKNOWN or (isinstance(value, list) and UNKNOWN in value) for value in values)
    ):
        return None
    try:
        result = getattr(text, name)(*values)
    except (TypeError, ValueError, LookupError):
        return None
    if isinstance(result, (list, tuple)):
        return sequence(map(constant, result), is_mutable=True)
    return constant(result) if len(result) <= 200_000 else None
