"""Days in a row."""

from datetime import date, timedelta

_DAY = timedelta(days=1)


def longest_streak(days: list[date]) -> int:
    """How many of the days follow one another without a gap, at most."""
    longest = length = 0
    before: date | None = None
    for day in sorted(set(days)):
        length = length + 1 if before is not None and day - before == _DAY else 1
        longest = max(longest, length)
        before = day
    return longest
