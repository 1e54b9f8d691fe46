"""Reads the task's Python files by their syntax. Nothing of them is run."""

import ast
import os

from task_changes import WHOLE_MODULE, mutations, private_names, public_names

MUTANTS_LISTED = 3000
LITERALS_LISTED = 2000


def shorten(text, size):
    return text if len(text) <= size else text[: size // 2] + "\n…\n" + text[-size // 2 :]


def inspect_syntax(command, report):
    trees = {}
    for path in sorted(command["paths"]):
        with open(path, "rb") as file:
            source = file.read()
        try:
            trees[path] = ast.parse(source, path)
            compile(trees[path], path, "exec", dont_inherit=True)
        except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
            report.write(
                "unreadable",
                file=path,
                line=max(getattr(error, "lineno", None) or 1, 1),
                message=shorten(f"{type(error).__name__}: {getattr(error, 'msg', None) or error}", 500),
            )
    for path, tree in trees.items():
        if is_test_file(path):
            report_tests(path, tree, report)
    report_code({path: tree for path, tree in trees.items() if path.startswith("src/")}, report)
    report.write("finish", exit=0)
    return 0


def report_tests(path, tree, report):
    literals = Literals(tree)
    for test in tests_in(tree):
        node = test.pop("node")
        report.write("test", file=path, **test, literals=literals.of(node)[:LITERALS_LISTED])
    for line in formatted_parameters(tree):
        report.write("formatted_parameter", file=path, line=line)


def report_code(trees, report):
    for path, tree in trees.items():
        report.write("code", file=path, statements=len(tree.body))
    for path, public in names_to_replace(trees):
        report.write("public", file=path, name=public.name, kind=public.kind, line=public.line, stubs=public.stubs)
    for path, tree in trees.items():
        for index, mutation in enumerate(mutations(tree)):
            if index < MUTANTS_LISTED:
                report.write("mutant", file=path, index=index, line=mutation.line, change=shorten(mutation.change, 300))


def names_to_replace(trees):
    """The public names; where there are none, the private ones; where there is nothing of the kind, whole modules. So
    there is always something that a test has to notice."""
    for names_of in (public_names, private_names, lambda tree: [WHOLE_MODULE] if tree.body else []):
        found = [(path, name) for path, tree in trees.items() for name in names_of(tree)]
        if found:
            return found
    return []


def is_test_file(path):
    name = os.path.basename(path)
    return path.startswith("tests/") and (name.startswith("test_") or name.endswith("_test.py"))


def tests_in(tree):
    """Functions that pytest takes for tests by their names, with the classes around them. `certain`: it must take them,
    whatever happens when the file is imported; the others it may meet by inheritance or behind a condition."""
    found = []

    def visit(node, classes, certain):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            if node.name.startswith("test") and not is_fixture(node):
                name = shorten("::".join([*classes, node.name]), 900)
                found.append({"name": name, "line": node.lineno, "certain": certain, "node": node})
        elif isinstance(node, ast.ClassDef):
            is_test_case = any("TestCase" in ast.unparse(base) for base in node.bases)
            is_taken = (node.name.startswith("Test") or is_test_case) and not opts_out(node)
            for child in node.body:
                visit(child, [*classes, node.name], certain and is_taken)
        else:
            for child in ast.iter_child_nodes(node):
                if isinstance(child, (ast.stmt, ast.excepthandler)):
                    visit(child, classes, False)

    def opts_out(node):
        return any(isinstance(each, ast.Assign) and ast.unparse(each) == "__test__ = False" for each in node.body)

    for node in tree.body:
        visit(node, [], True)
    return found


def is_fixture(node):
    return any("fixture" in ast.unparse(decorator) for decorator in node.decorator_list)


def formatted_parameters(tree):
    """Lines of f-strings inside a parametrize decorator: the ids of such tests are easily not what they look like."""
    for node in ast.walk(tree):
        for decorator in getattr(node, "decorator_list", []):
            if not isinstance(decorator, ast.Call) or not ast.unparse(decorator.func).endswith("parametrize"):
                continue
            for part in ast.walk(decorator):
                if isinstance(part, ast.JoinedStr):
                    yield part.lineno


class Literals:
    """The values that stand in a test: in its body and decorators, and in the module-level names, helper functions and
    fixtures that these refer to. Docstrings are no values."""

    def __init__(self, tree):
        self.definitions = {}
        for node in tree.body:
            if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
                self.definitions.setdefault(node.name, []).append(node)
            elif isinstance(node, (ast.Assign, ast.AnnAssign)):
                targets = node.targets if isinstance(node, ast.Assign) else [node.target]
                for name in (part.id for target in targets for part in ast.walk(target) if isinstance(part, ast.Name)):
                    self.definitions.setdefault(name, []).append(node)
        self.classes = {
            method: node for node in tree.body if isinstance(node, ast.ClassDef) for method in node.body
        }

    def of(self, test):
        values, seen, waiting = {}, set(), [test]
        around = self.classes.get(test)
        if around is not None:
            waiting += [*around.decorator_list, *(each for each in around.body if isinstance(each, ast.Assign))]
        while waiting:
            node = waiting.pop()
            if id(node) in seen:
                continue
            seen.add(id(node))
            for kind, text in values_in(node):
                values[kind, text] = None
            for name in names_in(node):
                waiting += self.definitions.get(name, [])
        return [{"kind": kind, "text": text[:500]} for kind, text in values]


def names_in(node):
    for part in ast.walk(node):
        if isinstance(part, ast.Name):
            yield part.id
        elif isinstance(part, ast.arg):
            yield part.arg


def values_in(node):
    docstrings = {
        id(statement.value)
        for part in ast.walk(node)
        if isinstance(part, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef))
        for statement in part.body
        if isinstance(statement, ast.Expr)
    }
    waiting = [node]
    while waiting:
        part = waiting.pop()
        if isinstance(part, ast.UnaryOp) and isinstance(part.op, ast.USub) and is_number(part.operand):
            yield "number", "-" + repr(part.operand.value)
            continue
        if isinstance(part, ast.Constant):
            if is_number(part):
                yield "number", repr(part.value)
            elif isinstance(part.value, str) and id(part) not in docstrings:
                yield "string", part.value
            elif part.value is None or isinstance(part.value, bool):
                yield "name", str(part.value)
            elif isinstance(part.value, bytes):
                yield "string", part.value.decode("latin-1")
        elif isinstance(part, ast.Name):
            yield "name", part.id
        elif isinstance(part, ast.Attribute):
            yield "name", part.attr
        elif isinstance(part, (ast.List, ast.Tuple, ast.Set, ast.Dict)) and not getattr(part, "elts", None):
            if not getattr(part, "keys", None):
                yield "empty", type(part).__name__.lower()
        waiting += ast.iter_child_nodes(part)


def is_number(node):
    return isinstance(node, ast.Constant) and type(node.value) in (int, float) and abs(node.value) < 10**400
