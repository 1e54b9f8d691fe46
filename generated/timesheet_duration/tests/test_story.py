from decimal import Decimal

import pytest

from src.timesheet_duration import billable_hours, parse_duration


@pytest.mark.criterion("AC-1")
@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        pytest.param("1h 30m", 90, marks=pytest.mark.criterion("AC-14")),
        pytest.param("2h", 120, marks=pytest.mark.criterion("AC-15")),
        pytest.param("45m", 45, marks=pytest.mark.criterion("AC-16")),
        pytest.param("90m", 90, marks=pytest.mark.criterion("AC-17")),
    ],
)
def test_hours_and_minutes_with_units(text, minutes):
    result = parse_duration(text)
    assert result == minutes
    assert type(result) is int


@pytest.mark.criterion("AC-2")
@pytest.mark.criterion("AC-18")
@pytest.mark.parametrize(
    ("text", "minutes"),
    [(" 1 H 5 M ", 65), ("1h5m", 65), ("\t2 H\n", 120), (" 1:30 ", 90), ("1.5 H", 90)],
)
def test_case_and_white_space_do_not_count(text, minutes):
    assert parse_duration(text) == minutes


@pytest.mark.criterion("AC-1")
@pytest.mark.criterion("AC-19")
@pytest.mark.criterion("AC-20")
@pytest.mark.parametrize(("text", "minutes"), [("1:30", 90), ("0:05", 5), ("12:00", 720)])
def test_hours_with_a_colon(text, minutes):
    assert parse_duration(text) == minutes


@pytest.mark.criterion("AC-3")
@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        pytest.param("1.5h", 90, marks=pytest.mark.criterion("AC-21")),
        pytest.param("1,25h", 75, marks=pytest.mark.criterion("AC-22")),
        pytest.param("0.33h", 20, marks=pytest.mark.criterion("AC-23")),
        pytest.param("0.375h", 23, marks=pytest.mark.criterion("AC-24")),
        ("0.34h", 20),
    ],
)
def test_decimal_hours_are_rounded_half_up_to_whole_minutes(text, minutes):
    result = parse_duration(text)
    assert result == minutes
    assert type(result) is int


@pytest.mark.criterion("AC-5")
@pytest.mark.criterion("AC-26")
@pytest.mark.criterion("AC-28")
@pytest.mark.parametrize(
    ("text", "minutes"), [("1m", 1), ("0.009h", 1), ("24h", 1440), ("24:00", 1440), ("1440m", 1440)]
)
def test_shortest_and_longest(text, minutes):
    assert parse_duration(text) == minutes


@pytest.mark.criterion("AC-5")
@pytest.mark.criterion("AC-9")
@pytest.mark.parametrize(
    "text",
    [
        pytest.param("0m", marks=pytest.mark.criterion("AC-27")),
        pytest.param("0.007h", marks=pytest.mark.criterion("AC-25")),
        "0:00",
        "0h 0m",
    ],
)
def test_less_than_a_minute_is_too_short(text):
    with pytest.raises(ValueError) as error:
        parse_duration(text)
    assert str(error.value) == "TOO_SHORT"


@pytest.mark.criterion("AC-5")
@pytest.mark.criterion("AC-10")
@pytest.mark.criterion("AC-29")
@pytest.mark.parametrize("text", ["24:01", "24h 1m", "1441m", "24.009h", "1000h"])
def test_more_than_a_day_is_too_long(text):
    with pytest.raises(ValueError) as error:
        parse_duration(text)
    assert str(error.value) == "TOO_LONG"


@pytest.mark.criterion("AC-4")
@pytest.mark.criterion("AC-30")
@pytest.mark.parametrize(("text", "minutes"), [("1h 59m", 119), ("1:59", 119), ("1h 0m", 60)])
def test_minutes_after_hours_go_up_to_59(text, minutes):
    assert parse_duration(text) == minutes


@pytest.mark.criterion("AC-4")
@pytest.mark.criterion("AC-8")
@pytest.mark.parametrize(
    "text",
    [
        pytest.param("1h 60m", marks=pytest.mark.criterion("AC-31")),
        pytest.param("1:60", marks=pytest.mark.criterion("AC-32")),
        "0h 90m",
    ],
)
def test_more_than_59_minutes_after_hours_are_refused(text):
    with pytest.raises(ValueError) as error:
        parse_duration(text)
    assert str(error.value) == "MINUTES_OUT_OF_RANGE"


@pytest.mark.criterion("AC-7")
@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", marks=pytest.mark.criterion("AC-33")),
        pytest.param("90", marks=pytest.mark.criterion("AC-34")),
        pytest.param("1:5", marks=pytest.mark.criterion("AC-35")),
        pytest.param("-1h", marks=pytest.mark.criterion("AC-36")),
        pytest.param("1.5h 10m", marks=pytest.mark.criterion("AC-37")),
        pytest.param("0.1234h", marks=pytest.mark.criterion("AC-38")),
        " ",
        "h",
        "1h 30",
        "30m 1h",
        "1.5m",
        ".5h",
    ],
)
def test_anything_else_is_no_duration(text):
    with pytest.raises(ValueError) as error:
        parse_duration(text)
    assert str(error.value) == "NOT_A_DURATION"


@pytest.mark.criterion("AC-11")
@pytest.mark.criterion("AC-39")
@pytest.mark.parametrize("value", [90, None, b"1h"])
def test_what_is_no_text_is_refused(value):
    with pytest.raises(TypeError) as error:
        parse_duration(value)
    assert str(error.value) == "NOT_TEXT"


@pytest.mark.criterion("AC-6")
@pytest.mark.parametrize(
    ("minutes", "hours"),
    [
        pytest.param(0, "0.00", marks=pytest.mark.criterion("AC-40")),
        pytest.param(1, "0.25", marks=pytest.mark.criterion("AC-41")),
        pytest.param(15, "0.25", marks=pytest.mark.criterion("AC-42")),
        pytest.param(16, "0.50", marks=pytest.mark.criterion("AC-43")),
        pytest.param(60, "1.00", marks=pytest.mark.criterion("AC-44")),
        pytest.param(91, "1.75", marks=pytest.mark.criterion("AC-45")),
        (29, "0.50"),
        (31, "0.75"),
        (475, "8.00"),
    ],
)
def test_billing_rounds_up_to_the_next_quarter(minutes, hours):
    result = billable_hours(minutes)
    assert isinstance(result, Decimal)
    assert str(result) == hours


@pytest.mark.criterion("AC-12")
@pytest.mark.criterion("AC-46")
def test_negative_minutes_are_not_billed():
    with pytest.raises(ValueError) as error:
        billable_hours(-1)
    assert str(error.value) == "NEGATIVE_MINUTES"


@pytest.mark.criterion("AC-13")
@pytest.mark.criterion("AC-47")
@pytest.mark.criterion("AC-48")
@pytest.mark.parametrize("minutes", [7.5, True, "15", None])
def test_only_whole_minutes_are_billed(minutes):
    with pytest.raises(TypeError) as error:
        billable_hours(minutes)
    assert str(error.value) == "NOT_WHOLE_MINUTES"
