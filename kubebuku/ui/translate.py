"""Qt's own buttons and dialogs in our words: Qt ships no Indonesian, so our catalogue speaks for it (context ``qt``)."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication, QObject, QTranslator

from kubebuku.domain.text import PN_
from kubebuku.i18n import pgettext

#: The English source texts of Qt that our users can meet, without mnemonic marks.
WORDS: Final = (
    PN_("qt", "OK"),
    PN_("qt", "Cancel"),
    PN_("qt", "Save"),
    PN_("qt", "Save All"),
    PN_("qt", "Open"),
    PN_("qt", "Yes"),
    PN_("qt", "Yes to All"),
    PN_("qt", "No"),
    PN_("qt", "No to All"),
    PN_("qt", "Close"),
    PN_("qt", "Retry"),
    PN_("qt", "Ignore"),
    PN_("qt", "Abort"),
    PN_("qt", "Discard"),
    PN_("qt", "Don't Save"),
    PN_("qt", "Close without Saving"),
    PN_("qt", "Help"),
    PN_("qt", "Apply"),
    PN_("qt", "Reset"),
    PN_("qt", "Restore Defaults"),
    PN_("qt", "Undo"),
    PN_("qt", "Redo"),
    PN_("qt", "Cut"),
    PN_("qt", "Copy"),
    PN_("qt", "Paste"),
    PN_("qt", "Delete"),
    PN_("qt", "Select All"),
    PN_("qt", "Look in:"),
    PN_("qt", "File name:"),
    PN_("qt", "Files of type:"),
    PN_("qt", "Directory:"),
    PN_("qt", "Choose"),
    PN_("qt", "Back"),
    PN_("qt", "Forward"),
    PN_("qt", "Parent Directory"),
    PN_("qt", "Create New Folder"),
    PN_("qt", "New Folder"),
    PN_("qt", "Rename"),
    PN_("qt", "Show hidden files"),
    PN_("qt", "List View"),
    PN_("qt", "Detail View"),
    PN_("qt", "Name"),
    PN_("qt", "Size"),
    PN_("qt", "Kind"),
    PN_("qt", "Type"),
    PN_("qt", "Date Modified"),
    PN_("qt", "My Computer"),
    PN_("qt", "Computer"),
    PN_("qt", "Drive"),
    PN_("qt", "File"),
    PN_("qt", "Folder"),
    PN_("qt", "File Folder"),
    PN_("qt", "Directories"),
    PN_("qt", "All Files (*)"),
    PN_("qt", "Save As"),
    PN_("qt", "Find Directory"),
    PN_("qt", "%1 already exists.\nDo you want to replace it?"),
    PN_("qt", "%1\nFile not found.\nPlease verify the correct file name was given."),
    PN_("qt", "Print"),
    PN_("qt", "Printer"),
    PN_("qt", "Name:"),
    PN_("qt", "Location:"),
    PN_("qt", "Type:"),
    PN_("qt", "Properties"),
    PN_("qt", "Preview"),
    PN_("qt", "Output file:"),
    PN_("qt", "Print range"),
    PN_("qt", "Print all"),
    PN_("qt", "Pages from"),
    PN_("qt", "to"),
    PN_("qt", "Pages"),
    PN_("qt", "Current Page"),
    PN_("qt", "Selection"),
    PN_("qt", "Copies"),
    PN_("qt", "Copies:"),
    PN_("qt", "Collate"),
    PN_("qt", "Reverse"),
    PN_("qt", "Options"),
    PN_("qt", "Options >>"),
    PN_("qt", "Options <<"),
    PN_("qt", "Paper"),
    PN_("qt", "Page size:"),
    PN_("qt", "Paper source:"),
    PN_("qt", "Orientation"),
    PN_("qt", "Portrait"),
    PN_("qt", "Landscape"),
    PN_("qt", "Reverse portrait"),
    PN_("qt", "Reverse landscape"),
    PN_("qt", "Margins"),
    PN_("qt", "Color Mode"),
    PN_("qt", "Color"),
    PN_("qt", "Grayscale"),
    PN_("qt", "Duplex Printing"),
    PN_("qt", "None"),
    PN_("qt", "Long side"),
    PN_("qt", "Short side"),
    PN_("qt", "Print to File (PDF)"),
)


class Words(QTranslator):
    """Install one on the application; it is asked for every text of Qt and answers from the catalogue in use."""

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str:
        """Our word for a text of Qt, its own where we have none; a mnemonic stays a mnemonic."""
        plain = source.replace("&", "")
        ours = pgettext("qt", plain)
        if ours == plain:
            return source
        return f"&{ours}" if "&" in source else ours

    def isEmpty(self) -> bool:
        """Never: an empty translator would not be asked."""
        return False


def install(parent: QObject) -> Words:
    """Let `parent` (the application) speak our words."""
    words = Words(parent)
    QCoreApplication.installTranslator(words)
    return words
