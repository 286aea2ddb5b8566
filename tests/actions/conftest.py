"""A small folder of reports of an invented province, and a ledger to take them into."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from tongket.actions.open_ledger import close_ledger, open_ledger
from tongket.terms.profile import Profile
from tongket.terms.profile_form import profile_from_mapping

PROFILE = """
name = "Tuyên giáo tỉnh Vạn Lộc"
style = "party"
[office]
issuer = "Ban Tuyên giáo"
parent = "Tỉnh ủy Vạn Lộc"
work = "công tác tuyên giáo"
symbol = "BC/BTGTU"
place = "Vạn Lộc"
signer = "TRƯỞNG BAN"

[[orgs]]
id = "van-loc"
name = "tỉnh Vạn Lộc"
aliases = ["Ban Tuyên giáo Tỉnh ủy", "Vạn Lộc"]
level = "tỉnh"
[[orgs]]
id = "khe-sim"
name = "huyện Khe Sim"
aliases = ["Huyện ủy Khe Sim", "Khe Sim"]
level = "huyện"
parent = "van-loc"
valid_to = 2025-07-01
[[orgs]]
id = "thuy-an"
name = "thị xã Thủy An"
aliases = ["Thị ủy Thủy An", "Thủy An"]
level = "thị xã"
parent = "van-loc"
valid_to = 2025-07-01
[[orgs]]
id = "hong-ngan"
name = "huyện Hồng Ngàn"
aliases = ["Huyện ủy Hồng Ngàn", "Hồng Ngàn"]
level = "huyện"
parent = "van-loc"
valid_to = 2025-07-01

[[themes]]
id = "ly-luan"
title = "Lý luận chính trị"
cues = ["lý luận chính trị"]
[[themes]]
id = "hoc-tap"
title = "Học tập nghị quyết"
cues = ["quán triệt"]

[[indicators]]
id = "lop"
name = "Lớp bồi dưỡng lý luận chính trị"
theme = "ly-luan"
measure = "lớp"
nouns = ["lớp"]
[[indicators]]
id = "hoc-vien"
name = "Học viên"
theme = "ly-luan"
measure = "người"
nouns = ["học viên"]
[[indicators]]
id = "hoi-nghi"
name = "Hội nghị quán triệt nghị quyết"
theme = "hoc-tap"
measure = "hội nghị"
nouns = ["hội nghị"]
needs = ["quán triệt"]

[[duties]]
level = "huyện"
report = "year"
[[duties]]
level = "thị xã"
report = "year"
"""

REPORTS = {
    "khe-sim-2023.txt": """Huyện ủy Khe Sim tổng kết công tác tuyên giáo năm 2023

Năm 2023, huyện đã mở 9 lớp bồi dưỡng lý luận chính trị cho 512 học viên.

Tuy nhiên, việc số hóa hồ sơ lưu trữ ở các thôn ven sông còn chậm, thiếu máy quét.
""",
    "khe-sim-2024.txt": """Huyện ủy Khe Sim tổng kết công tác tuyên giáo năm 2024

Ngày 18/12/2024, Ban Tuyên giáo Huyện ủy Khe Sim tổ chức hội nghị tổng kết công tác tuyên giáo năm 2024.

Năm 2024, huyện đã mở 12 lớp bồi dưỡng lý luận chính trị cho 640 học viên. Huyện đã tổ chức 21 hội nghị quán triệt \
nghị quyết của Đảng. Trong năm, huyện trồng được 3.150 cây hoa ban.

Tuy nhiên, việc số hóa hồ sơ lưu trữ ở một số thôn ven sông vẫn còn chậm.

Năm 2025, huyện tập trung tham mưu thực hiện Chỉ thị số 05-CT/TW của Bộ Chính trị, mở ít nhất 13 lớp bồi dưỡng.
""",
    "khe-sim-bao-2024.txt": """Khe Sim: tổng kết công tác tuyên giáo năm 2024

Năm 2024, huyện Khe Sim đã mở 12 lớp bồi dưỡng lý luận chính trị cho hơn 600 học viên. Huyện đã tổ chức 27 hội nghị \
quán triệt nghị quyết.
""",
    "thuy-an-dau-nam.txt": """Thị ủy Thủy An: báo cáo kết quả công tác tuyên giáo 6 tháng đầu năm 2024

6 tháng đầu năm 2024, thị xã đã mở 4 lớp bồi dưỡng lý luận chính trị cho gần 300 học viên.
""",
    "thuy-an-cuoi-nam.txt": """Thị ủy Thủy An: báo cáo kết quả công tác tuyên giáo 6 tháng cuối năm 2024

Thị xã đã mở 5 lớp bồi dưỡng lý luận chính trị cho 310 học viên.
""",
    "hong-ngan-dau-nam.txt": """Huyện ủy Hồng Ngàn: báo cáo kết quả công tác tuyên giáo 6 tháng đầu năm 2024

Huyện đã mở 3 lớp bồi dưỡng lý luận chính trị.
""",
    "tinh-2024.txt": """Ban Tuyên giáo Tỉnh ủy tổng kết công tác tuyên giáo năm 2024

Năm 2024, toàn tỉnh đã mở 30 lớp bồi dưỡng lý luận chính trị.
""",
    "vo-chu.txt": """Báo cáo nhanh kết quả công tác năm 2024

Đơn vị đã mở 2 lớp bồi dưỡng lý luận chính trị.
""",
    "rong-2024.txt": "",
}


@pytest.fixture(scope="session")
def profile() -> Profile:
    """The profile of the invented province."""
    return profile_from_mapping(tomllib.loads(PROFILE))


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The reports as files, with their profile."""
    place = tmp_path_factory.mktemp("van-loc")
    for name, text in REPORTS.items():
        (place / name).write_text(text, encoding="utf-8")
    (place / "profile.toml").write_text(PROFILE, encoding="utf-8")
    return place


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Path]:
    """An empty ledger."""
    file = tmp_path / "a.ledger"
    open_ledger(file)
    yield file
    close_ledger()
