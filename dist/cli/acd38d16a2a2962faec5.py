"""Whether code has the names and signatures that a design promises, and what it needs besides Python itself."""

from __future__ import annotations

import ast
import sys
from typing import TYPE_CHECKING, Any, NamedTuple

from task_source import unparse

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

# These leave what a function takes as it is written.
HARMLESS_DECORATORS = {"cache", "lru_cache", "staticmethod", "final", "overload", "deprecated"}
SKIPS = {"skip", "skipif", "xfail", "importorskip", "skipTest", "SkipTest", "skipIf", "skipUnless", "expectedFailure"}


class Parameters(NamedTuple):
    """The names of parameters, and of those that may be left out."""

    positional: list[str]
    keyword_only: list[str]
    optional: set[str]
    takes_more: bool
    takes_more_by_name: bool


def unkept(trees: Mapping[str, ast.Module], promises: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for promise in promises:
        tree = trees.get(promise["path"])
        if tree is None:
            continue
        name = promise["name"]
        bound = [node for node in statements(tree.body) if name in names_bound_by(node)]
        definitions = [node for node in bound if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef))]
        problem = None
        if not bound and not has_star_import(tree):
            problem = f"{name}, which the design promises, is not defined"
        elif definitions:
            problem = difference(promise, definitions[-1])
        if problem is not None:
            line = definitions[-1].lineno if definitions else None
            yield {"file": promise["path"], "line": line, "problem": problem}


def statements(body: list[ast.stmt]) -> Iterator[ast.stmt]:
    """Those of a module, and those that it runs under a condition."""
    for node in body:
        yield node
        if not isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            for child in ast.iter_child_nodes(node):
                inner = child.body if isinstance(child, (ast.ExceptHandler, ast.match_case)) else [child]
                yield from statements([each for each in inner if isinstance(each, ast.stmt)])


def names_bound_by(node: ast.stmt) -> set[str]:
    if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
        return {node.name}
    if isinstance(node, (ast.Import, ast.ImportFrom)):
        return {(alias.asname or alias.name).split(".")[0] for alias in node.names}
    return {each.id for each in ast.walk(node) if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Store)}


def has_star_import(tree: ast.Module) -> bool:
    return any(isinstance(node, ast.ImportFrom) and node.names[0].name == "*" for node in tree.body)


def difference(promise: dict[str, Any], node: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) -> str | None:
    """What a definition takes otherwise than the design says; None where that cannot be told by its syntax."""
    name, kind = promise["name"], promise["kind"]
    promised = signature_of(promise["signature"])
    if kind == "function" and isinstance(node, ast.ClassDef):
        return f"{name} is a class, and the design promises a function"
    if kind == "class" and not isinstance(node, ast.ClassDef):
        return f"{name} is a function, and the design promises a class"
    if promised is None or kind not in ("function", "class"):
        return None
    if isinstance(node, ast.ClassDef):
        actual = parameters_of_class(node)
        # `class TooHeavy(ValueError)` names what it is made of, and no parameters.
        if actual is None or not (has_annotation(promised) or promised.args.defaults or promised.args.kw_defaults):
            return None
    else:
        if any(last_name(decorator) not in HARMLESS_DECORATORS for decorator in node.decorator_list):
            return None
        if isinstance(promised, ast.AsyncFunctionDef) is not isinstance(node, ast.AsyncFunctionDef):
            return f"{name} is{'' if isinstance(node, ast.AsyncFunctionDef) else ' not'} async, otherwise than the design says"
        actual = parameters(node.args)
    if is_met_by(parameters(promised.args), actual):
        return None
    return f"{name} takes other parameters than the design promises: {promise['signature']}"


def signature_of(text: str) -> ast.FunctionDef | ast.AsyncFunctionDef | None:
    words = text.strip().rstrip(":").strip()
    is_async = words.startswith("async ")
    for start in ("async ", "def ", "class "):
        words = words.removeprefix(start).strip()
    try:
        (node,) = ast.parse(f"{'async ' if is_async else ''}def {words}: ...").body
    except (SyntaxError, ValueError):
        return None
    return node if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) else None


def has_annotation(node: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    return any(isinstance(each, ast.arg) and each.annotation is not None for each in ast.walk(node.args))


def parameters(args: ast.arguments, skip: int = 0) -> Parameters:
    positional = [each.arg for each in [*args.posonlyargs, *args.args]]
    optional = set(positional[len(positional) - len(args.defaults) :]) if args.defaults else set()
    keyword_only = [each.arg for each in args.kwonlyargs]
    optional |= {name for name, default in zip(keyword_only, args.kw_defaults, strict=True) if default is not None}
    return Parameters(positional[skip:], keyword_only, optional, args.vararg is not None, args.kwarg is not None)


def parameters_of_class(node: ast.ClassDef) -> Parameters | None:
    """None where its bases or a decorator may decide."""
    for each in node.body:
        if isinstance(each, ast.FunctionDef) and each.name == "__init__":
            return None if each.decorator_list else parameters(each.args, 1)
    is_dataclass = any(last_name(decorator) == "dataclass" for decorator in node.decorator_list)
    if not is_dataclass or node.bases:
        return None
    fields: list[str] = []
    optional: set[str] = set()
    for each in node.body:
        if isinstance(each, ast.AnnAssign) and isinstance(each.target, ast.Name):
            said = unparse(each)
            if "ClassVar" in said or "init=False" in said or "KW_ONLY" in said:
                return None
            fields.append(each.target.id)
            if each.value is not None:
                optional.add(each.target.id)
    return Parameters(fields, [], optional, False, False)


def is_met_by(promised: Parameters, actual: Parameters) -> bool:
    """Whether every call that the promise allows is one that the code takes."""
    names = {*actual.positional, *actual.keyword_only}
    if actual.positional[: len(promised.positional)] != promised.positional and not (actual.takes_more and actual.takes_more_by_name):
        return False
    if any(name not in names and not actual.takes_more_by_name for name in promised.keyword_only):
        return False
    known = {*promised.positional, *promised.keyword_only}
    if any(name not in actual.optional for name in names - known):
        return False
    if any(name in names and name not in actual.optional for name in promised.optional):
        return False
    return (actual.takes_more or not promised.takes_more) and (actual.takes_more_by_name or not promised.takes_more_by_name)


def foreign_imports(trees: Mapping[str, ast.Module], own: list[str]) -> Iterator[dict[str, Any]]:
    """What is imported from outside of Python and of the task."""
    known = {*sys.stdlib_module_names, *own}
    for path, tree in trees.items():
        for node in ast.walk(tree):
            names: list[str] = []
            if isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom) and node.level == 0:
                names = [node.module or ""]
            for name in names:
                if name.split(".")[0] not in known:
                    yield {"file": path, "line": getattr(node, "lineno", 1), "module": name}


def absolute_imports(trees: Mapping[str, ast.Module], own: list[str]) -> Iterator[dict[str, Any]]:
    """Where code imports other code of the task as if the folder always lay on the path. A test may: it runs nowhere else."""
    known = {*own} - {"pytest"}
    for path, tree in trees.items():
        if not path.startswith("src/"):
            continue
        for node in ast.walk(tree):
            names: list[str] = []
            if isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom) and node.level == 0:
                names = [node.module or ""]
            for name in names:
                if name.split(".")[0] in known:
                    yield {"file": path, "line": getattr(node, "lineno", 1), "module": name}


def skips(trees: Mapping[str, ast.Module]) -> Iterator[dict[str, Any]]:
    """Where a test says that it need not run, or need not pass."""
    for path, tree in trees.items():
        if not path.startswith("tests/"):
            continue
        for node in ast.walk(tree):
            if not isinstance(node, (ast.Attribute, ast.ImportFrom)):
                continue
            is_of_module = (
                isinstance(node, ast.Attribute) and node.attr in SKIPS and last_name(node.value) in {"pytest", "mark", "unittest", "self"}
            )
            is_imported = (
                isinstance(node, ast.ImportFrom)
                and node.module in {"pytest", "unittest"}
                and any(alias.name in SKIPS for alias in node.names)
            )
            if is_of_module or is_imported:
                yield {"file": path, "line": node.lineno, "what": unparse(node)}


def last_name(node: ast.expr) -> str:
    if isinstance(node, ast.Call):
        return last_name(node.func)
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""
