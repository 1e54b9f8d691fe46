"""Follows values through the expressions of a test."""

# Methods are named after the nodes that they take.
# ruff: noqa: N802, N815

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any

from task_flow_claims import both, closeness, comparison, equality, is_same, membership, number_in, truth, untruth
from task_flow_names import Names
from task_flow_scopes import Scope
from task_flow_value import (
    ANYTHING,
    EMPTY_CLAIM,
    NOTHING,
    UNKNOWN,
    VOID,
    Callee,
    Claim,
    Value,
    changed,
    constant,
    element_of,
    empty,
    is_always_true,
    joined,
    literals_of,
    record,
    sequence,
    union,
)
from task_source import unparse

if TYPE_CHECKING:
    from collections.abc import Iterator


# Rows of a table that are looked at one by one.
ROWS = 64


class Expressions(Names):
    """Says what is known of the value of an expression."""

    # `override` comes with Python 3.12.
    # pyrefly: ignore[missing-override-decorator]
    def value(self, node: ast.expr, scope: Scope) -> Value:
        self.step()
        handler = getattr(self, f"of_{type(node).__name__}", None)
        if handler is not None:
            result: Value = handler(node, scope)
            # What is large takes as long as many that are small.
            self.step((len(result.literals) + len(result.calls)) // 16)
            return result
        return union(self.value(child, scope) for child in ast.iter_child_nodes(node) if isinstance(child, ast.expr))

    def of_Constant(self, node: ast.Constant, _: Scope) -> Value:
        return constant(node.value)

    def of_Tuple(self, node: ast.Tuple, scope: Scope) -> Value:
        return self.display(node.elts, scope, "tuple")

    def of_List(self, node: ast.List, scope: Scope) -> Value:
        return self.display(node.elts, scope, "list")

    def of_Set(self, node: ast.Set, scope: Scope) -> Value:
        return self.display(node.elts, scope, "set")

    def display(self, parts: list[ast.expr], scope: Scope, kind: str) -> Value:
        if not parts:
            return empty(kind)
        items: list[Value] = []
        for part in parts:
            value = self.value(part, scope)
            if isinstance(part, ast.Starred):
                items += value.items if value.items is not None else (element_of(value),)
            else:
                items.append(value)
        result = sequence(items, is_mutable=kind != "tuple")
        return changed(result, claim=union(items).claim, is_full=any(not isinstance(part, ast.Starred) for part in parts))

    def of_Dict(self, node: ast.Dict, scope: Scope) -> Value:
        if not node.keys:
            return empty("dict")
        fields: dict[str, Value] = {}
        others: list[Value] = []
        for key, part in zip(node.keys, node.values, strict=True):
            value = self.value(part, scope)
            if key is None:
                fields.update(value.fields or {})
                others.append(value)
                continue
            name = self.value(key, scope)
            others += [name, value]
            if isinstance(name.constant, (str, int)):
                fields[str(name.constant)] = value
        return changed(record(fields, others), is_full=any(key is not None for key in node.keys))

    def of_JoinedStr(self, node: ast.JoinedStr, scope: Scope) -> Value:
        parts = [self.value(part.value if isinstance(part, ast.FormattedValue) else part, scope) for part in node.values]
        if all(isinstance(part.constant, (str, int)) for part in parts) and not any(
            isinstance(part, ast.FormattedValue) and (part.format_spec or part.conversion >= 0) for part in node.values
        ):
            return constant("".join(str(part.constant) for part in parts))
        is_full = any(part.claim is not None or (isinstance(part.constant, str) and part.constant != "") for part in parts)
        return changed(union(parts), claim=None, callees=(), is_full=is_full)

    def of_Starred(self, node: ast.Starred, scope: Scope) -> Value:
        return self.value(node.value, scope)

    def of_Await(self, node: ast.Await, scope: Scope) -> Value:
        return self.value(node.value, scope)

    def of_Yield(self, node: ast.Yield, scope: Scope) -> Value:
        value = self.value(node.value, scope) if node.value is not None else VOID
        holder: Scope = scope
        holder.yields.append(value)
        return ANYTHING

    def of_YieldFrom(self, node: ast.YieldFrom, scope: Scope) -> Value:
        scope.yields += rows_of(self.value(node.value, scope))
        return ANYTHING

    def of_NamedExpr(self, node: ast.NamedExpr, scope: Scope) -> Value:
        value = self.value(node.value, scope)
        self.bind(node.target, value, scope)
        return value

    def of_Lambda(self, node: ast.Lambda, scope: Scope) -> Value:
        return Value(callees=(Callee(node, scope.path, scope),), is_mutable=True)

    def of_IfExp(self, node: ast.IfExp, scope: Scope) -> Value:
        test = self.value(node.test, scope)
        known = truth_of(node.test, test, scope)
        if known is not None:
            return self.value(node.body if known else node.orelse, scope)
        arms = [self.value(node.body, scope), self.value(node.orelse, scope)]
        result = joined(arms)
        return changed(result, is_full=True) if test.is_code and any(map(is_always_true, arms)) else result

    def of_UnaryOp(self, node: ast.UnaryOp, scope: Scope) -> Value:
        value = self.value(node.operand, scope)
        if isinstance(node.op, ast.Not):
            calls = self.calls_of(value)
            return changed(
                union([value]),
                claim=untruth(value, calls),
                denial=truth(value, calls),
                literals=NOTHING,
                constant=UNKNOWN if value.constant is UNKNOWN else not value.constant,
            )
        number = value.constant
        if isinstance(node.op, ast.USub) and isinstance(number, (int, float, complex)) and not isinstance(number, bool):
            return constant(-number)
        if isinstance(node.op, ast.USub):
            negated = {("number", f"-{text}") for kind, text in value.literals if kind in ("number", "string") and text[:1].isdigit()}
            return changed(union([value]), literals=value.literals | negated)
        return union([value])

    def of_BinOp(self, node: ast.BinOp, scope: Scope) -> Value:
        parts: list[tuple[ast.operator | None, ast.expr]] = []
        left: ast.expr = node
        # Long sums are deep.
        while isinstance(left, ast.BinOp):
            parts.append((left.op, left.right))
            left = left.left
        result = self.value(left, scope)
        for operator, part in reversed(parts):
            self.step()
            right = self.value(part, scope)
            result = summed(result, right) if isinstance(operator, ast.Add) else combined(operator, result, right)
        return result

    def of_BoolOp(self, node: ast.BoolOp, scope: Scope) -> Value:
        values = [self.value(part, scope) for part in node.values]
        claims = [truth(value, self.calls_of(value)) for value in values]
        denials = [untruth(value, self.calls_of(value)) for value in values]
        whole = union(values)
        is_true = isinstance(node.op, ast.Or) and any(map(is_always_true, values))
        return changed(whole, claim=EMPTY_CLAIM if is_true else both(claims), denial=both(denials))

    def of_Compare(self, node: ast.Compare, scope: Scope) -> Value:
        nodes = [node.left, *node.comparators]
        values = [self.value(each, scope) for each in nodes]
        claims: list[Claim] = []
        denials: list[Claim] = []
        for index, operator in enumerate(node.ops):
            claim, denial = self.compared_by(operator, (nodes[index], nodes[index + 1]), (values[index], values[index + 1]), scope)
            claims.append(claim)
            denials.append(denial)
        whole = union(values)
        known = held(node.ops[0], values[0].constant, values[1].constant) if len(values) == 2 else UNKNOWN
        is_full = all(isinstance(operator, (ast.Eq, ast.Is)) for operator in node.ops) and all(map(is_same, nodes, nodes[1:]))
        return changed(
            whole, literals=NOTHING, is_weak=False, coarse=0.0, claim=both(claims), denial=both(denials), constant=known, is_full=is_full
        )

    def compared_by(
        self, operator: ast.cmpop, nodes: tuple[ast.expr, ast.expr], values: tuple[Value, Value], scope: Scope
    ) -> tuple[Claim, Claim]:
        """What is said where the comparison holds, and where it does not."""
        left, right = values
        calls = self.calls_of(left, right)
        if is_same(*nodes):
            return EMPTY_CLAIM, EMPTY_CLAIM
        if isinstance(operator, (ast.Eq, ast.Is)):
            claim = equality(left, right, calls)
            return claim, claim.weak()
        if isinstance(operator, (ast.NotEq, ast.IsNot)):
            claim = equality(left, right, calls)
            return claim.weak(), claim
        if isinstance(operator, (ast.In, ast.NotIn)):
            claim = membership(left, right, calls)
            return (claim, claim.weak()) if isinstance(operator, ast.In) else (claim.weak(), claim)
        distance, bound = (nodes[0], right) if isinstance(operator, (ast.Lt, ast.LtE)) else (nodes[1], left)
        ends = distance_in(distance)
        if ends is not None:
            one, other = (self.value(end, scope) for end in ends)
            claim = closeness(one, other, calls, None, bound)
            return claim, claim.weak()
        claim = comparison(left, right, calls)
        return claim, claim

    def of_Subscript(self, node: ast.Subscript, scope: Scope) -> Value:
        base = self.value(node.value, scope)
        key = self.value(node.slice, scope)
        if base.fields is not None and isinstance(key.constant, (str, int)) and str(key.constant) in base.fields:
            found = base.fields[str(key.constant)]
            return changed(found, is_code=True, calls=found.calls | base.calls) if base.is_code else found
        if base.items is not None and type(key.constant) is int and -len(base.items) <= key.constant < len(base.items):
            found = base.items[key.constant]
            return changed(found, is_code=True, calls=found.calls | base.calls) if base.is_code else found
        if base.items is not None and isinstance(node.slice, ast.Slice):
            ends = [
                None if each is None else self.value(each, scope).constant for each in (node.slice.lower, node.slice.upper, node.slice.step)
            ]
            if all(each is None or type(each) is int for each in ends) and ends[2] != 0:
                return sequence(base.items[slice(*ends)], is_mutable=True)
        if base.is_code:
            return changed(union([base]), literals=NOTHING, claim=None, is_mutable=True)
        if base.origin is not None:
            return base
        return changed(element_of(base), is_mutable=True) if base.fields is None else joined([*base.fields.values()] or [base])

    def of_ListComp(self, node: ast.ListComp | ast.SetComp | ast.GeneratorExp, scope: Scope) -> Value:
        denials: list[Claim] = []
        items = [self.value(node.elt, inner) for inner in self.comprehended(node.generators, scope, denials)]
        result = sequence(items, is_mutable=True)
        is_full = isinstance(node, ast.GeneratorExp) or (bool(items) and not any(each.ifs for each in node.generators))
        denial = both(denials) if denials else None
        return changed(result, claim=union(items).claim if items else None, denial=denial, is_full=is_full)

    of_SetComp = of_ListComp

    of_GeneratorExp = of_ListComp

    def of_DictComp(self, node: ast.DictComp, scope: Scope) -> Value:
        fields: dict[str, Value] = {}
        others: list[Value] = []
        denials: list[Claim] = []
        for inner in self.comprehended(node.generators, scope, denials):
            key, value = self.value(node.key, inner), self.value(node.value, inner)
            others += [key, value]
            if isinstance(key.constant, (str, int)):
                fields[str(key.constant)] = value
        return changed(record(fields, others), denial=both(denials) if denials else None)

    def comprehended(self, generators: list[ast.comprehension], scope: Scope, denials: list[Claim]) -> Iterator[Scope]:
        """The scope of each row that is left; `denials`: what is said where none is, as by `[x for x, y in rows if f(x) != y]`."""
        if not generators:
            yield scope
            return
        first = generators[0]
        for item in rows_of(self.value(first.iter, scope)):
            inner = Scope(scope.path, scope)
            self.bind(first.target, item, inner)
            # Of a table that is filtered to nothing, nothing is left.
            tests = [self.value(test, inner) for test in first.ifs]
            denials += [untruth(test, self.calls_of(test)) for test in tests if test.is_code]
            if not any(test.constant is not UNKNOWN and not test.constant for test in tests):
                yield from self.comprehended(generators[1:], inner, denials)


def summed(left: Value, right: Value) -> Value:
    if left.items is not None and right.items is not None:
        return sequence([*left.items, *right.items], is_mutable=True)
    return combined(ast.Add(), left, right)


def combined(operator: ast.operator | None, left: Value, right: Value) -> Value:
    """Small sums of known numbers and texts are worked out."""
    known = worked_out(operator, left.constant, right.constant)
    if known is not UNKNOWN:
        result = constant(known)
        return changed(result, literals=result.literals | left.literals | right.literals)
    if isinstance(operator, ast.Mult) and left.items is not None and not right.reaches:
        return changed(left, is_mutable=True)
    # Of `f(x) * 0` and `f(x) % 1` nothing is left.
    is_any = any(isinstance(operator, kind) and number_in(right) == number for kind, number in ((ast.Mult, 0), (ast.Mod, 1)))
    return changed(union([left, right]), claim=None, callees=(), is_any=is_any)


def worked_out(operator: ast.operator | None, left: Any, right: Any) -> Any:
    try:
        if isinstance(operator, ast.Add) and isinstance(left, str) and isinstance(right, str) and len(left) + len(right) < 100_000:
            return left + right
        if not all(isinstance(each, (int, float)) and not isinstance(each, bool) and abs(each) < 1e15 for each in (left, right)):
            return UNKNOWN
        if isinstance(operator, ast.Add):
            return left + right
        if isinstance(operator, ast.Sub):
            return left - right
        if isinstance(operator, ast.Mult):
            return left * right
        if isinstance(operator, ast.Div):
            return left / right
        if isinstance(operator, ast.Pow) and 0 <= right <= 30 and abs(left) <= 1000:
            return left**right
    except (ArithmeticError, ValueError):
        pass
    return UNKNOWN


def rows_of(value: Value) -> list[Value]:
    """What a loop looks at one by one, and the rest of it as one."""
    if value.items is None:
        keys = [changed(VOID, literals=frozenset(literals_of(key)), constant=key) for key in value.fields or {}]
        return keys[:ROWS] if keys and value.instance is None else [element_of(value)]
    rest = value.items[ROWS:]
    return [*value.items[:ROWS], *([joined(list(rest))] if rest else [])]


def held(operator: ast.cmpop, left: Any, right: Any) -> Any:
    """Whether two numbers of the test are in that order."""
    if not all(isinstance(each, (int, float)) and not isinstance(each, bool) for each in (left, right)):
        return UNKNOWN
    known: dict[type[ast.cmpop], Any] = {
        ast.Lt: left < right,
        ast.LtE: left <= right,
        ast.Gt: left > right,
        ast.GtE: left >= right,
        ast.Eq: left == right,
        ast.NotEq: left != right,
    }
    return known.get(type(operator), UNKNOWN)


def truth_of(node: ast.expr, value: Value, scope: Scope) -> bool | None:
    """Whether a condition holds, where nothing that runs can change that."""
    if isinstance(node, ast.Name) and node.id == "TYPE_CHECKING":
        return False
    if isinstance(node, (ast.List, ast.Tuple, ast.Set)) and not node.elts:
        return False
    is_fixed = isinstance(node, (ast.Constant, ast.UnaryOp)) or not any(isinstance(part, (ast.Name, ast.Call)) for part in ast.walk(node))
    if isinstance(node, ast.Name):
        holder = scope.holder(node.id)
        is_fixed = holder is not None and holder.parent is None
    return bool(value.constant) if value.constant is not UNKNOWN and is_fixed else None


def distance_in(node: ast.expr) -> tuple[ast.expr, ast.expr] | None:
    """The ends of `abs(a - b)`."""
    if not isinstance(node, ast.Call) or len(node.args) != 1 or unparse(node.func) not in ("abs", "math.fabs"):
        return None
    [inside] = node.args
    return (inside.left, inside.right) if isinstance(inside, ast.BinOp) and isinstance(inside.op, ast.Sub) else None


def either(values: list[Value]) -> Value:
    first = values[0]
    return first if all(value is first for value in values) else joined(values)
