"""Who holds an event, and whose work it is on."""

import pytest

from tongket.reading import read
from tongket.terms.records import Event


def event(sentence: str, more: str = "") -> Event:
    """Return the one event of a page with a headline that tells nothing."""
    (found,) = read(f"Tin hoạt động\n{sentence}\n{more}").events
    return found


@pytest.mark.parametrize(
    ("sentence", "host"),
    [
        ("Sáng 4/8/2023, Huyện ủy Nậm Thử tổ chức hội nghị sơ kết.", "Huyện ủy Nậm Thử"),
        ("Sáng 4/8/2023, UBND huyện Nậm Thử đã tổ chức hội nghị sơ kết.", "Ủy ban nhân dân huyện Nậm Thử"),
        ("Sáng 4/8/2023, tại Hội trường xã, Hội LHPN xã Mẫu long trọng tổ chức lễ kỷ niệm.",
         "Hội Liên hiệp Phụ nữ xã Mẫu"),
        ("Sáng 4/8/2023, HĐND, UBND, Ủy ban MTTQ xã Mẫu tổ chức hội nghị đối thoại.",
         "Hội đồng nhân dân, Ủy ban nhân dân, Ủy ban Mặt trận Tổ quốc xã Mẫu"),
        ("Sáng 4/8/2023, Huyện ủy, HĐND, UBND huyện Nậm Thử tổ chức lễ kỷ niệm.",
         "Huyện ủy, Hội đồng nhân dân, Ủy ban nhân dân huyện Nậm Thử"),
        ("Sáng 4/8/2023, Sở Văn hóa, Thể thao và Du lịch tổ chức hội thảo.", "Sở Văn hóa, Thể thao và Du lịch"),
        ("Sáng 4/8/2023, Huyện đoàn Nậm Thử phối hợp với Hội Nông dân huyện tổ chức hội thi.", "Huyện đoàn Nậm Thử"),
        ("Sáng 4/8/2023, Sở Y tế chủ trì, phối hợp với Sở Giáo dục và Đào tạo tổ chức lớp tập huấn.", "Sở Y tế"),
        ("Sáng 4/8/2023, tại xã Mẫu diễn ra hội thi nấu ăn do Hội LHPN huyện Nậm Thử tổ chức.",
         "Hội Liên hiệp Phụ nữ huyện Nậm Thử"),
        ("Sáng 4/8/2023, Đoàn công tác của Tỉnh ủy Mẫu Sơn có buổi làm việc với Huyện ủy Nậm Thử.", "Tỉnh ủy Mẫu Sơn"),
        ("Sáng 4/8/2023, Đoàn giám sát của HĐND tỉnh Mẫu Sơn đã làm việc với UBND huyện Nậm Thử.",
         "Hội đồng nhân dân tỉnh Mẫu Sơn"),
        ("Sáng 4/8/2023, Ban Dân vận Tỉnh ủy Mẫu Sơn do đồng chí Lò Văn Mẫu làm trưởng đoàn đã kiểm tra xã Mẫu.",
         "Ban Dân vận Tỉnh ủy Mẫu Sơn"),
        ("Sáng 4/8/2023, đồng chí Lò Văn Mẫu, Bí thư Huyện ủy Nậm Thử, chủ trì hội nghị sơ kết.", None),
        ("Sáng 4/8/2023, hội nghị sơ kết được tổ chức trong không khí vui tươi.", None),
        ("Sáng 4/8/2023, Hội Nông dân xã Mẫu tổ chức đại hội đại biểu lần thứ VI.", "Hội Nông dân xã Mẫu"),
        ("Sáng 4/8/2023, đại hội đại biểu Hội Nông dân xã Mẫu lần thứ VI diễn ra trọng thể.", "Hội Nông dân xã Mẫu"),
        ("Sáng 4/8/2023, Ủy ban Kiểm tra Tỉnh ủy Mẫu Sơn tổ chức hội nghị giao ban công tác kiểm tra.",
         "Ủy ban Kiểm tra Tỉnh ủy Mẫu Sơn"),
        ("Sáng 4/8/2023, Ban Tổ chức Huyện ủy Nậm Thử tiến hành kiểm tra Chi bộ Trường THPT Mẫu.",
         "Ban Tổ chức Huyện ủy Nậm Thử"),
        ("Sáng 4/8/2023, Sở Nội vụ, Huyện ủy Nậm Thử đồng tổ chức hội thảo.", "Sở Nội vụ, Huyện ủy Nậm Thử"),
        ("Sáng 4/8/2023, Trạm Bảo vệ thuộc Chi cục Kiểm lâm Mẫu Sơn tổ chức lễ kỷ niệm.", "Trạm Bảo vệ"),
        ("Sáng 4/8/2023, Công đoàn TCT Lương thực Mẫu tổ chức hội nghị sơ kết.",
         "Công đoàn Tổng công ty Lương thực Mẫu"),
        ("Sáng 4/8/2023, Hội đồng Phổ biến, giáo dục pháp luật huyện Nậm Thử tổ chức lớp tập huấn.",
         "Hội đồng Phổ biến, giáo dục pháp luật huyện Nậm Thử"),
        ("Sáng 4/8/2023, Trường THCS Mẫu tổ chức lễ kỷ niệm 40 năm thành lập.", "Trường THCS Mẫu"),
        ("Sáng 4/8/2023, huyện Nậm Thử tổ chức hội nghị sơ kết.", "huyện Nậm Thử"),
        ("Ngày 4/8/2023, Ban Chỉ đạo bảo vệ nguồn nước, đấu tranh, phản bác xả thải (BCĐ) đã tổ chức hội nghị sơ kết.",
         "Ban Chỉ đạo bảo vệ nguồn nước, đấu tranh, phản bác xả thải"),
        ("Sáng 4/8/2023, UBND xã Mẫu Sơn, huyện Nậm Thử đã long trọng tổ chức lễ kỷ niệm.",
         "Ủy ban nhân dân xã Mẫu Sơn"),
        ("Sáng 4/8/2023, Văn phòng huyện tiếp tục tổ chức hội nghị sơ kết.", "Văn phòng huyện"),
        ("TTM - Hội Nông dân xã Mẫu tổ chức hội nghị sơ kết ngày 4/8/2023.", "Hội Nông dân xã Mẫu"),
        ("Ngày 4/8/2023 Ủy ban nhân dân xã Mẫu tổ chức hội nghị sơ kết.", "Ủy ban nhân dân xã Mẫu"),
        ("Ngày 4/8/2023, UBND xã Mẫu - Ban Chỉ đạo 138 xã đã tổ chức hội nghị sơ kết.",
         "Ủy ban nhân dân xã Mẫu - Ban Chỉ đạo 138 xã"),
        ("Sáng 4/8/2023, Cụm thi đua số 3 gồm: xã Mẫu, xã Thử tổ chức hội nghị sơ kết.", "Cụm thi đua số 3"),
        ("Sáng 4/8/2023, hội nghị sơ kết được Phòng Y tế huyện Mẫu tổ chức.", "Phòng Y tế huyện Mẫu"),
        ("Ngày 4/8/2023, Hội Làm vườn xã Mẫu, vừa tổ chức hội nghị sơ kết.", "Hội Làm vườn xã Mẫu"),
        ("Sáng 4/8/2023, ông Mẫu dẫn đầu Đoàn công tác HĐND tỉnh khảo sát tại xã Mẫu.", "Hội đồng nhân dân tỉnh"),
        ("Sáng 4/8/2023, lãnh đạo huyện Nậm Thử tổ chức gặp mặt trí thức.", "huyện Nậm Thử"),
        ("Sáng 4/8/2023, HĐND huyện Nậm Thử khóa IX, nhiệm kỳ 2021 - 2026 đã khai mạc kỳ họp thứ 8.",
         "Hội đồng nhân dân huyện Nậm Thử"),
        ("Sáng 4/8/2023, Cục Chăn nuôi - Bộ Nông nghiệp cùng Sở Y tế và Hội Làm vườn tổ chức hội thảo.",
         "Cục Chăn nuôi - Bộ Nông nghiệp"),
        ("Tại phiên họp lần thứ 9 của Ban Chỉ đạo Chuyển đổi số tỉnh chiều 4/8/2023, ông Mẫu phê bình các sở.",
         "Ban Chỉ đạo Chuyển đổi số tỉnh"),
        ("Ngày 4/8/2023, ông Mẫu, Trưởng Ban Nội chính Tỉnh ủy dẫn đầu đoàn công tác đã thăm xã Mẫu.",
         "Ban Nội chính Tỉnh ủy"),
        ("(MSO)- Ngày 4/8/2023, tỉnh Mẫu Sơn tổ chức hội nghị sơ kết.", "tỉnh Mẫu Sơn"),
        ("Ngày 4/8/2023, khối Dân vận xã Mẫu tổ chức hội nghị tổng kết.", "khối Dân vận xã Mẫu"),
        ("Ngày 4/8/2023, Thường trực khối Dân vận, UBKT Đảng ủy tổ chức hội nghị tọa đàm.",
         "Thường trực khối Dân vận, Ủy ban Kiểm tra Đảng ủy"),
    ],
)  # fmt: skip
def test_the_host_is_the_body_that_holds_it(sentence: str, host: str | None) -> None:
    """The host is the subject of holding in full words, with its commas; partners, chairs and delegations are none."""
    assert event(sentence).host == host


@pytest.mark.parametrize(
    ("sentence", "org"),
    [
        ("Sáng 4/8/2023, Huyện ủy Nậm Thử tổ chức hội nghị sơ kết.", "Nậm Thử"),
        ("Sáng 4/8/2023, UBND xã Mẫu tổ chức hội nghị sơ kết.", "Mẫu"),
        ("Sáng 4/8/2023, Ban Tuyên giáo Thị ủy Nậm Thử tổ chức hội nghị sơ kết.", "Nậm Thử"),
        ("Sáng 4/8/2023, UBND phường 5 tổ chức hội nghị sơ kết.", "Phường 5"),
        ("Sáng 4/8/2023, Ban Tuyên giáo Quận ủy Quận 4 tổ chức hội nghị sơ kết.", "Quận 4"),
        ("Sáng 4/8/2023, Ban Tuyên giáo Thành ủy TPHCM tổ chức hội nghị sơ kết.", "Hồ Chí Minh"),
        ("Sáng 4/8/2023, Trường Đại học Mẫu Sơn tổ chức hội nghị sơ kết.", "Trường Đại học Mẫu Sơn"),
        ("Sáng 4/8/2023, Tòa án nhân dân tối cao tổ chức hội nghị sơ kết tại Hà Nội.", None),
        ("Sáng 4/8/2023, Phòng Giáo dục và Đào tạo tổ chức hội nghị sơ kết của huyện Mẫu Sơn.", "Mẫu Sơn"),
        ("Sáng 4/8/2023, UBND huyện Nậm Thử tổ chức lễ công bố xã Mẫu Sơn đạt chuẩn nông thôn mới.", "Mẫu Sơn"),
        ("Sáng 4/8/2023, Ban Tuyên giáo Trung ương tổ chức hội nghị sơ kết.", None),
        ("Sáng 4/8/2023, Huyện ủy Nậm Thử tổ chức hội nghị trực tuyến toàn quốc tổng kết.", None),
        ("Sáng 4/8/2023, Hội Khuyến học tổ chức hội nghị sơ kết.", "Hội Khuyến học"),
        ("Sáng 4/8/2023, Đảng ủy Công ty Cổ phần Chè Thử tổ chức hội nghị sơ kết.", "Công ty Cổ phần Chè Thử"),
        ("Ngày 4/8/2023, Tỉnh ủy Mẫu Sơn tổ chức đoàn kiểm tra, làm việc với Huyện ủy Nậm Thử.", "Nậm Thử"),
        ("Ngày 4/8/2023, Đoàn công tác của Sở Y tế kiểm tra công tác tiêm chủng tại xã Mẫu.", "Mẫu"),
        (
            "Ngày 4/8/2023, Huyện ủy Nậm Thử tiến hành kiểm tra đối với Chi bộ Trường THPT Mẫu.",
            "Chi bộ Trường THPT Mẫu",
        ),
        ("Ngày 4/8/2023, Đoàn giám sát của HĐND tỉnh đã làm việc với Sở Y tế về thuốc men.", "Sở Y tế"),
        ("Ngày 4/8/2023, ông Mẫu, Chủ nhiệm Ủy ban Kiểm tra Tỉnh ủy làm trưởng đoàn đã kiểm tra tại xã Mẫu.", "Mẫu"),
        ("Sáng 4/8/2023, đã diễn ra hội nghị sơ kết của Hội Làm vườn Quận 4.", "Quận 4"),
        ("Sáng 4/8/2023, hội nghị sơ kết được tổ chức tại Hà Nội.", None),
        ("Sáng 4/8/2023, Tổng cục Thủy lợi tổ chức hội nghị tổng kết.", "Tổng cục Thủy lợi"),
        (
            "Sáng 4/8/2023, Khối thi đua số 6 của Tập đoàn Mẫu Việt Nam tổ chức hội nghị tổng kết.",
            "Khối thi đua số 6 của Tập đoàn Mẫu Việt Nam",
        ),
        ("Sáng 4/8/2023, Ban Thường vụ Đoàn Trường Đại học Mẫu tổ chức tọa đàm.", "Trường Đại học Mẫu"),
        ("Sáng 4/8/2023, Đảng bộ cơ quan Tạp chí Mẫu tổ chức tọa đàm.", "Tạp chí Mẫu"),
        ("Sáng 4/8/2023, Cục Chăn nuôi - Bộ Nông nghiệp tổ chức hội thảo.", None),
        ("Sáng 4/8/2023, hội nghị sơ kết của Hội Làm vườn Quận 4 được tổ chức trọng thể.", "Quận 4"),
    ],
)
def test_the_org_is_whose_work_it_is(sentence: str, org: str | None) -> None:
    """A place stands without its level word; an inspection is on whom it inspects; central bodies are no one's work."""
    assert event(sentence).org == org


@pytest.mark.parametrize(
    ("sentence", "more", "org"),
    [
        ("Sáng 4/8/2023, Huyện ủy tổ chức hội nghị sơ kết.", "Toàn huyện Nậm Thử có 12 xã.", "Nậm Thử"),
        ("Sáng 4/8/2023, Sở Y tế tổ chức hội nghị sơ kết.", "Toàn tỉnh Lào Cai có 9 bệnh viện.", "Lào Cai"),
        ("Sáng 4/8/2023, Huyện ủy tổ chức hội nghị sơ kết.", "Bí thư Huyện ủy Nguyễn Văn Thử phát biểu.", None),
        ("Sáng 4/8/2023, hội nghị sơ kết được tổ chức.", "Dịch còn ở tỉnh Lào Cai, tỉnh Hà Nam.", None),
        ("Sáng 4/8/2023, đã diễn ra giao ban công tác 14 tỉnh, thành phố khu vực miền Bắc.", "Tỉnh Lào Cai dự.", None),
    ],
    ids=["district", "province", "a person is no district", "provinces told as examples", "a region"],
)
def test_an_org_named_elsewhere(sentence: str, more: str, org: str | None) -> None:
    """A host that names no place serves the one the body names at its level."""
    assert event(sentence, more).org == org


def test_the_delegation_is_whose_it_was_said_to_be_before() -> None:
    """An inspection by "đoàn" alone is held by the body whose delegation an earlier sentence names."""
    (met,) = read(
        "Kiểm tra tại Nậm Thử\nĐoàn kiểm tra của Ban Thường vụ Tỉnh ủy kiểm tra công tác cán bộ.\n"
        "Ngày 4/8/2023, ông Lò Văn Mẫu, Trưởng đoàn kiểm tra, đã làm việc với Huyện ủy Nậm Thử.\n"
    ).events
    assert (met.host, met.org) == ("Ban Thường vụ Tỉnh ủy", "Nậm Thử")


def test_a_headline_may_tell_who_holds() -> None:
    """Where only the headline names the event, the body before its colon holds it."""
    (met,) = read(
        "HĐND tỉnh: Khảo sát tình hình chăn nuôi tại huyện Nậm Thử\n15/03/2023\n"
        "Vừa qua, ông Lò Văn Mẫu - Phó Chủ tịch HĐND tỉnh đã đến huyện Nậm Thử.\n"
    ).events
    assert (met.kind, met.host, met.org) == ("inspection", "Hội đồng nhân dân tỉnh", "Nậm Thử")
