from __future__ import annotations

from django.urls import URLPattern, path

from .views import answering, plan, rounds

app_name = "charter"
urlpatterns: list[URLPattern] = [
    path("organisations/<uuid:organisation>/reviews/", rounds.rounds, name="rounds"),
    path("reviews/<uuid:review>/", rounds.review, name="review"),
    path("reviews/<uuid:review>/closing/", rounds.closing, name="closing"),
    path("reviews/<uuid:review>/plan/<slug:statement>/", plan.plan, name="plan"),
    path("answer/<str:token>/", answering.begin, name="begin"),
    path("answer/<str:token>/sent/", answering.sent, name="sent"),
    path("answer/<str:token>/<slug:step>/", answering.step, name="step"),
]
