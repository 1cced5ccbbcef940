// Follows a list while it is read or published: asks its JSON and moves the bar with the server's
// own counters. Without this file the page offers a link that loads it again.

const place = document.querySelector("[data-progress]");
const pause = 500;
const longest = 5000;
// Answers without a counter after which the page is loaded again: the work may have ended between
// two of them, or the server was started anew.
const patience = 3;

function show(done, total) {
  const bar = place.querySelector("progress");
  bar.max = Math.max(total, 1);
  bar.value = done;
  const text = place.querySelector("[data-text]");
  const figure = (number) => number.toLocaleString("en");
  text.textContent = text.dataset.text
    .replace("{done}", figure(done)).replace("{total}", figure(total));
}

// Waits longer after each failure, and goes on for as long as the page is open.
async function follow() {
  let wait = pause;
  let silent = 0;
  for (;;) {
    await new Promise((go) => setTimeout(go, wait));
    try {
      const list = await ask();
      wait = pause;
      silent = list.progress ? 0 : silent + 1;
      if (list.progress?.total > 0) show(list.progress.done, list.progress.total);
      if (list.state !== place.dataset.state || silent >= patience) return location.reload();
    } catch {
      wait = Math.min(wait * 2, longest);
    }
  }
}

async function ask() {
  const answer = await fetch(place.dataset.progress, { headers: { Accept: "application/json" } });
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
}

if (place) follow();
