from django.template.loader import render_to_string

from alongside.figures.figure import Figure
from alongside.figures.tests.worlds import all_findings, published, survey, table


def counts(*numbers: int) -> Figure:
    [publication] = published(table(numbers))
    return Figure.of_counts(
        publication, finding="Most asked for time.", counted="Families, by need", axis="need", name="needs"
    )


def test_the_finding_comes_first_then_the_table_then_the_date() -> None:
    html = render_to_string("figures/figure.html", {"figure": counts(20, 30)})
    finding, row, date = html.index("Most asked for time."), html.index("need 1"), html.index("1 March 2026")
    assert finding < row < date


def test_what_is_hidden_says_why() -> None:
    html = render_to_string("figures/figure.html", {"figure": counts(20, 3)})
    assert "al-hidden" in html
    assert "too few" in html


def test_where_nothing_is_hidden_there_is_nothing_to_explain() -> None:
    assert "al-hidden" not in render_to_string("figures/figure.html", {"figure": counts(20, 30)})


def test_rows_end_with_all_together() -> None:
    assert [(row.name, row.values) for row in counts(20, 3, 0).rows] == [
        ("need 0", ("20",)),
        ("need 1", ("too few",)),
        ("need 2", ("none",)),
        ("All together", ("not shown",)),
    ]


def test_two_sides_stand_beside_each_other() -> None:
    [families] = all_findings(survey(30, (12, 18), (29, 1)))
    [staff] = all_findings(survey(9, (9, 0)))
    figure = Figure.of_findings(
        {"Families": families, "Staff": staff}, finding="Seen differently.", counted="How many said yes"
    )
    assert figure.head == ("Question", "Families", "Staff")
    assert [row.values for row in figure.rows] == [
        ("4 in 10", "too few"),
        ("nearly all", "not asked"),
        ("30", "10"),
    ]
    assert figure.hidden
