"""Fields that speak plainly. ``from alongside.look import forms`` and write a form as with Django's own.

Every field takes Django's arguments, and ``label_as_heading`` (its label is the page's ``h1``) and
``label_size`` (``s``, ``m``, ``l`` or ``xl``). ``help_text`` is the hint.
"""

from django.forms import HiddenInput, ValidationError

from alongside.look.forms.choices import Choice, Choices, Pick, Tick
from alongside.look.forms.day import Day
from alongside.look.forms.fields import Code, Email, FormKey, Line, Phone, Words
from alongside.look.forms.form import Form
from alongside.look.forms.renderer import Renderer
from alongside.look.forms.uploads import Upload, Uploads

__all__ = [
    "Choice",
    "Choices",
    "Code",
    "Day",
    "Email",
    "Form",
    "FormKey",
    "HiddenInput",
    "Line",
    "Phone",
    "Pick",
    "Renderer",
    "Tick",
    "Upload",
    "Uploads",
    "ValidationError",
    "Words",
]
