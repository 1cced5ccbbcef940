// Completions below the search box (the combobox pattern), `/` to reach it, Escape to close panels.
// Everything works without this file: the box is a plain form.

const limit = 10;
const pause = 120;

function shortcuts() {
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") closePanels(null);
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input, textarea, select, [contenteditable]")) return;
    const box = document.getElementById("q");
    if (!box) return;
    event.preventDefault();
    box.focus();
    box.select();
  });
  document.addEventListener("click", (event) => closePanels(event.target));
}

// A panel that lies over the page closes when the visitor turns to something else.
function closePanels(target) {
  for (const open of document.querySelectorAll("details.facet[open], details.why[open], details.menu[open]")) {
    if (target && open.contains(target)) continue;
    const inside = open.contains(document.activeElement);
    open.open = false;
    if (!target && inside) open.querySelector("summary").focus();
  }
}

class Suggestions {
  constructor(box) {
    this.box = box;
    this.at = -1;
    this.items = [];
    this.list = document.createElement("ul");
    this.list.id = box.id + "-list";
    this.list.className = "suggestions";
    this.list.setAttribute("role", "listbox");
    this.list.setAttribute("aria-label", box.dataset.status);
    this.list.hidden = true;
    box.after(this.list);
    box.setAttribute("role", "combobox");
    box.setAttribute("aria-autocomplete", "list");
    box.setAttribute("aria-controls", this.list.id);
    box.setAttribute("aria-expanded", "false");
    box.addEventListener("input", () => this.ask());
    box.addEventListener("keydown", (event) => this.key(event));
    box.addEventListener("blur", () => this.close());
    // Pressing must not take the focus from the box before the click arrives.
    this.list.addEventListener("pointerdown", (event) => event.preventDefault());
    this.list.addEventListener("click", (event) => {
      const item = event.target.closest("[role=option]");
      if (item) this.take(this.items.indexOf(item), true);
    });
  }

  ask() {
    clearTimeout(this.timer);
    this.request?.abort();
    const text = this.box.value.trim();
    if (text.length < 2) return this.close();
    this.timer = setTimeout(() => this.fetch(text), pause);
  }

  async fetch(text) {
    this.request = new AbortController();
    const address = `${this.box.dataset.suggest}?q=${encodeURIComponent(text)}`;
    try {
      const answer = await fetch(address, {
        headers: { Accept: "application/json" }, signal: this.request.signal,
      });
      if (!answer.ok) return this.close();
      this.show(words(await answer.json()), text);
    } catch {
      this.close();
    }
  }

  show(found, text) {
    if (document.activeElement !== this.box || this.box.value.trim() !== text) return;
    this.list.replaceChildren(...found.slice(0, limit).map((word, index) => {
      const item = document.createElement("li");
      item.id = `${this.list.id}-${index}`;
      item.setAttribute("role", "option");
      item.setAttribute("aria-selected", "false");
      item.textContent = word;
      return item;
    }));
    this.items = [...this.list.children];
    this.move(-1);
    this.list.hidden = this.items.length === 0;
    this.box.setAttribute("aria-expanded", String(!this.list.hidden));
  }

  key(event) {
    if (this.list.hidden) return;
    const last = this.items.length - 1;
    if (event.key === "ArrowDown") this.move(this.at >= last ? -1 : this.at + 1);
    else if (event.key === "ArrowUp") this.move(this.at < 0 ? last : this.at - 1);
    else if (event.key === "Escape") this.close();
    else if (event.key === "Enter" && this.at >= 0) this.take(this.at, true);
    else if (event.key === "Tab" && this.at >= 0) return this.take(this.at, false);
    else return;
    event.preventDefault();
  }

  move(index) {
    this.items[this.at]?.setAttribute("aria-selected", "false");
    this.at = index;
    const item = this.items[index];
    item?.setAttribute("aria-selected", "true");
    item?.scrollIntoView({ block: "nearest" });
    if (item) this.box.setAttribute("aria-activedescendant", item.id);
    else this.box.removeAttribute("aria-activedescendant");
  }

  take(index, submit) {
    this.box.value = this.items[index].textContent;
    this.close();
    if (submit) this.box.form.requestSubmit();
  }

  close() {
    clearTimeout(this.timer);
    this.request?.abort();
    this.list.hidden = true;
    this.move(-1);
    this.box.setAttribute("aria-expanded", "false");
  }
}

// The answer is a list of words, or of objects that carry one, alone or under a name.
function words(answer) {
  const list = Array.isArray(answer) ? answer : answer.suggestions ?? answer.items ?? [];
  return list.map((item) => (typeof item === "string" ? item : item.text ?? item.mpn))
    .filter((word) => typeof word === "string");
}

shortcuts();
const box = document.querySelector("input[data-suggest]");
if (box) new Suggestions(box);
document.querySelector(".problems[tabindex]")?.focus();
