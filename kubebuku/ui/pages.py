"""Every page of the window, in the order of the navigation. A new page is a class and a line here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kubebuku.domain.money import Rupiah
from kubebuku.domain.text import N_
from kubebuku.ui.widgets.spine import NavEntry


@dataclass(frozen=True, slots=True)
class PageEntry:
    """A page: its key for ``window.go(key)``, and ``module:Class``, which is called with the `Window` when first seen.

    With a `group` (1, 2, 3) it stands in the navigation; with `under` it is a card on the page of that key, `text` beneath
    its label. Without either it is reached from other pages only.
    """

    key: str
    factory: str
    icon: str = ""
    label: str = ""
    group: int = 0
    under: str = ""
    text: str = ""
    #: what else `kubebuku.ui.shots` takes pictures of: arguments of `go`
    pictures: tuple[Mapping[str, object], ...] = ()


PAGES: tuple[PageEntry, ...] = (
    PageEntry("home", "kubebuku.ui.home.home:HomePage", "beranda", N_("Home"), 1),
    PageEntry("catat", "kubebuku.ui.forms.doors:RecordDoors", "catat", N_("Record"), 1),
    PageEntry(
        "record",
        "kubebuku.ui.forms.page:RecordPage",
        pictures=(
            {"form": "wages", "values": {"amount": Rupiah(500_000), "description": "Upah masak 5 orang"}},
            {"form": "move", "values": {"amount": Rupiah(1_000_000), "description": "Setor ke bank"}},
        ),
    ),
    PageEntry(
        "meetings",
        "kubebuku.ui.books.meetings.meetings:MeetingsPage",
        "rapat",
        N_("Meetings"),
        1,
        pictures=({"tab": "decisions"}, {"tab": "follow_ups"}, {"tab": "attendance"}, {"tab": "rules"}),
    ),
    PageEntry(
        "meeting", "kubebuku.ui.books.meetings.meeting:OneMeeting", pictures=({}, {"step": "minutes"}, {"step": "decisions"})
    ),
    PageEntry("meeting_plan", "kubebuku.ui.books.meetings.plan:MeetingPlanPage", pictures=({},)),
    PageEntry("collection", "kubebuku.ui.books.collection.sheet:CollectionPage", pictures=({},)),
    PageEntry("cash_book", "kubebuku.ui.books.cash.cash_book:CashBookPage", "buku", N_("Cash book"), 2),
    PageEntry("entries", "kubebuku.ui.books.cash.entries:EntriesPage"),
    PageEntry("enterprise", "kubebuku.ui.books.enterprise.businesses:EnterprisesPage", "usaha", N_("Businesses"), 2),
    PageEntry("unit", "kubebuku.ui.books.enterprise.unit:UnitPage"),
    PageEntry("owed", "kubebuku.ui.books.cash.owed:OwedPage"),
    PageEntry("aid", "kubebuku.ui.books.enterprise.aid:AidPage"),
    PageEntry(
        "savings",
        "kubebuku.ui.books.personal_savings.savings:SavingsPage",
        "simpanan",
        N_("Savings"),
        2,
        pictures=({"tab": "grid"},),
    ),
    PageEntry("savings_book", "kubebuku.ui.books.personal_savings.pass_book:SavingsBookPage"),
    PageEntry("savings_fee", "kubebuku.ui.books.personal_savings.fee:SavingsFeePage"),
    PageEntry("take_savings", "kubebuku.ui.books.personal_savings.take_dues:TakeSavingsPage"),
    PageEntry(
        "loans",
        "kubebuku.ui.books.savings_loan.loans:LoansPage",
        "pinjaman",
        N_("Loans"),
        2,
        pictures=({"tab": "applications"}, {"tab": "arrears"}, {"tab": "rules"}, {"tab": "figures"}),
    ),
    PageEntry("loan", "kubebuku.ui.books.savings_loan.card:LoanPage"),
    PageEntry("loan_form", "kubebuku.ui.books.savings_loan.form_page:LoanFormPage"),
    PageEntry(
        "solidarity",
        "kubebuku.ui.books.solidarity.fund:SolidarityFundPage",
        "iks",
        N_("IKS"),
        2,
        pictures=({"tab": "book"}, {"tab": "rules"}),
    ),
    PageEntry("take_dues", "kubebuku.ui.books.personal_savings.take_dues:TakeDuesPage"),
    PageEntry("leaving", "kubebuku.ui.books.members.leaving:LeavingPage"),
    PageEntry("people", "kubebuku.ui.books.members.people:PeoplePage", "anggota", N_("People"), 3),
    PageEntry("person", "kubebuku.ui.books.members.person:PersonPage"),
    PageEntry("person_form", "kubebuku.ui.books.members.form:PersonFormPage"),
    PageEntry("bukulain", "kubebuku.ui.home.other_books:OtherBooks", "bukulain", N_("Other books"), 3),
    PageEntry(
        "opening",
        "kubebuku.ui.start.opening:OpeningPage",
        "buku",
        N_("Opening balances"),
        under="bukulain",
        text=N_("what was there when the book began"),
    ),
    PageEntry(
        "pending",
        "kubebuku.ui.mending.pending:PendingPage",
        "jam",
        N_("Pending notes"),
        under="bukulain",
        text=N_("what did not fit yet and is not counted"),
    ),
    PageEntry(
        "count",
        "kubebuku.ui.books.cash.count:CountPage",
        "uang",
        N_("Count money"),
        under="bukulain",
        text=N_("the box or the bank's book beside the book here"),
    ),
    PageEntry(
        "closing",
        "kubebuku.ui.upkeep.closing:ClosingPage",
        "kunci",
        N_("Close the book"),
        under="bukulain",
        text=N_("count the money, close a month or a year, open again"),
    ),
    PageEntry(
        "check",
        "kubebuku.ui.upkeep.check:CheckPage",
        "benar",
        N_("Check the book"),
        under="bukulain",
        text=N_("is it whole, codes from paper, copies on a stick"),
    ),
    PageEntry(
        "group",
        "kubebuku.ui.upkeep.group:GroupPage",
        "anggota",
        N_("The group"),
        under="bukulain",
        text=N_("name, address, who signs, usual places of money"),
    ),
    PageEntry(
        "accounts",
        "kubebuku.ui.books.cash.accounts:AccountsPage",
        "kas",
        N_("Places of money and lines"),
        under="bukulain",
        text=N_("a second bank account, a tin at the kiosk, other names"),
    ),
    PageEntry("register", "kubebuku.ui.books.cash.register:RegisterPage"),
    PageEntry(
        "guests",
        "kubebuku.ui.books.records.guests:GuestsPage",
        "tamu",
        N_("Guest book"),
        under="bukulain",
        text=N_("who came, what for, and what was advised"),
    ),
    PageEntry("guest", "kubebuku.ui.books.records.guests:GuestPage", pictures=({"row": 1},)),
    PageEntry(
        "letters",
        "kubebuku.ui.books.records.letters:LettersPage",
        "surat",
        N_("Letters in and out"),
        under="bukulain",
        text=N_("agenda numbers, and what still waits for an answer"),
    ),
    PageEntry("letter", "kubebuku.ui.books.records.letters:LetterPage", pictures=({"row": 1},)),
    PageEntry(
        "activities",
        "kubebuku.ui.books.records.activities:ActivitiesPage",
        "kalender",
        N_("Activity book"),
        under="bukulain",
        text=N_("what the group did, on which day and where"),
    ),
    PageEntry("activity", "kubebuku.ui.books.records.activities:ActivityPage", pictures=({"row": 1},)),
    PageEntry(
        "inventory",
        "kubebuku.ui.books.inventory.inventory:InventoryPage",
        "barang",
        N_("Inventory"),
        under="bukulain",
        text=N_("tents, chairs, machines: what the group owns"),
    ),
    PageEntry("equipment", "kubebuku.ui.books.inventory.thing:ThingPage"),
    PageEntry("new_item", "kubebuku.ui.books.inventory.new_item:NewItemPage"),
    PageEntry("depreciation", "kubebuku.ui.books.inventory.depreciation:DepreciationPage"),
    PageEntry("opname", "kubebuku.ui.books.inventory.opname:OpnamePage", pictures=({},)),
    PageEntry("opname_count", "kubebuku.ui.books.inventory.opname_count:OpnameCountPage", pictures=({},)),
    PageEntry(
        "journal",
        "kubebuku.ui.books.cash.journal:JournalPage",
        "lembar",
        N_("General journal"),
        under="bukulain",
        text=N_("debit and credit, for the pendamping"),
    ),
    PageEntry(
        "display",
        "kubebuku.ui.upkeep.display:DisplayPage",
        "orang",
        N_("Display"),
        under="bukulain",
        text=N_("text size, colours, language, who holds the laptop"),
    ),
    PageEntry(
        "help",
        "kubebuku.ui.help.page:HelpPage",
        "bantuan",
        N_("Help"),
        under="bukulain",
        text=N_("how it is done, and the keys"),
    ),
    PageEntry("amend", "kubebuku.ui.mending.amend:AmendPage"),
    PageEntry("story", "kubebuku.ui.mending.story:StoryPage", pictures=({"entry": 2},)),
    PageEntry("report", "kubebuku.ui.paper.report:ReportPage", "laporan", N_("Reports"), 3),
    PageEntry("start", "kubebuku.ui.start.start:StartPage"),
)


def nav_entries(pages: tuple[PageEntry, ...] = PAGES) -> tuple[NavEntry, ...]:
    """What stands in the navigation."""
    return tuple(NavEntry(page.key, page.icon, page.label, page.group) for page in pages if page.group)
