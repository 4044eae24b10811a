"""For tables of any size and any history: what is hidden could be anything from 1 to 7, and stays so."""

from hypothesis import given, settings
from hypothesis import strategies as st

from alongside.figures.counts import Table
from alongside.figures.tests.worlds import everything_said, published, table

counts = st.one_of(st.integers(0, 9), st.integers(0, 60))


@st.composite
def histories(draw: st.DrawFn) -> list[Table]:
    rows, columns = draw(st.integers(1, 3)), draw(st.integers(1, 4))
    one = st.lists(
        st.lists(counts, min_size=columns, max_size=columns).map(tuple), min_size=rows, max_size=rows
    )
    return [table(*grid) for grid in draw(st.lists(one, min_size=1, max_size=3))]


def pages(history: list[Table]) -> str:
    return "\n\n".join(everything_said(one) for one in published(*history))


@settings(deadline=None)
@given(histories(), st.data())
def test_any_small_number_could_be_any_other_small_number_in_any_round(
    history: list[Table], data: st.DataObject
) -> None:
    """A world with other hidden numbers, all at once, leads to the very same pages."""
    other = [
        Table(
            now.about,
            now.axes,
            {
                key: data.draw(st.integers(1, 7)) if 1 <= now.count(key) <= 7 else now.count(key)
                for key in now.cells()
            },
        )
        for now in history
    ]
    assert pages(other) == pages(history)


@settings(deadline=None)
@given(histories(), st.data())
def test_seven_people_or_fewer_never_change_what_was_shown(history: list[Table], data: st.DataObject) -> None:
    """Whoever came or went since a snapshot, up to seven in each place: the next one says the same."""
    last = history[-1]
    moved = {key: max(0, last.count(key) + data.draw(st.integers(-7, 7))) for key in last.cells()}
    first, second = published(last, Table(last.about, last.axes, moved))
    assert everything_said(first) == everything_said(second)


@settings(deadline=None)
@given(histories())
def test_what_is_kept_of_a_snapshot_holds_no_exact_number(history: list[Table]) -> None:
    for publication in published(*history):
        for _, around, _ in publication.kept()["cells"]:
            assert around is None or around == 0 or (around >= 10 and around % 5 == 0)
