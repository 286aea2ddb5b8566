"""What engines answer differently, by name, and what to ask instead."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

import ibis
import ibis.expr.operations as ops


@dataclass(frozen=True, slots=True)
class Gap:
    """What engines answer differently: the operations it means, and what to do instead."""

    operations: tuple[type[ops.Node], ...]
    instead: str


GAPS: Mapping[str, Gap] = MappingProxyType(
    {
        "mean": Gap((ops.Mean,), "hỏi tổng và số lượng rồi chia bằng Decimal"),
        "division": Gap((ops.Divide,), "hỏi cả hai số rồi chia bằng Decimal"),
        "rounding": Gap((ops.Round,), "làm tròn kết quả bằng `terms.quantity.rounded`"),
        "quantile": Gap((ops.Median, ops.Quantile, ops.MultiQuantile), "hỏi các giá trị theo thứ tự"),
        "deviation": Gap(
            (ops.Variance, ops.StandardDev, ops.Covariance, ops.Correlation), "hỏi số lượng, tổng và tổng bình phương"
        ),
        "estimate": Gap(
            (ops.ApproxCountDistinct, ops.ApproxMedian, ops.ApproxQuantile, ops.ApproxMultiQuantile), "đếm đúng"
        ),
        "any row": Gap((ops.Arbitrary, ops.First, ops.Last, ops.Mode), "hỏi giá trị nhỏ nhất hoặc lớn nhất"),
        "collected": Gap((ops.ArrayCollect, ops.GroupConcat), "hỏi các dòng theo thứ tự"),
        "capitals": Gap(
            (ops.Lowercase, ops.Uppercase, ops.Capitalize), "đổi chữ hoa, chữ thường trước khi đưa bảng vào"
        ),
        "pattern": Gap(
            (ops.RegexSearch, ops.RegexExtract, ops.RegexReplace, ops.RegexSplit), "so mẫu trước khi đưa bảng vào"
        ),
        "floating sum": Gap((ops.Sum,), "cộng số kiểu decimal"),
    }
)


def gaps_in(question: ibis.Table) -> frozenset[str]:
    """Return the names of the gaps that a question steps into: its answer may differ from engine to engine."""
    return _gaps(question.op())


@lru_cache(maxsize=256)
def _gaps(question: ops.Node) -> frozenset[str]:
    found = question.find(tuple(kind for gap in GAPS.values() for kind in gap.operations))
    return frozenset(
        name
        for name, gap in GAPS.items()
        for operation in found
        if isinstance(operation, gap.operations) and (name != "floating sum" or operation.dtype.is_floating())
    )
