"""`docs/api.md` says what the API does."""

import re
from pathlib import Path
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from docs.api_reference import reference
from tongket.web.api.interface import api
from web.operations import token

PAGE = Path(__file__).parents[2] / "docs" / "api.md"
CURL = re.compile(r'^curl -H "Authorization: Bearer \$TOKEN" (?:-F files=@(\S+) )?"\$DESK(\S+)"$', re.MULTILINE)


def test_the_page_is_current() -> None:
    """The page is what the operations say of themselves (`make docs` writes it)."""
    assert PAGE.read_text(encoding="utf-8") == reference(api.get_openapi_schema())


def test_its_examples_do_what_they_say(desk: Any) -> None:  # noqa: ANN401 - the type lives in a conftest
    """Each of the three tasks is done by its one command."""
    _, secret = token(desk)
    headers = {"Authorization": f"Bearer {secret}"}
    examples = CURL.findall(PAGE.read_text(encoding="utf-8"))
    assert len(examples) == 3
    for file, path in examples:
        sent = {"files": SimpleUploadedFile(file, "BÁO CÁO\nĐã tổ chức 12 hội nghị.".encode())} if file else {}
        answer = Client().post(path, sent, headers=headers) if file else Client().get(path, headers=headers)
        assert answer.status_code == 200, (path, answer.content)
        told = answer.json()
        assert told["files"][0]["outcome"] == "taken" if file else set(told) >= {"total", "items"}
