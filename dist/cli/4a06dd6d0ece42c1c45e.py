"""Takes one test case apart by its syntax: what it calls, what it expects, and how its file looks without it. Nothing of it
is run."""

from __future__ import annotations

import ast
from copy import deepcopy
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

Function = ast.FunctionDef | ast.AsyncFunctionDef


class Parameters(NamedTuple):
    names: list[str]
    cases: list[ast.expr]


def take_apart(source: str, tree: ast.Module, name: str, case: int) -> dict[str, Any]:
    """`name` as `TestPrice::test_zero`; `case` counts the cases of a parametrised test from 0."""
    function = function_of(tree, name.split("::"))
    if function is None:
        return {"claims": [], "without": None}
    decorators = [*parametrisations(function)]
    parameters = [parameters_of(decorator) for decorator in decorators]
    if not parameters:
        return {"claims": [*claims_in(tree, function, {})], "without": without_function(source, function)}
    only = parameters[0]
    # Which case of several lists it is cannot be told by its number alone.
    if len(parameters) > 1 or only is None or case >= len(only.cases):
        return {"claims": [], "without": None}
    values = values_of(only.cases[case], only.names)
    claims: list[dict[str, Any]] = [] if values is None else [*claims_in(tree, function, values)]
    if len(only.cases) == 1:
        return {"claims": claims, "without": without_function(source, function)}
    return {"claims": claims, "without": without_case(source, only.cases, case)}


def function_of(tree: ast.Module, names: list[str]) -> Function | None:
    body: list[ast.stmt] = tree.body
    for index, name in enumerate(names):
        kinds = (ast.ClassDef,) if index < len(names) - 1 else (ast.FunctionDef, ast.AsyncFunctionDef)
        found = [each for each in body if isinstance(each, kinds) and each.name == name]
        if len(found) != 1:
            return None
        body = found[0].body
        if isinstance(found[0], (ast.FunctionDef, ast.AsyncFunctionDef)):
            return found[0]
    return None


def parametrisations(function: Function) -> Iterator[ast.Call]:
    for decorator in function.decorator_list:
        if isinstance(decorator, ast.Call) and ast.unparse(decorator.func).endswith("mark.parametrize"):
            yield decorator


def parameters_of(decorator: ast.Call) -> Parameters | None:
    if len(decorator.args) < 2:
        return None
    written, cases = decorator.args[:2]
    if not isinstance(cases, (ast.List, ast.Tuple)) or any(isinstance(each, ast.Starred) for each in cases.elts):
        return None
    if isinstance(written, ast.Constant) and isinstance(written.value, str):
        return Parameters([name.strip() for name in written.value.split(",")], cases.elts)
    if not isinstance(written, (ast.List, ast.Tuple)):
        return None
    names = [each.value for each in written.elts if isinstance(each, ast.Constant) and isinstance(each.value, str)]
    return Parameters(names, cases.elts) if len(names) == len(written.elts) else None


def values_of(case: ast.expr, names: list[str]) -> dict[str, ast.expr] | None:
    if isinstance(case, ast.Call) and ast.unparse(case.func).endswith("param"):
        parts = case.args
    elif len(names) == 1:
        parts = [case]
    elif isinstance(case, (ast.Tuple, ast.List)):
        parts = case.elts
    else:
        return None
    return dict(zip(names, parts, strict=True)) if len(parts) == len(names) else None


def with_values(statement: ast.stmt, values: dict[str, ast.expr]) -> ast.stmt:
    """The statement with the values of a case in the place of its parameters."""
    given = deepcopy(statement)
    for node in [*ast.walk(given)]:
        for field, child in ast.iter_fields(node):
            if isinstance(child, list):
                setattr(node, field, [value_for(each, values) for each in child])
            else:
                setattr(node, field, value_for(child, values))
    return given


def value_for(node: Any, values: dict[str, ast.expr]) -> Any:
    is_given = isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) and node.id in values
    return deepcopy(values[node.id]) if is_given else node


def claims_in(tree: ast.Module, function: Function, values: dict[str, ast.expr]) -> Iterator[dict[str, Any]]:
    """What a test says of calls of the code, statement by statement; what has another form says nothing here."""
    code = imported_names(tree)
    setup: list[str] = []
    for statement in function.body:
        given = with_values(statement, values)
        if isinstance(given, ast.Assert):
            yield from claim_of(given.test, code, setup)
        elif isinstance(given, ast.With):
            yield from raising(given, setup)
            return
        elif isinstance(given, (ast.Assign, ast.Expr)):
            setup.append(ast.unparse(given))
        else:
            return


def claim_of(test: ast.expr, code: set[str], setup: list[str]) -> Iterator[dict[str, Any]]:
    if not (isinstance(test, ast.Compare) and len(test.ops) == 1 and isinstance(test.ops[0], (ast.Eq, ast.Is))):
        return
    sides = [test.left, test.comparators[0]]
    calling = [side for side in sides if calls(side, code)]
    if len(calling) != 1:
        return
    expected = sides[1 - sides.index(calling[0])]
    yield {"setup": [*setup], "call": ast.unparse(calling[0]), "returns": ast.unparse(expected), "raises": None}


def raising(statement: ast.With, setup: list[str]) -> Iterator[dict[str, Any]]:
    context = statement.items[0].context_expr
    if not (isinstance(context, ast.Call) and ast.unparse(context.func).endswith("raises") and context.args):
        return
    if len(statement.body) != 1 or not isinstance(statement.body[0], ast.Expr):
        return
    raises = ast.unparse(context.args[0])
    yield {"setup": [*setup], "call": ast.unparse(statement.body[0].value), "returns": None, "raises": raises}


def calls(side: ast.expr, code: set[str]) -> bool:
    """Whether it hangs on the code: it names something of it, or an object that was made before."""
    names = {node.id for node in ast.walk(side) if isinstance(node, ast.Name)}
    has_call = any(isinstance(node, (ast.Call, ast.Attribute)) for node in ast.walk(side))
    return has_call and bool(names & code)


def imported_names(tree: ast.Module) -> set[str]:
    """What is imported from the code, and names that a test gives to what it made of it."""
    names = {
        alias.asname or alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "src"
        for alias in node.names
    }
    made = {
        target.id
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign) and any(isinstance(part, ast.Name) and part.id in names for part in ast.walk(node.value))
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    return names | made


def without_function(source: str, function: Function) -> str:
    lines = source.splitlines(keepends=True)
    first = min([function.lineno, *(decorator.lineno for decorator in function.decorator_list)])
    return "".join([*lines[: first - 1], *lines[(function.end_lineno or first) :]])


def without_case(source: str, cases: list[ast.expr], case: int) -> str:
    gone = cases[case]
    if case + 1 < len(cases):
        begin, end = start_of(source, gone), start_of(source, cases[case + 1])
    else:
        begin, end = end_of(source, cases[case - 1]), end_of(source, gone)
    text = source.encode()
    return (text[:begin] + text[end:]).decode()


def start_of(source: str, node: ast.expr) -> int:
    return offset_of(source, node.lineno, node.col_offset)


def end_of(source: str, node: ast.expr) -> int:
    return offset_of(source, node.end_lineno or node.lineno, node.end_col_offset or node.col_offset)


def offset_of(source: str, line: int, column: int) -> int:
    """In bytes: columns count those."""
    return sum(len(each.encode()) for each in source.splitlines(keepends=True)[: line - 1]) + column
