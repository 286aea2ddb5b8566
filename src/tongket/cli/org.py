"""`tongket org`: the map of orgs in a ledger: bring in a country's, find an org on a day, tell what became of it."""

import csv
import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from gettext import gettext as _
from pathlib import Path
from types import MappingProxyType
from typing import Any

import click

from tongket.actions.open_ledger import close_ledger, open_ledger
from tongket.actions.org_chart import ChangeSeen, OrgChart, OrgSeen, OrgStory
from tongket.actions.vietnam.import_map import Imported, import_map
from tongket.actions.vietnam.read_map import OpenPoint, read_map
from tongket.cli.language import SpokenGroup
from tongket.cli.ledger_file import ledger_file
from tongket.cli.org_entries import entry_lines
from tongket.cli.writing import whole_file
from tongket.ledger.entries import org_facts
from tongket.terms.errors import TongketError
from tongket.terms.orgs import ChangeKind, Org

# Where the list of what is open goes unless told: beside the ledger, on a server's into this folder.
_OPEN_POINTS = "vietnam-chua-ro.csv"
_FILE = click.Path(path_type=Path, dir_okay=False)
_DATE = click.DateTime(["%Y-%m-%d", "%d/%m/%Y"])
_LEDGER = click.option("--ledger", "file", type=_FILE, metavar="FILE", help="Sổ cái (*.ledger).")
_JSON = click.option("--json", "as_json", is_flag=True, help="In mỗi đơn vị thành một dòng JSON.")
_KINDS: Mapping[ChangeKind, str] = MappingProxyType(
    {
        ChangeKind.MERGE: "nhập",
        ChangeKind.SPLIT: "chia",
        ChangeKind.RENAME: "đổi tên",
        ChangeKind.MOVE: "chuyển cấp trên",
        ChangeKind.OPEN: "thành lập",
        ChangeKind.ABOLISH: "bãi bỏ",
    }
)


@click.group(cls=SpokenGroup, help="Bản đồ đơn vị trong sổ cái: nạp bản đồ hành chính, tìm đơn vị, xem lịch sử đơn vị.")
def org() -> None:
    """Hold the commands about orgs together."""


@org.command("import", help="Nạp bản đồ hành chính vào sổ cái; nạp lại lần nữa không thay đổi gì.")
@click.argument("country", metavar="vietnam", type=click.Choice(["vietnam"]))
@click.option("--ledger", "file", type=_FILE, metavar="FILE", help="Sổ cái; được tạo nếu chưa có.")
@click.option("--open-points", type=_FILE, metavar="FILE", help="Tệp CSV ghi những điều nguồn chưa rõ.")
@click.option("--json", "as_json", is_flag=True, help="In kết quả thành JSON.")
def import_(*, country: str, file: Path | None, open_points: Path | None, as_json: bool) -> None:  # noqa: ARG001 - one so far
    """Parse, put in, tell."""
    place = file or ledger_file(None)
    listed = open_points or (Path() if isinstance(place, str) else place.parent) / _OPEN_POINTS
    open_ledger(place)
    try:
        done = import_map(read_map(), datetime.now(UTC))
    finally:
        close_ledger()
    _write_open_points(done.open_points, listed)
    if as_json:
        click.echo(json.dumps(_summary(done, listed), ensure_ascii=False, indent=1))
    else:
        _tell(done, listed)


@org.command(help="Tìm đơn vị theo tên (có dấu hay không dấu), tên kèm cấp trên, hay mã: thuộc đâu, mã, cấp dưới.")
@click.argument("name", metavar="NAME")
@click.option("--on", "day", type=_DATE, metavar="DATE", help="Ngày xem: 2025-06-30 hay 30/6/2025; mặc định hôm nay.")
@_LEDGER
@_JSON
def show(*, name: str, day: datetime | None, file: Path | None, as_json: bool) -> None:
    """Parse, ask, show."""
    chart = _chart(file)
    on = day.date() if day else _today()
    found = chart.find(name, on)
    if not found and not as_json:
        click.echo(_("Ngày {day} không có đơn vị nào tên “{name}”. Lúc khác có:").format(day=_day(on), name=name))
    seen = [chart.see(row, on) for row in found or _known(chart, name)]
    if as_json:
        for each in seen if found else ():
            click.echo(json.dumps(_seen_json(each), ensure_ascii=False))
        return
    click.echo("\n\n".join("\n".join(_shown(each)) for each in seen))


@org.command(help="Kể lịch sử một đơn vị: tên, mã, cấp trên từng lúc; nhập, chia, đổi tên từ đâu thành gì, căn cứ nào.")
@click.argument("name", metavar="NAME")
@click.option("--entries", is_flag=True, help="Kể cả mã các mục của sổ cái, để rút lại bằng tongket take-back.")
@_LEDGER
@_JSON
def history(*, name: str, entries: bool, file: Path | None, as_json: bool) -> None:
    """Parse, ask, show."""
    chart = _chart(file)
    ids = dict.fromkeys(row.id for row in _known(chart, name))
    told = {each: entry_lines(each, file) if entries else [] for each in ids}
    stories = [chart.story(each, _today()) for each in ids]
    if as_json:
        for story in stories:
            click.echo(json.dumps(_story_json(story), ensure_ascii=False))
        return
    click.echo("\n\n".join("\n".join([*_told(story), *told[story.rows[0].org.id]]) for story in stories))


def _chart(file: Path | None) -> OrgChart:
    open_ledger(ledger_file(file))
    try:
        facts = org_facts()
    finally:
        close_ledger()
    if not facts.orgs:
        raise TongketError(_("Sổ cái chưa có bản đồ đơn vị nào. Hãy nạp: tongket org import vietnam"))
    return OrgChart(facts.orgs, facts.changes)


def _known(chart: OrgChart, name: str) -> list[Org]:
    found = chart.find(name)
    if not found:
        message = _("Không có đơn vị nào tên “{name}” vào bất cứ lúc nào. Hãy thử tên ngắn hơn, không dấu, hoặc mã.")
        raise TongketError(message.format(name=name))
    return found


def _today() -> date:
    return datetime.now(UTC).astimezone().date()


def _day(day: date) -> str:
    return f"{day:%d/%m/%Y}"


def _validity(row: Org) -> str:
    last = row.valid_to - timedelta(days=1)
    if row.valid_from == date.min:
        return _("không rõ từ ngày nào") if row.valid_to == date.max else _("đến hết {last}").format(last=_day(last))
    if row.valid_to == date.max:
        return _("từ {first}").format(first=_day(row.valid_from))
    return _("từ {first} đến hết {last}").format(first=_day(row.valid_from), last=_day(last))


def _shown(seen: OrgSeen) -> Iterator[str]:
    row = seen.org
    code = _(", mã {code}").format(code=row.code) if row.code else ""
    yield _("{name} (cấp {level}{code})").format(name=row.name, level=row.level, code=code)
    if seen.above:
        yield _("  thuộc: {chain}").format(chain=_chain(seen.above))
    yield _("  hiệu lực: {days}").format(days=_validity(row))
    if seen.below:
        counts = ", ".join(f"{count} {level}" for level, count in sorted(seen.below.items()))
        yield _("  ngay bên dưới: {counts}").format(counts=counts)
    yield f"  id: {row.id}"


def _told(story: OrgStory) -> Iterator[str]:
    last = story.rows[-1].org
    yield _("{name} (cấp {level}, id {id})").format(name=last.name, level=last.level, id=last.id)
    lines = [(seen.org.valid_from, 1, _fact_line(seen)) for seen in story.rows]
    lines += [(each.change.date, 0, _change_line(each)) for each in story.changes]
    yield from (line for *_order, line in sorted(lines, key=lambda entry: entry[:2]))


def _fact_line(seen: OrgSeen) -> str:
    code = _(", mã {code}").format(code=seen.org.code) if seen.org.code else ""
    above = _(", thuộc {chain}").format(chain=_chain(seen.above)) if seen.above else ""
    return f"  {_validity(seen.org)}: {seen.org.name}{code}{above}"


def _change_line(seen: ChangeSeen) -> str:
    change = seen.change
    before, after = (", ".join(row.name for row in rows) for rows in (seen.before, seen.after))
    ways = " → ".join(filter(None, (before, after)))
    shares = ""
    if change.shares:
        told = "; ".join(f"{each.source} → {each.target}: {each.share}" for each in change.shares)
        shares = "\n      " + _("tỷ lệ theo {basis}: {shares}").format(basis=change.share_basis, shares=told)
    land = ""
    if seen.land:
        land = "\n      " + _("địa bàn về: {orgs}").format(orgs=", ".join(row.name for row in seen.land))
    basis = change.basis or _("chưa rõ")
    line = _("  {day} {kind}: {ways}").format(day=_day(change.date), kind=_(_KINDS[change.kind]), ways=ways)
    return line + shares + land + "\n      " + _("căn cứ: {basis}").format(basis=basis)


def _chain(above: Sequence[Org]) -> str:
    return " › ".join(row.name for row in above)


def _write_open_points(points: Sequence[OpenPoint], file: Path) -> None:
    with whole_file(file) as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(("loại", "đơn vị", "nội dung"))
        writer.writerows((point.kind, " ".join(point.orgs), point.why) for point in points)


def _by_kind(points: Sequence[OpenPoint]) -> dict[str, int]:
    kinds = [point.kind for point in points]
    return {kind: kinds.count(kind) for kind in dict.fromkeys(kinds)}


def _tell(done: Imported, listed: Path) -> None:
    country = read_map()
    for day in (date(2025, 6, 30), date(2025, 7, 1), _today()):
        counts = ", ".join(f"{count} {level}" for level, count in country.count_on(day).items() if level != "nước")
        click.echo(_("Ngày {day}: {counts}.").format(day=_day(day), counts=counts))
    click.echo(
        _("Đã thêm {added} mục vào sổ cái, thay {replaced}, rút {withdrawn}.").format(
            added=done.added, replaced=done.replaced, withdrawn=done.withdrawn
        )
    )
    for kind, count in _by_kind(done.open_points).items():
        click.echo(_("Nguồn chưa rõ – {kind}: {count}").format(kind=kind, count=count))
    click.echo(_("Danh sách những điều chưa rõ: {file}").format(file=listed))


def _summary(done: Imported, listed: Path) -> dict[str, Any]:
    return {
        "added": done.added,
        "replaced": done.replaced,
        "withdrawn": done.withdrawn,
        "open_points": _by_kind(done.open_points),
        "open_points_file": str(listed),
    }


def _row_json(row: Org) -> dict[str, Any]:
    return {
        "id": row.id,
        "name": row.name,
        "level": row.level,
        "code": row.code,
        "parent": row.parent,
        "valid_from": None if row.valid_from == date.min else row.valid_from.isoformat(),
        "valid_to": None if row.valid_to == date.max else row.valid_to.isoformat(),
    }


def _seen_json(seen: OrgSeen) -> dict[str, Any]:
    above = [{"id": row.id, "name": row.name} for row in seen.above]
    return {**_row_json(seen.org), "above": above, "below": dict(sorted(seen.below.items()))}


def _story_json(story: OrgStory) -> dict[str, Any]:
    changes = [
        {
            "kind": each.change.kind.value,
            "date": each.change.date.isoformat(),
            "before": [{"id": row.id, "name": row.name} for row in each.before],
            "after": [{"id": row.id, "name": row.name} for row in each.after],
            "land": [{"id": row.id, "name": row.name} for row in each.land],
            "basis": each.change.basis,
            "shares": [[share.source, share.target, str(share.share)] for share in each.change.shares],
            "share_basis": each.change.share_basis,
        }
        for each in story.changes
    ]
    return {"id": story.rows[0].org.id, "facts": [_seen_json(seen) for seen in story.rows], "changes": changes}
