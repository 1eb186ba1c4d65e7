/* Nearness and quoted phrases: what stands side by side ranks higher, what lacks a phrase is left out. */
(function (search) {
  "use strict";

  var index = search.index;
  var SCATTERED = 2; // as in search-engine.js

  /** For one slot a function that gives the positions of its words in ascending passages. */
  function walker(slot) {
    var cursors = [];
    slot.lists.forEach(function (item) {
      var shard = index.shard("p", item.shard);
      var digits = shard && shard[item.key] ? shard[item.key][item.row] : "";
      if (digits) cursors.push({ list: item.list, steps: index.places(digits), at: 0, step: 0 });
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

  /** Raises what has its words side by side; drops what lacks a quoted phrase. `order` is in the order of the passages. */
  function refine(query, slots, found, order) {
    var walkers = slots.map(function (slot) { return slot.lists.length ? walker(slot) : null; });
    var groups = phrases(query, slots);
    return order.filter(function (at) {
      var id = found.ids[at];
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
      if (pairs && found.tiers[at] !== SCATTERED) {
        var near = sum / pairs, row = sum === pairs && follows(places.filter(function (list) { return list.length; }));
        found.scores[at] *= (1 + 3 * near * near + (row ? 3 : 0)) * pageFactor(id, places);
      }
      return true;
    });
  }

  /** A page without passages of its own (an absent work, a guide, a family) gives way to passages, unless the query is
      its very title. */
  function pageFactor(id, places) {
    var meta = index.meta(), page = meta.pageOf[id], words = meta.heads[page];
    if (meta.first[page + 1] - meta.first[page] > 1) return 1;
    var title = places.length === words && places.every(function (list) { return list.length && list[0] < words; });
    return title ? 1.5 : 0.4;
  }

  function phrases(query, slots) {
    var groups = {};
    slots.forEach(function (slot, s) {
      var phrase = slot.lists.length ? query.words[slot.words[0]].phrase : -1;
      if (phrase >= 0) (groups[phrase] = groups[phrase] || []).push(s);
    });
    return Object.keys(groups).map(function (key) { return groups[key]; });
  }

  search.nearness = { refine: refine, phrases: phrases };
})(window.phobienSearch = window.phobienSearch || {});
