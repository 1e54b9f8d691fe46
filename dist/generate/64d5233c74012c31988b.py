"""Replaces what a module of the task holds after its import, by statements at its end: each object where it is."""

from __future__ import annotations

import ast


def steps_of(text: str) -> list[tuple[str, str | int]] | None:
    """The way from a module to what a name stands for; None where it is none."""
    try:
        node: ast.expr = ast.parse(text, mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
    steps: list[tuple[str, str | int]] = []
    while not isinstance(node, ast.Name):
        if isinstance(node, ast.Attribute):
            steps.append(("attribute", node.attr))
        elif isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Constant) and isinstance(node.slice.value, (str, int)):
            steps.append(("item", node.slice.value))
        else:
            return None
        node = node.value
    return [("name", node.id), *reversed(steps)]


# Appended to a module. What it finds is replaced where it is: the code of a function, with all that holds it; what a
# partial calls; and where Python does not let it, the name. Nothing else is left behind.
REPLACE = """
def _other(steps, kind, emptied, code):
    import functools
    import inspect
    import types
    import warnings

    def instead(value):
        try:
            signature = inspect.signature(value)
        except (TypeError, ValueError):
            signature = None

        def other(*values, **named):
            if signature is not None:
                signature.bind(*values, **named)
            if kind == "error":
                kinds = (ValueError, TypeError, LookupError, ArithmeticError, RuntimeError, AssertionError)
                raise type("StubError", kinds, {})("stub")
            if kind == "emptied":
                return emptied(value(*values, **named))
            return ... if kind == "something" else None

        return other

    def written_anew(function):
        code = function.__code__
        count = code.co_argcount + code.co_kwonlyargcount
        takes, more = [*code.co_varnames[: code.co_argcount]], [*code.co_varnames[count:]]
        gives, named = [*takes], code.co_varnames[code.co_argcount : count]
        if code.co_posonlyargcount:
            takes.insert(code.co_posonlyargcount, "/")
        if code.co_flags & inspect.CO_VARARGS:
            takes.append("*" + more[0])
            gives.append("*" + more.pop(0))
        elif named:
            takes.append("*")
        takes += named
        gives += [f"{name}={name}" for name in named]
        if code.co_flags & inspect.CO_VARKEYWORDS:
            takes.append("**" + more[0])
            gives.append("**" + more[0])
        original = types.FunctionType(code, function.__globals__, function.__name__, function.__defaults__, function.__closure__)
        original.__kwdefaults__ = function.__kwdefaults__
        called, call = instead(original), f"'what is called'({', '.join(gives)})"
        is_generator = code.co_flags & (inspect.CO_GENERATOR | inspect.CO_ASYNC_GENERATOR)
        is_async = code.co_flags & (inspect.CO_COROUTINE | inspect.CO_ASYNC_GENERATOR)
        if is_generator:
            body = {"nothing": "return; yield", "something": "yield ...", "error": f"{call}; yield"}[kind]
        elif is_async and kind == "emptied":

            async def called(*values, **named):
                return emptied(await original(*values, **named))

            body = f"return await {call}"
        else:
            body = f"return {call}"
        free = [f" {name} = None" for name in code.co_freevars]
        held = [f"  if 0: {', '.join(code.co_freevars)}"] if free else []
        define = f" {'async ' if is_async else ''}def function({', '.join(takes)}):"
        space = {}
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            text = chr(10).join(["def outer():", *free, define, *held, f"  {body}", " return function"])
            exec(compile(text, code.co_filename, "exec", dont_inherit=True), space)
        new = space["outer"]().__code__
        constants = tuple(called if each == "what is called" else each for each in new.co_consts)
        flags = new.co_flags | code.co_flags & inspect.CO_ITERABLE_COROUTINE
        return new.replace(co_consts=constants, co_flags=flags, co_name=code.co_name, co_firstlineno=code.co_firstlineno)

    holder, key = globals(), steps[0][1]
    for how, step in steps[1:]:
        value = holder[key]
        if how == "item":
            holder, key = value, step
        elif not isinstance(value, type) and step in getattr(value, "__dict__", {}):
            holder, key = vars(value), step
        else:
            owners = (value if isinstance(value, type) else type(value)).__mro__
            holder, key = next(vars(owner) for owner in owners if step in vars(owner)), step
            if isinstance(holder[key], types.MemberDescriptorType):
                holder = {key: getattr(value, key)}
    value = holder[key]
    if isinstance(value, (staticmethod, classmethod)):
        value = value.__func__
    elif isinstance(value, property):
        value = value.fget
    elif isinstance(value, functools.cached_property):
        value = value.func
    if not isinstance(value, types.FunctionType) and isinstance(getattr(value, "__wrapped__", None), types.FunctionType):
        value = value.__wrapped__
    if isinstance(value, functools.partial):
        value.__setstate__((instead(value.func), value.args, value.keywords, value.__dict__ or None))
    elif isinstance(value, types.FunctionType) and value.__code__.co_filename.startswith(code):
        value.__code__ = written_anew(value)
    else:
        holder[key] = instead(value)
"""


def replaced(path: str, name: str, kind: str, emptied: str) -> list[ast.stmt]:
    """Statements for the end of a module. `emptied` is the name of the function in it that empties values."""
    steps = steps_of(name)
    if steps is None:
        raise LookupError(f"{path} has no {name}")
    below = len(path) - len("src/")
    return ast.parse(f"{REPLACE}\n_other({steps!r}, {kind!r}, {emptied}, __file__[:-{below}])\ndel _other\n").body
