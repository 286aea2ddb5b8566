"""How far a sentence shows a directive to be: by plain words."""

import pytest

from tongket.reading.evidence import Stage, says_replaces, stage_of


@pytest.mark.parametrize(
    ("sentence", "stage"),
    [
        ("Đã tổ chức 12 hội nghị học tập, quán triệt Chỉ thị số 05-CT/TW cho 1.250 đảng viên.", Stage.STUDIED),
        ("Ban hành Kế hoạch số 12-KH/HU thực hiện Chỉ thị số 05-CT/TW của Bộ Chính trị.", Stage.PLANNED),
        ("Xây dựng chương trình hành động thực hiện Nghị quyết số 35-NQ/TW.", Stage.PLANNED),
        ("Ban hành kế hoạch học tập, quán triệt Nghị quyết số 35-NQ/TW.", Stage.PLANNED),
        ("Sơ kết 3 năm thực hiện Kết luận số 01-KL/TW gắn với học tập Chỉ thị 05.", Stage.REPORTED),
        ("Tiếp tục học tập, quán triệt Chỉ thị số 05-CT/TW trong thời gian tới.", None),
        ("Căn cứ Quy định số 37-QĐ/TW về những điều đảng viên không được làm.", None),
    ],
)
def test_stage_of_a_sentence(sentence: str, stage: Stage | None) -> None:
    """The furthest stage that the words tell; what lies ahead shows nothing."""
    assert stage_of(sentence) is stage


def test_plan_needs_its_verb() -> None:
    """That a plan is spoken of does not say that there is one."""
    assert stage_of("Thành lập tổ công tác về Chỉ thị số 05-CT/TW, kế hoạch chưa có.") is None


def test_replacing_is_told_between_two_citations() -> None:
    """The words between say that one takes the place of the other."""
    assert says_replaces("/TW ngày 25/10/2021 thay thế Quy định số ")
    assert not says_replaces(" và ")
