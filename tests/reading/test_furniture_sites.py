"""Whole pages in the manner of many sites: which of their lines are the article, and what they say of themselves.

A page is written with `+` before every line of the article and ` ` before every line of furniture; `@+` stands
where the article starts within a line. The pages,
the people and the places in them are invented; only the manner of each kind of site is taken from life.
"""
# ruff: noqa: E501  (a line of a page stands on one line)

from typing import NamedTuple

import pytest

from tongket.document.plain import document_from_text
from tongket.reading.fields.reader import read_fields
from tongket.reading.furniture.body import find_body
from tongket.reading.keyed import fold
from tongket.terms.records import DocumentFields


class Case(NamedTuple):
    """A page with the fields it tells."""

    manner: str
    page: str
    fields: DocumentFields


CASES = [
    Case(
        "newspaper with breadcrumb, date under the headline, tags and teasers",
        """\
 Trang chủ
 Chính trị
 Xây dựng Đảng
+Thị ủy Bình Hương sơ kết công tác tuyên giáo 9 tháng đầu năm
 Thứ tư, 15/11/2023 | 10:22 GMT+7
 Cỡ chữ A- A+
 Chia sẻ
+BHO - Sáng 15/11, Ban Tuyên giáo Thị ủy Bình Hương tổ chức hội nghị sơ kết công tác tuyên giáo 9 tháng đầu năm, triển khai nhiệm vụ quý IV.
 anh-hoi-nghi-1.jpg
+Quang cảnh hội nghị
+Trong 9 tháng, toàn thị xã mở 42 hội nghị học tập, quán triệt nghị quyết cho 5.120 lượt cán bộ, đảng viên; tỷ lệ tham gia đạt 97,2%.
+Thời gian tới, ngành tuyên giáo thị xã tập trung tuyên truyền kỷ niệm các ngày lễ lớn và nắm chắc tình hình tư tưởng trong Nhân dân.
+Bài, ảnh: Khánh Vân
 Tags: tuyên giáo, sơ kết
 Tin liên quan
 Bình Hương ra quân làm thủy lợi mùa khô
 Bình Hương ra quân làm thủy lợi mùa khô
 Sáng 10/11, hơn 300 đoàn viên, thanh niên thị xã Bình Hương ra quân nạo vét 4 km kênh mương nội đồng tại phường Lộc Hà.
""",
        DocumentFields("Thị ủy Bình Hương sơ kết công tác tuyên giáo 9 tháng đầu năm", "2023-11-15", "Khánh Vân", None),
    ),
    Case(
        "portal with today's date above and the day of publishing under the headline",
        """\
 Thứ 3, Ngày 16/07/2024 -
+Huyện Sơn Trạch giám sát việc học tập nghị quyết tại xã Phú Lâm
 Ngày đăng: 08/07/2024  11:38
 Mặc định Cỡ chữ
+Sáng ngày 08/7, đoàn giám sát của Ban Thường vụ Huyện ủy làm việc với Đảng ủy xã Phú Lâm về việc học tập, quán triệt nghị quyết của Đảng.
+Đồng chí Trương Hữu Bằng, Phó Bí thư Huyện ủy phát biểu tại buổi làm việc
+Kết luận buổi làm việc, đồng chí Trương Hữu Bằng đề nghị Đảng ủy xã khắc phục việc học tập còn hình thức ở một số chi bộ thôn.
+Tin, ảnh: Y Thuân
 Số lượt xem:123
 TIN MỚI HƠN
 Xã Phú Lâm ra mắt mô hình dân vận khéo (12/07/2024)
""",
        DocumentFields(
            "Huyện Sơn Trạch giám sát việc học tập nghị quyết tại xã Phú Lâm", "2024-07-08", "Y Thuân", None
        ),
    ),
    Case(
        "content system that names author and source in a box below",
        """\
 Trang nhất
 Tin Tức
 Tin trong huyện
+Hội nghị báo cáo viên tháng 3 năm 2019
 Đăng lúc: Thứ ba - 12/03/2019 21:22 - Người đăng bài viết: Quản trị viên
 Đã xem: 654 - Phản hồi: 0
+Ngày 12/3, Ban Tuyên giáo Huyện ủy Cư Lăk tổ chức hội nghị báo cáo viên định kỳ tháng 3 cho 85 đồng chí báo cáo viên của huyện và cơ sở.
+Tại hội nghị, các đại biểu nghe thông tin về tình hình sản xuất vụ đông xuân và công tác phòng, chống dịch bệnh trên đàn gia súc.
+Tác giả bài viết: Trần Nhị Hà
+Nguồn tin: Ban Tuyên giáo Huyện ủy
 Tổng số điểm của bài viết là: 0 trong 0 đánh giá
 Click để đánh giá bài viết
 Những tin mới hơn
 Cư Lăk khai giảng lớp đối tượng Đảng khóa I năm 2019 (20/03/2019)
 Những tin cũ hơn
 Đảng ủy xã Ea Mưk tổng kết năm 2018 (02/01/2019)
""",
        DocumentFields(
            "Hội nghị báo cáo viên tháng 3 năm 2019", "2019-03-12", "Trần Nhị Hà", "Ban Tuyên giáo Huyện ủy"
        ),
    ),
    Case(
        "teasers right under a bare name, with no word between",
        """\
+Công đoàn huyện Đông Thành tổng kết hoạt động năm 2018
 08:15, 05/01/2019
+Chiều 4/1, Liên đoàn Lao động huyện Đông Thành tổ chức hội nghị tổng kết hoạt động công đoàn năm 2018, triển khai nhiệm vụ năm 2019.
+Năm qua, các cấp công đoàn huyện vận động quỹ mái ấm được 215 triệu đồng, xây mới 6 căn nhà cho đoàn viên có hoàn cảnh khó khăn.
+Dịp này, 12 tập thể và 25 cá nhân được Liên đoàn Lao động huyện tặng giấy khen vì chăm lo tốt cho người lao động./.
+Hoài Phương
 Đông Thành: trao quà Tết cho hộ nghèo
 Đoàn công tác của Ủy ban Mặt trận Tổ quốc huyện đã trao 150 suất quà cho hộ nghèo xã An Bình, mỗi suất trị giá 500.000 đồng.
 Tuyển quân năm 2019 đạt 100% chỉ tiêu
 Huyện Đông Thành hoàn thành việc giao 110 công dân lên đường nhập ngũ, bảo đảm chất lượng và đúng thời gian quy định của trên.
""",
        DocumentFields("Công đoàn huyện Đông Thành tổng kết hoạt động năm 2018", "2019-01-05", "Hoài Phương", None),
    ),
    Case(
        "page without a headline, signed with the office",
        """\
 Skip to main content
+Sáng ngày 08/9/2023, Hội nghị báo cáo viên tỉnh tháng 9/2023 được tổ chức trực tiếp và trực tuyến đến 98 điểm cầu với 4.300 đại biểu.
+Tại điểm cầu Đảng ủy Khối Doanh nghiệp có gần 70 đại biểu tham dự, do đồng chí Lương Văn Điệp - Phó Bí thư Đảng ủy Khối chủ trì.
+Quang cảnh Hội nghị
+Kết thúc hội nghị, lãnh đạo Ban nêu ba việc báo cáo viên cần làm ngay trong tháng tới.
+Mai Thị Quế Hương - Đảng ủy Khối Doanh nghiệp tỉnh
""",
        DocumentFields(None, None, "Mai Thị Quế Hương", None),
    ),
    Case(
        "headline in capitals, office abbreviated behind two names",
        """\
+HỘI NGHỊ THÔNG TIN THỜI SỰ THÁNG 9 NĂM 2023
+Sáng 8/9, Ban Tuyên giáo Huyện ủy Thiệu Lương tổ chức hội nghị thông tin thời sự tháng 9 cho 45 báo cáo viên ở các xã.
+Toàn cảnh hội nghị.
+Tại hội nghị, các đại biểu được thông tin về tình hình quốc tế và kết quả phát triển kinh tế - xã hội của huyện trong 8 tháng đầu năm.
+Đức Nguyên-Hiệp Thanh, TTVHTTTTDL
""",
        DocumentFields("HỘI NGHỊ THÔNG TIN THỜI SỰ THÁNG 9 NĂM 2023", None, "Đức Nguyên-Hiệp Thanh", None),
    ),
    Case(
        "mark of a crawler before the headline",
        """\
 date 2025-08-13 @+Khai giảng lớp Trung cấp lý luận chính trị khóa 52

+Chiều 13/8, Trường Chính trị tỉnh Lam Giang khai giảng lớp Trung cấp lý luận chính trị hệ tập trung khóa 52 cho 145 học viên các sở, ngành.

+Các đại biểu và học viên dự khai giảng.

+Trong 6 tháng, học viên được nghiên cứu 5 phần học về chủ nghĩa Mác - Lênin, tư tưởng Hồ Chí Minh và kỹ năng lãnh đạo, quản lý.

+Minh Hiếu
""",
        DocumentFields("Khai giảng lớp Trung cấp lý luận chính trị khóa 52", "2025-08-13", "Minh Hiếu", None),
    ),
    Case(
        "list of fresh news with leads above the article",
        """\
 Cổng thông tin điện tử huyện Thạch Khê
 TIN MỚI NHẤT
 Thạch Khê thu ngân sách vượt 12% dự toán
 Đến hết tháng 5, thu ngân sách trên địa bàn huyện Thạch Khê đạt 86 tỷ đồng, vượt 12% so với dự toán được tỉnh giao đầu năm.
 Khai mạc giải bóng chuyền các xã
 Trang chủ | Tin tức | Sự kiện
+Mặt trận Tổ quốc huyện giao ban công tác quý II
 20/06/2022
+Sáng 20/6, Ủy ban Mặt trận Tổ quốc Việt Nam huyện Thạch Khê tổ chức hội nghị giao ban công tác mặt trận quý II, triển khai nhiệm vụ quý III năm 2022.
+Trong quý, mặt trận các cấp huyện phối hợp tổ chức 14 cuộc giám sát, kiến nghị xử lý 9 nội dung liên quan đến quản lý đất đai.
+Hội nghị cũng nghe ý kiến của 5 xã về vận động xây dựng nhà đại đoàn kết; đến nay toàn huyện khởi công 11/20 nhà theo kế hoạch.
+Kết luận hội nghị, đồng chí Lê Thục Trinh, Chủ tịch Ủy ban Mặt trận Tổ quốc huyện yêu cầu cơ sở hoàn thành số nhà còn lại trước ngày 30/9.
+PV
 Các tin khác
 Thạch Khê thu ngân sách vượt 12% dự toán
 Chịu trách nhiệm nội dung: Ông Bùi Khắc Tuy - Phó Chánh Văn phòng HĐND và UBND huyện, Trưởng Ban Biên tập Cổng thông tin điện tử huyện.
""",
        DocumentFields(
            "Mặt trận Tổ quốc huyện giao ban công tác quý II",
            "2022-06-20",
            "PV",
            "Cổng thông tin điện tử huyện Thạch Khê",
        ),
    ),
    Case(
        "links to other articles in the middle of the article",
        """\
+Ban Dân vận Tỉnh ủy nắm tình hình tại huyện Trà Vân
 14:05 | 03/04/2021
+Ngày 2/4, đoàn công tác Ban Dân vận Tỉnh ủy làm việc với Huyện ủy Trà Vân về công tác dân vận quý I và chuẩn bị bầu cử trên địa bàn huyện.
 Tin liên quan
 Trà Vân ra mắt 5 mô hình dân vận khéo
 Dân vận khéo ở vùng cao Trà Vân
+Theo báo cáo của Huyện ủy, quý I huyện có 27 mô hình dân vận khéo được công nhận, tăng 4 mô hình so với cùng kỳ năm trước.
+Tuy nhiên, việc nắm tình hình Nhân dân ở hai xã biên giới còn chậm, báo cáo tháng của một số khối dân vận chưa đúng thời gian.
+Trưởng đoàn công tác đề nghị huyện tập trung tuyên truyền về bầu cử ở các thôn, bản xa trung tâm, bảo đảm cử tri nắm rõ quyền của mình.
+Nguồn: Báo Trà Vân
""",
        DocumentFields("Ban Dân vận Tỉnh ủy nắm tình hình tại huyện Trà Vân", "2021-04-03", None, "Báo Trà Vân"),
    ),
    Case(
        "Markdown copy with links and pictures",
        """\
 [Trang chủ](/)
 * [Tin tức](/tin-tuc)
 * [Văn bản](/van-ban)
 # @+Phát động cuộc thi tìm hiểu lịch sử Đảng bộ huyện Nậm Khoai
 ![](/upload/2020/cuoc-thi.jpg)
+Sáng 25/5, Huyện ủy Nậm Khoai tổ chức lễ phát động cuộc thi trực tuyến tìm hiểu 90 năm lịch sử Đảng bộ huyện với hơn 400 đại biểu tham dự.
+Cuộc thi diễn ra từ ngày 1/6 đến ngày 30/8, mỗi tuần trao 1 giải nhất, 2 giải nhì và 5 giải khuyến khích cho người dự thi.
+Theo Cổng thông tin điện tử huyện Nậm Khoai
 https://namkhoai.example.vn/phat-dong-cuoc-thi
 Ngày đăng bài viết gốc: 09:10 | 26/05/2020
""",
        DocumentFields(
            "Phát động cuộc thi tìm hiểu lịch sử Đảng bộ huyện Nậm Khoai",
            "2020-05-26",
            None,
            "Cổng thông tin điện tử huyện Nậm Khoai",
        ),
    ),
    Case(
        "journal with section and headline in one breadcrumb, author under the headline",
        """\
 Trang chủ    Đào tạo - Bồi dưỡng    Đổi mới giảng dạy lý luận chính trị ở Trường Chính trị tỉnh Lam Giang
 Chủ nhật, 26 Tháng 11 2023 15:06
 5242 Lượt xem
+Đổi mới giảng dạy lý luận chính trị ở Trường Chính trị tỉnh Lam Giang
+ThS VƯƠNG THỊ NHÀN
+Những năm qua, Trường Chính trị tỉnh Lam Giang có nhiều cố gắng trong đổi mới phương pháp giảng dạy các môn lý luận chính trị.
+Giai đoạn 2020-2023, nhà trường mở 36 lớp với 2.150 học viên, trong đó có 12 lớp đặt tại trung tâm chính trị các huyện miền núi.
+Bên cạnh đó, cơ sở vật chất của nhà trường chưa đáp ứng yêu cầu học tập theo nhóm, phòng học có máy chiếu mới đạt 60% số phòng.
""",
        DocumentFields(
            "Đổi mới giảng dạy lý luận chính trị ở Trường Chính trị tỉnh Lam Giang",
            "2023-11-26",
            "VƯƠNG THỊ NHÀN",
            None,
        ),
    ),
    Case(
        "report in pictures: one paragraph and captions",
        """\
+Tuổi trẻ Bình Hương ra quân ngày thứ bảy tình nguyện
 Thứ Bảy, 12/03/2022, 16:40 [GMT+7]
+Sáng 12/3, Thị đoàn Bình Hương tổ chức ra quân ngày thứ bảy tình nguyện tại 8 phường, xã với sự tham gia của 620 đoàn viên, thanh niên.
 img_0012.jpg
+Đoàn viên phường Lộc Hà trồng 300 cây xanh ven bờ kè.
 img_0015.jpg
+Làm sạch khuôn viên nghĩa trang liệt sĩ thị xã
 img_0019.jpg
+Lãnh đạo Thị đoàn trao công trình thắp sáng đường quê cho thôn Hạ
+Thực hiện: Gia Bảo
 Ý kiến bạn đọc
 Họ và tên
 Nội dung
 Gửi
""",
        DocumentFields("Tuổi trẻ Bình Hương ra quân ngày thứ bảy tình nguyện", "2022-03-12", "Gia Bảo", None),
    ),
    Case(
        "content system with a box of details under the headline",
        """\
 Chào mừng quý vị đến với trang thông tin điện tử Đảng bộ huyện Đông Thành
+Kiểm tra công tác tuyên giáo tại Đảng bộ xã Tân An
 Chi tiết
 Chuyên mục: Tin tức
 Được đăng ngày: 12 Tháng 3 2019
 Viết bởi Quản trị
 Lượt xem: 333
+Thực hiện chương trình công tác năm, sáng 11/3, Ban Tuyên giáo Huyện ủy Đông Thành kiểm tra công tác tuyên giáo tại Đảng bộ xã Tân An.
+Qua kiểm tra, Đảng ủy xã ban hành đủ 6 văn bản lãnh đạo công tác tuyên giáo, tỷ lệ đảng viên học tập nghị quyết đạt 98,5%.
+Đoàn kiểm tra đề nghị Đảng ủy xã duy trì sinh hoạt chuyên đề hằng quý, củng cố đội ngũ cộng tác viên dư luận xã hội ở các thôn.
+Người viết: Đinh Thị Sim
 Tiếp theo >
 < Lùi
 Copyright © 2019 Huyện ủy Đông Thành. All Rights Reserved.
""",
        DocumentFields("Kiểm tra công tác tuyên giáo tại Đảng bộ xã Tân An", "2019-03-12", "Đinh Thị Sim", None),
    ),
    Case(
        "portal that lists official documents with number, place and day above the article",
        """\
 CỔNG THÔNG TIN ĐIỆN TỬ HUYỆN CƯ LĂK
 Đăng nhập
 Chính quyền
 VĂN BẢN MỚI
 Số: 12/KH-UBND
 Kế hoạch tổ chức hội nghị tổng kết công tác năm 2018 của Ủy ban nhân dân huyện và phương hướng, nhiệm vụ năm 2019
 Cư Lăk, ngày 12 tháng 3 năm 2019
 QUYẾT ĐỊNH
 Tin nổi bật
 Chính trị
 thứ ba, 12 03 2019 09:12
+Cư Lăk: Hội nghị báo cáo viên quý I
+Sáng ngày 11/3/2019, Ban Tuyên giáo Huyện ủy Cư Lăk tổ chức hội nghị báo cáo viên quý I năm 2019 cho đội ngũ báo cáo viên
+của huyện và cơ sở, với 64 đồng chí tham dự.
+Người dự được nghe kể về mùa khô năm 2019 và giá hồ tiêu trong nước trong quý I.
+Tin, ảnh Xuân Lam (Đài Truyền thanh huyện)
 Xem chi tiết tại đây
 TIN ĐÃ ĐƯA
 Cư Lăk: Hội nghị báo cáo viên quý I(12/03/2019)
""",
        DocumentFields(
            "Cư Lăk: Hội nghị báo cáo viên quý I", "2019-03-12", "Xuân Lam", "CỔNG THÔNG TIN ĐIỆN TỬ HUYỆN CƯ LĂK"
        ),
    ),
    Case(
        "signed by an office, other articles with their leads right below",
        """\
 Trang chủ > Tin tức > Hội nghị sơ kết 5 năm thực hiện nghị quyết về văn hóa
+Hội nghị sơ kết 5 năm thực hiện nghị quyết về văn hóa
 Thứ Hai, 20/5/2019 14:22'(GMT+7)
+Sáng 20/5, Huyện ủy Sơn Trạch tổ chức hội nghị sơ kết 5 năm thực hiện nghị quyết về nếp sống ở thôn, buôn.
+Sau 5 năm, toàn huyện có 92% gia đình, 85% thôn, buôn đạt danh hiệu văn hóa; việc cưới, việc tang ở vùng sâu còn tốn kém.
+Ban Tuyên giáo Huyện ủy
 Huyện đoàn tổng kết chiến dịch hè
 Ngày 19/5, Huyện đoàn Sơn Trạch tổng kết chiến dịch tình nguyện hè với 1.200 đoàn viên tham gia trên địa bàn toàn huyện.
 Hội Nông dân huyện tập huấn kỹ thuật
 Ngày 18/5, Hội Nông dân huyện tập huấn kỹ thuật chăm sóc cà phê cho 120 hội viên tại xã Phú Lâm, huyện Sơn Trạch.
""",
        DocumentFields(
            "Hội nghị sơ kết 5 năm thực hiện nghị quyết về văn hóa", "2019-05-20", None, "Ban Tuyên giáo Huyện ủy"
        ),
    ),
]


def _read(page: str) -> tuple[str, str]:
    """Return the page's text and the text of its article, white space folded."""
    plain, article = [], []
    for row in page.splitlines():
        if "@+" in row:
            mark, kept = row.split("@+")
            plain.append(mark[1:] + kept)
            article.append(kept)
        else:
            plain.append(row[1:])
            if row.startswith("+"):
                article.append(row[1:])
    return "\n".join(plain), " ".join(" ".join(article).split())


@pytest.mark.parametrize("case", CASES, ids=[case.manner for case in CASES])
def test_body_is_the_article_and_nothing_else(case: Case) -> None:
    """Of a page in the manner of one kind of site exactly the article's lines are kept."""
    text, article = _read(case.page)
    document = document_from_text(text)
    body = find_body(document, fold(document.text))
    assert " ".join(" ".join(part.of(document.text) for part in body).split()) == article


@pytest.mark.parametrize("case", CASES, ids=[case.manner for case in CASES])
def test_fields_are_what_the_page_tells(case: Case) -> None:
    """Title, day, author and publisher are those that the page tells, None where it tells none."""
    text, _ = _read(case.page)
    document = document_from_text(text)
    key = fold(document.text)
    assert read_fields(document, key, find_body(document, key)) == case.fields
