from __future__ import annotations

from django.urls import path

from .views import about, mine, office, organisations, public, sittings

app_name = "website"
urlpatterns = [
    path("", public.home, name="home"),
    path("healthz", about.healthz, name="healthz"),
    path("robots.txt", about.robots, name="robots"),
    path("my/", mine.my_page, name="my_page"),
    path("way-back/<str:token>/", mine.way_back, name="way_back"),
    path("promises/<uuid:promise>/", public.thread, name="thread"),
    path("stories/<uuid:story>/thread/", public.story_thread, name="story_thread"),
    path("groups/", sittings.groups, name="groups"),
    path("groups/<uuid:group>/", sittings.group, name="group"),
    path("groups/<uuid:group>/in-the-open/", sittings.open_group, name="open_group"),
    path("organisations/<uuid:organisation>/", organisations.organisation, name="organisation"),
    path("organisations/<uuid:organisation>/room/", organisations.room, name="room"),
    path("<slug:area>/", public.area, name="area"),
    path("<slug:area>/together/", public.together, name="together"),
    path("<slug:area>/desk/", office.desk, name="desk"),
    path("<slug:area>/journal/", office.journal, name="journal"),
    path("<slug:area>/help/", about.help_page, name="help"),
    path("<slug:area>/privacy/", about.privacy, name="privacy"),
    path("<slug:area>/accessibility/", about.accessibility, name="accessibility"),
    path("<slug:area>/who-can-see-what/", about.who_sees_what, name="who_sees_what"),
]
