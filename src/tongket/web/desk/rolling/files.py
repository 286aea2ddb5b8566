"""What is seen of a roll-up as a file: all orgs of the question, not only those of one page."""

from django.http import HttpResponse
from django.utils.text import slugify
from django.views.decorators.http import require_safe

from tongket.actions.people.office import office
from tongket.actions.pivoting.pivot import pivot
from tongket.actions.pivoting.sheet import seen
from tongket.reading.period_words import without_marks
from tongket.review.charts import png
from tongket.review.sheets import csv_text, docx_bytes, xlsx_bytes
from tongket.terms.errors import TongketError
from tongket.terms.roles import Verb
from tongket.web.desk.rolling.asked import question_of
from tongket.web.desk.rolling.beside import drawing
from tongket.web.desk.rolling.pages import known_org
from tongket.web.desk.routes import DeskRequest, not_found, org_in_path, route

_TYPES = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv; charset=utf-8",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "png": "image/png",
}


@require_safe
@route(Verb.SEE, org_in_path)
def file(request: DeskRequest, *, org: str) -> HttpResponse:
    """Give what the address asks for as a file of the kind that `as` names."""
    known_org(org)
    kind = request.GET.get("as", "")
    asked = question_of(request.GET, org)
    if kind not in _TYPES:
        raise not_found(kind)
    if not asked.pivot:
        raise TongketError(" ".join(asked.wrong.values()))
    content: bytes | str
    if kind == "png":
        drawn = drawing(request, asked)
        if drawn is None or not drawn.bars:
            message = "Chưa có số liệu để vẽ biểu đồ. Hãy chọn kỳ hoặc chỉ tiêu khác."
            raise TongketError(message)
        content = png(drawn)
    else:
        title = f"Tổng hợp số liệu – {office().names[org]}"
        sheet = seen(pivot(request.person, asked.pivot, 0), asked.pivot, title)
        content = xlsx_bytes(sheet) if kind == "xlsx" else docx_bytes(sheet) if kind == "docx" else csv_text(sheet)
    name = slugify(without_marks(f"tong-hop-{office().names[org]}-{asked.pivot.periods[0]}"))
    answer = HttpResponse(content, content_type=_TYPES[kind])
    answer["Content-Disposition"] = f'attachment; filename="{name}.{kind}"'
    return answer
