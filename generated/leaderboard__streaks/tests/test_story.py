from datetime import date

import pytest
from src.streaks import longest_streak


@pytest.mark.criterion("AC-1")
def test_the_longest_run_counts():
    days = [date(2027, 7, day) for day in (20, 3, 2, 1, 10, 11, 4)]
    assert longest_streak(days) == 4
    assert longest_streak([date(2027, 7, 1), date(2027, 7, 3)]) == 1
    assert longest_streak([date(2027, 7, 1), date(2027, 7, 5), date(2027, 7, 6)]) == 2


@pytest.mark.criterion("AC-2")
def test_a_day_counts_once():
    assert longest_streak([date(2027, 7, 1), date(2027, 7, 2), date(2027, 7, 1)]) == 2


@pytest.mark.criterion("AC-3")
def test_no_days_are_no_streak():
    assert longest_streak([]) == 0
    days = []
    longest_streak(days)
    assert days == []


@pytest.mark.parametrize(
    ("days", "length"),
    [
        pytest.param([], 0, marks=pytest.mark.criterion("AC-4")),
        pytest.param([date(2027, 3, 1)], 1, marks=pytest.mark.criterion("AC-5")),
        pytest.param([date(2027, 3, 3), date(2027, 3, 1), date(2027, 3, 2)], 3, marks=pytest.mark.criterion("AC-6")),
        pytest.param([date(2027, 3, 1), date(2027, 3, 1)], 1, marks=pytest.mark.criterion("AC-7")),
        pytest.param([date(2028, 2, 28), date(2028, 2, 29), date(2028, 3, 1), date(2028, 3, 3)], 3, marks=pytest.mark.criterion("AC-8")),
    ],
)
def test_examples(days, length):
    assert longest_streak(days) == length
