"""What an action refuses is told in the language that the person has chosen."""

import pytest
from django.test import Client
from django.utils import translation

from tongket.terms.roles import Role
from tongket.web.desk.refusals.spoken import in_english, spoken
from web.conftest import Desk
from web.refusals import GAP, refusals
from web.test_catalogues import _translated


def test_every_message_has_its_english() -> None:
    """Each message that an error of ours may carry stands in the catalogue, with as many gaps."""
    known = _translated()
    found = [(text, where) for text, where in refusals() if not text.isascii()]
    assert len({text for text, _ in found}) > 200
    missing = sorted({f"{text!r} ({where})" for text, where in found if not known.get(text)})
    assert not missing, "\n".join(missing)
    uneven = [text for text, _ in found if known[text].count(GAP) != text.count(GAP)]
    assert not uneven


def test_every_message_is_found_again_once_it_is_filled_in() -> None:
    """Whatever stands in its gaps, a sentence is said in English around the same."""
    lost = []
    for text, where in refusals():
        if text.isascii() or sum(letter.isalpha() for letter in text) < 8:
            continue
        said = in_english(text.replace(GAP, "xã “A” (2)"))
        if said == text.replace(GAP, "xã “A” (2)") or said.count("xã “A” (2)") != text.count(GAP):
            lost.append(f"{where}: {text} -> {said}")
    assert not lost, "\n".join(lost)


@pytest.mark.parametrize(
    ("message", "english"),
    [
        ("Không có tài khoản “mai”.", "There is no account “mai”."),
        (
            "Không đính chính được: hồ sơ không có chỉ tiêu “x”; hãy chọn một trong: a, b.",
            "It cannot be corrected: the profile has no indicator “x”; choose one of: a, b.",
        ),
        (
            "Báo cáo năm 2024 của xã An Hòa: hãy ghi lý do để đơn vị biết phải làm gì.",
            "Báo cáo năm 2024 của xã An Hòa: give a reason, so that the org knows what to do.",
        ),
        ("Ban Tuyên giáo của tỉnh", "Ban Tuyên giáo của tỉnh"),
        ("", ""),
        ("a" * 100_000, "a" * 100_000),
    ],
)
def test_words_in_gaps_are_said_too(message: str, english: str) -> None:
    """Words of ours in a gap are English as well; what people wrote, and what is no message, stays as it is."""
    assert in_english(message) == english
    assert spoken(ValueError(message)) == message
    with translation.override("en"):
        assert spoken(ValueError(message)) == english


def test_the_page_refuses_in_its_language(desk: Desk) -> None:
    """The same click is refused in Vietnamese and, at the English desk, in English."""
    client = desk.person("mai", "xa-mot", Role.REPORTER)
    assert "không có quyền làm việc này" in _refused(client, "vi")
    assert "The account “mai” may not do this to tỉnh Lam Giang." in _refused(client, "en")


def _refused(client: Client, language: str) -> str:
    client.cookies["django_language"] = language
    return client.get("/rollup/tinh/").content.decode()


def test_the_api_follows_the_language_that_is_asked_for(desk: Desk) -> None:
    """Vietnamese where nothing is said; English for who accepts that first."""
    client = desk.person("mai", "xa-mot", Role.REPORTER)
    asked = "/api/orgs/tinh/rollup"
    told = {
        language: client.get(asked, headers={"Accept-Language": language} if language else {}).json()["message"]
        for language in ("", "en-GB,en;q=0.9", "vi,en;q=0.5", "de, fr")
    }
    assert told["en-GB,en;q=0.9"].startswith("The account “mai” may not do this")
    assert {told[each] for each in ("", "vi,en;q=0.5", "de, fr")} == {told[""]}
    assert told[""].startswith("Tài khoản “mai” không có quyền")
    stranger = Client().get(asked, headers={"Accept-Language": "en"}).json()["message"]
    assert stranger.startswith("A token that still holds is needed")
