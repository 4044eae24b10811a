// Every page works without this file. It counts characters, moves the focus to the error summary,
// stops a second press, leaves a page without a trace in the history, and sends words only on a line that holds.
import {
  Button,
  CharacterCount,
  ErrorSummary,
  NotificationBanner,
  SkipLink,
  createAll,
} from "./govuk-frontend.js";

const PRESSES = 3;
const WITHIN = 5000; // milliseconds, long enough for a shaking hand
const KEY = 36; // characters of a form's key: a hidden field that is longer holds words that came back
const PATIENCE = 15000; // milliseconds, after which a line counts as dead

function leave(link) {
  document.documentElement.classList.add("al-is-leaving");
  window.location.replace(link.href);
}

function leaveByKeyboard(link) {
  let presses = [];
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    presses = [...presses.filter((at) => event.timeStamp - at < WITHIN), event.timeStamp];
    if (presses.length >= PRESSES) leave(link);
  });
}

document.body.classList.add("js-enabled", "govuk-frontend-supported");
for (const part of [Button, CharacterCount, ErrorSummary, NotificationBanner, SkipLink]) {
  createAll(part);
}

const way = document.querySelector("a[data-leave]");
if (way) {
  way.addEventListener("click", (event) => {
    event.preventDefault();
    leave(way);
  });
  leaveByKeyboard(way);
  // A page kept in memory would come back as it was left; ask for it afresh.
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) window.location.reload();
  });
}

// A browser puts a page of its own in the place of one that cannot be sent, and the words on it are gone.
// So we look first whether the house can be reached; if not, the page stays as it is and says so.
const noLine = document.querySelector("template[data-asks]");
const looking = new WeakSet();
const reached = new WeakSet();

function hasWords(form) {
  const kept = (field) => field.type === "hidden" && field.name !== "csrfmiddlewaretoken" && field.value.length > KEY;
  const typed = (field) => (/^text/.test(field.type) && field.value.trim()) || kept(field);
  return form.method === "post" && [...form.elements].some(typed);
}

async function isReached() {
  try {
    const how = { method: "HEAD", cache: "no-store", credentials: "omit", signal: AbortSignal.timeout(PATIENCE) };
    return (await fetch(noLine.dataset.asks, how)).status < 500;
  } catch {
    return false;
  }
}

async function sendWhenReached(form, button) {
  looking.add(form);
  const there = await isReached();
  looking.delete(form);
  document.querySelector("[data-no-line]")?.remove();
  if (there) {
    reached.add(form);
    form.requestSubmit(button);
  } else {
    (button ?? form.lastElementChild).before(noLine.content.cloneNode(true));
    document.querySelector("[data-no-line]").scrollIntoView({ block: "nearest" });
  }
}

if (noLine) {
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (event.defaultPrevented || reached.delete(form) || !hasWords(form)) return;
    event.preventDefault();
    if (!looking.has(form)) sendWhenReached(form, event.submitter);
  });
}
