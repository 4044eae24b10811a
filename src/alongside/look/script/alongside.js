// Every page works without this file. It counts characters, moves the focus to the error summary,
// stops a second press, and leaves a page without a trace in the history.
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
