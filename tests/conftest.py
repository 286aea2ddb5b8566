"""What every test run shares: how hard property tests try, and a switch that lets nothing be skipped.

`TONGKET_TRIES=100000` makes each property test try so many inputs (`make fuzz`); without it a few, always
the same, so that a run depends on neither clock nor luck. `TONGKET_NO_SKIPS=1` turns a skipped test into a
failed one: where the system packages are installed (`.ci/run`), a skip hides a fault.

A shell that starts a command in the background lets it ignore Ctrl-C, and what that command starts ignores it
too. Tests here press Ctrl-C in the processes they start, so a run gives itself Python's own answer back.
"""

import os
import signal
from collections.abc import Generator
from unittest import mock

import django
import pytest
from hypothesis import HealthCheck, settings

TRIES = int(os.environ.get("TONGKET_TRIES", "0"))
NO_SKIPS = os.environ.get("TONGKET_NO_SKIPS") == "1"

settings.register_profile("few", max_examples=50, deadline=None, derandomize=True, database=None)
settings.register_profile(
    "many",
    max_examples=max(TRIES, 1),
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
settings.load_profile("many" if TRIES else "few")

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

# Django takes settings once a process: all tests share those of the desk, of which the ledger's are a part.
with mock.patch.dict(
    os.environ,
    {
        "DJANGO_SETTINGS_MODULE": "tongket.site.desk",
        "TONGKET_SECRET_KEY": "tests",
        "TONGKET_HOSTS": "testserver,127.0.0.1,localhost",
    },
):
    django.setup()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Report a skipped test as failed where nothing may be skipped."""
    report = yield
    if NO_SKIPS and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"skipped where nothing may be skipped: {report.longrepr}"
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """Report a skipped module as failed where nothing may be skipped."""
    report = yield
    if NO_SKIPS and report.outcome == "skipped":
        report.outcome = "failed"
        report.longrepr = f"skipped where nothing may be skipped: {report.longrepr}"
    return report
