"""Puts stubs in place of the task's functions and classes."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from task_objects import replaced
from task_source import blocks_of, first_line, is_none, place_of, read, statements_in, unparse, write

if TYPE_CHECKING:
    from collections.abc import Iterator

    Function = ast.FunctionDef | ast.AsyncFunctionDef
    Definition = Function | ast.ClassDef
    # A name that is bound once, to a lambda.
    Bound = ast.Assign | ast.AnnAssign

# What a stub does instead. None and something that equals nothing but itself: a test that calls and does not compare
# notices neither. An error that is of every usual kind: a test that only expects errors does not notice it. A value of
# the promised type, or of the type that the code as it is returns: a test that only looks at the type does not notice it.
NOTHING = "return None"
SOMETHING = "return ..."
ERROR = """
class StubError(ValueError, TypeError, LookupError, ArithmeticError, RuntimeError, AssertionError):
    pass
raise StubError("stub")
"""
TYPED = {
    "int": "return 0",
    "float": "return 0.0",
    "complex": "return 0j",
    "str": "return ''",
    "bytes": "return b''",
    "bool": "return False",
    "list": "return []",
    "dict": "return {}",
    "set": "return set()",
    "tuple": "return ()",
    "Decimal": "import decimal\nreturn decimal.Decimal(0)",
    "Fraction": "import fractions\nreturn fractions.Fraction(0)",
}
OPPOSITE_OF_BOOL = "return True"
# The same as an expression, for a lambda.
RAISED = """
(_ for _ in ()).throw(
    type("StubError", (ValueError, TypeError, LookupError, ArithmeticError, RuntimeError, AssertionError), {})("stub")
)
"""
# Methods that Python calls by itself and that do what a class is for. Others say how it looks (`__repr__`), how it is kept
# (`__hash__`, `__reduce__`) or are shown by the stub of the class (`__init__`).
WITH_BOTH_SIDES = "add sub mul matmul truediv floordiv mod pow lshift rshift and or xor"
OF_NUMBERS = "divmod rdivmod neg pos abs invert round trunc floor ceil int float complex index bool bytes"
OF_VALUES = "eq ne lt le gt ge call len contains getitem setitem delitem missing iter next reversed"
OF_CONTEXTS = "enter exit aenter aexit await aiter anext getattr"
SPECIAL = {
    *(f"__{side}{name}__" for side in ("", "r", "i") for name in WITH_BOTH_SIDES.split()),
    *(f"__{name}__" for names in (OF_NUMBERS, OF_VALUES, OF_CONTEXTS) for name in names.split()),
}
LOOKS = {"__repr__", "__str__", "__format__"}
# Few tests look for two things that are not equal, or for an error that leaves a `with`: only a stub that does nothing is fair.
# What ends a loop by an error must not go on for ever.
STUBS_OF_SPECIAL = {
    **{name: ["nothing"] for name in ("__eq__", "__ne__", "__exit__", "__aexit__")},
    **{name: ["error"] for name in ("__next__", "__anext__")},
    "__getitem__": ["error", "emptied"],
}
EMPTIED = "_emptied_by_verify"
# Says once that it changed something. A value that is empty already, or an object as its class makes it, stays as it is:
# no test can tell the two apart, and where that holds for all that a function returns, this stub says nothing of it.
EMPTY = f"""
def {EMPTIED}(value, told=[]):
    try:
        empty = type(value)()
    except Exception:
        empty = None
    try:
        if empty is value or empty == value or (type(empty) is type(value) and vars(empty) == vars(value)):
            return value
    except Exception:
        pass
    if not told:
        told.append(True)
        try:
            __import__("os").write(3, b'{{"event": "emptied"}}\\n')
        except OSError:
            pass
    return empty
"""


@dataclass
class Public:
    name: str
    kind: str
    range: list[int]
    stubs: list[str]
    # The line in which its code begins.
    first: int


def public_names(tree: ast.Module) -> list[Public]:
    """The public functions and classes of a module, and the public methods of its public classes."""
    found: list[Public] = []
    for node in definitions(tree.body):
        if node.name.startswith("_"):
            continue
        if isinstance(node, ast.ClassDef):
            if not is_only_a_type(node) and not is_marker(node):
                found.append(Public(node.name, "class", place_of(node), ["nothing", "something", "error"], first_line(node)))
            found += methods_in(node, node.name)
        elif not does_nothing(node):
            found.append(Public(node.name, "function", place_of(node), stubs_of(node), first_line(node)))
    for name, bound in lambdas(tree.body):
        if not name.startswith("_"):
            found.append(Public(name, "function", place_of(bound), ["nothing", "something", "error", "emptied"], bound.lineno))
    return found


def methods_in(node: ast.ClassDef, path: str) -> list[Public]:
    """The methods of a class, and those of the public classes within it."""
    if is_only_a_type(node):
        return []
    found = [
        Public(f"{path}.{method.name}", "method", place_of(method), stubs_of_method(method), first_line(method))
        for method in methods_of(node)
    ]
    for name, bound in lambdas(node.body):
        if not name.startswith("_") or name in SPECIAL:
            found.append(Public(f"{path}.{name}", "method", place_of(bound), ["nothing", "something", "emptied"], bound.lineno))
    for inner in definitions(node.body):
        if isinstance(inner, ast.ClassDef) and not inner.name.startswith("_"):
            found += methods_in(inner, f"{path}.{inner.name}")
    return found


WHOLE_MODULE = Public("*", "module", [1, 1, 1, 1], ["nothing"], 1)


def private_names(tree: ast.Module) -> list[Public]:
    return [
        Public(node.name, "class", place_of(node), ["nothing", "something", "error"], first_line(node))
        if isinstance(node, ast.ClassDef)
        else Public(node.name, "function", place_of(node), stubs_of(node), first_line(node))
        for node in definitions(tree.body)
    ]


def names_to_replace(trees: dict[str, ast.Module]) -> list[tuple[str, Public]]:
    """The public names; where there are none, the private ones; where there is nothing of the kind, whole modules. So
    there is always something that a test has to notice."""
    for names_of in (public_names, private_names, whole_module):
        found = [(path, name) for path, tree in trees.items() for name in names_of(tree)]
        if found:
            return found
    return []


def whole_module(tree: ast.Module) -> list[Public]:
    return [WHOLE_MODULE] if tree.body else []


def definitions(body: list[ast.stmt]) -> list[Definition]:
    """The last definition of each name counts; those below other statements count too."""
    found = {}
    for node in statements_in(body):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            found[node.name] = node
    return list(found.values())


def lambdas(body: list[ast.stmt]) -> list[tuple[str, Bound]]:
    """Names that a lambda is given, unless it does nothing."""
    found: dict[str, Bound] = {}
    for node in statements_in(body):
        bound = lambda_of(node)
        if bound is not None and not is_none(bound[1].body):
            found[bound[0]] = cast("Bound", node)
    return list(found.items())


def lambda_of(node: ast.stmt) -> tuple[str, ast.Lambda] | None:
    if isinstance(node, ast.Assign) and len(node.targets) == 1:
        target: ast.expr = node.targets[0]
    elif isinstance(node, ast.AnnAssign):
        target = node.target
    else:
        return None
    if isinstance(target, ast.Name) and isinstance(node.value, ast.Lambda):
        return target.id, node.value
    return None


def methods_of(node: ast.ClassDef) -> list[Function]:
    methods = [
        each
        for each in statements_in(node.body)
        if isinstance(each, (ast.FunctionDef, ast.AsyncFunctionDef)) and not is_abstract(each) and not does_nothing(each)
    ]
    found = [each for each in methods if not each.name.startswith("_") or (each.name in SPECIAL and not returns_self(each))]
    # What only looks like something is for its looks.
    return once(found or [each for each in methods if each.name in LOOKS])


def once(methods: list[Function]) -> list[Function]:
    """One of each name: a stub takes the place of all of them, such as what reads a property and what sets it."""
    found: dict[str, Function] = {}
    for each in methods:
        if each.name not in found or not returns_a_value(found[each.name]):
            found[each.name] = each
    return list(found.values())


def returns_self(node: Function) -> bool:
    """As `__enter__` and `__iter__` mostly do: nothing that a test could look for."""
    *before, last = node.body
    is_self = isinstance(last, ast.Return) and isinstance(last.value, ast.Name) and last.value.id == "self"
    return is_self and all(is_nothing(each) for each in before)


def does_nothing(node: Function) -> bool:
    """A hook, or the placeholder of a base class: a stub of it would be the same."""
    return all(is_nothing(statement) for statement in node.body)


def is_nothing(statement: ast.stmt) -> bool:
    if isinstance(statement, ast.Pass):
        return True
    if isinstance(statement, ast.Expr):
        return isinstance(statement.value, ast.Constant)
    if isinstance(statement, ast.Return):
        return statement.value is None or is_none(statement.value)
    return isinstance(statement, ast.Raise) and statement.exc is not None and "NotImplementedError" in unparse(statement.exc)


def is_marker(node: ast.ClassDef) -> bool:
    """A class that does nothing itself, such as a base for others or an error that only has a name. What it takes from a
    private base, though, happens nowhere else."""
    if any(last_name(base).startswith("_") for base in node.bases):
        return False
    return all(does_nothing(each) if isinstance(each, (ast.FunctionDef, ast.AsyncFunctionDef)) else is_nothing(each) for each in node.body)


def last_name(node: ast.expr) -> str:
    return unparse(node).split("[")[0].split("(")[0].split(".")[-1]


def is_abstract(node: Function) -> bool:
    return any(unparse(decorator).endswith(("abstractmethod", "overload")) for decorator in node.decorator_list)


def is_only_a_type(node: ast.ClassDef) -> bool:
    """A class that says what others look like: nothing of it happens when a test runs."""
    bases = {last_name(base) for base in node.bases}
    if bases & {"Protocol", "TypedDict"}:
        return True
    functions = [each for each in node.body if isinstance(each, (ast.FunctionDef, ast.AsyncFunctionDef))]
    return bool(functions) and all(is_abstract(each) for each in functions)


def stubs_of(node: Function) -> list[str]:
    kinds = ["nothing", "something", "error"]
    returned = "" if node.returns is None else unparse(node.returns).strip("'\"").split(".")[-1].split("[")[0]
    if returned == "bool":
        return [*kinds, "false", "true"]
    if returns_a_value(node):
        return [*kinds, "emptied"]
    return [*kinds, "typed"] if returned in TYPED else kinds


def stubs_of_method(node: Function) -> list[str]:
    return STUBS_OF_SPECIAL.get(node.name) or ["nothing", "something", *(["emptied"] if returns_a_value(node) else [])]


def returns_a_value(node: Function) -> bool:
    if is_generator(node):
        return False
    return any(isinstance(part, ast.Return) and part.value is not None and not is_none(part.value) for part in own_parts(node))


def own_parts(node: Function) -> Iterator[ast.AST]:
    """Everything in a function but what stands in the functions and classes within it."""
    waiting: list[ast.AST] = [*node.body]
    while waiting:
        part = waiting.pop()
        yield part
        if not isinstance(part, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda)):
            waiting += ast.iter_child_nodes(part)


def write_stubs(stubs: list[dict[str, Any]]) -> None:
    """Rewrites files with `stubs`, a list of file, name and kind; of what goes by another name than its definition, with the
    line of that, or with what it was `made` to be."""
    for path in {stub["file"] for stub in stubs}:
        tree = read(path)
        here = [stub for stub in stubs if stub["file"] == path]
        for stub in here:
            if stub.get("line"):
                put_stub_at(tree.body, stub["line"], stub["kind"])
            elif stub.get("made") == "class":
                tree.body += class_stub(stub["name"], stub["kind"])
            elif stub.get("made"):
                tree.body += replaced(path, stub["name"], stub["kind"], EMPTIED if stub["kind"] == "emptied" else "None")
            else:
                put_stub(tree.body, stub["name"].split("."), stub["kind"])
        if any(stub["kind"] == "emptied" for stub in here):
            start = sum(1 for _ in leading(tree.body))
            tree.body[start:start] = ast.parse(EMPTY).body
        write(path, tree)


def leading(body: list[ast.stmt]) -> Iterator[ast.stmt]:
    """What has to stay first in a module: its docstring, and imports from the future."""
    for index, statement in enumerate(body):
        is_docstring = index == 0 and isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)
        if not is_docstring and not (isinstance(statement, ast.ImportFrom) and statement.module == "__future__"):
            return
        yield statement


def put_stub(body: list[ast.stmt], names: list[str], kind: str) -> None:
    if names == [WHOLE_MODULE.name]:
        body.clear()
        return
    for index, node in enumerate(body):
        for block in blocks_of(node):
            put_stub(block, names, kind)
        if getattr(node, "name", None) == names[0]:
            if len(names) > 1 and isinstance(node, ast.ClassDef):
                put_stub(node.body, names[1:], kind)
            else:
                put_in_place(body, index, kind)
        bound = lambda_of(node)
        if bound is not None and bound[0] == names[0]:
            bound[1].body = stub_of_expression(bound[1].body, kind)


def put_stub_at(body: list[ast.stmt], line: int, kind: str) -> None:
    """The same for the definition that begins in a line."""
    for index, node in enumerate(body):
        for block in blocks_of(node):
            put_stub_at(block, line, kind)
        if isinstance(node, ast.ClassDef) and first_line(node) != line:
            put_stub_at(node.body, line, kind)
        elif isinstance(node, (ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)) and first_line(node) == line:
            put_in_place(body, index, kind)


def put_in_place(body: list[ast.stmt], index: int, kind: str) -> None:
    node = body[index]
    if isinstance(node, ast.ClassDef):
        body[index] = stub_of_class(node, kind)
    elif isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
        if kind == "emptied":
            empty_returns(node)
        else:
            node.body = [*docstring_of(node), *stub_body(node, kind)]


def stub_of_expression(node: ast.expr, kind: str) -> ast.expr:
    if kind == "emptied":
        return emptied(node)
    text = {"nothing": "None", "something": "...", "error": RAISED}[kind]
    return ast.parse(text.strip(), mode="eval").body


def empty_returns(node: Function) -> None:
    for part in own_parts(node):
        if isinstance(part, ast.Return) and part.value is not None:
            part.value = emptied(part.value)


def emptied(node: ast.expr) -> ast.expr:
    return ast.Call(func=ast.Name(id=EMPTIED, ctx=ast.Load()), args=[node], keywords=[])


def stub_body(node: Function, kind: str) -> list[ast.stmt]:
    returned = "" if node.returns is None else unparse(node.returns).strip("'\"").split(".")[-1].split("[")[0]
    text = {
        "nothing": NOTHING,
        "something": SOMETHING,
        "error": ERROR,
        "false": TYPED["bool"],
        "true": OPPOSITE_OF_BOOL,
        "typed": TYPED.get(returned, NOTHING),
    }[kind]
    body = function_body(text)
    if is_generator(node) and kind in ("nothing", "something", "typed"):
        # What is iterated over has to stay so: a generator without elements, or with one.
        yielded = "return\nyield" if kind != "something" else "yield ..."
        body = function_body(yielded)
    return body


def function_body(text: str) -> list[ast.stmt]:
    return cast("ast.FunctionDef", ast.parse(f"def stub():\n{indented(text)}").body[0]).body


def indented(text: str) -> str:
    return "\n".join("    " + line for line in text.strip().splitlines())


def is_generator(node: Function) -> bool:
    return any(isinstance(part, (ast.Yield, ast.YieldFrom)) for part in own_parts(node))


def stub_of_class(node: ast.ClassDef, kind: str) -> ast.If:
    body = class_stub(node.name, kind)
    cast("ast.ClassDef", body[-1]).body[:0] = docstring_of(node)
    return ast.If(test=ast.Constant(value=True), body=body, orelse=[])


def class_stub(name: str, kind: str) -> list[ast.stmt]:
    """A class that takes everything and whose every attribute is a function that returns the same."""
    if kind == "error":
        init = f"def __init__(self, *values, **named):\n{indented(ERROR)}"
    else:
        init = "def __init__(self, *values, **named):\n    pass"
    value = {"nothing": "None", "something": "...", "error": "None"}[kind]
    attribute = f"""
def __getattr__(self, name):
    if name.startswith("__"):
        raise AttributeError(name)
    return lambda *values, **named: {value}
"""
    text = f"""
class _{name}Type(type):
{indented(attribute)}
class {name}(metaclass=_{name}Type):
{indented(init)}
{indented(attribute)}
"""
    body = ast.parse(text).body
    for part in (each for statement in body for each in ast.walk(statement)):
        if isinstance(part, (ast.expr, ast.stmt)):
            # None of the file's lines.
            part.lineno = part.end_lineno = 0
    return body


def docstring_of(node: Definition) -> list[ast.stmt]:
    """What a definition says of itself is no part of what it does."""
    first = node.body[0]
    return [first] if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant) and isinstance(first.value.value, str) else []
