"""Make the map of Viet Nam that `tongket org import vietnam` brings in: source files in, three CSV files out.

    python tools/vietnam_map.py SOURCE OUT

SOURCE is a checkout of https://github.com/tranngocminhhieu/vietnamadminunits (MIT), commit 780c279, of which four
files are read (`_FILES`); OUT is `src/tongket/actions/vietnam/data`. What the result rests on, what was decided and
what stays open: `docs/decisions/0009-map-of-viet-nam.md`. Without the network; the same input gives the same bytes.
"""

import csv
import difflib
import json
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

# The day on which two levels took over from three: Nghị quyết 202/2025/QH15, 203/2025/QH15; bodies at work since then.
NEW = "2025-07-01"
PROVINCES = "Nghị quyết số 202/2025/QH15 ngày 12/6/2025 của Quốc hội"
DISTRICTS = "Nghị quyết số 203/2025/QH15 ngày 16/6/2025 của Quốc hội"
COMMUNES = "Nghị quyết số {number} ngày 16/6/2025 của Ủy ban Thường vụ Quốc hội"
_FILES = {
    "links": "data/interim/convert_legacy_2025_simple.csv",  # old code → new code, 10,602 rows
    "old": "data/raw/danhmuchanhchinh.gso.gov.vn_ward_2025-07-18.csv",  # statistics office: the 10,035 old communes
    "new": "data/raw/production.cas.so_3221_wards_2025-08-05.json",  # statistics office: the 3,321 with their decrees
    "told": "data/raw/sapnhap.bando.com.vn_ward_2025-07-17.csv",  # map publisher: before-merger text of each commune
}
# Known from public records, not from the source: what happened to single orgs before and after (code of the day).
# Thừa Thiên Huế: 175/2024/QH15 of 30/11/2024. After 2025-07-01: provinces that became cities, communes that became
# wards; resolutions as listed by the statistics office (danhmuchanhchinh.nso.gov.vn) up to 2026-09-20.
_HUE = ("46", "2025-01-01", "tỉnh Thừa Thiên Huế", "Nghị quyết số 175/2024/QH15 ngày 30/11/2024 của Quốc hội")
_CITIES = (
    ("75", "2026-04-30", "thành phố Đồng Nai", "Nghị quyết số 30/2026/QH16 của Quốc hội"),
    ("22", "2026-09-01", "thành phố Quảng Ninh", "Nghị quyết số 36/2026/QH16 của Quốc hội"),
    ("24", "2026-09-20", "thành phố Bắc Ninh", "Nghị quyết số 39/2026/QH16 của Quốc hội"),
)
_WARDS = (
    (
        "75",
        "2026-04-30",
        "Nghị quyết số 237/NQ-UBTVQH16 ngày 14/4/2026 của Ủy ban Thường vụ Quốc hội",
        "Dầu Giây, Đồng Phú, Long Thành, Lộc Ninh, Nhơn Trạch, Tân Khai, Tân Phú, Trảng Bom, Trị An, Xuân Lộc",
    ),
    (
        "24",
        "2026-09-20",
        "Nghị quyết số 388/NQ-UBTVQH16 của Ủy ban Thường vụ Quốc hội",
        (
            "Bố Hạ, Lạng Giang, Kép, Lục Nam, Gia Bình, Nhân Thắng, Hiệp Hòa, Yên Phong, Phù Lãng, Chi Lăng, Tiên Du, "
            "Lương Tài"
        ),
    ),
)
_KINDS = ("thành phố", "thị trấn", "thị xã", "đặc khu", "tỉnh", "quận", "huyện", "phường", "xã")
_ALIKE = 0.75  # of two spellings of one name in two tables of the source, by difflib; seen: 0.78 and more


@dataclass
class Old:
    """A commune until 2025-06-30, or a district without communes."""

    id: str
    name: str
    code: str
    district: str
    district_name: str
    province: str
    goes: list[str] = field(default_factory=list)


@dataclass
class New:
    """A commune since 2025-07-01, by code, with the old ones it has land of."""

    code: str
    name: str
    province: str
    decree: str
    told: str = ""
    comes: list[Old] = field(default_factory=list)
    id: str = ""


def plain(text: str) -> str:
    """Return small letters without marks, all else as one hyphen: what ids are made of."""
    bare = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return re.sub(r"[^a-z0-9]+", "-", "".join(c for c in bare if not unicodedata.combining(c))).strip("-")


def named(text: str) -> str:
    """Return a name as it is written in a sentence: level word small, but large before a number."""
    name = unicodedata.normalize("NFC", " ".join(text.split())).replace("’", "'")
    kind = kind_of(name)
    rest = name[len(kind) :].strip()
    word = kind.capitalize() if rest.isdigit() or rest == "Hồ Chí Minh" else kind
    return f"{word} {rest}"


def kind_of(name: str) -> str:
    """Return the level word that a name begins with."""
    return next(kind for kind in _KINDS if name.lower().startswith(kind))


def short(name: str) -> str:
    """Return a name without its level word."""
    return name[len(kind_of(name)) :].strip()


class Ids:
    """Gives each org a readable id of its own; a second one that would read the same gets a number."""

    def __init__(self) -> None:
        """Begin with none given."""
        self._given: Counter[str] = Counter()

    def __call__(self, *parts: str) -> str:
        """Return the id made of these parts."""
        wanted = ".".join(parts)
        self._given[wanted] += 1
        return wanted if self._given[wanted] == 1 else f"{wanted}-{self._given[wanted]}"


def code(text: str, width: int) -> str:
    """Return a code with its leading zeros, which the tables lost by way of floats; empty stays empty."""
    return str(int(float(text))).zfill(width) if text else ""


class Map:
    """The two maps and how one became the other, filled in steps."""

    def __init__(self, source: Path) -> None:
        """Read the four files."""
        self.ids = Ids()
        self.orgs: list[tuple[str, ...]] = []
        self.changes: list[tuple[str, ...]] = []
        self.open: list[tuple[str, ...]] = []
        with (source / _FILES["links"]).open(encoding="utf-8-sig", newline="") as lines:
            self.links = sorted(csv.DictReader(lines), key=_link_key)
        with (source / _FILES["told"]).open(encoding="utf-8-sig", newline="") as lines:
            self.told = list(csv.DictReader(lines))
        with (source / _FILES["old"]).open(encoding="utf-8-sig", newline="") as lines:
            self.listed = {row["Mã"] for row in csv.DictReader(lines)}
        decrees = json.loads((source / _FILES["new"]).read_text(encoding="utf-8"))["communes"]
        self.decrees = {each["code"]: each["decree"].split(";")[0].removeprefix("Số: ").strip() for each in decrees}
        self.olds: dict[tuple[str, str], Old] = {}
        self.news: dict[str, New] = {}
        self.old_provinces: dict[str, str] = {}
        self.new_provinces: dict[str, str] = {}
        self.districts: dict[str, str] = {}
        self.names: dict[str, str] = {}

    def make(self) -> None:
        """Fill the three tables."""
        self.orgs.append(("vn", "Việt Nam", "nước", "", "", "", "", ""))
        self._provinces()
        self._districts()
        self._communes()
        self._same_names()
        self._hand_over()
        self._compare_with_text()
        self._later_wards()
        self.orgs.sort(key=lambda row: (len(row[4]) > 0, row[0], row[6]))
        self.changes.sort(key=lambda row: (row[1], _ORDER[row[0]], row[2], row[3]))
        self._whole_questions()

    def _provinces(self) -> None:
        into: dict[str, set[tuple[str, str]]] = defaultdict(set)
        for row in self.links:
            old, new = code(row["provinceCode"], 2), code(row["newProvinceCode"], 2)
            into[new].add((old, named(row["province"])))
            self.names[new] = named(row["newProvince"])
        for new, olds in sorted(into.items()):
            stays = len(olds) == 1
            for old, name in sorted(olds):
                self.old_provinces[old] = self.ids("vn", plain(short(name)))
                if not stays:
                    self._org(self.old_provinces[old], name, "tỉnh", "vn", old, end=NEW)
            if stays:
                self.new_provinces[new] = self.old_provinces[new]
                self._staying_province(new)
            else:
                self.new_provinces[new] = self.ids("vn", plain(short(self.names[new])) + "-2025")
                self._named_until(new, NEW)
                sources = sorted(self.old_provinces[old] for old, _ in olds)
                self._change("merge", NEW, sources, [self.new_provinces[new]], PROVINCES)

    def _staying_province(self, province: str) -> None:
        begin = ""
        if province == _HUE[0]:
            _, begin, before, basis = _HUE
            name = self.new_provinces[province]
            self._org(name, before, "tỉnh", "vn", province, end=begin)
            self._change("rename", begin, [name], [name], basis)
        self._named_until(province, begin)

    def _named_until(self, province: str, begin: str) -> None:
        """Write the rows of a province that stands today: a later city has two names in turn."""
        name, own = self.names[province], self.new_provinces[province]
        for city, day, later, basis in _CITIES:
            if city == province:
                self._org(own, name, "tỉnh", "vn", province, begin, day)
                self._change("rename", day, [own], [own], basis)
                name, begin = later, day
        self._org(own, name, "tỉnh", "vn", province, begin)

    def _districts(self) -> None:
        rows = {code(row["districtCode"], 3): row for row in self.links}
        for number, row in sorted(rows.items()):
            above, name = self.old_provinces[code(row["provinceCode"], 2)], named(row["district"])
            self.districts[number] = self.ids(above, plain(name))
            self._org(self.districts[number], name, "huyện", above, number, end=NEW)

    def _communes(self) -> None:
        for row in self.links:
            district, ward = code(row["districtCode"], 3), code(row["wardCode"], 5)
            if (district, ward) not in self.olds:
                above = self.districts[district]
                own = self.ids(above, plain(row["ward"])) if ward else above
                name = named(row["ward"] or row["district"])
                self.olds[district, ward] = Old(
                    own, name, ward, district, named(row["district"]), code(row["provinceCode"], 2)
                )
            new = row["newWardCode"]
            if new not in self.news:
                self.news[new] = New(new, named(row["newWard"]), code(row["newProvinceCode"], 2), self.decrees[new])
            self.olds[district, ward].goes.append(new)
            self.news[new].comes.append(self.olds[district, ward])
        by_name: dict[str, list[New]] = defaultdict(list)
        for each in self.news.values():
            by_name[_letters(f"{short(self.names[each.province])} {each.name}")].append(each)
        for told in self.told:
            for each in by_name.get(_told_name(told), []):
                each.told = unicodedata.normalize("NFC", " ".join(told["truocsapnhap"].split()))
        lost = self.listed - {ward for _, ward in self.olds}
        if lost or set(self.decrees) != set(self.news):
            sys.exit(f"the tables of the source do not agree on which communes there are: {sorted(lost)[:5]}")

    def _same_names(self) -> None:
        """Undo links that the source made to every commune of a name where its text means one of them.

        The text before the merger names old communes without their district. Where several of one province bear the
        name, the source links them all. Which is meant is taken as told in two cases only, each listed: just one of
        them lies in a district that the other communes of the merger come from; or one of them has nowhere else to
        go. Else the links stay and are listed as open.
        """
        doubts = [
            (new, group) for new in sorted(self.news.values(), key=lambda each: each.code) for group in _twins(new)
        ]
        left = []
        for new, group in doubts:
            sure = {old.district for old in new.comes if all(old not in twins for twins in _twins(new))}
            near = [old for old in group if old.district in sure]
            if len(near) == 1:
                self._choose(new, group, near[0], f"các xã cùng nhập thuộc {near[0].district_name}")
            else:
                left.append((new, group))
        for new, group in left:
            bound = [old for old in group if old.goes == [new.code]]
            if len(bound) == 1:
                self._choose(new, group, bound[0], "xã này không có nơi nào khác để nhập vào")
            else:
                called = _called(group)
                why = f"nguồn chỉ nêu tên “{group[0].name}” vào {self._place(new)}, có {called}: chưa rõ là xã nào"
                self._question("trùng tên, chưa rõ", [*(old.id for old in group), new.code], why)

    def _choose(self, new: New, group: list[Old], chosen: Old, because: str) -> None:
        for old in group:
            if old is not chosen:
                old.goes.remove(new.code)
                new.comes.remove(old)
        why = (
            f"nguồn chỉ nêu tên “{chosen.name}” vào {self._place(new)}, có {_called(group)}; "
            f"lấy xã của {chosen.district_name}, vì {because}"
        )
        self._question("trùng tên, suy ra", [*(old.id for old in group), new.code], why)

    def _place(self, new: New) -> str:
        return f"{new.name} ({self.names[new.province]})"

    def _hand_over(self) -> None:
        for new in sorted(self.news.values(), key=lambda each: each.code):
            self._new_commune(new)
        districts: dict[str, set[str]] = defaultdict(set)
        for old in self.olds.values():
            if not old.goes:
                sys.exit(f"{old.id} goes nowhere")
            targets = [self.news[each].id for each in old.goes]
            districts[old.district] |= set(targets)
            if old.code and targets != [old.id]:
                self._org(old.id, old.name, "xã", self.districts[old.district], old.code, end=NEW)
            if len(targets) > 1:
                decrees = sorted({self.news[each].decree for each in old.goes})
                basis = "; ".join(COMMUNES.format(number=number) for number in decrees)
                self._change("split", NEW, [old.id], sorted(targets), basis)
        for number, into in sorted(districts.items()):
            # Its land is told by its communes; to one that has all of it the district itself went whole.
            kind, heirs = ("merge", sorted(into)) if len(into) == 1 else ("abolish", [])
            self._change(kind, NEW, [self.districts[number]], heirs, DISTRICTS)

    def _new_commune(self, new: New) -> None:
        above, basis = self.new_provinces[new.province], COMMUNES.format(number=new.decree)
        whole = [old for old in new.comes if len(old.goes) == 1 and old.code]
        if len(new.comes) == 1 and whole:
            (old,) = whole
            new.id = old.id
            self._org(old.id, old.name, "xã", self.districts[old.district], old.code, end=NEW)
            kind = "move" if _letters(old.name) == _letters(new.name) else "rename"
            self._change(kind, NEW, [old.id], [old.id], basis)
        else:
            new.id = self.ids(above, plain(new.name))
            if whole:
                self._change("merge", NEW, sorted(old.id for old in whole), [new.id], basis)
        self._standing(new, above)

    def _standing(self, new: New, above: str) -> None:
        for province, day, _, names in _WARDS:
            wanted = {f"xã {each}" for each in re.split(r",\s*", names)}
            if province == new.province and new.name in wanted:
                self._org(new.id, new.name, "xã", above, new.code, NEW, day)
                self._org(new.id, "phường " + short(new.name), "xã", above, new.code, day)
                return
        self._org(new.id, new.name, "xã", above, new.code, NEW)

    def _later_wards(self) -> None:
        by_name = {(each.province, each.name): each.id for each in self.news.values()}
        for province, day, basis, names in _WARDS:
            for each in re.split(r",\s*", names):
                own = by_name[province, f"xã {each}"]  # a name not found stops the making: the list would be wrong
                self._change("rename", day, [own], [own], basis)

    def _compare_with_text(self) -> None:
        """List where the source's table and the source's text do not name the same old communes."""
        for new in sorted(self.news.values(), key=lambda each: each.code):
            if not new.told:
                continue
            told = [] if new.told.startswith("Không sáp nhập") else list(_named_in(new.told))
            only_told, only_linked = _unlike(told, [old.name for old in new.comes]) if told else ([], [])
            if only_told or only_linked:
                said = f"có {', '.join(only_told)}" if only_told else "không có"
                linked = f"có {', '.join(only_linked)}" if only_linked else "không có"
                why = f"{self._place(new)}: lời văn của nguồn {said}, bảng của nguồn {linked}; ghi theo bảng"
                self._question("nguồn lệch nhau", [new.code], why)

    def _whole_questions(self) -> None:
        self.open = [(kind, self._ids_of(orgs), why) for kind, orgs, why in self.open]
        for why in _NOT_IN_THE_SOURCE:
            self.open.append(("ngoài nguồn", "", why))

    def _ids_of(self, orgs: str) -> str:
        return " ".join(self.news[each].id if each in self.news else each for each in orgs.split())

    def _question(self, kind: str, orgs: Sequence[str], why: str) -> None:
        self.open.append((kind, " ".join(orgs), why))

    def _org(self, own: str, name: str, level: str, parent: str, number: str, begin: str = "", end: str = "") -> None:
        self.orgs.append((own, name, level, kind_of(name.lower()), parent, number, begin, end))

    def _change(self, kind: str, day: str, sources: Iterable[str], targets: Iterable[str], basis: str) -> None:
        self.changes.append((kind, day, " ".join(sources), " ".join(targets), basis))


def _twins(new: New) -> list[list[Old]]:
    """Return the groups of old communes of one name that the source links to `new`."""
    by_name: dict[str, list[Old]] = defaultdict(list)
    for old in new.comes:
        by_name[old.name.lower()].append(old)
    return [group for group in by_name.values() if len(group) > 1]


def _called(group: list[Old]) -> str:
    return " và ".join(f"{old.name} ({old.district_name})" for old in group)


_ORDER = {"merge": 0, "split": 1, "rename": 2, "move": 3, "abolish": 4}
_NOT_IN_THE_SOURCE = (
    (
        "ngày thành lập của các đơn vị có trước 01/7/2025: nguồn chỉ có danh mục ngay trước ngày đó, nên các dòng này "
        "để trống ngày bắt đầu; các đợt sắp xếp huyện, xã từ 2024 trở về trước không có trong nguồn"
    ),
    (
        "các huyện, thị xã, quận của Huế trước 01/01/2025 (Nghị quyết số 1314/NQ-UBTVQH15): nguồn chỉ có các quận, "
        "huyện, thị xã đứng từ ngày đó"
    ),
    "tỷ lệ dân số, diện tích của từng phần khi một xã cũ chia về nhiều xã mới: nguồn không có",
    (
        "Bắc Ninh, Đồng Nai, Quảng Ninh thành thành phố và 22 xã thành phường trong năm 2026: lấy từ danh mục công "
        "khai, không phải từ nguồn; thay đổi sau 20/9/2026 chưa có"
    ),
    "mã của xã Cái Chiên (Quảng Ninh): nguồn ghi 06967; danh mục khác ghi 06970 hoặc 06978",
)


def _link_key(row: dict[str, str]) -> tuple[str, ...]:
    return (
        code(row["provinceCode"], 2),
        code(row["districtCode"], 3),
        code(row["wardCode"], 5),
        row["newWardCode"],
    )


def _told_name(told: dict[str, str]) -> str:
    province = re.sub(r"^(?:thủ đô|tỉnh|thành phố) ", "", " ".join(told["tentinh"].split()), flags=re.IGNORECASE)
    return _letters(f"{province} {told['loai']} {told['tenhc']}")


def _letters(text: str) -> str:
    """Return letters with their marks, tone marks in one order and apart: "Hoà" and "Hòa" are one name."""
    apart = unicodedata.normalize("NFD", text.lower().replace("’", "'"))
    tones = "\u0300\u0301\u0303\u0309\u0323"
    words = re.split(r"[^\w\u0300-\u036f]+", apart)
    return " ".join(
        unicodedata.normalize("NFC", "".join(c for c in word if c not in tones))
        + "".join(sorted(c for c in word if c in tones))
        for word in words
    ).strip()


def _named_in(told: str) -> Iterator[str]:
    """Return the names of a text like "Xã A, Xã B (phần còn lại sau khi sáp nhập vào xã C), Phường D"."""
    while told != (told := re.sub(r"\([^()]*\)", "", told)):
        pass
    return (named_part for part in told.split(",") if (named_part := " ".join(part.split())))


def _unlike(told: list[str], linked: list[str]) -> tuple[list[str], list[str]]:
    """Return the names that only one side has, leaving out two spellings of one name."""
    left = {_bare(each): each for each in told}
    right = {_bare(each): each for each in linked}
    only_left = {key: name for key, name in left.items() if key not in right}
    only_right = {key: name for key, name in right.items() if key not in left}
    for key in list(only_left):
        near = difflib.get_close_matches(key, only_right, 1, _ALIKE)
        if near:
            del only_left[key], only_right[near[0]]
    return sorted(only_left.values()), sorted(only_right.values())


def _bare(name: str) -> str:
    return _letters(re.sub(r"^(?:xã|phường|thị trấn|thị xã|huyện)\s+", "", name, flags=re.IGNORECASE))


def write(rows: Iterable[Sequence[str]], heads: Sequence[str], file: Path) -> None:
    """Write a table as CSV with heads, lines ending in LF."""
    with file.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(heads)
        writer.writerows(rows)


def main() -> None:
    """Make the files and say how much there is."""
    source, out = map(Path, sys.argv[1:])
    made = Map(source)
    made.make()
    write(made.orgs, ("id", "name", "level", "kind", "parent", "code", "valid_from", "valid_to"), out / "orgs.csv")
    write(made.changes, ("kind", "date", "sources", "targets", "basis"), out / "changes.csv")
    write(made.open, ("kind", "orgs", "why"), out / "open.csv")
    sys.stdout.write(f"{len(made.orgs)} rows of orgs, {len(made.changes)} changes, {len(made.open)} open points\n")


if __name__ == "__main__":
    main()
