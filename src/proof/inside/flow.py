"""Follows values through a test by its syntax. Nothing of it is run; what cannot be followed is taken for something that
hangs on the code, so that no honest test is refused for how it is written."""

# Methods are named after the nodes that they take.
# ruff: noqa: N802, N815

from __future__ import annotations

import ast
import contextlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from flow_claims import TRUE, both, closeness, comparison, equality, is_same, membership, number_in, truth, untruth
from flow_library import is_pure, library, method
from flow_scopes import BUILTINS, Scope, Suite, files_of, is_automatic, is_fixture
from flow_values import (
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
    joined,
    literals_of,
    record,
    sequence,
    texts_of,
    union,
)
from task_source import unparse
from task_stubs import is_generator

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

    from flow_scopes import Class
    from flow_values import Literal
    from task_stubs import Function

# Nodes that are looked at for one test, and for all tests together.
STEPS_OF_TEST = 40_000
STEPS = 400_000
# Rows of a table that are looked at one by one.
ROWS = 64
DEPTH = 25

SWALLOWED = frozenset(("AssertionError", "Exception", "BaseException"))
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
FAILS = frozenset(["fail", "skip", "xfail", "exit", "skipTest"])
SET_UP = ("setUpClass", "setup_class", "setUp", "asyncSetUp", "setup_method", "setup")
MUTATORS = frozenset(["append", "add", "insert", "extend", "update", "setdefault", "push", "put", "write", "writelines", "appendleft"])


class ExhaustedError(Exception):
    """The tests are too large to be followed."""


@dataclass(frozen=True, eq=False)
class Call:
    """A call of the code, or of something outside that may set it up."""

    name: str
    arguments: tuple[str | None, ...]
    given: frozenset[Literal]
    # Calls that its arguments are results of.
    depends: frozenset[int]
    is_code: bool


class Readings:
    """What is known of all tests of a task."""

    def __init__(self, suite: Suite) -> None:
        self.suite = suite
        self.modules: dict[str, Scope] = {}
        self.calls: list[Call] = []
        self.steps = 0
        self.generators: dict[int, bool] = {}

    def is_generator(self, node: Function) -> bool:
        if id(node) not in self.generators:
            self.generators[id(node)] = is_generator(node)
        return self.generators[id(node)]

    def module(self, path: str) -> Scope:
        """The names of a file, as they are when it was imported."""
        if path not in self.modules:
            scope = self.modules[path] = Scope(path)
            flow = Flow(self)
            flow.is_judging = False
            with contextlib.suppress(ExhaustedError):
                for statement in self.suite.trees[path].body:
                    flow.statement(statement, scope)
        return self.modules[path]


class Flow:
    """One test."""

    def __init__(self, readings: Readings) -> None:
        self.readings = readings
        self.suite = readings.suite
        self.expected: dict[Literal, None] = {}
        self.other: dict[Literal, None] = {}
        self.asserted: set[int] = set()
        self.compared: set[int] = set()
        # Calls of this test, and those of them that are there for what they do.
        self.own: list[int] = []
        self.set_up: list[int] = []
        self.is_judging = True
        self.is_set_up = False
        self.stack: list[int] = []
        self.steps = 0
        self.fixtures: dict[tuple[str, int], Value] = {}
        self.object: Value = VOID
        self.parameters: dict[str, Value] = {}

    # What comes out of it.

    def given(self) -> dict[Literal, None]:
        """What was given to the calls that an assertion hangs on, and to those before them."""
        if not self.asserted and not self.expected and not self.other:
            return {}
        found: dict[Literal, None] = {}
        waiting = [*self.asserted, *self.set_up]
        seen: set[int] = set()
        while waiting:
            index = waiting.pop()
            if index not in seen:
                seen.add(index)
                call = self.readings.calls[index]
                found.update(dict.fromkeys(sorted(call.given)))
                waiting += call.depends
        return found

    def judge(self, claim: Claim) -> None:
        if not self.is_judging or claim is EMPTY_CLAIM:
            return
        self.expected.update(dict.fromkeys(sorted(claim.expected)))
        self.other.update(dict.fromkeys(sorted(claim.other)))
        self.asserted |= claim.calls
        if claim.independent:
            self.compared |= claim.calls

    @contextlib.contextmanager
    def unjudged(self, is_unjudged: bool = True) -> Generator[None, None, None]:
        before = self.is_judging
        self.is_judging = before and not is_unjudged
        try:
            yield
        finally:
            self.is_judging = before

    def calls_of(self, *values: Value) -> frozenset[int]:
        """What comes from outside, such as a file, may hang on any call before."""
        calls = frozenset(call for value in values for call in value.calls)
        if any(value.is_opaque and not value.is_code for value in values):
            calls |= {index for index in self.own if self.readings.calls[index].is_code}
        return calls

    # Statements. Each says whether what stands below it in its block is never reached.

    def block(self, body: list[ast.stmt], scope: Scope) -> bool:
        return any(self.statement(statement, scope) for statement in body)

    def statement(self, node: ast.stmt, scope: Scope) -> bool:
        self.step()
        handler = getattr(self, f"do_{type(node).__name__}", None)
        if handler is None:
            for child in ast.iter_child_nodes(node):
                if isinstance(child, ast.expr):
                    self.value(child, scope)
            return False
        return bool(handler(node, scope))

    def step(self, size: int = 1) -> None:
        self.steps += size
        self.readings.steps += size
        if self.steps > STEPS_OF_TEST or self.readings.steps > STEPS:
            raise ExhaustedError

    def do_Assert(self, node: ast.Assert, scope: Scope) -> bool:
        if isinstance(node.test, ast.Tuple) and node.test.elts:
            return False
        value = self.value(node.test, scope)
        self.judge(truth(value, self.calls_of(value)))
        return isinstance(node.test, ast.Constant) and not node.test.value

    def do_Expr(self, node: ast.Expr, scope: Scope) -> bool:
        if not isinstance(node.value, ast.Call):
            self.value(node.value, scope)
            return False
        self.call(node.value, scope, is_discarded=True)
        return self.is_failure(node)

    def is_failure(self, node: ast.stmt) -> bool:
        if isinstance(node, ast.Raise) or (isinstance(node, ast.Assert) and isinstance(node.test, ast.Constant) and not node.test.value):
            return True
        called = node.value.func if isinstance(node, ast.Expr) and isinstance(node.value, ast.Call) else None
        if isinstance(called, ast.Attribute):
            return called.attr in FAILS and isinstance(called.value, ast.Name) and called.value.id in ("pytest", "self")
        return isinstance(called, ast.Name) and called.id in ("fail", "skip", "xfail")

    def do_Raise(self, node: ast.Raise, scope: Scope) -> bool:
        if node.exc is not None:
            self.value(node.exc, scope)
        return True

    def do_Return(self, node: ast.Return, scope: Scope) -> bool:
        scope.returns.append(self.value(node.value, scope) if node.value is not None else constant(None))
        return True

    def do_Continue(self, _: ast.Continue, __: Scope) -> bool:
        return True

    do_Break = do_Continue

    def do_Assign(self, node: ast.Assign, scope: Scope) -> None:
        value = self.value(node.value, scope)
        for target in node.targets:
            self.bind(target, value, scope)

    def do_AnnAssign(self, node: ast.AnnAssign, scope: Scope) -> None:
        if node.value is not None:
            self.bind(node.target, self.value(node.value, scope), scope)

    def do_AugAssign(self, node: ast.AugAssign, scope: Scope) -> None:
        added = self.value(node.value, scope)
        before = self.value(node.target, scope)
        self.bind(node.target, summed(before, added) if isinstance(node.op, ast.Add) else union([before, added]), scope)

    def do_Delete(self, _: ast.Delete, __: Scope) -> None:
        """What was deleted is not looked at again."""

    def do_Global(self, node: ast.Global, scope: Scope) -> None:
        scope.outer.update(node.names)

    def do_Nonlocal(self, node: ast.Nonlocal, scope: Scope) -> None:
        scope.outer.update(node.names)

    def do_FunctionDef(self, node: Function, scope: Scope) -> None:
        value = Value(callees=(Callee(node, scope.path, scope),), is_mutable=True)
        for decorator in reversed(node.decorator_list):
            if is_fixture(node):
                break
            around = self.value(decorator, scope)
            if around.is_code:
                value = self.code_call(unparse(decorator)[:80], [value], {}, around)
        scope.assign(node.name, value)

    do_AsyncFunctionDef = do_FunctionDef

    def do_ClassDef(self, node: ast.ClassDef, scope: Scope) -> None:
        scope.assign(node.name, Value(frozenset({("name", node.name)}), callees=(Callee(node, scope.path, scope),)))

    def do_Import(self, node: ast.Import, scope: Scope) -> None:
        for alias in node.names:
            name = alias.name if alias.asname else alias.name.split(".")[0]
            scope.assign(alias.asname or name, self.named(name, scope.path))

    def do_ImportFrom(self, node: ast.ImportFrom, scope: Scope) -> None:
        source = node.module or ""
        for alias in node.names:
            if alias.name == "*":
                for place in self.test_files(scope.path, node.level, source):
                    scope.names.update({**self.readings.module(place).names, **scope.names})
                continue
            scope.assign(alias.asname or alias.name, self.imported(scope.path, node.level, source, alias.name))

    def test_files(self, path: str, level: int, source: str) -> list[str]:
        return [each for each in files_of(path, level, source) if each in self.suite.trees and each != path]

    def imported(self, path: str, level: int, source: str, name: str) -> Value:
        for place in self.test_files(path, level, source):
            found = self.readings.module(place).find(name)
            if found is not None:
                return found
        whole = f"{source}.{name}" if source else name
        for place in self.test_files(path, level, whole):
            return Value(origin=f"file:{place}")
        return self.named(whole, path)

    def named(self, dotted: str, path: str) -> Value:
        """A module, function or class by its whole name."""
        last = dotted.rpartition(".")[2]
        for place in self.test_files(path, 0, dotted):
            return Value(origin=f"file:{place}")
        is_code = self.suite.is_code(dotted)
        reference = last if is_code and last in self.suite.code_names else None
        return Value(frozenset({("name", last)}), is_code=is_code, origin=dotted, reference=reference)

    def do_If(self, node: ast.If, scope: Scope) -> bool:
        test = self.value(node.test, scope)
        known = truth_of(node.test, test)
        if known is not None:
            return self.block(node.body if known else node.orelse, scope)
        if node.body and self.is_failure(node.body[-1]):
            self.judge(untruth(test, self.calls_of(test)))
        if node.orelse and self.is_failure(node.orelse[-1]):
            self.judge(truth(test, self.calls_of(test)))
        # What hangs on a result and says nothing of the others: of it nobody knows whether it ever holds.
        is_open = test.is_code and not (says_something(node.body) and says_something(node.orelse))
        with self.unjudged(is_open):
            return self.branches([node.body, node.orelse], scope)

    def branches(self, bodies: list[list[ast.stmt]], scope: Scope) -> bool:
        before = dict(scope.names)
        ends: list[dict[str, Value]] = []
        for body in bodies:
            scope.names = dict(before)
            if not self.block(body, scope):
                ends.append(scope.names)
        if not ends:
            scope.names = before
            return True
        names = dict.fromkeys(name for end in ends for name in end)
        scope.names = {name: either([end[name] for end in ends if name in end]) for name in names}
        return False

    def do_While(self, node: ast.While, scope: Scope) -> None:
        test = self.value(node.test, scope)
        if truth_of(node.test, test) is not False:
            self.block(node.body, scope)
        self.block(node.orelse, scope)

    def do_For(self, node: ast.For | ast.AsyncFor, scope: Scope) -> None:
        for item in rows_of(self.value(node.iter, scope)):
            self.bind(node.target, item, scope)
            self.block(node.body, scope)
        self.block(node.orelse, scope)

    do_AsyncFor = do_For

    def do_Match(self, node: Any, scope: Scope) -> bool:
        subject = self.value(node.subject, scope)
        for case in node.cases:
            for part in ast.walk(case.pattern):
                name = getattr(part, "name", None)
                if isinstance(name, str):
                    scope.assign(name, changed(subject, items=None, fields=None))
        return self.branches([[], *(case.body for case in node.cases)], scope)

    def do_Try(self, node: ast.Try, scope: Scope) -> bool:
        caught = [(handler, VOID if handler.type is None else self.value(handler.type, scope)) for handler in node.handlers]
        is_swallowed = any(does_nothing(handler) and catches_assertions(handler, types) for handler, types in caught)
        is_swallowed = is_swallowed or any(isinstance(each, ast.Return) for each in node.finalbody)
        mark = len(self.own)
        with self.unjudged(is_swallowed):
            is_over = self.block(node.body, scope)
            # Nothing of it is reached where the body raises; where it does not, it may be what fails.
            self.block(node.orelse, scope)
        calls = frozenset(self.own[mark:])
        before = dict(scope.names)
        for handler, types in caught:
            error = Value(calls=calls, is_code=True, is_error=True, is_mutable=True)
            if handler.name is not None:
                scope.assign(handler.name, error)
            is_over = self.block(handler.body, scope) and is_over
            if (calls and not does_nothing(handler)) or (
                calls and any(self.is_failure(each) for each in [*node.body, *node.orelse]) and not is_swallowed
            ):
                self.judge(Claim(types.literals, NOTHING, calls, independent=True))
        scope.names = {
            **before,
            **{name: either([before[name], value]) if name in before else value for name, value in scope.names.items()},
        }
        return self.block(node.finalbody, scope) or is_over

    do_TryStar = do_Try

    def do_With(self, node: ast.With | ast.AsyncWith, scope: Scope) -> bool:
        contexts: list[tuple[ast.expr | None, Value]] = []
        for item in node.items:
            context = self.value(item.context_expr, scope)
            contexts.append((item.optional_vars, context))
            if item.optional_vars is not None:
                self.bind(item.optional_vars, context, scope)
        raising = [context for _, context in contexts if context.origin == "raises!"]
        quiet = [context for _, context in contexts if context.origin == "suppress!" and names_in(context) & SWALLOWED]
        mark = len(self.own)
        # What stands below the call that raises is never reached.
        with self.unjudged(bool(raising or quiet)):
            is_over = self.block(node.body, scope)
        calls = frozenset(self.own[mark:])
        for target, context in contexts:
            if context.origin == "raises!":
                if calls:
                    self.judge(Claim(context.literals, NOTHING, calls, independent=True))
                if target is not None:
                    error = Value(calls=calls, is_code=bool(calls), is_error=True, is_mutable=True)
                    self.bind(target, error, scope)
            elif target is not None and context.is_opaque and calls:
                self.bind(target, changed(context, is_code=True, calls=context.calls | calls), scope)
        return is_over and not raising and not quiet

    do_AsyncWith = do_With

    # Names.

    def bind(self, target: ast.expr, value: Value, scope: Scope) -> None:
        if isinstance(target, ast.Name):
            scope.assign(target.id, value)
        elif isinstance(target, ast.Starred):
            self.bind(target.value, value, scope)
        elif isinstance(target, (ast.Tuple, ast.List)):
            self.unpack(target.elts, value, scope)
        elif isinstance(target, ast.Attribute):
            base = self.value(target.value, scope)
            if base.fields is not None:
                base.fields[target.attr] = value
            else:
                self.change(target.value, base, [value], scope)
        elif isinstance(target, ast.Subscript):
            base = self.value(target.value, scope)
            key = self.value(target.slice, scope)
            if base.fields is not None and isinstance(key.constant, (str, int)):
                base.fields[str(key.constant)] = value
            self.change(target.value, base, [value, key], scope)

    def unpack(self, targets: list[ast.expr], value: Value, scope: Scope) -> None:
        items = value.items
        star = next((index for index, target in enumerate(targets) if isinstance(target, ast.Starred)), None)
        if items is None or (star is None and len(items) != len(targets)) or len(items) < len(targets) - 1:
            part = element_of(value)
            for target in targets:
                self.bind(target, part, scope)
            return
        if star is None:
            parts = list(items)
        else:
            after = len(items) - (len(targets) - star - 1)
            parts = [*items[:star], sequence(items[star:after]), *items[after:]]
        for target, part in zip(targets, parts, strict=False):
            self.bind(target, part, scope)

    def change(self, node: ast.expr, before: Value, added: list[Value], scope: Scope, calls: frozenset[int] = NOTHING) -> None:
        """What a name or attribute stands for was changed by others."""
        if before.origin is not None or before.constant is not UNKNOWN:
            return
        whole = union([before, *added])
        value = changed(
            whole,
            is_code=whole.is_code or bool(calls),
            calls=whole.calls | calls,
            fields=before.fields,
            instance=before.instance,
            callees=before.callees,
            items=before.items if calls else None,
            is_mutable=True,
        )
        if isinstance(node, ast.Name):
            scope.change(node.id, value)
        elif isinstance(node, ast.Attribute):
            base = self.value(node.value, scope)
            if base.fields is not None:
                base.fields[node.attr] = value
            elif base.is_mutable and not base.is_code:
                # `calls.append`, handed to the code.
                self.change(node.value, base, added, scope, calls)
        elif isinstance(node, ast.Starred):
            self.change(node.value, before, added, scope, calls)

    # Expressions.

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

    def of_Name(self, node: ast.Name, scope: Scope) -> Value:
        found = scope.find(node.id)
        if found is not None:
            return found
        if node.id in BUILTINS:
            return Value(frozenset({("name", node.id)}), origin=f"builtins.{node.id}")
        return changed(ANYTHING, literals=frozenset({("name", node.id)}))

    def of_Attribute(self, node: ast.Attribute, scope: Scope) -> Value:
        return self.attribute(self.value(node.value, scope), node.attr)

    def attribute(self, base: Value, name: str) -> Value:
        if base.fields is not None and name in base.fields and (base.instance is not None or base.fields):
            found = base.fields[name]
            return changed(found, is_code=True, calls=found.calls | base.calls) if base.is_code and base.calls else found
        one = base.instance or next(
            (self.suite.class_of.get(id(each.node)) for each in base.callees if isinstance(each.node, ast.ClassDef)), None
        )
        if one is not None:
            found_in_class = self.in_class(one, base, name)
            if found_in_class is not None:
                return found_in_class
            if base is self.object or (base.instance is not None and name.startswith(("assert", "fail"))):
                return changed(ANYTHING, origin=f"unittest.{name}") if name.startswith(("assert", "fail", "sub", "skip")) else ANYTHING
        if base.origin is not None and base.origin.startswith("file:"):
            return self.in_file(base.origin.removeprefix("file:"), name)
        literals = frozenset({("name", name)})
        if base.origin is not None and not base.origin.endswith("!"):
            found = self.named(f"{base.origin}.{name}", "")
            # An attribute of what was imported from the code, such as a member of an enumeration.
            return changed(found, is_code=base.is_code or found.is_code, calls=base.calls)
        if base.is_code:
            reference = name if name in self.suite.code_names else None
            return Value(literals, base.calls, is_code=True, is_error=base.is_error, is_mutable=True, reference=reference)
        return changed(base, fields=None, items=None, origin=None, constant=UNKNOWN, instance=None)

    def in_class(self, one: Class, base: Value, name: str) -> Value | None:
        found: list[Value] = []
        family = self.suite.family(one)
        for each in family:
            scope = self.readings.module(each.path)
            if name in each.methods:
                node = each.methods[name]
                bound = Value(callees=(Callee(node, each.path, scope, base),))
                decorators = [unparse(decorator).split(".")[-1] for decorator in node.decorator_list]
                if "property" in decorators or "cached_property" in decorators:
                    bound = self.run(bound.callees[0], [], {})
                found.append(bound)
            for statement in each.holders.get(name, []):
                if statement.value is not None:
                    inner = Scope(each.path, scope)
                    self.statement(statement, inner)
                    found.append(inner.names.get(name, VOID))
            if found and name not in self.abstract(family, name):
                break
        return joined(found) if found else None

    def abstract(self, family: list[Class], name: str) -> set[str]:
        """Where those that inherit say something else, any of it may be meant."""
        holders = [each for each in family if name in each.methods or name in each.holders]
        return {name} if len(holders) > 1 else set()

    def in_file(self, path: str, name: str) -> Value:
        found = self.readings.module(path).find(name)
        if found is not None:
            return found
        folder = path.removesuffix("__init__.py").removesuffix(".py").rstrip("/")
        for place in (f"{folder}/{name}.py", f"{folder}/{name}/__init__.py"):
            if place in self.suite.trees:
                return Value(origin=f"file:{place}")
        return ANYTHING

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
        return changed(result, claim=union(items).claim)

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
        return record(fields, others)

    def of_JoinedStr(self, node: ast.JoinedStr, scope: Scope) -> Value:
        parts = [self.value(part.value if isinstance(part, ast.FormattedValue) else part, scope) for part in node.values]
        if all(isinstance(part.constant, (str, int)) for part in parts) and not any(
            isinstance(part, ast.FormattedValue) and (part.format_spec or part.conversion >= 0) for part in node.values
        ):
            return constant("".join(str(part.constant) for part in parts))
        return changed(union(parts), claim=None, callees=())

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
        known = truth_of(node.test, test)
        if known is not None:
            return self.value(node.body if known else node.orelse, scope)
        return joined([self.value(node.body, scope), self.value(node.orelse, scope)])

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
        is_true = isinstance(node.op, ast.Or) and any(
            (value.constant is not UNKNOWN and bool(value.constant)) or value.items or value.reference for value in values
        )
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
        return changed(whole, literals=NOTHING, is_weak=False, coarse=0.0, claim=both(claims), denial=both(denials), constant=known)

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
        items = [self.value(node.elt, inner) for inner in self.comprehended(node.generators, scope)]
        result = sequence(items, is_mutable=True)
        return changed(result, claim=union(items).claim if items else None)

    of_SetComp = of_ListComp
    of_GeneratorExp = of_ListComp

    def of_DictComp(self, node: ast.DictComp, scope: Scope) -> Value:
        fields: dict[str, Value] = {}
        others: list[Value] = []
        for inner in self.comprehended(node.generators, scope):
            key, value = self.value(node.key, inner), self.value(node.value, inner)
            others += [key, value]
            if isinstance(key.constant, (str, int)):
                fields[str(key.constant)] = value
        return record(fields, others)

    def comprehended(self, generators: list[ast.comprehension], scope: Scope) -> Iterator[Scope]:
        if not generators:
            yield scope
            return
        first = generators[0]
        for item in rows_of(self.value(first.iter, scope)):
            inner = Scope(scope.path, scope)
            self.bind(first.target, item, inner)
            # Of a table that is filtered to nothing, nothing is left.
            tests = [self.value(test, inner).constant for test in first.ifs]
            if not any(test is not UNKNOWN and not test for test in tests):
                yield from self.comprehended(generators[1:], inner)

    # Calls.

    def of_Call(self, node: ast.Call, scope: Scope) -> Value:
        return self.call(node, scope, is_discarded=False)

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
            claim = Claim(union(values).literals, NOTHING, base.calls, independent=True)
            if name == "match":
                self.judge(claim)
            return changed(base, claim=claim)
        if callee.is_code and not (base is not None and name.startswith("assert_")):
            return self.call_of_code(name, base, callee, values, named, node, scope)
        if name.startswith("assert_"):
            return self.asserted_by(name, base, values, named)
        reference = next((value for value in [*values, *named.values()] if value.reference is not None), None)
        if reference is not None and last not in ("getattr", "setattr", "isinstance", "issubclass", "type", "hasattr", "callable"):
            others = [part for value in values if value is not reference for part in (value.items or (value,))]
            return self.code_call(
                reference.reference or "", others, {key: value for key, value in named.items() if value is not reference}, reference
            )
        if base is not None and base.origin is None and callee.origin is None:
            return self.method_of(name, base, values, named, node, scope)
        return self.outside(origin, values, named)

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
            Call(name, self.input_of(receiver, values, named), frozenset(given), frozenset(depends), is_code=True),
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
        own = [text for value in [*values, *named.values()] for text in texts_of(value)]
        return tuple([*before[:20], *own][:40])

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
            return changed(union(values), claim=membership(values[0], values[1], self.calls_of(*values)))
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
            Call(name, (), whole.literals, whole.calls, is_code=name in ("run", "Popen", "check_output", "run_path", "run_module"))
        )

    def called_back(self, name: str, backs: list[Callee], values: list[Value], every: list[Value]) -> Value:
        columns = [rows_of(value) for value in values if not value.callees]
        if name in ("map", "filter", "starmap") and columns:
            rows = zip(*columns, strict=False)
            given = [list(row[0].items or row) if name == "starmap" else list(row) for row in rows]
            return sequence([self.run(back, row, {}) for row in given for back in backs], is_mutable=True)
        answers = [self.run(back, None, {}, ANYTHING) for back in backs]
        return changed(union([*answers, *every]), is_mutable=True)

    def raises(self, name: str, values: list[Value], named: dict[str, Value]) -> Value:
        size = 2 if name.endswith("Regex") else 1
        whole = union([*values[:size], *(value for key, value in named.items() if key in ("match", "expected_exception"))])
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
            claim = membership(second, first, calls)
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
        elif len(values) > 1 and not is_equality(name):
            self.judge(comparison(values[0], values[1], self.calls_of(*values)))
        elif len(values) > 1:
            self.judge(closeness(values[0], values[1], self.calls_of(*values), named.get("rtol"), named.get("atol")))
        return ANYTHING

    def made(self, fields: dict[str, Value], values: list[Value], named: dict[str, Value], *, is_tuple: bool = False) -> Value:
        found = {**fields, **dict(zip(fields, values, strict=False)), **named}
        result = record(found)
        return changed(result, items=tuple(found.values()) if is_tuple else None)

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
            whole, fields=whole.fields if whole.fields is not None else {}, instance=one, is_code=is_code or whole.is_code, calls=calls
        )
        start = next((each.methods["__init__"] for each in lineage if "__init__" in each.methods), None)
        if start is not None:
            self.run(Callee(start, callee.path, callee.scope, result), values, named)
        return result

    # Tests and what they are given.

    def test(self, path: str, node: Function) -> None:
        """Follows one test, for each row of its parameters."""
        module = self.readings.module(path)
        one = self.suite.class_of.get(id(node))
        rows = self.rows(path, node, one, module)
        for row in rows:
            self.fixtures = {}
            self.parameters = row
            self.object = VOID if one is None else Value(fields={}, instance=one, is_mutable=True)
            self.before(path, node, one)
            scope = Scope(path, module)
            self.enter_test(path, node, one, scope, row)
            self.block(node.body, scope)

    def rows(self, path: str, node: Function, one: Class | None, module: Scope) -> list[dict[str, Value]]:
        marks = [self.value(decorator, module) for decorator in node.decorator_list]
        for each in self.suite.family(one) if one is not None else ():
            marks += [self.value(decorator, self.readings.module(each.path)) for decorator in each.node.decorator_list]
        for place in (path, *self.suite.conftests(path)):
            if place in self.suite.trees:
                generate = self.readings.module(place).names.get("pytest_generate_tests")
                marks += self.generated(generate) if generate is not None else []
        tables = [
            table
            for mark in [*marks, module.names.get("pytestmark", VOID)]
            for table in (mark.items if mark.origin is None else [mark]) or ()
        ]
        rows: list[dict[str, Value]] = [{}]
        for table in tables:
            if table.origin == "parametrize!":
                found = list(rows_of_table(table))
                rows = [{**row, **more} for more in found for row in rows][: ROWS * 2] if found else rows
        others = union(mark for mark in marks if mark.origin != "parametrize!" and not is_mark(mark))
        return [{**row, "": others} for row in rows]

    def generated(self, function: Value) -> list[Value]:
        """What `pytest_generate_tests` gives to all tests of a file."""
        found: list[Value] = []
        for callee in function.callees:
            for part in ast.walk(callee.node):
                if isinstance(part, ast.Call) and isinstance(part.func, ast.Attribute) and part.func.attr == "parametrize":
                    values, named = self.arguments(part, Scope(callee.path, callee.scope))
                    found.append(self.outside("parametrize", values, named))
        return found

    def before(self, path: str, node: Function, one: Class | None) -> None:
        self.is_set_up = True
        family = self.suite.family(one) if one is not None else []
        for name in SET_UP:
            for each in family:
                if name in each.methods and not is_fixture(each.methods[name]):
                    self.run(Callee(each.methods[name], each.path, self.readings.module(each.path), self.object), [], {})
        for place in (path, *self.suite.conftests(path)):
            for name, found in self.suite.fixtures.get(place, {}).items():
                used = any(name in unparse(decorator) for decorator in node.decorator_list if "usefixtures" in unparse(decorator))
                if any((is_automatic(function) or used) and (owner is None or owner in family) for function, owner in found):
                    self.fixture(path, name, one)
        self.is_set_up = False

    def enter_test(self, path: str, node: Function, one: Class | None, scope: Scope, row: dict[str, Value]) -> None:
        parameters = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
        decorators = [unparse(each) for each in node.decorator_list]
        if one is not None and parameters and "staticmethod" not in decorators:
            scope.names[parameters.pop(0).arg] = self.object
        for each in parameters:
            value = self.fixture(path, each.arg, one)
            if value is None:
                value = row.get(each.arg)
            # By a plugin, or by a decorator that is not known: `@given(...)`, `@patch(...)`.
            scope.names[each.arg] = value if value is not None else union([ANYTHING, row[""]])

    def fixture(self, path: str, name: str, one: Class | None) -> Value | None:
        found = self.suite.fixtures_for(path, name, one)
        if not found or (name in self.parameters and not any(uses_request(node) for _, node, _ in found)):
            return None
        results = []
        for place, node, owner in found:
            key = (place, id(node))
            if key not in self.fixtures:
                self.fixtures[key] = VOID
                self.fixtures[key] = self.made_by(place, node, owner, path, one, name)
            results.append(self.fixtures[key])
        return joined(results)

    def made_by(self, place: str, node: Function, owner: Class | None, path: str, one: Class | None, name: str) -> Value:
        module = self.readings.module(place)
        scope = Scope(place, module)
        before, self.is_set_up = self.is_set_up, True
        parameters = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
        if owner is not None and parameters:
            scope.names[parameters.pop(0).arg] = self.object
        for each in parameters:
            if each.arg == "request":
                scope.names["request"] = Value(fields={"param": self.parameter(node, module, name)}, is_opaque=True)
            elif each.arg != name or place != path:
                scope.names[each.arg] = self.fixture(path, each.arg, one) or self.parameters.get(each.arg, ANYTHING)
        self.block(node.body, scope)
        self.is_set_up = before
        return either([*scope.returns, *scope.yields] or [VOID])

    def parameter(self, node: Function, module: Scope, name: str) -> Value:
        given = [self.parameters[name]] if name in self.parameters else []
        for decorator in node.decorator_list:
            for keyword in decorator.keywords if isinstance(decorator, ast.Call) else ():
                given += [element_of(self.value(keyword.value, module))] if keyword.arg == "params" else []
        return joined(given) if given else ANYTHING


def either(values: list[Value]) -> Value:
    first = values[0]
    return first if all(value is first for value in values) else joined(values)


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
    return changed(union([left, right]), claim=None, callees=())


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


def says_something(body: list[ast.stmt]) -> bool:
    """Whether a branch asserts, raises, or calls something that may."""
    return any(isinstance(part, (ast.Assert, ast.Raise, ast.Call)) for each in body for part in ast.walk(each))


def rows_of(value: Value) -> list[Value]:
    """What a loop looks at one by one, and the rest of it as one."""
    if value.items is None:
        keys = [changed(VOID, literals=frozenset(literals_of(key)), constant=key) for key in value.fields or {}]
        return keys[:ROWS] if keys and value.instance is None else [element_of(value)]
    rest = value.items[ROWS:]
    return [*value.items[:ROWS], *([joined(list(rest))] if rest else [])]


def rows_of_table(table: Value) -> Iterator[dict[str, Value]]:
    names, values = table.items if table.items is not None and len(table.items) == 2 else (VOID, VOID)
    text = names.constant
    listed = (
        [part.strip() for part in text.split(",") if part.strip()]
        if isinstance(text, str)
        else [str(item.constant) for item in names.items or ()]
    )
    is_single = isinstance(text, str) and len(listed) == 1 and "," not in text
    for row in rows_of(values):
        if is_single:
            yield {listed[0]: row}
        elif row.items is not None and len(row.items) == len(listed):
            yield dict(zip(listed, row.items, strict=True))
        else:
            yield dict.fromkeys(listed, element_of(row))


def is_mark(value: Value) -> bool:
    """What pytest's own marks are given is no value of the test."""
    return value.origin is not None and (value.origin == "mark!" or ".mark." in f".{value.origin}")


def truth_of(node: ast.expr, value: Value) -> bool | None:
    if isinstance(node, ast.Name) and node.id == "TYPE_CHECKING":
        return False
    if value.constant is not UNKNOWN and isinstance(node, (ast.Constant, ast.UnaryOp)):
        return bool(value.constant)
    return None


def names_in(value: Value) -> set[str]:
    return {text for kind, text in value.literals if kind == "name"}


def catches_assertions(handler: ast.ExceptHandler, types: Value) -> bool:
    return handler.type is None or bool(names_in(types) & SWALLOWED)


def does_nothing(handler: ast.ExceptHandler) -> bool:
    """What is caught is forgotten."""
    return all(
        isinstance(each, (ast.Pass, ast.Continue, ast.Break))
        or (isinstance(each, ast.Return) and (each.value is None or isinstance(each.value, ast.Constant)))
        or (
            isinstance(each, ast.Expr)
            and (isinstance(each.value, ast.Constant) or unparse(each.value).startswith(("print(", "logging.", "log")))
        )
        for each in handler.body
    )


def distance_in(node: ast.expr) -> tuple[ast.expr, ast.expr] | None:
    """The ends of `abs(a - b)`."""
    if not isinstance(node, ast.Call) or len(node.args) != 1 or unparse(node.func) not in ("abs", "math.fabs"):
        return None
    [inside] = node.args
    return (inside.left, inside.right) if isinstance(inside, ast.BinOp) and isinstance(inside.op, ast.Sub) else None


def fields_of(lineage: list[Class]) -> dict[str, Value]:
    """The fields of a dataclass or named tuple, in their order."""
    names = [
        value.target.id
        for each in reversed(lineage)
        for value in each.values
        if isinstance(value, ast.AnnAssign) and isinstance(value.target, ast.Name)
    ]
    return dict.fromkeys(names, VOID)


def is_equality(name: str) -> bool:
    """`assertEqual`, `assertCountEqual`, `assert_array_equal`, `assert_allclose`."""
    plain = name.lower()
    return any(each in plain for each in ("equal", "close")) and not any(each in plain for each in ("not", "less", "greater"))


def uses_request(node: Function) -> bool:
    return any(each.arg == "request" for each in node.args.args)


__all__ = ["TRUE", "Call", "ExhaustedError", "Flow", "Readings"]
