"""Finds where the task's code runs text that is no code of the task: read from a file, or lying among its tests. What is
run so is neither stubbed nor changed, and it can hold what the tests expect."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

from task_own_names import OwnNames

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    # A name, with the function that it belongs to; None for a module.
    Place = tuple[ast.AST | None, str]
    Function = ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda

RUNNERS = {"exec", "eval", "compile", "FunctionType"}
# Methods of the standard library that run the text or the code object which they are given.
RUN_TEXT = {"runsource", "runcode", "runctx"}
# The path comes first in some and second in others.
LOADERS = {
    *("spec_from_file_location", "SourceFileLoader", "SourcelessFileLoader", "zipimporter"),
    *("run_path", "run_module", "import_module", "__import__"),
}
READERS = {"open", "read_text", "read_bytes", "get_data", "get_source", "getsource", "getsourcelines", "getline", "getlines", "fdopen"}
# What calls the function that it is given, with what it is given besides.
HAND_ON = {"partial", "map", "filter", "starmap", "submit", "to_thread", "run_in_executor", "Thread", "Timer"}
BUILTINS = {"builtins", "__builtins__", "types"}
# By which text is put together piece by piece.
GATHER = {"append", "appendleft", "extend", "insert", "write", "writelines"}
READS = {"read", "readline", "readlines"}
# What a loader by trade calls its own: they make a code object and run nothing. Whoever runs what they give is refused.
OF_LOADERS = {"get_code", "source_to_code"}
# Classes whose own `exec_module` runs what these methods of theirs give, so that nothing else has to be written to run it.
RUNNING_LOADERS = {"InspectLoader", "ExecutionLoader", "SourceLoader", "FileLoader", "SourceFileLoader", "SourcelessFileLoader"}
IMPORTLIB = "importlib"
GIVE = {"get_data", "get_source", *OF_LOADERS}
# By which another folder becomes one that imports come from.
PATH_METHODS = {"append", "insert", "extend"}
# What names a file, which on the path of imports is an archive whatever it is called.
FILE = re.compile(r"[^./]\.[A-Za-z]\w*$")
ONLY_PARSES = "PyCF_ONLY_AST"
# By which a function is given other code than its own.
CODE = "__code__"
OF_THE_TASK = {"__file__", "__path__"}
CAN_RUN = {*RUNNERS, *RUN_TEXT, *LOADERS, *RUNNING_LOADERS, CODE, "addsitedir"}


def foreign_code(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Lines, and what is done there."""
    nodes = [*ast.walk(tree)]
    can_run = any(
        name_of(node) in CAN_RUN
        or any(is_text(node, text) for text in (CODE, *RUNNERS))
        or is_path_of_imports(node)
        or is_import_of(node, CAN_RUN)
        for node in nodes
    )
    flow = Flow(tree) if can_run else None
    gathering = Flow(tree, gathers=True) if can_run else None
    for node in nodes:
        if isinstance(node, ast.Import):
            for alias in node.names:
                if is_of_tests(alias.name):
                    yield node.lineno, f"imports {alias.name}"
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and is_of_tests(node.module or ""):
            yield node.lineno, f"imports from {node.module}"
        elif flow is not None and gathering is not None and isinstance(node, ast.Call):
            what = flow.refused(node) or gathering.runs_what_it_gathers(node)
            if what is not None:
                yield node.lineno, what
        elif flow is not None and isinstance(node, ast.ClassDef) and flow.loads_what_it_reads(node):
            yield node.lineno, f"runs text that is read from a file by the loader {node.name}"
        elif flow is not None and isinstance(node, ast.stmt) and flow.gives_code(node):
            yield node.lineno, f"gives {CODE} text that is read from a file"
        elif flow is not None and isinstance(node, (ast.Assign, ast.AugAssign)):
            what = flow.put_on_the_path(node)
            if what is not None:
                yield node.lineno, what


def is_of_tests(module: str) -> bool:
    return module.split(".", maxsplit=1)[0] == "tests"


class Flow:
    """Which names hold text from a file, followed through assignments, loops, `with`, arguments and results of the
    functions of one module; where it `gathers`, also into what is put together piece by piece."""

    def __init__(self, tree: ast.Module, gathers: bool = False) -> None:
        self.tree, self.gathers = tree, gathers
        self.owners: dict[ast.AST, ast.AST | None] = {}
        self.functions: dict[str, Function] = {}
        # Parameters that are Python's own functions where nobody gives another one.
        self.runners: dict[Place, str] = {}
        # The names under which something of others goes here, and what these call it.
        self.aliases: dict[str, str] = {}
        self.of_importlib: set[str] = set()
        self.local: set[Place] = set()
        self.methods: set[ast.AST] = set()
        self.own_names: OwnNames | None = None
        self.read: set[Place] = set()
        self.own(tree, None)
        nodes = [*ast.walk(tree)]
        for node in nodes:
            if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
                self.functions[node.name] = node
                self.local.update((node, argument.arg) for argument in arguments_of(node))
            elif isinstance(node, ast.Lambda):
                self.local.update((node, argument.arg) for argument in arguments_of(node))
            elif isinstance(node, ast.ClassDef):
                self.methods.update(node.body)
            elif isinstance(node, ast.ImportFrom):
                self.aliases.update({alias.asname: alias.name for alias in node.names if alias.asname is not None})
                if node.level == 0 and (node.module or "").split(".")[0] == IMPORTLIB:
                    self.of_importlib.update(alias.asname or alias.name for alias in node.names)
            elif isinstance(node, ast.Import):
                names = [alias for alias in node.names if alias.name.split(".")[0] == IMPORTLIB]
                self.of_importlib.update((alias.asname or IMPORTLIB) for alias in names)
            elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
                self.local.add((self.owners[node], node.id))
            elif isinstance(node, ast.Assign) and name_of(node.value) in CAN_RUN:
                self.aliases.update({target.id: name_of(node.value) for target in node.targets if isinstance(target, ast.Name)})
        for node in nodes:
            self.name_runners(node)
        # Names that are given a path: among the tests, of a file, and of the task.
        self.paths_of_tests: set[Place] = set()
        self.paths_of_files: set[Place] = set()
        self.paths_of_task: set[Place] = set()
        for node in sorted((each for each in nodes if isinstance(each, (ast.Assign, ast.AnnAssign))), key=lambda each: each.lineno):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            places = [self.place_of(target) for target in targets if isinstance(target, ast.Name)]
            if node.value is None:
                continue
            if self.is_of_tests(node.value):
                self.paths_of_tests.update(places)
            if self.is_of_a_file(node.value):
                self.paths_of_files.update(places)
            if self.is_of_the_task(node.value):
                self.paths_of_task.update(places)
        self.results: set[str] = set()
        self.loaders = self.running_loaders([node for node in nodes if isinstance(node, ast.ClassDef)])
        before = -1
        while before != len(self.read) + len(self.results):
            before = len(self.read) + len(self.results)
            for node in nodes:
                self.follow(node)

    def called(self, function: ast.AST) -> str:
        name = name_of(function)
        return self.aliases.get(name, name) if isinstance(function, ast.Name) else name

    def name_runners(self, node: ast.AST) -> None:
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)):
            self.runners.update(
                ((node, argument.arg), self.runner_in(default)) for argument, default in defaults_of(node) if self.runner_in(default)
            )
        elif isinstance(node, ast.Assign):
            names = [target.id for target in node.targets if isinstance(target, ast.Name)]
            value = node.value
            if isinstance(value, ast.Lambda):
                self.functions.update((name, value) for name in names if name not in self.functions)
            is_partial = isinstance(value, ast.Call) and self.called(value.func) == "partial" and len(value.args) > 0
            runner = self.runner_in(value.args[0] if isinstance(value, ast.Call) and is_partial else value)
            self.aliases.update((name, runner) for name in names if runner)

    def is_own_function(self, name: ast.Name) -> bool:
        self.own_names = self.own_names or OwnNames(self.tree, self.owners, self.methods)
        return self.own_names.is_own_function(name)

    def runner_in(self, node: ast.expr) -> str:
        """Which of Python's functions that run text an expression stands for."""
        name = ""
        if isinstance(node, ast.Name):
            name = self.runners.get(self.place_of(node)) or self.called(node)
            may_be_own = name == node.id and name in RUNNERS and name in self.functions
            if may_be_own and self.is_own_function(node):
                return ""
        elif isinstance(node, ast.Attribute) and name_of(node.value) in BUILTINS:
            name = node.attr
        elif isinstance(node, ast.Call) and name_of(node.func) == "getattr" and len(node.args) > 1:
            given, text = node.args[:2]
            name = str(text.value) if isinstance(text, ast.Constant) and name_of(given) in BUILTINS else ""
        return name if name in RUNNERS else ""

    def running_loaders(self, classes: list[ast.ClassDef]) -> set[str]:
        """Names of classes here that run what their methods give, by a class of importlib."""
        found: set[str] = set()
        before = -1
        while before != len(found):
            before = len(found)
            found.update(
                node.name for node in classes if any(name_of(base) in found or self.is_running_loader(base) for base in node.bases)
            )
        return found

    def is_running_loader(self, base: ast.expr) -> bool:
        root = base
        while isinstance(root, ast.Attribute):
            root = root.value
        return self.called(base) in RUNNING_LOADERS and name_of(root) in self.of_importlib

    def own(self, tree: ast.AST, owner: ast.AST | None) -> None:
        waiting = [(tree, owner)]
        while waiting:
            node, around = waiting.pop()
            self.owners[node] = around
            inner = node if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)) else around
            waiting += [(child, inner) for child in ast.iter_child_nodes(node)]

    def follow(self, node: ast.AST) -> None:
        if isinstance(node, ast.Assign) and self.is_read(node.value):
            for target in node.targets:
                self.note(target)
                if node in self.methods and isinstance(target, ast.Name):
                    self.read.add((None, f".{target.id}"))
        elif isinstance(node, (ast.AnnAssign, ast.AugAssign, ast.NamedExpr, ast.For, ast.AsyncFor, ast.comprehension)):
            value = node.iter if isinstance(node, (ast.For, ast.AsyncFor, ast.comprehension)) else node.value
            if value is not None and self.is_read(value):
                self.note(node.target)
        elif isinstance(node, ast.withitem) and node.optional_vars is not None and self.is_read(node.context_expr):
            self.note(node.optional_vars)
        elif isinstance(node, ast.Return) and node.value is not None and self.is_read(node.value):
            owner = self.owners[node]
            if isinstance(owner, (ast.FunctionDef, ast.AsyncFunctionDef)):
                self.results.add(owner.name)
        elif isinstance(node, ast.Call):
            self.follow_call(node)

    def follow_call(self, node: ast.Call) -> None:
        function = node.func if isinstance(node.func, ast.Lambda) else self.functions.get(name_of(node.func))
        if function is not None:
            names = [argument.arg for argument in arguments_of(function)]
            if isinstance(node.func, ast.Attribute) and names[:1] in (["self"], ["cls"]):
                names = names[1:]
            given = [*zip(names, node.args, strict=False), *((each.arg or "", each.value) for each in node.keywords)]
            self.read.update((function, name) for name, value in given if self.is_read(value))
        is_gathering = self.gathers and isinstance(node.func, ast.Attribute) and node.func.attr in GATHER
        if is_gathering and not is_path_of_imports(node.func) and any(self.is_read(each) for each in node.args):
            holder = node.func.value if isinstance(node.func, ast.Attribute) else node.func
            while isinstance(holder, ast.Subscript):
                holder = holder.value
            self.read.add(self.place_of(holder) if isinstance(holder, ast.Name) else (None, f".{name_of(holder)}"))

    def note(self, target: ast.AST) -> None:
        for part in ast.walk(target):
            if isinstance(part, ast.Name):
                self.read.add(self.place_of(part))
            elif isinstance(part, ast.Attribute):
                self.read.add((None, f".{part.attr}"))

    def place_of(self, name: ast.Name) -> Place:
        owner = self.owners[name]
        while owner is not None and (owner, name.id) not in self.local:
            owner = self.owners[owner]
        return owner, name.id

    def is_read(self, node: ast.AST) -> bool:
        """Whether the text of a file goes into a value, or the path of a file among the tests."""
        waiting = [node]
        while waiting:
            part = waiting.pop()
            if isinstance(part, ast.Name) and self.place_of(part) in self.read:
                return True
            if isinstance(part, ast.Attribute) and (None, f".{part.attr}") in self.read:
                return True
            if isinstance(part, ast.Constant) and isinstance(part.value, str) and is_path_of_tests(part.value):
                return True
            if isinstance(part, ast.Call):
                called = self.called(part.func)
                if called in READERS | OF_LOADERS or called in self.results or (called in READS and not is_of_stdin(part.func)):
                    return True
            if not isinstance(part, ast.Lambda):
                waiting += ast.iter_child_nodes(part)
        return False

    def runner_of(self, call: ast.Call) -> str:
        """What runs the text that a call gives it; empty where it only parses."""
        called = self.called(call.func)
        runner = called if called in RUN_TEXT else self.runner_in(call.func)
        if called in HAND_ON:
            given = [*call.args, *(each.value for each in call.keywords)]
            runner = next((name for name in map(self.runner_in, given) if name), "")
        return "" if runner == "compile" and (self.only_parses(call) or self.is_of_a_loader(call)) else runner

    def runs_what_it_gathers(self, call: ast.Call) -> str | None:
        """Of names that it may use, which are data, nothing is run."""
        runner = self.runner_of(call)
        texts = call.args if self.called(call.func) in HAND_ON else call.args[:1]
        if runner and any(self.is_read(each) for each in texts):
            return f"gives {runner}() text that is read from a file"
        return None

    def refused(self, call: ast.Call) -> str | None:
        called = self.called(call.func)
        given = [*call.args, *(each.value for each in call.keywords)]
        runner = self.runner_of(call)
        if runner and any(self.is_read(each) for each in given):
            return f"gives {runner}() text that is read from a file"
        if (
            called in ("setattr", "__setattr__")
            and any(is_text(each, CODE) for each in given)
            and any(self.is_read(each) for each in given)
        ):
            return f"gives {CODE} text that is read from a file"
        if called in LOADERS and any(self.is_read(each) or self.is_of_the_task(each) for each in given):
            return f"runs a file by {called}()"
        if called in self.loaders and any(self.is_of_the_task(each) for each in given):
            return f"runs a file by {called}()"
        adds = called == "addsitedir" or (called in PATH_METHODS and is_path_of_imports(call.func))
        return self.on_the_path(given) if adds else None

    def put_on_the_path(self, node: ast.Assign | ast.AugAssign) -> str | None:
        targets = node.targets if isinstance(node, ast.Assign) else [node.target]
        return self.on_the_path([node.value]) if any(is_path_of_imports(each) for each in targets) else None

    def on_the_path(self, given: list[ast.expr]) -> str | None:
        if any(self.is_of_tests(each) for each in given):
            return "imports from the folder of tests"
        return "imports from an archive" if any(self.is_of_a_file(each) for each in given) else None

    def gives_code(self, node: ast.stmt) -> bool:
        if isinstance(node, ast.Assign):
            targets, value = node.targets, node.value
        elif isinstance(node, (ast.AnnAssign, ast.For, ast.AsyncFor)):
            targets, value = [node.target], node.value if isinstance(node, ast.AnnAssign) else node.iter
        else:
            return False
        parts = [part for target in targets for part in ast.walk(target)]
        return value is not None and any(name_of(part) == CODE for part in parts) and self.is_read(value)

    def loads_what_it_reads(self, node: ast.ClassDef) -> bool:
        """A loader that Python makes run what its methods give, and they give what they read."""
        if node.name not in self.loaders:
            return False
        given = [
            part.value
            for method in node.body
            if isinstance(method, ast.FunctionDef) and method.name in GIVE
            for part in ast.walk(method)
            if isinstance(part, ast.Return) and self.owners[part] is method
        ]
        return any(value is not None and self.is_read(value) for value in given)

    def only_parses(self, call: ast.Call) -> bool:
        """`compile` with the flag that makes a tree of text. Whoever compiles that tree is refused in turn."""
        flags = [*call.args[3:4], *(each.value for each in call.keywords if each.arg == "flags")]
        is_plain = len(flags) == 1 and not any(isinstance(each, ast.Starred) for each in call.args)
        return is_plain and (self.is_flag(flags[0]) or (isinstance(flags[0], ast.Name) and self.holds_flag(flags[0])))

    def is_flag(self, node: ast.expr) -> bool:
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitOr):
            return self.is_flag(node.left) or self.is_flag(node.right)
        of_library = isinstance(node, ast.Attribute) and name_of(node.value) == "ast"
        return name_of(node) == ONLY_PARSES and (of_library or isinstance(node, ast.Name)) and not self.is_flag_rebound()

    def is_flag_rebound(self) -> bool:
        return any(name in (ONLY_PARSES, "ast") for _, name in self.local) or any(
            isinstance(each, ast.Attribute) and each.attr == ONLY_PARSES and not isinstance(each.ctx, ast.Load) for each in self.owners
        )

    def holds_flag(self, name: ast.Name) -> bool:
        """A name of one function that is given the flag, and more flags at most."""
        owner = self.owners[name]
        if not isinstance(owner, (ast.FunctionDef, ast.AsyncFunctionDef)) or name.id in {each.arg for each in arguments_of(owner)}:
            return False
        given: list[ast.expr] = []
        added: list[ast.expr] = []
        for each in self.owners:
            if isinstance(each, ast.Assign) and self.is_flag(each.value):
                given += each.targets
            elif isinstance(each, ast.AugAssign) and isinstance(each.op, ast.BitOr):
                added.append(each.target)
        own = [
            each
            for each, around in self.owners.items()
            if isinstance(each, ast.Name) and each.id == name.id and around is owner and not isinstance(each.ctx, ast.Load)
        ]
        return any(each in given for each in own) and all(each in given or each in added for each in own)

    def is_of_a_loader(self, call: ast.Call) -> bool:
        owner = self.owners[call]
        return isinstance(owner, ast.FunctionDef) and owner.name in OF_LOADERS and owner in self.methods

    def is_of_tests(self, node: ast.expr) -> bool:
        return self.holds(node, self.paths_of_tests, is_path_of_tests)

    def is_of_a_file(self, node: ast.expr) -> bool:
        return self.holds(node, self.paths_of_files, lambda text: FILE.search(text) is not None)

    def holds(self, node: ast.expr, places: set[Place], is_one: Callable[[str], bool]) -> bool:
        return any(
            (isinstance(part, ast.Constant) and isinstance(part.value, str) and is_one(part.value))
            or (isinstance(part, ast.Name) and self.place_of(part) in places)
            for part in ast.walk(node)
        )

    def is_of_the_task(self, node: ast.AST) -> bool:
        """A place beside the code, or a module among the tests, as text."""
        for part in ast.walk(node):
            if isinstance(part, ast.Name) and (part.id in OF_THE_TASK or self.place_of(part) in self.paths_of_task):
                return True
            if isinstance(part, ast.Constant) and isinstance(part.value, str):
                text = part.value
                if is_of_tests(text) or text.endswith(".py") or "/" in text:
                    return True
        return False


def arguments_of(node: Function) -> list[ast.arg]:
    return [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]


def defaults_of(node: Function) -> Iterator[tuple[ast.arg, ast.expr]]:
    named = [*node.args.posonlyargs, *node.args.args]
    yield from zip(named[len(named) - len(node.args.defaults) :], node.args.defaults, strict=True)
    yield from ((name, value) for name, value in zip(node.args.kwonlyargs, node.args.kw_defaults, strict=True) if value is not None)


def name_of(node: ast.AST) -> str:
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def is_text(node: ast.AST, text: str) -> bool:
    return isinstance(node, ast.Constant) and node.value == text


def is_import_of(node: ast.AST, names: set[str]) -> bool:
    return isinstance(node, ast.ImportFrom) and any(alias.name in names for alias in node.names)


def is_path_of_imports(node: ast.AST) -> bool:
    """`sys.path`, or a part or a method of it."""
    while isinstance(node, (ast.Attribute, ast.Subscript)):
        if isinstance(node, ast.Attribute) and node.attr == "path" and name_of(node.value) == "sys":
            return True
        node = node.value
    return False


def is_of_stdin(node: ast.AST) -> bool:
    return isinstance(node, ast.Attribute) and name_of(node.value) == "stdin"


def is_path_of_tests(text: str) -> bool:
    return text == "tests" or text.startswith("tests/") or "/tests/" in text or text.endswith("/tests")
