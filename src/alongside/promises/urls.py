from __future__ import annotations

from django.urls import URLPattern, path

from .views import making, reading, rounds, verdicts

app_name = "promises"
urlpatterns: list[URLPattern] = [
    path("decisions/<uuid:decision>/promises/", making.new, name="new"),
    path("promises/<uuid:promise>/acceptance/", making.acceptance, name="acceptance"),
    path("promises/<uuid:promise>/refusal/", making.refusal_page, name="refusal"),
    path("promises/<uuid:promise>/start/", making.start, name="start"),
    path("promises/<uuid:promise>/deliveries/", rounds.deliveries, name="deliveries"),
    path("promises/<uuid:promise>/evidence/", rounds.files, name="files"),
    path("promises/<uuid:promise>/evidence/<uuid:evidence>/", rounds.file, name="file"),
    path("promises/<uuid:promise>/check/", rounds.check, name="check"),
    path("promises/<uuid:promise>/reopening/", rounds.reopening, name="reopening"),
    path("promises/<uuid:promise>/answers/<uuid:verdict>/", rounds.answer, name="answer"),
    path("verdicts/<str:token>/", verdicts.verdict, name="verdict"),
    path("way-back/<str:token>/verdicts/<uuid:told>/", verdicts.verdict_by_link, name="verdict_by_link"),
    path("readings/words/<uuid:verdict>/", reading.shown_words, name="shown_words"),
]
