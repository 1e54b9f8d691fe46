from datetime import date

import pytest
from src.due_date import due_date


@pytest.mark.criterion("AC-1")
def test_the_result_is_a_date():
    assert due_date(date(2027, 5, 3), 2) == date(2027, 5, 5)
    assert type(due_date(date(2027, 5, 3), 2)) is date


@pytest.mark.criterion("AC-2")
def test_a_weekend_moves_it():
    assert due_date(date(2027, 5, 3), 4) == date(2027, 5, 7)
    assert due_date(date(2027, 5, 3), 5) == date(2027, 5, 10)
    assert due_date(date(2027, 5, 3), 6) == date(2027, 5, 10)
    assert due_date(date(2027, 5, 3), 7) == date(2027, 5, 10)


@pytest.mark.criterion("AC-3")
def test_a_holiday_after_a_weekend_moves_it_on():
    assert due_date(date(2027, 5, 3), 5, [date(2027, 5, 10)]) == date(2027, 5, 11)
    assert due_date(date(2027, 5, 3), 1, [date(2027, 5, 4)]) == date(2027, 5, 5)
    assert due_date(date(2027, 5, 3), 1, [date(2027, 5, 6)]) == date(2027, 5, 4)


@pytest.mark.criterion("AC-4")
def test_holidays_may_be_left_out():
    assert due_date(date(2027, 5, 3), 3) == date(2027, 5, 6)
    assert due_date(date(2027, 5, 3), 3, []) == date(2027, 5, 6)


@pytest.mark.criterion("AC-5")
def test_no_days_stay_on_a_working_day():
    assert due_date(date(2027, 5, 3), 0) == date(2027, 5, 3)
    assert due_date(date(2027, 5, 8), 0) == date(2027, 5, 10)


@pytest.mark.criterion("AC-6")
def test_days_below_zero_are_refused():
    with pytest.raises(ValueError, match="BAD_DAYS"):
        due_date(date(2027, 5, 3), -5)


@pytest.mark.parametrize(
    ("arguments", "due"),
    [
        pytest.param((date(2027, 3, 1), 14), date(2027, 3, 15), marks=pytest.mark.criterion("AC-7")),
        pytest.param((date(2027, 3, 1), 5), date(2027, 3, 8), marks=pytest.mark.criterion("AC-8")),
        pytest.param((date(2027, 3, 6), 0), date(2027, 3, 8), marks=pytest.mark.criterion("AC-9")),
        pytest.param((date(2028, 2, 15), 14), date(2028, 2, 29), marks=pytest.mark.criterion("AC-10")),
        pytest.param((date(2026, 12, 1), 30), date(2026, 12, 31), marks=pytest.mark.criterion("AC-11")),
        pytest.param((date(2027, 3, 1), 25, [date(2027, 3, 26), date(2027, 3, 29)]), date(2027, 3, 30), marks=pytest.mark.criterion("AC-12")),
    ],
)
def test_examples(arguments, due):
    assert due_date(*arguments) == due


@pytest.mark.criterion("AC-13")
def test_the_example_that_is_refused():
    with pytest.raises(ValueError, match="BAD_DAYS"):
        due_date(date(2027, 3, 1), -1)
