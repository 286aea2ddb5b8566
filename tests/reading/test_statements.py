"""Statements: whole sentences that tell a result, a limitation or a task, and the many that tell none."""

import pytest

from tongket.reading import read
from tongket.terms.document import Document, Line, LineKind
from tongket.terms.span import Span


def statements(text: str) -> list[tuple[str, str]]:
    """Return kind and words of each statement of a text."""
    reading = read(text)
    return [(str(statement.kind), statement.span.of(reading.text)) for statement in reading.statements]


def kinds(*sentences: str) -> list[str | None]:
    """Return what each of the sentences of one paragraph tells."""
    told = {words: kind for kind, words in statements(" ".join(sentences))}
    return [told.get(sentence) for sentence in sentences]


@pytest.mark.parametrize(
    "sentence",
    [
        "Toàn xã đã trồng được 40 ha ngô vụ đông.",
        "Tỷ lệ hộ nghèo giảm 3,5% so với năm trước.",
        "Công tác tuyên truyền được đổi mới cả về nội dung và hình thức.",
        "Lũy kế đến nay, huyện có 9 xã về đích nông thôn mới.",
        "Trong năm qua, các cấp hội phát triển 120 hội viên mới.",
        "Thu ngân sách đạt 95% kế hoạch tỉnh giao.",
        "Những khó khăn về nước sạch đã được tháo gỡ kịp thời.",
        "Các đơn vị đã đề nghị khen thưởng 12 tập thể.",
        "Huyện đã xử lý dứt điểm 5 vụ việc tồn tại nhiều năm.",
        "Đến nay, 100% thôn bản có nhà văn hóa.",
        "Nổi bật là mô hình “Tiếng kẻng khuyến học” tại xã Mẫu.",
    ],
)
def test_work_done_is_a_result(sentence: str) -> None:
    """Work done, improved or counted is a result; a shortcoming met and mended is one too."""
    assert kinds(sentence) == ["result"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Công tác phối hợp giữa các ngành chưa chặt chẽ.",
        "Tiến độ giải ngân một số dự án còn chậm.",
        "Tuy nhiên, công tác tuyên truyền ở một số xã còn hình thức.",
        "Bên cạnh những kết quả đạt được, phong trào vẫn còn một số hạn chế.",
        "Nguyên nhân chủ yếu của hạn chế trên là do thiếu cán bộ.",
        "Một số cấp ủy còn lúng túng trong lãnh đạo.",
        "Việc sinh hoạt chi bộ ở vài nơi không đều.",
        "Đời sống bà con vùng cao còn gặp nhiều khó khăn.",
        "Hoạt động của một số chi hội còn nghèo nàn.",
        "Hội nghị cũng chỉ rõ công tác phát triển đảng viên ở một số xã còn chậm.",
    ],
)
def test_a_shortcoming_is_a_limitation(sentence: str) -> None:
    """What falls short of the work, and why, is a limitation."""
    assert kinds(sentence) == ["limitation"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Thời gian tới, huyện tập trung phát triển cây ăn quả.",
        "Năm 2030, xã sẽ hoàn thành các tiêu chí còn lại.",
        "Đề nghị các xã rà soát hộ nghèo trước tháng sau.",
        "Các cấp ủy cần quan tâm hơn đến công tác dân vận.",
        "Phấn đấu hết nhiệm kỳ, xã không còn nhà tạm.",
        "Mục tiêu là nâng tỷ lệ che phủ rừng lên 60%.",
        "Yêu cầu các phòng, ban khẩn trương khắc phục những hạn chế đã chỉ ra.",
        "Trong thời gian tới, các xã phải khắc phục tình trạng sinh hoạt chưa đều.",
    ],
)
def test_work_to_be_done_is_a_task(sentence: str) -> None:
    """Plans, requests and instructions are tasks, even where they name a shortcoming to mend."""
    assert kinds(sentence) == ["task"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Sáng 12/12/2023, Huyện ủy Nậm Thử tổ chức hội nghị tổng kết công tác dân vận.",
        "Dự hội nghị có đồng chí Lò Văn Mẫu, Bí thư Huyện ủy.",
        "Đồng chí Lò Văn Mẫu, Bí thư Huyện ủy, chủ trì hội nghị.",
        "Hội nghị đã nghe báo cáo tham luận của các đơn vị.",
        "Các đại biểu đã thảo luận sôi nổi về dự thảo báo cáo.",
        "Các đại biểu đã thảo luận về những khó khăn trong phát triển hội viên.",
        "Đại hội đã bầu Ban Chấp hành gồm 15 đồng chí.",
        "Tại lớp tập huấn, học viên được truyền đạt ba chuyên đề.",
        "Nhân dịp này, Huyện ủy đã tặng giấy khen cho 5 tập thể.",
        "Tại hội nghị, Chủ tịch UBND huyện trao giấy khen cho 9 cá nhân.",
        "Hội nghị kết thúc trong không khí phấn khởi.",
        "Cùng dự có đại diện lãnh đạo các phòng, ban, đoàn thể huyện.",
        "Về phía tỉnh có ông Trần Thử, Giám đốc Sở Y tế.",
        "Tham gia hội thi có 12 đội với 60 thí sinh.",
        "Trên đây là báo cáo kết quả công tác năm 2023 của Hội Nông dân xã Mẫu.",
        "Ảnh: Một góc bản Mẫu hôm nay.",
        "Tin, ảnh: Hà Thử.",
        "Đồng chí Lò Văn Mẫu phát biểu tại hội nghị.",
    ],
)
def test_news_of_the_meeting_tells_nothing_of_the_work(sentence: str) -> None:
    """Who came, spoke, was elected and was honoured, captions and credits carry no statement."""
    assert statements(f"{sentence}\n") == []


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Phát biểu tại hội nghị, đồng chí Lò Văn Mẫu, Bí thư Huyện ủy, biểu dương các xã đã hoàn thành chỉ tiêu.",
         "result"),
        ("Phát biểu tại hội nghị, đồng chí Lò Văn Mẫu, Bí thư Huyện ủy, đề nghị các xã rà soát hộ nghèo.", "task"),
        ("Kết luận hội nghị, đồng chí Lò Văn Mẫu, Bí thư Huyện ủy, đánh giá cao các xã; đồng thời đề nghị chống rét.",
         "task"),
        ("Đồng chí Lò Văn Mẫu, Bí thư Huyện ủy, ghi nhận những đóng góp của các cấp hội trong phong trào.", "result"),
        ("Đồng chí Lò Văn Mẫu, Bí thư Huyện ủy, chỉ rõ công tác tham mưu ở một số đơn vị chưa kịp thời.",
         "limitation"),
        ("Phát biểu khai mạc hội thảo, đồng chí Lò Văn Mẫu, Bí thư Huyện ủy, nhấn mạnh ý nghĩa của hội thảo.", None),
        ("Đồng chí Lò Văn Mẫu, Bí thư Huyện ủy, mong muốn bà con giữ gìn vệ sinh bản làng.", "task"),
        ("Đồng chí Lò Văn Mẫu, Bí thư Huyện ủy, cho biết huyện sẽ mở thêm 3 lớp xóa mù chữ.", "task"),
    ],
)  # fmt: skip
def test_a_speech_tells_what_its_verb_says(sentence: str, kind: str | None) -> None:
    """Praise is a result, a request a task — also after praise —, fault-finding a limitation, courtesy nothing."""
    assert kinds(sentence) == [kind]


def test_a_sentence_without_a_cue_goes_on() -> None:
    """After tasks an order is a task, after work done it is work done."""
    order = "Tiếp tục tuyên truyền về phòng cháy rừng."
    done = "Toàn xã đã trồng 40 ha rừng."
    ahead = "Thời gian tới, xã sẽ trồng 60 ha rừng."
    assert kinds(done, order) == ["result", "result"]
    assert kinds(ahead, order) == ["task", "task"]


def test_an_order_after_praise_is_the_speaker_s() -> None:
    """What follows a speaker's praise without a subject is what the speaker asks for."""
    praise = "Phát biểu tại hội nghị, đồng chí Lò Văn Mẫu, Bí thư Huyện ủy, biểu dương các xã."
    assert kinds(praise, "Tập trung chống rét cho trâu bò.") == ["result", "task"]


def test_a_shortcoming_goes_on_with_its_cause() -> None:
    """A sentence that takes up the same matter tells the limitation too; work done ends it."""
    lead = "Tuy nhiên, tiến độ làm đường còn chậm."
    assert kinds(lead, "Nguyên nhân là do mưa kéo dài.", "Xã đã trồng 40 ha rừng.") == [
        "limitation", "limitation", "result",
    ]  # fmt: skip


def test_an_aim_after_shortcomings_is_a_task() -> None:
    """An aim set ends what fell short, and how it is to be reached goes on with it."""
    lead = "Song, chất lượng sinh hoạt ở một số chi bộ chưa cao."
    assert kinds(lead, "Đảng bộ xã đề ra mục tiêu kết nạp 15 đảng viên.", "Để đạt điều đó, cấp ủy bám sát cơ sở.") == [
        "limitation", "task", "task",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("I. KẾT QUẢ ĐẠT ĐƯỢC", "result"),
        ("1. Ưu điểm", "result"),
        ("II. HẠN CHẾ, NGUYÊN NHÂN", "limitation"),
        ("2. Tồn tại, hạn chế", "limitation"),
        ("2. Một số khó khăn, vướng mắc", "limitation"),
        ("III. PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2024", "task"),
        ("3. Kiến nghị, đề xuất", "task"),
        ("Phần thứ hai: Nhiệm vụ, giải pháp", "task"),
    ],
)
def test_a_heading_tells_what_stands_under_it(heading: str, kind: str) -> None:
    """Under a heading that announces a kind sentences without cues of another tell that kind."""
    text = (
        "BÁO CÁO\nKết quả công tác dân vận năm 2023\n"
        f"{heading}\n"
        "Công tác vận động hiến đất làm đường ở các bản vùng cao.\n"
        "Duy trì nền nếp sinh hoạt chi bộ ở các thôn, bản.\n"
    )
    assert [told for told, _ in statements(text)] == [kind, kind]


def test_a_shortcoming_under_results_is_a_limitation() -> None:
    """A heading of results does not hide what falls short."""
    text = "BÁO CÁO\nCông tác dân vận năm 2023\nI. Kết quả\nTuy nhiên, tiến độ làm đường còn chậm.\n"
    assert [told for told, _ in statements(text)] == ["limitation"]


def test_a_heading_of_a_subject_changes_nothing() -> None:
    """A heading below one that tells the kind, of a mere subject, leaves it in force."""
    text = (
        "BÁO CÁO\nCông tác dân vận năm 2023\nIII. Nhiệm vụ năm 2024\n1. Về giao thông\n"
        "Làm đường liên bản bằng vốn của tỉnh.\n"
    )
    assert [told for told, _ in statements(text)] == ["task"]


def test_headings_and_headlines_are_no_statements() -> None:
    """A line without a full stop that is short is a heading, whatever it says."""
    text = "Xã Mẫu đã hoàn thành nông thôn mới\nToàn xã đã trồng được 40 ha rừng.\nMột năm được mùa\n"
    assert statements(text) == [("result", "Toàn xã đã trồng được 40 ha rừng.")]


def test_a_statement_is_the_whole_sentence() -> None:
    """What comes after a semicolon or a colon belongs to its sentence; the next sentence does not."""
    long = "Toàn huyện đã hoàn thành: 12 km đường; 3 trường học; 9 nhà văn hóa."
    assert statements(f"{long} Hộ nghèo giảm 4%.") == [("result", long), ("result", "Hộ nghèo giảm 4%.")]


def test_a_later_period_tells_a_task_and_an_earlier_one_a_result() -> None:
    """Against the period under review a sentence that opens with a later one looks ahead."""
    text = (
        "Sáng 5/7/2023, Huyện ủy Nậm Thử tổ chức hội nghị sơ kết công tác 6 tháng đầu năm 2023.\n"
        "Trong 6 tháng đầu năm, công tác dân vận bám sát cơ sở.\n"
        "Trong 6 tháng cuối năm, công tác dân vận bám sát cơ sở.\n"
    )
    assert [kind for kind, _ in statements(text)] == ["result", "task"]


def test_cells_and_captions_are_no_statements() -> None:
    """A sentence in a table or under a picture carries no statement, one in a paragraph does."""
    words = "Toàn xã đã trồng được 40 ha rừng."
    text = f"{words}\n{words}\n{words}"
    length = len(words) + 1
    lines = tuple(
        Line(Span(at * length, at * length + len(words)), kind)
        for at, kind in enumerate((LineKind.PARAGRAPH, LineKind.CELL, LineKind.CAPTION))
    )
    reading = read(Document("báo cáo", text, lines, "docx", "0" * 64))
    assert [statement.span for statement in reading.statements] == [Span(0, len(words))]


def test_what_is_announced_is_told_by_what_follows() -> None:
    """A sentence that only counts the tasks to come tells none; an order after it is one of them."""
    assert kinds(
        "Năm 2024, huyện đã trồng 40 ha rừng.",
        "Hội nghị đề ra 6 nhiệm vụ trọng tâm.",
        "Tăng cường kiểm tra, giám sát việc thực hiện.",
    ) == ["result", None, "task"]


def test_a_question_tells_nothing() -> None:
    """What an interviewer asks is no statement, whatever it names."""
    assert kinds("Huyện sẽ có giải pháp gì để khắc phục hạn chế đó?") == [None]


LOOKED_BACK = (
    "Nậm Thử tổng kết công tác năm 2023\n"
    "Sáng 12/12/2023, Huyện ủy Nậm Thử tổ chức hội nghị tổng kết công tác năm 2023, triển khai nhiệm vụ năm 2024.\n"
    "Năm 2023, các cấp ủy đã triển khai nhiều nhiệm vụ, đạt kết quả tốt.\n"
)


def told_after_a_result(sentence: str) -> str | None:
    """Return what a sentence tells that follows a result of the year reviewed."""
    return {words: kind for kind, words in statements(LOOKED_BACK + sentence)}.get(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Công tác phối hợp giữa các ngành có lúc chưa nhịp nhàng.",
        "Một bộ phận cán bộ trình độ hạn chế, ngại va chạm.",
        "Kinh phí cho hoạt động hội rất eo hẹp.",
        "Tỷ lệ giải ngân vốn đầu tư công mới đạt 24% kế hoạch.",
        "Kết quả này thấp hơn so với bình quân chung của tỉnh.",
        "Tuy đạt nhiều kết quả, song công tác này vẫn gặp không ít trở ngại.",
        "Đội ngũ báo cáo viên thiếu về số lượng, yếu về chất lượng.",
        "Sự phối hợp giữa các thành viên khối thiếu chặt chẽ.",
        "Việc xử lý vi phạm chưa nghiêm, chưa đủ sức răn đe.",
        "Một số đơn vị gửi báo cáo không đúng hạn.",
        "Số vụ vi phạm trật tự xây dựng có chiều hướng gia tăng.",
        "Mặc dù đã có nhiều cố gắng, song kết quả thu hút đầu tư còn hạn chế.",
        "Nguyên nhân là do lực lượng mỏng, địa bàn rộng, đi lại khó khăn.",
        "Đồng chí Lò Văn Mẫu, Bí thư Huyện ủy cho rằng việc giải phóng mặt bằng quá chậm.",
    ],
)
def test_shortcomings_are_said_in_many_ways(sentence: str) -> None:
    """What is not yet, too little, too late or poor is a limitation even right after results."""
    assert told_after_a_result(sentence) == "limitation"


@pytest.mark.parametrize(
    "sentence",
    [
        "Mặc dù còn nhiều khó khăn, các cấp hội đã hoàn thành 10/10 chỉ tiêu.",
        "Mặc dù còn nhiều khó khăn nhưng các cấp hội hoàn thành 10/10 chỉ tiêu.",
        "Trong bối cảnh kinh tế gặp nhiều khó khăn, huyện đã thu ngân sách vượt 12% dự toán.",
        "Các vụ việc phức tạp còn tồn đọng đã được giải quyết dứt điểm.",
        "Cán bộ được điều về những nơi chưa có chi bộ.",
        "Chất lượng huấn luyện nâng lên, 100% đạt yêu cầu, góp phần vào thắng lợi chung.",
    ],
)
def test_what_was_done_in_spite_of_difficulties_is_a_result(sentence: str) -> None:
    """Difficulties granted in a clause of their own, or mended, do not make a limitation."""
    assert told_after_a_result(sentence) == "result"


@pytest.mark.parametrize(
    "sentence",
    [
        "Từ nay đến cuối năm, toàn huyện tập trung thu hoạch lúa mùa.",
        "Về phía huyện sẽ tạo mọi điều kiện cho doanh nghiệp.",
        "Đối với biên chế, huyện đề xuất tỉnh giữ nguyên số hiện có.",
        "Các đơn vị cần khắc phục ngay tình trạng hồ sơ còn tồn đọng.",
        "Đồng chí cũng đề nghị khắc phục những hạn chế còn tồn tại, nhất là việc gửi báo cáo chậm.",
        "Đồng chí Lò Văn Mẫu, Bí thư Huyện ủy cam kết đồng hành cùng bà con.",
    ],
)
def test_what_is_promised_or_proposed_is_a_task(sentence: str) -> None:
    """Promises, proposals and work for the rest of the year are tasks, whatever shortcoming they name."""
    assert told_after_a_result(sentence) == "task"


@pytest.mark.parametrize(
    "sentence",
    [
        "Hội nghị tập trung đánh giá kết quả công tác và bàn phương hướng.",
        "Có 12 tập thể và 20 cá nhân tiêu biểu được biểu dương.",
        "Ngoài ra, có 5 giải nhì được trao cho các đội.",
        "Việc ra mắt mô hình là hoạt động thiết thực chào mừng ngày hội.",
        "Tham dự còn có các đồng chí thành viên Ban Chỉ đạo các xã; đại biểu các tổ tự quản, thực hiện mô hình.",
    ],
)
def test_meeting_honours_and_meaning_tell_nothing_of_the_work(sentence: str) -> None:
    """What the meeting went through, who was honoured and what it all means is no statement."""
    assert told_after_a_result(sentence) is None


def test_a_sentence_without_any_sign_tells_nothing_before_the_report_has_begun() -> None:
    """Right after the news of the meeting a sentence needs a word of work done to be a result."""
    assert kinds("Hội thảo bằng hình thức trực tuyến trên mạng.") == [None]
    assert kinds("Phong trào thi đua diễn ra sôi nổi, rộng khắp.") == ["result"]


def test_an_order_after_the_review_is_no_speakers() -> None:
    """A lead that names tasks to come does not make the work done that is told without a subject a task."""
    told = statements(
        "Nậm Thử họp\nNgày 8/7/2019, Huyện ủy Nậm Thử tổ chức hội nghị.\n"
        "Hội nghị nhằm đánh giá tình hình 6 tháng đầu năm, triển khai phương hướng thời gian tới.\n"
        "Trong 6 tháng đầu năm, huyện gieo trồng vượt kế hoạch. Phối hợp mở thành công lớp học cho nông dân."
    )
    assert [kind for kind, _ in told] == ["result", "result"]


def test_a_capitalised_word_speaks_nowhere() -> None:
    """What opens with "chỉ đạo" is a speech only where a person in office follows."""
    assert told_after_a_result("Chỉ đạo làm tốt việc phòng dịch tả lợn Châu Phi.") == "result"


def test_a_later_year_than_the_one_told_is_ahead() -> None:
    """Where no event tells the periods, the year that the text went through first is the one looked back on."""
    assert kinds(
        "Năm 2021, công tác dân vận được triển khai tích cực.",
        "Năm 2022, Ban Dân vận xây dựng kế hoạch mở rộng mô hình.",
    ) == ["result", "task"]


def test_a_text_may_leave_a_section_of_results() -> None:
    """Under a heading of results, the sentence that turns to what is to come, and those after it, are tasks."""
    told = statements(
        "Kết quả nổi bật\nHuyện đã trồng 40 ha ngô.\n"
        "Năm 2024, huyện xác định 10 nhiệm vụ trọng tâm.\nTheo đó, nhiệm vụ đầu tiên là mở đường."
    )
    assert [kind for kind, _ in told] == ["result", "task"]


def test_a_numbered_list_under_orders_is_of_tasks() -> None:
    """What is listed after "đã giao nhiệm vụ …:" are tasks; a bare number is no statement."""
    told = statements(
        LOOKED_BACK
        + "Kết luận hội nghị, Bí thư Huyện ủy đã giao nhiệm vụ cho các ngành:\n1. 13/13 chỉ tiêu đạt loại tốt.\n"
    )
    assert [kind for kind, _ in told] == ["result", "task"]
    assert all(words.strip("1. ") for _, words in told)


def test_time_to_come_at_the_start_holds_for_the_sentence() -> None:
    """What opens with "trong thời gian tới" is a task also where it names what was decided."""
    sentence = "Trong thời gian tới, các hội tập trung vào 03 nhiệm vụ theo nghị quyết đã đề ra gồm: học tập, vận động."
    assert told_after_a_result(sentence) == "task"


@pytest.mark.parametrize(
    "sentence",
    [
        "Xin trân trọng cảm ơn đồng chí!",
        "Tổng mức đầu tư của dự án là 45 tỷ đồng.",
        "Người dự thi phải trả lời 20 câu hỏi trong 30 phút.",
        "Luật Thư viện gồm 6 chương, 52 điều.",
        "Thông qua lớp học, giúp học viên hiểu rõ hơn về Điều lệ Đảng.",
        "Việc thành lập câu lạc bộ là cần thiết, góp phần tạo sân chơi cho người cao tuổi.",
        "Giá gạo xuất khẩu của nước ta bằng hai phần ba giá bình quân của thế giới.",
        "Thành công của Đại hội là tiền đề quan trọng để phong trào phát triển.",
    ],
)
def test_what_something_is_carries_no_statement(sentence: str) -> None:
    """What a law provides, a project costs, a class is good for, and courtesy tell nothing of work."""
    assert kinds("Đồng chí yêu cầu các xã làm tốt công tác tuyên truyền.", sentence) == ["task", None]


@pytest.mark.parametrize(
    "sentence",
    [
        "Cuộc họp đã đánh giá toàn diện các mặt công tác, đồng thời phân tích nguyên nhân những mặt còn tồn tại.",
        "Hội nghị cũng thẳng thắn chỉ ra những tồn tại, hạn chế, rút ra bài học kinh nghiệm.",
        "Đồng chí Trần Văn Mẫu cũng định hướng công tác tuyên truyền tháng 5 và kết luận hội nghị.",
    ],
)
def test_shortcomings_weighed_but_not_told_are_none(sentence: str) -> None:
    """That a meeting weighed shortcomings, without telling one, is news of the meeting."""
    assert kinds(sentence) == [None]


def test_shortcomings_that_a_meeting_names_are_told() -> None:
    """A shortcoming named after "như" or a colon is one, whoever pointed it out."""
    assert kinds("Hội nghị cũng chỉ ra những hạn chế như: tiến độ một số việc còn chậm.") == ["limitation"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Chi bộ luôn coi trọng công tác chuyên môn, phát huy tinh thần phấn đấu của đảng viên.",
        "Mặc dù phải khắc phục nhiều khó khăn, xã đã về đích trước 2 năm.",
        "Số vụ tai nạn giao thông trên địa bàn ngày càng giảm.",
    ],
)
def test_words_of_duty_and_of_little_in_work_done(sentence: str) -> None:
    """A habit, a hardship granted, and ever fewer accidents are results."""
    assert kinds(sentence) == ["result"]


def test_a_period_that_is_over_is_not_ahead() -> None:
    """What happened in the months before the day of the event is no work to come, whatever year was told first."""
    text = (
        "Ngày 3/4/2019, Ban Tuyên giáo Huyện ủy Mẫu tổ chức hội nghị báo cáo viên.\n"
        "Năm 2018, huyện đã tổ chức 12 hội nghị. Đặc biệt 3 tháng đầu năm 2019, toàn huyện chỉ xảy ra 4 vụ cháy."
    )
    assert [kind for kind, _ in statements(text)] == ["result", "result"]


def test_picture_signs_before_a_sentence_are_no_words() -> None:
    """A sentence that begins with a picture sign is judged from its first word."""
    assert statements(
        "Xã đã trồng 40 ha ngô.\n🔎 Hội nghị đã nghe báo cáo kết quả.\n🤝 Đề nghị các thôn làm tốt hơn."
    ) == [
        ("result", "Xã đã trồng 40 ha ngô."),
        ("task", "🤝 Đề nghị các thôn làm tốt hơn."),
    ]


def test_praise_that_goes_on_to_a_promise_is_a_task() -> None:
    """One who takes note of proposals and says what will be done sets work."""
    sentence = (
        "Phát biểu tại hội nghị, đồng chí Trần Văn Mẫu ghi nhận những đề xuất của các xã, thời gian tới sẽ tháo gỡ."
    )
    assert kinds(sentence) == ["task"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Năm 2025 là năm có ý nghĩa đặc biệt quan trọng, gắn với nhiều sự kiện lớn của đất nước.",
        "Đồng chí Lò Văn Mẫu, Trưởng ban, đã báo cáo hai chuyên đề: “Tình hình biển; giải pháp trong thời gian tới”.",
        "Tại buổi gặp mặt, đồng chí Trưởng ban đã gửi lời thăm hỏi và lời chúc mừng năm mới tới các cán bộ hưu trí.",
    ],
)
def test_what_a_year_is_talks_and_wishes_are_none(sentence: str) -> None:
    """What year it is, which talks were given and what was wished tell nothing of the work."""
    assert kinds(sentence) == [None]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Qua giám sát, 02 chi bộ còn hạn chế, khuyết điểm và yêu cầu khắc phục.", "limitation"),
        (
            "Các cấp hội có nhiều sáng kiến, kịp thời kiến nghị, đề xuất với Đảng nhiều vấn đề đã được giải quyết.",
            "result",
        ),
        ("Công tác giám sát tiếp tục có chuyển biến tích cực.", "result"),
    ],
)
def test_requests_that_were_made_set_no_work(sentence: str, kind: str) -> None:
    """What was asked for or proposed in the work told is no request of the speaker."""
    assert kinds(sentence) == [kind]


def test_a_goal_in_the_headline_is_ahead() -> None:
    """A year of which the headline tells the goals is not looked back on."""
    text = (
        "Hướng tới hoàn thành các mục tiêu năm 2026\n"
        "Năm 2025, đảng bộ xã đã kết nạp 12 đảng viên. Năm 2026, đảng bộ xã tiếp tục coi trọng công tác này."
    )
    assert [kind for kind, _ in statements(text)] == ["result", "task"]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Dự và phát biểu tại hội nghị, Bí thư T.Ư Đoàn Lò Văn Mẫu khẳng định năm 2019 Đoàn đã hoàn thành kế hoạch.",
         "result"),
        ("Dự thảo báo cáo kết quả công tác 6 tháng đầu năm của huyện nêu rõ.", None),
        ("Hội nghị đã được quán triệt một số nghị quyết về công tác cán bộ.", None),
        ("Đồng chí Lò Văn Mẫu, Bí thư Huyện ủy, nêu rõ dự báo tình hình khu vực sẽ còn nhiều biến động.", None),
    ],
)  # fmt: skip
def test_what_is_said_counts_and_that_it_was_said_does_not(sentence: str, kind: str | None) -> None:
    """One who came and spoke tells what is said; an announcement, a hearing and a forecast of the world tell none."""
    lead = "Ngày 17/1/2020, Ban Tuyên giáo Tỉnh ủy Mẫu Sơn tổ chức hội nghị tổng kết năm 2019."
    assert kinds(lead, sentence) == [None, kind]


def test_so_the_report_goes_on_to_tasks() -> None:
    """After a shortcoming, what therefore has to be done is a task."""
    text = "Tuy nhiên phong trào còn một số hạn chế.", "Do vậy phương hướng cuối năm đã nêu rõ cần tăng cường vận động."
    assert kinds(*text) == ["limitation", "task"]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Tuy nhiên, cần kiểm tra lại hồ sơ của các hộ.", "task"),
        ("Tuy nhiên, số xã cần hỗ trợ còn nhiều, kinh phí còn thiếu.", "limitation"),
        ("Tuy còn những khó khăn nhất định nhưng kết quả trên đã tạo đà cho năm sau.", "result"),
        ("Bên cạnh những kết quả đạt được, hội nghị cũng tập trung phân tích những tồn tại, hạn chế.", None),
    ],
)
def test_a_turn_is_to_shortcomings_only_where_one_is_told(sentence: str, kind: str | None) -> None:
    """A turn that asks for work, grants difficulties or only talks of them tells no shortcoming."""
    assert kinds(sentence) == [kind]


def test_what_is_named_outright_is_a_limitation() -> None:
    """A sentence that opens by naming a shortcoming tells one, however plain what follows is said."""
    told = kinds(
        "Năm 2023, xã Mẫu Sơn đã trồng 12 ha rừng.",
        "Hội Phụ nữ xã duy trì 9 tổ tiết kiệm.",
        "Khó khăn, vướng mắc: loa của ba thôn đã cũ.",
        "Hạn chế lớn nhất là nhà văn hóa cách trung tâm 14 km.",
    )
    assert told == ["result", "result", "limitation", "limitation"]


def test_meetings_that_are_counted_are_work() -> None:
    """Who came is no result of a meeting, but meetings that an office counts are its work."""
    sentences = (
        "Duy trì 6 hội nghị báo cáo viên với 742 đại biểu tham dự.",
        "Phát 300 tờ tin.",
        "Mở 2 lớp cho 60 hội viên.",
    )
    report = "Năm 2024, huyện Mẫu Lâm đã tổ chức 4 đợt học tập nghị quyết."
    assert kinds(report, *sentences) == ["result"] * 4
    guests = "Cùng ngày, 40 đại biểu của hội nghị đã tham dự."
    assert kinds("Sáng 3/5/2024, huyện Mẫu Lâm tổ chức hội nghị giao ban.", guests) == [None, None]
