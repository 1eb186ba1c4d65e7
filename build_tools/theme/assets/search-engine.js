/* Finds the passages that have all words of a query, and ranks them. */
(function (search) {
  "use strict";

  var index = search.index, text = search.text;
  var PLAIN = 0, CONTEXT = 1, SCATTERED = 2; // all words here; some in a heading above; only somewhere on the page
  var RANKED = 3000; // so many of the best are ranked by the nearness of their words
  var SHOWN = 300; // so many are put in order; more are counted
  var meta = null;

  /* ---- slots: what a passage must have ------------------------------------------------------------------------- */

  /** A word of the query as weights per passage. */
  function wordSlot(query, number, farthest) {
    var word = query.words[number], slot = newSlot([number]);
    var rows = [];
    index.shardsOf(word.fold, word.prefix).forEach(function (n) {
      var shard = index.shard("s", n);
      if (!shard) return;
      if (!word.prefix) { if (Object.prototype.hasOwnProperty.call(shard, word.fold)) rows.push([word.fold, n]); return; }
      Object.keys(shard).forEach(function (key) {
        if (key.slice(0, word.fold.length) === word.fold) rows.push([key, n]);
      });
    });
    rows.forEach(function (found) { addForms(query, word, slot, found[0], found[1], farthest); });
    finish(slot);
    return slot;
  }

  function newSlot(words) {
    return { words: words, weight: new Float32Array(meta.total), far: new Uint8Array(meta.total), lists: [], count: 0 };
  }

  function addForms(query, word, slot, key, shard, farthest) {
    var row = index.shard("s", shard)[key], whole = key === word.fold;
    for (var i = 0; i + 2 < row.length; i += 3) {
      var spelled = row[i] || key, far = text.distance(query, word, spelled);
      if (far > farthest) continue;
      var list = index.postings(row[i + 2]);
      var factor = (whole ? 1 : 0.6) * (far ? 0.4 : 1) * (spelled === word.form && whole ? 1.05 : 1);
      slot.lists.push({ list: list, key: key, row: i / 3, shard: shard, factor: factor, far: far });
    }
  }

  /** BM25 over all forms of the word together, so that a rare accent does not outrank the common one. */
  function finish(slot) {
    var most = 0;
    slot.lists.forEach(function (item) { most = Math.max(most, item.list.ids.length); });
    var idf = Math.log(1 + (meta.total - most + 0.5) / (most + 0.5)) + 0.05;
    slot.lists.forEach(function (item) {
      var ids = item.list.ids, times = item.list.times, heading = item.list.heading;
      for (var j = 0; j < ids.length; j++) {
        var id = ids[j];
        var norm = times[j] + 1.2 * (0.4 + 0.6 * meta.lengths[id] / meta.mean);
        var weight = item.factor * idf * (times[j] * 2.2 / norm + (heading[j] ? 1 : 0));
        if (!slot.weight[id]) { slot.count++; slot.far[id] = item.far; }
        else if (item.far < slot.far[id]) slot.far[id] = item.far;
        if (weight > slot.weight[id]) slot.weight[id] = weight;
      }
    });
  }

  /** A work that the query names: the passages that cite it, and those that have the same words. */
  function symbolSlot(work, plain) {
    var slot = newSlot(work.taken.slice().sort(function (a, b) { return a - b; }));
    for (var id = 0; id < meta.total; id++) {
      var least = Infinity;
      for (var k = 0; k < plain.length && least; k++) least = Math.min(least, plain[k].weight[id]);
      if (least && least !== Infinity) { slot.weight[id] = least; slot.count++; }
    }
    var row = index.rowsOf("=" + work.symbol.join(""));
    if (row.length) {
      var list = index.postings(row[2]);
      for (var j = 0; j < list.ids.length; j++) {
        var cited = list.ids[j];
        if (!slot.weight[cited]) slot.count++;
        slot.weight[cited] = Math.max(slot.weight[cited], 6) + 4;
      }
    }
    if (!slot.weight[work.passage]) slot.count++;
    slot.weight[work.passage] += 12;
    return slot;
  }

  /* ---- finding ------------------------------------------------------------------------------------------------- */

  /** The passages that have all slots, directly or from the headings above them, and the best of each page that has
      them all somewhere. Only pages that have all slots are looked at. */
  function candidates(slots, allowed) {
    var everything = (1 << slots.length) - 1, mask = new Int32Array(meta.pages);
    slots.forEach(function (slot, s) {
      for (var id = 0; id < meta.total; id++) if (slot.weight[id]) mask[meta.pageOf[id]] |= 1 << s;
    });
    var out = { ids: [], scores: [], tiers: [], far: [] };
    for (var page = 0; page < meta.pages; page++) {
      if (mask[page] === everything && allowed.page(page)) onPage(slots, page, out, allowed);
    }
    return out;
  }

  function onPage(slots, page, out, allowed) {
    var from = meta.first[page], to = meta.first[page + 1], n = slots.length, before = out.ids.length;
    var above = slots.map(function () { return []; }); // stacks of [last passage covered, weight, below the page]
    var best = -1, bestScore = 0, bestFar = 0;
    for (var id = from; id < to; id++) {
      var here = 0, there = 0, inner = 0, score = 0, far = 0;
      for (var s = 0; s < n; s++) {
        var stack = above[s], weight = slots[s].weight[id];
        while (stack.length && stack[stack.length - 1][0] < id) stack.pop();
        if (weight) { here++; score += weight; if (slots[s].far[id] > far) far = slots[s].far[id]; }
        else if (stack.length) {
          there++;
          if (stack[stack.length - 1][2]) inner++;
          score += 0.35 * stack[stack.length - 1][1];
        }
        if (weight && meta.spans[id]) stack.push([id + meta.spans[id], weight, id > from]);
      }
      if (!here || !allowed.passage(id)) continue;
      if (here === n) push(out, id, score, PLAIN, far);
      else if (here + there === n && here * (here + inner === n ? 3 : 2) >= n) push(out, id, 0.5 * score, CONTEXT, far);
      else if (score > bestScore) { best = id; bestScore = score; bestFar = far; }
    }
    if (out.ids.length === before && best >= 0) push(out, best, 0.15 * bestScore, SCATTERED, bestFar);
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

  function needed(query, filters) {
    var wanted = {}, quoted = false;
    query.words.forEach(function (word) {
      index.shardsOf(word.fold, word.prefix).forEach(function (n) { wanted["s/" + n] = ["s", n]; });
      if (/^\d/.test(word.fold)) wanted["s/" + index.shardsOf("#" + word.fold)[0]] = ["s", index.shardsOf("#" + word.fold)[0]];
      if (word.phrase >= 0) quoted = true;
    });
    if (query.words.length > 1) {
      Object.keys(wanted).forEach(function (name) {
        var spread = wanted[name][1];
        if (name[0] === "s") wanted["p/" + spread] = ["p", spread];
      });
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
      return Promise.all(needed(query, filters).map(function (item) { return index.load(item[0], item[1]); }));
    }).then(function () {
      var works = query.words.length ? search.namedWorks(query) : [];
      return Promise.all(works.map(function (work) { return index.load("s", index.shardsOf("=" + work.symbol.join(""))[0]); }))
        .then(function () {
          var found = answer(query, works, filters, 1);
          if (!found.total && query.accented) found = answer(query, works, filters, 2);
          return found;
        });
    });
  };

  function empty(query) {
    return { query: query, total: 0, ids: [], named: [], symbols: [], farthest: 2, kinds: {}, places: {} };
  }

  function answer(query, works, filters, farthest) {
    if (!meta.total || !query.words.length) return empty(query);
    var plain = query.words.map(function (_, number) { return wordSlot(query, number, farthest); });
    var work = works[0], slots = plain;
    if (work && work.strength > 1) {
      var taken = work.taken;
      slots = [symbolSlot(work, taken.map(function (i) { return plain[i]; }))].concat(
        plain.filter(function (_, number) { return taken.indexOf(number) < 0; }));
    }
    var found = candidates(slots, filterOf({ role: filters.role }));
    var order = found.ids.map(function (_, index) { return index; });
    order = rank(query, slots, found, order);
    return result(query, works, filters, farthest, found, order);
  }

  function rank(query, slots, found, order) {
    if (slots.length < 2 && !query.words.some(function (word) { return word.phrase >= 0; })) return order;
    var quoted = search.nearness.phrases(query, slots).length > 0;
    var best = quoted ? order : top(order, found, RANKED).sort(function (a, b) { return a - b; });
    var kept = search.nearness.refine(query, slots, found, best);
    if (quoted || best.length === order.length) return kept;
    var ranked = new Uint8Array(found.ids.length);
    best.forEach(function (index) { ranked[index] = 1; });
    return kept.concat(order.filter(function (index) { return !ranked[index]; }));
  }

  function better(found) {
    return function (a, b) {
      return found.far[a] - found.far[b] || found.scores[b] - found.scores[a] || found.ids[a] - found.ids[b];
    };
  }

  /** The best `count` of `order`, unsorted unless they are few: a histogram of scores spares sorting them all. */
  function top(order, found, count) {
    if (order.length <= count) return order.slice();
    var most = 0, bins = new Int32Array(2048);
    order.forEach(function (i) { if (found.scores[i] > most) most = found.scores[i]; });
    function bin(i) { return 1023 * found.scores[i] / most | 0 + (found.far[i] ? 0 : 1024); }
    order.forEach(function (i) { bins[bin(i)]++; });
    var least = 2047;
    for (var sum = 0; least > 0 && (sum += bins[least]) < count;) least--;
    return order.filter(function (i) { return bin(i) >= least; });
  }

  function result(query, works, filters, farthest, found, order) {
    var named = works.map(function (work) { return work.passage; });
    var kinds = {}, places = {}, allowed = filterOf(filters), first = [];
    var onTop = {};
    named.forEach(function (id) {
      if (!allowed.page(meta.pageOf[id]) || onTop[id]) return;
      onTop[id] = 1;
      first.push(id);
    });
    order.forEach(function (index) {
      var page = meta.pageOf[found.ids[index]];
      var kind = meta.kinds[meta.kind[page] - 1], place = meta.places[meta.place[page] - 1];
      if (!filters.place || place === filters.place) count(kinds, kind);
      if (!filters.kind || kind === filters.kind) count(places, place);
    });
    var kept = order.filter(function (index) {
      return allowed.page(meta.pageOf[found.ids[index]]) && !onTop[found.ids[index]];
    });
    var sorted = top(kept, found, SHOWN).sort(better(found)).map(function (index) { return found.ids[index]; });
    return {
      query: query, total: first.length + kept.length, ids: first.concat(sorted), named: first, farthest: farthest,
      symbols: works.map(function (work) { return work.symbol; }), kinds: kinds, places: places,
      loose: !first.length && order.length > 0 && order.every(function (at) { return found.far[at] > 0; })
    };
  }

  function count(table, name) { if (name) table[name] = (table[name] || 0) + 1; }
})(window.phobienSearch = window.phobienSearch || {});
