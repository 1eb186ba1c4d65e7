/* Slots: what a passage must have, as a weight for each passage. One for each word of a query, one for a work that it
   names. */
(function (search) {
  "use strict";

  var index = search.index, text = search.text;

  function newSlot(words) {
    var total = index.meta().total;
    return { words: words, weight: new Float32Array(total), far: new Uint8Array(total), ids: [], lists: [] };
  }

  /** A word of the query; with `wide`, the last word stands for all that begin with it too. */
  function wordSlot(query, number, farthest, wide) {
    var word = query.words[number], slot = newSlot([number]), prefix = wide && word.prefix;
    index.shardsOf(word.fold, prefix).forEach(function (n) {
      var shard = index.shard("s", n);
      if (!shard) return;
      if (Object.prototype.hasOwnProperty.call(shard, word.fold)) addForms(query, word, slot, word.fold, n, farthest);
      if (!prefix) return;
      Object.keys(shard).forEach(function (key) {
        if (key !== word.fold && key.slice(0, word.fold.length) === word.fold) {
          addForms(query, word, slot, key, n, farthest);
        }
      });
    });
    weigh(slot);
    return slot;
  }

  function addForms(query, word, slot, key, shard, farthest) {
    var row = index.shard("s", shard)[key], whole = key === word.fold;
    for (var i = 0; i + 2 < row.length; i += 3) {
      var spelled = row[i] || key, far = text.distance(query, word, spelled);
      if (far > farthest) continue;
      var factor = (whole ? 1 : 0.6) * (far ? 0.4 : 1) * (spelled === word.form && whole ? 1.05 : 1);
      slot.lists.push({ list: index.postings(row[i + 2]), key: key, row: i / 3, shard: shard, factor: factor, far: far });
    }
  }

  /** BM25 over all forms of the word together, so that a rare accent does not outrank the common one. */
  function weigh(slot) {
    var most = 0, all = 0, count = 0, total = index.meta().total;
    slot.lists.forEach(function (item) {
      most = Math.max(most, item.list.ids.length);
      all += item.list.ids.length;
    });
    var idf = Math.log(1 + (total - most + 0.5) / (most + 0.5)) + 0.05, ids = new Int32Array(all);
    slot.lists.forEach(function (item) { count = weighList(slot, item, item.factor * idf, ids, count); });
    slot.ids = ids.subarray(0, count);
  }

  /** Weighs the passages of one form; those met for the first time are added to `met`, which holds `count`. */
  function weighList(slot, item, factor, met, count) {
    var meta = index.meta(), lengths = meta.lengths, slope = 0.72 / meta.mean, weights = slot.weight, far = slot.far;
    var ids = item.list.ids, times = item.list.times, heading = item.list.heading, distance = item.far;
    for (var j = 0; j < ids.length; j++) {
      var id = ids[j], often = times[j], before = weights[id];
      var weight = factor * (often * 2.2 / (often + 0.48 + slope * lengths[id]) + heading[j]);
      if (before === 0) {
        met[count++] = id;
        far[id] = distance;
      } else if (distance < far[id]) far[id] = distance;
      if (weight > before) weights[id] = weight;
    }
    return count;
  }

  function raise(slot, id, by) {
    if (!slot.weight[id]) slot.ids.push(id);
    slot.weight[id] += by;
  }

  /** A work that the query names: the passages that cite it, and those that have the same words (slots `same`). */
  function workSlot(work, same) {
    var slot = newSlot(work.taken.slice().sort(function (a, b) { return a - b; }));
    same.sort(function (a, b) { return a.ids.length - b.ids.length; })[0].ids.forEach(function (id) {
      var least = Math.min.apply(null, same.map(function (other) { return other.weight[id]; }));
      if (least > 0) raise(slot, id, least);
    });
    var row = index.rowsOf("=" + work.symbol.join(""));
    if (row.length) {
      index.postings(row[2]).ids.forEach(function (cited) { raise(slot, cited, Math.max(0, 6 - slot.weight[cited]) + 4); });
    }
    raise(slot, work.passage, 12);
    return slot;
  }

  /** One slot for each word, or for the work that the query names and each further word. */
  search.slots = function (query, work, farthest, wide) {
    var plain = query.words.map(function (_, number) { return wordSlot(query, number, farthest, wide); });
    if (!work || work.strength < 2) return plain;
    var same = work.taken.map(function (number) { return plain[number]; });
    return [workSlot(work, same)].concat(plain.filter(function (_, number) { return work.taken.indexOf(number) < 0; }));
  };
})(window.phobienSearch = window.phobienSearch || {});
