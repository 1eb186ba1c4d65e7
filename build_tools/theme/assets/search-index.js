/* The index: loads the shards that a query needs with <script src> (so it works on file://) and takes them apart.
   build_tools/search/index.py says how it is laid out. */
(function (search) {
  "use strict";

  var MOST_PREFIX_SHARDS = 12;
  var MOST_DECODED = 4e6; // numbers kept

  var store = { meta: {}, s: {}, p: {}, t: {} };
  var loading = {};
  var decoded = { lists: new Map(), size: 0 };
  var base = "";
  var stamp = "", stale = false, fresh = ""; // which index this is, and whether the browser kept files of another
  var meta = null;

  /** Called by the files of the index. A file of another index than meta.js is left out. */
  search.put = function (kind, number, mark, body) {
    if (kind === "meta") stamp = mark;
    if (mark === stamp) store[kind][number] = body; else stale = true;
  };
  search.setBase = function (path) { base = path; };

  function load(kind, number) {
    if (store[kind][number]) return Promise.resolve(store[kind][number]);
    var name = kind === "meta" ? "meta.js" : kind + "/" + number + ".js";
    var version = kind === "meta" ? fresh : stamp;
    if (!loading[name]) {
      loading[name] = new Promise(function (resolve, reject) {
        var script = document.createElement("script");
        script.src = base + name + (/^http/.test(location.protocol) && version ? "?" + version : "");
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
      mean: sum / Math.max(1, total), heads: numbers(body.heads), held: body.held, kinds: body.kinds, kind: numbers(body.kind),
      places: body.places, place: numbers(body.place), families: body.families, family: numbers(body.family),
      roles: body.roles, keys: body.keys, texts: body.texts
    };
    return meta;
  }

  /** After an error: whether to ask again, because meta.js was older or newer than the rest. It is then read anew. */
  search.renew = function () {
    if (!stale || fresh) return false;
    fresh = String(Date.now());
    store = { meta: {}, s: {}, p: {}, t: {} };
    loading = {};
    decoded = { lists: new Map(), size: 0 };
    stale = false;
    meta = null;
    return true;
  };

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

  /** A posting list taken apart: passages, how often, whether in the heading. */
  function postings(digits) {
    return remembered("s" + digits, function () {
      var all = numbers(digits), ids = new Int32Array(all.length), count = 0, at = -1;
      var times = new Uint16Array(all.length), heading = new Uint8Array(all.length);
      for (var i = 0; i < all.length; i++) {
        var step = all[i];
        at += (step >> 1) + 1;
        ids[count] = at;
        if (step & 1) {
          i++;
          times[count] = all[i] >> 1;
          heading[count] = all[i] & 1;
        } else times[count] = 1;
        count++;
      }
      return { ids: ids.slice(0, count), times: times.slice(0, count), heading: heading.slice(0, count), size: count };
    });
  }

  /** The steps between the positions of a posting list. */
  function places(digits) {
    return remembered("p" + digits, function () {
      var steps = numbers(digits).slice();
      return { steps: steps, size: steps.length };
    }).steps;
  }

  /** What was taken apart is kept for later queries, within limits. */
  function remembered(key, make) {
    var known = decoded.lists.get(key);
    if (!known) {
      known = make();
      decoded.size += known.size;
      if (decoded.size > MOST_DECODED) {
        decoded.lists.clear();
        decoded.size = known.size;
      }
      decoded.lists.set(key, known);
    }
    return known;
  }

  function rowsOf(key) {
    var shard = store.s[shardsOf(key)[0]];
    return shard && Object.prototype.hasOwnProperty.call(shard, key) ? shard[key] : [];
  }

  /** The keys that begin with `key`, of the shards that are loaded. */
  function keysFrom(key) {
    var out = [];
    shardsOf(key, true).forEach(function (n) {
      Object.keys(store.s[n] || {}).forEach(function (name) { if (name.slice(0, key.length) === key) out.push(name); });
    });
    return out;
  }

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

  search.index = {
    meta: function () { return meta; }, load: load, shard: function (kind, n) { return store[kind][n]; },
    numbers: numbers, shardsOf: shardsOf, postings: postings, places: places, rowsOf: rowsOf, keysFrom: keysFrom
  };
})(window.phobienSearch = window.phobienSearch || {});
