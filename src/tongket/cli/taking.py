"""What one process does with one file: read it, and bring the reading into every form that was asked for."""

from pathlib import Path

from tongket.cli.forms import Form, Job, Taken, Wanted
from tongket.cli.inputs import STANDARD_INPUT
from tongket.cli.marks import Lines
from tongket.cli.page import article
from tongket.cli.screen import screen_of
from tongket.document.files import read_bytes, read_file
from tongket.reading import read
from tongket.reading.form import reading_to_json
from tongket.terms.document import Document
from tongket.terms.finding import Finding, Severity
from tongket.terms.records import Reading


def take(job: Job, wanted: Wanted) -> Taken:
    """Read one file into the forms wanted; errors and warnings come back as lines, notes stand in the reading."""
    document = read_file(Path(job.path)) if job.given is None else read_bytes(job.given, "stdin")
    reading = read(document)
    lines = Lines(reading.text)
    return Taken(
        forms={form: _in_form(form, reading, job, wanted) for form in sorted(wanted.forms)},
        findings=tuple(
            finding_line(job.path, lines, finding)
            for finding in reading.findings
            if finding.severity is not Severity.NOTE
        ),
        failed=any(finding.severity is Severity.ERROR for finding in reading.findings),
        pages=_pages(document),
    )


def finding_line(path: str, lines: Lines, finding: Finding) -> str:
    """Show a finding as `file:line: CODE message`; one that means the whole document stands on line 1."""
    line = 1 if finding.span is None else lines.of(finding.span.start)
    shown = "stdin" if path == STANDARD_INPUT else path
    return f"{shown}:{line}: {finding.code} {finding.message}"


def _in_form(form: Form, reading: Reading, job: Job, wanted: Wanted) -> str:
    if form is Form.JSON:
        return reading_to_json(reading, with_text=wanted.with_text)
    if form is Form.PAGE:
        return article(reading, job.number)
    return screen_of(reading, wanted.columns)


def _pages(document: Document) -> int:
    return max((line.origin.page or 1 for line in document.lines), default=1)
