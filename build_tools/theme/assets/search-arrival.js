/* Marks the found words on the page that a result led to. */
(function (search) {
  "use strict";

  /** Marks the found words in the passage that begins at `target`: in it and in what follows, as far as it goes. */
  function mark(target, note) {
    unmark();
    var matches = search.text.matcher(search.text.parse(note.query), note.farthest, note.text), left = note.text.length;
    var element = target.textContent.trim() ? target : target.parentElement;
    while (element && left > 0) {
      left -= markIn(element, matches, note.symbols, left);
      element = element.nextElementSibling;
    }
  }

  function markIn(element, matches, symbols, left) {
    var walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT), nodes = [], seen = 0;
    while (seen < left && walker.nextNode()) {
      var parent = walker.currentNode.parentElement;
      if (parent.closest("script,style,button,select,.headerlink")) continue;
      nodes.push(walker.currentNode);
      seen += walker.currentNode.data.trim().length;
    }
    nodes.forEach(function (node) {
      var stretches = search.text.ranges(node.data, matches, symbols);
      if (!stretches.length) return;
      var holder = document.createDocumentFragment();
      search.text.append(holder, node.data, stretches);
      holder.querySelectorAll("mark").forEach(function (m) { m.className = "ph-found"; });
      node.parentNode.replaceChild(holder, node);
    });
    return seen || 1;
  }

  function unmark() {
    document.querySelectorAll("mark.ph-found").forEach(function (element) {
      var parent = element.parentNode;
      parent.replaceChild(document.createTextNode(element.textContent), element);
      parent.normalize();
    });
  }

  search.mark = mark;
  search.unmark = unmark;
})(window.phobienSearch = window.phobienSearch || {});
