from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from alongside.people.trying import sent
from alongside.words.forms import CheckForm
from alongside.words.glossary import glossary as our_glossary
from alongside.words.reading import read_through


@require_safe
def glossary(request: HttpRequest) -> HttpResponse:
    """The words we use, explained."""
    return render(request, "words/glossary.html", {"glossary": our_glossary()})


@require_http_methods(["GET", "HEAD", "POST"])
def check_words(request: HttpRequest) -> HttpResponse:
    """Anybody's text with advice beside it. Nothing is kept; what was typed is still there."""
    form = CheckForm(sent(request))
    reading = read_through(form.cleaned_data["text"], form.chosen()) if form.is_valid() else None
    return render(request, "words/check.html", {"form": form, "reading": reading})
