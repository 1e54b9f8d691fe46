import pytest
from src.order_status import allowed_events, next_status

EVENTS = ["place", "pay", "ship", "deliver", "cancel"]


@pytest.mark.criterion("AC-1", "AC-2")
def test_an_order_goes_from_draft_to_delivered():
    assert next_status("draft", "place") == "placed"
    assert next_status("placed", "pay") == "paid"
    assert next_status("paid", "ship") == "shipped"
    assert next_status("shipped", "deliver") == "delivered"


@pytest.mark.criterion("AC-3")
@pytest.mark.parametrize(
    ("status", "event"),
    [("draft", "ship"), ("draft", "deliver"), ("placed", "ship"), ("paid", "deliver"), ("paid", "pay")],
)
def test_no_event_can_be_left_out(status, event):
    with pytest.raises(ValueError, match="NOT_ALLOWED"):
        next_status(status, event)


@pytest.mark.criterion("AC-4")
def test_what_is_not_shipped_can_be_cancelled():
    assert next_status("draft", "cancel") == "cancelled"
    assert next_status("placed", "cancel") == "cancelled"
    with pytest.raises(ValueError, match="NOT_ALLOWED"):
        next_status("shipped", "cancel")


@pytest.mark.criterion("AC-5", "AC-6")
@pytest.mark.parametrize("event", EVENTS)
@pytest.mark.parametrize("status", ["delivered", "cancelled"])
def test_nothing_follows_an_end(status, event):
    with pytest.raises(ValueError, match="NOT_ALLOWED"):
        next_status(status, event)


@pytest.mark.criterion("AC-7")
def test_what_does_not_exist_is_refused_the_status_first():
    with pytest.raises(ValueError, match="UNKNOWN_STATUS"):
        next_status("", "place")
    with pytest.raises(ValueError, match="UNKNOWN_STATUS"):
        next_status("Draft", "eat")
    with pytest.raises(ValueError, match="UNKNOWN_EVENT"):
        next_status("delivered", "return")


@pytest.mark.criterion("AC-7")
@pytest.mark.parametrize("status", ["Draft", "open", "returned", "PAID", ""])
def test_nothing_is_allowed_for_what_does_not_exist(status):
    with pytest.raises(ValueError, match="UNKNOWN_STATUS"):
        allowed_events(status)


@pytest.mark.criterion("AC-8")
def test_cancel_is_allowed_last():
    assert allowed_events("placed") == ["pay", "cancel"]
    assert allowed_events("paid") == ["ship", "cancel"]
    assert allowed_events("delivered") == []


@pytest.mark.parametrize(
    ("status", "event", "after"),
    [
        pytest.param("draft", "place", "placed", marks=pytest.mark.criterion("AC-9")),
        pytest.param("placed", "pay", "paid", marks=pytest.mark.criterion("AC-10")),
        pytest.param("paid", "ship", "shipped", marks=pytest.mark.criterion("AC-11")),
        pytest.param("shipped", "deliver", "delivered", marks=pytest.mark.criterion("AC-12")),
        pytest.param("paid", "cancel", "cancelled", marks=pytest.mark.criterion("AC-13")),
    ],
)
def test_examples_of_events(status, event, after):
    assert next_status(status, event) == after


@pytest.mark.parametrize(
    ("status", "events"),
    [
        pytest.param("draft", ["place", "cancel"], marks=pytest.mark.criterion("AC-14")),
        pytest.param("shipped", ["deliver"], marks=pytest.mark.criterion("AC-15")),
        pytest.param("cancelled", [], marks=pytest.mark.criterion("AC-16")),
    ],
)
def test_examples_of_what_is_allowed(status, events):
    assert allowed_events(status) == events


@pytest.mark.parametrize(
    ("status", "event", "text"),
    [
        pytest.param("shipped", "cancel", "NOT_ALLOWED", marks=pytest.mark.criterion("AC-17")),
        pytest.param("draft", "pay", "NOT_ALLOWED", marks=pytest.mark.criterion("AC-18")),
        pytest.param("lost", "pay", "UNKNOWN_STATUS", marks=pytest.mark.criterion("AC-19")),
        pytest.param("draft", "eat", "UNKNOWN_EVENT", marks=pytest.mark.criterion("AC-20")),
    ],
)
def test_examples_that_are_refused(status, event, text):
    with pytest.raises(ValueError, match=text):
        next_status(status, event)
