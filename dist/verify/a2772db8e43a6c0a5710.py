"""Puts stubs in place of the task's functions and classes."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from task_source import is_main_guard, is_none, place_of, read, unparse, write

if TYPE_CHECKING:
    from collections.abc import Iterator

    Function = ast.FunctionDef | ast.AsyncFunctionDef
    Definition = Function | ast.ClassDef

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


def public_names(tree: ast.Module) -> list[Public]:
    """The public functions and classes of a module, and the public methods of its public classes."""
    found = []
    for node in definitions(tree.body):
        if node.name.startswith("_"):
            continue
        if isinstance(node, ast.ClassDef):
            if is_only_a_type(node):
                continue
            if not is_marker(node):
                found.append(Public(node.name, "class", place_of(node), ["nothing", "something", "error"]))
            for method in methods_of(node):
                kinds = ["nothing", "something", *(["emptied"] if returns_a_value(method) else [])]
                found.append(Public(f"{node.name}.{method.name}", "method", place_of(method), kinds))
        elif not does_nothing(node):
            found.append(Public(node.name, "function", place_of(node), stubs_of(node)))
    return found


WHOLE_MODULE = Public("*", "module", [1, 1, 1, 1], ["nothing"])


def private_names(tree: ast.Module) -> list[Public]:
    return [
        Public(node.name, "class", place_of(node), ["nothing", "something", "error"])
        if isinstance(node, ast.ClassDef)
        else Public(node.name, "function", place_of(node), stubs_of(node))
        for node in definitions(tree.body)
    ]


def definitions(body: list[ast.stmt]) -> list[Definition]:
    """The last definition of each name counts; those behind a condition count too."""
    found = {}
    for node in body:
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            found[node.name] = node
        elif isinstance(node, (ast.If, ast.Try)) and not is_main_guard(node):
            for part in (node.body, node.orelse, *(handler.body for handler in getattr(node, "handlers", []))):
                found.update({each.name: each for each in definitions(part)})
    return list(found.values())


def methods_of(node: ast.ClassDef) -> list[Function]:
    return [
        each
        for each in node.body
        if isinstance(each, (ast.FunctionDef, ast.AsyncFunctionDef))
        and not each.name.startswith("_")
        and not is_abstract(each)
        and not does_nothing(each)
    ]


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
    """Rewrites files with `stubs`, a list of file, name and kind."""
    for path in {stub["file"] for stub in stubs}:
        tree = read(path)
        here = [stub for stub in stubs if stub["file"] == path]
        for stub in here:
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
        if isinstance(node, (ast.If, ast.Try)):
            for part in (node.body, node.orelse, *(handler.body for handler in getattr(node, "handlers", []))):
                put_stub(part, names, kind)
        elif getattr(node, "name", None) == names[0]:
            if len(names) > 1 and isinstance(node, ast.ClassDef):
                put_stub(node.body, names[1:], kind)
            elif isinstance(node, ast.ClassDef):
                body[index] = stub_of_class(node, kind)
            elif isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
                if kind == "emptied":
                    empty_returns(node)
                else:
                    node.body = [*docstring_of(node), *stub_body(node, kind)]


def empty_returns(node: Function) -> None:
    for part in own_parts(node):
        if isinstance(part, ast.Return) and part.value is not None:
            part.value = ast.Call(func=ast.Name(id=EMPTIED, ctx=ast.Load()), args=[part.value], keywords=[])


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
class _{node.name}Type(type):
{indented(attribute)}
class {node.name}(metaclass=_{node.name}Type):
{indented(init)}
{indented(attribute)}
"""
    body = ast.parse(text).body
    cast("ast.ClassDef", body[-1]).body[:0] = docstring_of(node)
    return ast.If(test=ast.Constant(value=True), body=body, orelse=[])


def docstring_of(node: Definition) -> list[ast.stmt]:
    """What a definition says of itself is no part of what it does."""
    first = node.body[0]
    return [first] if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant) and isinstance(first.value.value, str) else []
