/* What a search box shows: how much was found, the filters, and the results with the found words marked. */
(function (search) {
  "use strict";

  var WIDTH = 240; // characters of a snippet

  search.STEP = 10; // results shown at a time

  function make(name, className, words) {
    var element = document.createElement(name);
    if (className) element.className = className;
    if (words !== undefined) element.textContent = words;
    return element;
  }

  function fill(words, values) {
    return String(words || "").replace(/\{(\w+)\}/g, function (whole, name) {
      return Object.prototype.hasOwnProperty.call(values, name) ? values[name] : whole;
    });
  }

  /** Gives boxes (called on their prototype) what they need to show results. */
  search.results = function () {
    var box = this;

    box.show = function (found, passages) {
      this.found = found;
      this.shown = 0;
      this.list.textContent = "";
      this.list.start = 1;
      this.say(this.account(found));
      this.offer(this.kind, found.kinds, this.filters.kind);
      this.offer(this.place, found.places, this.filters.place);
      if (this.role) this.offerRoles();
      this.choices.hidden = !found.total && !this.filtered();
      this.unfilter.hidden = !this.filtered();
      this.append(passages);
    };

    box.filtered = function () { return Boolean(this.filters.kind || this.filters.place || this.filters.role); };

    box.account = function (found) {
      var values = { count: found.total, query: found.query.text };
      var words = found.total === 1 ? this.words.one : found.total ? this.words.many : this.words.none;
      if (!found.total && !found.query.words.length) words = this.words.none;
      if (!found.total && this.filtered()) words = this.words.filtered;
      var parts = [fill(words, values)];
      if (found.missing) parts.unshift(fill(this.words.missing, { words: found.missing.join(", ") }));
      if (found.loose) parts.push(this.words.loose);
      if (found.query.cut) parts.push(fill(this.words.cut, { count: found.query.words.length }));
      return parts.join(" ");
    };

    /** The choices of a filter: what occurs among the results, with numbers, and what is chosen. */
    box.offer = function (select, counts, chosen) {
      var names = Object.keys(counts);
      if (chosen && names.indexOf(chosen) < 0) names.push(chosen);
      names.sort(function (a, b) { return a.localeCompare(b, "vi"); });
      while (select.options.length > 1) select.remove(1);
      names.forEach(function (name) { select.add(new Option(name + " (" + (counts[name] || 0) + ")", name)); });
      select.value = chosen || "";
      select.parentNode.hidden = names.length < 2 && !chosen;
    };

    box.offerRoles = function () {
      var roles = search.facets().roles, select = this.role;
      if (select.options.length === 1) roles.forEach(function (role) { select.add(new Option(role[1], role[0])); });
      select.value = this.filters.role || "";
      select.parentNode.hidden = !roles.length;
    };

    box.append = function (passages) {
      var box = this;
      passages.forEach(function (passage) { if (passage) box.list.appendChild(box.result(passage)); });
      this.shown += passages.length;
      var left = this.found.ids.length > this.shown;
      this.more.hidden = !left || !this.inPage;
      this.all.hidden = this.inPage || !this.found.total;
      this.all.href = this.address();
    };

    box.showMore = function () {
      var box = this, from = this.shown, turn = this.turn;
      return search.passages(this.found.ids.slice(from, from + search.STEP)).then(function (passages) {
        if (turn !== box.turn) return;
        box.append(passages);
        box.focusResult(from);
      });
    };

    box.result = function (passage) {
      var item = make("li", "ph-result"), link = make("a", "ph-result__link"), heading = make("span", "ph-result__title");
      var symbols = this.found.symbols;
      var matches = search.text.matcher(this.found.query, this.found.farthest, passage.title + " " + passage.text);
      function marked(parent, words) { search.text.append(parent, words, search.text.ranges(words, matches, symbols)); }
      link.href = this.base + passage.url;
      marked(heading, passage.title || passage.document);
      link.appendChild(heading);
      var about = make("span", "ph-result__about");
      if (!passage.whole && passage.title !== passage.document) {
        var of = make("span", "ph-result__document");
        marked(of, passage.document);
        about.appendChild(of);
      }
      [passage.kind, passage.place, passage.held ? "" : this.words.absent].forEach(function (words) {
        if (words) about.appendChild(make("span", "ph-result__tag", words));
      });
      link.appendChild(about);
      item.appendChild(link);
      var part = search.text.snippet(passage.text, search.text.ranges(passage.text, matches, symbols), WIDTH);
      if (part.text) {
        var snippet = make("p", "ph-result__snippet");
        search.text.append(snippet, part.text, part.ranges);
        item.appendChild(snippet);
      }
      link.passage = passage;
      return item;
    };
  };
})(window.phobienSearch = window.phobienSearch || {});
