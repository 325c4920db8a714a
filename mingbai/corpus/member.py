"""Everyone who works for the bureau: leaders and heads, who are public records, and the staff, who are not."""

from collections.abc import Iterable, Mapping
from datetime import date

from msgspec import Struct

from mingbai.records.base import Entry
from mingbai.records.intranet.staff import Staff
from mingbai.records.public.person import Person, Role


class Member(Struct, frozen=True):
    """One of the bureau, by kind and id of the record; `division` is empty for the leaders, `role` for the staff."""

    kind: str
    id: str
    name: str
    post: str
    division: str
    role: Role | None
    since: date
    until: date | None

    def there(self, day: date) -> bool:
        """Whether the member was at work on `day`."""
        return self.since <= day and (self.until is None or day <= self.until)


def members(people: Mapping[str, Entry[Person]], staff: Mapping[str, Entry[Staff]]) -> Mapping[str, Member]:
    """Everyone by id. An id that both kinds hold is the public one's; a rule tells of it."""
    return {member.id: member for member in (*_staff(staff.values()), *_people(people.values()))}


def _people(entries: Iterable[Entry[Person]]) -> Iterable[Member]:
    for entry in entries:
        person = entry.record
        yield Member(
            Person.kind,
            entry.id,
            person.display_name,
            person.post,
            person.division or "",
            person.role,
            person.in_post_from,
            person.in_post_to,
        )


def _staff(entries: Iterable[Entry[Staff]]) -> Iterable[Member]:
    for entry in entries:
        staff = entry.record
        yield Member(
            Staff.kind,
            entry.id,
            staff.display_name,
            staff.post,
            staff.division or "",
            None,
            staff.since,
            staff.until,
        )
