"""What a reading of a test has found out so far."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from task_flow_value import ANYTHING, EMPTY_CLAIM, VOID, Callee, Claim, Value

if TYPE_CHECKING:
    import ast
    from collections.abc import Generator

    from task_flow import Readings
    from task_flow_scopes import Scope
    from task_flow_value import Literal

# Nodes that are looked at for one test, and for all tests together.
STEPS_OF_TEST = 40_000
STEPS = 400_000


class ExhaustedError(Exception):
    """The tests are too large to be followed."""


@dataclass(frozen=True, eq=False)
class Call:
    """A call of the code, or of something outside that may set it up."""

    name: str
    arguments: tuple[str | None, ...]
    # Those of them that stand in one list, tuple, set or dictionary.
    containers: tuple[tuple[str | None, ...], ...]
    given: frozenset[Literal]
    # Calls that its arguments are results of.
    depends: frozenset[int]
    is_code: bool


class State:
    """One test that is followed."""

    def __init__(self, readings: Readings) -> None:
        self.readings = readings
        self.suite = readings.suite
        self.expected: dict[Literal, None] = {}
        self.other: dict[Literal, None] = {}
        self.asserted: set[int] = set()
        self.compared: set[int] = set()
        # How often a result was compared, judged or not; and of the branches that were looked at last, which did so.
        self.said = 0
        self.looked_at: set[int] = set()
        self.spoken: list[bool] = []
        # Calls of this test, and those of them that are there for what they do.
        self.own: list[int] = []
        self.set_up: list[int] = []
        self.is_judging = True
        self.is_set_up = False
        self.stack: list[int] = []
        self.steps = 0
        # What is said by lists of what is wrong, and the like, by where their names stand.
        self.collected: dict[tuple[int, str], Claim] = {}
        self.fixtures: dict[tuple[str, int], Value] = {}
        self.object: Value = VOID
        self.parameters: dict[str, Value] = {}

    def given(self) -> dict[Literal, None]:
        """What was given to the calls that an assertion hangs on, and to those before them."""
        if not self.asserted and not self.expected and not self.other:
            return {}
        found: dict[Literal, None] = {}
        waiting = [*self.asserted, *self.set_up]
        seen: set[int] = set()
        while waiting:
            index = waiting.pop()
            if index not in seen:
                seen.add(index)
                call = self.readings.calls[index]
                found.update(dict.fromkeys(sorted(call.given)))
                waiting += call.depends
        return found

    def judge(self, claim: Claim) -> None:
        self.said += claim.independent and bool(claim.calls)
        self.looked_at |= claim.calls
        if not self.is_judging or claim is EMPTY_CLAIM:
            return
        self.expected.update(dict.fromkeys(sorted(claim.expected)))
        self.other.update(dict.fromkeys(sorted(claim.other)))
        self.asserted |= claim.calls
        if claim.independent:
            self.compared |= claim.calls

    @contextlib.contextmanager
    def unjudged(self, is_unjudged: bool = True) -> Generator[None, None, None]:
        before = self.is_judging
        self.is_judging = before and not is_unjudged
        try:
            yield
        finally:
            self.is_judging = before

    def calls_of(self, *values: Value) -> frozenset[int]:
        """What comes from outside, such as a file, may hang on any call before."""
        calls = frozenset(call for value in values for call in value.calls)
        if any(value.is_opaque and not value.is_code for value in values):
            calls |= {index for index in self.own if self.readings.calls[index].is_code}
        return calls

    def step(self, size: int = 1) -> None:
        self.steps += size
        self.readings.steps += size
        if self.steps > STEPS_OF_TEST or self.readings.steps > STEPS:
            raise ExhaustedError

    # What the parts of a reading need of each other.

    def value(self, node: ast.expr, scope: Scope) -> Value:
        raise NotImplementedError

    def call(self, node: ast.Call, scope: Scope, *, is_discarded: bool) -> Value:
        raise NotImplementedError

    def run(self, callee: Callee, values: list[Value] | None, named: dict[str, Value], filler: Value = ANYTHING) -> Value:
        raise NotImplementedError

    def block(self, body: list[ast.stmt], scope: Scope) -> bool:
        raise NotImplementedError

    def statement(self, node: ast.stmt, scope: Scope) -> bool:
        raise NotImplementedError
