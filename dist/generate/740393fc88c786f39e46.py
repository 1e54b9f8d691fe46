"""What names and attributes stand for in a test, and what changes that."""

# Methods are named after the nodes that they take.
# ruff: noqa: N802

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from task_flow_scopes import BUILTINS, Class, Scope, files_of
from task_flow_state import State
from task_flow_value import ANYTHING, NOTHING, UNKNOWN, VOID, Callee, Value, changed, element_of, joined, sequence, union
from task_source import unparse

if TYPE_CHECKING:
    from task_flow_scopes import Class


class Names(State):
    """Finds what a name stands for."""

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
        if name == "__class__" and base.is_code and not base.is_error:
            return changed(union([base]), literals=NOTHING, is_weak=True)
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
        is_any = dotted in ("unittest.mock.ANY", "mock.ANY")
        return Value(frozenset({("name", last)}), is_code=is_code, is_any=is_any, origin=dotted, reference=reference)
