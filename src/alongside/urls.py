"""Every address of the house, room by room; ``checks/`` walks this list."""

from django.urls import include, path

urlpatterns = [
    path("", include("alongside.look.urls")),
    path("", include("alongside.welcome.urls")),
    path("", include("alongside.messages.urls")),
    path("", include("alongside.place.urls")),
    path("", include("alongside.safety.urls")),
    path("", include("alongside.words.urls")),
    path("", include("alongside.groups.urls")),
    path("", include("alongside.voice.urls")),
    path("", include("alongside.promises.urls")),
    path("", include("alongside.charter.urls")),
    path("", include("alongside.website.urls")),
]

handler400 = "alongside.look.errors.bad_request"
handler403 = "alongside.look.errors.refused"
handler404 = "alongside.look.errors.not_found"
handler500 = "alongside.look.errors.broken"
