"""Every page of the window, in the order of the navigation. A new page is a class and a line here."""

from __future__ import annotations

from dataclasses import dataclass

from kubebuku.books.places import Place
from kubebuku.domain.money import Rupiah
from kubebuku.domain.text import N_
from kubebuku.ui import places
from kubebuku.ui.widgets.spine import NavEntry


@dataclass(frozen=True, slots=True)
class PageEntry:
    """A page: its place for ``window.go(place)``, and ``module:Class``, which is called with the `Window` when first seen.

    With a `group` (1, 2, 3) it stands in the navigation; with `under` it is a card on the page of that key, `text` beneath
    its label. Without either it is reached from other pages only.
    """

    place: type[Place]
    factory: str
    icon: str = ""
    label: str = ""
    group: int = 0
    under: str = ""
    text: str = ""
    #: what else `kubebuku.ui.shots` takes pictures of
    pictures: tuple[Place, ...] = ()

    @property
    def key(self) -> str:
        """The short name of the page, as cards name the page they lie on."""
        return self.place.key


PAGES: tuple[PageEntry, ...] = (
    PageEntry(places.Home, "kubebuku.ui.home.home:HomePage", "beranda", N_("Home"), 1),
    PageEntry(places.Doors, "kubebuku.ui.forms.doors:RecordDoors", "catat", N_("Record"), 1),
    PageEntry(
        places.Form,
        "kubebuku.ui.forms.page:RecordPage",
        pictures=(
            places.Form(form="wages", values={"amount": Rupiah(500000), "description": "Upah masak 5 orang"}),
            places.Form(form="move", values={"amount": Rupiah(1000000), "description": "Setor ke bank"}),
        ),
    ),
    PageEntry(
        places.Meetings,
        "kubebuku.ui.books.meetings.meetings:MeetingsPage",
        "rapat",
        N_("Meetings"),
        1,
        pictures=(
            places.Meetings("decisions"),
            places.Meetings("follow_ups"),
            places.Meetings("attendance"),
            places.Meetings("rules"),
        ),
    ),
    PageEntry(
        places.Meeting,
        "kubebuku.ui.books.meetings.meeting:OneMeeting",
        pictures=(places.Meeting(), places.Meeting(step="minutes"), places.Meeting(step="decisions")),
    ),
    PageEntry(places.MeetingPlan, "kubebuku.ui.books.meetings.plan:MeetingPlanPage", pictures=(places.MeetingPlan(),)),
    PageEntry(places.Collection, "kubebuku.ui.books.collection.sheet:CollectionPage", pictures=(places.Collection(),)),
    PageEntry(places.CashBook, "kubebuku.ui.books.cash.cash_book:CashBookPage", "buku", N_("Cash book"), 2),
    PageEntry(places.Marked, "kubebuku.ui.books.cash.entries:EntriesPage"),
    PageEntry(places.Businesses, "kubebuku.ui.books.enterprise.businesses:EnterprisesPage", "usaha", N_("Businesses"), 2),
    PageEntry(places.Unit, "kubebuku.ui.books.enterprise.unit:UnitPage"),
    PageEntry(places.Owed, "kubebuku.ui.books.cash.owed:OwedPage"),
    PageEntry(places.Aid, "kubebuku.ui.books.enterprise.aid:AidPage"),
    PageEntry(
        places.Savings,
        "kubebuku.ui.books.personal_savings.savings:SavingsPage",
        "simpanan",
        N_("Savings"),
        2,
        pictures=(places.Savings("grid"),),
    ),
    PageEntry(places.PassBook, "kubebuku.ui.books.personal_savings.pass_book:SavingsBookPage"),
    PageEntry(places.SavingsFee, "kubebuku.ui.books.personal_savings.fee:SavingsFeePage"),
    PageEntry(places.TakeSavings, "kubebuku.ui.books.personal_savings.take_dues:TakeSavingsPage"),
    PageEntry(
        places.Loans,
        "kubebuku.ui.books.savings_loan.loans:LoansPage",
        "pinjaman",
        N_("Loans"),
        2,
        pictures=(
            places.Loans("applications"),
            places.Loans("arrears"),
            places.Loans("rules"),
            places.Loans("figures"),
        ),
    ),
    PageEntry(places.LoanCard, "kubebuku.ui.books.savings_loan.card:LoanPage"),
    PageEntry(places.LoanForm, "kubebuku.ui.books.savings_loan.form_page:LoanFormPage"),
    PageEntry(
        places.SolidarityFund,
        "kubebuku.ui.books.solidarity.fund:SolidarityFundPage",
        "iks",
        N_("IKS"),
        2,
        pictures=(places.SolidarityFund("book"), places.SolidarityFund("rules")),
    ),
    PageEntry(places.TakeDues, "kubebuku.ui.books.personal_savings.take_dues:TakeDuesPage"),
    PageEntry(places.Leaving, "kubebuku.ui.books.members.leaving:LeavingPage"),
    PageEntry(places.People, "kubebuku.ui.books.members.people:PeoplePage", "anggota", N_("People"), 3),
    PageEntry(places.Person, "kubebuku.ui.books.members.person:PersonPage"),
    PageEntry(places.PersonForm, "kubebuku.ui.books.members.form:PersonFormPage"),
    PageEntry(places.OtherBooks, "kubebuku.ui.home.other_books:OtherBooks", "bukulain", N_("Other books"), 3),
    PageEntry(
        places.Opening,
        "kubebuku.ui.start.opening:OpeningPage",
        "buku",
        N_("Opening balances"),
        under="bukulain",
        text=N_("what was there when the book began"),
    ),
    PageEntry(
        places.Pending,
        "kubebuku.ui.mending.pending:PendingPage",
        "jam",
        N_("Pending notes"),
        under="bukulain",
        text=N_("what did not fit yet and is not counted"),
    ),
    PageEntry(
        places.CashCount,
        "kubebuku.ui.books.cash.count:CountPage",
        "uang",
        N_("Count money"),
        under="bukulain",
        text=N_("the box or the bank's book beside the book here"),
    ),
    PageEntry(
        places.Closings,
        "kubebuku.ui.upkeep.closing:ClosingPage",
        "kunci",
        N_("Close the book"),
        under="bukulain",
        text=N_("count the money, close a month or a year, open again"),
    ),
    PageEntry(
        places.Check,
        "kubebuku.ui.upkeep.check:CheckPage",
        "benar",
        N_("Check the book"),
        under="bukulain",
        text=N_("is it whole, codes from paper, copies on a stick"),
    ),
    PageEntry(
        places.Group,
        "kubebuku.ui.upkeep.group:GroupPage",
        "anggota",
        N_("The group"),
        under="bukulain",
        text=N_("name, address, who signs, usual places of money"),
    ),
    PageEntry(
        places.Accounts,
        "kubebuku.ui.books.cash.accounts:AccountsPage",
        "kas",
        N_("Places of money and lines"),
        under="bukulain",
        text=N_("a second bank account, a tin at the kiosk, other names"),
    ),
    PageEntry(places.Register, "kubebuku.ui.books.cash.register:RegisterPage"),
    PageEntry(
        places.Guests,
        "kubebuku.ui.books.records.guests:GuestsPage",
        "tamu",
        N_("Guest book"),
        under="bukulain",
        text=N_("who came, what for, and what was advised"),
    ),
    PageEntry(places.Guest, "kubebuku.ui.books.records.guests:GuestPage", pictures=(places.Guest(row=1),)),
    PageEntry(
        places.Letters,
        "kubebuku.ui.books.records.letters:LettersPage",
        "surat",
        N_("Letters in and out"),
        under="bukulain",
        text=N_("agenda numbers, and what still waits for an answer"),
    ),
    PageEntry(places.Letter, "kubebuku.ui.books.records.letters:LetterPage", pictures=(places.Letter(row=1),)),
    PageEntry(
        places.Activities,
        "kubebuku.ui.books.records.activities:ActivitiesPage",
        "kalender",
        N_("Activity book"),
        under="bukulain",
        text=N_("what the group did, on which day and where"),
    ),
    PageEntry(places.Activity, "kubebuku.ui.books.records.activities:ActivityPage", pictures=(places.Activity(row=1),)),
    PageEntry(
        places.Inventory,
        "kubebuku.ui.books.inventory.inventory:InventoryPage",
        "barang",
        N_("Inventory"),
        under="bukulain",
        text=N_("tents, chairs, machines: what the group owns"),
    ),
    PageEntry(places.Thing, "kubebuku.ui.books.inventory.thing:ThingPage"),
    PageEntry(places.NewItem, "kubebuku.ui.books.inventory.new_item:NewItemPage"),
    PageEntry(places.Depreciation, "kubebuku.ui.books.inventory.depreciation:DepreciationPage"),
    PageEntry(places.GoodsCounts, "kubebuku.ui.books.inventory.opname:OpnamePage", pictures=(places.GoodsCounts(),)),
    PageEntry(places.CountGoods, "kubebuku.ui.books.inventory.opname_count:OpnameCountPage", pictures=(places.CountGoods(),)),
    PageEntry(
        places.Journal,
        "kubebuku.ui.books.cash.journal:JournalPage",
        "lembar",
        N_("General journal"),
        under="bukulain",
        text=N_("debit and credit, for the pendamping"),
    ),
    PageEntry(
        places.Display,
        "kubebuku.ui.upkeep.display:DisplayPage",
        "orang",
        N_("Display"),
        under="bukulain",
        text=N_("text size, colours, language, who holds the laptop"),
    ),
    PageEntry(
        places.Help,
        "kubebuku.ui.help.page:HelpPage",
        "bantuan",
        N_("Help"),
        under="bukulain",
        text=N_("how it is done, and the keys"),
    ),
    PageEntry(places.Amend, "kubebuku.ui.mending.amend:AmendPage"),
    PageEntry(places.Story, "kubebuku.ui.mending.story:StoryPage", pictures=(places.Story(entry=2),)),
    PageEntry(places.Report, "kubebuku.ui.paper.report:ReportPage", "laporan", N_("Reports"), 3),
    PageEntry(places.Start, "kubebuku.ui.start.start:StartPage"),
)

#: What Ctrl+Z does, called with the `Window`. It goes to pages, so the window knows it by name as it knows them.
UNDO_LAST = "kubebuku.ui.mending.mend:undo_last"


def nav_entries(pages: tuple[PageEntry, ...] = PAGES) -> tuple[NavEntry, ...]:
    """What stands in the navigation."""
    return tuple(NavEntry(page.key, page.icon, page.label, page.group) for page in pages if page.group)
