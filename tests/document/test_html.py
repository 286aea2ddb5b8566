"""Pages: reading order, lists, tables, the article told from the rest, properties."""
# ruff: noqa: E501 (what stands in one line of a file stands in one line here)

from document.made import codes, shown
from tongket.document.files import read_bytes
from tongket.document.limits import ReadLimits
from tongket.terms.document import Document, LineKind

_PROSE = "Hội nghị đánh giá kết quả thực hiện nhiệm vụ năm qua và bàn phương hướng cho năm tới của toàn huyện."


def _read(page: str) -> Document:
    return read_bytes(page.encode(), "trang.html")


def _article(document: Document) -> list[str]:
    return [text for text, line in zip(shown(document), document.lines, strict=True) if line.article]


def test_lines_come_in_reading_order_without_what_is_not_shown() -> None:
    """Blocks and breaks end lines, inline elements do not; scripts, styles, hidden parts and comments are not read."""
    document = _read(
        "<!DOCTYPE html><html><head><title>T</title><style>p{}</style></head><body><h1>Tổng  kết\nnăm</h1><!-- không -->"
        "<p>Có <b>12</b> hội&nbsp;nghị<br>và 3&nbsp;lớp &amp; 2 cuộc.</p><script>var x=1</script><noscript>bật</noscript>"
        '<p style="display: none">ẩn</p><div hidden>ẩn</div><div>ngoài<p>trong</p>sau</div></body></html>'
    )
    assert shown(document) == [
        "Tổng kết năm",
        "Có 12 hội\u00a0nghị",
        "và 3\u00a0lớp & 2 cuộc.",
        "ngoài",
        "trong",
        "sau",
    ]
    assert document.lines[0].kind is LineKind.HEADING
    assert "\n".join(shown(document)) == document.text


def test_ordered_lists_are_numbered_as_a_browser_shows_them() -> None:
    """Type, start, value, direction and CSS of ordered lists count; nested lists count on their own; bullets have no number."""
    document = _read(
        '<html><ol type="I"><li>một.<ol type="a"><li>con.</li><li><p>con hai.</p><p>tiếp.</p></li></ol></li><li value="5">năm.</li></ol>'
        '<ol start="3" style="list-style-type:upper-roman"><li>ba.</li></ol><ol reversed><li>hai.</li><li>một.</li></ol>'
        '<ol style="list-style: none"><li>không.</li></ol><ul><li>chấm.</li></ul></html>'
    )
    assert [line.number for line in document.lines] == ["I.", "a.", "b.", "", "V.", "III.", "2.", "1.", "", ""]
    assert document.lines[1].kind is LineKind.ITEM
    assert document.lines[3].kind is LineKind.PARAGRAPH


def test_a_table_of_data_gives_cells_and_one_of_layout_lines() -> None:
    """Cells stand at row and column with spans counted; a table that holds the page is no table of data."""
    document = _read(
        "<html><table><tr><td><table><caption>Biểu</caption><tr><th rowspan=2>TT</th><th colspan=2>Kết quả</th></tr>"
        "<tr><td>Lớp<br>mở</td><td>Người</td></tr></table></td></tr><tr><td><p>Một câu.</p><p>Hai câu.</p></td></tr></table></html>"
    )
    assert [
        (text, line.kind, line.origin.row, line.origin.column)
        for text, line in zip(shown(document), document.lines, strict=True)
    ] == [
        ("Biểu", LineKind.CAPTION, None, None),
        ("TT", LineKind.CELL, 1, 1),
        ("Kết quả", LineKind.CELL, 1, 2),
        ("Lớp mở", LineKind.CELL, 2, 2),
        ("Người", LineKind.CELL, 2, 3),
        ("Một câu.", LineKind.PARAGRAPH, None, None),
        ("Hai câu.", LineKind.PARAGRAPH, None, None),
    ]


def test_the_article_is_told_from_menus_teasers_and_footer() -> None:
    """Headline, day, lead, text, captions and by-line are the article; everything else is not, and nothing is left out."""
    document = _read(
        "<html><head><title>Huyện An Lâm tổng kết năm 2023 | Báo Tân Sơn</title></head><body>"
        '<div><a href="/">Trang chủ</a> <a href="/tin">Tin tức</a></div><ul><li><a href="/a">Chính trị</a></li></ul>'
        "<div><div><h1>Huyện An Lâm tổng kết năm 2023</h1><div>Thứ Hai, 25/12/2023</div>"
        f"<div><p>{_PROSE}</p><figure><img src=x><figcaption>Quang cảnh</figcaption></figure><p>{_PROSE}</p><p>{_PROSE}</p>"
        '<p><a href="/k">Huyện bên cũng tổng kết công tác năm</a></p></div><p>Hoài Thu</p></div>'
        f'<div><h3>Tin khác</h3><p><a href="/1">{_PROSE}</a></p><p><a href="/2">{_PROSE}</a></p></div></div>'
        "<div>Đang trực tuyến: 1.377</div><footer>Giấy phép số 218</footer></body></html>"
    )
    assert _article(document) == [
        "Huyện An Lâm tổng kết năm 2023",
        "Thứ Hai, 25/12/2023",
        _PROSE,
        "Quang cảnh",
        _PROSE,
        _PROSE,
        "Hoài Thu",
    ]
    assert "Giấy phép số 218" in document.text


def test_without_a_clear_article_only_sure_furniture_is_marked() -> None:
    """On a page of short lines nothing but menus and footers is called furniture."""
    document = _read(
        "<html><nav>Trình đơn</nav><div>Dòng một</div><div>Dòng hai</div><footer>Chân trang</footer></html>"
    )
    assert _article(document) == ["Dòng một", "Dòng hai"]


def test_the_page_tells_its_title_author_day_and_publisher() -> None:
    """Meta elements come before linked data, that before `time` and `title`."""
    document = _read(
        '<html><head><title>Trang</title><meta property="og:title" content="Tổng kết &amp; triển khai">'
        '<meta name="author" content="Hoài Thu"><script type="application/ld+json">{"@graph": [{"datePublished": "2023-12-25",'
        ' "publisher": {"name": "Báo Tân Sơn"}}]}</script></head><body><time datetime="2020-01-01">x</time></body></html>'
    )
    assert dict(document.properties) == {
        "title": "Tổng kết & triển khai",
        "author": "Hoài Thu",
        "published": "2023-12-25",
        "publisher": "Báo Tân Sơn",
    }


def test_old_fonts_of_pages_become_unicode() -> None:
    """Text in a `.VnTimeH` font element becomes capitals; a page of TCVN3 bytes is told by its content."""
    fonts = _read(
        '<html><p><font face=".VnTimeH">b¸o c¸o</font> <span style="font-family: .VnTime">tæng kÕt</span></p></html>'
    )
    assert (fonts.text, codes(fonts)) == ("BÁO CÁO tổng kết", ["TEXT-WAS-TCVN3"])
    page = "<html><p>Ban th\xad\xeang vô quy\xd5t \xae\xdenh tæ ch\xf8c h\xe9i ngh\xde t\xe6ng k\xd5t c\xabng t\xb8c</p></html>"
    assert read_bytes(page.encode("latin-1")).text == "Ban thường vụ quyết định tổ chức hội nghị tổng kết công tác"


def test_a_page_in_a_declared_or_wide_encoding_is_decoded() -> None:
    """A page in UTF-16 is read; a declaration of another script's encoding is believed."""
    page = "<html><meta charset=gbk><p>Đảng 中文</p></html>"
    assert read_bytes(page.encode("utf-16")).text == "Đảng 中文"
    assert read_bytes("<html><meta charset=gbk><p>中文网页内容</p></html>".encode("gbk")).text == "中文网页内容"


def test_elements_left_open_do_no_harm() -> None:
    """A thousand nested elements are read; beyond two thousand a finding says that a part is left out."""
    assert _read("<html>" + "<div><b>" * 500 + "đáy" + "</html>").text == "đáy"
    document = _read("<html>đầu" + "<div><b>" * 10_000 + "đáy" + "</html>")
    assert (document.text, codes(document)) == ("đầu", ["PART-LEFT-OUT"])


def test_a_page_made_to_be_slow_is_read_in_time() -> None:
    """Attributes, spans and names that make patterns or tables run long are read within seconds."""
    for page in (
        "<html><p style='" + "font:" * 150_000 + "'>x</p></html>",
        "<html><table>" + "<tr><td rowspan=9999 colspan=999>x</td></tr>" * 10_000 + "</table></html>",
        "<html><div class='" + "tin-lien-" * 90_000 + "'>x</div></html>",
    ):
        document = read_bytes(page.encode(), "trang.html", ReadLimits(in_process_bytes=0, seconds=6))
        assert document.text.startswith("x")
        assert document.findings == ()
