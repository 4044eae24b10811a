from __future__ import annotations

from django.urls import path

from .views import beginning, looking_after

app_name = "place"
urlpatterns = [
    path("start/", beginning.start, name="start"),
    path("start/<slug:step>/", beginning.step, name="step"),
    path("organisations/<uuid:organisation>/address/", looking_after.address, name="address"),
    path("tasks/<uuid:role>/end/", looking_after.end, name="end"),
    path("<slug:area>/place/", looking_after.place, name="place"),
    path("<slug:area>/place/words/", looking_after.words, name="words"),
    path("<slug:area>/place/organisations/", looking_after.organisations, name="organisations"),
    path("<slug:area>/place/tasks/", looking_after.tasks, name="tasks"),
    path("<slug:area>/place/hands/", looking_after.hands, name="hands"),
]
