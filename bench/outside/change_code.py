"""Changes one place of one file below `src/` of a task folder: `python change_code.py FOLDER SEED` writes it and says what was
changed, or nothing where no change could be made. Not verify's own list of changes: a judge is not asked with its own rule."""

from __future__ import annotations

import ast
import json
import pathlib
import random
import sys

OPPOSITE: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.GtE, ast.GtE: ast.Lt, ast.Gt: ast.LtE, ast.LtE: ast.Gt,
    ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.In: ast.NotIn, ast.NotIn: ast.In,
    ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}  # fmt: skip


def change(node: ast.AST) -> str | None:
    match node:
        case ast.Compare(ops=[operator]):
            node.ops = [OPPOSITE[type(operator)]()]
            return "a comparison turned round"
        case ast.BinOp(op=ast.Add()):
            node.op = ast.Sub()
            return "a sum made a difference"
        case ast.Return(value=ast.expr() as value) if not (isinstance(value, ast.Constant) and value.value is None):
            node.value = ast.Constant(None)
            return "a result left out"
        case ast.Constant(value=bool() as value):
            node.value = not value
            return "a truth turned round"
        case ast.Constant(value=int() as value):
            node.value = value + 1
            return "a number made one larger"
        case ast.If(test=test):
            node.test = ast.UnaryOp(ast.Not(), test)
            return "a condition turned round"
        case ast.Constant(value=str() as value) if value:
            node.value = value + "x"
            return "a text made longer"
        case _:
            return None


def main(folder: pathlib.Path, seed: str) -> None:
    chance = random.Random(seed)
    paths = sorted((folder / "src").rglob("*.py"))
    for _ in range(50):
        path = chance.choice(paths)
        tree = ast.parse(path.read_bytes())
        nodes = [node for node in ast.walk(tree) if hasattr(node, "lineno")]
        if not nodes:
            continue
        node = chance.choice(nodes)
        before = ast.unparse(node)[:80]
        what = change(node)
        if what is None:
            continue
        try:
            text = ast.unparse(ast.fix_missing_locations(tree))
            compile(text, str(path), "exec", dont_inherit=True)
        except (ValueError, SyntaxError):
            # An f-string that this Python cannot write, or a change that is none.
            continue
        path.write_text(text + "\n", encoding="utf-8")
        print(json.dumps({"file": path.relative_to(folder).as_posix(), "line": node.lineno, "before": before, "what": what}))
        return


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]), sys.argv[2])
