"""Give the desk its profile, or another version of it; every version stays in the ledger."""

import tomllib
from datetime import datetime

from tongket.actions.hang_on_map import hang_on_map
from tongket.actions.people.gate import Actor, enter, may
from tongket.actions.people.office import Office, office, profile_entry
from tongket.ledger.entries import add, rows_of
from tongket.ledger.holding import last_of_chain
from tongket.ledger.names import entry_id
from tongket.terms.errors import TongketError
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
    row = profile_row(profile, "", _FIRST)
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
        TongketError: The text is no profile; the actor could no longer keep it; or somebody else has just replaced
            that version.
    """
    profile = read_profile_text(text)
    held = profile_entry()
    if held is not None and held.text == profile_text(profile):
        return held
    if not may(actor.person, Verb.KEEP, within=Office("", hang_on_map(profile))):
        message = "Hồ sơ mới có đơn vị đứng đầu khác, mà tài khoản này không quản trị đơn vị đó."
        raise TongketError(message)
    row = profile_row(profile, actor.person.name, replaces or last_of_chain(_FIRST, rows_of(ProfileRow)))
    enter(actor, Verb.KEEP, office().top, [row], "thay hồ sơ")
    return row


def read_profile_text(text: str) -> Profile:
    """Return the profile of a text that somebody typed, checked with the map it hangs on.

    Raises:
        TongketError: It is no profile; the message names the line where it can.
    """
    try:
        profile = profile_from_text(text)
    except tomllib.TOMLDecodeError as error:
        message = f"Hồ sơ chưa đúng cách viết TOML: {error}."
        raise TongketError(message) from error
    tops = [row for row in hang_on_map(profile).orgs if row.parent is None]
    if not tops:
        message = "Hồ sơ cần có một đơn vị đứng đầu: một dòng [[orgs]] không có “parent”."
        raise TongketError(message)
    return profile


def profile_row(profile: Profile, by: str, replaces: str) -> ProfileRow:
    """Return the entry of a version.

    Args:
        profile: What it says.
        by: Who keeps it; empty for whoever holds the server.
        replaces: Id of the version before.
    """
    text = profile_text(profile)
    return ProfileRow(entry_id("PF", text, replaces), text, by, replaces)
