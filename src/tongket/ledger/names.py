"""How an entry gets its id: out of what it says and nothing else, so that every run agrees.

`F-` figure, `S-` statement, `E-` event, `D-` directive, `A-` award, `O-` official, `T-` total, `G-` org facts,
`H-` change of the map, `C-` correction, `K-` excuse, `V-` withdrawal, `R-` review. What people do at the desk has marks
of two letters (`terms/work.py`).
"""

from base64 import b32encode
from hashlib import sha256

# 60 bits: among a million entries the chance that two share an id is about one in two million.
_LETTERS = 12


def entry_id(mark: str, *says: object) -> str:
    """Return `<mark>-<12 letters and digits>`, the same for the same `says` on any machine.

    Args:
        mark: One or two capital letters for the kind of entry.
        says: What tells this entry from every other; values whose text tells them apart.
    """
    digest = sha256("\x1f".join(str(each) for each in says).encode()).digest()
    return f"{mark}-{b32encode(digest).decode().lower()[:_LETTERS]}"
