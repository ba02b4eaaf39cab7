"""Mails: how long one waits that could not be sent."""

from datetime import timedelta

from assessment.access.mails import LONGEST_WAIT, MOST_TRIES, wait_after


def test_a_mail_waits_longer_each_time_but_never_a_day() -> None:
    waits = [wait_after(tries) for tries in range(MOST_TRIES)]

    assert waits[:3] == [timedelta(minutes=1), timedelta(minutes=2), timedelta(minutes=4)]
    assert waits == sorted(waits)
    assert waits[-1] == LONGEST_WAIT < timedelta(days=1)
