import pytest

from src.room_calendar import Booking, BookingError, RoomCalendar


@pytest.fixture
def calendar():
    return RoomCalendar()


def code_of(action, *values):
    with pytest.raises(BookingError) as refused:
        action(*values)
    return refused.value.code


@pytest.mark.criterion("AC-3")
@pytest.mark.criterion("AC-6")
@pytest.mark.criterion("AC-13")
def test_the_first_booking_is_kept_as_number_1(calendar):
    assert calendar.bookings() == []
    assert calendar.book("09:00", "10:00", "Stand-up") == 1
    assert calendar.bookings() == [Booking(number=1, start="09:00", end="10:00", title="Stand-up")]


@pytest.mark.criterion("AC-3")
def test_numbers_count_up(calendar):
    assert calendar.book("09:00", "10:00", "One") == 1
    assert calendar.book("11:00", "12:00", "Two") == 2
    assert calendar.book("13:00", "14:00", "Three") == 3


@pytest.mark.criterion("AC-6")
@pytest.mark.criterion("AC-7")
@pytest.mark.criterion("AC-14")
def test_bookings_may_touch_and_are_listed_by_their_start(calendar):
    calendar.book("09:00", "10:00", "Middle")
    calendar.book("10:00", "11:00", "After")
    calendar.book("08:00", "09:00", "Before")
    assert calendar.bookings() == [
        Booking(3, "08:00", "09:00", "Before"),
        Booking(1, "09:00", "10:00", "Middle"),
        Booking(2, "10:00", "11:00", "After"),
    ]


@pytest.mark.criterion("AC-7")
@pytest.mark.criterion("AC-12")
@pytest.mark.parametrize(
    ("start", "end"),
    [
        pytest.param("09:59", "10:30", marks=pytest.mark.criterion("AC-15")),
        pytest.param("08:30", "09:01", marks=pytest.mark.criterion("AC-16")),
        ("09:00", "10:00"),
    ],
)
def test_an_overlap_is_refused_and_changes_nothing(calendar, start, end):
    calendar.book("09:00", "10:00", "Stand-up")
    assert code_of(calendar.book, start, end, "Too close") == "OVERLAP"
    assert calendar.bookings() == [Booking(1, "09:00", "10:00", "Stand-up")]


@pytest.mark.criterion("AC-7")
@pytest.mark.criterion("AC-17")
def test_a_booking_within_another_is_refused(calendar):
    calendar.book("09:00", "12:00", "Workshop")
    assert code_of(calendar.book, "10:00", "11:00", "Inside") == "OVERLAP"


@pytest.mark.criterion("AC-7")
@pytest.mark.criterion("AC-18")
def test_a_booking_around_another_is_refused(calendar):
    calendar.book("10:00", "11:00", "Interview")
    assert code_of(calendar.book, "09:00", "12:00", "Around") == "OVERLAP"


@pytest.mark.criterion("AC-7")
def test_an_overlap_with_any_of_several_is_refused(calendar):
    calendar.book("09:00", "10:00", "One")
    calendar.book("11:00", "12:00", "Two")
    assert code_of(calendar.book, "11:30", "12:30", "Late") == "OVERLAP"
    assert code_of(calendar.book, "09:30", "10:30", "Early") == "OVERLAP"
    assert calendar.book("10:00", "11:00", "Between") == 3


@pytest.mark.criterion("AC-4")
@pytest.mark.criterion("AC-8")
@pytest.mark.criterion("AC-19")
def test_a_number_is_not_given_again_after_its_booking_was_cancelled(calendar):
    assert calendar.book("09:00", "10:00", "One") == 1
    assert calendar.book("10:00", "11:00", "Two") == 2
    assert calendar.cancel(2) == Booking(2, "10:00", "11:00", "Two")
    assert calendar.bookings() == [Booking(1, "09:00", "10:00", "One")]
    assert calendar.book("10:00", "11:00", "Another") == 3


@pytest.mark.criterion("AC-8")
@pytest.mark.criterion("AC-20")
def test_the_time_of_a_cancelled_booking_is_free_again(calendar):
    calendar.book("09:00", "10:00", "Stand-up")
    calendar.cancel(1)
    calendar.book("09:00", "10:00", "Retrospective")
    assert calendar.bookings() == [Booking(2, "09:00", "10:00", "Retrospective")]


@pytest.mark.criterion("AC-12")
@pytest.mark.criterion("AC-21")
def test_an_unknown_booking_cannot_be_cancelled(calendar):
    calendar.book("09:00", "10:00", "Stand-up")
    assert code_of(calendar.cancel, 7) == "UNKNOWN_BOOKING"
    assert calendar.bookings() == [Booking(1, "09:00", "10:00", "Stand-up")]


@pytest.mark.criterion("AC-8")
def test_a_booking_cannot_be_cancelled_twice(calendar):
    calendar.book("09:00", "10:00", "Stand-up")
    calendar.cancel(1)
    assert code_of(calendar.cancel, 1) == "UNKNOWN_BOOKING"


@pytest.mark.criterion("AC-1")
@pytest.mark.criterion("AC-22")
def test_the_whole_day_can_be_booked(calendar):
    assert calendar.book("08:00", "18:00", "Retreat") == 1


@pytest.mark.criterion("AC-1")
@pytest.mark.criterion("AC-5")
@pytest.mark.parametrize(
    ("start", "end", "title"),
    [
        pytest.param("07:59", "09:00", "Early", marks=pytest.mark.criterion("AC-23")),
        pytest.param("17:00", "18:01", "Late", marks=pytest.mark.criterion("AC-24")),
        ("00:00", "23:59", "All day"),
    ],
)
def test_the_opening_hours_bound_every_booking(calendar, start, end, title):
    assert code_of(calendar.book, start, end, title) == "OUTSIDE_HOURS"


@pytest.mark.criterion("AC-5")
@pytest.mark.criterion("AC-25")
@pytest.mark.criterion("AC-26")
@pytest.mark.parametrize(
    ("start", "end", "title"), [("10:00", "10:00", "Nothing"), ("11:00", "10:00", "Backwards")]
)
def test_a_booking_ends_after_it_starts(calendar, start, end, title):
    assert code_of(calendar.book, start, end, title) == "BAD_ORDER"


@pytest.mark.criterion("AC-2")
@pytest.mark.parametrize(
    ("start", "end", "title"),
    [
        pytest.param("9:00", "10:00", "One digit", marks=pytest.mark.criterion("AC-27")),
        pytest.param("09:00", "09:60", "No such minute", marks=pytest.mark.criterion("AC-28")),
        pytest.param("09:00", "24:00", "No such hour", marks=pytest.mark.criterion("AC-29")),
        ("09.00", "10:00", "No colon"),
        ("09:00", "10:00 ", "White space"),
        ("", "10:00", "Nothing"),
    ],
)
def test_times_have_two_digits_each(calendar, start, end, title):
    assert code_of(calendar.book, start, end, title) == "BAD_TIME"


@pytest.mark.criterion("AC-5")
@pytest.mark.criterion("AC-30")
@pytest.mark.parametrize("title", ["   ", "", "\t\n"])
def test_a_title_is_not_blank(calendar, title):
    assert code_of(calendar.book, "09:00", "10:00", title) == "BLANK_TITLE"


@pytest.mark.criterion("AC-11")
@pytest.mark.parametrize(
    ("start", "end", "title", "code"),
    [
        ("10:00", "9:00", " ", "BAD_TIME"),
        ("10:00", "09:00", " ", "BLANK_TITLE"),
        ("19:00", "07:00", "Backwards", "BAD_ORDER"),
        ("07:00", "12:00", "Long", "OUTSIDE_HOURS"),
    ],
)
def test_the_first_fitting_code_of_the_list_is_given(calendar, start, end, title, code):
    calendar.book("09:00", "11:00", "Workshop")
    assert code_of(calendar.book, start, end, title) == code


@pytest.mark.criterion("AC-12")
def test_what_is_refused_uses_up_no_number(calendar):
    assert code_of(calendar.book, "07:00", "09:00", "Early") == "OUTSIDE_HOURS"
    assert calendar.bookings() == []
    assert calendar.book("09:00", "10:00", "Stand-up") == 1


@pytest.mark.criterion("AC-10")
def test_a_refusal_is_a_value_error_with_a_code(calendar):
    with pytest.raises(ValueError) as refused:
        calendar.cancel(1)
    assert isinstance(refused.value, BookingError)
    assert refused.value.code == "UNKNOWN_BOOKING"
    assert str(refused.value) == "UNKNOWN_BOOKING"


@pytest.mark.criterion("AC-9")
@pytest.mark.parametrize(
    ("booked", "minutes", "gaps"),
    [
        pytest.param([], 600, [("08:00", "18:00")], marks=pytest.mark.criterion("AC-31")),
        pytest.param([], 601, [], marks=pytest.mark.criterion("AC-32")),
        pytest.param(
            [("11:15", "12:00"), ("09:00", "10:00")],
            60,
            [("08:00", "09:00"), ("10:00", "11:15"), ("12:00", "18:00")],
            marks=pytest.mark.criterion("AC-33"),
        ),
        pytest.param(
            [("11:15", "12:00"), ("09:00", "10:00")],
            75,
            [("10:00", "11:15"), ("12:00", "18:00")],
            marks=pytest.mark.criterion("AC-34"),
        ),
        pytest.param(
            [("08:00", "10:00"), ("10:00", "17:55")],
            5,
            [("17:55", "18:00")],
            marks=pytest.mark.criterion("AC-35"),
        ),
    ],
)
def test_free_gaps_of_at_least_so_many_minutes(calendar, booked, minutes, gaps):
    for start, end in booked:
        calendar.book(start, end, "Busy")
    assert calendar.free(minutes) == gaps


@pytest.mark.criterion("AC-9")
def test_touching_bookings_leave_no_gap(calendar):
    calendar.book("08:00", "13:00", "Morning")
    calendar.book("13:00", "17:59", "Afternoon")
    assert calendar.free(1) == [("17:59", "18:00")]
    calendar.book("17:59", "18:00", "Last minute")
    assert calendar.free(1) == []


@pytest.mark.criterion("AC-36")
@pytest.mark.parametrize("minutes", [0, -1])
def test_a_gap_has_at_least_one_minute(calendar, minutes):
    assert code_of(calendar.free, minutes) == "BAD_MINUTES"


@pytest.mark.criterion("AC-1")
def test_calendars_do_not_know_of_each_other(calendar):
    other = RoomCalendar()
    calendar.book("09:00", "10:00", "Here")
    assert other.bookings() == []
    assert other.book("09:00", "10:00", "There") == 1
