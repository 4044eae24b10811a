"""*Tell us how it is*, to be printed and filled in by hand. Anybody may take one."""

from __future__ import annotations

from django.http import FileResponse, Http404
from django.utils import timezone
from django.utils.text import slugify
from django.views.decorators.http import require_safe

from alongside.documents import serving
from alongside.documents.kinds import KINDS
from alongside.people.viewer import Request, here

from ..paper.form import PROFILES, PaperForm
from ..readers import readers


@require_safe
def paper_form(request: Request, area: str) -> FileResponse:
    """The form as a PDF; ``?as=large`` and ``?as=easy-read`` for who reads it more easily so."""
    place, asked = here(request, area), request.GET.get("as", "")
    profile = next((one for one in PROFILES if one == asked), None)
    if profile is None:
        raise Http404
    written = PaperForm.of(place, readers(place, None), profile).pdf(timezone.now())
    return serving.made(written, slugify(f"{place} tell us how it is {profile}"), KINDS["pdf"])
