"""The bookings of one meeting room on one day."""

import re
from dataclasses import dataclass

_TIME = re.compile(r"([01][0-9]|2[0-3]):([0-5][0-9])")
_OPENS = 8 * 60
_CLOSES = 18 * 60


class BookingError(ValueError):
    """Something was refused; `code` says why."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True)
class Booking:
    """One booking, with times as texts of the form HH:MM."""

    number: int
    start: str
    end: str
    title: str


class RoomCalendar:
    """One room on one day, open from 08:00 to 18:00."""

    def __init__(self) -> None:
        self._bookings: dict[int, Booking] = {}
        self._last_number = 0

    def book(self, start: str, end: str, title: str) -> int:
        """Keeps a booking and returns its number."""
        first, last = _minutes_of(start), _minutes_of(end)
        if title.strip() == "":
            raise BookingError("BLANK_TITLE")
        if first >= last:
            raise BookingError("BAD_ORDER")
        if first < _OPENS or last > _CLOSES:
            raise BookingError("OUTSIDE_HOURS")
        # Texts of the form HH:MM compare as the times that they name.
        if any(start < other.end and other.start < end for other in self._bookings.values()):
            raise BookingError("OVERLAP")
        self._last_number += 1
        self._bookings[self._last_number] = Booking(self._last_number, start, end, title)
        return self._last_number

    def cancel(self, number: int) -> Booking:
        """Removes a booking and returns it."""
        if number not in self._bookings:
            raise BookingError("UNKNOWN_BOOKING")
        return self._bookings.pop(number)

    def bookings(self) -> list[Booking]:
        """All bookings in the order of their start."""
        return sorted(self._bookings.values(), key=lambda booking: booking.start)

    def free(self, minutes: int) -> list[tuple[str, str]]:
        """The gaps of at least so many minutes within the opening hours, as (start, end) pairs."""
        if minutes < 1:
            raise BookingError("BAD_MINUTES")
        booked = self.bookings()
        starts = [_OPENS, *(_minutes_of(booking.end) for booking in booked)]
        ends = [*(_minutes_of(booking.start) for booking in booked), _CLOSES]
        return [
            (_text_of(start), _text_of(end))
            for start, end in zip(starts, ends)
            if end - start >= minutes
        ]


def _minutes_of(time: str) -> int:
    parts = _TIME.fullmatch(time)
    if parts is None:
        raise BookingError("BAD_TIME")
    return int(parts[1]) * 60 + int(parts[2])


def _text_of(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"
