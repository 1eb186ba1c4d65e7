/* Finds the passages that have all words of a query, and ranks them. */
(function (search) {
  "use strict";

  var index = search.index, text = search.text;
  var PLAIN = 0, CONTEXT = 1, SCATTERED = 2; // all words here; some in a heading above; only somewhere on the page
  var RANKED = 2000; // so many of the best are ranked by the nearness of their words
  var SHOWN = 300; // so many are put in order; more are counted
  var ENOUGH = 100; // so many with all words in one passage: others are not looked for
  var FEW = 30; // fewer for whole words: beginnings of words are looked for too
  var meta = null;

  /* ---- finding ------------------------------------------------------------------------------------------------- */

  /** The passages that have all slots. Where they are few, also those that have some from the headings above them, and
      the best passage of each page that has all slots somewhere. */
  function candidates(slots, allowed) {
    var out = { ids: [], scores: [], tiers: [], far: [] }, direct = new Uint8Array(meta.pages);
    var rarest = slots.slice().sort(function (a, b) { return a.ids.length - b.ids.length; });
    var ids = rarest[0].ids;
    for (var i = 0; i < ids.length; i++) {
      if (!inAll(rarest, ids[i]) || !allowed.passage(ids[i])) continue;
      direct[meta.pageOf[ids[i]]] = 1;
      push(out, ids[i], sum(slots, ids[i]), PLAIN, farthestOf(slots, ids[i]));
    }
    if (out.ids.length < ENOUGH && slots.length > 1) {
      pagesWithAll(rarest).forEach(function (page) { onPage(slots, page, direct, out, allowed); });
    }
    return out;
  }

  function inAll(slots, id) {
    for (var s = 1; s < slots.length; s++) if (!slots[s].weight[id]) return false;
    return true;
  }

  /** The pages that have all slots (the rarest first) somewhere, in order. */
  function pagesWithAll(slots) {
    var seen = new Uint8Array(meta.pages);
    slots.forEach(function (slot, s) {
      for (var i = 0; i < slot.ids.length; i++) {
        var page = meta.pageOf[slot.ids[i]];
        if (seen[page] === s) seen[page] = s + 1;
      }
    });
    var pages = [];
    for (var page = 0; page < meta.pages; page++) if (seen[page] === slots.length) pages.push(page);
    return pages;
  }

  function sum(slots, id) {
    var all = 0;
    for (var s = 0; s < slots.length; s++) all += slots[s].weight[id];
    return all;
  }

  function farthestOf(slots, id) {
    var far = 0;
    for (var s = 0; s < slots.length; s++) if (slots[s].weight[id] && slots[s].far[id] > far) far = slots[s].far[id];
    return far;
  }

  /** Adds the passages of a page that have all slots together with the headings above them; failing that, and where no
      passage has all by itself, the one that has most. */
  function onPage(slots, page, direct, out, allowed) {
    var n = slots.length, before = out.ids.length, best = -1, bestScore = 0;
    var above = slots.map(function () { return []; }); // stacks of [last passage covered, weight, below the page, distance]
    for (var id = meta.first[page]; id < meta.first[page + 1]; id++) {
      var context = inContext(slots, above, id, id > meta.first[page]), here = context.here;
      if (!here || here === n || !allowed.passage(id)) continue;
      var score = sum(slots, id);
      if (here + context.there === n && here * (context.outer ? 2 : 3) >= n) {
        push(out, id, 0.5 * (score + context.score), CONTEXT, Math.max(context.far, farthestOf(slots, id)));
      } else if (score > bestScore) {
        best = id;
        bestScore = score;
      }
    }
    if (!direct[page] && out.ids.length === before && best >= 0) {
      push(out, best, 0.15 * bestScore, SCATTERED, farthestOf(slots, best));
    }
  }

  /** Which of the slots that a passage lacks its headings have: how many, with what score, whether from the title. */
  function inContext(slots, above, id, below) {
    var context = { here: 0, there: 0, score: 0, far: 0, outer: false };
    for (var s = 0; s < slots.length; s++) {
      var stack = above[s], weight = slots[s].weight[id];
      while (stack.length && stack[stack.length - 1][0] < id) stack.pop();
      if (!weight && stack.length) {
        var nearest = stack[stack.length - 1];
        context.there++;
        context.score += 0.35 * nearest[1];
        context.far = Math.max(context.far, nearest[3]);
        if (!nearest[2]) context.outer = true;
      }
      if (weight) context.here++;
      if (weight && meta.spans[id]) stack.push([id + meta.spans[id], weight, below, slots[s].far[id]]);
    }
    return context;
  }

  function push(out, id, score, tier, far) {
    out.ids.push(id);
    out.scores.push(score);
    out.tiers.push(tier);
    out.far.push(far);
  }

  /* ---- the whole query ------------------------------------------------------------------------------------------ */

  function filterOf(filters) {
    var kind = meta.kinds.indexOf(filters.kind || "") + 1, place = meta.places.indexOf(filters.place || "") + 1;
    var role = null;
    if (filters.role) {
      role = new Uint8Array(meta.total);
      var row = index.rowsOf("@" + filters.role);
      if (row.length) index.postings(row[2]).ids.forEach(function (id) { role[id] = 1; });
    }
    return {
      page: function (page) {
        return (!filters.kind || (kind > 0 && meta.kind[page] === kind)) &&
          (!filters.place || (place > 0 && meta.place[page] === place));
      },
      passage: function (id) { return !role || role[id] === 1; }
    };
  }

  function needed(query, filters, wide) {
    var wanted = {}, quoted = false;
    query.words.forEach(function (word) {
      index.shardsOf(word.fold, wide && word.prefix).forEach(function (n) { wanted["s/" + n] = ["s", n]; });
      if (/^\d/.test(word.fold)) wanted["s/" + index.shardsOf("#" + word.fold)[0]] = ["s", index.shardsOf("#" + word.fold)[0]];
      if (word.phrase >= 0) quoted = true;
    });
    if (query.words.length > 1) {
      Object.keys(wanted).forEach(function (name) {
        var spread = wanted[name][1];
        if (name[0] === "s") wanted["p/" + spread] = ["p", spread];
      });
    }
    if (search.nameKey(query)) {
      index.shardsOf(search.nameKey(query), query.words.length > 1).forEach(function (n) { wanted["s/" + n] = ["s", n]; });
    }
    if (filters.role) wanted["s/role"] = ["s", index.shardsOf("@" + filters.role)[0]];
    return Object.keys(wanted).map(function (name) { return wanted[name]; })
      .filter(function (item) { return item[1] !== undefined; });
  }

  /** Answers a query: { query, total, ids (the best first), named, symbols (to mark), farthest, loose, kinds, places }.
      `filters` may hold kind, place (words of meta) and role (an id). */
  search.find = function (queryText, filters) {
    filters = filters || {};
    var query = text.parse(queryText);
    return search.ready().then(function (ready) {
      meta = ready;
      return loadFor(query, filters, false);
    }).then(function () {
      var works = query.words.length ? search.namedWorks(query) : [];
      return Promise.all(works.map(function (work) {
        return index.load("s", index.shardsOf("=" + work.symbol.join(""))[0]);
      })).then(function () { return widening(query, works, filters); });
    }).then(function (found) {
      return without(found, filters);
    });
  };

  function loadFor(query, filters, wide) {
    return Promise.all(needed(query, filters, wide).map(function (item) { return index.load(item[0], item[1]); }));
  }

  /** The answer for whole words; where that is little, for beginnings too, and at last without regard to accents. */
  function widening(query, works, filters) {
    var found = answer(query, works, filters, 1, false), last = query.words[query.words.length - 1];
    if (found.total >= FEW || !last) return found;
    return loadFor(query, filters, true).then(function () {
      if (last.prefix) found = answer(query, works, filters, 1, true);
      return found.total || !query.accented ? found : answer(query, works, filters, 2, true);
    });
  }

  /** The words that no passage has, where the others might be found without them: not of a phrase or a symbol. */
  function unknown(query) {
    if (query.words.some(function (word) { return word.phrase >= 0; })) return [];
    var missing = query.words.filter(function (word) { return !index.rowsOf(word.fold).length; });
    if (missing.some(function (word) { return word.joined || /\d/.test(word.fold); })) return [];
    return missing.length < query.words.length ? missing : [];
  }

  /** Where a query finds nothing and some of its words occur nowhere: what the others find, and which were left out. */
  function without(found, filters) {
    var missing = found.total ? [] : unknown(found.query), text = found.query.text;
    if (!missing.length) return found;
    var rest = found.query.words.filter(function (word) { return missing.indexOf(word) < 0; });
    return search.find(rest.map(function (word) { return word.written; }).join(" "), filters).then(function (other) {
      if (!other.total) return found;
      other.query.text = text;
      other.missing = missing.map(function (word) { return word.written; });
      return other;
    });
  }

  function empty(query) {
    return { query: query, total: 0, ids: [], named: [], symbols: [], farthest: 2, kinds: {}, places: {} };
  }

  function answer(query, works, filters, farthest, wide) {
    if (!meta.total || !query.words.length) return empty(query);
    var slots = search.slots(query, works[0], farthest, wide);
    var found = candidates(slots, filterOf({ role: filters.role }));
    var order = found.ids.map(function (_, at) { return at; });
    order = rank(query, slots, found, order);
    return result(query, works, filters, farthest, found, order);
  }

  function rank(query, slots, found, order) {
    if (slots.length < 2 && !query.words.some(function (word) { return word.phrase >= 0; })) return order;
    var quoted = search.nearness.phrases(query, slots).length > 0;
    var best = quoted ? order.slice() : top(order, found, RANKED);
    best.sort(function (a, b) { return found.ids[a] - found.ids[b]; });
    var kept = search.nearness.refine(query, slots, found, best);
    if (quoted || best.length === order.length) return kept;
    var ranked = new Uint8Array(found.ids.length);
    best.forEach(function (index) { ranked[index] = 1; });
    return kept.concat(order.filter(function (index) { return !ranked[index]; }));
  }

  /** Exact words come before accents that differ, and both before words that are scattered over a page. */
  function group(found, at) {
    return found.tiers[at] === SCATTERED ? 2 : found.far[at] ? 1 : 0;
  }

  function better(found) {
    return function (a, b) {
      return group(found, a) - group(found, b) || found.scores[b] - found.scores[a] || found.ids[a] - found.ids[b];
    };
  }

  /** The best `count` of `order`, unsorted unless they are few: a histogram of scores spares sorting them all. */
  function top(order, found, count) {
    if (order.length <= count) return order.slice();
    var most = 0, bins = new Int32Array(3 * 1024);
    order.forEach(function (at) { if (found.scores[at] > most) most = found.scores[at]; });
    function bin(at) { return 1023 * found.scores[at] / most + 1024 * (2 - group(found, at)) | 0; }
    order.forEach(function (at) { bins[bin(at)]++; });
    var least = bins.length - 1;
    for (var sum = 0; least > 0 && (sum += bins[least]) < count;) least--;
    return order.filter(function (at) { return bin(at) >= least; });
  }

  function result(query, works, filters, farthest, found, order) {
    var allowed = filterOf(filters), onTop = {}, roles = search.namedRoles(query);
    function placed(ids) {
      return ids.filter(function (id) {
        var kept = allowed.page(meta.pageOf[id]) && !onTop[id];
        if (kept) onTop[id] = 1;
        return kept;
      });
    }
    var first = placed(works.map(function (work) { return work.passage; }).concat(roles.whole.filter(allowed.passage)));
    var second = placed(roles.begun.filter(allowed.passage));
    var facets = countFacets(order.map(function (at) { return meta.pageOf[found.ids[at]]; }), filters);
    var kept = order.filter(function (index) {
      return allowed.page(meta.pageOf[found.ids[index]]) && !onTop[found.ids[index]];
    });
    var sorted = top(kept, found, SHOWN).sort(better(found)).map(function (index) { return found.ids[index]; });
    return {
      query: query, total: first.length + second.length + kept.length, farthest: farthest,
      ids: first.concat(sorted.slice(0, 1), second, sorted.slice(1)), named: first.concat(second),
      symbols: works.map(function (work) { return work.symbol; }), kinds: facets.kinds, places: facets.places,
      loose: !works.length && order.length > 0 && order.every(function (at) { return found.far[at] > 0; })
    };
  }

  /** How many results each kind has under the filter by place, and each place under the filter by kind. */
  function countFacets(pages, filters) {
    var kinds = new Int32Array(meta.kinds.length + 1), places = new Int32Array(meta.places.length + 1);
    var kind = meta.kinds.indexOf(filters.kind) + 1, place = meta.places.indexOf(filters.place) + 1;
    pages.forEach(function (page) {
      if (!filters.place || meta.place[page] === place) kinds[meta.kind[page]]++;
      if (!filters.kind || meta.kind[page] === kind) places[meta.place[page]]++;
    });
    return { kinds: byName(meta.kinds, kinds), places: byName(meta.places, places) };
  }

  function byName(names, counts) {
    var table = {};
    names.forEach(function (name, i) { if (counts[i + 1]) table[name] = counts[i + 1]; });
    return table;
  }
})(window.phobienSearch = window.phobienSearch || {});
