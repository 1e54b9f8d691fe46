import pytest
from src.badges import badge


@pytest.mark.criterion("AC-1")
def test_the_limits():
    assert badge(0) is None
    assert badge(101) == "bronze"
    assert badge(501) == "silver"
    assert badge(999) == "silver"
    assert badge(5000) == "gold"


@pytest.mark.criterion("AC-2")
def test_points_below_zero_are_refused():
    with pytest.raises(ValueError, match="NEGATIVE"):
        badge(-5)
    assert badge(0) is None


@pytest.mark.parametrize(
    ("points", "name"),
    [
        pytest.param(99, None, marks=pytest.mark.criterion("AC-3")),
        pytest.param(100, "bronze", marks=pytest.mark.criterion("AC-4")),
        pytest.param(499, "bronze", marks=pytest.mark.criterion("AC-5")),
        pytest.param(500, "silver", marks=pytest.mark.criterion("AC-6")),
        pytest.param(1000, "gold", marks=pytest.mark.criterion("AC-7")),
    ],
)
def test_examples(points, name):
    assert badge(points) == name


@pytest.mark.criterion("AC-8")
def test_the_example_that_is_refused():
    with pytest.raises(ValueError, match="NEGATIVE"):
        badge(-1)
