"""The parts that come from the toolkit are its HTML; where our words or ways differ, the test says how."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from django.template import Context, Template
from django.template.loader import render_to_string

from alongside.look.tests.oracle import Shape, fixture, shape


def drawn(template: str, **said: Any) -> Shape:
    return shape(Template(template).render(Context(said)))


def html_of(options: dict[str, Any]) -> str:
    """A fixture's words, as a block between our tags would hold them."""
    return Template(options["html"]).render(Context()) if "html" in options else options.get("text", "")


@pytest.mark.parametrize(
    "name",
    ["default", "disabled", "secondary", "secondary disabled", "warning", "warning disabled", "name", "value",
     "prevent double click", "no type"],
)  # fmt: skip
def test_a_button(name: str) -> None:
    options, theirs = fixture("button", name)
    kind = options.get("classes", "").rpartition("--")[2]
    once = options.get("preventDoubleClick", False)
    ours = drawn(
        "{% button text kind=kind once=once name=name value=value disabled=disabled %}",
        text=options["text"], kind=kind, once=once, name=options.get("name", ""),
        value=options.get("value", ""), disabled=options.get("disabled", False),
    )  # fmt: skip
    assert ours == shape(theirs)


def test_a_link_with_the_look_of_a_button() -> None:
    options, theirs = fixture("button", "link")
    assert drawn("{% button_link text href %}", **options) == shape(theirs)


@pytest.mark.parametrize("name", ["with custom text and link", "html as text"])
def test_the_way_back_stands_in_a_landmark(name: str) -> None:
    options, theirs = fixture("back-link", name)
    ours = drawn("{% back href text %}", href=options.get("href", "#"), text=options["text"])
    assert ours[1:-1] == shape(theirs)
    assert ours[0] == ("nav", {"class": set(), "aria-label": "Back"})


def test_details() -> None:
    options, theirs = fixture("details", "default")
    ours = drawn("{% details s %}{{ t }}{% enddetails %}", s=options["summaryText"], t=options["text"])
    assert ours == shape(theirs)
    options, theirs = fixture("details", "expanded")
    ours = drawn(
        "{% details s open=True %}{{ t }}{% enddetails %}", s=options["summaryText"], t=options["text"]
    )
    assert ours == shape(theirs.replace(f' id="{options["id"]}"', ""))


@pytest.mark.parametrize("name", ["default", "with html", "html as text"])
def test_an_inset(name: str) -> None:
    options, theirs = fixture("inset-text", name)
    assert drawn("{% inset %}{{ t }}{% endinset %}", t=html_of(options)) == shape(theirs)


@pytest.mark.parametrize("name", ["with text as html", "custom title", "with type as success",
                                  "auto-focus disabled, with type as success"])  # fmt: skip
def test_a_notice(name: str) -> None:
    """Its heading is an id of ours, since two may stand on a page; a bare sentence is a paragraph."""
    options, theirs = fixture("notification-banner", name)
    kind, focus = options.get("type", ""), not options.get("disableAutoFocus")
    title = options.get("titleText", "Success" if kind else "Important")
    ours = drawn(
        "{% notice title kind=kind focus=focus %}{{ t }}{% endnotice %}",
        title=title, kind=kind, focus=focus, t=html_of(options),
    )  # fmt: skip
    theirs = theirs.replace("govuk-notification-banner-title", "notice-title")
    if "html" not in options:
        theirs = theirs.replace('<p class="govuk-notification-banner__heading">', "").replace("</p>", "")
    assert ours == shape(theirs)


@pytest.mark.parametrize("name", ["default", "title with no body text"])
def test_a_panel(name: str) -> None:
    options, theirs = fixture("panel", name)
    title = options.get("titleText") or options["titleHtml"]
    assert drawn("{% panel title %}{{ t }}{% endpanel %}", title=title, t=html_of(options)) == shape(theirs)


def test_a_summary_list() -> None:
    options, theirs = fixture("summary-list", "single action with anchor")
    row = options["rows"][0]
    action = row["actions"]["items"][0]
    ours = drawn(
        "{% summary %}{% answer q href=h change=c %}{{ t }}{% endanswer %}{% endsummary %}",
        q=row["key"]["text"], t=row["value"]["text"], h=action["href"], c=action["text"],
    )  # fmt: skip
    hidden = f'<span class="govuk-visually-hidden"> {row["key"]["text"]}</span>'
    if "visually-hidden" not in theirs:
        theirs = theirs.replace("</a>", f"{hidden}</a>")
    assert ours == shape(theirs)


def test_a_row_without_a_change() -> None:
    options, theirs = fixture("summary-list", "with some actions")
    row = options["rows"][1]
    ours = drawn("{% answer q %}{{ t }}{% endanswer %}", q=row["key"]["text"], t=row["value"]["text"])
    start = theirs.index('<div class="govuk-summary-list__row govuk-summary-list__row--no-actions"')
    assert ours == shape(theirs[start : theirs.index("</div>", start) + 6])


@pytest.mark.parametrize("name", ["with prev and next only", "with previous only", "with next only"])
def test_paging(name: str) -> None:
    """Ours says *newer* and *older*, not *previous* and *next*, which could mean either."""
    options, theirs = fixture("pagination", name)
    newer, older = (options.get(way, {}).get("href", "") for way in ("previous", "next"))
    hidden = '<span class="govuk-visually-hidden"> page</span>'
    for before, after in {
        "Previous": "Newer ones",
        "Next": "Older ones",
        'l="Pagination"': 'l="Pages"',
    }.items():
        theirs = theirs.replace(before + hidden, after).replace(before, after)
    assert drawn("{% pages older=older newer=newer %}", older=older, newer=newer) == shape(theirs)


@pytest.mark.parametrize("name", ["default", "without links", "mixed with and without links"])
def test_the_error_summary(name: str) -> None:
    options, theirs = fixture("error-summary", name)
    problems = [SimpleNamespace(text=one["text"], href=one.get("href", "")) for one in options["errorList"]]
    form = SimpleNamespace(
        is_bound=True, problems=lambda: problems, problems_title=lambda: options["titleText"]
    )
    assert drawn("{% errors form %}", form=form) == shape(theirs)


def test_the_skip_link() -> None:
    options, theirs = fixture("skip-link", "default")
    page = render_to_string("look/base.html", {})
    ours = page[page.index('<a href="#main"') : page.index("</a>") + 4]
    assert shape(ours) == shape(theirs.replace(options["href"], "#main"))


def test_a_table() -> None:
    """Ours can be scrolled by keyboard where it is wider than the window."""
    options, theirs = fixture("table", "with head and caption")
    head = [cell["text"] for cell in options["head"]]
    rows = [[cell["text"] for cell in row] for row in options["rows"]]
    ours = drawn("{% table caption head rows %}", caption=options["caption"], head=head, rows=rows)
    start = '<caption class="govuk-table__caption govuk-table__caption--m">'
    caption = '<caption class="govuk-table__caption govuk-table__caption--s" id="table-caption">'
    assert start in theirs
    theirs = theirs.replace(start, f'{caption}<span class="al-cap">')
    assert ours[1:-1] == shape(theirs.replace("</caption>", "</span></caption>"))
    assert ours[0][1]["tabindex"] == "0"
