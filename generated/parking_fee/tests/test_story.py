import pytest
from src.parking_fee import parking_fee, receipt


@pytest.mark.criterion("AC-1")
def test_the_fee_is_a_whole_number_of_cents():
    assert parking_fee(130) == 600
    assert type(parking_fee(130)) is int


@pytest.mark.criterion("AC-2")
def test_the_first_minutes_are_free():
    assert parking_fee(0) == 0
    assert parking_fee(14) == 0


@pytest.mark.criterion("AC-3")
def test_each_hour_that_was_begun_counts():
    assert parking_fee(60) == 200
    assert parking_fee(120) == 400
    assert parking_fee(121) == 600


@pytest.mark.criterion("AC-4")
def test_a_day_costs_no_more_than_it_may():
    assert parking_fee(360) == 1200
    assert parking_fee(361) == 1200
    assert parking_fee(1455) == 1200
    assert parking_fee(2881) == 2400


@pytest.mark.criterion("AC-5")
def test_fewer_than_no_minutes_are_refused():
    with pytest.raises(ValueError, match="BAD_MINUTES"):
        parking_fee(-60)


@pytest.mark.criterion("AC-6")
def test_the_receipt_is_a_line():
    assert isinstance(receipt(90), str)


@pytest.mark.parametrize(
    ("minutes", "cents"),
    [
        pytest.param(15, 0, marks=pytest.mark.criterion("AC-7")),
        pytest.param(16, 200, marks=pytest.mark.criterion("AC-8")),
        pytest.param(61, 400, marks=pytest.mark.criterion("AC-9")),
        pytest.param(1440, 1200, marks=pytest.mark.criterion("AC-10")),
        pytest.param(1456, 1400, marks=pytest.mark.criterion("AC-11")),
    ],
)
def test_examples(minutes, cents):
    assert parking_fee(minutes) == cents


@pytest.mark.criterion("AC-12")
def test_the_example_that_is_refused():
    with pytest.raises(ValueError, match="BAD_MINUTES"):
        parking_fee(-1)
