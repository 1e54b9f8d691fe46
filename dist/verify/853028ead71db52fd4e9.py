"""What is known of a value in a test by its syntax: the literals it is made of, and the calls of the code it hangs on."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import ast
    from collections.abc import Iterable

    from task_flow_scopes import Class, Scope
    from task_stubs import Function

    # Its kind (`number`, `string`, `name` or `empty`) and its text.
    Literal = tuple[str, str]

NOTHING: frozenset[Any] = frozenset()
# What no constant is.
UNKNOWN = object()
# A structure with more parts is looked at as a whole.
PARTS = 600


@dataclass(frozen=True, eq=False)
class Claim:
    """What an assertion of a value says: the literals that it fails by, those that it only mentions, and the calls whose
    results it looks at. `independent`: one side hangs on the code, and the other does not."""

    expected: frozenset[Literal] = NOTHING
    other: frozenset[Literal] = NOTHING
    calls: frozenset[int] = NOTHING
    independent: bool = False

    def __or__(self, claim: Claim) -> Claim:
        return Claim(
            self.expected | claim.expected, self.other | claim.other, self.calls | claim.calls, self.independent or claim.independent
        )

    def weak(self) -> Claim:
        return Claim(NOTHING, self.expected | self.other, self.calls)


EMPTY_CLAIM = Claim()


@dataclass(frozen=True, eq=False)
class Callee:
    """A function or class that stands in the tests, with what it sees around it."""

    node: Function | ast.Lambda | ast.ClassDef
    path: str
    scope: Scope
    receiver: Value | None = None


@dataclass(frozen=True, eq=False)
class Value:
    # Of which it is made without the code under test.
    literals: frozenset[Literal] = NOTHING
    # Calls of the code that it is a result of, or that may have changed it.
    calls: frozenset[int] = NOTHING
    is_code: bool = False
    # From outside of what is read here: files, what was printed, fixtures of pytest.
    is_opaque: bool = False
    is_error: bool = False
    # What a call may change.
    is_mutable: bool = False
    # Says nothing of what the code gives but its type.
    is_weak: bool = False
    # Equals whatever it is compared with, or nearly so.
    is_any: bool = False
    # Counts as true, whatever is in it.
    is_full: bool = False
    items: tuple[Value, ...] | None = None
    # Attributes of an object, or entries of a dictionary: shared by all that stand for it.
    fields: dict[str, Value] | None = None
    callees: tuple[Callee, ...] = ()
    # The class of the tests that it is an object of.
    instance: Class | None = None
    # The function or class of the code that it is.
    reference: str | None = None
    # What it is given before all else, by `functools.partial`.
    bound: tuple[tuple[Value, ...], dict[str, Value]] | None = None
    claim: Claim | None = None
    # What is said where it is untrue.
    denial: Claim | None = None
    # Where it comes from by name, such as `pytest.raises`; with `!` it is what a call of that gives.
    origin: str | None = None
    constant: Any = field(default=UNKNOWN)
    # Numbers smaller than this it cannot tell apart.
    coarse: float = 0.0

    @property
    def reaches(self) -> bool:
        return self.is_code or self.is_opaque


def changed(value: Value, **differences: Any) -> Value:
    """As `dataclasses.replace` does it, in a quarter of the time: it is called for every other node."""
    result = object.__new__(Value)
    result.__dict__.update(value.__dict__, **differences)
    return result


VOID = Value()
ANYTHING = Value(is_opaque=True, is_mutable=True)


def union(values: Iterable[Value]) -> Value:
    """A value that is made of others, in whatever way."""
    literals: set[Literal] = set()
    calls: set[int] = set()
    callees: dict[int, Callee] = {}
    claim: Claim | None = None
    is_code = is_opaque = is_error = is_weak = is_mutable = False
    coarse = 0.0
    for value in values:
        literals |= value.literals
        calls |= value.calls
        is_code |= value.is_code
        is_opaque |= value.is_opaque
        is_error |= value.is_error
        is_weak |= value.is_weak
        is_mutable |= value.is_mutable
        coarse = max(coarse, value.coarse)
        if value.claim is not None:
            claim = value.claim if claim is None else claim | value.claim
        for callee in value.callees:
            callees[id(callee.node)] = callee
    return Value(
        frozenset(literals),
        frozenset(calls),
        is_code=is_code,
        is_opaque=is_opaque,
        is_error=is_error,
        is_weak=is_weak,
        is_mutable=is_mutable,
        callees=tuple(callees.values())[:20],
        claim=claim,
        coarse=coarse,
    )


def found_by(pattern: Value) -> Value:
    """What a regular expression finds: a sign behind a backslash stands for itself. It also counts as it is written."""
    plain = {(kind, re.sub(r"\\(\W)", r"\1", text)) for kind, text in pattern.literals if kind == "string" and "\\" in text}
    return changed(pattern, literals=pattern.literals | plain) if plain else pattern


def joined(values: list[Value]) -> Value:
    """One of several values: what they have in common in their structure stays."""
    if not values:
        return VOID
    if len(values) == 1:
        return values[0]
    result = union(values)
    first = values[0]
    if first.items is not None and len(first.items) < PARTS and all(each.items and len(each.items) == len(first.items) for each in values):
        columns = zip(*(each.items or () for each in values), strict=True)
        return changed(result, items=tuple(joined(list(column)) for column in columns))
    if all(each.fields is not None for each in values):
        keys = dict.fromkeys(key for each in values for key in each.fields or {})
        columns_by_key = {key: [each.fields[key] for each in values if each.fields and key in each.fields] for key in keys}
        return changed(result, fields={key: joined(column) for key, column in columns_by_key.items()})
    if all(each.origin == first.origin for each in values):
        return changed(result, origin=first.origin)
    return result


def sequence(values: Iterable[Value], *, is_mutable: bool = False) -> Value:
    items = tuple(values)
    result = union(items)
    return changed(
        result,
        items=items if len(items) <= PARTS else None,
        is_mutable=is_mutable or result.is_mutable,
        callees=(),
        is_any=bool(items) and all(item.is_any for item in items),
    )


def record(fields: dict[str, Value], others: Iterable[Value] = ()) -> Value:
    is_any = bool(fields) and all(value.is_any for value in fields.values())
    return changed(union([*fields.values(), *others]), fields=fields, is_mutable=True, callees=(), is_any=is_any)


def is_always_true(value: Value) -> bool:
    known = value.constant is not UNKNOWN and bool(value.constant)
    return known or value.is_full or bool(value.items) or value.reference is not None


def element_of(value: Value) -> Value:
    """What a loop over it gives, one for all."""
    if value.items is not None:
        return joined(list(value.items))
    return changed(value, fields=None, items=None, origin=None, constant=UNKNOWN, claim=value.claim, is_full=False)


def constant(value: Any) -> Value:
    return Value(frozenset(literals_of(value)), constant=value)


def literals_of(value: Any) -> list[Literal]:
    if isinstance(value, bool) or value is None:
        return [("name", str(value))]
    if isinstance(value, (int, float)):
        return [("number", repr(value))] if abs(value) < 10**400 or value in (float("inf"), float("-inf")) else []
    if isinstance(value, complex):
        return [("number", repr(value.imag))] if value.real == 0 else []
    if isinstance(value, str):
        return [("string", value)]
    if isinstance(value, bytes):
        return [("string", value.decode("latin-1"))]
    return []


def from_data(value: Any) -> Value:
    """What a text of JSON says."""
    if isinstance(value, list):
        return sequence(map(from_data, value), is_mutable=True) if value else empty("list")
    if isinstance(value, dict):
        if not value:
            return empty("dict")
        return record({str(key): from_data(each) for key, each in value.items()}, [constant(key) for key in value])
    return constant(value)


def empty(kind: str) -> Value:
    is_record = kind == "dict"
    return Value(
        frozenset({("empty", kind)}),
        is_mutable=kind != "tuple",
        items=None if is_record or kind == "set" else (),
        fields={} if is_record else None,
    )


def containers_in(values: list[Value]) -> tuple[tuple[str | None, ...], ...]:
    """Of each that is a container of several literals, those, as `texts_of` tells them."""
    containers = [value for value in values if value.items or value.fields or isinstance(value.constant, (list, tuple, set, dict))]
    texts = [tuple(texts_of(value)[:40]) for value in containers if not value.is_code]
    return tuple([each for each in texts if len(each) > 1][:20])


MOST_TEXTS = 1000


def texts_of(value: Value, depth: int = 0) -> list[str | None]:
    """Its literals in their order; null where they cannot be read."""
    if value.constant is not UNKNOWN:
        return [text for _, text in literals_of(value.constant)] or [None]
    if depth > 6:
        return [None]
    if value.items:
        found: list[str | None] = []
        for item in value.items:
            # Of lists that hold each other there are more parts than anybody can count.
            if len(found) >= MOST_TEXTS:
                break
            found += texts_of(item, depth + 1)
        return found
    if value.fields and not value.is_code:
        return [text for key, item in value.fields.items() for text in (key, *texts_of(item, depth + 1))]
    if value.is_opaque or not value.literals:
        return [None]
    return [*sorted(text for _, text in value.literals)]
