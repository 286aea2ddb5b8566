"""Officials: persons named with at least one post, each with all posts, roles and mentions the body gives."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from tongket.reading.cues import Cues
from tongket.reading.keyed import fold
from tongket.reading.page import Page
from tongket.reading.people.mentions import Mention, read_mentions
from tongket.reading.people.posts import full_posts
from tongket.reading.people.roles import roles_of
from tongket.terms.records import Official, Role
from tongket.terms.span import Span

# Posts that many hold at once: alone they tell of no one.
_MANY_HOLD = ("ủy viên", "uv", "đại biểu", "thành viên")

# A shorter text may be an excerpt (characters).
_ARTICLE = 1500


@dataclass
class _Person:
    name: str
    posts: list[str] = field(default_factory=list)
    roles: set[Role] = field(default_factory=set)
    spans: list[Span] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class People:
    """The officials of a page, and the sentences in which someone speaks, by their number."""

    officials: tuple[Official, ...]
    speeches: frozenset[int]


def read_people(page: Page, cues: Cues) -> People:
    """Return the body's officials in the order in which they are first named, and who-speaks-where.

    A person is an official where the body gives a post anywhere; a chair is not also an attendee; a mention by post
    alone counts for the one person who holds it (`docs/spec/reading.md`, officials).
    """
    mentions = read_mentions(page, cues)
    explained = page.explained
    roles = roles_of(page, cues, mentions)
    people = _named_people(page, mentions, roles, explained)
    _add_posts_alone(page, mentions, roles, people, explained)
    officials = tuple(
        Official(person.name, tuple(person.posts), _in_order(person.roles), tuple(person.spans))
        for person in people.values()
        if person.posts
    )
    speaking = (mention for mention, told in zip(mentions, roles, strict=True) if Role.SPEAKER in told)
    return People(officials, frozenset(said.sentence for said in speaking if _in_office(page, said, people)))


def at_no_event(page: Page, officials: tuple[Official, ...]) -> tuple[Official, ...]:
    """Return the officials of a page that tells of no event, where they only speak: to the paper, at no event.

    In an excerpt the event may have been left out, and who comes or is in the chair is at one.
    """
    if sum(part.end - part.start for part in page.body) < _ARTICLE or any(
        role is not Role.SPEAKER for official in officials for role in official.roles
    ):
        return officials
    return tuple(replace(official, roles=()) for official in officials)


def _in_office(page: Page, mention: Mention, people: Mapping[str, _Person]) -> bool:
    """Tell whether the person mentioned holds a post anywhere; a mere run of capitals speaks nowhere."""
    if mention.posts or mention.name is None:
        return True
    person = people.get(fold(" ".join(mention.name.of(page.text).split())))
    return bool(person and person.posts)


def _named_people(
    page: Page, mentions: Sequence[Mention], roles: Sequence[set[Role]], explained: Mapping[str, str]
) -> dict[str, _Person]:
    people: dict[str, _Person] = {}
    for mention, told in zip(mentions, roles, strict=True):
        if mention.name is None:
            continue
        name = " ".join(mention.name.of(page.text).split())
        person = people.setdefault(fold(name), _Person(name))
        if mention.posts:
            person.posts = _fullest([*person.posts, *full_posts(page.text, mention.posts, explained)])
        person.roles |= told
        person.spans.append(mention.span)
    return people


def _add_posts_alone(
    page: Page,
    mentions: Sequence[Mention],
    roles: Sequence[set[Role]],
    people: Mapping[str, _Person],
    explained: Mapping[str, str],
) -> None:
    for mention, told in zip(mentions, roles, strict=True):
        if mention.name is not None or page.key.startswith(_MANY_HOLD, mention.span.start):
            continue
        post = fold(full_posts(page.text, mention.posts, explained)[0])
        holders = [person for person in people.values() if any(fold(held) == post for held in person.posts)]
        if len(holders) == 1:
            holders[0].roles |= told
            holders[0].spans.append(mention.span)


def _fullest(posts: Sequence[str]) -> list[str]:
    """Keep each post once, in its fullest form: one that begins with another replaces it."""
    if len(posts) == 1:
        return list(posts)
    kept: dict[str, str] = {}
    for post in posts:
        key = _bare(post)
        if any(_is_shorter(key, held) for held in kept):
            continue
        for held in [held for held in kept if _is_shorter(held, key)]:
            del kept[held]
        kept[key] = post
    return list(kept.values())


def _bare(post: str) -> str:
    """Return what two ways of giving one post have in common: no comma before the larger body, no "Ban" of members."""
    key = fold(post)
    if "," in key:
        key = key.replace(", ", " ")
    return f"ủy viên ban{key[len('ủy viên') :]}" if key.startswith("ủy viên thường vụ") else key


def _is_shorter(post: str, other: str) -> bool:
    """Tell whether `post` is a shorter way of giving `other`: cut off, or without "thường trực"."""
    return other.startswith(post) or other.replace(" thường trực", "") == post


def _in_order(roles: set[Role]) -> tuple[Role, ...]:
    held = roles - {Role.ATTENDEE} if Role.CHAIR in roles else roles
    return tuple(role for role in Role if role in held)
