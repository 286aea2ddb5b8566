"""The profile and the mapping by which the ledger was understood at a moment: an old answer can be given again."""

from dataclasses import dataclass
from datetime import datetime

from tongket.ledger.entries import recorded
from tongket.terms.errors import TongketError
from tongket.terms.profile import Profile
from tongket.terms.profile_form import profile_from_text
from tongket.terms.tables import MappingRow


@dataclass(frozen=True, slots=True)
class Understanding:
    """A profile, hung on the map as it was then, with its mapping."""

    profile: Profile
    mapping: MappingRow


def understanding_at(name: str, known_at: datetime) -> Understanding:
    """Return the last mapping by a profile of that name that was recorded by a moment.

    Args:
        name: Of the profile.
        known_at: The moment.

    Raises:
        TongketError: Nothing had been attributed by such a profile then.
    """
    for _, row in reversed(recorded(MappingRow, known_at)):
        profile = profile_from_text(row.profile)
        if profile.name == name:
            return Understanding(profile, row)
    message = (
        f"Đến {known_at:%d/%m/%Y %H:%M} sổ cái chưa có số liệu nào theo hồ sơ “{name}”. "
        "Hãy chọn thời điểm muộn hơn, hoặc đúng sổ cái và hồ sơ."
    )
    raise TongketError(message)


def last_profile() -> Profile | None:
    """Return the profile by which readings were attributed last; None where none were."""
    found = recorded(MappingRow)
    return profile_from_text(found[-1][1].profile) if found else None
