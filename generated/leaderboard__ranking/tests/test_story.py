import pytest
from src.ranking import Ranking


def ranking_of(*points):
    ranking = Ranking()
    for player, more in points:
        ranking.add(player, more)
    return ranking


@pytest.mark.criterion("AC-1")
def test_points_of_a_player_add_up():
    ranking = ranking_of(("dan", 10), ("eve", 12), ("dan", 4))
    assert ranking.place("dan") == 1
    assert ranking.place("eve") == 2
    ranking.add("eve", 2)
    assert ranking.place("dan") == 1
    assert ranking.place("eve") == 1


@pytest.mark.criterion("AC-2")
def test_equal_points_share_a_place():
    ranking = ranking_of(("dan", 8), ("eve", 8), ("fay", 8), ("gil", 2), ("hal", 20))
    assert ranking.place("hal") == 1
    assert ranking.place("dan") == 2
    assert ranking.place("fay") == 2
    assert ranking.place("gil") == 5


@pytest.mark.criterion("AC-3")
def test_who_was_never_added_has_no_place():
    with pytest.raises(KeyError):
        ranking_of(("dan", 8)).place("eve")
    with pytest.raises(KeyError):
        Ranking().place("dan")


@pytest.mark.criterion("AC-4")
def test_example_1():
    ranking = Ranking()
    ranking.add("ann", 5)
    ranking.add("bob", 7)
    assert ranking.place("ann") == 2


@pytest.mark.criterion("AC-5")
def test_example_2():
    ranking = Ranking()
    ranking.add("ann", 5)
    ranking.add("bob", 5)
    ranking.add("cat", 1)
    assert ranking.place("cat") == 3


@pytest.mark.criterion("AC-6")
def test_example_3():
    ranking = Ranking()
    ranking.add("ann", 5)
    ranking.add("bob", 7)
    ranking.add("ann", 3)
    assert ranking.place("ann") == 1
