"""What is sent, read with care: characters that no database or no text can hold are refused before anybody asks."""

import json
import re
from typing import Any

from django.http import HttpRequest
from django.utils.datastructures import MultiValueDict
from ninja.parser import Parser

from tongket.terms.errors import TongketError

_UNKEPT = re.compile("[\\0\ud800-\udfff]")


class CarefulParser(Parser):
    """Reads JSON, queries and forms."""

    def parse_body(self, request: HttpRequest) -> dict[str, Any]:
        """Return what the body says."""
        return dict(_checked(json.loads(request.body)))

    def parse_querydict(
        self, data: MultiValueDict[str, Any], list_fields: list[str], request: HttpRequest
    ) -> dict[str, Any]:
        """Return what a query or a form says.

        Raises:
            TongketError: It has characters that are none.
        """
        return dict(_checked(super().parse_querydict(data, list_fields, request)))


def is_plain(text: str) -> bool:
    """Tell whether every character of a text is one that can be kept: no NUL, no half of a pair of surrogates."""
    return not _UNKEPT.search(text)


def _checked(told: Any) -> Any:  # noqa: ANN401 - as JSON has it
    ahead = [told]
    while ahead:
        each = ahead.pop()
        if isinstance(each, str) and not is_plain(each):
            message = "Nội dung gửi lên có ký tự không hợp lệ (NUL hoặc nửa cặp UTF-16). Hãy bỏ ký tự đó rồi gửi lại."
            raise TongketError(message)
        if isinstance(each, dict):
            ahead += [*each.keys(), *each.values()]
        elif isinstance(each, list):
            ahead += each
    return told
