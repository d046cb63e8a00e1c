"""Desk: the only room with tables and transactions.

One function for each thing a member may do, and the queries of the pages.

In come a workspace, a member's name and the moment; out come small frozen values (`habeas.desk.results`). It decides
nothing by itself, writes nothing without a member's name, changes no entry, and never hands out a database row.
Importing it starts Django.
"""

from habeas.desk import orm as _orm

_orm.start()

from habeas.desk.acceptance import accept, accept_all, accept_one  # noqa: E402
from habeas.desk.archive import backup  # noqa: E402
from habeas.desk.assessments import AssessmentPage, assess, assessment, second  # noqa: E402
from habeas.desk.authors import authors  # noqa: E402
from habeas.desk.checking import check_register  # noqa: E402
from habeas.desk.decisions import correct, prefer, reject, undo, withdraw  # noqa: E402
from habeas.desk.digest import send_digest  # noqa: E402
from habeas.desk.documents import document_kinds, document_report, list_report  # noqa: E402
from habeas.desk.downloads import FOLDERS, FORMATS, export_files  # noqa: E402
from habeas.desk.due import DuePage, due, due_calendar  # noqa: E402
from habeas.desk.duplicates import DuplicatesPage, LikelyPair, cannot_tell, likely_duplicates  # noqa: E402
from habeas.desk.editions import (  # noqa: E402
    Frozen,
    compare_editions,
    edition_file,
    edition_named,
    editions,
    freeze_edition,
)
from habeas.desk.erasure import erase  # noqa: E402
from habeas.desk.exchange import Taken, export_register, import_register  # noqa: E402
from habeas.desk.exporting import COLUMNS as EXPORTED  # noqa: E402
from habeas.desk.exporting import export_people  # noqa: E402
from habeas.desk.folding import register  # noqa: E402
from habeas.desk.histories import history  # noqa: E402
from habeas.desk.import_plans import ImportPlan, plan_import  # noqa: E402
from habeas.desk.importing import Imported, import_people  # noqa: E402
from habeas.desk.joining import different, same, split  # noqa: E402
from habeas.desk.members import add_member, member, members  # noqa: E402
from habeas.desk.numbers import FiguresPage, figures  # noqa: E402
from habeas.desk.people import people  # noqa: E402
from habeas.desk.persons import person  # noqa: E402
from habeas.desk.photographs import About, Photographed, add_photograph, consent_to  # noqa: E402
from habeas.desk.pictures import photograph, photographs_of, shown_in  # noqa: E402
from habeas.desk.publication import public_site, published  # noqa: E402
from habeas.desk.readings import read_source, read_sources  # noqa: E402
from habeas.desk.recognition import recognise  # noqa: E402
from habeas.desk.releases import record_mandate, release, withdraw_basis  # noqa: E402
from habeas.desk.replay import replay  # noqa: E402
from habeas.desk.responsibility import compliance_page, involve, officials_page  # noqa: E402
from habeas.desk.restoring import restore  # noqa: E402
from habeas.desk.results import Selection  # noqa: E402
from habeas.desk.selections import proposals  # noqa: E402
from habeas.desk.snapshots import (  # noqa: E402
    Screened,
    add_list,
    check_list,
    columns_of,
    list_proposals,
    read_lists,
)
from habeas.desk.sources import capture, capture_address, capture_bytes, document, original, sources  # noqa: E402
from habeas.desk.verification import rebuild, verify  # noqa: E402
from habeas.desk.workspace import Workspace, create_workspace, open_workspace  # noqa: E402

__all__ = [
    "EXPORTED",
    "FOLDERS",
    "FORMATS",
    "About",
    "AssessmentPage",
    "DuePage",
    "DuplicatesPage",
    "FiguresPage",
    "Frozen",
    "ImportPlan",
    "Imported",
    "LikelyPair",
    "Photographed",
    "Screened",
    "Selection",
    "Taken",
    "Workspace",
    "accept",
    "accept_all",
    "accept_one",
    "add_list",
    "add_member",
    "add_photograph",
    "assess",
    "assessment",
    "authors",
    "backup",
    "cannot_tell",
    "capture",
    "capture_address",
    "capture_bytes",
    "check_list",
    "check_register",
    "columns_of",
    "compare_editions",
    "compliance_page",
    "consent_to",
    "correct",
    "create_workspace",
    "different",
    "document",
    "document_kinds",
    "document_report",
    "due",
    "due_calendar",
    "edition_file",
    "edition_named",
    "editions",
    "erase",
    "export_files",
    "export_people",
    "export_register",
    "figures",
    "freeze_edition",
    "history",
    "import_people",
    "import_register",
    "involve",
    "likely_duplicates",
    "list_proposals",
    "list_report",
    "member",
    "members",
    "officials_page",
    "open_workspace",
    "original",
    "people",
    "person",
    "photograph",
    "photographs_of",
    "plan_import",
    "prefer",
    "proposals",
    "public_site",
    "published",
    "read_lists",
    "read_source",
    "read_sources",
    "rebuild",
    "recognise",
    "record_mandate",
    "register",
    "reject",
    "release",
    "replay",
    "restore",
    "same",
    "second",
    "send_digest",
    "shown_in",
    "sources",
    "split",
    "undo",
    "verify",
    "withdraw",
    "withdraw_basis",
]
