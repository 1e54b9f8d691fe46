"""Makes candidates for task folders out of the standard library and of sdists, and cuts them to size.

    python take_apart.py library OUT            one for each module with a test file in `test/`
    python take_apart.py sdist ARCHIVE OUT      one for each test file
    python take_apart.py without FOLDER TEST…   takes tests out, named `file::Class::function` or `file::function`
    python take_apart.py trim FOLDER CALLS [--boldly|--by-calls]
                                                takes out of src/ what the run behind CALLS neither loaded nor called

All text is kept as it stands but for what is named here: imports of the module under test are rewritten to its new place, and
whole definitions are cut. Nothing of a package is run. Prints one JSON object a candidate, `left_out` with the reason where
none was made.
"""

from __future__ import annotations

import ast
import json
import os
import pathlib
import re
import shutil
import sys
import sysconfig
import tarfile
from collections.abc import Iterable, Iterator

NO_TEXT = (".pyc", ".pyo", ".so", ".pyd", ".exe", ".c", ".h", ".pyx", ".pxd")
STARTS_PYTEST = ("conftest.py", "setup.py", "setup.cfg", "pyproject.toml", "tox.ini", "pytest.ini")


# Text, edited in place


class Edits:
    """Replacements in one file, by the places of its syntax tree."""

    def __init__(self, source: str) -> None:
        self.data = source.encode()
        self.starts = [0]
        for line in self.data.splitlines(keepends=True):
            self.starts.append(self.starts[-1] + len(line))
        self.edits: list[tuple[int, int, bytes]] = []

    def span(self, node: ast.AST) -> tuple[int, int]:
        start = self.starts[node.lineno - 1] + node.col_offset
        return start, self.starts[node.end_lineno - 1] + node.end_col_offset

    def text(self, node: ast.AST) -> str:
        start, end = self.span(node)
        return self.data[start:end].decode()

    def replace(self, node: ast.AST, text: str) -> None:
        self.edits.append((*self.span(node), text.encode()))

    def remove_statement(self, node: ast.stmt, *, alone: bool) -> None:
        first = min([node.lineno, *(each.lineno for each in getattr(node, "decorator_list", []))])
        start, end = self.starts[first - 1], self.starts[node.end_lineno]
        filler = b" " * node.col_offset + b"pass\n" if alone else b""
        self.edits.append((start, end, filler))

    def done(self) -> str:
        data = self.data
        for start, end, text in sorted(set(self.edits), reverse=True):
            data = data[:start] + text + data[end:]
        return data.decode()


def renamed(name: str, names: dict[str, str]) -> str | None:
    for old, new in names.items():
        if name == old or name.startswith(old + "."):
            return new + name[len(old) :]
    return None


NAMES_A_MODULE = {"import_fresh_module", "import_module", "patch"}


def rewrite(source: str, names: dict[str, str], helpers: frozenset[str] = frozenset()) -> str:
    """Imports of the modules in `names` by their new names; `helpers` are modules that `from test import` finds in tests/."""
    tree, edits = ast.parse(source), Edits(source)
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                new = renamed(alias.name, names)
                if new is None:
                    continue
                top = alias.name.split(".")[0]
                if alias.asname:
                    edits.replace(alias, f"{new} as {alias.asname}")
                elif "." not in alias.name:
                    edits.replace(alias, f"{new} as {alias.name}")
                elif top in names:
                    edits.replace(alias, f"{new}, {names[top]} as {top}")
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            inside = [alias for alias in node.names if node.module == "test" and alias.name in helpers]
            if inside:
                others = [alias for alias in node.names if alias not in inside]
                parts = [("tests", inside), ("test", others)]
                text = "; ".join(f"from {where} import {', '.join(map(shown, each))}" for where, each in parts if each)
                edits.replace(node, text)
            elif (new := renamed(node.module, names)) is not None:
                old = edits.text(node)
                edits.replace(node, re.sub(r"^from(\s+)[\w.]+", lambda match: f"from{match[1]}{new}", old, count=1))
        elif isinstance(node, ast.Call) and names_a_module(node.func):
            for value in texts_of(node):
                new = renamed(value.value, names)
                if new is not None:
                    edits.replace(value, edits.text(value).replace(value.value, new, 1))
        elif isinstance(node, ast.Subscript) and ast.unparse(node.value) == "sys.modules":
            if isinstance(node.slice, ast.Constant) and isinstance(node.slice.value, str):
                new = renamed(node.slice.value, names)
                if new is not None:
                    edits.replace(node.slice, repr(new))
    return edits.done()


def shown(alias: ast.alias) -> str:
    return alias.name if alias.asname is None else f"{alias.name} as {alias.asname}"


def names_a_module(function: ast.expr) -> bool:
    while isinstance(function, ast.Attribute):
        if function.attr in NAMES_A_MODULE:
            return True
        function = function.value
    return isinstance(function, ast.Name) and function.id in NAMES_A_MODULE


def texts_of(call: ast.Call) -> Iterator[ast.Constant]:
    for argument in [*call.args[:2], *(keyword.value for keyword in call.keywords)]:
        for value in [argument, *(argument.elts if isinstance(argument, (ast.List, ast.Tuple)) else [])]:
            if isinstance(value, ast.Constant) and isinstance(value.value, str):
                yield value


# Candidates


def task_id(*parts: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", "-".join(parts).lower()).strip("-")[:60].strip("-")


def write(folder: pathlib.Path, files: dict[str, bytes]) -> None:
    if folder.exists():
        shutil.rmtree(folder)
    for path, content in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)


def tell(**fields: object) -> None:
    print(json.dumps(fields), flush=True)


def text_of(data: bytes) -> str:
    """Of UTF-8 alone: in another encoding, places in the text would be others."""
    if not data.isascii() and re.search(rb"coding[:=]\s*(?!utf-?8)[-\w.]+", b"\n".join(data.splitlines()[:2]), re.IGNORECASE):
        raise UnicodeError("another encoding than UTF-8")
    return data.decode()


def files_below(folder: pathlib.Path) -> Iterator[tuple[str, bytes]]:
    for path in sorted(folder.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts and not path.name.endswith(NO_TEXT):
            yield path.relative_to(folder).as_posix(), path.read_bytes()


def library(out: pathlib.Path) -> None:
    home = pathlib.Path(sysconfig.get_path("stdlib"))
    tests = home / "test"
    for test in sorted([*tests.glob("test_*.py"), *tests.glob("test_*/test_*.py")]):
        name = (test.parent.name if test.parent != tests else test.stem).removeprefix("test_")
        module = next((path for path in (home / f"{name}.py", home / name) if path.exists()), None)
        if module is None or (module.is_dir() and not (module / "__init__.py").exists()):
            continue
        task = task_id("lib", name) if test.parent == tests else task_id("lib", name, test.stem.removeprefix("test_"))
        try:
            write(out / task, library_task(module, test, tests))
            tell(task=task, origin=f"Python {sys.version.split()[0]}, {test.relative_to(home)}")
        except (SyntaxError, UnicodeError, ValueError) as error:
            tell(task=task, left_out="cannot be rewritten", detail=str(error))


def library_task(module: pathlib.Path, test: pathlib.Path, tests: pathlib.Path) -> dict[str, bytes]:
    name, names = module.stem, {module.stem: f"src.{module.stem}"}
    files: dict[str, bytes] = {}
    if module.is_dir():
        for path, data in files_below(module):
            if not path.startswith(("test/", "tests/")):
                is_code = path.endswith(".py")
                files[f"src/{name}/{path}"] = rewrite(text_of(data), names).encode() if is_code else data
    else:
        files[f"src/{module.name}"] = module.read_bytes()
    helpers: dict[str, bytes] = {}
    collect_helpers(test, tests, helpers)
    if test.parent != tests:
        names[f"test.{test.parent.name}"] = f"tests.{test.parent.name}"
        for path, data in files_below(test.parent):
            if not path.startswith("test_") and path != "__main__.py":
                helpers[f"{test.parent.name}/{path}"] = data
    modules = frozenset(path.split("/")[0].removesuffix(".py") for path in helpers if "/" not in path)
    names.update({f"test.{each}": f"tests.{each}" for each in modules})
    for path, data in helpers.items():
        is_code = path.endswith(".py")
        files[f"tests/{path}"] = rewrite(text_of(data), names, modules).encode() if is_code else data
    return files


def collect_helpers(file: pathlib.Path, tests: pathlib.Path, found: dict[str, bytes]) -> None:
    """The file, and what of the library's own tests it imports, `support` aside."""
    found[file.relative_to(tests).as_posix()] = file.read_bytes()
    for node in ast.walk(ast.parse(file.read_bytes())):
        if not isinstance(node, ast.ImportFrom) or node.level or not node.module:
            continue
        parts = node.module.split(".")
        wanted = [alias.name for alias in node.names] if parts == ["test"] else parts[1:2] if parts[0] == "test" else []
        for each in wanted:
            helper = tests / f"{each}.py"
            if helper.exists() and each != "support" and helper.name not in found:
                collect_helpers(helper, tests, found)


def sdist(archive: pathlib.Path, out: pathlib.Path) -> None:
    package = archive.name.removesuffix(".tar.gz")
    name = package.rsplit("-", 1)[0]
    unpacked = out.parent / "unpacked" / package
    if not unpacked.exists():
        with tarfile.open(archive) as tar:
            tar.extractall(unpacked, filter="data")
    root = next(path for path in unpacked.iterdir() if path.is_dir())
    codes = code_of(root)
    tests = [
        path
        for path in sorted(root.rglob("*.py"))
        if re.fullmatch(r"test_.*\.py|.*_test\.py", path.name) and "docs" not in path.parts and "examples" not in path.parts
    ]
    if not codes or not tests:
        tell(task=task_id(name), left_out="no pure code or no test files in the sdist", detail=package)
        return
    if any(path.suffix in (".pyx", ".c") for code in codes if code.is_dir() for path in code.rglob("*")):
        tell(task=task_id(name), note="has C beside its Python")
    for test in tests:
        folder = test_folder(root, test)
        task = task_id(name, *test.parent.relative_to(folder).parts, re.sub(r"^test_|_test$", "", test.stem))
        try:
            files, foreign = sdist_task(root, codes, test, folder)
        except (SyntaxError, UnicodeError, ValueError) as error:
            tell(task=task, left_out="cannot be rewritten", detail=str(error))
            continue
        if foreign:
            tell(task=task, left_out="imports other packages", detail=", ".join(sorted(foreign)))
            continue
        write(out / task, files)
        has_conftest = any((folder / "conftest.py").exists() for folder in [test.parent, *test.parent.parents][:4])
        tell(task=task, origin=f"{package}, {test.relative_to(root).as_posix()}", conftest=has_conftest)


TEST_FOLDERS = ("tests", "test", "testing", "unit_tests")


def code_of(root: pathlib.Path) -> list[pathlib.Path]:
    for home in (root / "src", root / "lib", root):
        if not home.is_dir():
            continue
        packages = [path.parent for path in sorted(home.glob("*/__init__.py")) if path.parent.name not in (*TEST_FOLDERS, "docs", "examples")]
        modules = [
            path for path in sorted(home.glob("*.py"))
            if path.name not in STARTS_PYTEST and not re.match(r"test|noxfile|tasks\.py|fabfile|bench|.*_test\.py|run", path.name)
        ]
        if packages or modules:
            return packages + modules
    return []


def loaded_by_pytest() -> set[str]:
    import _pytest  # noqa: F401, PLC0415
    import pytest  # noqa: F401, PLC0415

    return {name.split(".")[0] for name in sys.modules}


def test_folder(root: pathlib.Path, test: pathlib.Path) -> pathlib.Path:
    """The outermost folder of tests: helpers may lie in any of its folders."""
    return next((each for each in reversed(test.parents) if each.name in TEST_FOLDERS and root in each.parents), test.parent)


def sdist_task(
    root: pathlib.Path, codes: list[pathlib.Path], test: pathlib.Path, folder: pathlib.Path
) -> tuple[dict[str, bytes], set[str]]:
    own = {code.stem for code in codes}
    # pytest has its own: the task's would never be found by its plain name.
    names = {name: f"src.{name}" for name in own & loaded_by_pytest()}
    if folder.name in TEST_FOLDERS and folder.name != "tests":
        names[folder.name] = "tests"
    code_root = codes[0].parent
    if code_root in folder.parents:
        names[".".join(folder.relative_to(code_root).parts)] = "tests"
    found: dict[str, bytes] = {}
    collect_siblings(test, folder, found)
    files: dict[str, bytes] = {}
    for path, data in found.items():
        files[f"tests/{path}"] = rewrite(absolute(text_of(data), (folder / path).parent, code_root), names).encode()
    for code in codes:
        for path, data in [(None, code.read_bytes())] if code.is_file() else files_below(code):
            target = f"src/{code.name}" if path is None else f"src/{code.name}/{path}"
            parts = pathlib.PurePath(path or "").parts
            if any(part in TEST_FOLDERS for part in parts[:-1]) or target.endswith("conftest.py"):
                continue
            is_code = target.endswith(".py") and names
            files[target] = rewrite(text_of(data), names).encode() if is_code else data
    local = {"tests", "src", "pytest", "test", "__future__", *own, *(pathlib.PurePath(path).stem for path in found)}
    foreign = {
        name
        for path, data in files.items()
        if path.endswith(".py") and not re.match(r"src/.*(_vendor|vendored|extern)", path)
        for name in imports_of(data)
        if name not in sys.stdlib_module_names and name not in local
    }
    return files, foreign


def collect_siblings(file: pathlib.Path, folder: pathlib.Path, found: dict[str, bytes]) -> None:
    """The test file, and the helpers beside it that it imports."""
    found[file.relative_to(folder).as_posix()] = file.read_bytes()
    for each in [file.parent, *file.parent.parents]:
        if (each / "__init__.py").exists() and (each == folder or folder in each.parents):
            found.setdefault((each / "__init__.py").relative_to(folder).as_posix(), (each / "__init__.py").read_bytes())
    for node in ast.walk(ast.parse(file.read_bytes())):
        wanted: list[str] = []
        if isinstance(node, ast.Import):
            wanted = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            module = node.module or ""
            wanted = [module, *(f"{module}.{alias.name}".strip(".") for alias in node.names)]
        for name in wanted:
            last = [part for part in name.split(".") if part not in (*TEST_FOLDERS, folder.name)]
            for home in {folder, file.parent} if last else ():
                helper = home / ("/".join(last) + ".py")
                if helper.is_file() and helper.relative_to(folder).as_posix() not in found and helper.name != "conftest.py":
                    collect_siblings(helper, folder, found)


def absolute(source: str, folder: pathlib.Path, code_root: pathlib.Path) -> str:
    """Imports from above the folder of tests, by the name of the package that holds it."""
    if code_root not in folder.parents:
        return source
    edits = Edits(source)
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ImportFrom) and node.level > 1:
            parts = folder.relative_to(code_root).parts[: 1 - node.level]
            if not parts:
                raise ValueError("imports from above its package")
            target = ".".join([*parts, *([node.module] if node.module else [])])
            edits.replace(node, re.sub(r"^from(\s+)[\w.]+", lambda match: f"from{match[1]}{target}", edits.text(node), count=1))
    return edits.done()


def imports_of(data: bytes) -> Iterator[str]:
    """The packages that a module cannot do without: not those whose absence it expects."""
    tree = ast.parse(data)
    expected = {id(inner) for node in ast.walk(tree) if isinstance(node, ast.Try) for inner in ast.walk(node)}
    expected |= {id(inner) for node in ast.walk(tree) if isinstance(node, ast.If) and re.search("TYPE_CHECKING|version", ast.unparse(node.test)) for inner in ast.walk(node)}
    for node in ast.walk(tree):
        if id(node) in expected:
            continue
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            yield node.module.split(".")[0]


# Cuts


FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


def without(folder: pathlib.Path, tests: Iterable[str]) -> None:
    wanted: dict[str, set[str]] = {}
    for test in tests:
        file, _, name = test.partition("::")
        wanted.setdefault(file, set()).add(name.split("[")[0].split("::")[-1])
    for file, names in wanted.items():
        remove(folder / file, lambda node, _, names=names: isinstance(node, FUNCTIONS) and node.name in names)


def remove(path: pathlib.Path, is_cut) -> int:
    """How many definitions were cut, at the top of the file and in its classes."""
    source = text_of(path.read_bytes())
    tree, edits, cut = ast.parse(source), Edits(source), 0

    def visit(body: list[ast.stmt], inside: str) -> None:
        nonlocal cut
        chosen = [node for node in body if is_cut(node, inside)]
        cut += len(chosen)
        for node in chosen:
            edits.remove_statement(node, alone=len(chosen) == len(body) and node is chosen[0])
        for node in body:
            if isinstance(node, ast.ClassDef) and node not in chosen:
                visit(node.body, f"{inside}{node.name}.")

    visit(tree.body, "")
    if cut:
        text = edits.done()
        ast.parse(text)
        path.write_bytes(text.encode())
    return cut


def trim(folder: pathlib.Path, calls: pathlib.Path, *, boldly: bool, by_calls: bool) -> None:
    """Cuts what no test loads or calls, as long as what stays does not name it. Boldly, methods go by calls alone: their names are
    also those of other things. By calls, functions do as well, and only classes stay because they are named."""
    run = json.loads(calls.read_text())
    loaded, lines = set(run["loaded"]), {(file, line) for file, line in run["lines"]}
    cut = 0
    for path in sorted((folder / "src").rglob("*.py")):
        if path.relative_to(folder).as_posix() not in loaded:
            path.unlink()
            cut += 1
    paths = sorted((folder / "src").rglob("*.py"))
    trees = {path: ast.parse(path.read_bytes()) for path in paths}
    candidates = {
        id(node): node
        for path, tree in trees.items()
        for node in definitions(tree.body)
        if not any((path.relative_to(folder).as_posix(), line) in lines for line in first_lines(node))
    }
    methods = {
        id(each) for tree in trees.values() for node in ast.walk(tree) if isinstance(node, ast.ClassDef) for each in node.body
        if isinstance(each, FUNCTIONS)
    }  # fmt: skip
    functions = {key for key, node in candidates.items() if isinstance(node, FUNCTIONS)}
    by_calls_alone = functions if by_calls else methods if boldly else set()
    named: set[str] = set()
    for tree in [*trees.values(), *(ast.parse(path.read_bytes()) for path in sorted((folder / "tests").rglob("*.py")))]:
        named |= names_in(tree, candidates, imports=tree not in trees.values())
    waiting = True
    while waiting:
        # Innermost last: what a kept class holds is asked for by itself.
        waiting = [key for key, node in candidates.items() if node.name in named and key not in by_calls_alone]
        for key in waiting:
            node = candidates.pop(key)
            named |= names_in(node, candidates, imports=False)
    top = [node for tree in trees.values() for node in tree.body if isinstance(node, DEFINITIONS)]
    gone = {node.name for node in top if id(node) in candidates}
    still = {node.name for node in top if id(node) not in candidates}
    chosen = {(path, node.lineno) for path, tree in trees.items() for node in definitions(tree.body) if id(node) in candidates}
    own = {"src", *(entry.stem for entry in (folder / "src").iterdir())}
    for path in paths:
        cut += remove(path, lambda node, _, path=path: isinstance(node, DEFINITIONS) and (path, node.lineno) in chosen)
        unlist(path, gone - still, own)
    for entry in sorted((folder / "src").rglob("*"), reverse=True):
        if entry.is_dir() and not any(entry.iterdir()):
            entry.rmdir()
    print(cut)


DEFINITIONS = (*FUNCTIONS, ast.ClassDef)


def definitions(body: list[ast.stmt]) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef]:
    """At the top of a file, and in its classes."""
    for node in body:
        if isinstance(node, DEFINITIONS):
            yield node
        if isinstance(node, ast.ClassDef):
            yield from definitions(node.body)


def first_lines(node: ast.AST) -> set[int]:
    """Of every function in a definition, as a code object says it: that of its first decorator."""
    functions = [each for each in ast.walk(node) if isinstance(each, (*FUNCTIONS, ast.Lambda))]
    return {line for each in functions for line in (each.lineno, *(other.lineno for other in getattr(each, "decorator_list", [])))}


def names_in(tree: ast.AST, candidates: dict[int, ast.AST], *, imports: bool) -> set[str]:
    """What code names, candidates aside. Text counts where it may be a name; what src/ itself imports does not, for it is cut
    alike."""
    names: set[str] = set()
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        if isinstance(node, (ast.Assign, ast.AugAssign)) and "__all__" in ast.unparse(node).split("=")[0]:
            continue
        if isinstance(node, ast.Name):
            names.add(node.id)
        elif isinstance(node, ast.Attribute):
            names.add(node.attr)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.isidentifier():
            names.add(node.value)
        elif isinstance(node, ast.ImportFrom) and imports:
            names |= {alias.name for alias in node.names}
        waiting += [child for child in ast.iter_child_nodes(node) if id(child) not in candidates]
    return names


def lists_of_names(tree: ast.Module) -> Iterator[ast.List | ast.Tuple]:
    for node in tree.body:
        if isinstance(node, (ast.Assign, ast.AugAssign)) and "__all__" in ast.unparse(node).split("=")[0]:
            yield from (each for each in ast.walk(node.value) if isinstance(each, (ast.List, ast.Tuple)))


def unlist(path: pathlib.Path, names: set[str], own: set[str]) -> None:
    """Takes names out of `__all__`, and out of what is imported from the task's own modules."""
    source = text_of(path.read_bytes())
    tree, edits = ast.parse(source), Edits(source)
    for each in lists_of_names(tree):
        for value in each.elts:
            if isinstance(value, ast.Constant) and value.value in names:
                start, end = edits.span(value)
                comma = re.match(rb"\s*,", edits.data[end:])
                edits.edits.append((start, end + (comma.end() if comma else 0), b""))
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.level or (node.module or "").split(".")[0] in own):
            left = [alias for alias in node.names if alias.name not in names]
            if 0 < len(left) < len(node.names):
                where = "." * node.level + (node.module or "")
                edits.replace(node, f"from {where} import {', '.join(map(shown, left))}")
            elif not left:
                edits.replace(node, "pass")
    path.write_bytes(edits.done().encode())


if __name__ == "__main__":
    os.umask(0o022)
    what, *rest = sys.argv[1:]
    match what:
        case "library":
            library(pathlib.Path(rest[0]))
        case "sdist":
            sdist(pathlib.Path(rest[0]), pathlib.Path(rest[1]))
        case "without":
            without(pathlib.Path(rest[0]), rest[1:])
        case "trim":
            trim(pathlib.Path(rest[0]), pathlib.Path(rest[1]), boldly="--boldly" in rest, by_calls="--by-calls" in rest)
