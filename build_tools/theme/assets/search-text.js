/* Words and marks: what a word is, which words count as the same, where they stand in a text.
   The same rules as build_tools/search/tokens.py; tests/search/token_cases.csv holds both to one answer. */
(function (search) {
  "use strict";

  var LONGEST = 40; // characters of a word that count
  var MOST_WORDS = 16; // words of a query that count
  var LONGEST_QUERY = 400;
  var WORD = /[\p{L}\p{N}\u0300-\u036f]+/gu;
  var TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;
  var MARKS = /[\u0300-\u036f]/g;
  var JOINED = /[\s\-‐-―−\/.&\u200a]/; // between two found words these do not end a mark
  var VOWEL = /[aeiouy]/;

  /** Small letters without accents: định → dinh. */
  function fold(word) {
    return word.toLowerCase().replace(/[đðɖ]/g, "d").normalize("NFD").replace(MARKS, "");
  }

  /** Small letters, each tone mark moved to the end, so that hoà and hòa are one. */
  function form(word) {
    var apart = word.toLowerCase().replace(/[ðɖ]/g, "đ").normalize("NFD");
    return apart.replace(TONES, "").normalize("NFC") + (apart.match(TONES) || []).join("");
  }

  function toneless(spelled) {
    return spelled.replace(TONES, "");
  }

  /** One word of a text: where it stands, its fold; its form is made when it is asked for. */
  function token(word) {
    var bare = Array.from(word).slice(0, LONGEST).join("").replace(/^0+(?=\p{Nd})/u, "");
    return { fold: fold(bare), form: form(bare) };
  }

  /** The words of a text in NFC, with their places in it. */
  function tokens(text) {
    var found = [], match;
    WORD.lastIndex = 0;
    while ((match = WORD.exec(text))) {
      var item = token(match[0]);
      item.start = match.index;
      item.end = match.index + match[0].length;
      found.push(item);
    }
    return found;
  }

  /** Takes a query apart.
      words: fold, form, written, start, end, phrase (number of the quotation it stands in, or -1), open (the last word, still
      being typed), prefix (and long enough to stand for longer ones), joined (to a figure, as in 132-QĐ/TW), any (an
      abbreviation or figure, for which accents never count).
      accented: whether any word bears an accent; then words are taken as they are written. */
  function parse(text) {
    var clean = String(text).slice(0, LONGEST_QUERY).normalize("NFC");
    var all = tokens(clean), words = all.slice(0, MOST_WORDS);
    var quotes = [], open = -1;
    for (var i = 0; i < clean.length; i++) {
      if (!/["“”„«»]/.test(clean[i])) continue;
      if (open < 0) open = i; else { quotes.push([open, i]); open = -1; }
    }
    words.forEach(function (word, number) {
      word.written = clean.slice(word.start, word.end);
      word.phrase = quotes.findIndex(function (q) { return q[0] < word.start && word.end <= q[1]; });
      word.joined = joined(clean, words, number);
      word.any = word.joined || !VOWEL.test(word.fold) || /\d/.test(word.fold);
      if (word.joined) word.fold = bareLetters(word.fold);
      word.open = word.prefix = false;
    });
    var last = words[words.length - 1];
    if (last && last.end === clean.length && all.length === words.length) {
      last.open = true;
      last.prefix = last.fold.length > (/^\d+$/.test(last.fold) ? 3 : 1);
    }
    return {
      text: clean.trim(), words: words, cut: all.length > words.length,
      accented: words.some(function (word) { return word.form !== word.fold && !word.any; })
    };
  }

  /** Whether a word is joined to a figure by a hyphen or stroke, as in 132-QĐ/TW. */
  function joined(text, words, number) {
    for (var i = number; i > 0; i--) {
      if (/\d/.test(words[i].fold) && i < number) return true;
      var between = text.slice(words[i - 1].end, words[i].start);
      if (!/^\s?[\-‐-―−\/.&]\s?$/.test(between)) return false;
    }
    return number > 0 && /\d/.test(words[0].fold);
  }

  /** How near a form is to a word of the query: 0 as typed, 1 nearly (accents left out, or another tone), 2 far. */
  function distance(query, word, spelled) {
    if (!query.accented || word.any || spelled === word.form) return 0;
    if (word.form === word.fold || spelled === word.fold) return 1;
    var plain = toneless(spelled), typed = toneless(word.form), tone = word.form.slice(typed.length);
    if (plain === typed) return 1;
    if (!word.prefix || plain.slice(0, typed.length) !== typed) return 2;
    return !tone || spelled.slice(-tone.length) === tone ? 0 : 1;
  }

  /** A test for the words of `text`: does the query find this one? `farthest` is the distance still accepted.
      Beginnings of words count only where the text has no whole word for the word still being typed. */
  function matcher(query, farthest, text) {
    var whole = test(query, farthest, false), last = query.words[query.words.length - 1];
    if (!last || !last.prefix) return whole;
    var single = { words: [last], accented: query.accented };
    return tokens(text).some(test(single, farthest, false)) ? whole : test(query, farthest, true);
  }

  function test(query, farthest, beginnings) {
    var exact = Object.create(null), prefixes = [];
    query.words.forEach(function (word) {
      (exact[word.fold] = exact[word.fold] || []).push(word);
      if (word.prefix && beginnings) prefixes.push(word);
    });
    return function (item) {
      var found = exact[item.fold] || [];
      for (var i = 0; i < found.length; i++) if (distance(query, found[i], item.form) <= farthest) return true;
      for (var k = 0; k < prefixes.length; k++) {
        if (item.fold.slice(0, prefixes[k].fold.length) === prefixes[k].fold &&
            distance(query, prefixes[k], item.form) <= farthest) return true;
      }
      return false;
    };
  }

  /** The stretches of `text` (in NFC) to mark: every word that `matches`, and whole symbols (lists of folds). */
  function ranges(text, matches, symbols) {
    var found = tokens(text), hit = found.map(matches);
    (symbols || []).forEach(function (symbol) {
      for (var i = 0; i + symbol.length <= found.length; i++) {
        if (symbol.every(function (part, k) { return sameLetters(found[i + k].fold, part); })) {
          for (var k = 0; k < symbol.length; k++) hit[i + k] = true;
        }
      }
    });
    var out = [];
    found.forEach(function (item, i) {
      if (!hit[i]) return;
      var last = out[out.length - 1];
      if (last && hit[i - 1] && near(text, last[1], item.start)) last[1] = item.end;
      else out.push([item.start, item.end]);
    });
    return out;
  }

  function near(text, from, to) {
    if (to - from > 3) return false;
    for (var i = from; i < to; i++) if (!JOINED.test(text[i])) return false;
    return true;
  }

  /** Letters of a symbol that are written in two ways: QĐi for QĐ. */
  function sameLetters(a, b) {
    return a === b || bareLetters(a) === bareLetters(b);
  }

  function bareLetters(part) {
    return part === "qdi" || part === "qyd" ? "qd" : part;
  }

  /** Puts `text` into `parent` with its found words in <mark>; text nodes only, never markup. */
  function append(parent, text, stretches) {
    var at = 0;
    stretches.forEach(function (stretch) {
      if (stretch[0] > at) parent.appendChild(document.createTextNode(text.slice(at, stretch[0])));
      var mark = document.createElement("mark");
      mark.textContent = text.slice(stretch[0], stretch[1]);
      parent.appendChild(mark);
      at = stretch[1];
    });
    if (at < text.length) parent.appendChild(document.createTextNode(text.slice(at)));
  }

  /** The part of `text` around most of the found words, about `width` characters, cut between words. */
  function snippet(text, stretches, width) {
    if (text.length <= width * 1.25) return { text: text, ranges: stretches };
    var best = 0, most = -1;
    stretches.forEach(function (stretch, i) {
      var weight = 0;
      for (var k = i; k < stretches.length && stretches[k][1] - stretch[0] < width * 0.8; k++) {
        weight += stretches[k][1] - stretches[k][0];
      }
      if (weight > most) { most = weight; best = stretch[0]; }
    });
    var from = Math.max(0, Math.min(best - width * 0.2, text.length - width));
    if (from > 0) from = Math.min(best, text.indexOf(" ", from) + 1 || from);
    var to = Math.min(text.length, from + width);
    if (to < text.length) {
      var space = text.lastIndexOf(" ", to);
      to = space > from ? space : to;
    }
    stretches.forEach(function (s) { if (s[0] < to && s[1] > to) to = s[1]; });
    from = Math.floor(from);
    var head = from > 0 ? "… " : "", tail = to < text.length ? " …" : "";
    return {
      text: head + text.slice(from, to) + tail,
      ranges: stretches.filter(function (s) { return s[0] >= from && s[1] <= to; }).map(function (s) {
        return [s[0] - from + head.length, s[1] - from + head.length];
      })
    };
  }

  search.text = {
    fold: fold, form: form, tokens: tokens, parse: parse, distance: distance, matcher: matcher, ranges: ranges,
    append: append, snippet: snippet, sameLetters: sameLetters, bareLetters: bareLetters, MOST_WORDS: MOST_WORDS
  };
})(window.phobienSearch = window.phobienSearch || {});
