"""Documents: what advocates send and what people print, in HTML, DOCX and PDF, from the register alone.

In come a register narrowed to an audience, its figures, a day and a template; out comes one tree of a few elements and
from it the bytes of a format. A template names figures and facts, never numbers; what it inserts is escaped; it reaches
no file, no address and no clock.
"""

from habeas.reports.documents.cover import Picture
from habeas.reports.documents.faults import TemplateFault
from habeas.reports.documents.kinds import Made, about, document, kinds
from habeas.reports.documents.make import FORMATS, Masthead, Material, Rendered, render
from habeas.reports.documents.photographs import Photographs

__all__ = [
    "FORMATS",
    "Made",
    "Masthead",
    "Material",
    "Photographs",
    "Picture",
    "Rendered",
    "TemplateFault",
    "about",
    "document",
    "kinds",
    "render",
]
