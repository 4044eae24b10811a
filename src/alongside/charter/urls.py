from __future__ import annotations

from django.urls import URLPattern, path

from .views import answering, asking, evidence, paper, plan, reading, rounds, sheets

HERE = "organisations/<uuid:organisation>/evidence/<slug:framework>/<slug:statement>/"

app_name = "charter"
urlpatterns: list[URLPattern] = [
    path("organisations/<uuid:organisation>/evidence/", evidence.evidence, name="evidence"),
    path(HERE, evidence.statement, name="statement"),
    path(f"{HERE}picks/", evidence.picks, name="picks"),
    path(f"{HERE}picks/<uuid:picked>/removal/", evidence.removal, name="removal"),
    path(f"{HERE}picks/<uuid:picked>/sentence/", evidence.sentence, name="sentence"),
    path(f"{HERE}links/", evidence.links, name="links"),
    path("organisations/<uuid:organisation>/reviews/", rounds.rounds, name="rounds"),
    path("reviews/<uuid:review>/", rounds.review, name="review"),
    path("reviews/<uuid:review>/closing/", rounds.closing, name="closing"),
    path("reviews/<uuid:review>/result.pdf", paper.result_pdf, name="result_pdf"),
    path("reviews/<uuid:review>/result.docx", paper.result_docx, name="result_docx"),
    path("reviews/<uuid:review>/links/<slug:audience>/poster.pdf", paper.poster, name="poster"),
    path("reviews/<uuid:review>/links/<slug:audience>/letter.pdf", paper.letter, name="letter"),
    path("reviews/<uuid:review>/links/<slug:audience>/form.pdf", paper.form, name="form"),
    path("reviews/<uuid:review>/links/<slug:audience>/qr.svg", paper.square, name="square"),
    path("reviews/<uuid:review>/sheets/<slug:audience>/", sheets.sheets, name="sheets"),
    path("reviews/<uuid:review>/links/<slug:audience>/codes/", asking.codes, name="codes"),
    path("reviews/<uuid:review>/links/<slug:audience>/passing-on/", asking.passing_on, name="passing_on"),
    path("readings/comments/<uuid:comment>/", reading.comment, name="comment"),
    path("reviews/<uuid:review>/plan/<slug:statement>/", plan.plan, name="plan"),
    path("answer/<str:token>/", answering.begin, name="begin"),
    path("answer/<str:token>/thank_you/", answering.sent, name="sent"),
    path("answer/<str:token>/<slug:step>/", answering.step, name="step"),
]
