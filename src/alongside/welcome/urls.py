from __future__ import annotations

from django.urls import path

from .joining import views as joining
from .members import alike_views as people
from .members import views as members
from .newsletters import views as news
from .views import lost, places, signing_in, step, ways

app_name = "welcome"
urlpatterns = [
    path("sign-in/", signing_in.sign_in, name="sign_in"),
    path("sign-in/code/", signing_in.code, name="code"),
    path("sign-in/second/", step.second, name="second"),
    path("sign-in/keep/", step.keep, name="keep"),
    path("sign-in/carry-on/", step.carry_on, name="carry_on"),
    path("sign-out/", signing_in.sign_out, name="sign_out"),
    path("cast/", signing_in.cast, name="cast"),
    path("sign-in/ways/", ways.ways, name="ways"),
    path("sign-in/ways/app/", ways.app, name="app"),
    path("sign-in/ways/passkey/", ways.new_passkey, name="passkey"),
    path("sign-in/ways/recovery-codes/", ways.recovery_codes, name="recovery"),
    path("sign-in/places/", places.places, name="places"),
    path("sign-in/ways/<uuid:way>/removal/", ways.removal, name="removal"),
    path("<slug:area>/members/", members.members, name="members"),
    path("<slug:area>/members/all/<slug:ending>/", people.everybody, name="everybody"),
    path("<slug:area>/members/alike/", people.alike, name="alike"),
    path("<slug:area>/members/<uuid:member>/same-as/<uuid:other>/", people.one_person, name="one_person"),
    path("<slug:area>/members/<uuid:member>/not/<uuid:other>/", people.two_people, name="two_people"),
    path("<slug:area>/members/lists/<uuid:draft>/columns/", members.columns, name="columns"),
    path("<slug:area>/members/lists/<uuid:draft>/", members.bringing, name="bringing"),
    path("<slug:area>/members/lists/<uuid:draft>/staying-out/", members.staying_out, name="staying_out"),
    path("<slug:area>/members/lists/<uuid:draft>/same/", members.same, name="same"),
    path("<slug:area>/members/lists/<uuid:draft>/to-mend/<slug:ending>/", members.mending, name="mending"),
    path("<slug:area>/join/", joining.join, name="join"),
    path("<slug:area>/join/sent/", joining.join_sent, name="join_sent"),
    path("<slug:area>/join/<slug:token>/", joining.join_link, name="join_link"),
    path("<slug:area>/newsletters/stop/<str:token>/", joining.stop, name="stop"),
    path("my/forums/", joining.my_forums, name="my_forums"),
    path("my/forums/<uuid:member>/newsletters/", joining.my_news, name="my_news"),
    path("my/forums/<uuid:member>/leaving/", joining.my_leaving, name="my_leaving"),
    path("<slug:area>/newsletters/", news.newsletters, name="newsletters"),
    path("<slug:area>/newsletters/<uuid:letter>/", news.newsletter, name="newsletter"),
    path("<slug:area>/newsletters/<uuid:letter>/posting/", news.posting, name="posting"),
    path("<slug:area>/second-ways/", lost.lost_ways, name="lost"),
]
