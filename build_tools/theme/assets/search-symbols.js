/* The works that a query names by number, in whatever spelling, and the roles that it names. */
(function (search) {
  "use strict";

  var index = search.index, text = search.text;

  /** The works that a query names by number: "132-QD/TW", "QĐ 132", "quy dinh 132", "132/QD-TW".
      Each: symbol (folds), passage (its page's first), taken (numbers of the words that name it), full. */
  function namedWorks(query) {
    var words = query.words, meta = index.meta(), out = [];
    words.forEach(function (word, number) {
      if (!/^\d/.test(word.fold)) return;
      var row = index.rowsOf("#" + word.fold);
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
      var typing = run[run.length - 1] === words.length - 1 && words[words.length - 1].open;
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
  function alike(written, wanted) {
    return written === wanted || (/tu$/.test(written) && written.slice(0, -2) + "tw" === wanted);
  }

  /** Whether `written` is some of the symbol's words in order, as in 132/TW for 132-QĐ/TW. */
  function tailOf(symbol, written) {
    for (var i = 1; i < symbol.length; i++) {
      var joined = "";
      for (var k = i; k < symbol.length; k++) { joined += symbol[k]; if (joined === written) return true; }
    }
    return false;
  }

  var MOST_ROLES = 3; // a beginning that more names have leads to none of them

  /** The key of the name that a query may be; empty for one with figures or quotation marks. */
  function nameKey(query) {
    var plain = query.words.length && query.words.every(function (word) { return word.phrase < 0 && !/\d/.test(word.fold); });
    return plain ? "~" + query.words.map(function (word) { return word.fold; }).join(" ") : "";
  }

  /** The first passages of the pages whose subject has the query for its name (`whole`), or else for the beginning of
      its name (`begun`): `thi hanh an dan su` is a matter too, and not only how a body's name begins. */
  function namedRoles(query) {
    var key = nameKey(query), exact = key ? index.rowsOf(key).slice(0, MOST_ROLES) : [], found = [];
    if (key && !exact.length && query.words.length > 1) {
      index.keysFrom(key).forEach(function (name) {
        index.rowsOf(name).forEach(function (id) { if (found.indexOf(id) < 0) found.push(id); });
      });
    }
    return { whole: exact, begun: found.length <= MOST_ROLES ? found : [] };
  }

  search.nameKey = nameKey;
  search.namedRoles = namedRoles;
  search.namedWorks = namedWorks;
})(window.phobienSearch = window.phobienSearch || {});
