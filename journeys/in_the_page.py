"""Script that runs in a page and says what is wrong there."""

from __future__ import annotations

UNFOLD = """() => {
    document.querySelectorAll("details").forEach(one => { one.open = true });
    document.querySelectorAll("[class*=conditional--hidden]").forEach(one => {
        one.className = one.className.replace(/\\S+conditional--hidden/, "") });
}"""
"""What is folded away until somebody opens it, or chooses what it belongs to."""

RUN_AXE = """async only => {
    const chosen = rule => !only || only.length === 0 || only.includes(rule.ruleId);
    const rules = Object.fromEntries(axe.getRules().map(rule => [rule.ruleId, {enabled: chosen(rule)}]));
    const found = await axe.run(document, {rules, resultTypes: ["violations"]});
    const shown = fault => fault.nodes.slice(0, 3).map(node => node.html.slice(0, 160)).join(" | ");
    return found.violations.map(fault => `axe ${fault.id}: ${fault.help}: ${shown(fault)}`);
}"""
"""Every rule that axe knows, the experimental and the strictest ones too; or only those that are named."""

OF_LOOKS = ["color-contrast", "color-contrast-enhanced", "link-in-text-block", "target-size"]
"""What depends on theme and width. The other rules run once in each theme and once at each width."""

SPACED = """() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
        word-spacing: 0.16em !important } p { margin-bottom: 2em !important }`);
    document.adoptedStyleSheets = [sheet];
}"""
"""Text set as wide as WCAG 1.4.12 asks pages to bear."""

STICKS_OUT = """() => {
    const room = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= room) return [];
    const wide = [...document.body.querySelectorAll("*")].filter(one =>
        one.getBoundingClientRect().right > room + 0.5 && ![...one.children].some(
            inner => inner.getBoundingClientRect().right > room + 0.5));
    return [`scrolls sideways by ${document.documentElement.scrollWidth - room} px: ` +
        wide.slice(0, 3).map(one => one.outerHTML.slice(0, 160)).join(" | ")];
}"""

CUT_OFF = """() => [...document.body.querySelectorAll("*")].filter(one => {
    const style = getComputedStyle(one);
    const hides = /hidden|clip/.test(style.overflowX + style.overflowY);
    const box = one.getBoundingClientRect();
    return hides && one.innerText && box.width > 2 && box.height > 2 && one.tagName !== "TEXTAREA" &&
        (one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1);
}).map(one => `cuts words off: ${one.outerHTML.slice(0, 160)}`)"""
