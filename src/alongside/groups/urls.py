from __future__ import annotations

from django.urls import path

from .views import deciding, seats, words

app_name = "groups"
urlpatterns = [
    path("groups/<uuid:group>/decisions/", words.decisions, name="decisions"),
    path("groups/<uuid:group>/handovers/", seats.handovers, name="handovers"),
    path("decisions/<uuid:decision>/", deciding.decision, name="decision"),
    path("decisions/<uuid:decision>/wordings/", words.wordings, name="wordings"),
    path("decisions/<uuid:decision>/agreement/", deciding.agreement, name="agreement"),
    path("decisions/<uuid:decision>/stand/", words.stand, name="stand"),
    path("decisions/<uuid:decision>/objections/", words.objections, name="objections"),
    path("decisions/<uuid:decision>/urgency/", deciding.urgency, name="urgency"),
    path("decisions/<uuid:decision>/papers/", words.papers, name="papers"),
    path("objections/<uuid:objection>/withdrawal/", deciding.withdrawal, name="withdrawal"),
    path("papers/<uuid:paper>/", words.paper, name="paper"),
]
