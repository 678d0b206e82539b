"""How the acts of lending are asked for."""

from __future__ import annotations

from kubebuku.books.savings_loan.commands import (
    ApplyForLoan,
    ApproveLoan,
    CancelReschedule,
    DisburseLoan,
    Excess,
    LendMoney,
    LetDuesGo,
    PayInstalment,
    RecoverLoan,
    RefuseLoan,
    ReopenApplication,
    RescheduleLoan,
    SetLendingRules,
    UnpaidFee,
    WithdrawApplication,
    WriteOffLoan,
)
from kubebuku.books.savings_loan.rules import (
    EVERY_NAMES,
    METHOD_NAMES,
    PER_NAMES,
    USUAL_ORDER,
    Bands,
    FineKind,
    Part,
)
from kubebuku.books.savings_loan.schedules import ROUNDINGS
from kubebuku.books.spec import Door, Field, FieldKind, Form
from kubebuku.domain.text import N_

ORDERS = (
    (USUAL_ORDER, N_("Fine, service fee, principal")),
    ((Part.FEE, Part.FINE, Part.PRINCIPAL), N_("Service fee, fine, principal")),
    ((Part.FEE, Part.PRINCIPAL, Part.FINE), N_("Service fee, principal, fine")),
    ((Part.PRINCIPAL, Part.FEE, Part.FINE), N_("Principal, service fee, fine")),
)
BANDS = (
    (Bands.PRODUCT, N_("1–30 days, 31–90 days, over 90 days")),
    (Bands.OJK, N_("as banks do: 90, 120, 180 days")),
    (Bands.COOPERATIVE, N_("as cooperatives do: by how often is paid")),
)
FINES = (
    (FineKind.NONE, N_("No fine")),
    (FineKind.FIXED, N_("An amount for each late instalment")),
    (FineKind.PERCENT, N_("A share of what is late, each 30 days")),
)
COINS = tuple((coin, text) for coin, text in zip(ROUNDINGS, ("Rp1", "Rp100", "Rp500", "Rp1.000"), strict=True))
METHODS, EVERIES, PERS = tuple(METHOD_NAMES.items()), tuple(EVERY_NAMES.items()), tuple(PER_NAMES.items())

ON = Field("on", FieldKind.DATE, N_("When?"), N_("The day on which the money moved"))
DAY = Field("on", FieldKind.DATE, N_("When?"))
LOAN = Field("loan", FieldKind.LOAN, N_("Which loan?"))
APPLICATION = Field("loan", FieldKind.LOAN, N_("Which application?"))
BORROWER = Field("person", FieldKind.PERSON, N_("Who borrows?"))
INTO = Field("box", FieldKind.BOX, N_("Into which place?"))
OUT_OF = Field("box", FieldKind.BOX, N_("Paid from where?"))
NOTA = Field("nota", FieldKind.TEXT, N_("Nota number"), N_("The number on the paper, if there is one"), more=True)
DECISION = Field("decision", FieldKind.DECISION, N_("By which decision?"))
DECIDED = Field(
    "decided",
    FieldKind.TEXT,
    N_("What was decided, and when?"),
    N_("Only if the decision is not in the list"),
)
EXCEPTION = Field(
    "exception",
    FieldKind.TEXT,
    N_("Why against the lending rules?"),
    N_("Empty: it keeps to the rules"),
    more=True,
)
REASON = Field("reason", FieldKind.TEXT, N_("Why?"))
BY_RULE = N_("Empty: as the lending rules say")
MONTHS = Field("months", FieldKind.NUMBER, N_("For how many months?"), BY_RULE)
METHOD = Field("method", FieldKind.CHOICE, N_("How is the service fee reckoned?"), BY_RULE, choices=METHODS, more=True)
RATE = Field("rate", FieldKind.PERCENT, N_("How high is the service fee?"), BY_RULE, more=True)
PER = Field("per", FieldKind.CHOICE, N_("For which time?"), BY_RULE, choices=PERS, more=True)
EVERY = Field("every", FieldKind.CHOICE, N_("How often is paid?"), BY_RULE, choices=EVERIES, more=True)
ROUND = Field("round_to", FieldKind.CHOICE, N_("Instalments are rounded to"), BY_RULE, choices=COINS, more=True)
PAYMENT = Field("payment", FieldKind.AMOUNT, N_("A fixed instalment"), N_("Empty: reckoned by the program"), more=True)
GRACE = Field("grace", FieldKind.NUMBER, N_("Instalments that pay the service fee only"), BY_RULE, more=True)
PURPOSE = Field("purpose", FieldKind.TEXT, N_("What is it for?"))
GUARANTEE = Field("guarantee", FieldKind.TEXT, N_("What is the security?"), N_("Mostly none"), more=True)
AID = Field(
    "aid",
    FieldKind.AID,
    N_("Paid by which aid?"),
    N_("Leave it empty if it was the group's own money"),
    more=True,
)

#: Terms other than those of the rules.
SELDOM = (METHOD, RATE, PER, EVERY, ROUND, PAYMENT, GRACE, GUARANTEE, AID)


def _own_words(hint: str) -> Field:
    return Field("description", FieldKind.DESCRIPTION, N_("Description"), hint, more=True)


MONEY = (
    Form(
        "instalment",
        PayInstalment,
        Door.IN,
        "pinjaman",
        N_("Instalment"),
        N_("of a loan, any amount"),
        (
            Field("amount", FieldKind.AMOUNT, N_("How much was received?")),
            LOAN,
            INTO,
            ON,
            Field(
                "fee",
                FieldKind.AMOUNT,
                N_("Of this service fee"),
                N_("Empty: reckoned by the program"),
                more=True,
            ),
            Field(
                "fine",
                FieldKind.AMOUNT,
                N_("Of this fine"),
                N_("Empty: reckoned by the program"),
                more=True,
            ),
            Field(
                "excess",
                FieldKind.CHOICE,
                N_("What is more than is owed"),
                required=False,
                more=True,
                choices=((Excess.REFUSE, N_("is given back")), (Excess.SAVINGS, N_("goes into the borrower's savings"))),
            ),
            _own_words(N_("Empty: the program writes whose instalment this is")),
            NOTA,
        ),
    ),
    Form(
        "recover_loan",
        RecoverLoan,
        Door.IN,
        "pinjaman",
        N_("Money on a loan written off"),
        N_("what still comes in"),
        (
            Field("amount", FieldKind.AMOUNT, N_("How much was received?")),
            LOAN,
            INTO,
            ON,
            _own_words(N_("Empty: the program writes from whom it is")),
            NOTA,
        ),
    ),
    Form(
        "lend",
        LendMoney,
        Door.OUT,
        "pinjaman",
        N_("New loan"),
        N_("to a member or a neighbour"),
        (
            Field("amount", FieldKind.AMOUNT, N_("How much is lent?")),
            BORROWER,
            MONTHS,
            PURPOSE,
            OUT_OF,
            ON,
            DECISION,
            DECIDED,
            *SELDOM,
            EXCEPTION,
            _own_words(N_("Empty: the program writes whose loan this is")),
            NOTA,
        ),
    ),
    Form(
        "disburse_loan",
        DisburseLoan,
        Door.OUT,
        "pinjaman",
        N_("Hand over a granted loan"),
        N_("the application was decided on"),
        (APPLICATION, OUT_OF, ON, _own_words(N_("Empty: the program writes whose loan this is")), NOTA),
    ),
)

APPLICATIONS = (
    Form(
        "apply_for_loan",
        ApplyForLoan,
        Door.OTHER,
        "pinjaman",
        N_("Application for a loan"),
        N_("the meeting decides on it"),
        (Field("amount", FieldKind.AMOUNT, N_("How much is asked for?")), BORROWER, MONTHS, PURPOSE, DAY, *SELDOM),
    ),
    Form(
        "approve_loan",
        ApproveLoan,
        Door.OTHER,
        "benar",
        N_("A loan is granted"),
        N_("by decision of the meeting"),
        (
            Field("amount", FieldKind.AMOUNT, N_("How much is granted?"), N_("Empty: what was asked for")),
            APPLICATION,
            Field("months", FieldKind.NUMBER, N_("For how many months?"), N_("Empty: as asked for")),
            DAY,
            DECISION,
            DECIDED,
            EXCEPTION,
        ),
    ),
    Form(
        "refuse_loan",
        RefuseLoan,
        Door.OTHER,
        "salah",
        N_("A loan is refused"),
        N_("with the reason"),
        (APPLICATION, DAY, REASON, DECISION, DECIDED),
    ),
    Form(
        "withdraw_loan",
        WithdrawApplication,
        Door.OTHER,
        "urungkan",
        N_("Take an application back"),
        N_("the borrower wants it no more"),
        (APPLICATION,),
    ),
    Form(
        "reopen_loan",
        ReopenApplication,
        Door.OTHER,
        "urungkan",
        N_("Decide anew on an application"),
        N_("the decision is taken back"),
        (APPLICATION,),
    ),
)

CHANGES = (
    Form(
        "reschedule_loan",
        RescheduleLoan,
        Door.OTHER,
        "kalender",
        N_("Reschedule a loan"),
        N_("new instalments for what is owed"),
        (
            LOAN,
            Field("months", FieldKind.NUMBER, N_("In how many months is the rest repaid?")),
            DAY,
            REASON,
            Field(
                "unpaid_fee",
                FieldKind.CHOICE,
                N_("What becomes of the unpaid service fee?"),
                choices=(
                    (UnpaidFee.KEEP, N_("It is paid with the next instalment")),
                    (UnpaidFee.ADD, N_("It is added to the loan, by decision")),
                    (UnpaidFee.LET_GO, N_("It is let go, by decision")),
                ),
            ),
            DECISION,
            DECIDED,
            METHOD,
            RATE,
            PER,
            EVERY,
            ROUND,
            PAYMENT,
            _own_words(N_("Empty: the program writes it")),
        ),
    ),
    Form(
        "cancel_reschedule",
        CancelReschedule,
        Door.OTHER,
        "urungkan",
        N_("Take a rescheduling back"),
        N_("the earlier instalments hold again"),
        (LOAN,),
    ),
    Form(
        "write_off_loan",
        WriteOffLoan,
        Door.OTHER,
        "kurang",
        N_("Write a loan off"),
        N_("it will not come back; by decision"),
        (LOAN, DAY, REASON, DECISION, DECIDED, _own_words(N_("Empty: the program writes it"))),
    ),
    Form(
        "let_dues_go",
        LetDuesGo,
        Door.OTHER,
        "kurang",
        N_("Let service fee and fine go"),
        N_("they are asked no more; by decision"),
        (
            LOAN,
            DAY,
            REASON,
            Field("fee", FieldKind.AMOUNT, N_("Of this service fee"), N_("Empty: all that is owed of it"), more=True),
            Field("fine", FieldKind.AMOUNT, N_("Of this fine"), N_("Empty: all that is owed of it"), more=True),
            DECISION,
            DECIDED,
            _own_words(N_("Empty: the program writes it")),
        ),
    ),
    Form(
        "lending_rules",
        SetLendingRules,
        Door.OTHER,
        "buku",
        N_("Lending rules"),
        N_("highest loan, term, service fee, fine"),
        (
            Field("since", FieldKind.DATE, N_("From when?"), N_("Earlier loans keep their rules")),
            Field("most", FieldKind.AMOUNT, N_("How much is lent at most?")),
            Field("months", FieldKind.NUMBER, N_("For how many months at most?")),
            Field("method", FieldKind.CHOICE, N_("How is the service fee reckoned?"), choices=METHODS),
            Field(
                "rate",
                FieldKind.PERCENT,
                N_("How high is the service fee?"),
                N_("Empty: none"),
            ),
            Field("per", FieldKind.CHOICE, N_("For which time?"), choices=PERS),
            Field("every", FieldKind.CHOICE, N_("How often is paid?"), choices=EVERIES, more=True),
            Field("round_to", FieldKind.CHOICE, N_("Instalments are rounded to"), choices=COINS, more=True),
            Field(
                "grace",
                FieldKind.NUMBER,
                N_("Instalments that pay the service fee only"),
                more=True,
            ),
            Field("fine", FieldKind.CHOICE, N_("Is there a fine for being late?"), choices=FINES),
            Field(
                "fine_amount",
                FieldKind.AMOUNT,
                N_("How much for each late instalment?"),
                only_if=("fine", FineKind.FIXED),
            ),
            Field(
                "fine_rate",
                FieldKind.PERCENT,
                N_("Which share of what is late?"),
                only_if=("fine", FineKind.PERCENT),
            ),
            Field("outsiders", FieldKind.YES_NO, N_("People outside the group may borrow too")),
            Field("at_once", FieldKind.NUMBER, N_("How many loans may a person have at once?"), more=True),
            Field("order", FieldKind.CHOICE, N_("What does a payment settle first?"), choices=ORDERS, more=True),
            Field(
                "bands",
                FieldKind.CHOICE,
                N_("When is a loan slow, doubtful, stuck?"),
                choices=BANDS,
                more=True,
            ),
            Field("note", FieldKind.TEXT, N_("Other rules"), N_("They stand on the printed rules")),
            DECISION,
            DECIDED,
        ),
    ),
)

FORMS: tuple[Form, ...] = (*MONEY, *APPLICATIONS, *CHANGES)
