"""Write what was filled into a form, and notes typed onto a page, into the page's own content, so
that they are read and drawn in their places. Only the opened copy in memory changes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from rag.corpus.formats.pdf.calls import calls


@contextmanager
def filled_in(document: Any) -> Iterator[Any]:
    """The fields of an opened document inside a ``with`` block, as pdfium's handle; None for a
    document without any.

    Args:
        document: pdfium's handle of the document.
    """
    raw = calls().raw
    if raw.FPDF_GetFormType(document) == raw.FORMTYPE_NONE:
        yield None
        return
    settings = raw.FPDF_FORMFILLINFO(version=2)  # pdfium reads it until the end
    fields = raw.FPDFDOC_InitFormFillEnvironment(document, settings)
    try:
        yield fields
    finally:
        if fields:
            raw.FPDFDOC_ExitFormFillEnvironment(fields)


def open_page(document: Any, fields: Any, number: int) -> Any:
    """Open a page with what was filled in and typed onto it; pdfium's handle, or a null one.

    Args:
        document: pdfium's handle of the document.
        fields: its fields (see ``filled_in``).
        number: of the page, from 0.
    """
    raw = calls().raw
    page = raw.FPDF_LoadPage(document, number)
    if not page or raw.FPDFPage_GetAnnotCount(page) < 1:
        return page
    if fields:
        raw.FORM_OnAfterLoadPage(page, fields)  # makes the looks of fields that have none
    if _keep_shown(page, fields):
        raw.FPDFPage_Flatten(page, raw.FLAT_NORMALDISPLAY)
    if fields:
        raw.FORM_OnBeforeClosePage(page, fields)
    raw.FPDF_ClosePage(page)
    return raw.FPDF_LoadPage(document, number)


def _keep_shown(page: Any, fields: Any) -> bool:
    """Remove from a page what is no text of it, such as buttons, links and comments; whether a
    field or a typed note is left."""
    raw = calls().raw
    left = False
    for number in reversed(range(raw.FPDFPage_GetAnnotCount(page))):
        note = raw.FPDFPage_GetAnnot(page, number)
        if not note:
            continue
        kind = raw.FPDFAnnot_GetSubtype(note)
        is_field = kind == raw.FPDF_ANNOT_WIDGET and bool(fields)
        if is_field:
            form_kind = raw.FPDFAnnot_GetFormFieldType(fields, note)
            is_field = form_kind not in (raw.FPDF_FORMFIELD_UNKNOWN, raw.FPDF_FORMFIELD_PUSHBUTTON)
        raw.FPDFPage_CloseAnnot(note)
        if is_field or kind == raw.FPDF_ANNOT_FREETEXT:
            left = True
        else:
            raw.FPDFPage_RemoveAnnot(page, number)
    return left
