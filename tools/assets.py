"""Builds what browsers load: style, script, font and icon, into ``src/alongside/look/static/look/``.

    python tools/assets.py           # also what the browser tests need (axe, the HTML checker)
    python tools/assets.py --lean    # only what the build itself needs

Does nothing when nothing has changed. Needs Node 20.19 or newer.
"""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
LOOK = ROOT / "src/alongside/look"
BUILT = LOOK / "static/look"
WORK = ROOT / "build/look"
MODULES = ROOT / "node_modules"
FONT = MODULES / "@fontsource/atkinson-hyperlegible-next"
FONT_ON_PAPER = MODULES / "@expo-google-fonts/atkinson-hyperlegible-next"
TOOLKIT = MODULES / "govuk-frontend"
NODE_AT_LEAST = (20, 19)
SCRIPTS = ("latin", "latin-ext")

SQUEEZE = """
const fs = require("fs"), zlib = require("zlib");
for (const name of process.argv.slice(1)) {
  const bytes = fs.readFileSync(name);
  fs.writeFileSync(name + ".gz", zlib.gzipSync(bytes, {level: 9}));
  fs.writeFileSync(name + ".br", zlib.brotliCompressSync(bytes));
}
"""


def main() -> None:
    """Install what is missing, build what is stale."""
    inputs = digest(*inputs_of_the_build())
    stale = not BUILT.joinpath("built").exists() or BUILT.joinpath("built").read_text() != inputs
    lean = "--lean" in sys.argv[1:]
    if stale or not lean:
        install(lean)
    if stale:
        build()
        BUILT.joinpath("built").write_text(inputs)
        print(f"look: built into {BUILT.relative_to(ROOT)}")


def inputs_of_the_build() -> list[Path]:
    """Every file that decides what comes out."""
    ours = [path for folder in ("style", "script") for path in LOOK.joinpath(folder).rglob("*.*")]
    return sorted([*ours, LOOK / "tokens.json", ROOT / "package-lock.json", ROOT / "LICENSE", Path(__file__)])


def digest(*paths: Path) -> str:
    """One short name for the contents of files; a missing file counts as empty."""
    found = hashlib.sha256()
    for path in paths:
        found.update(path.name.encode() + b"\0" + (path.read_bytes() if path.exists() else b""))
    return found.hexdigest()[:12]


# Node and its packages -----------------------------------------------------------------------------


def node() -> Path:
    """A Node that is new enough; ``tools/node.py`` puts one into the path where the machine has none."""
    found = shutil.which("node")
    if found is None or node_version(found) < NODE_AT_LEAST:
        sys.exit("look: this needs Node 20.19 or newer. `make demo` and `make test` fetch one by themselves.")
    return Path(found)


def node_version(program: str | Path) -> tuple[int, ...]:
    """Like ``(20, 19)``; empty, and so too old, for something that does not answer."""
    answer = subprocess.run([program, "--version"], capture_output=True, text=True, check=False).stdout
    return tuple(int(part) for part in re.findall(r"\d+", answer)[:2])


def run(*command: str | Path) -> None:
    """Run a program from the root of the repository; its failure is ours."""
    subprocess.run([str(word) for word in command], cwd=ROOT, check=True)


def install(lean: bool) -> None:
    """The packages of the lock, exactly, running none of their scripts."""
    lock, stamp = digest(ROOT / "package-lock.json"), MODULES / ".alongside"
    there = stamp.read_text().split() if stamp.exists() else []
    if there[:1] == [lock] and (lean or "all" in there):
        return
    node()
    without = ["--omit=optional", *(["--omit=dev"] if lean else [])]
    run("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent", *without)
    stamp.write_text(f"{lock} {'lean' if lean else 'all'}")


# Building ------------------------------------------------------------------------------------------


def build() -> None:
    """Everything afresh, so that nothing old is left behind."""
    shutil.rmtree(BUILT, ignore_errors=True)
    BUILT.mkdir(parents=True)
    WORK.mkdir(parents=True, exist_ok=True)
    tokens = json.loads(LOOK.joinpath("tokens.json").read_text("utf-8"))
    fonts(tokens["type"]["weights"])
    BUILT.joinpath("icon.svg").write_text(icon(tokens), "utf-8")
    scripts()
    WORK.joinpath("_tokens.scss").write_text(variables(tokens), "utf-8")
    WORK.joinpath("_properties.scss").write_text(properties(tokens) + faces(tokens), "utf-8")
    style()
    notices()
    versions = {path.name: digest(path) for path in sorted(BUILT.iterdir())}
    BUILT.joinpath("versions.json").write_text(json.dumps(versions, indent=1))
    squeezed = [path for path in BUILT.iterdir() if path.suffix in {".css", ".js", ".svg"}]
    run(node(), "-e", SQUEEZE, *squeezed)


def fonts(weights: list[int]) -> None:
    """Regular and bold, for English and for names from further away; and whole ones for paper."""
    for script in SCRIPTS:
        for weight in weights:
            source = FONT / f"files/atkinson-hyperlegible-next-{script}-{weight}-normal.woff2"
            shutil.copyfile(source, BUILT / font_name(script, weight))
    for weight in weights:  # what writes PDFs cannot read what browsers load
        name = f"{weight}{'Regular' if weight == 400 else 'Bold'}"
        whole = FONT_ON_PAPER / name / f"AtkinsonHyperlegibleNext_{name}.ttf"
        shutil.copyfile(whole, BUILT / f"atkinson-{weight}.ttf")


def font_name(script: str, weight: int) -> str:
    return f"atkinson-{script}-{weight}.woff2"


def scripts() -> None:
    """The toolkit's module, and ours, which names it together with its version."""
    toolkit = BUILT / "govuk-frontend.js"
    shutil.copyfile(TOOLKIT / "dist/govuk/govuk-frontend.min.js", toolkit)
    without_map = re.sub(r"\n//# sourceMappingURL=.*", "", toolkit.read_text("utf-8"))
    toolkit.write_text(without_map, "utf-8")
    for source in LOOK.joinpath("script").glob("*.js"):
        named = source.read_text("utf-8").replace(
            "./govuk-frontend.js", f"./govuk-frontend.js?v={digest(toolkit)}"
        )
        BUILT.joinpath(source.name).write_text(named, "utf-8")


def style() -> None:
    """The style sheet, as small as it gets."""
    where = [f"--load-path={folder}" for folder in (MODULES, WORK)]
    how = ["--style=compressed", "--no-source-map", "--quiet-deps", *where]
    run(node(), MODULES / "sass/sass.js", *how, LOOK / "style/site.scss", BUILT / "site.css")


def notices() -> None:
    """Who made what we build on, and on which terms. The toolkit's package carries no notice of its own."""
    shutil.copyfile(FONT / "LICENSE", BUILT / "font-licence.txt")
    ours = (
        ROOT.joinpath("LICENSE").read_text("utf-8") if ROOT.joinpath("LICENSE").exists() else "MIT License\n"
    )
    terms = re.sub(r"(?m)^Copyright .*$", "Copyright (c) Crown Copyright (Government Digital Service)", ours)
    BUILT.joinpath("govuk-frontend-licence.txt").write_text(f"govuk-frontend\n\n{terms}", "utf-8")


# From the tokens -----------------------------------------------------------------------------------


def icon(tokens: dict[str, Any]) -> str:
    """The mark, light on light and bright on dark."""
    drawing, colours = tokens["mark"], tokens["colour"]
    lines = drawing["lines"]
    rules = [
        "".join(f".{'ab'[i]}{{stroke:{colours[theme][line['colour']]}}}" for i, line in enumerate(lines))
        for theme in ("light", "dark")
    ]
    paths = "".join(f'<path class="{"ab"[i]}" d="{line["d"]}"/>' for i, line in enumerate(lines))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{drawing["viewBox"]}" fill="none" '
        f'stroke-width="{drawing["stroke_width"]}" stroke-linecap="{drawing["linecap"]}">'
        f"<style>{rules[0]}@media(prefers-color-scheme:dark){{{rules[1]}}}</style>{paths}</svg>\n"
    )


def variables(tokens: dict[str, Any]) -> str:
    """What the toolkit must know while it is compiled."""
    families = ", ".join(f'"{name}"' if " " in name else name for name in tokens["type"]["family"])
    layout = tokens["layout"]
    steps = ",\n".join(f"  {step}: ({scale(size)})" for step, size in tokens["type"]["scale"].items())
    return (
        f"$family: ({families});\n$page: {layout['page']}px;\n$gutter: {layout['gutter']}px;\n"
        f"$scale: (\n{steps}\n);\n"
    )


def scale(size: dict[str, Any]) -> str:
    """One step of the type scale, as the toolkit writes it."""
    (small, small_line), (wide, wide_line) = size["small"], size["wide"]
    print_line = round(wide_line / wide, 2)
    return (
        f"null: (font-size: {small}px, line-height: {small_line}px), "
        f"tablet: (font-size: {wide}px, line-height: {wide_line}px), "
        f"print: (font-size: {size['print_pt']}pt, line-height: {print_line})"
    )


def properties(tokens: dict[str, Any]) -> str:
    """Light; dark where the device or the reader says so, never on paper; the toolkit's names for them."""
    light, dark = (
        f"color-scheme:{theme};" + "".join(f"--{name}:{value};" for name, value in colours.items())
        for theme, colours in tokens["colour"].items()
    )
    toolkit = "".join(f"{theirs}:var(--{ours});" for theirs, ours in tokens["toolkit"].items())
    layout = tokens["layout"]
    measures = (
        f"--measure:{layout['measure']};--round:{layout['radius']['card']}px;"
        f"--round-small:{layout['radius']['control']}px;"
    )
    return (
        f":root{{{light}{toolkit}{measures}}}\n"
        f"@media screen and (prefers-color-scheme:dark){{:root:not([data-theme=light]){{{dark}}}}}\n"
        f"@media screen{{:root[data-theme=dark]{{{dark}}}}}\n"
    )


def faces(tokens: dict[str, Any]) -> str:
    """The faces of the font."""
    return "\n".join(face(script, weight) for script in SCRIPTS for weight in tokens["type"]["weights"])


def face(script: str, weight: int) -> str:
    """One face of the font; a browser fetches it only when a page holds a letter of it."""
    name = font_name(script, weight)
    letters = json.loads(FONT.joinpath("unicode.json").read_text("utf-8"))[script]
    return (
        f'@font-face{{font-family:"Atkinson Hyperlegible Next";font-weight:{weight};font-display:swap;'
        f'src:url("{name}?v={digest(BUILT / name)}") format("woff2");unicode-range:{letters}}}'
    )


if __name__ == "__main__":
    main()
