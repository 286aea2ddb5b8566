"""Writes `docs/api.md`: what stands here, and the operations as their description tells them: `make docs`."""

import os
import sys
from collections.abc import Mapping
from typing import Any

import django

_HEAD = """# The API

Written by `make docs`; `tests/web/test_api_docs.py` fails when it is not current, and runs the examples.

Whatever can be done at the desk can be done by a program, by the same actions and behind the same gate: who may do
what is told in [desk.md](desk.md). The whole description, in OpenAPI, is at `/api/openapi.json`, for those who may use
something of it; a client in any language is made from it. Three things have no operation: taking up an invitation, an
account's own password and second factor, and choosing for which org one acts (each path names its org).
`tests/web/test_api_covers_the_desk.py` has a row for every address of the desk: the operations that do the same.

## A token
A program shows a token. Sign in, open “Mã truy cập cho chương trình” in the menu of your account
(`/own-account/tokens`), say what it is for, choose one of your orgs and for how long it holds (30, 90 or 365 days), and
copy the token: it is shown once and kept nowhere.
With it a program may do what you may do at that org, until its time is over, you or an administrator end it, or your
roles or your account end. A token makes no other token. Every change it makes stands in the audit log under your name.

```sh
export TOKEN=tongket_…
export DESK=http://127.0.0.1:8000
```

## Three tasks
`tinh` is the id of an org; `GET /api/orgs` lists those that you see.

Which reports of 2024 are late?
```sh
curl -H "Authorization: Bearer $TOKEN" "$DESK/api/orgs/tinh/board?year=2024&state=late"
```

Bring a report; it is kept at once, read in the background, and how far that is tells `…/inbox/batches/` with the batch
that is given back.
```sh
curl -H "Authorization: Bearer $TOKEN" -F files=@bao-cao.txt "$DESK/api/orgs/tinh/inbox"
```

The totals of an indicator for 2024, with their bounds, as the orgs stood then; with `&on=2025-07-01` as they stand on
that day.
```sh
curl -H "Authorization: Bearer $TOKEN" "$DESK/api/orgs/tinh/rollup?period=2024&indicator=hoi-nghi"
```

## How it answers
- Lists are given in parts: `offset` (0) and `limit` (100 at most) ask for one, `total` is how many there are in all.
- What a page gives as a file, an operation gives under the same ending: `…/review.pdf`, `…/rollup.xlsx`, `/audit.csv`.
- Numbers with bounds are texts of decimals, `null` where open: “trên 1.500” is `{"low": "1500", "high": null}`.
- Nobody writes over what they have not seen: what is shown has `seen` (of a version `id`, of the map `version`), and
  whoever changes it gives that back. Where somebody was faster the answer is 409; ask again, look, decide.
- What is refused has a `message` that says why and what to do, in Vietnamese; in English for who sends
  `Accept-Language: en`.

| status | what it means |
|---|---|
| 400 | what was asked for cannot be done |
| 401 | no token, or one that holds no longer |
| 403 | your roles at the token's org do not allow it |
| 404 | there is no such thing |
| 409 | somebody else has changed it since |
| 422 | what was sent has not the shape that is asked for; `faults` says where |

## Operations
All paths begin with `/api`.
"""


def reference(description: Mapping[str, Any]) -> str:
    """Return the page.

    Args:
        description: In OpenAPI.
    """
    by_tag: dict[str, list[str]] = {}
    for path, methods in description["paths"].items():
        for method, told in methods.items():
            row = f"| `{method.upper()} {path.removeprefix('/api')}` | {told['description']} |"
            by_tag.setdefault(told["tags"][0], []).append(row)
    parts = [_HEAD]
    for tag, rows in by_tag.items():
        parts += [f"### {tag.capitalize()}", "| operation | what it does |\n|---|---|", "\n".join(rows), ""]
    return "\n".join(parts)


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tongket.site.desk")
    django.setup()
    from tongket.web.api.interface import api

    sys.stdout.write(reference(api.get_openapi_schema()))
