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
