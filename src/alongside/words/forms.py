from alongside.look import forms
from alongside.words.profiles import EASY_READ, LETTER, PLAIN, Profile

LONGEST = 20_000
OFFERED = {profile.slug: profile for profile in (PLAIN, LETTER, EASY_READ)}


class CheckForm(forms.Form):
    text = forms.Words(
        label="Your text",
        label_size="m",
        rows=10,
        max_length=LONGEST,
        error_messages={"required": "Write or paste some words first."},
    )
    profile = forms.Choice(
        label="What is it?",
        label_size="m",
        choices=[(slug, profile.name) for slug, profile in OFFERED.items()],
        initial=PLAIN.slug,
    )

    def chosen(self) -> Profile:
        return OFFERED[self.cleaned_data["profile"]]
