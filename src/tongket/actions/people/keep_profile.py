"""Give the desk its profile, or another version of it; every version stays in the ledger."""

from datetime import datetime

from tongket.actions.people.gate import Actor, enter
from tongket.actions.people.office import office, profile_entry
from tongket.ledger.entries import add, rows_of
from tongket.ledger.holding import last_of_chain
from tongket.ledger.names import entry_id
from tongket.terms.profile import Profile
from tongket.terms.profile_form import profile_from_text
from tongket.terms.profile_text import profile_text
from tongket.terms.roles import Verb
from tongket.terms.work import ProfileRow

# What the first profile of a desk takes the place of: two who open a new desk at once make one chain.
_FIRST = "profile"


def first_profile(profile: Profile, at: datetime) -> ProfileRow:
    """Keep the profile of a new desk, asked by whoever holds the server; one that is there already stays."""
    held = profile_entry()
    if held is not None:
        return held
    row = _row(profile_text(profile), "", _FIRST)
    add([row], at=at)
    return row


def keep_profile(actor: Actor, text: str, replaces: str) -> ProfileRow:
    """Let another version of the profile hold.

    Args:
        actor: Who, an administrator at the top.
        text: Of the file, in TOML.
        replaces: Id of the version that the actor saw.

    Raises:
        NotAllowedError: They may not.
        TongketError: The text is no profile, or somebody else has just replaced that version.
    """
    text_now = profile_text(profile_from_text(text))
    held = profile_entry()
    if held is not None and held.text == text_now:
        return held
    row = _row(text_now, actor.person.name, replaces or last_of_chain(_FIRST, rows_of(ProfileRow)))
    enter(actor, Verb.KEEP, office().top, [row], "thay hồ sơ")
    return row


def _row(text: str, by: str, replaces: str) -> ProfileRow:
    return ProfileRow(entry_id("PF", text, replaces), text, by, replaces)
