from __future__ import annotations

from alongside.look import forms


class ThemeForm(forms.Form):
    """Which colours the reader wants, and the page to go back to."""

    theme = forms.Choice(
        label="Light or dark",
        label_as_heading=True,
        choices=[("light", "Light"), ("dark", "Dark"), ("device", "As my device")],
        hints={"device": "Your phone or computer may change by itself in the evening."},
    )
    back = forms.Line(required=False, widget=forms.HiddenInput)
