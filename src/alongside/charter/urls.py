from __future__ import annotations

from django.urls import URLPattern, path

from .views import answering, evidence, rounds

HERE = "organisations/<uuid:organisation>/evidence/<slug:framework>/<slug:statement>/"

app_name = "charter"
urlpatterns: list[URLPattern] = [
    path("organisations/<uuid:organisation>/evidence/", evidence.evidence, name="evidence"),
    path(HERE, evidence.statement, name="statement"),
    path(f"{HERE}picks/", evidence.picks, name="picks"),
    path(f"{HERE}picks/<uuid:picked>/removal/", evidence.removal, name="removal"),
    path(f"{HERE}links/", evidence.links, name="links"),
    path("organisations/<uuid:organisation>/reviews/", rounds.rounds, name="rounds"),
    path("reviews/<uuid:review>/", rounds.review, name="review"),
    path("reviews/<uuid:review>/closing/", rounds.closing, name="closing"),
    path("answer/<str:token>/", answering.begin, name="begin"),
    path("answer/<str:token>/sent/", answering.sent, name="sent"),
    path("answer/<str:token>/<slug:step>/", answering.step, name="step"),
]
