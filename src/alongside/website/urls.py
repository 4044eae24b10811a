from __future__ import annotations

from django.urls import path

from .views import about, asked, mine, office, organisations, printing, public, reports, sittings, yours

app_name = "website"
urlpatterns = [
    path("", public.home, name="home"),
    path("healthz", about.healthz, name="healthz"),
    path("robots.txt", about.robots, name="robots"),
    path(".well-known/security.txt", about.security, name="security"),
    path("messages/came-back/", reports.came_back, name="came_back"),
    path("my/", mine.my_page, name="my_page"),
    path("my/data/", yours.data, name="my_data"),
    path("my/data/copy/", yours.copy, name="my_copy"),
    path("my/data/wishes/", yours.wishes, name="my_wishes"),
    path("my/data/erasure/", yours.erasure, name="my_erasure"),
    path("way-back/<str:token>/", mine.way_back, name="way_back"),
    path("way-back/<str:token>/data/", yours.data, name="my_data_by_link"),
    path("way-back/<str:token>/data/copy/", yours.copy, name="my_copy_by_link"),
    path("way-back/<str:token>/data/wishes/", yours.wishes, name="my_wishes_by_link"),
    path("way-back/<str:token>/data/erasure/", yours.erasure, name="my_erasure_by_link"),
    path("wishes/<uuid:wish>/", asked.wish, name="wish"),
    path("wishes/<uuid:wish>/withdrawal/", yours.withdrawal, name="wish_withdrawal"),
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
    path("<slug:area>/to-print/", printing.to_print, name="to_print"),
    path("<slug:area>/to-print/<slug:invite>/<slug:size>.pdf", printing.poster, name="poster"),
    path("<slug:area>/journal/", office.journal, name="journal"),
    path("<slug:area>/wishes/", asked.asked, name="asked"),
    path("<slug:area>/gone/", yours.gone, name="gone"),
    path("<slug:area>/help/", about.help_page, name="help"),
    path("<slug:area>/privacy/", about.privacy, name="privacy"),
    path("<slug:area>/accessibility/", about.accessibility, name="accessibility"),
    path("<slug:area>/who-can-see-what/", about.who_sees_what, name="who_sees_what"),
]
