"""The door of the book of officers and members."""

from __future__ import annotations

from kubebuku.books.spec import Acts, Answers, Book, Forms, Rows, Watches
from kubebuku.domain.text import N_


class Members(Book):
    """See `kubebuku.books.members`."""

    name = "members"
    title = N_("Officers and members")

    def acts(self) -> Acts:
        from kubebuku.books.members import commands, officers, people

        return (
            commands.AddMember.done_by(people.add_member),
            commands.ChangeMember.done_by(people.change_member),
            commands.MemberLeaves.done_by(people.member_leaves),
            commands.MemberReturns.done_by(people.member_returns),
            commands.AddOutsider.done_by(people.add_outsider),
            commands.ChangeOutsider.done_by(people.change_outsider),
            commands.DeletePerson.done_by(people.delete_person),
            commands.AppointOfficer.done_by(officers.appoint),
            commands.EndTerm.done_by(officers.end_term),
        )

    def answers(self) -> Answers:
        from kubebuku.books.members import queries, reading, standing

        return (
            queries.Members.answered_by(reading.members),
            queries.Member.answered_by(reading.one_member),
            queries.Outsiders.answered_by(reading.outsiders),
            queries.People.answered_by(reading.people),
            queries.Officers.answered_by(reading.officers),
            queries.DoubtsAbout.answered_by(reading.doubts_about),
            queries.PersonBalances.answered_by(standing.person_balances),
            queries.PersonEntries.answered_by(standing.person_entries),
        )

    def attention(self) -> Watches:
        from kubebuku.books.members import reading

        return (
            reading.size_of_group,
            reading.offices_empty,
        )

    def forms(self) -> Forms:
        from kubebuku.books.members import forms

        return forms.FORMS

    def rows(self) -> Rows | None:
        from kubebuku.books.members import read_out

        return read_out.rows


MEMBERS = Members()
