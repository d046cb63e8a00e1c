"""Addresses. Every name here is what templates and tests call the page."""

from __future__ import annotations

from django.urls import include, path, register_converter

from habeas.web.views import (
    advocacy,
    assessment,
    calendar_feed,
    check,
    data,
    deciding,
    decisions,
    documents,
    due,
    duplicates,
    editions,
    entrance,
    figures,
    importing,
    language,
    mandates,
    people,
    person,
    photographs,
    review,
    source,
    sources,
    today,
    trust,
    writing,
)


class Sha:
    """A SHA-256 in an address, or the start of one."""

    regex = "[0-9a-f]{8,64}"

    def to_python(self, value: str) -> str:
        """As it is."""
        return value

    to_url = to_python


register_converter(Sha, "sha")

urlpatterns = [
    path("", today.today, name="today"),
    path("first/<str:token>/", entrance.first, name="first"),
    path("", include("habeas.web.accounts.urls")),
    path("public/", include("habeas.web.public.urls")),
    path("api/v1/", include("habeas.web.api.urls")),
    path("trust/", trust.trust, name="trust"),
    path("trust/habeas-office.crt", trust.authority, name="authority"),
    path("due/", due.due_page, name="due"),
    path("due.ics", due.due_ics, name="due-ics"),
    path("calendar/<str:token>.ics", calendar_feed.feed, name="calendar"),
    path("documents/", documents.documents, name="documents"),
    path("documents/file/", documents.document_file, name="document-file"),
    path("documents/data/", data.data_file, name="data-file"),
    path("officials/", advocacy.officials, name="officials"),
    path("compliance/", advocacy.compliance, name="compliance"),
    path("editions/", editions.editions, name="editions"),
    path("editions/freeze/", editions.freeze, name="freeze"),
    path("editions/<sha:sha256>/", editions.edition_file, name="edition-file"),
    path("sources/", sources.sources, name="sources"),
    path("sources/upload/", sources.upload, name="upload"),
    path("sources/memo/", sources.memo, name="memo"),
    path("sources/<sha:sha256>/", source.source, name="source"),
    path("sources/<sha:sha256>/original/", source.original, name="original"),
    path("mandates/", mandates.mandates, name="mandates"),
    path("mandates/record/", mandates.record, name="record-mandate"),
    path("mandates/withdraw/", mandates.withdraw, name="withdraw-basis"),
    path("people/", people.people, name="people"),
    path("people.csv", people.people_csv, name="people-csv"),
    path("people/import/", importing.import_list, name="import"),
    path("people/duplicates/", duplicates.duplicates, name="duplicates"),
    path("people/duplicates/judge/", duplicates.judge, name="judge"),
    path("people/export.csv", importing.export, name="export"),
    path("people/<str:who>/", person.person, name="person"),
    path("people/<str:who>/assessment/", assessment.assessment, name="assessment"),
    path("people/<str:who>/assess/", assessment.assess, name="assess"),
    path("people/<str:who>/second/", assessment.second, name="second"),
    path("people/<str:who>/history/", person.history, name="history"),
    path("people/<str:who>/recognise/", decisions.recognise, name="recognise"),
    path("people/<str:who>/release/", decisions.release, name="release"),
    path("people/<str:who>/photograph/", photographs.add, name="add-photo"),
    path("photographs/<str:fact>/", photographs.photo, name="photo"),
    path("photographs/<str:fact>/consent/", photographs.consent, name="consent-photo"),
    path("facts/<str:fact>/prefer/<str:claim>/", decisions.prefer, name="prefer"),
    path("facts/<str:fact>/withdraw/", decisions.withdraw_fact, name="withdraw-fact"),
    path("entries/<str:entry>/undo/", decisions.undo_entry, name="undo-entry"),
    path("language/", language.choose, name="language"),
    path("check/", check.check_draft, name="check"),
    path("figures/", figures.figures, name="figures"),
    path("figures/<slug:name>/", figures.figure, name="figure"),
    path("figures/<slug:name>.csv", figures.figure_csv, name="figure-csv"),
    path("charts/<slug:series>/", figures.chart, name="chart"),
    path("charts/<slug:series>.csv", figures.series_csv, name="series-csv"),
    path("review/", review.review, name="review"),
    path("review/bulk/", deciding.bulk, name="bulk"),
    path("review/undo/", deciding.undo, name="undo"),
    path("review/<sha:sha256>/", review.review_source, name="review-source"),
    path("review/<sha:sha256>/similar/", review.similar, name="similar"),
    path("review/<sha:sha256>/write/", writing.write, name="write"),
    path("review/<sha:sha256>/written/", writing.written, name="written"),
    path("review/<str:proposal>/accept/", deciding.accept, name="accept"),
    path("review/<str:proposal>/reject/", deciding.reject, name="reject"),
    path("review/<str:proposal>/correct/", deciding.correct, name="correct"),
    path("review/<str:proposal>/dispute/", deciding.dispute, name="dispute"),
]
handler400 = "habeas.web.refusals.bad_request"
handler403 = "habeas.web.refusals.forbidden"
handler404 = "habeas.web.refusals.not_found"
handler500 = "habeas.web.refusals.failed"
