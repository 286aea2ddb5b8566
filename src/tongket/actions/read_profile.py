"""Read the file of a profile."""

import tomllib
from pathlib import Path

from tongket.terms.errors import TongketError
from tongket.terms.profile import Profile
from tongket.terms.profile_form import profile_from_text

NAME = "profile.toml"


def read_profile(file: Path) -> Profile:
    """Return the profile of a TOML file.

    Raises:
        TongketError: The file cannot be read, is no TOML, or says something a profile cannot.
    """
    try:
        return profile_from_text(file.read_text(encoding="utf-8"))
    except OSError as error:
        message = f"Không đọc được hồ sơ (profile) `{file}`: {error.strerror}. Hãy kiểm tra đường dẫn."
        raise TongketError(message) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        message = f"Hồ sơ (profile) `{file}` không phải là TOML đúng cách: {error}. Hãy sửa dòng được nêu."
        raise TongketError(message) from error


def find_profile(folder: Path) -> Path:
    """Return the profile that belongs to a folder of reports: in it, or in the folder above.

    Raises:
        TongketError: There is none.
    """
    for place in (folder, folder.resolve().parent):
        if (place / NAME).is_file():
            return place / NAME
    message = f"Không thấy `{NAME}` trong `{folder}` hay thư mục cha. Hãy đặt hồ sơ vào đó hoặc chỉ ra bằng --profile."
    raise TongketError(message)
