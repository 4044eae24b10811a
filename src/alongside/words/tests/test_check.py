import pytest

from alongside.words.checking import check
from alongside.words.findings import Finding
from alongside.words.profiles import INTERFACE, PLAIN, PROFILES


def found(text: str) -> list[str]:
    return [one.found for one in check(text, PLAIN)]


def only(text: str) -> Finding:
    [finding] = check(text, PLAIN)
    return finding


@pytest.mark.parametrize(
    ("text", "say"),
    [
        ("My son is wheelchair-bound.", "uses a wheelchair"),
        ("She suffers from epilepsy.", "has"),
        ("We want to reach hard-to-reach groups.", "people we have not heard from yet"),
        ("Ask the service users.", "people who use the service"),
        ("Each worker has forty cases.", "children"),
        ("He shows challenging behaviour.", "having trouble coping"),
        ("They asked for respite.", "short break"),
        ("Her placement is far away.", "school"),
        ("His siblings came too.", "brother"),
        ("We will commence on Monday.", "start"),
        ("Please utilise the side door.", "use"),
        ("Ring us prior to Monday.", "before"),
        ("We met in order to plan.", "to"),
        ("The LA has the plan.", "the council"),
    ],
)
def test_words_are_found_and_come_with_better_ones(text: str, say: str) -> None:
    finding = only(text)
    assert text[finding.start : finding.end] == finding.found
    assert say in finding.say
    assert finding.why
    assert finding.source


@pytest.mark.parametrize(
    "text",
    [
        "In most cases the bus is on time.",
        "The disabled child sat in front.",
        "There is peer support on Tuesday.",
        "She is on a work placement.",
        "We la la la.",
        "My dna is my own.",
        "A wheelchair user spoke first.",
    ],
)
def test_words_that_are_fine_here_are_left_alone(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    ["wheelchair bound", "Wheelchair-Bound", "wheelchair\nbound", "wheelchair‑bound", "wheelchair  bound"],
)
def test_hyphens_spaces_and_capitals_make_no_difference(text: str) -> None:
    assert found(f"He is {text} now.") == [text]


def test_both_kinds_of_apostrophe_are_found() -> None:
    easy = PROFILES["easy_read"]
    assert [one.found for one in check("We don’t know. We don't know.", easy)] == ["don’t", "don't"]


def test_the_longest_form_wins() -> None:
    assert found("After the placement breakdown we met.") == ["placement breakdown"]


def test_parts_of_words_are_left_alone() -> None:
    assert found("The viaduct and the purchasers of showcases.") == []


def test_findings_come_in_the_order_of_the_text() -> None:
    assert found("Utilise it prior to Monday, whilst you can.") == ["Utilise", "prior to", "whilst"]


def test_letters_with_advice_of_their_own_are_found_once() -> None:
    assert found("Ask the SENCO.") == ["SENCO"]


def test_a_text_is_never_changed_and_never_refused() -> None:
    assert check("", PLAIN) == []
    assert check("\x00\u202e\U0001f600" * 50, PLAIN) == []


@pytest.mark.parametrize(
    "text",
    [
        "Submit feedback",
        "There is a problem",
        "Pending approval (50 %)",
        "Blocked by Marta",
        "Not possible at this time",
        "Data suppressed",
        "You may withdraw consent at any time",
        "Hard-to-reach groups",
        "users, stakeholders, cases",
        "Privacy notice",
    ],
)
def test_what_our_pages_do_not_say(text: str) -> None:
    assert check(text, INTERFACE)


@pytest.mark.parametrize(
    "text",
    [
        "Tell us how it is",
        "Your words are safe, and a little too long",
        "Not decided yet. 1 of 2 partners has agreed",
        "Marta objects. What would make it acceptable",
        "No, because the contract runs until July",
        "Too few families answered this one to show it",
        "What others have read by then we cannot unsay",
        "We have not heard from families in Upper Beck",
        "Who reads this",
    ],
)
def test_what_our_pages_say(text: str) -> None:
    assert check(text, INTERFACE) == []
