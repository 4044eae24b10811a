from __future__ import annotations

from django.urls import path

from .views import filing, moderation, paper, pictures, replies, stories, tell, typing_in

app_name = "voice"
urlpatterns = [
    path("<slug:area>/tell/", tell.tell, name="tell"),
    path("<slug:area>/tell/sent/", tell.sent, name="sent"),
    path("<slug:area>/tell/form.pdf", paper.paper_form, name="paper_form"),
    path("<slug:area>/tell/picture/", pictures.add, name="add_picture"),
    path("<slug:area>/tell/picture/file/", pictures.added, name="added_picture"),
    path("<slug:area>/tell/<slug:step>/", tell.question, name="question"),
    path("<slug:area>/taken-down/", typing_in.type_in, name="type_in"),
    path("<slug:area>/taken-down/<uuid:taken>/", typing_in.taken_down, name="taken_down"),
    path("<slug:area>/taken-down/<uuid:taken>/not-reached/", typing_in.not_reached, name="not_reached"),
    path("<slug:area>/readings/", moderation.readings, name="readings"),
    path("readings/<uuid:reading>/", moderation.reading, name="reading"),
    path("readings/<uuid:reading>/changes/", moderation.change, name="change"),
    path("readings/<uuid:reading>/picture/", moderation.picture, name="picture_out"),
    path("readings/<uuid:reading>/passing/", moderation.passing, name="passing"),
    path("readings/<uuid:reading>/hold/", moderation.hold, name="hold"),
    path("stories/<uuid:story>/", stories.story, name="story"),
    path("stories/<uuid:story>/picture/", pictures.picture, name="picture"),
    path("stories/<uuid:story>/organisation/", filing.organisation, name="organisation"),
    path("stories/<uuid:story>/asking/", stories.asking, name="asking"),
    path("stories/<uuid:story>/publication/", stories.publication, name="publication"),
    path("stories/<uuid:story>/teller/", stories.teller, name="teller"),
    path("stories/<uuid:story>/consents/", stories.my_consents, name="my_consents"),
    path("stories/<uuid:story>/replies/", replies.replies, name="replies"),
    path("stories/<uuid:story>/recorded-replies/", replies.recorded, name="recorded"),
    path("replies/<str:token>/", replies.reply_by_code, name="reply_by_code"),
    path("decisions/<uuid:decision>/basis/", stories.basis, name="basis"),
    path("way-back/<str:token>/consents/", stories.consents, name="consents"),
]
