import pytest
from src.parking_fee import receipt


@pytest.mark.criterion("AC-6")
@pytest.mark.parametrize(
    ("minutes", "line"),
    [
        (0, "00:00 0.00"),
        (9, "00:09 0.00"),
        (90, "01:30 4.00"),
        (600, "10:00 12.00"),
        (1456, "24:16 14.00"),
    ],
)
def test_what_the_receipt_says(minutes, line):
    assert receipt(minutes) == line
