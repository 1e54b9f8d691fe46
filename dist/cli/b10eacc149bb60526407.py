"""Reads the task's code as a syntax tree, and writes a changed tree back as Python."""

from __future__ import annotations

import ast
import contextlib
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator


def write_again(paths: list[str]) -> None:
    """The same code in another layout: what a test notices of it, it does not notice of what the code does."""
    for path in paths:
        tree = read(path)
        # What Python cannot write again keeps the layout that it has: nothing of it is changed here.
        with contextlib.suppress(SyntaxError, ValueError, RecursionError, MemoryError):
            write(path, tree)


def read(path: str) -> ast.Module:
    with open(path, "rb") as file:
        return parse(file.read(), path)


def parse(source: bytes, path: str) -> ast.Module:
    """With the text of each f-string beside it, where Python cannot write one again."""
    tree = ast.parse(source, path)
    if sys.version_info < (3, 12):
        keep_texts(tree, source)
    return tree


# Until 3.12 an f-string holds neither its own quotes nor a backslash in its braces, so that `ast.unparse` cannot write some
# that Python itself reads. Nothing in them is ever changed: they are written as they stood.
TEXT = "_text"


def keep_texts(tree: ast.Module, source: bytes) -> None:
    lines = source.splitlines(keepends=True)
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr) and node.end_lineno is not None:
            setattr(node, TEXT, text_of(lines, node, node.end_lineno, node.end_col_offset or 0))


def text_of(lines: list[bytes], node: ast.expr, end_line: int, end_column: int) -> str:
    """Columns count bytes."""
    parts = lines[node.lineno - 1 : end_line]
    parts[-1] = parts[-1][:end_column]
    parts[0] = parts[0][node.col_offset :]
    return b"".join(parts).decode("utf-8", "surrogatepass")


if sys.version_info >= (3, 12):
    unparse = ast.unparse
else:

    class Writer(ast._Unparser):  # type: ignore[name-defined,misc]  # noqa: SLF001
        def visit_JoinedStr(self, node: ast.JoinedStr) -> None:  # noqa: N802
            text = getattr(node, TEXT, None)
            if text is None:
                super().visit_JoinedStr(node)
            else:
                # Several side by side may stand on lines of their own.
                self.write(f"({text})")

    def unparse(node: ast.AST) -> str:
        return Writer().visit(node)


class Hexadecimal(int):
    """Python reads no decimal number of thousands of digits."""

    def __repr__(self) -> str:
        return hex(self)


def write(path: str, tree: ast.Module) -> None:
    """Fails where the new text is no Python: a test must never get to see that."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and type(node.value) is int and node.value.bit_length() > 1000:
            node.value = Hexadecimal(node.value)
    with deep_trees():
        text = layout_of(path) + unparse(ast.fix_missing_locations(tree)) + "\n"
    compile(text, path, "exec", dont_inherit=True)
    with open(path, "w", encoding="utf-8", errors="surrogatepass") as file:
        file.write(text)


def layout_of(path: str) -> str:
    """Changed code differs from the code as it is in its layout, whatever else is changed, and by no mark that says so."""
    with open(path, "rb") as file:
        return "" if file.read(1) == b"\n" else "\n"


@contextlib.contextmanager
def deep_trees() -> Generator[None, None, None]:
    """Long sums and long numbers are Python, too. The tests run with the usual limits."""
    depth = sys.getrecursionlimit()
    digits = sys.get_int_max_str_digits() if hasattr(sys, "get_int_max_str_digits") else None
    sys.setrecursionlimit(max(depth, 8000))
    if digits is not None:
        sys.set_int_max_str_digits(0)
    try:
        yield
    finally:
        sys.setrecursionlimit(depth)
        if digits is not None:
            sys.set_int_max_str_digits(digits)


def place_of(node: ast.expr | ast.stmt) -> list[int]:
    """First line and column, last line and column, from 1."""
    line, column = node.lineno, node.col_offset + 1
    return [line, column, max(node.end_lineno or line, line), max(node.end_col_offset or 1, 1)]


def first_line(node: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef | ast.Lambda) -> int:
    """Where its code begins, as Python says it: with the first decorator."""
    return min([node.lineno, *(decorator.lineno for decorator in getattr(node, "decorator_list", []))])


def class_named(body: list[ast.stmt], names: list[str]) -> ast.ClassDef | None:
    for node in statements_in(body):
        if isinstance(node, ast.ClassDef) and node.name == names[0]:
            return node if len(names) == 1 else class_named(node.body, names[1:])
    return None


def is_main_guard(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and unparse(node.test) in ("__name__ == '__main__'", "'__main__' == __name__")


def blocks_of(node: ast.AST) -> list[list[ast.stmt]]:
    """The statements below one that makes no scope of its own, without what only runs as a program."""
    if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
        return []
    below = [node, *getattr(node, "handlers", []), *getattr(node, "cases", [])]
    names = ("orelse",) if is_main_guard(node) else ("body", "orelse", "finalbody")
    return [getattr(each, name) for each in below for name in names if hasattr(each, name)]


def statements_in(body: list[ast.stmt]) -> Iterator[ast.stmt]:
    """Every statement of a scope, also below others."""
    for node in body:
        yield node
        for block in blocks_of(node):
            yield from statements_in(block)


def is_none(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and node.value is None
