"""Keep a question of the search, and let go of it."""

from tongket.actions.people.gate import Actor, Person, enter
from tongket.ledger.entries import rows_of
from tongket.ledger.names import entry_id
from tongket.terms.errors import TongketError
from tongket.terms.roles import Verb
from tongket.terms.tables import WithdrawalRow
from tongket.terms.work import SavedSearchRow

_LONGEST_NAME = 120


def saved_searches(person: Person) -> list[SavedSearchRow]:
    """Return the questions that a person keeps, by name."""
    mine = rows_of(SavedSearchRow, person=person.name)
    gone = {row.entry for row in rows_of(WithdrawalRow, entry=[row.id for row in mine])} if mine else set()
    return sorted((row for row in mine if row.id not in gone), key=lambda row: (row.name.lower(), row.id))


def save_search(actor: Actor, name: str, query: str) -> SavedSearchRow:
    """Keep a question under a name; the same once more changes nothing.

    Raises:
        NotAllowedError: They act for no org.
        TongketError: No name is given, or it is too long.
    """
    called = " ".join(name.split())
    if not called or len(called) > _LONGEST_NAME:
        message = f"Cần đặt tên cho tìm kiếm, không quá {_LONGEST_NAME} ký tự."
        raise TongketError(message)
    for held in saved_searches(actor.person):
        if (held.name, held.query) == (called, query):
            return held
    # The moment makes one that was let go of and is kept again an entry of its own.
    row = SavedSearchRow(
        entry_id("SV", actor.person.name, called, query, actor.at.isoformat()), actor.person.name, called, query
    )
    enter(actor, Verb.ENTER, "", [row], f"lưu tìm kiếm “{called}”")
    return row


def forget_search(actor: Actor, entry: str) -> None:
    """Let go of a question.

    Raises:
        NotAllowedError: They act for no org.
        TongketError: They keep no such question.
    """
    mine = [row for row in saved_searches(actor.person) if row.id == entry]
    if not mine:
        message = "Không có tìm kiếm đã lưu này: có thể đã bỏ ở một cửa sổ khác."
        raise TongketError(message)
    gone = WithdrawalRow(entry_id("V", entry), entry, "bỏ tìm kiếm đã lưu")
    enter(actor, Verb.ENTER, "", [gone], f"bỏ tìm kiếm “{mine[0].name}”")
