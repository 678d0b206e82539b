"""From the words of a command line to an exit code: 0 done, 1 refused, 2 wrong usage, 3 the surroundings failed."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Sequence

from kubebuku.cli.commands import COMMANDS

DONE, REFUSED, USAGE, FAILED = 0, 1, 2, 3
#: What a shell expects of a program stopped by Ctrl-C.
STOPPED = 130


def opens_window(argv: Sequence[str]) -> bool:
    """True without any word, and for a single one that names no command and looks like a file: the book to open."""
    if len(argv) != 1:
        return not argv
    word = argv[0]
    if word in COMMANDS or word.startswith("-"):
        return False
    return word.lower().endswith(".kubebuku") or any(sign in word for sign in r"\/") or os.path.exists(word)  # noqa: PTH110 (pathlib is not loaded yet)


def main(argv: Sequence[str]) -> int:
    """Run one command; `argv` begins with its name, or asks for help or version."""
    from kubebuku.cli import output

    output.prepare(sys.stdout, sys.stderr)
    try:
        code = _guarded(list(argv))
        if sys.stdout is not None:  # a windowed program of Windows has none
            sys.stdout.flush()
    except BrokenPipeError:  # nobody reads any more; Python would complain once again when it closes the stream
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    except KeyboardInterrupt:
        return STOPPED
    return code


def _guarded(argv: list[str]) -> int:
    """Each kind of trouble has its exit code and its words."""
    from kubebuku.cli import output
    from kubebuku.cli.parsing import WrongUsage
    from kubebuku.domain.errors import Cancelled, RuleBroken, Surroundings, Trouble

    try:
        return _run(argv)
    except WrongUsage as wrong:
        output.note(f"{wrong.usage}{wrong}")
        return USAGE
    except SystemExit as ended:  # argparse ends so after --help
        return int(ended.code or 0)
    except Cancelled:
        return STOPPED
    except Trouble as trouble:
        from kubebuku.cli.remedies import explain

        output.note(explain(trouble))
        if isinstance(trouble, RuleBroken):
            return REFUSED
        return FAILED if isinstance(trouble, Surroundings) else REFUSED
    except (BrokenPipeError, KeyboardInterrupt):
        raise
    except OSError as error:
        return _unforeseen(error)
    except Exception as error:  # noqa: BLE001 (a bug is reported and named, whatever it is)
        return _bug(error, argv)


def _unforeseen(error: OSError) -> int:
    """What the operating system refused where no sentence was ready: a name that is too long, or its own words."""
    from kubebuku.cli import output
    from kubebuku.i18n import _

    if error.errno == errno.ENAMETOOLONG:
        from kubebuku.cli.remedies import explain
        from kubebuku.ledger.refusals import BookNameTooLong

        output.note(explain(BookNameTooLong(str(error.filename).replace("\\", "/").rpartition("/")[2])))
        return REFUSED
    output.note(_("The computer refused: {reason}.").format(reason=error.strerror or type(error).__name__))
    return FAILED


def _run(argv: list[str]) -> int:
    argv = take_language(argv)
    name = argv[0] if argv else "--help"
    if name in ("-h", "--help", "help"):
        _help()
        return DONE
    if name == "--version":
        from kubebuku import __version__
        from kubebuku.cli import output

        output.result(f"KubeBuku {__version__}")
        return DONE
    if name not in COMMANDS:
        from kubebuku.cli.parsing import WrongUsage
        from kubebuku.i18n import _

        raise WrongUsage(_("There is no command {name}; kubebuku --help lists them.").format(name=name))
    from kubebuku.cli.parsing import Parser
    from kubebuku.domain.named import named

    where, summary = COMMANDS[name]
    parser = Parser(name, summary)
    word = name.replace("-", "_")
    named(f"{where}:{word}_arguments")(parser)
    return int(named(f"{where}:{word}")(parser.read(argv[1:])))


def take_language(argv: list[str]) -> list[str]:
    """Take `--lang id|en` out of the arguments, wherever it stands; without it KUBEBUKU_LANG counts."""
    from kubebuku.cli.parsing import WrongUsage
    from kubebuku.i18n import LANGUAGES, _, set_language

    wanted = os.environ.get("KUBEBUKU_LANG", "").strip() or None
    if wanted not in LANGUAGES:  # a computer's setting is no reason to do nothing
        wanted = None
    rest: list[str] = []
    words = iter(argv)
    for word in words:
        if word == "--lang" or word.startswith("--lang="):
            wanted = word.partition("=")[2] if "=" in word else next(words, "")
            if wanted not in LANGUAGES:
                raise WrongUsage(_("--lang is id or en, not {written}").format(written=wanted))
        else:
            rest.append(word)
    set_language(wanted or LANGUAGES[0])
    return rest


def _help() -> None:
    from kubebuku.cli import output
    from kubebuku.i18n import _

    output.result(_("usage:") + " " + "kubebuku [--lang id|en] " + _("COMMAND BOOK ..."))
    output.result("")
    for name, (_module, summary) in COMMANDS.items():
        output.result(f"  {name:<12}" + _(summary))
    output.result("")
    output.result(_("Without a command, or with a book alone, the window opens. kubebuku COMMAND --help tells more."))


def _bug(error: Exception, argv: list[str]) -> int:
    from kubebuku.app import log
    from kubebuku.cli import output
    from kubebuku.i18n import _

    left = log.report(error, doing=f"kubebuku {argv[0] if argv else ''}")
    output.note(_("The program itself failed; nothing half was written. Report: {file}").format(file=left or "-"))
    if os.environ.get("KUBEBUKU_DEBUG"):
        raise error
    return FAILED
