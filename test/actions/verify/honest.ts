import type { Files } from "./support.ts";

/** Tasks that must pass: the shapes in which honest people write code and tests. */
export const HONEST: Readonly<Record<string, Files>> = {
  one_function: {
    "src/shipping.py": `from decimal import ROUND_HALF_UP, Decimal

BASE = Decimal("3.50")
FACTOR = Decimal("1.20")


def shipping_cost(weight):
    if isinstance(weight, str):
        raise TypeError("NON_NUMERIC_WEIGHT")
    rounded = Decimal(str(weight)).quantize(Decimal("0.001"), ROUND_HALF_UP)
    if rounded < 0:
        raise ValueError("NEGATIVE_WEIGHT")
    return (BASE + FACTOR * rounded).quantize(Decimal("0.01"), ROUND_HALF_UP)
`,
    "tests/test_story.py": `from decimal import Decimal

import pytest

from src.shipping import shipping_cost


@pytest.mark.parametrize(
    ("weight", "cost"),
    [(0, "3.50"), (0.5, "4.10"), (1.25, "5.00"), (0.005, "3.51"), (2.505, "6.51")],
)
def test_cost(weight, cost):
    assert shipping_cost(weight) == Decimal(cost)


def test_negative():
    with pytest.raises(ValueError, match="NEGATIVE_WEIGHT"):
        shipping_cost(-0.001)


def test_text():
    with pytest.raises(TypeError, match="NON_NUMERIC_WEIGHT"):
        shipping_cost("1.0")
`,
  },
  empty_values: {
    "src/shop.py": `class Inventory:
    def __init__(self):
        self.items = []

    @classmethod
    def empty(cls):
        return cls()

    def add(self, item):
        self.items.append(item)


def new_inventory():
    return Inventory()


def default_settings():
    return {}


class NoDiscount:
    def off(self, price):
        return 0


class Guest:
    def can_edit(self):
        return False
`,
    "tests/test_story.py": `from src.shop import Guest, Inventory, NoDiscount, default_settings, new_inventory


def test_inventory():
    inventory = new_inventory()
    assert inventory.items == []
    inventory.add("tea")
    assert inventory.items == ["tea"]
    assert Inventory.empty().items == []


def test_settings():
    assert default_settings() == {}


def test_no_discount():
    assert NoDiscount().off(10) == 0


def test_guest():
    assert Guest().can_edit() is False
`,
  },
  many_processes: {
    "src/totals.py": `import multiprocessing

DATA = bytearray(200_000_000)


def total(numbers):
    with multiprocessing.get_context("fork").Pool(24) as pool:
        return sum(pool.map(abs, numbers))
`,
    "tests/test_story.py": `from src.totals import total


def test_total():
    assert total([1, -2, 3]) == 6
    assert total([]) == 0
`,
  },
  placeholders: {
    "src/shapes.py": `from dataclasses import dataclass


class Event:
    """Base of all events."""


class Shape:
    def area(self):
        raise NotImplementedError

    def on_drawn(self):
        pass


@dataclass
class Drawn(Event):
    shape: Shape


class Square(Shape):
    def __init__(self, side):
        self.side = side

    def area(self):
        return self.side * self.side

    def draw(self):
        self.on_drawn()
        return Drawn(self)
`,
    "tests/test_story.py": `import pytest

from src.shapes import Drawn, Event, Square


@pytest.fixture
def quiet():
    yield


@pytest.mark.usefixtures("quiet")
@pytest.mark.parametrize(("fixture", "area"), [(2, 4), (3, 9)])
def test_area(fixture, area):
    assert Square(fixture).area() == area


def test_draw():
    square = Square(1)
    assert square.draw() == Drawn(square)
    assert isinstance(square.draw(), Event)
`,
  },
  long_expressions: {
    "src/sums.py": `LIMIT = 0x${"f".repeat(5_000)}
LINES = ${Array.from({ length: 400 }, (_, index) => `"line ${index}\\n"`).join(" + ")}


def total():
    return ${Array.from({ length: 400 }, (_, index) => String(index)).join(" + ")}


def lines():
    return LINES.splitlines()


def within(number):
    return number < LIMIT
`,
    "tests/test_story.py": `from src.sums import lines, total, within


def test_total():
    assert total() == 79800


def test_lines():
    assert len(lines()) == 400
    assert lines()[7] == "line 7"


def test_within():
    assert within(5)
    assert not within(16**5000)
`,
  },
  classes: {
    "src/stack.py": `class EmptyStack(Exception):
    pass


class Stack:
    def __init__(self):
        self._items = []

    def push(self, item):
        self._items.append(item)

    def pop(self):
        if not self._items:
            raise EmptyStack("nothing to pop")
        return self._items.pop()

    def __len__(self):
        return len(self._items)
`,
    "tests/test_story.py": `import pytest

from stack import EmptyStack, Stack


class TestStack:
    def test_last_in_first_out(self):
        stack = Stack()
        stack.push(1)
        stack.push(2)
        assert stack.pop() == 2
        assert stack.pop() == 1

    def test_length(self):
        stack = Stack()
        assert len(stack) == 0
        stack.push("a")
        assert len(stack) == 1

    def test_empty(self):
        with pytest.raises(EmptyStack, match="nothing to pop"):
            Stack().pop()
`,
  },
  several_modules: {
    "src/shop/__init__.py": "",
    "src/shop/price.py": "def net(gross, rate):\n    return round(gross / (1 + rate), 2)\n",
    "src/shop/basket.py": `from shop.price import net


def total(items, rate):
    return sum(net(price, rate) * count for price, count in items)
`,
    "tests/test_price.py":
      "from shop.price import net\n\n\ndef test_net():\n    assert net(119, 0.19) == 100.0\n\n\ndef test_no_tax():\n    assert net(5, 0) == 5\n",
    "tests/test_story.py":
      "from shop.basket import total\n\n\ndef test_total():\n    assert total([(119, 2), (11.9, 1)], 0.19) == 210.0\n\n\ndef test_empty():\n    assert total([], 0.19) == 0\n",
  },
  fixtures: {
    "src/ledger.py": `import json


def save(path, entries):
    path.write_text(json.dumps(entries))


def load(path):
    if not path.exists():
        return []
    return json.loads(path.read_text())
`,
    "tests/test_story.py": `import pytest

from src.ledger import load, save


@pytest.fixture
def book(tmp_path):
    return tmp_path / "book.json"


def test_round_trip(book):
    save(book, [{"amount": 3}])
    assert load(book) == [{"amount": 3}]


def test_nothing_saved(book):
    assert load(book) == []
`,
  },
  asynchronous: {
    "src/retry.py": `async def retry(call, times):
    for left in range(times, 0, -1):
        try:
            return await call()
        except OSError:
            if left == 1:
                raise
`,
    "tests/test_story.py": `import asyncio

import pytest

from src.retry import retry


def failing(times):
    calls = []

    async def call():
        calls.append(1)
        if len(calls) <= times:
            raise OSError("down")
        return "up"

    return call, calls


def test_succeeds_in_the_end():
    call, calls = failing(2)
    assert asyncio.run(retry(call, 3)) == "up"
    assert len(calls) == 3


def test_gives_up():
    call, calls = failing(9)
    with pytest.raises(OSError, match="down"):
        asyncio.run(retry(call, 2))
    assert len(calls) == 2
`,
  },
  reads_stdin: {
    "src/adder.py": `import sys


def main():
    numbers = [int(word) for word in sys.stdin.read().split()]
    print(sum(numbers))


if __name__ == "__main__":
    main()
`,
    "tests/test_story.py": `import io

import pytest

from src.adder import main


@pytest.mark.parametrize(("given", "expected"), [("1 2 3\\n", "6\\n"), ("", "0\\n"), ("-4\\n4\\n", "0\\n")])
def test_sum(given, expected, monkeypatch, capsys):
    monkeypatch.setattr("sys.stdin", io.StringIO(given))
    main()
    assert capsys.readouterr().out == expected
`,
  },
  unittest_style: {
    "src/roman.py": `NUMERALS = [(10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")]


def roman(number):
    text = ""
    for value, numeral in NUMERALS:
        while number >= value:
            text += numeral
            number -= value
    return text
`,
    "tests/test_story.py": `import unittest

from src.roman import roman


class RomanTest(unittest.TestCase):
    def test_small(self):
        self.assertEqual(roman(3), "III")

    def test_subtractive(self):
        self.assertEqual(roman(14), "XIV")
        self.assertEqual(roman(9), "IX")
`,
  },
  inherited_tests: {
    "src/shapes.py": `class Square:
    def __init__(self, side):
        self.side = side

    def area(self):
        return self.side * self.side


class Rectangle:
    def __init__(self, width, height):
        self.width, self.height = width, height

    def area(self):
        return self.width * self.height
`,
    "tests/test_story.py": `from src.shapes import Rectangle, Square


class AreaContract:
    def test_area(self):
        assert self.shape.area() == self.expected


class TestSquare(AreaContract):
    shape, expected = Square(3), 9


class TestRectangle(AreaContract):
    shape, expected = Rectangle(2, 5), 10
`,
  },
  many_tests: {
    "src/squares.py": "def square(number):\n    return number * number\n",
    "tests/test_story.py": `import pytest

from src.squares import square

CASES = [(number, number**2) for number in range(500)]


@pytest.mark.parametrize(("number", "expected"), CASES)
def test_square(number, expected):
    assert square(number) == expected
`,
  },
  data_and_types: {
    "src/points.py": `from dataclasses import dataclass
from enum import Enum
from typing import Protocol


class Colour(Enum):
    RED = "red"
    BLUE = "blue"


class Drawable(Protocol):
    def draw(self) -> str: ...


@dataclass(frozen=True)
class Point:
    x: int
    y: int
    colour: Colour = Colour.RED

    def draw(self) -> str:
        return f"{self.x},{self.y} in {self.colour.value}"


def show(item: Drawable) -> str:
    return item.draw()


def evens(limit):
    for number in range(limit):
        if number % 2 == 0:
            yield number
`,
    "tests/test_story.py": `from src.points import Colour, Point, evens, show


def test_draw():
    assert show(Point(1, 2)) == "1,2 in red"


def test_colour():
    assert Point(3, 4, Colour.BLUE).draw() == "3,4 in blue"


def test_equality():
    assert Point(1, 2) == Point(1, 2)
    assert Point(1, 2) != Point(2, 1)


def test_evens():
    assert list(evens(5)) == [0, 2, 4]
`,
  },
  a_key_press_that_ends_a_loop: {
    "src/countdown.py": `def count(seconds, tick):
    left = seconds
    try:
        while left > 0:
            tick()
            left -= 1
    except KeyboardInterrupt:
        return f"stopped with {left} left"
    return "done"
`,
    "tests/test_story.py": `import os
import signal

from src.countdown import count


def test_to_the_end():
    assert count(3, lambda: None) == "done"


def test_stopped():
    ticks = iter([lambda: None, lambda: os.kill(os.getpid(), signal.SIGINT)])
    assert count(5, lambda: next(ticks)()) == "stopped with 4 left"
`,
  },
  contracts_that_others_fulfil: {
    "src/queues.py": `class Fifo:
    def __init__(self):
        self._items = []

    def put(self, item):
        self._items.append(item)

    def get(self):
        return self._items.pop(0)


class Slow(Fifo):
    def get(self):
        return [self._items.pop(0)][0]


def twice(item):
    return [item, item]
`,
    "tests/contract.py": `class QueueContract:
    def make(self):
        raise NotImplementedError

    def test_first_in_first_out(self):
        queue = self.make()
        queue.put("a")
        queue.put("b")
        assert [queue.get(), queue.get()] == ["a", "b"]
`,
    "tests/test_story.py": `import functools
import unittest
from abc import ABC, abstractmethod

from src.queues import Fifo, Slow, twice
from tests.contract import QueueContract


class TestEmpty(ABC):
    @abstractmethod
    def make(self):
        """The queue."""

    def test_nothing_to_get(self):
        try:
            self.make().get()
        except IndexError as error:
            assert "pop from empty list" in str(error)
        else:
            raise AssertionError("it gave something")


class TestFifo(QueueContract, TestEmpty):
    def make(self):
        return Fifo()


class TestSlow(QueueContract, TestEmpty):
    def make(self):
        return Slow()


class TwiceCase(unittest.TestCase):
    item = None

    def test_it(self):
        self.assertEqual(twice(self.item), [self.item, self.item])


class TextCase(TwiceCase):
    item = "x"


class NumberCase(TwiceCase):
    item = 3


del TwiceCase


def named(name):
    def renamed(test):
        @functools.wraps(test)
        def run():
            test()

        globals()[name] = run
        return None

    return renamed


@named("test_an_empty_list")
def _():
    assert twice([]) == [[], []]


TestMade = type("TestMade", (QueueContract,), {"make": lambda self: Fifo()})
`,
  },
  bases_that_do_nothing: {
    "src/notes.py": `from abc import ABC, abstractmethod


class NoteError(ValueError):
    """Something is wrong with a note."""


class TooLong(NoteError):
    pass


class Printer(ABC):
    """What all printers have in common."""

    @abstractmethod
    def show(self, note):
        """The note as one line."""

    def close(self):
        """For those that hold something open."""


class Plain(Printer):
    """Prints the note alone."""

    def show(self, note):
        if len(note) > 8:
            raise TooLong(note)
        return note.strip()


class Boxed(Printer):
    def show(self, note):
        return f"[{note}]"
`,
    "tests/test_story.py": `import pytest

from src.notes import Boxed, NoteError, Plain, TooLong


def test_plain():
    assert Plain().show(" a ") == "a"
    assert Plain.__doc__ == "Prints the note alone."


def test_boxed():
    assert Boxed().show("a") == "[a]"


def test_too_long():
    with pytest.raises(TooLong, match="a long note"):
        Plain().show("a long note")
    assert issubclass(TooLong, NoteError)
`,
  },
  signs_in_braces: {
    "src/status.py": `def status(name, is_done):
    mark = f"{'👩‍💻' if is_done else '•'}"
    return (
        f"{mark} "
        f'{name + "!" if is_done else name}'
    )


def plain(name):
    return name.upper() + "."
`,
    "tests/test_story.py": `from src.status import plain, status


def test_done():
    assert status("core", True) == "👩‍💻 core!"


def test_open():
    assert status("ada", False) == "• ada"


def test_plain():
    assert plain("a") == "A."
`,
  },
};
