"""Follows values through the calls of a test: of the code, of its own functions, and of libraries."""

# Methods are named after the nodes that they take.
# ruff: noqa: N802

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from task_flow_claims import both, closeness, comparison, equality, membership, number_in, truth, untruth
from task_flow_expressions import ROWS, Expressions, either, rows_of
from task_flow_library import is_pure, library, method
from task_flow_scopes import Class, Scope
from task_flow_state import Call
from task_flow_value import (
    ANYTHING,
    NOTHING,
    UNKNOWN,
    VOID,
    Callee,
    Claim,
    Value,
    changed,
    constant,
    containers_in,
    element_of,
    found_by,
    joined,
    record,
    sequence,
    texts_of,
    union,
)
from task_source import unparse

if TYPE_CHECKING:
    from task_flow_scopes import Class
    from task_stubs import Function

DEPTH = 25
RAISES = frozenset(
    [
        "raises",
        "warns",
        "deprecated_call",
        "RaisesExc",
        "RaisesGroup",
        "assertRaises",
        "assertRaisesRegex",
        "assertWarns",
        "assertWarnsRegex",
    ]
)
MUTATORS = frozenset(["append", "add", "insert", "extend", "update", "setdefault", "push", "put", "write", "writelines", "appendleft"])


class Calls(Expressions):
    """Says what a call gives, and what it says where it is an assertion."""

    def of_Call(self, node: ast.Call, scope: Scope) -> Value:
        return self.call(node, scope, is_discarded=False)

    # `override` comes with Python 3.12.
    # pyrefly: ignore[missing-override-decorator]
    def call(self, node: ast.Call, scope: Scope, *, is_discarded: bool) -> Value:
        base = self.value(node.func.value, scope) if isinstance(node.func, ast.Attribute) else None
        callee = (
            self.value(node.func, scope)
            if base is None or not isinstance(node.func, ast.Attribute)
            else self.attribute(base, node.func.attr)
        )
        values, named = self.arguments(node, scope)
        name = node.func.attr if isinstance(node.func, ast.Attribute) else node.func.id if isinstance(node.func, ast.Name) else ""
        if is_discarded and any(self.is_idle(each.node) for each in callee.callees):
            # A coroutine that nobody waits for, or a generator that nobody asks, does nothing.
            return VOID
        before, self.is_set_up = self.is_set_up, is_discarded
        try:
            result = self.called(name, base, callee, values, named, node, scope)
        finally:
            self.is_set_up = before
        return result

    def is_idle(self, node: Function | ast.Lambda | ast.ClassDef) -> bool:
        return isinstance(node, ast.AsyncFunctionDef) or (isinstance(node, ast.FunctionDef) and self.readings.is_generator(node))

    def arguments(self, node: ast.Call, scope: Scope) -> tuple[list[Value], dict[str, Value]]:
        values: list[Value] = []
        named: dict[str, Value] = {}
        for argument in node.args:
            value = self.value(argument, scope)
            if isinstance(argument, ast.Starred):
                values += value.items if value.items is not None else (element_of(value),)
            else:
                values.append(value)
        for keyword in node.keywords:
            value = self.value(keyword.value, scope)
            if keyword.arg is not None:
                named[keyword.arg] = value
            elif value.fields is not None:
                named.update(value.fields)
            else:
                values.append(value)
        return values, named

    def called(
        self, name: str, base: Value | None, callee: Value, values: list[Value], named: dict[str, Value], node: ast.Call, scope: Scope
    ) -> Value:
        origin = callee.origin or ""
        last = origin.rpartition(".")[2]
        if callee.bound is not None:
            values, named = [*callee.bound[0], *values], {**callee.bound[1], **named}
        if callee.callees:
            found = [self.run(each, values, named) for each in callee.callees]
            if callee.is_code:
                found.append(self.code_call(name, values, named, callee))
            return joined(found)
        if origin == "namedtuple!":
            return self.made({str(item.constant): VOID for item in callee.items or ()}, values, named, is_tuple=True)
        if last in RAISES and not callee.is_code:
            return self.raises(last, values, named)
        if origin.startswith("unittest.") and (base is self.object or last.startswith(("assert", "fail"))):
            return self.unittest(last, values, named)
        if base is not None and base.is_error and name in ("match", "startswith", "endswith"):
            said = union([found_by(value) for value in values] if name == "match" else values)
            claim = Claim(said.literals, NOTHING, base.calls, independent=True)
            if name == "match":
                self.judge(claim)
            return changed(base, claim=claim)
        if base is not None and base.is_code and base.is_opaque and values and is_equality(name):
            # `assert_that(f(x)).is_equal_to(y)`, `expect(f(x)).to_equal(y)`.
            self.judge(equality(base, values[0], self.calls_of(base, values[0])))
            return base
        if callee.is_code and not (base is not None and name.startswith("assert_")):
            return self.call_of_code(name, base, callee, values, named, node, scope)
        if (name.startswith("assert_") and len(values) != 1) or (name.startswith("assert_") and base is not None and base.origin is None):
            return self.asserted_by(name, base, values, named)
        if values and values[0].reference is not None:
            made = self.made_of_function(name, origin, values[0], values[1:], named)
            if made is not None:
                return made
        reference = next((value for value in [*values, *named.values()] if value.reference is not None), None)
        if reference is not None and last not in ("getattr", "setattr", "isinstance", "issubclass", "type", "hasattr", "callable"):
            others = [part for value in values if value is not reference for part in (value.items or (value,))]
            return self.code_call(
                reference.reference or "", others, {key: value for key, value in named.items() if value is not reference}, reference
            )
        if base is not None and base.origin is None and callee.origin is None:
            return self.method_of(name, base, values, named, node, scope)
        return self.outside(origin, values, named)

    def made_of_function(self, name: str, origin: str, function: Value, values: list[Value], named: dict[str, Value]) -> Value | None:
        """What Python makes of a function of the code: another that calls it, or its results for each row."""
        if origin == "builtins.staticmethod":
            return function
        before, named_before = function.bound or ((), {})
        if origin == "functools.partial":
            return changed(function, bound=((*before, *values), {**named_before, **named}))
        if name not in ("map", "imap", "starmap", "filter") or not values:
            return None
        rows = zip(*map(rows_of, values), strict=False)
        given = [row[0].items or row if name == "starmap" else row for row in rows]
        results = [self.code_call(function.reference or "", [*before, *row], named_before, function) for row in given]
        return changed(union(results), is_mutable=True) if name == "filter" else sequence(results, is_mutable=True)

    def call_of_code(
        self, name: str, base: Value | None, callee: Value, values: list[Value], named: dict[str, Value], node: ast.Call, scope: Scope
    ) -> Value:
        receiver = base if base is not None and base.origin is None else callee
        result = self.code_call(callee.reference or name, values, named, receiver)
        if base is not None and receiver is base and isinstance(node.func, ast.Attribute):
            self.change(node.func.value, base, [], scope, result.calls)
        index = max(result.calls, default=-1)
        for argument in [*node.args, *(keyword.value for keyword in node.keywords)]:
            if isinstance(argument, (ast.Name, ast.Attribute, ast.Starred)):
                value = self.value(argument, scope)
                if value.is_mutable and not value.is_opaque and value.reference is None:
                    self.change(argument, value, [], scope, frozenset({index}))
        return result

    def code_call(self, name: str, values: list[Value], named: dict[str, Value], receiver: Value) -> Value:
        """Callbacks may be called by it, with anything."""
        every = [*values, *named.values()]
        given = set(union(every).literals)
        depends = set(receiver.calls)
        is_constructor = name in self.suite.code_classes
        kept = frozenset(given) if is_constructor else NOTHING
        result_of = Value(is_code=True, is_mutable=True)
        index = len(self.readings.calls)
        for value in every:
            depends |= value.calls
            for back in [*value.callees, *self.methods_of(value)]:
                answer = self.run(back, None, {}, changed(result_of, calls=frozenset(depends)))
                given |= answer.literals
                depends |= answer.calls
        index = len(self.readings.calls)
        self.readings.calls.append(
            Call(
                name,
                self.input_of(receiver, values, named),
                containers_in([*values, *named.values()]),
                frozenset(given),
                frozenset(depends),
                is_code=True,
            ),
        )
        self.own.append(index)
        if self.is_set_up:
            self.set_up.append(index)
        return Value(kept, receiver.calls | {index}, is_code=True, is_error=receiver.is_error, is_mutable=True)

    def input_of(self, receiver: Value, values: list[Value], named: dict[str, Value]) -> tuple[str | None, ...]:
        """What an object was given before belongs to what its methods are given."""
        before: list[str] = []
        if len(receiver.calls) <= ROWS:
            before = sorted({text for index in receiver.calls for _, text in self.readings.calls[index].given})
        own = [text for value in [*values, *named.values()] for text in self.texts_given_by(value)]
        return tuple([*before[:20], *own][:40])

    def texts_given_by(self, value: Value, depth: int = 0) -> list[str | None]:
        """Of what the code itself made, such as in `double(double(2))`, nothing is known but what it was made of."""
        if value.constant is UNKNOWN and value.items and depth <= 6:
            return [text for item in value.items[:40] for text in self.texts_given_by(item, depth + 1)][:40]
        texts = texts_of(value)
        if texts != [None] or not value.is_code or not 0 < len(value.calls) <= ROWS:
            return texts
        return [text for index in sorted(value.calls) for text in self.readings.calls[index].arguments] or texts

    def methods_of(self, value: Value) -> list[Callee]:
        if value.instance is None or value is self.object:
            return []
        return [
            Callee(node, each.path, self.readings.module(each.path), value)
            for each in self.suite.family(value.instance)
            for name, node in each.methods.items()
            if not name.startswith("__") or name == "__call__"
        ]

    def method_of(self, name: str, base: Value, values: list[Value], named: dict[str, Value], node: ast.Call, scope: Scope) -> Value:
        known = method(base, name, values, named)
        if known is not None:
            return known
        every = [*values, *named.values()]
        if name in MUTATORS and isinstance(node.func, ast.Attribute):
            items = base.items
            if name in ("append", "add") and items is not None and len(values) == 1 and isinstance(node.func.value, ast.Name):
                scope.change(node.func.value.id, changed(sequence([*items, values[0]], is_mutable=True)))
            else:
                self.change(node.func.value, base, every, scope)
        if base.is_opaque:
            self.noted(name, every)
            for back in [back for value in every for back in value.callees]:
                self.run(back, None, {}, ANYTHING)
        return changed(union([base, *every]), callees=(), is_mutable=True)

    def outside(self, origin: str, values: list[Value], named: dict[str, Value]) -> Value:
        """A function of a library."""
        every = [*values, *named.values()]
        last = origin.rpartition(".")[2]
        if last == "isclose" and len(values) >= 2:
            absolute = named.get("abs_tol")
            return changed(union(values), claim=closeness(values[0], values[1], self.calls_of(*values), named.get("rel_tol"), absolute))
        if origin == "operator.eq" and len(values) == 2:
            return changed(union(values), claim=equality(values[0], values[1], self.calls_of(*values)))
        if origin.startswith("re.") and len(values) >= 2 and last in ("match", "search", "fullmatch"):
            return changed(union(values), claim=membership(found_by(values[0]), values[1], self.calls_of(*values)))
        if origin in ("unittest.TestCase", "unittest.IsolatedAsyncioTestCase"):
            # Its methods are those that `self` has in a test.
            return Value(origin="unittest")
        if last == "suppress":
            return changed(union(every), origin="suppress!")
        if last == "nullcontext":
            return values[0] if values else VOID
        if last == "parametrize":
            return Value(
                items=tuple(values[:2] if len(values) > 1 else [*values, *named.values()][:2]), fields=named, origin="parametrize!"
            )
        if last == "getattr" and len(values) > 1 and isinstance(values[1].constant, str):
            return self.attribute(values[0], values[1].constant)
        if ".mark." in f".{origin}":
            return Value(origin="mark!")
        if last == "importorskip" or origin == "importlib.import_module":
            text = values[0].constant if values else UNKNOWN
            return self.named(text, "") if isinstance(text, str) else Value(is_code=True)
        backs = [back for value in every for back in value.callees]
        if backs:
            return self.called_back(last, backs, values, every)
        found = library(origin, values, named)
        if found is not None:
            return found
        if origin and is_pure(origin):
            return changed(union(every), is_mutable=origin.startswith(("io.", "collections.", "queue.", "array.", "types.", "copy.")))
        self.noted(last, every)
        return changed(union(every), is_opaque=True, is_mutable=True)

    def noted(self, name: str, values: list[Value]) -> None:
        """Whatever is outside may set up the code: a file, the environment, standard input."""
        whole = union(values)
        self.own.append(len(self.readings.calls))
        self.set_up.append(len(self.readings.calls))
        self.readings.calls.append(
            Call(name, (), (), whole.literals, whole.calls, is_code=name in ("run", "Popen", "check_output", "run_path", "run_module"))
        )

    def called_back(self, name: str, backs: list[Callee], values: list[Value], every: list[Value]) -> Value:
        columns = [rows_of(value) for value in values if not value.callees]
        if name in ("map", "filter", "starmap") and columns:
            rows = zip(*columns, strict=False)
            given = [list(row[0].items or row) if name == "starmap" else list(row) for row in rows]
            answers = [self.run(back, row, {}) for row in given for back in backs]
            if name == "filter":
                return filtered(columns[0], answers)
            return sequence(answers, is_mutable=True)
        answers = [self.run(back, None, {}, ANYTHING) for back in backs]
        return changed(union([*answers, *every]), is_mutable=True)

    def raises(self, name: str, values: list[Value], named: dict[str, Value]) -> Value:
        size = 2 if name.endswith("Regex") else 1
        patterns = [*values[1:size], *(value for key, value in named.items() if key in ("match", "expected_regex"))]
        whole = union([*values[:1], *(value for key, value in named.items() if key == "expected_exception"), *map(found_by, patterns)])
        context = Value(whole.literals, whole.calls, is_mutable=True, origin="raises!")
        if len(values) <= size or name in ("RaisesGroup", "deprecated_call"):
            return context
        mark = len(self.own)
        function, *rest = values[size:]
        with self.unjudged():
            for back in function.callees:
                self.run(back, rest, named)
            if function.is_code:
                self.code_call(function.reference or "", rest, named, function)
        calls = frozenset(self.own[mark:])
        if calls:
            self.judge(Claim(context.literals, NOTHING, calls, independent=True))
        return Value(calls=calls, is_code=True, is_error=True, is_mutable=True)

    def unittest(self, name: str, values: list[Value], named: dict[str, Value]) -> Value:
        first = values[0] if values else named.get("first", VOID)
        second = values[1] if len(values) > 1 else named.get("second", VOID)
        calls = self.calls_of(first, second)
        if "AlmostEqual" in name and "Not" not in name:
            places = number_in(values[2] if len(values) > 2 else named.get("places"))
            delta = named.get("delta") or constant(0.5 * 10.0 ** -min(max(7 if places is None else places, -300), 300))
            claim = closeness(first, second, calls, None, delta)
        elif name == "assertIs" or is_equality(name):
            claim = equality(first, second, calls)
        elif name in ("assertTrue", "assert_"):
            claim = truth(first, self.calls_of(first))
        elif name == "assertFalse":
            claim = untruth(first, self.calls_of(first))
        elif name == "assertIsNone":
            claim = equality(first, constant(None), self.calls_of(first))
        elif name == "assertIn":
            claim = membership(first, second, calls)
        elif name == "assertRegex":
            claim = membership(found_by(second), first, calls)
        elif name.startswith("assert"):
            claim = comparison(first, second, calls)
        else:
            return changed(ANYTHING, literals=NOTHING)
        self.judge(claim)
        return ANYTHING

    def asserted_by(self, name: str, base: Value | None, values: list[Value], named: dict[str, Value]) -> Value:
        """`mock.assert_called_once_with(1)`, `assert_allclose(a, b)`."""
        whole = union([*values, *named.values()])
        if base is not None and base.origin is None:
            calls = base.calls | {index for index in self.own if self.readings.calls[index].is_code}
            is_exact = name.endswith(("with", "calls", "call", "once"))
            if calls:
                self.judge(
                    Claim(whole.literals if is_exact else NOTHING, NOTHING if is_exact else whole.literals, calls, independent=is_exact)
                )
        elif len(values) > 1 and name != "assert_that" and not is_equality(name):
            self.judge(comparison(values[0], values[1], self.calls_of(*values)))
        elif len(values) > 1:
            self.judge(closeness(values[0], values[1], self.calls_of(*values), named.get("rtol"), named.get("atol")))
        return ANYTHING

    def made(self, fields: dict[str, Value], values: list[Value], named: dict[str, Value], *, is_tuple: bool = False) -> Value:
        found = {**fields, **dict(zip(fields, values, strict=False)), **named}
        result = record(found)
        return changed(result, items=tuple(found.values()) if is_tuple else None)

    # `override` comes with Python 3.12.
    # pyrefly: ignore[missing-override-decorator]
    def run(self, callee: Callee, values: list[Value] | None, named: dict[str, Value], filler: Value = ANYTHING) -> Value:
        """What a function of the tests gives; without `values`, it is called with `filler`."""
        node = callee.node
        if self.stack.count(id(node)) >= 2 or len(self.stack) > DEPTH:
            return union([*(values or ()), *named.values()])
        self.stack.append(id(node))
        try:
            if isinstance(node, ast.ClassDef):
                return self.instance_of(callee, node, values or [], named)
            scope = Scope(callee.path, callee.scope)
            self.enter(callee, node, scope, values, named, filler)
            if isinstance(node, ast.Lambda):
                return self.value(node.body, scope)
            self.block(node.body, scope)
            if self.readings.is_generator(node):
                return sequence(scope.yields, is_mutable=True)
            return either(scope.returns) if scope.returns else VOID
        finally:
            self.stack.pop()

    def enter(
        self, callee: Callee, node: Function | ast.Lambda, scope: Scope, values: list[Value] | None, named: dict[str, Value], filler: Value
    ) -> None:
        parameters = [*node.args.posonlyargs, *node.args.args]
        defaults = dict(zip([each.arg for each in parameters[::-1]], node.args.defaults[::-1], strict=False))
        defaults |= {
            each.arg: default for each, default in zip(node.args.kwonlyargs, node.args.kw_defaults, strict=True) if default is not None
        }
        decorators = [unparse(each) for each in getattr(node, "decorator_list", [])]
        left = list(values or ())
        if callee.receiver is not None and "staticmethod" not in decorators:
            left.insert(0, callee.receiver)
        for each in parameters:
            if left:
                scope.names[each.arg] = left.pop(0)
        if node.args.vararg is not None:
            scope.names[node.args.vararg.arg] = sequence(left) if values is not None else filler
        names = {each.arg for each in [*parameters, *node.args.kwonlyargs]}
        scope.names.update({name: value for name, value in named.items() if name in names})
        if node.args.kwarg is not None:
            scope.names[node.args.kwarg.arg] = record({name: value for name, value in named.items() if name not in names})
        for name in names - set(scope.names):
            scope.names[name] = self.value(defaults[name], callee.scope) if name in defaults else filler

    def instance_of(self, callee: Callee, node: ast.ClassDef, values: list[Value], named: dict[str, Value]) -> Value:
        one = self.suite.class_of.get(id(node))
        if one is None:
            return union([*values, *named.values()])
        lineage = self.suite.family(one)
        is_code = any(base in self.suite.code_classes for each in lineage for base in each.bases)
        fields = fields_of(lineage)
        whole = self.made(fields if fields and values else {}, values, named, is_tuple=bool(fields) and "NamedTuple" in one.bases)
        calls = whole.calls
        if is_code:
            calls |= self.code_call(node.name, values, named, VOID).calls
        result = changed(
            whole,
            fields=whole.fields if whole.fields is not None else {},
            instance=one,
            is_code=is_code or whole.is_code,
            calls=calls,
            is_any=any("__eq__" in each.methods and is_true(each.methods["__eq__"]) for each in lineage),
        )
        start = next((each.methods["__init__"] for each in lineage if "__init__" in each.methods), None)
        if start is not None:
            self.run(Callee(start, callee.path, callee.scope, result), values, named)
        return result


def fields_of(lineage: list[Class]) -> dict[str, Value]:
    """The fields of a dataclass or named tuple, in their order."""
    names = [
        value.target.id
        for each in reversed(lineage)
        for value in each.values
        if isinstance(value, ast.AnnAssign) and isinstance(value.target, ast.Name)
    ]
    return dict.fromkeys(names, VOID)


def filtered(rows: list[Value], answers: list[Value]) -> Value:
    """Those that are not known to be left out."""
    kept = [row for row, answer in zip(rows, answers, strict=False) if answer.constant is UNKNOWN or answer.constant]
    denials = [answer.denial for answer in answers if answer.denial is not None]
    return changed(sequence(kept, is_mutable=True), claim=union(answers).claim, denial=both(denials) if denials else None)


def is_true(function: Function) -> bool:
    """Whether it gives True, whatever it is given."""
    found = [unparse(part.value) for part in ast.walk(function) if isinstance(part, ast.Return) and part.value is not None]
    return bool(found) and all(each == "True" for each in found)


def is_equality(name: str) -> bool:
    """`assertEqual`, `assertCountEqual`, `assert_array_equal`, `assert_allclose`."""
    plain = name.lower()
    return any(each in plain for each in ("equal", "close")) and not any(each in plain for each in ("not", "less", "greater"))
