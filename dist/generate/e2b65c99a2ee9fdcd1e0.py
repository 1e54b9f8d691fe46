"""Names that stand for code which no definition of that name holds: aliases, partials, closures, tables of functions,
classes made by a call. They are found in the modules of the task as they are after a run of its tests, and replaced either
where their code is written or, where that makes several, as the object that each of them is: who else holds it sees the same."""

from __future__ import annotations

import ast
import contextlib
import functools
import operator
import os
import sys
import types
from typing import TYPE_CHECKING, Any, cast

from task_objects import steps_of
from task_source import class_named, first_line, is_none, parse, place_of, statements_in
from task_stubs import (
    SPECIAL,
    STUBS_OF_SPECIAL,
    WHOLE_MODULE,
    does_nothing,
    is_abstract,
    is_marker,
    is_only_a_type,
    names_to_replace,
    returns_self,
    stubs_of,
    stubs_of_method,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from task_stubs import Definition, Function

    Event = tuple[str, dict[str, Any]]

# Of one name of a module so many get stubs, and so many of those that lie further in: each is up to four runs of all tests.
MADE_LIMIT = 100
INNER_LIMIT = 30
# So far in, and at so many entries that are no plain data: tables may be large, and hold each other.
DEPTH = 5
ENTRIES_LIMIT = 20_000
NAME_LIMIT = 500
FUNCTION = ["nothing", "something", "error"]
METHOD = ["nothing", "something"]
GENERATORS = 0x20 | 0x200
# What is called without being a function of Python's, and can be told from data by its type alone.
CALLED = (
    types.BuiltinFunctionType,
    types.MethodType,
    types.MethodWrapperType,
    types.MethodDescriptorType,
    types.WrapperDescriptorType,
    operator.itemgetter,
    operator.attrgetter,
    operator.methodcaller,
    type(functools.lru_cache(None)(len)),
)
TABLES = (dict, list, tuple, set, frozenset, types.MappingProxyType)
DATA = {type(None), bool, int, float, complex, str, bytes}


class Walk:
    """Goes through what the modules of the task hold. Two names of one object count once."""

    def __init__(self, work: str) -> None:
        self.work = work
        self.code = os.path.join(work, "src") + os.sep
        self.modules = dict(self.loaded())
        self.trees = dict(self.parsed())
        # Definitions that make one object each, by the line in which they begin, and all others.
        self.single: dict[tuple[str, int], Definition] = {}
        self.others: dict[tuple[str, int], list[Function | ast.Lambda]] = {}
        for path, tree in self.trees.items():
            self.read(path, tree)
        # What is stubbed by its definition: by name, and by the line and name of its code.
        self.names: set[tuple[str, str]] = set()
        self.covered: set[tuple[str, int, str]] = set()
        for path, public in names_to_replace(self.trees):
            self.names.add((path, public.name))
            node = self.single.get((path, public.first))
            if node is not None:
                self.covered.add((path, public.first, node.name))
            elif public is not WHOLE_MODULE and len(self.others.get((path, public.first), ())) == 1:
                # A line tells one lambda from another only where it has no second one.
                self.covered.add((path, public.first, "<lambda>"))
        self.seen: set[int] = set()
        # By identity, because a class may say itself that it cannot be a key; with the class, so that it stays.
        self.homes: dict[int, tuple[type, tuple[str, ast.ClassDef | None] | None]] = {}
        # How far in a table or an object was looked into, under whatever name.
        self.depths: dict[int, int] = {}
        self.entries = 0
        # What the table of one module holds of another one, which may have a name for it as well.
        self.elsewhere: list[tuple[Name, types.FunctionType]] = []
        # What holds such, and from which modules it was looked into again.
        self.shared: set[int] = set()
        self.again: set[tuple[int, str]] = set()

    def loaded(self) -> Iterator[tuple[str, types.ModuleType]]:
        for module in [*sys.modules.values()]:
            path = self.path_of(vars(module).get("__file__")) if isinstance(module, types.ModuleType) else None
            if path is not None:
                yield path, module

    def parsed(self) -> Iterator[tuple[str, ast.Module]]:
        for folder, _, files in os.walk(self.code):
            for name in files:
                path = self.path_of(os.path.join(folder, name))
                if path is not None and name.endswith(".py"):
                    with open(os.path.join(self.work, path), "rb") as file:
                        yield path, parse(file.read(), path)

    def path_of(self, file: object) -> str | None:
        return os.path.relpath(file, self.work) if isinstance(file, str) and file.startswith(self.code) else None

    def read(self, path: str, tree: ast.Module) -> None:
        waiting = [tree.body]
        while waiting:
            for node in statements_in(waiting.pop()):
                if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
                    self.single[path, first_line(node)] = node
                elif isinstance(node, ast.ClassDef):
                    self.single[path, first_line(node)] = node
                    waiting.append(node.body)
        for node in ast.walk(tree):
            if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)):
                self.others.setdefault((path, first_line(node)), []).append(node)

    def see_definitions(self) -> None:
        """What a decorator made of a definition is stubbed by that, under whatever names it is imported."""
        for path, module in self.modules.items():
            for text, value in [*vars(module).items()]:
                if (path, text) in self.names and isinstance(value, types.FunctionType):
                    self.seen.add(id(value))

    def events(self) -> Iterator[Event]:
        self.see_definitions()
        names: list[tuple[Name, object]] = []
        for path, module in sorted(self.modules.items()):
            if path not in self.trees:
                continue
            bound = Bound(self.trees[path])
            held = {name: value for name, value in [*vars(module).items()] if not name.startswith("_")}
            yield "walked", {"file": path[:300], "names": [name[:NAME_LIMIT] for name in held]}
            names += [
                (Name(path, text, bound), value)
                for text, value in held.items()
                if (path, text) not in self.names or isinstance(value, type)
            ]
        # What a module holds is replaced there, and not where it is imported.
        for name, value in sorted(names, key=lambda each: each[0].is_imported):
            yield from self.of_name(name, value)
        for name, function in self.elsewhere[:ENTRIES_LIMIT]:
            yield from self.escaped(name, function)

    def of_name(self, name: Name, value: object) -> Iterator[Event]:
        """What does not get a stub of its own any more is named all the same."""
        made = inner = escaped = self.entries = 0
        for event, fields in self.looked_into(name, value):
            if event == "made" and made < MADE_LIMIT and (inner < INNER_LIMIT or not is_far_in(fields)):
                made += 1
                inner += is_far_in(fields)
                yield event, fields
            elif escaped < MADE_LIMIT:
                escaped += 1
                yield "escaped", {key: fields[key] for key in ("file", "name", "range")}
        if self.entries > ENTRIES_LIMIT:
            yield from self.escaped(name, value)

    def looked_into(self, name: Name, value: object) -> Iterator[Event]:
        try:
            yield from self.found(name, value)
        # Whatever an object does when it is looked at.
        except Exception:  # noqa: BLE001
            yield from self.escaped(name, value)

    def found(self, name: Name, value: object) -> Iterator[Event]:
        if is_of_typing(value) or isinstance(value, types.ModuleType):
            return
        if isinstance(value, type):
            yield from self.of_class(name, value)
        elif isinstance(value, types.FunctionType):
            yield from self.of_function(name, value, FUNCTION)
        elif isinstance(value, functools.partial):
            if not name.is_imported or self.path_of(getattr(getattr(value.func, "__code__", None), "co_filename", None)):
                yield from self.made(name, value, "function", [*FUNCTION, "emptied"])
        elif isinstance(value, CALLED):
            inner = getattr(value, "__wrapped__", None)
            if isinstance(inner, types.FunctionType) and self.home_of(inner) is not None:
                yield from self.of_function(name, inner, FUNCTION)
            elif not name.is_imported and not name.is_for_own_use:
                yield from self.made(name, value, "function", [*FUNCTION, "emptied"])
        else:
            yield from self.inside(name, value, 0)

    def inside(self, name: Name, value: object, depth: int) -> Iterator[Event]:
        """What a table or an object holds."""
        if not self.is_to_be_looked_into(name, value, depth):
            return
        before = len(self.elsewhere)
        if isinstance(value, TABLES):
            self.depths[id(value)] = depth
            yield from self.of_table(name, value, depth)
        elif type(value) is types.SimpleNamespace or self.class_of(type(value)) is not None:
            self.depths[id(value)] = depth
            if type(value) is not types.SimpleNamespace and self.is_hidden(type(value)):
                yield from self.of_methods(name, type(value))
            yield from self.of_fields(name, value, depth)
        elif callable(value) and not name.is_imported:
            yield from self.escaped(name, value)
        if len(self.elsewhere) > before:
            self.shared.add(id(value))

    def is_to_be_looked_into(self, name: Name, value: object, depth: int) -> bool:
        """Once, from the module that holds it; once more from each that imports it where others put something into it."""
        if self.depths.get(id(value), DEPTH + 1) > depth:
            return True
        again = (id(value), name.path)
        if not name.is_imported or id(value) not in self.shared or again in self.again:
            return False
        self.again.add(again)
        return depth <= DEPTH

    def of_function(self, name: Name, function: types.FunctionType, kinds: list[str]) -> Iterator[Event]:
        code, home = function.__code__, self.home_of(function)
        place = (home or "", code.co_firstlineno)
        if id(function) in self.seen or (*place, code.co_name) in self.covered:
            return
        if home is None and (name.is_imported or name.is_inner or name.is_for_own_use):
            return
        node = self.single.get(place)
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) and node.name == code.co_name:
            if not does_nothing(node) and not is_abstract(node) and not returns_self(node):
                self.seen.add(id(function))
                stubs = stubs_of(node) if kinds is FUNCTION else stubs_of_method(node)
                place_in_file = {"range": place_of(node), "line": place[1]}
                yield "made", {**name.in_file(cast("str", home)), **kind_of(kinds), "stubs": stubs, **place_in_file}
            return
        written = [each for each in self.others.get(place, []) if getattr(each, "name", "<lambda>") == code.co_name]
        if written and all(is_idle(each) for each in written):
            return
        if name.is_inner and home != name.path:
            # It may come there only after the module that holds it was imported.
            self.elsewhere.append((name, function))
            return
        stubs = [*kinds] if code.co_flags & GENERATORS else [*kinds, "emptied"]
        if kinds is METHOD:
            stubs = STUBS_OF_SPECIAL.get(name.text.rpartition(".")[2]) or stubs
        yield from self.made(name, function, "method" if kinds is METHOD else "function", stubs)

    def of_class(self, name: Name, value: type) -> Iterator[Event]:
        home = self.class_of(value)
        if home is None:
            # Until 3.12 a dataclass that is made by a call does not know where.
            if value.__module__ != "types" or hasattr(types, value.__name__):
                return
            home = name.path, None
        path, node = home
        if node is None:
            is_elsewhere = name.is_imported and not value.__name__.startswith("_")
            if not is_elsewhere and id(value) not in self.seen and does_something(value):
                # A class is put in place of a name, and not into a table.
                yield from self.escaped(name, value) if name.is_inner else self.made(name, value, "class", FUNCTION)
        elif (path, value.__qualname__) not in self.names and value.__name__.startswith("_") and id(value) not in self.seen:
            self.seen.add(id(value))
            if not is_only_a_type(node) and not is_marker(node):
                place = {"range": place_of(node), "line": first_line(node)}
                yield "made", {**name.in_file(path), "kind": "class", "stubs": FUNCTION, **place}
        yield from self.of_methods(name, value)
        for owner in value.__mro__:
            for key, held in vars(owner).items() if self.class_of(owner) is not None else ():
                if not key.startswith("_") and (isinstance(held, TABLES) or type(held) is types.SimpleNamespace):
                    yield from self.inside(name.inner(f".{key}"), held, 1)

    def of_methods(self, name: Name, value: type) -> Iterator[Event]:
        done: set[str] = set()
        for owner in value.__mro__:
            home = self.class_of(owner)
            if home is None or (owner is not value and not self.is_hidden(owner)):
                continue
            for key, attribute in vars(owner).items():
                if key in done or (key.startswith("_") and key not in SPECIAL):
                    continue
                done.add(key)
                function, method = function_in(attribute), name.inner(f".{key}")
                if isinstance(function, types.FunctionType):
                    if self.home_of(function) is not None:
                        yield from self.of_function(method, function, METHOD)
                elif isinstance(function, (functools.partialmethod, *CALLED)):
                    yield from self.escaped(method, function)

    def of_table(self, name: Name, table: Any, depth: int) -> Iterator[Event]:
        if isinstance(table, (set, frozenset)):
            entries = [(None, value) for value in table]
        else:
            entries = [*(enumerate(table) if isinstance(table, (list, tuple)) else table.items())]
        for key, value in entries:
            self.entries += type(value) not in DATA
            if self.entries > ENTRIES_LIMIT:
                return
            if type(value) not in DATA:
                is_key = isinstance(key, (str, int)) and len(repr(key)) <= 100
                yield from self.of_entry(name.inner(f"[{key!r}]" if is_key else "[…]"), value, depth, isinstance(table, (dict, list)))

    def of_fields(self, name: Name, value: object, depth: int) -> Iterator[Event]:
        """What an object was given. What the code of its own class made is tried by whatever tests make of that class."""
        is_table = type(value) is types.SimpleNamespace
        own = tuple(f"{owner.__qualname__}." for owner in type(value).__mro__)
        for key, held in fields_of(value):
            if key.startswith("_") or not key.isidentifier() or type(held) in DATA:
                continue
            field = name.inner(f".{key}")
            if is_table or not isinstance(held, (types.FunctionType, functools.partial, *CALLED)):
                yield from self.of_entry(field, held, depth, True)
            elif isinstance(held, types.FunctionType) and self.home_of(held) is not None and not held.__qualname__.startswith(own):
                yield from self.of_function(field, held, FUNCTION)
            elif not name.is_imported:
                yield from self.escaped(field, held)

    def of_entry(self, entry: Name, value: object, depth: int, can_be_put: bool) -> Iterator[Event]:
        if is_of_typing(value) or isinstance(value, types.ModuleType):
            return
        if isinstance(value, types.FunctionType) and self.home_of(value) is not None:
            yield from self.of_function(entry, value, FUNCTION)
        elif isinstance(value, functools.partial):
            yield from self.made(entry, value, "function", [*FUNCTION, "emptied"])
        elif isinstance(value, (types.FunctionType, *CALLED)):
            if not entry.is_imported and can_be_put:
                yield from self.made(entry, value, "function", [*FUNCTION, "emptied"])
            elif not entry.is_imported:
                yield from self.escaped(entry, value)
        elif isinstance(value, type):
            yield from self.of_class(entry, value)
        else:
            yield from self.inside(entry, value, depth + 1)

    def made(self, name: Name, value: object, kind: str, stubs: list[str]) -> Iterator[Event]:
        if id(value) in self.seen and not isinstance(value, CALLED):
            return
        if len(name.text) <= NAME_LIMIT and steps_of(name.text) is not None:
            self.seen.add(id(value))
            yield "made", {**name.in_file(name.path), "kind": kind, "range": name.range, "stubs": stubs, "line": None}
        else:
            yield from self.escaped(name, value)

    def escaped(self, name: Name, value: object) -> Iterator[Event]:
        if id(value) not in self.seen:
            self.seen.add(id(value))
            yield "escaped", {**name.in_file(name.path), "range": name.range}

    def home_of(self, function: types.FunctionType) -> str | None:
        """The file of the task in which it is written."""
        return self.path_of(function.__code__.co_filename)

    def class_of(self, value: type) -> tuple[str, ast.ClassDef | None] | None:
        """The file of the task that a class belongs to, and its definition where it has one."""
        if id(value) not in self.homes:
            self.homes[id(value)] = value, self.found_home_of(value)
        return self.homes[id(value)][1]

    def found_home_of(self, value: type) -> tuple[str, ast.ClassDef | None] | None:
        module = sys.modules.get(value.__module__)
        path = self.path_of(getattr(module, "__file__", None))
        if path is None or path not in self.trees:
            return None
        node = class_named(self.trees[path].body, value.__qualname__.split("."))
        return path, node

    def is_hidden(self, value: type) -> bool:
        """A class whose methods are tried by no name of its own."""
        home = self.class_of(value)
        return home is not None and (home[1] is None or any(part.startswith("_") for part in value.__qualname__.split(".")))


class Bound:
    """How a module comes to its names."""

    def __init__(self, tree: ast.Module) -> None:
        self.imported: set[str] = set()
        # Given to a name as it is, and used under that name by the code itself: an import in other words.
        self.aliases: set[str] = set()
        self.used = {part.id for part in ast.walk(tree) if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Load)}
        self.ranges: dict[str, list[int]] = {}
        for node in statements_in(tree.body):
            if isinstance(node, (ast.Import, ast.ImportFrom)):
                self.imported.update((alias.asname or alias.name).split(".")[0] for alias in node.names)
            else:
                if isinstance(node, ast.Assign) and isinstance(node.value, (ast.Name, ast.Attribute)):
                    self.aliases.update(target.id for target in node.targets if isinstance(target, ast.Name))
                for part in ast.walk(node) if not isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)) else ():
                    if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Store):
                        self.ranges[part.id] = place_of(node)

    def is_imported(self, name: str) -> bool:
        return name in self.imported or ("*" in self.imported and name not in self.ranges)


class Name:
    """A name of a module, or what is reached from it: `TABLE['add']`, `cart.put`."""

    def __init__(self, path: str, text: str, bound: Bound, inner: bool = False) -> None:
        self.path, self.text, self.bound, self.is_inner = path, text, bound, inner
        first = text.split(".", maxsplit=1)[0].split("[", maxsplit=1)[0]
        self.is_imported = bound.is_imported(first)
        self.is_for_own_use = first in bound.aliases and first in bound.used
        self.range = bound.ranges.get(first, [1, 1, 1, 1])

    def inner(self, step: str) -> Name:
        return Name(self.path, self.text + step, self.bound, inner=True)

    def in_file(self, path: str) -> dict[str, Any]:
        return {"file": path[:300], "name": self.text[:NAME_LIMIT]}


def kind_of(kinds: list[str]) -> dict[str, str]:
    return {"kind": "function" if kinds is FUNCTION else "method"}


def is_idle(node: Function | ast.Lambda) -> bool:
    return is_none(node.body) if isinstance(node, ast.Lambda) else does_nothing(node)


def does_something(value: type) -> bool:
    """Not one that only has a name, such as an error."""
    return any(not (key.startswith("__") and key.endswith("__")) or key in SPECIAL for key in vars(value))


def is_of_typing(value: object) -> bool:
    return type(value).__module__ in ("typing", "typing_extensions") or type(value) is types.GenericAlias


def is_far_in(fields: dict[str, Any]) -> bool:
    """Further than an entry of a table, or a method of a class."""
    return len(steps_of(fields["name"]) or ()) > 2


def fields_of(value: object) -> Iterator[tuple[str, object]]:
    yield from [*getattr(value, "__dict__", {}).items()]
    for owner in type(value).__mro__:
        for key, slot in vars(owner).items():
            if isinstance(slot, types.MemberDescriptorType):
                with contextlib.suppress(AttributeError):
                    yield key, slot.__get__(value)


def function_in(attribute: object) -> object:
    """What a method calls: below what Python wraps it in."""
    if isinstance(attribute, (staticmethod, classmethod)):
        attribute = attribute.__func__
    if isinstance(attribute, property):
        attribute = attribute.fget
    if isinstance(attribute, functools.cached_property):
        attribute = attribute.func
    inner = getattr(attribute, "__wrapped__", None)
    return inner if not isinstance(attribute, types.FunctionType) and isinstance(inner, types.FunctionType) else attribute
