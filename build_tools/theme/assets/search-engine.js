/* The search engine: loads the shards that a query needs with <script src> (so it works on file://), finds the
   passages that have all its words, and ranks them. build_tools/search/index.py says how the index is laid out. */
(function (search) {
  "use strict";

  var text = search.text;
  var PLAIN = 0, CONTEXT = 1, SCATTERED = 2; // all words here; some in a heading above; only somewhere on the page
  var RANKED = 3000; // so many of the best are ranked by the nearness of their words
  var SHOWN = 300; // so many are put in order; more are counted
  var MOST_PREFIX_SHARDS = 12;

  var store = { meta: {}, s: {}, p: {}, t: {} };
  var loading = {};
  var decoded = { lists: new Map(), size: 0 };
  var base = "";
  var meta = null;

  /* ---- loading ------------------------------------------------------------------------------------------------ */

  search.put = function (kind, number, body) { store[kind][number] = body; };
  search.setBase = function (path) { base = path; };

  function load(kind, number) {
    if (store[kind][number]) return Promise.resolve(store[kind][number]);
    var name = kind === "meta" ? "meta.js" : kind + "/" + number + ".js";
    if (!loading[name]) {
      loading[name] = new Promise(function (resolve, reject) {
        var script = document.createElement("script");
        script.src = base + name;
        script.async = true;
        script.onload = function () {
          script.remove();
          if (store[kind][number]) resolve(store[kind][number]); else script.onerror();
        };
        script.onerror = function () {
          script.remove();
          delete loading[name];
          reject(new Error("search index: " + name));
        };
        document.head.appendChild(script);
      });
    }
    return loading[name];
  }

  var digitOf = new Int16Array(128).fill(-1), ENDING = 61, CARRYING = 32;
  for (var code = 32, digit = 0; code < 127; code++) if (code !== 34 && code !== 92) digitOf[code] = digit++;

  /** The numbers that digits.py wrote. */
  function numbers(digits) {
    var out = new Int32Array(digits.length), count = 0, value = 0, scale = 1;
    for (var i = 0; i < digits.length; i++) {
      var d = digitOf[digits.charCodeAt(i)];
      value += scale * d;
      if (d < ENDING) { out[count++] = value; value = 0; scale = 1; } else scale *= CARRYING;
    }
    return out.subarray(0, count);
  }

  function prepare(body) {
    if (meta) return meta;
    var counts = numbers(body.counts), pages = counts.length;
    var first = new Int32Array(pages + 1);
    for (var i = 0; i < pages; i++) first[i + 1] = first[i] + counts[i];
    var total = first[pages], pageOf = new Int32Array(total);
    for (var k = 0; k < pages; k++) pageOf.fill(k, first[k], first[k + 1]);
    var lengths = Uint8Array.from(numbers(body.lengths)), sum = 0;
    for (var n = 0; n < total; n++) sum += lengths[n];
    meta = {
      pages: pages, total: total, first: first, pageOf: pageOf, spans: numbers(body.spans), lengths: lengths,
      mean: sum / Math.max(1, total), held: body.held, kinds: body.kinds, kind: numbers(body.kind),
      places: body.places, place: numbers(body.place), families: body.families, family: numbers(body.family),
      roles: body.roles, keys: body.keys, texts: body.texts
    };
    return meta;
  }

  search.ready = function () { return load("meta", 0).then(prepare); };

  /** The number of the last of `starts` that is not after `key`. */
  function lastUpTo(starts, key) {
    var low = 0, high = starts.length;
    while (low < high) {
      var middle = (low + high) >> 1;
      if (starts[middle] <= key) low = middle + 1; else high = middle;
    }
    return low - 1;
  }

  function shardsOf(key, prefix) {
    var from = Math.max(0, lastUpTo(meta.keys, key));
    var to = prefix ? Math.max(from, lastUpTo(meta.keys, key + "\uffff")) : from;
    var out = [];
    for (var n = from; n <= Math.min(to, from + MOST_PREFIX_SHARDS - 1); n++) out.push(n);
    return meta.keys.length ? out : [];
  }

  /** A posting list taken apart: passages, how often, whether in the heading. Kept, within limits, for later queries. */
  function postings(digits) {
    var known = decoded.lists.get(digits);
    if (known) return known;
    var all = numbers(digits), ids = new Int32Array(all.length), times = new Uint8Array(all.length);
    var heading = new Uint8Array(all.length), count = 0, at = -1;
    for (var i = 0; i < all.length; i++) {
      at += (all[i] >> 1) + 1;
      ids[count] = at;
      times[count] = 1;
      if (all[i] & 1) {
        i++;
        times[count] = Math.min(255, all[i] >> 1);
        heading[count] = all[i] & 1;
      }
      count++;
    }
    known = { ids: ids.slice(0, count), times: times.slice(0, count), heading: heading.slice(0, count) };
    decoded.size += count;
    if (decoded.size > 4e6) { decoded.lists.clear(); decoded.size = count; }
    decoded.lists.set(digits, known);
    return known;
  }

  function rowsOf(key) {
    var shard = store.s[shardsOf(key)[0]];
    return shard && Object.prototype.hasOwnProperty.call(shard, key) ? shard[key] : [];
  }

  /* ---- symbols ------------------------------------------------------------------------------------------------ */

  /** The works that a query names by number: "132-QD/TW", "QĐ 132", "quy dinh 132", "132/QD-TW".
      Each: symbol (folds), passage (its page's first), taken (numbers of the words that name it), full. */
  function namedWorks(query) {
    var words = query.words, out = [];
    words.forEach(function (word, number) {
      if (!/^\d/.test(word.fold)) return;
      var row = rowsOf("#" + word.fold);
      for (var i = 0; i + 2 < row.length; i += 3) {
        var work = nameMatch(words, number, row[i].split(" "), row[i + 1] ? row[i + 1].split(" ") : []);
        if (!work) continue;
        work.passage = row[i + 2];
        work.held = meta.held[meta.pageOf[work.passage]] === "1";
        out.push(work);
      }
    });
    if (out.some(function (work) { return work.full; })) out = out.filter(function (work) { return work.full; });
    return out.sort(function (a, b) { return b.strength - a.strength || b.held - a.held || a.passage - b.passage; });
  }

  function nameMatch(words, number, symbol, kind) {
    var wanted = symbol.slice(1).join(""), taken = [number];
    var run = runAfter(words, number), written = run.map(function (i) { return letters(words[i]); }).join("");
    if (run.length) {
      var typing = run[run.length - 1] === words.length - 1 && words[words.length - 1].prefix;
      var fits = alike(written, wanted) || (typing && wanted.slice(0, written.length) === written) ||
        (written.length > 1 && tailOf(symbol, written));
      if (!fits) return null;
      return { symbol: symbol, taken: taken.concat(run), full: alike(written, wanted), strength: 3 };
    }
    var before = number - 1;
    if (before >= 0 && words[before].fold === "so") taken.push(before--);
    var start = before - kind.length + 1;
    var byKind = kind.length > 0 && start >= 0 && kind.every(function (part, i) { return words[start + i].fold === part; });
    if (byKind) for (var k = 0; k < kind.length; k++) taken.push(start + k);
    var letterWords = [];
    words.forEach(function (word, i) {
      if (i !== number && Math.abs(i - number) <= 6 && symbol.indexOf(letters(word), 1) > 0) letterWords.push(i);
    });
    if (!byKind && !letterWords.length && words.length > taken.length) return null;
    letterWords.forEach(function (i) { if (taken.indexOf(i) < 0) taken.push(i); });
    var full = letterWords.length >= symbol.length - 1;
    return { symbol: symbol, taken: taken, full: full, strength: full ? 3 : byKind || letterWords.length ? 2 : 1 };
  }

  /** The words joined to a number by hyphens or strokes. */
  function runAfter(words, number) {
    var run = [];
    for (var i = number + 1; i < words.length && words[i].joined && run.length < 10; i++) run.push(i);
    return run;
  }

  function letters(word) { return text.bareLetters(word.fold); }

  /** TƯ is written for both TW and TU. */
  function alike(a, b) { return a === b || (/(tw|tu)$/.test(a) && /(tw|tu)$/.test(b) && a.slice(0, -2) === b.slice(0, -2) && a.slice(-2) === "tu"); }

  /** Whether `written` is some of the symbol's words in order, as in 132/TW for 132-QĐ/TW. */
  function tailOf(symbol, written) {
    for (var i = 1; i < symbol.length; i++) {
      var joined = "";
      for (var k = i; k < symbol.length; k++) { joined += symbol[k]; if (joined === written) return true; }
    }
    return false;
  }

  /* ---- slots: what a passage must have ------------------------------------------------------------------------- */

  /** A word of the query as weights per passage. */
  function wordSlot(query, number, farthest) {
    var word = query.words[number], slot = newSlot([number]);
    var rows = [];
    shardsOf(word.fold, word.prefix).forEach(function (n) {
      var shard = store.s[n];
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
    var row = store.s[shard][key], whole = key === word.fold;
    for (var i = 0; i + 2 < row.length; i += 3) {
      var spelled = row[i] || key, far = text.distance(query, word, spelled);
      if (far > farthest) continue;
      var list = postings(row[i + 2]);
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
    var row = rowsOf("=" + work.symbol.join(""));
    if (row.length) {
      var list = postings(row[2]);
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
    var above = slots.map(function () { return []; }); // stack of [last passage covered, weight]
    var best = -1, bestScore = 0, bestFar = 0;
    for (var id = from; id < to; id++) {
      var here = 0, there = 0, score = 0, far = 0;
      for (var s = 0; s < n; s++) {
        var stack = above[s], weight = slots[s].weight[id];
        while (stack.length && stack[stack.length - 1][0] < id) stack.pop();
        if (weight) { here++; score += weight; if (slots[s].far[id] > far) far = slots[s].far[id]; }
        else if (stack.length) { there++; score += 0.35 * stack[stack.length - 1][1]; }
        if (weight && meta.spans[id]) stack.push([id + meta.spans[id], weight]);
      }
      if (!here || !allowed.passage(id)) continue;
      if (here === n) push(out, id, score, PLAIN, far);
      else if (here + there === n && here * 2 >= n) push(out, id, 0.5 * score, CONTEXT, far);
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

  /* ---- nearness and phrases ------------------------------------------------------------------------------------ */

  /** For one slot a function that gives the positions of its words in ascending passages. */
  function walker(slot) {
    var cursors = [];
    slot.lists.forEach(function (item) {
      var shard = store.p[item.shard];
      var digits = shard && shard[item.key] ? shard[item.key][item.row] : "";
      if (digits) cursors.push({ list: item.list, steps: numbers(digits), at: 0, step: 0 });
    });
    return function (id) {
      var found = null;
      for (var c = 0; c < cursors.length; c++) {
        var cursor = cursors[c], ids = cursor.list.ids, times = cursor.list.times;
        while (cursor.at < ids.length && ids[cursor.at] < id) cursor.step += times[cursor.at++];
        if (ids[cursor.at] !== id) continue;
        var place = 0, places = [];
        for (var k = 0; k < times[cursor.at]; k++) places.push(place += cursor.steps[cursor.step + k]);
        found = found ? found.concat(places).sort(ascending) : places;
      }
      return found || [];
    };
  }

  function ascending(a, b) { return a - b; }

  /** How near two words of the query stand: 1 side by side in order, less with words between or the other way. */
  function nearness(a, b) {
    var best = 0;
    for (var i = 0, k = 0; i < a.length && best < 1; i++) {
      while (k > 0 && b[k - 1] > a[i] - 5) k--;
      while (k < b.length && b[k] < a[i] - 4) k++;
      for (var m = k; m < b.length && b[m] <= a[i] + 6; m++) {
        var step = b[m] - a[i];
        var value = step === 1 ? 1 : step > 1 ? 0.8 - 0.1 * step : step === -1 ? 0.4 : step < 0 ? 0.3 : 0;
        if (value > best) best = value;
      }
    }
    return best;
  }

  function follows(lists) {
    return lists[0].some(function (start) {
      for (var i = 1; i < lists.length; i++) if (lists[i].indexOf(start + i) < 0) return false;
      return true;
    });
  }

  /** Raises what has its words side by side; drops what lacks a quoted phrase. `order` is ascending by passage. */
  function refine(query, slots, found, order) {
    var walkers = slots.map(function (slot) { return slot.lists.length ? walker(slot) : null; });
    var groups = phrases(query, slots);
    return order.filter(function (index) {
      var id = found.ids[index];
      var places = walkers.map(function (walk) { return walk ? walk(id) : []; });
      if (groups.some(function (group) {
        return !follows(group.map(function (s) { return places[s]; }));
      })) return false;
      var sum = 0, pairs = 0;
      for (var s = 0; s + 1 < slots.length; s++) {
        if (!walkers[s] || !walkers[s + 1]) continue;
        pairs++;
        sum += nearness(places[s], places[s + 1]);
      }
      if (pairs && found.tiers[index] !== SCATTERED) {
        found.scores[index] *= 1 + 1.5 * sum / pairs + (sum === pairs ? 0.5 : 0);
      }
      return true;
    });
  }

  function phrases(query, slots) {
    var groups = {};
    slots.forEach(function (slot, s) {
      var phrase = slot.lists.length ? query.words[slot.words[0]].phrase : -1;
      if (phrase >= 0) (groups[phrase] = groups[phrase] || []).push(s);
    });
    return Object.keys(groups).map(function (key) { return groups[key]; });
  }

  /* ---- the whole query ------------------------------------------------------------------------------------------ */

  function filterOf(filters) {
    var kind = meta.kinds.indexOf(filters.kind || "") + 1, place = meta.places.indexOf(filters.place || "") + 1;
    var role = null;
    if (filters.role) {
      role = new Uint8Array(meta.total);
      var row = rowsOf("@" + filters.role);
      if (row.length) postings(row[2]).ids.forEach(function (id) { role[id] = 1; });
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
      shardsOf(word.fold, word.prefix).forEach(function (n) { wanted["s/" + n] = ["s", n]; });
      if (/^\d/.test(word.fold)) wanted["s/" + shardsOf("#" + word.fold)[0]] = ["s", shardsOf("#" + word.fold)[0]];
      if (word.phrase >= 0) quoted = true;
    });
    if (query.words.length > 1) {
      Object.keys(wanted).forEach(function (name) {
        var spread = wanted[name][1];
        if (name[0] === "s") wanted["p/" + spread] = ["p", spread];
      });
    }
    if (filters.role) wanted["s/role"] = ["s", shardsOf("@" + filters.role)[0]];
    return Object.keys(wanted).map(function (name) { return wanted[name]; })
      .filter(function (item) { return item[1] !== undefined; });
  }

  /** Answers a query: { query, total, ids (the best first), named, symbols (to mark), farthest, loose, kinds, places }.
      `filters` may hold kind, place (words of meta) and role (an id). */
  search.find = function (queryText, filters) {
    filters = filters || {};
    var query = text.parse(queryText);
    if (!query.words.length) return search.ready().then(function () { return empty(query); });
    return search.ready().then(function () {
      return Promise.all(needed(query, filters).map(function (item) { return load(item[0], item[1]); }));
    }).then(function () {
      var works = namedWorks(query);
      return Promise.all(works.map(function (work) { return load("s", shardsOf("=" + work.symbol.join(""))[0]); }))
        .then(function () {
          var found = answer(query, works, filters, 1);
          if (!found.total && query.accented) {
            found = answer(query, works, filters, 2);
            found.loose = found.total > 0;
          }
          return found;
        });
    });
  };

  function empty(query) {
    return { query: query, total: 0, ids: [], named: [], symbols: [], farthest: 2, kinds: {}, places: {} };
  }

  function answer(query, works, filters, farthest) {
    if (!meta.total) return empty(query);
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
    var quoted = phrases(query, slots).length > 0;
    var best = quoted ? order : top(order, found, RANKED).sort(ascending);
    var kept = refine(query, slots, found, best);
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
    named.forEach(function (id) { if (allowed.page(meta.pageOf[id]) && !onTop[id]) { onTop[id] = 1; first.push(id); } });
    order.forEach(function (index) {
      var page = meta.pageOf[found.ids[index]];
      if (filters.place === undefined || !filters.place || meta.places[meta.place[page] - 1] === filters.place) count(kinds, meta.kinds[meta.kind[page] - 1]);
      if (filters.kind === undefined || !filters.kind || meta.kinds[meta.kind[page] - 1] === filters.kind) count(places, meta.places[meta.place[page] - 1]);
    });
    var kept = order.filter(function (index) {
      return allowed.page(meta.pageOf[found.ids[index]]) && !onTop[found.ids[index]];
    });
    var sorted = top(kept, found, SHOWN).sort(better(found)).map(function (index) { return found.ids[index]; });
    return {
      query: query, total: first.length + kept.length, ids: first.concat(sorted), named: first, farthest: farthest,
      symbols: works.map(function (work) { return work.symbol; }), kinds: kinds, places: places, loose: false
    };
  }

  function count(table, name) { if (name) table[name] = (table[name] || 0) + 1; }

  /* ---- the words of the results --------------------------------------------------------------------------------- */

  /** The passages to show: url, title, text, document, symbol, kind, place, held; loads the texts they need. */
  search.passages = function (ids) {
    var wanted = ids.map(function (id) { return lastUpTo(meta.texts, id); });
    return Promise.all(wanted.map(function (n) { return load("t", n); })).then(function (shards) {
      return ids.map(function (id, i) { return passage(id, shards[i]); });
    });
  };

  function passage(id, shard) {
    for (var i = shard.length - 1; i >= 0; i--) {
      var head = shard[i], row = (id - head[3]) * 3;
      if (id < head[3] || row >= head[4].length) continue;
      var page = meta.pageOf[id], anchor = head[4][row];
      return {
        id: id, url: head[0] + (anchor ? "#" + anchor : ""), document: head[1], symbol: head[2],
        title: head[4][row + 1], text: head[4][row + 2], whole: !anchor, held: meta.held[page] === "1",
        kind: meta.kinds[meta.kind[page] - 1] || "", place: meta.places[meta.place[page] - 1] || "",
        family: meta.families[meta.family[page] - 1] || ""
      };
    }
    return null;
  }

  search.facets = function () { return { kinds: meta.kinds, places: meta.places, roles: meta.roles }; };
})(window.phobienSearch = window.phobienSearch || {});
