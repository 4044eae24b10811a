from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from alongside.look.context import COOKIE, theme_of
from alongside.look.gallery import shown
from alongside.look.ours import our_path
from alongside.look.theme import ThemeForm

YEAR = 60 * 60 * 24 * 365


@require_http_methods(["GET", "HEAD", "POST"])
def theme(request: HttpRequest) -> HttpResponse:
    """Light, dark, or as the device: a plain form and a cookie."""
    if request.method != "POST":
        back = our_path(request.META.get("HTTP_REFERER", ""), request)
        form = ThemeForm(initial={"theme": theme_of(request) or "device", "back": back})
        return render(request, "look/theme.html", {"form": form, "back_href": back})
    form = ThemeForm(request.POST)
    back = our_path(request.POST.get("back", ""), request)
    if not form.is_valid():
        return render(request, "look/theme.html", {"form": form, "back_href": back})
    response = redirect(back)
    if form.cleaned_data["theme"] == "device":
        response.delete_cookie(COOKIE, samesite="Lax")
    else:
        secure = settings.SESSION_COOKIE_SECURE
        response.set_cookie(
            COOKIE, form.cleaned_data["theme"], YEAR, secure=secure, httponly=True, samesite="Lax"
        )
    return response


@require_safe
def components(request: HttpRequest) -> HttpResponse:
    """Every part in its states. For those who build and those who try it out, not for an open site."""
    if not (settings.DEBUG or getattr(settings, "DEMO", False)):
        raise Http404
    return render(request, "look/components.html", shown(request))
