"""Who may do what at the desk: roles, verbs, and the rule of each verb. The one table of permissions.

A grant lets a person act for an org in a role. A rule says which roles may do a verb, and where the org that it is
done to stands seen from the org of the grant. `actions.people.gate` asks it; nothing else decides.
"""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """In which a person acts for an org."""

    READER = "reader"
    REPORTER = "reporter"
    SYNTHESISER = "synthesiser"
    LEADER = "leader"
    ADMINISTRATOR = "administrator"


class Stand(StrEnum):
    """Where an org stands, seen from the org of a grant."""

    OWN = "own"
    CHILD = "child"  # the level directly below
    BELOW = "below"  # any deeper level
    ABOVE = "above"
    BESIDE = "beside"  # anywhere else


class Verb(StrEnum):
    """What can be done at the desk; every route and every action names one."""

    ENTER = "enter"  # whoever is signed in and acts for some org: the frame of every page, the own account
    SEE = "see"  # documents, records, board, roll-up, tasks of an org
    SEE_PUBLISHED = "see published"  # what was published, of any org
    TAKE_IN = "take in"  # files, mail, forms into the inbox of an org
    JUDGE = "judge"  # accept, reject, change, add records of an org's documents
    SUBMIT = "submit"  # hand in a report
    APPROVE = "approve"  # approve, return, lock, reopen what the level below handed in; remind it
    DECIDE = "decide"  # conflicts and misfits of what was rolled up
    ASSIGN = "assign"  # tasks to the own org and those below
    ANSWER = "answer"  # what became of a task: evidence and status
    DRAFT = "draft"  # write and comment the review of an org
    PUBLISH = "publish"  # approve, lock and publish the review of an org
    ADMINISTER = "administer"  # people and roles, tokens of others, the map, the audit log
    KEEP = "keep"  # profile, backup, health, jobs: of the whole desk


_TREE = frozenset({Stand.OWN, Stand.CHILD, Stand.BELOW})
_OWN = frozenset({Stand.OWN})
_EVERYWHERE = frozenset(Stand)
_EVERYBODY = frozenset(Role)


@dataclass(frozen=True, slots=True)
class Rule:
    """Which roles may do a verb to an org that stands so; `at_top`: only by a grant at the topmost org."""

    roles: frozenset[Role]
    stands: frozenset[Stand]
    at_top: bool = False


RULES: dict[Verb, Rule] = {
    Verb.ENTER: Rule(_EVERYBODY, _EVERYWHERE),
    Verb.SEE: Rule(_EVERYBODY, _TREE),
    Verb.SEE_PUBLISHED: Rule(_EVERYBODY, _EVERYWHERE),
    Verb.TAKE_IN: Rule(frozenset({Role.REPORTER, Role.SYNTHESISER}), _OWN),
    Verb.JUDGE: Rule(frozenset({Role.REPORTER, Role.SYNTHESISER}), _OWN),
    Verb.SUBMIT: Rule(frozenset({Role.REPORTER, Role.SYNTHESISER}), _OWN),
    Verb.APPROVE: Rule(frozenset({Role.SYNTHESISER, Role.LEADER}), frozenset({Stand.CHILD})),
    Verb.DECIDE: Rule(frozenset({Role.SYNTHESISER, Role.LEADER}), frozenset({Stand.OWN, Stand.CHILD})),
    Verb.ASSIGN: Rule(frozenset({Role.SYNTHESISER, Role.LEADER}), _TREE),
    Verb.ANSWER: Rule(frozenset({Role.REPORTER, Role.SYNTHESISER, Role.LEADER}), _OWN),
    Verb.DRAFT: Rule(frozenset({Role.SYNTHESISER, Role.LEADER}), _OWN),
    Verb.PUBLISH: Rule(frozenset({Role.LEADER}), _OWN),
    Verb.ADMINISTER: Rule(frozenset({Role.ADMINISTRATOR}), _TREE),
    Verb.KEEP: Rule(frozenset({Role.ADMINISTRATOR}), _OWN, at_top=True),
}
