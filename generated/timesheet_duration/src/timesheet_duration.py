"""Durations as people type them into a timesheet."""

import re
from decimal import ROUND_HALF_UP, Decimal

MINUTES_PER_HOUR = 60
LONGEST_MINUTES = 24 * MINUTES_PER_HOUR
QUARTER_MINUTES = 15

_HOURS_AND_MINUTES = re.compile(r"([0-9]+)\s*h\s*([0-9]+)\s*m")
_CLOCK = re.compile(r"([0-9]+):([0-9]{2})")
_HOURS = re.compile(r"([0-9]+(?:[.,][0-9]{1,3})?)\s*h")
_MINUTES = re.compile(r"([0-9]+)\s*m")


def parse_duration(text: str) -> int:
    """Reads a duration and gives it in whole minutes."""
    if not isinstance(text, str):
        raise TypeError("NOT_TEXT")
    minutes = _minutes_of(text.strip().lower())
    if minutes < 1:
        raise ValueError("TOO_SHORT")
    if minutes > LONGEST_MINUTES:
        raise ValueError("TOO_LONG")
    return minutes


def billable_hours(minutes: int) -> Decimal:
    """The hours that are billed: rounded up to the next quarter of an hour."""
    if isinstance(minutes, bool) or not isinstance(minutes, int):
        raise TypeError("NOT_WHOLE_MINUTES")
    if minutes < 0:
        raise ValueError("NEGATIVE_MINUTES")
    quarters = -(-minutes // QUARTER_MINUTES)
    return quarters * Decimal("0.25")


def _minutes_of(text: str) -> int:
    parts = _HOURS_AND_MINUTES.fullmatch(text) or _CLOCK.fullmatch(text)
    if parts is not None:
        return _hours_and_minutes(int(parts[1]), int(parts[2]))
    hours = _HOURS.fullmatch(text)
    if hours is not None:
        exact = Decimal(hours[1].replace(",", ".")) * MINUTES_PER_HOUR
        return int(exact.to_integral_value(ROUND_HALF_UP))
    minutes = _MINUTES.fullmatch(text)
    if minutes is not None:
        return int(minutes[1])
    raise ValueError("NOT_A_DURATION")


def _hours_and_minutes(hours: int, minutes: int) -> int:
    if minutes >= MINUTES_PER_HOUR:
        raise ValueError("MINUTES_OUT_OF_RANGE")
    return hours * MINUTES_PER_HOUR + minutes
