"""A review of an invented province, with everything a review can hold."""

from datetime import date
from decimal import Decimal

import pytest

from tongket.review.content import (
    Annexes,
    AwardRow,
    Bar,
    Cell,
    Chart,
    Column,
    ComparedLine,
    Comparison,
    Coverage,
    DirectiveRow,
    DoubtRow,
    EventRow,
    FigureRow,
    FigureTable,
    FollowedTask,
    Heading,
    LooseFigure,
    Paragraph,
    Part,
    ReviewContent,
    Signature,
    Source,
    StatementLine,
    TextRun,
    Theme,
    Total,
    UnreadDocument,
    marked,
)
from tongket.review.sentences import Told, coverage_sentence, paragraph
from tongket.review.wording import bounded, figure
from tongket.terms.profile import Style
from tongket.terms.quantity import Quantity
from tongket.terms.records import FigureKind
from tongket.terms.span import Span

ORGS = (
    "huyện Vân Khê",
    "huyện Đá Bạc",
    "huyện Sơn Tịnh",
    "huyện Phú Lũng",
    "huyện Nậm Sài",
    "huyện Cẩm Đường",
    "huyện Tân Trào Thượng",
    "thị xã Yên Bình",
    "thành phố Vân Sơn",
    "Đảng bộ Khối các cơ quan và doanh nghiệp tỉnh",
    "Đảng bộ Quân sự tỉnh",
    "Đảng bộ Công an tỉnh",
)
INDICATORS = (
    ("Hội nghị học tập, quán triệt", "hội nghị", "tổ chức {} học tập, quán triệt nghị quyết", 12),
    ("Lượt cán bộ, đảng viên tham gia học tập", "lượt", "có {} cán bộ, đảng viên tham gia", 11200),
    ("Hội nghị báo cáo viên", "hội nghị", "duy trì {} báo cáo viên", 4),
    ("Đại biểu dự hội nghị báo cáo viên", "đại biểu", "thu hút {} dự hội nghị báo cáo viên", 340),
    ("Lớp bồi dưỡng lý luận chính trị", "lớp", "mở {} bồi dưỡng lý luận chính trị", 15),
    ("Học viên bồi dưỡng lý luận chính trị", "học viên", "có {} theo học", 1180),
    ("Mô hình học tập và làm theo Bác", "mô hình", "đăng ký {} học tập và làm theo Bác", 21),
    ("Buổi tuyên truyền miệng", "buổi", "tổ chức {} tuyên truyền miệng tại cơ sở", 96),
    ("Bài viết tuyên truyền trên cổng thông tin", "bài", "đăng {} viết tuyên truyền", 210),
)
YEAR = "năm 2024"
COVERAGE = Coverage(ORGS[:-1], (ORGS[-1],))


def _quantity(place: int, org: int, step: int) -> Quantity:
    value = Decimal(step + org * max(step // 7, 1))
    if (place + org) % 6 == 0 and place != 2:
        return Quantity(value, None)
    if (place + org) % 11 == 0 and place in {2, 5}:
        return Quantity(None, value)
    return Quantity(value, value, approx=(place * org) % 13 == 7)


def _sources() -> tuple[dict[tuple[int, int], Quantity], list[Source]]:
    quantities: dict[tuple[int, int], Quantity] = {}
    sources: list[Source] = []
    for o, org in enumerate(ORGS[:-1]):
        for i, (_, measure, phrase, step) in enumerate(INDICATORS):
            if (i + o) % 9 == 8:
                continue
            quantity = quantities[i, o] = _quantity(i, o, step)
            shown = figure(quantity, measure)
            sentence = (
                f"Trong năm, cấp ủy và ngành tuyên giáo {org} đã {phrase.replace('{}', shown)}, đạt kế hoạch đề ra."
            )
            start = sentence.index(shown)
            sources.append(
                Source(
                    f"f-{o}-{i}",
                    f"bao-cao-{o + 1:02d}-2024.docx",
                    org,
                    YEAR,
                    sentence,
                    Span(start, start + len(shown)),
                    page=1 + i // 4,
                    line=8 + i,
                )
            )
        said = "Việc nắm bắt tư tưởng ở một số chi bộ còn chậm; có 3 chi bộ chưa sinh hoạt chuyên đề."
        sources.append(Source(f"s-{o}", f"bao-cao-{o + 1:02d}-2024.docx", org, YEAR, said, line=31))
    sources.append(
        Source("s-old", "bao-cao-02-2023.pdf", ORGS[1], "năm 2023", "Một số chi bộ chưa sinh hoạt chuyên đề.", page=2)
    )
    sources.append(Source("own", "tin-hoi-nghi.html", "tỉnh Vân Sơn", YEAR, "Toàn tỉnh mở 160 hội nghị & 3 <lớp>."))
    return quantities, sources


def _total(place: int, quantities: dict[tuple[int, int], Quantity]) -> tuple[Total, Quantity, list[str]]:
    name, measure, _, _ = INDICATORS[place]
    given = {org: quantities[place, o] for o, org in enumerate(ORGS) if (place, o) in quantities}
    whole = sum(given.values(), Quantity(Decimal(0), Decimal(0)))
    total = Total(
        f"t-{place}",
        name,
        figure(whole, measure, summed=True),
        tuple(Part(org, bounded(each), (f"f-{ORGS.index(org)}-{place}",)) for org, each in given.items()),
        len(given),
        len(ORGS),
        tuple(org for org in ORGS if org not in given),
        own=Part("tỉnh Vân Sơn", "160 hội nghị", ("own",)) if place == 0 else None,
        note="Hai số liệu chênh nhau; xem phụ lục số liệu mâu thuẫn." if place == 0 else "",
    )
    return total, whole, list(given)


def _table(quantities: dict[tuple[int, int], Quantity], totals: list[tuple[Total, Quantity, list[str]]]) -> FigureTable:
    return FigureTable(
        "Số liệu năm 2024",
        tuple(
            Column(name, measure, Cell(figure(whole, measure, summed=True), total.id), len(given), len(ORGS))
            for (name, measure, _, _), (total, whole, given) in zip(INDICATORS, totals, strict=True)
        ),
        tuple(
            FigureRow(
                org,
                tuple(
                    Cell(bounded(quantities[i, o]), f"f-{o}-{i}") if (i, o) in quantities else Cell()
                    for i in range(len(INDICATORS))
                ),
            )
            for o, org in enumerate(ORGS)
        ),
    )


def _annexes(table: FigureTable) -> Annexes:
    return Annexes(
        figures=(table,),
        followed=(
            FollowedTask("Khắc phục việc chi bộ chưa sinh hoạt chuyên đề.", ORGS[1], "năm 2023", "s-old", ("s-1",)),
            FollowedTask("Mở rộng đội ngũ cộng tác viên dư luận.", ORGS[1], "năm 2023", "s-old"),
        ),
        directives=(
            DirectiveRow(
                "05-CT/TW",
                "Chỉ thị về đẩy mạnh học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh",
                "Bộ Chính trị",
                "15/5/2016",
                ORGS[:4],
                ("s-0", "s-1", "s-2", "s-3"),
            ),
            DirectiveRow("60-QĐ/TU", "", "Tỉnh ủy", "", ORGS[:1], ("s-0",)),
        ),
        events=tuple(
            EventRow(f"{20 + o}/12/2024", "hội nghị sơ kết, tổng kết", "Ban Tuyên giáo", "Hội trường", org, f"s-{o}")
            for o, org in enumerate(ORGS[:3])
        ),
        awards=(AwardRow("Kỷ niệm chương “Vì sự nghiệp tuyên giáo”", "Ban Tuyên giáo Trung ương", ORGS[0], "s-0"),),
        doubts=(
            DoubtRow(
                "OWN-AND-SUM-DIFFER",
                "Số hội nghị học tập, quán triệt do tỉnh tự báo cáo (160) khác tổng của các đơn vị; cần đối chiếu.",
                "tỉnh Vân Sơn",
                ("own", "t-0"),
            ),
        ),
        loose_figures=(LooseFigure("340 đại biểu", ORGS[0], "f-0-3"),),
        unread=(UnreadDocument("hong.docx", "Tệp bị cắt cụt, không mở được.", "Đề nghị đơn vị gửi lại tệp gốc."),),
    )


def _chart(place: int, quantities: dict[tuple[int, int], Quantity]) -> Chart:
    name, measure, _, _ = INDICATORS[place]
    return Chart(
        f"{name} theo đơn vị ({measure})",
        tuple(
            Bar(org, bounded(each), each.low, each.high, f"f-{o}-{place}")
            for o, org in enumerate(ORGS)
            if (each := quantities.get((place, o))) is not None
        ),
    )


def _comparison(totals: list[tuple[Total, Quantity, list[str]]]) -> Comparison:
    lines = tuple(
        ComparedLine(
            name,
            measure,
            Cell(figure(whole, measure, summed=True), total.id),
            Cell(figure(whole, measure, summed=True), total.id),
            Cell(figure(whole, measure, summed=True), total.id),
            "không đổi",
            "giảm 2",
        )
        for (name, measure, _, _), (total, whole, _) in zip(INDICATORS, totals, strict=True)
    )
    bars = tuple(
        Bar(name, bounded(whole, summed=True), whole.low, whole.high, total.id, series)
        for (name, _, _, _), (total, whole, _) in zip(INDICATORS[:4], totals, strict=False)
        for series in ("năm 2023", YEAR)
    )
    chart = Chart("Năm 2024 so với năm 2023", bars, apart=True)
    return Comparison("năm 2023", lines, map_changed=True, note="Xã Nậm Khao chia theo dân số.", chart=chart)


def _themes(
    quantities: dict[tuple[int, int], Quantity], totals: list[tuple[Total, Quantity, list[str]]]
) -> tuple[Theme, ...]:
    told = [
        Told(name, measure, whole, total.id, len(given), len(ORGS))
        for (name, measure, _, _), (total, whole, given) in zip(INDICATORS, totals, strict=True)
    ]
    share = Told(
        "Tỷ lệ đảng viên tham gia học tập",
        "",
        Quantity(Decimal("97.5"), Decimal("97.5")),
        "t-1",
        11,
        12,
        FigureKind.PERCENT,
    )
    quoted = "Ban Tuyên giáo Huyện ủy tham mưu ban hành 13 văn bản lãnh đạo, chỉ đạo, bảo đảm kịp thời."
    cited = StatementLine(marked(quoted, [(Span(42, 52), "s-0")]), ORGS[0], "s-0")
    return (
        Theme(
            "Công tác học tập, quán triệt và triển khai nghị quyết",
            (paragraph("Toàn tỉnh", [*told[:2], share]), cited),
            (_chart(0, quantities),),
        ),
        Theme(
            "Công tác tuyên truyền miệng và hoạt động báo cáo viên",
            (paragraph("Toàn tỉnh", told[2:4]), paragraph("Toàn tỉnh", told[7:])),
        ),
        Theme("Công tác lý luận chính trị, lịch sử Đảng", (paragraph("Toàn tỉnh", told[4:6]),)),
        Theme("Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh", (paragraph("Toàn tỉnh", told[6:7]),)),
    )


def _lines() -> tuple[StatementLine, ...]:
    said = "Việc nắm bắt tư tưởng ở một số chi bộ còn chậm; có 3 chi bộ chưa sinh hoạt chuyên đề."
    return tuple(
        StatementLine(
            marked(said, [(Span(51, 59), f"s-{o}")]),
            org,
            f"s-{o}",
            came_back_from="năm 2023" if o == 1 else None,
            earlier="s-old" if o == 1 else None,
        )
        for o, org in enumerate(ORGS[:5])
    )


def review(style: Style) -> ReviewContent:
    """Build the review in one of the two norms."""
    quantities, sources = _sources()
    totals = [_total(place, quantities) for place in range(len(INDICATORS))]
    party = style is Style.PARTY
    return ReviewContent(
        heading=Heading(
            style,
            "Tỉnh ủy Vân Sơn" if party else "Ủy ban nhân dân tỉnh Vân Sơn",
            "Ban Tuyên giáo" if party else "Sở Thông tin và Truyền thông",
            "BTGTU" if party else "STTTT",
            "Vân Sơn",
            "kết quả công tác tuyên giáo năm 2024, phương hướng, nhiệm vụ năm 2025",
            number="125" if party else "",
            issued=date(2025, 1, 8) if party else None,
            recipients=("Ban Tuyên giáo Trung ương", "Thường trực Tỉnh ủy", "Các huyện, thị, thành ủy", "Lưu VT"),
            signature=Signature("", "Trưởng ban", "Nguyễn Văn Minh Anh")
            if party
            else Signature("KT. Giám đốc", "Phó Giám đốc"),
        ),
        org="tỉnh Vân Sơn",
        period=YEAR,
        coverage=COVERAGE,
        opening=(
            Paragraph((TextRun("Thực hiện chương trình công tác năm 2024, Ban Tuyên giáo Tỉnh ủy báo cáo như sau:"),)),
            Paragraph((TextRun(coverage_sentence(COVERAGE, YEAR)),)),
        ),
        themes=_themes(quantities, totals),
        limitations=_lines(),
        tasks=_lines()[:3],
        annexes=_annexes(_table(quantities, totals)),
        totals=tuple(total for total, _, _ in totals),
        sources=tuple(sources),
        basis="Tổng hợp từ 13 tài liệu ghi nhận đến ngày 08/01/2025.",
        comparison=_comparison(totals),
    )


@pytest.fixture(scope="session", params=list(Style))
def example(request: pytest.FixtureRequest) -> ReviewContent:
    """A review in each of the two norms."""
    style: Style = request.param
    return review(style)
