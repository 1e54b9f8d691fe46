"""Follows values through the statements of a test."""

# Methods are named after the nodes that they take.
# ruff: noqa: N802, N815

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any

from task_flow_calls import Calls
from task_flow_claims import equality, truth, untruth
from task_flow_expressions import either, rows_of, summed, truth_of
from task_flow_scopes import Exit, Scope, is_fixture
from task_flow_value import EMPTY_CLAIM, NOTHING, UNKNOWN, VOID, Callee, Claim, Value, changed, constant, empty, union
from task_source import unparse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from task_stubs import Function

SWALLOWED = frozenset(("AssertionError", "Exception", "BaseException"))
# By these something comes to its end.
ENDS = frozenset(("StopIteration", "StopAsyncIteration", "CancelledError", "ImportError", "ModuleNotFoundError"))
ENVIRONMENT = frozenset(("os.environ", "os.environb", "os.getenv", "os.getenvb", "sys.argv"))
FAILS = frozenset(["fail", "skip", "xfail", "exit", "skipTest"])


class Statements(Calls):
    """Each says whether what stands below it in its block is never reached."""

    # `override` comes with Python 3.12.
    # pyrefly: ignore[missing-override-decorator]
    def block(self, body: list[ast.stmt], scope: Scope) -> bool:
        return any(self.perhaps(statement, scope) for statement in body)

    def perhaps(self, node: ast.stmt, scope: Scope) -> bool:
        """What stands below `if f(x) != y: return` is looked at only where the result is right."""
        if scope.exit is not None and self.is_red(node):
            self.judge(scope.exit.claim)
        with self.unjudged(scope.exit is not None):
            return self.statement(node, scope)

    # `override` comes with Python 3.12.
    # pyrefly: ignore[missing-override-decorator]
    def statement(self, node: ast.stmt, scope: Scope) -> bool:
        self.step()
        handler = getattr(self, f"do_{type(node).__name__}", None)
        if handler is None:
            for child in ast.iter_child_nodes(node):
                if isinstance(child, ast.expr):
                    self.value(child, scope)
            return False
        return bool(handler(node, scope))

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

    def is_red(self, node: ast.stmt) -> bool:
        """What ends a test as failed, and not as skipped."""
        if not self.is_failure(node):
            return False
        # By what is called or raised, whatever it has to say.
        ended: ast.expr | None = node.exc if isinstance(node, ast.Raise) else node.value if isinstance(node, ast.Expr) else None
        by = "" if ended is None else unparse(ended.func if isinstance(ended, ast.Call) else ended).lower()
        return not any(each in by for each in ("skip", "xfail", "exit"))

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
                for name in self.suite.starred(scope.path, node.level, source):
                    scope.assign(name, self.named(f"{source}.{name}", scope.path))
                continue
            scope.assign(alias.asname or alias.name, self.imported(scope.path, node.level, source, alias.name))

    def do_If(self, node: ast.If, scope: Scope) -> bool:
        test = self.value(node.test, scope)
        known = truth_of(node.test, test, scope)
        if known is not None:
            return self.block(node.body if known else node.orelse, scope)
        if node.body and self.is_red(node.body[-1]):
            self.judge(untruth(test, self.calls_of(test)))
        if node.orelse and self.is_red(node.orelse[-1]):
            self.judge(truth(test, self.calls_of(test)))
        # What hangs on a result, or on how the run was started, and says nothing of the others: of it nobody knows whether it ever holds.
        is_unknown = test.is_code or self.asks_environment(node.test, scope)
        is_open = is_unknown and not (says_something(node.body) and says_something(node.orelse))
        with self.unjudged(is_open):
            is_over = self.branches([node.body, node.orelse], scope)
        if test.is_code:
            calls = self.calls_of(test)
            self.leave(node.body, self.spoken[0], EMPTY_CLAIM if node.orelse else truth(test, calls), scope)
            self.leave(node.orelse, self.spoken[1], EMPTY_CLAIM, scope)
        if test.denial is not None:
            self.collect(node.body, test.denial, scope)
        return is_over

    def asks_environment(self, node: ast.expr, scope: Scope) -> bool:
        parts = [part for part in ast.walk(node) if isinstance(part, (ast.Name, ast.Attribute))]
        return any(self.value(part, scope).origin in ENVIRONMENT for part in parts)

    def leave(self, body: list[ast.stmt], is_spoken: bool, claim: Claim, scope: Scope) -> None:
        """Notes a branch that hangs on a result, and leaves without having compared any."""
        kinds = {kind for each in body for kind in exits_in(each)}
        if kinds and not is_spoken and not any(self.is_failure(each) for each in body):
            before = scope.exit
            is_loop = "function" not in kinds and (before is None or before.is_loop)
            scope.exit = Exit(claim if before is None else before.claim | claim, is_loop)

    def collect(self, body: list[ast.stmt], denial: Claim, scope: Scope) -> None:
        """What is wrong may be collected or counted, and asserted in the end: `if f(x) != y: wrong.append(x)`."""
        for each in body:
            name = collector_in(each)
            value = None if name is None else scope.find(name)
            if name is not None and value is not None:
                key = (id(scope.holder(name)), name)
                claim = self.collected[key] = self.collected.get(key, EMPTY_CLAIM) | denial
                is_flag = isinstance(each, ast.Assign) and isinstance(each.value, ast.Constant) and each.value.value is False
                kept = {"claim": claim, "denial": claim.weak()} if is_flag else {"claim": claim.weak(), "denial": claim}
                scope.change(name, changed(value, constant=UNKNOWN, **kept))

    def branches(self, bodies: list[list[ast.stmt]], scope: Scope) -> bool:
        before = dict(scope.names)
        ends: list[dict[str, Value]] = []
        spoken: list[bool] = []
        for body in bodies:
            scope.names = dict(before)
            mark = self.said
            if not self.block(body, scope):
                ends.append(scope.names)
            spoken.append(self.said > mark)
        self.spoken = spoken
        if not ends:
            scope.names = before
            return True
        names = dict.fromkeys(name for end in ends for name in end)
        scope.names = {name: either([end[name] for end in ends if name in end]) for name in names}
        return False

    def do_While(self, node: ast.While, scope: Scope) -> None:
        test = self.value(node.test, scope)
        before = scope.exit
        if truth_of(node.test, test, scope) is not False:
            self.block(node.body, scope)
        self.end_loop(node, before, scope)

    def do_For(self, node: ast.For | ast.AsyncFor, scope: Scope) -> None:
        before = scope.exit
        for item in rows_of(self.value(node.iter, scope)):
            self.bind(node.target, item, scope)
            self.block(node.body, scope)
        self.end_loop(node, before, scope)

    do_AsyncFor = do_For

    def end_loop(self, node: ast.For | ast.AsyncFor | ast.While, before: Exit | None, scope: Scope) -> None:
        self.block(node.orelse, scope)
        if scope.exit is not None and scope.exit.is_loop:
            scope.exit = before

    def do_Match(self, node: Any, scope: Scope) -> bool:
        subject = self.value(node.subject, scope)
        for case in node.cases:
            for part in ast.walk(case.pattern):
                name = getattr(part, "name", None)
                if isinstance(name, str):
                    scope.assign(name, changed(subject, items=None, fields=None))
        last = node.cases[-1]
        is_whole = isinstance(last.pattern, ast.MatchAs) and last.pattern.pattern is None and last.guard is None
        if is_whole and self.is_red(last.body[-1]):
            self.judge_cases(subject, [case for case in node.cases if not self.is_red(case.body[-1])], scope)
        is_open = subject.is_code and not (is_whole and all(says_something(case.body) for case in node.cases))
        with self.unjudged(is_open):
            is_over = self.branches([[], *(case.body for case in node.cases)], scope)
        if subject.is_code:
            for case, is_spoken in zip(node.cases, self.spoken[1:], strict=True):
                self.leave(case.body, is_spoken, EMPTY_CLAIM, scope)
        return is_over

    def judge_cases(self, subject: Value, cases: list[Any], scope: Scope) -> None:
        """What is said where every other case fails; of several, any may be the right one."""
        if len(cases) == 1:
            [case] = cases
            if case.guard is not None:
                guard = self.value(case.guard, scope)
                self.judge(truth(guard, self.calls_of(guard)))
            pattern = self.pattern(case.pattern, scope)
            self.judge(equality(subject, pattern, self.calls_of(subject)))

    def pattern(self, node: Any, scope: Scope) -> Value:
        """What has to be equal; a name takes anything."""
        if isinstance(node, ast.MatchValue):
            return self.value(node.value, scope)
        if isinstance(node, ast.MatchSingleton):
            return constant(node.value)
        if isinstance(node, ast.MatchAs) and node.pattern is not None:
            return self.pattern(node.pattern, scope)
        if isinstance(node, ast.MatchSequence) and not node.patterns:
            return empty("list")
        parts: list[Any] = [] if isinstance(node, ast.MatchOr) else [*getattr(node, "patterns", []), *getattr(node, "kwd_patterns", [])]
        found = [self.pattern(part, scope) for part in parts]
        is_any = all(part.is_any for part in found)
        return changed(union(found), is_any=is_any)

    def do_Try(self, node: ast.Try, scope: Scope) -> bool:
        caught = [(handler, VOID if handler.type is None else self.value(handler.type, scope)) for handler in node.handlers]
        is_swallowed = any(does_nothing(handler) and catches_assertions(handler, types) for handler, types in caught)
        is_swallowed = is_swallowed or any(isinstance(each, ast.Return) for each in node.finalbody)
        mark = len(self.own)
        is_forgotten = is_swallowed or any(does_nothing(handler) and not names_in(types) <= ENDS for handler, types in caught)
        with self.unjudged(is_forgotten):
            is_over = self.block(node.body, scope)
            # Nothing of it is reached where the body raises; where it does not, it may be what fails.
            self.block(node.orelse, scope)
        calls = frozenset(self.own[mark:])
        if any(self.readings.calls[index].is_code for index in calls):
            for handler, _ in caught:
                self.leave(handler.body, not does_nothing(handler), EMPTY_CLAIM, scope)
        before = dict(scope.names)
        for handler, types in caught:
            error = Value(calls=calls, is_code=True, is_error=True, is_mutable=True)
            if handler.name is not None:
                scope.assign(handler.name, error)
            is_over = self.block(handler.body, scope) and is_over
            if (calls and not does_nothing(handler)) or (
                calls and any(self.is_red(each) for each in [*node.body, *node.orelse]) and not is_swallowed
            ):
                self.judge(Claim(types.literals, NOTHING, calls, independent=True))
        scope.names = {
            **before,
            **{name: either([before[name], value]) if name in before else value for name, value in scope.names.items()},
        }
        left, scope.exit = scope.exit, None
        is_over = self.block(node.finalbody, scope) or is_over
        scope.exit = left or scope.exit
        return is_over

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
        before, self.looked_at = self.looked_at, set()
        # What stands below the call that raises is never reached.
        with self.unjudged(bool(raising or quiet)):
            is_over = self.block(node.body, scope)
        calls = frozenset(self.own[mark:])
        if any(names_in(context) & SWALLOWED for context in raising):
            # It may be the assertion that raises, as it does where the result is wrong.
            calls -= self.looked_at
        self.looked_at |= before
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


def collector_in(statement: ast.stmt) -> str | None:
    """The name of a list that is added to, of a counter, or of a flag."""
    target: ast.expr | None = None
    if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Call) and isinstance(statement.value.func, ast.Attribute):
        target = statement.value.func.value if statement.value.func.attr in ("append", "add") else None
    elif isinstance(statement, ast.AugAssign):
        target = statement.target
    elif isinstance(statement, ast.Assign) and isinstance(statement.value, ast.Constant) and isinstance(statement.value.value, bool):
        target = statement.targets[0]
    return target.id if isinstance(target, ast.Name) else None


def says_something(body: list[ast.stmt]) -> bool:
    """Whether a branch asserts, raises, or calls something that may."""
    parts = (part for each in body if not is_told(each) for part in ast.walk(each))
    return any(isinstance(part, (ast.Assert, ast.Raise, ast.Call)) for part in parts)


def is_told(node: ast.stmt) -> bool:
    logs = ("print(", "log(", "log.", "logger.", "logging.", "LOG.", "LOGGER.")
    return isinstance(node, ast.Expr) and unparse(node.value).startswith(logs)


def exits_in(node: ast.AST) -> Iterator[str]:
    """Whether a statement may leave the `function` or the `loop` that it stands in."""
    if isinstance(node, ast.Return):
        yield "function"
    elif isinstance(node, (ast.Continue, ast.Break)):
        yield "loop"
    elif not isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.expr)):
        is_loop = isinstance(node, (ast.For, ast.AsyncFor, ast.While))
        yield from (kind for child in ast.iter_child_nodes(node) for kind in exits_in(child) if kind == "function" or not is_loop)


def names_in(value: Value) -> set[str]:
    return {text for kind, text in value.literals if kind == "name"}


def catches_assertions(handler: ast.ExceptHandler, types: Value) -> bool:
    return handler.type is None or bool(names_in(types) & SWALLOWED)


def does_nothing(handler: ast.ExceptHandler) -> bool:
    """What is caught is forgotten."""
    return all(
        isinstance(each, (ast.Pass, ast.Continue, ast.Break))
        or (isinstance(each, ast.Return) and (each.value is None or isinstance(each.value, ast.Constant)))
        or (isinstance(each, ast.Expr) and isinstance(each.value, ast.Constant))
        or is_told(each)
        for each in handler.body
    )
