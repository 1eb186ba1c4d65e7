/* The search box: reads what is typed, shows the results, and marks the found words on the page that is opened.
   The engine (PARTS) and the index are loaded when a box is first used.

   A box is <div data-search="header|page" data-search-base="../" data-search-words='{…}'> with a form and an input;
   the words come from build_tools/search/words.py. Without JavaScript its form leads to tim-kiem.html. */
(function (search) {
  "use strict";

  var STORE = "phobien-search"; // what was found, for the page that is opened next
  var FRESH = 60000; // milliseconds for which it holds
  var PAUSE = 90; // milliseconds of rest before a query runs
  var here = document.currentScript ? document.currentScript.src.replace(/[^/]*$/, "") : "";
  var PARTS = ["text", "index", "symbols", "slots", "nearness", "engine", "results"];
  var engine = null;

  function script(address) {
    return new Promise(function (resolve, reject) {
      var element = document.createElement("script");
      element.src = address;
      element.async = false; // loaded at once, run in order
      element.onload = resolve;
      element.onerror = reject;
      document.head.appendChild(element);
    });
  }

  function part(name) { return script(here + "search-" + name + ".js"); }

  /** Loads the engine and the first file of the index, once. */
  function engineReady(base) {
    engine = engine || Promise.all(PARTS.map(part).concat(script(base + "tim-kiem/meta.js"))).then(function () {
      search.results.call(Box.prototype);
      search.setBase(base + "tim-kiem/");
      return search.ready();
    });
    engine.catch(function () { engine = null; });
    return engine;
  }

  search.start = engineReady;

  function make(name, className, words) {
    var element = document.createElement(name);
    if (className) element.className = className;
    if (words !== undefined) element.textContent = words;
    return element;
  }

  /* ---- one box ------------------------------------------------------------------------------------------------- */

  function Box(root) {
    this.root = root;
    this.inPage = root.getAttribute("data-search") === "page";
    this.base = root.getAttribute("data-search-base") || "";
    if (this.base && this.base.slice(-1) !== "/") this.base += "/";
    this.words = JSON.parse(root.getAttribute("data-search-words") || "{}");
    this.form = root.querySelector("form");
    this.input = root.querySelector("input");
    this.link = root.querySelector(".ph-search__link");
    this.filters = {};
    this.turn = 0;
    this.shown = 0;
    this.build();
    this.listen();
    if (this.inPage) this.fromAddress();
  }

  Box.prototype.build = function () {
    var id = this.input.id || "search";
    this.panel = make("div", "ph-search__panel");
    this.panel.id = id + "-panel";
    this.panel.hidden = true;
    this.status = make("p", "ph-search__status");
    this.status.setAttribute("role", "status");
    this.status.setAttribute("aria-live", "polite");
    this.choices = make("div", "ph-search__filters");
    this.kind = this.select("kind", "anyKind");
    this.place = this.select("place", "anyPlace");
    this.role = this.inPage ? this.select("role", "anyRole") : null;
    this.unfilter = make("button", "ph-search__more", this.words.clear);
    this.unfilter.type = "button";
    this.choices.appendChild(this.unfilter);
    this.list = make("ol", "ph-search__list");
    this.list.setAttribute("aria-label", this.words.results || "");
    this.more = make("button", "ph-search__more", this.words.more);
    this.more.type = "button";
    this.all = make("a", "ph-search__all", this.words.all);
    [this.status, this.choices, this.list, this.more, this.all].forEach(this.panel.appendChild, this.panel);
    this.all.hidden = this.more.hidden = this.choices.hidden = true;
    this.root.appendChild(this.panel);
    this.input.setAttribute("aria-controls", this.panel.id);
    this.root.classList.add("ph-search--ready");
  };

  Box.prototype.select = function (name, any) {
    var box = this, label = make("label", "ph-search__filter"), select = make("select");
    label.appendChild(make("span", "", this.words[name]));
    label.appendChild(select);
    select.setAttribute("data-filter", name);
    select.appendChild(new Option(this.words[any] || "", ""));
    select.addEventListener("change", function () {
      box.filters[name] = select.value;
      box.run();
    });
    this.choices.appendChild(label);
    return select;
  };

  Box.prototype.listen = function () {
    var box = this, timer = 0;
    this.input.addEventListener("focus", function () {
      engineReady(box.base).catch(function () { return null; });
      if (box.input.value.trim() && box.list.children.length) box.panel.hidden = false;
    });
    this.input.addEventListener("input", function () {
      clearTimeout(timer);
      timer = setTimeout(function () { box.run(); }, PAUSE);
    });
    this.form.addEventListener("submit", function (event) {
      event.preventDefault();
      clearTimeout(timer);
      if (box.inPage) box.run().then(function () { box.focusResult(0); });
      else if (box.input.value.trim()) location.href = box.address();
    });
    this.root.addEventListener("keydown", function (event) { box.key(event); });
    this.more.addEventListener("click", function () { box.showMore(); });
    this.unfilter.addEventListener("click", function () {
      box.filters = {};
      box.input.focus();
      box.run();
    });
    this.list.addEventListener("click", function (event) { box.leave(event); });
    this.list.addEventListener("auxclick", function (event) { box.leave(event); });
    if (this.inPage) return;
    if (this.link) {
      this.link.addEventListener("click", function (event) {
        event.preventDefault();
        box.open();
      });
    }
    var button = this.root.querySelector(".ph-search__close");
    if (button) {
      button.addEventListener("click", function () {
        box.close();
        if (box.link) box.link.focus();
      });
    }
    document.addEventListener("click", function (event) { if (!box.root.contains(event.target)) box.close(); });
    this.root.addEventListener("focusout", function (event) {
      if (event.relatedTarget && !box.root.contains(event.relatedTarget)) box.close();
    });
  };

  /** Goes to the box; on a narrow screen, where a button stands for it, the box then covers the header. */
  Box.prototype.open = function () {
    this.root.classList.add("ph-search--open");
    this.input.focus();
    this.input.select();
  };

  Box.prototype.close = function () {
    this.root.classList.remove("ph-search--open");
    this.panel.hidden = true;
  };

  /** Arrows move between the box and its results, Escape closes. Enter on a result is the link's own. */
  Box.prototype.key = function (event) {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    var links = this.links(), at = links.indexOf(document.activeElement);
    if (event.key === "Escape") {
      event.preventDefault();
      this.escape();
    } else if (event.target.tagName !== "SELECT" && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      if (!links.length || this.panel.hidden) return;
      event.preventDefault();
      var next = event.key === "ArrowDown" ? at + 1 : at - 1;
      if (next < 0) this.input.focus(); else this.focusResult(Math.min(next, links.length - 1));
    } else if (at >= 0 && (event.key === "Home" || event.key === "End")) {
      event.preventDefault();
      this.focusResult(event.key === "Home" ? 0 : links.length - 1);
    }
  };

  /** From a result back to the box; from the box, first the results go, then the words, then the box of a phone. */
  Box.prototype.escape = function () {
    if (document.activeElement === this.input) {
      if (!this.inPage && !this.panel.hidden) this.panel.hidden = true;
      else if (this.input.value) this.clear();
      else if (!this.inPage) this.close();
    } else if (!this.inPage) this.panel.hidden = true;
    if (this.input.offsetParent || !this.link) this.input.focus(); else this.link.focus();
  };

  Box.prototype.links = function () { return Array.from(this.list.querySelectorAll("a")); };

  Box.prototype.focusResult = function (number) {
    var link = this.links()[number];
    if (link) link.focus();
  };

  Box.prototype.clear = function () {
    this.input.value = "";
    this.filters = {};
    return this.run();
  };

  /* ---- asking and answering -------------------------------------------------------------------------------------- */

  Box.prototype.run = function () {
    var box = this, turn = ++this.turn, query = this.input.value;
    this.remember(query);
    if (!query.trim()) {
      this.empty();
      return Promise.resolve();
    }
    this.panel.hidden = false;
    var slow = setTimeout(function () { if (turn === box.turn) box.say(box.words.loading); }, 400);
    function ask() {
      return search.find(query, box.filters).then(function (found) {
        return search.passages(found.ids.slice(0, search.STEP)).then(function (passages) {
          if (turn === box.turn) box.show(found, passages);
        });
      });
    }
    return engineReady(this.base).then(function () {
      return ask().catch(function (error) {
        if (search.renew()) return ask();
        throw error;
      });
    }).catch(function (error) {
      console.warn(error);
      if (turn === box.turn) {
        box.empty();
        box.panel.hidden = false;
        box.say(box.words.failed);
      }
    }).then(function () { clearTimeout(slow); });
  };

  Box.prototype.empty = function () {
    this.found = null;
    this.list.textContent = "";
    this.more.hidden = this.all.hidden = this.choices.hidden = this.panel.hidden = true;
    this.say("");
  };

  Box.prototype.say = function (words) { if (this.status.textContent !== words) this.status.textContent = words; };

  /* ---- addresses -------------------------------------------------------------------------------------------------- */

  /** tim-kiem.html#q=…: a query has its place after the #, so that it works on file://. */
  Box.prototype.address = function () {
    var parts = { q: this.input.value.trim(), kind: this.filters.kind, place: this.filters.place, role: this.filters.role };
    var hash = Object.keys(parts).filter(function (name) { return parts[name]; }).map(function (name) {
      return name + "=" + encodeURIComponent(parts[name]);
    }).join("&");
    return this.base + "tim-kiem.html" + (hash ? "#" + hash : "");
  };

  Box.prototype.remember = function (query) {
    if (!this.inPage || !this.root.hasAttribute("data-search-address")) return;
    var address = this.address().split("#")[1] || "";
    try {
      history.replaceState(null, "", address ? "#" + address : location.href.split("#")[0]);
    } catch (refused) {
      location.replace("#" + address);
    }
    void query;
  };

  Box.prototype.fromAddress = function () {
    if (!this.root.hasAttribute("data-search-address")) return;
    var box = this, source = location.hash.slice(1) || location.search.slice(1), values = {};
    source.split("&").forEach(function (pair) {
      var at = pair.indexOf("=");
      try {
        if (at > 0) values[pair.slice(0, at)] = decodeURIComponent(pair.slice(at + 1).replace(/\+/g, " "));
      } catch (malformed) { void malformed; }
    });
    ["kind", "place", "role"].forEach(function (name) { box.filters[name] = values[name] || ""; });
    if (values.q) {
      this.input.value = values.q;
      this.run();
    }
    if (!this.listening) {
      this.listening = true;
      window.addEventListener("hashchange", function () { box.fromAddress(); });
    }
  };

  /* ---- arriving ---------------------------------------------------------------------------------------------------- */

  function stores() {
    return ["sessionStorage", "localStorage"].map(function (name) {
      try { return window[name]; } catch (forbidden) { return null; }
    }).filter(Boolean);
  }

  /** Notes what is opened, so that the page can mark the found words. */
  Box.prototype.leave = function (event) {
    var link = event.target.closest ? event.target.closest("a") : null;
    if (!link || !link.passage) return;
    var passage = link.passage, note = JSON.stringify({
      address: link.href, query: this.found.query.text, symbols: this.found.symbols, farthest: this.found.farthest,
      text: passage.title + " " + passage.text, at: Date.now()
    });
    stores().forEach(function (store) { try { store.setItem(STORE, note); } catch (full) { void full; } });
    if (!this.inPage) this.close();
    if (link.href === location.href) arrive();
  };

  function arrive() {
    var note = null;
    stores().forEach(function (store) {
      try {
        note = note || JSON.parse(store.getItem(STORE));
        if (note && note.address === location.href) store.removeItem(STORE);
      } catch (unreadable) { void unreadable; }
    });
    if (!note || note.address !== location.href || !(Date.now() - note.at < FRESH)) return;
    var id = location.hash.slice(1), target = null;
    try { target = document.getElementById(decodeURIComponent(id)); } catch (malformed) { void malformed; }
    if (!target) return;
    Promise.all([search.text || part("text"), search.mark || part("arrival")])
      .then(function () { search.mark(target, note); });
  }

  /* ---- starting ---------------------------------------------------------------------------------------------------- */

  function start() {
    var boxes = Array.from(document.querySelectorAll("[data-search]")).map(function (root) { return new Box(root); });
    var main = boxes.filter(function (box) { return box.inPage; })[0] || boxes[0];
    document.addEventListener("keydown", function (event) {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      var typing = event.target.closest && event.target.closest("input,textarea,select,[contenteditable]");
      if (event.key === "Escape" && !typing && search.unmark) search.unmark();
      if (event.key !== "/" || typing || !main) return;
      event.preventDefault();
      main.open();
    });
    arrive();
    window.addEventListener("hashchange", arrive);
  }

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start); else start();
})(window.phobienSearch = window.phobienSearch || {});
