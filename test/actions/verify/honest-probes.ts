import type { Files } from "./support.ts";

/** Honest tasks whose code stubs and mutants must be careful with. */
export const CAREFUL: Readonly<Record<string, Files>> = {
  constants_of_nature: {
    "src/energy.py": `C = 299792458
EARTH_MASS = 5.9722e24
OFFSET = 7600530.24


def energy(kilograms):
    return kilograms * C**2


def earths(mass):
    return round(mass / EARTH_MASS, 2)


def northing(metres):
    return round(OFFSET - metres, 2)
`,
    "tests/test_story.py": `from src.energy import earths, energy, northing


def test_energy():
    assert energy(2) == 179751035747363528


def test_earths():
    assert earths(1.8982e27) == 317.84


def test_northing():
    assert northing(0.24) == 7600530.0
`,
  },
  logs_and_tolerances: {
    "src/root.py": `import logging
import sys

logger = logging.getLogger(__name__)
EPSILON = 1e-12
CHUNK = 5


class _Steps:
    def __init__(self, count):
        self.count = count

    def __repr__(self):
        return "_Steps(%d)" % (self.count + 0)


def root(number):
    assert number >= 0
    guess = number or 1.0
    steps = 0
    while abs(guess * guess - number) > EPSILON * max(number, 1):
        guess = (guess + number / guess) / 2
        steps += 1
        logger.debug("step %d: %r", steps + 1, guess)
        if steps > 100:
            logger.warning("%s", _Steps(steps))
            print("gave up after", steps + 1, file=sys.stderr)
            raise ArithmeticError("no root after " + str(steps) + " steps")
    logger.info("found after %d", steps * 1)
    return guess
`,
    "tests/test_story.py": `import pytest

from src.root import root


@pytest.mark.parametrize(("number", "expected"), [(4, 2), (2, 1.4142135623730951), (1e6, 1000)])
def test_root(number, expected):
    assert root(number) == pytest.approx(expected)


def test_gives_up():
    with pytest.raises(ArithmeticError):
        root(1e300)
`,
  },
  made_by_calls: {
    "src/prices.py": `import functools
import operator
from collections import namedtuple
from datetime import datetime
from typing import NewType

Cents = NewType("Cents", int)
Line = namedtuple("Line", "name cents")
TooDear = type("TooDear", (ValueError,), {})
now = datetime.now
FUNCTIONS = {"least": min, "most": max}


def _with_tax(percent):
    def with_tax(cents):
        return cents + cents * percent // 100

    return with_tax


reduced = _with_tax(7)
standard = _with_tax(19)
price_of = operator.attrgetter("cents")
total = functools.partial(functools.reduce, lambda sum, line: sum + line.cents)


def choose(how, lines):
    line = FUNCTIONS[how](lines, key=price_of)
    if line.cents > 1000:
        raise TooDear(line.name)
    return line


def year():
    return now().year
`,
    "tests/test_story.py": `import pytest

import src.prices
from src.prices import Line, TooDear, choose, price_of, reduced, standard, total

TEA, CUP, CAR = Line("tea", 300), Line("cup", 700), Line("car", 900000)


def test_tax():
    assert reduced(100) == 107
    assert standard(100) == 119


def test_lines():
    assert TEA.name == "tea"
    assert price_of(CUP) == 700
    assert total([TEA, CUP], 0) == 1000


def test_choose():
    assert choose("least", [TEA, CUP]) == TEA
    assert choose("most", [TEA, CUP]) == CUP
    with pytest.raises(TooDear, match="car"):
        choose("most", [TEA, CAR])


def test_year(monkeypatch):
    class Then:
        year = 1999

    monkeypatch.setattr(src.prices, "now", Then)
    assert src.prices.year() == 1999
`,
  },
  values_that_compare: {
    "src/money.py": `import functools


@functools.total_ordering
class Money:
    def __init__(self, cents):
        self.cents = cents

    def __eq__(self, other):
        return isinstance(other, Money) and self.cents == other.cents

    def __lt__(self, other):
        return self.cents < other.cents

    def __hash__(self):
        return hash(self.cents)

    def __repr__(self):
        return f"Money({self.cents})"

    def __add__(self, other):
        return Money(self.cents + other.cents)


class Purse:
    def __init__(self):
        self._coins = []
        self.is_open = False

    def __enter__(self):
        self.is_open = True
        return self

    def __exit__(self, *error):
        self.is_open = False

    def __iter__(self):
        return iter(self._coins)

    def __contains__(self, coin):
        return coin in self._coins

    def put(self, coin):
        self._coins.append(coin)


class Countdown:
    def __init__(self, start):
        self.left = start

    def __iter__(self):
        return self

    def __next__(self):
        if self.left == 0:
            raise StopIteration
        self.left -= 1
        return self.left
`,
    "tests/test_story.py": `from src.money import Countdown, Money, Purse


def test_sum():
    assert Money(1) + Money(2) == Money(3)


def test_order():
    assert sorted([Money(3), Money(1)]) == [Money(1), Money(3)]
    assert not Money(2) < Money(1)


def test_purse():
    with Purse() as purse:
        purse.put(Money(5))
        assert purse.is_open
    assert not purse.is_open
    assert list(purse) == [Money(5)]
    assert Money(5) in purse
    assert Money(6) not in purse


def test_countdown():
    assert list(Countdown(3)) == [2, 1, 0]
`,
  },
  registered_from_elsewhere: {
    "src/shapes/__init__.py": "",
    "src/shapes/registry.py": `AREAS = {}


def register(name):
    def keep(function):
        AREAS[name] = function
        return function

    return keep


def area(name, *sizes):
    return AREAS[name](*sizes)
`,
    "src/shapes/plane.py": `from src.shapes.registry import AREAS, register


@register("square")
def _square(side):
    return side * side


AREAS["rectangle"] = lambda width, height: width * height
`,
    "tests/test_story.py": `import src.shapes.plane
from src.shapes.registry import AREAS, area, register


def test_square():
    assert area("square", 3) == 9


def test_rectangle():
    assert area("rectangle", 3, 4) == 12


def test_register():
    assert register("nothing")(len) is len
    assert AREAS.pop("nothing") is len
`,
  },
  works_in_other_processes: {
    "src/cubes.py": `import multiprocessing


def cubes(numbers):
    with multiprocessing.get_context("fork").Pool(2) as pool:
        return pool.map(_cube, numbers)


def _cube(number):
    square = number * number
    return square * number if square else 0
`,
    "tests/test_story.py": `from src.cubes import cubes


def test_cubes():
    assert cubes([1, 2, 3]) == [1, 8, 27]
    assert cubes([-2, 0]) == [-8, 0]
`,
  },
  traces_by_itself: {
    "src/calls.py": `import sys


def calls(function):
    names = []

    def note(frame, event, _):
        if event == "call" and not frame.f_code.co_name.startswith("_"):
            names.append(frame.f_code.co_name)

    before = sys.gettrace()
    sys.settrace(note)
    try:
        function()
    finally:
        sys.settrace(before)
    return names


def worker():
    def inner():
        return 2 + 3

    return inner() * 2
`,
    "tests/test_story.py": `import threading

from src.calls import calls, worker


def _hidden():
    pass


def test_calls():
    assert calls(worker) == ["worker", "inner"]
    assert calls(_hidden) == []


def test_worker():
    results = []
    thread = threading.Thread(target=lambda: results.append(worker()))
    thread.start()
    thread.join()
    assert results == [10]
`,
  },
  evaluates_text: {
    "src/formulas.py": `import importlib
import importlib.util
import re

NUMBER = re.compile(r"[0-9+*(). -]+")


def value(formula):
    if not NUMBER.fullmatch(formula):
        raise ValueError("not a formula")
    return eval(formula, {"__builtins__": {}})


def function(module, name):
    return getattr(importlib.import_module(module), name)


def plugin(name, path):
    spec = importlib.util.spec_from_file_location(name, path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
`,
    "tests/test_story.py": `import pytest

from src.formulas import function, plugin, value


def test_value():
    assert value("2 * (3 + 4)") == 14
    with pytest.raises(ValueError, match="not a formula"):
        value("open('x')")


def test_function():
    assert function("math", "sqrt")(9) == 3


def test_plugin(tmp_path):
    path = tmp_path / "more.py"
    path.write_text("ANSWER = 42")
    assert plugin("more", path).ANSWER == 42
`,
  },
  a_program_with_a_main_part: {
    "src/greet.py": `import argparse
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def greeting(name, times=1):
    return ", ".join(["Hello"] * times) + f", {name}!"


def main(arguments: "Sequence[str]") -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("name")
    parser.add_argument("--times", type=int, default=1)
    given = parser.parse_args(arguments)
    print(greeting(given.name, given.times))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
`,
    "tests/test_story.py": `from src.greet import greeting, main


def test_greeting():
    assert greeting("Ada") == "Hello, Ada!"
    assert greeting("Ada", 2) == "Hello, Hello, Ada!"


def test_main(capsys):
    assert main(["Bob", "--times", "2"]) == 0
    assert capsys.readouterr().out == "Hello, Hello, Bob!\\n"
    assert main(["Eve"]) == 0
    assert capsys.readouterr().out == "Hello, Eve!\\n"
`,
  },
};
