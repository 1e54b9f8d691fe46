"""What an assertion says of the values in it: the literals that it can fail by."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from task_flow_value import EMPTY_CLAIM, NOTHING, UNKNOWN, Claim, Value

if TYPE_CHECKING:
    from collections.abc import Sequence

    from task_flow_value import Literal

TRUE: frozenset[Literal] = frozenset({("name", "True")})
FALSE: frozenset[Literal] = frozenset(
    {("name", "False"), ("name", "None"), ("string", ""), *(("empty", kind) for kind in ("list", "dict", "set", "tuple"))}
)
# A tolerance of this share of a number lets anything pass.
WIDE = 0.5
# And one up to this is none that anything passes by.
NARROW = 0.01


def equality(left: Value, right: Value, calls: frozenset[int]) -> Claim:
    """Each side is expected of the other, where that one hangs on the code."""
    if left.claim is not None and isinstance(right.constant, bool):
        return left.claim if right.constant else left.denial or EMPTY_CLAIM
    for one, other in ((left, right), (right, left)):
        if one.denial is not None and is_empty(other):
            return one.denial | Claim(other.literals, NOTHING, calls, independent=True) if one.reaches else one.denial
    expected = (right.literals if left.reaches else NOTHING) | (left.literals if right.reaches else NOTHING)
    seen = frozenset(each for each in expected if is_seen(each, max(left.coarse, right.coarse)))
    if any(side.is_weak or side.is_any for side in (left, right)) or (expected and not seen):
        return Claim(NOTHING, expected, calls)
    return Claim(seen, NOTHING, calls, independent=left.is_code != right.is_code or bool(seen))


def is_seen(literal: Literal, coarse: float) -> bool:
    """Whether it is told apart from nothing, where numbers are rounded."""
    number = number_of(literal)
    return coarse == 0 or number is None or abs(number) >= coarse


def closeness(left: Value, right: Value, calls: frozenset[int], relative: Value | None, absolute: Value | None) -> Claim:
    claim = equality(left, right, calls)
    known = right if left.is_code else left
    return claim.weak() if is_wide(known, number_in(relative), number_in(absolute)) else claim


def is_wide(value: Value, relative: float | None, absolute: float | None) -> bool:
    """Whether a number may be anything within this tolerance."""
    if relative is not None and relative >= WIDE:
        return True
    if absolute is None or absolute <= NARROW:
        return False
    sizes = [abs(number) for number in map(number_of, value.literals) if number is not None]
    return absolute >= WIDE * max(sizes) if sizes else absolute >= 1


def membership(left: Value, right: Value, calls: frozenset[int]) -> Claim:
    """That a text is part of another is what is said of an error or of what was printed; of a result it leaves all else open."""
    if right.items is not None and len(right.items) == 1 and not right.reaches:
        return equality(left, right, calls)
    if not left.reaches and (right.is_error or (right.is_opaque and not right.is_code)):
        return Claim(left.literals, NOTHING, calls, independent=True)
    return comparison(left, right, calls)


def comparison(left: Value, right: Value, calls: frozenset[int]) -> Claim:
    if not left.reaches and not right.reaches:
        return EMPTY_CLAIM
    return Claim(NOTHING, left.literals | right.literals, calls)


def truth(value: Value, calls: frozenset[int]) -> Claim:
    """What `assert value` says."""
    if value.is_full:
        return EMPTY_CLAIM
    if value.claim is not None:
        return value.claim
    if value.is_weak:
        return Claim(NOTHING, value.literals, calls)
    return Claim(TRUE, NOTHING, calls, independent=True) if value.reaches and value.reference is None else EMPTY_CLAIM


def untruth(value: Value, calls: frozenset[int]) -> Claim:
    """What `assert not value` says."""
    if value.denial is not None:
        return value.denial
    if value.claim is not None:
        return value.claim.weak()
    if value.is_weak:
        return Claim(NOTHING, value.literals, calls)
    return Claim(FALSE, NOTHING, calls, independent=True) if value.reaches and value.reference is None else EMPTY_CLAIM


def is_empty(value: Value) -> bool:
    is_none = bool(value.literals) and all(kind == "empty" for kind, _ in value.literals)
    return value.constant == 0 or value.items == () or (is_none and not value.reaches)


def both(claims: Sequence[Claim]) -> Claim:
    result = EMPTY_CLAIM
    for claim in claims:
        result |= claim
    return result


def is_same(left: ast.expr, right: ast.expr) -> bool:
    """What is compared with itself is always equal."""
    return type(left) is type(right) and ast.dump(left) == ast.dump(right)


def number_in(value: Value | None) -> float | None:
    if value is None or value.constant is UNKNOWN or isinstance(value.constant, bool):
        return None
    return float(value.constant) if isinstance(value.constant, (int, float)) and abs(value.constant) < 10**300 else None


def number_of(literal: Literal) -> float | None:
    kind, text = literal
    try:
        return float(text) if kind in ("number", "string") and len(text) < 300 else None
    except ValueError:
        return None
