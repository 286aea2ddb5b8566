"""Reads a file in a worker process and waits for it no longer than its bounds allow."""

import subprocess
import sys
import tempfile

from tongket.document.draft import Source
from tongket.document.faults import fault
from tongket.document.refusal import RefusalError
from tongket.document.wire import answered, ask
from tongket.terms.document import Document

_WORKER = "tongket.document.worker"


def read_aside(data: bytes, form: str, source: Source) -> Document:
    """Read a file in a process of its own.

    Args:
        data: Its bytes.
        form: Its format.
        source: Its name, hash and bounds.

    Raises:
        RefusalError: The process took too long, too much memory, or was brought down by the file.
    """
    limits = source.limits
    command = [sys.executable, "-m", _WORKER]
    try:
        # The question goes through a nameless file: a pipe would need a second copy of the bytes in this process.
        with tempfile.TemporaryFile() as question:
            ask(question, data, form, source)
            question.seek(0)
            done = subprocess.run(command, stdin=question, capture_output=True, check=False, timeout=limits.seconds)  # noqa: S603 (fixed arguments)
    except subprocess.TimeoutExpired as error:
        raise RefusalError(fault("FILE-TOO-SLOW", seconds=round(limits.seconds))) from error
    try:
        return answered(done.stdout)
    except (ValueError, KeyError, TypeError) as error:
        raise RefusalError(fault("FILE-TOO-COSTLY")) from error
