from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One piece of advice about one place: text[start:end]. It is advice, never an error.

    found    what stands there, or what was measured
    say      what could stand there instead, best first
    why      the reason, in a sentence
    source   where the advice is from
    rule     which entry of which list, or which measure: "people/cases", "plain/sentence-25"
    context  when the advice does not hold
    measured a rule counted it: `found` then says what, and `say` what to do
    """

    start: int
    end: int
    found: str
    say: tuple[str, ...]
    why: str
    source: str
    rule: str
    context: str = ""
    measured: bool = False
