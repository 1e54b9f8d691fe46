"""What the code answers to the examples of its story, as plain data: this process knows no expected value.

The same data is made of expected values, elsewhere, in a process into which nothing of the task is ever loaded."""

from __future__ import annotations

import ast
import io
import os
import select
import signal
import sys
from typing import TYPE_CHECKING, Any, NoReturn

if TYPE_CHECKING:
    from collections.abc import Callable

    from run_report import Report

# What a value may be at most; anything beyond has no value.
DEPTH, PARTS, TEXT = 30, 20_000, 200_000
SAID = 2_000


def answer_examples(_: dict[str, Any], report: Report, rest_of_order: Callable[[], Any]) -> int:
    """`imports`: lines by which the code is imported; `examples`: each with `setup`, `call` and `isAsync`; `order`: their
    indices; `secondsEach`: how long one may take. Each runs in a process of its own."""
    report.write("asks")
    command = rest_of_order()
    work = os.getcwd()
    folders = [work, os.path.join(work, "src")]
    types = Types(folders)
    sys.path[:0] = folders
    namespace = {"__name__": "example", **types.constructors()}
    problem = imported(command["imports"], namespace)
    for index in command["order"]:
        if problem is not None:
            report.write("answer", index=index, answer=problem)
            continue
        sys.stdout.flush()
        sys.stderr.flush()
        child = os.fork()
        if child == 0:
            answer_in_child(index, command["examples"][index], namespace, types, report)
        ended = wait_for(child, command["secondsEach"])
        if ended != 0:
            report.write("answer", index=index, answer={"kind": "nothing", "why": said_of(ended)})
    report.write("finish", exit=0)
    return 0


def imported(lines: list[str], namespace: dict[str, Any]) -> dict[str, Any] | None:
    for line in lines:
        try:
            exec(line, namespace)  # noqa: S102
        except BaseException as error:  # noqa: BLE001, PERF203
            return {"kind": "nothing", "why": shorten(f"{line}: {type(error).__name__}: {text_of(error)}")}
    return None


def answer_in_child(index: int, example: dict[str, Any], namespace: dict[str, Any], types: Types, report: Report) -> NoReturn:
    code = 1
    try:
        # What ends its own group ends nothing else.
        os.setpgid(0, 0)
        answer = answer_of(example, namespace, types)
        report.write("answer", index=index, answer=answer)
        code = 0
    finally:
        os._exit(code)


def answer_of(example: dict[str, Any], namespace: dict[str, Any], types: Types) -> dict[str, Any]:
    reached: list[bool] = []
    namespace["_reached"] = reached.append
    lines = [*example["setup"], "_reached(True)"]
    try:
        if example["isAsync"]:
            import asyncio

            body = "\n    ".join([*lines, f"return {example['call']}"])
            exec(f"async def _example():\n    {body}", namespace)  # noqa: S102
            value = asyncio.run(namespace["_example"]())
        else:
            for line in lines:
                exec(line, namespace)  # noqa: S102
            value = eval(example["call"], namespace)  # noqa: S307
    except BaseException as error:  # noqa: BLE001
        kind = "raised" if reached else "setup_failed"
        return {"kind": kind, **names_of(error), "message": text_of(error)}
    try:
        return {"kind": "value", "data": types.data_of(value)}
    # It was returned and not raised: no error that a story expects.
    except BaseException as error:  # noqa: BLE001
        return {"kind": "nothing", "why": shorten(f"its value cannot be read: {type(error).__name__}: {text_of(error)}")}


def text_of(error: BaseException) -> str:
    try:
        return shorten(str(error))
    except BaseException:  # noqa: BLE001
        return ""


def shorten(text: str) -> str:
    return text[:SAID].encode("utf-8", "replace").decode()


def wait_for(child: int, seconds: float) -> int | None:
    """The wait status; None when the time was over."""
    handle = os.pidfd_open(child)
    try:
        poll = select.poll()
        poll.register(handle, select.POLLIN)
        poll.poll(seconds * 1000)
        ended, status = os.waitpid(child, os.WNOHANG)
        if ended != 0:
            return status
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        return None
    finally:
        os.close(handle)


def said_of(ended: int | None) -> str:
    if ended is None:
        return "its time was over"
    if os.WIFSIGNALED(ended):
        return f"its process was ended by signal {os.WTERMSIG(ended)}"
    return "its process ended without an answer"


def is_in(folders: list[str], name: str) -> bool:
    """Whether Python finds a module of the name in one of the folders."""
    return any(os.path.isfile(os.path.join(folder, path)) for folder in folders for path in (f"{name}.py", f"{name}/__init__.py"))


class Record:
    """`Point(x=1)`, of a class that is not here."""

    def __init__(self, name: str, fields: dict[str, Any]) -> None:
        self.name, self.fields = name, fields


class Member:
    """`Color.RED`, of a class that is not here."""

    def __init__(self, owner: str, name: str) -> None:
        self.owner, self.name = owner, name


class Types:
    """The types that values may have, as they are before any of the task's code is loaded."""

    def __init__(self, folders: list[str] | None = None) -> None:
        before = set(sys.modules)
        import dataclasses
        import datetime as dt
        import decimal
        import enum
        import fractions
        import pathlib
        import uuid

        self.dataclasses, self.datetime, self.decimal, self.enum = dataclasses, dt, decimal, enum
        self.fractions, self.pathlib, self.uuid = fractions, pathlib, uuid
        # A module of the task goes before one of Python's, where pytest itself has not loaded that. Any other stays: loaded
        # again, it would have other types.
        for name in set(sys.modules) - before:
            if is_in(folders or [], name.split(".")[0]):
                del sys.modules[name]

    def constructors(self) -> dict[str, Any]:
        return {
            "Decimal": self.decimal.Decimal,
            "Fraction": self.fractions.Fraction,
            "date": self.datetime.date,
            "datetime": self.datetime.datetime,
            "time": self.datetime.time,
            "timedelta": self.datetime.timedelta,
            "timezone": self.datetime.timezone,
            "UUID": self.uuid.UUID,
            "Path": self.pathlib.Path,
            "io": io,
        }

    def data_of(self, value: object) -> dict[str, Any]:
        self.left = PARTS
        return self.data(value, 0)

    def data(self, value: Any, depth: int) -> dict[str, Any]:
        self.left -= 1
        if depth > DEPTH or self.left < 0:
            return {"kind": "other", "type": "too much", "names": []}
        for read in (self.single, self.moment, self.container, self.with_fields):
            data = read(value, depth + 1)
            if data is not None:
                return data
        return {"kind": "other", **names_of(value)}

    def single(self, value: Any, _: int) -> dict[str, Any] | None:
        if value is None:
            return {"kind": "none"}
        if isinstance(value, self.enum.Enum):
            return self.member(value)
        if isinstance(value, bool):
            return {"kind": "bool", "value": value}
        if isinstance(value, int):
            text = int_text(value)
            return {"kind": "int", "text": text} if len(text) <= TEXT else None
        if isinstance(value, float):
            return {"kind": "float", "text": float.__repr__(value)}
        if isinstance(value, complex):
            return {"kind": "complex", "real": float.__repr__(value.real), "imaginary": float.__repr__(value.imag)}
        if isinstance(value, self.decimal.Decimal):
            return {"kind": "decimal", "text": self.decimal.Decimal.__str__(value)}
        if isinstance(value, self.fractions.Fraction):
            return {"kind": "fraction", "numerator": int_text(value.numerator), "denominator": int_text(value.denominator)}
        if isinstance(value, str):
            return {"kind": "text", "text": str.__str__(value)} if len(value) <= TEXT else None
        if isinstance(value, (bytes, bytearray)):
            return {"kind": "bytes", "hex": bytes(value).hex()} if len(value) <= TEXT else None
        if isinstance(value, self.uuid.UUID):
            return {"kind": "uuid", "text": str(value)}
        if isinstance(value, self.pathlib.PurePath):
            return {"kind": "path", "text": value.as_posix()}
        return None

    def member(self, value: Any) -> dict[str, Any]:
        """Of an enumeration whose members are numbers or texts as well, such as `IntEnum`, with that."""
        plain: Any = None
        if isinstance(value, int):
            plain = int.__int__(value)
        elif isinstance(value, str):
            plain = str.__str__(value)
        data = None if plain is None else self.single(plain, 0)
        # Several flags together have no name before Python 3.11.
        return {"kind": "member", **names_of(value), "name": str(value.name)[:SAID], "value": data}

    def moment(self, value: Any, _: int) -> dict[str, Any] | None:
        if isinstance(value, self.datetime.datetime):
            return {"kind": "datetime", "text": self.datetime.datetime.isoformat(value)}
        if isinstance(value, self.datetime.date):
            return {"kind": "date", "text": self.datetime.date.isoformat(value)}
        if isinstance(value, self.datetime.time):
            return {"kind": "time", "text": self.datetime.time.isoformat(value)}
        if isinstance(value, self.datetime.timedelta):
            return {"kind": "timedelta", "microseconds": str(value // self.datetime.timedelta(microseconds=1))}
        if isinstance(value, self.datetime.timezone):
            offset = value.utcoffset(None)
            return {"kind": "timezone", "microseconds": str(offset // self.datetime.timedelta(microseconds=1))}
        return None

    def container(self, value: Any, depth: int) -> dict[str, Any] | None:
        if isinstance(value, dict):
            pairs = list(dict.items(value))
            return {"kind": "dict", "entries": [[self.data(key, depth), self.data(each, depth)] for key, each in pairs]}
        if isinstance(value, tuple) and not hasattr(type(value), "_fields"):
            return {"kind": "tuple", "items": self.items(tuple.__iter__(value), depth)}
        if isinstance(value, list):
            return {"kind": "list", "items": self.items(list.__iter__(value), depth)}
        if isinstance(value, (set, frozenset)):
            return {"kind": "set", "items": self.items(iter(value), depth)}
        return None

    def items(self, values: Any, depth: int) -> list[dict[str, Any]]:
        return [self.data(each, depth) for each in values]

    def with_fields(self, value: Any, depth: int) -> dict[str, Any] | None:
        if isinstance(value, Record):
            fields = list(value.fields.items())
            return self.record({"type": value.name, "names": [value.name]}, fields, depth, is_tuple=False)
        if isinstance(value, Member):
            return {"kind": "member", "type": value.owner, "names": [value.owner], "name": value.name, "value": None}
        if isinstance(value, tuple):
            names = [str(name) for name in type(value)._fields]  # type: ignore[attr-defined]
            return self.record(names_of(value), list(zip(names, tuple.__iter__(value))), depth, is_tuple=True)  # noqa: B905
        if self.dataclasses.is_dataclass(value) and not isinstance(value, type):
            fields = [(field.name, getattr(value, field.name)) for field in self.dataclasses.fields(value)]
            return self.record(names_of(value), fields, depth, is_tuple=False)
        return None

    def record(self, names: dict[str, Any], fields: list[tuple[str, Any]], depth: int, *, is_tuple: bool) -> dict[str, Any]:
        each = [[name[:SAID], self.data(value, depth)] for name, value in fields]
        return {"kind": "object", **names, "fields": each, "isTuple": is_tuple}


def int_text(value: int) -> str:
    # Python refuses to write long numbers with ten digits.
    return int.__repr__(value) if int.bit_length(value) < 1_000 else int.__format__(value, "#x")


def names_of(value: object) -> dict[str, Any]:
    names = [each.__name__[:SAID] for each in type(value).__mro__][:100]
    return {"type": names[0], "names": names}


# The other side: what a story expects


def read_expected(command: dict[str, Any], report: Report) -> int:
    """`expressions`: values as Python, made of literals, constructors and classes that are not here."""
    types = Types()
    constructors = {**types.constructors(), **PLAIN}
    for index, expression in enumerate(command["expressions"]):
        try:
            value = Reader(constructors).value(ast.parse(expression, mode="eval").body)
            answer = {"kind": "value", "data": types.data_of(value)}
        # Such as `date(2024, 2, 30)`: no value at all.
        except Exception as error:  # noqa: BLE001
            answer = {"kind": "nothing", "why": shorten(f"{expression}: {type(error).__name__}: {error}")}
        report.write("answer", index=index, answer=answer)
    report.write("finish", exit=0)
    return 0


PLAIN = {"bytes": bytes, "set": set, "frozenset": frozenset, "tuple": tuple, "complex": complex}


class Reader:
    def __init__(self, constructors: dict[str, Any]) -> None:
        self.constructors = constructors

    def value(self, node: ast.expr) -> object:
        if isinstance(node, ast.Constant):
            return node.value
        if isinstance(node, ast.List):
            return [self.value(each) for each in node.elts]
        if isinstance(node, ast.Tuple):
            return tuple(self.value(each) for each in node.elts)
        if isinstance(node, ast.Set):
            return {self.value(each) for each in node.elts}
        if isinstance(node, ast.Dict):
            return {self.value(key): self.value(each) for key, each in zip(node.keys, node.values) if key is not None}  # noqa: B905
        if isinstance(node, ast.UnaryOp):
            operand: Any = self.value(node.operand)
            return -operand if isinstance(node.op, ast.USub) else +operand
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            made = self.constructors.get(node.value.id)
            return getattr(made, node.attr) if made is not None else Member(node.value.id, node.attr)
        if isinstance(node, ast.Call):
            return self.call(node)
        raise ValueError(f"{type(node).__name__} is not a value")

    def call(self, node: ast.Call) -> object:
        values = [self.value(each) for each in node.args]
        named = {each.arg: self.value(each.value) for each in node.keywords if each.arg is not None}
        if isinstance(node.func, ast.Name) and node.func.id not in self.constructors:
            return Record(node.func.id, named)
        function: Any = self.constructors[node.func.id] if isinstance(node.func, ast.Name) else self.value(node.func)
        return function(*values, **named)
