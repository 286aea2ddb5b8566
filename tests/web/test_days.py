"""Days are written as Vietnamese people write them."""

from tongket.web.desk.templatetags.days import day


def test_a_day_kept_as_text_is_shown_as_people_write_it() -> None:
    """Day before month before year; what is no whole day stays."""
    assert day("2025-07-01") == "01/07/2025"
    assert day("2026-11-22T10:00:00+00:00") == "22/11/2026"
    assert day("2016-05") == "2016-05"
    assert day("") == ""
