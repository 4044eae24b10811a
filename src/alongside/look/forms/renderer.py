from __future__ import annotations

from django.forms.renderers import TemplatesSetting


class Renderer(TemplatesSetting):
    """Renders every form of the house in the look of ``look/forms/``."""

    form_template_name = "look/forms/form.html"
    field_template_name = "look/forms/field.html"
