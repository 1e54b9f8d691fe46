"""Reads the task's code as a syntax tree, and writes a changed tree back as Python."""

from __future__ import annotations

import ast
import contextlib
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Generator


def write_again(paths: list[str]) -> None:
    """The same code in another layout: what a test notices of it, it does not notice of what the code does."""
    for path in paths:
        write(path, read(path))


def read(path: str) -> ast.Module:
    with open(path, "rb") as file:
        return ast.parse(file.read(), path)


# Changed code differs from the code as it is in its layout, whatever else is changed.
LAYOUT = "# Written anew from its syntax.\n"


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
        text = LAYOUT + ast.unparse(ast.fix_missing_locations(tree)) + "\n"
    compile(text, path, "exec", dont_inherit=True)
    with open(path, "w", encoding="utf-8", errors="surrogatepass") as file:
        file.write(text)


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


def is_main_guard(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and "__name__" in ast.unparse(node.test)


def is_none(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and node.value is None
