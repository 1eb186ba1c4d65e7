/* Helps for choosing that the pages do without.

   A filter's choices are made by style sheets alone; here the reader is told how many items are left, and where
   nothing fits all choices together, which is said in `data-none` of the note below the filters (`data-left` for some).
   `data-find="pb-roles"`: a field that leaves the items of all lists of that class whose words, or other names in
   `data-names`, have words that begin like each typed one, with or without accents; `data-none` says that there are none. */
(function () {
  "use strict";

  function all(selector, within) { return Array.prototype.slice.call((within || document).querySelectorAll(selector)); }

  function folded(words) {
    var bare = words.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase().replace(/đ/g, "d");
    return " " + bare.split(/[^a-z0-9]+/).filter(Boolean).join(" ");
  }

  function tell(note, left) {
    var words = note.getAttribute(left ? "data-left" : "data-none") || "";
    note.textContent = words.replace("{count}", String(left));
    note.classList.toggle("pb-none", !left);
  }

  function watchFilters(note) {
    var buttons = all("input[type=radio].pb-f");
    var names = {};
    buttons.forEach(function (button) { names[button.name.slice(2)] = true; });
    var items = all(Object.keys(names).map(function (name) {
      return "li[data-" + name + "],tr[data-" + name + "]";
    }).join(","));
    function count() {
      var chosen = buttons.some(function (button) { return button.checked && !/-all$/.test(button.id); });
      if (!chosen) { note.textContent = ""; return; }
      tell(note, items.filter(function (item) { return getComputedStyle(item).display !== "none"; }).length);
    }
    buttons.forEach(function (button) { button.addEventListener("change", count); });
    count();
  }

  function watchField(field) {
    var lists = all("." + field.getAttribute("data-find"));
    var note = document.getElementById(field.getAttribute("aria-describedby"));
    function narrow() {
      var wanted = folded(field.value).split(" ").filter(Boolean);
      var left = 0;
      lists.forEach(function (list) {
        var shown = 0;
        all("li", list).forEach(function (item) {
          var words = folded(item.textContent + " " + (item.getAttribute("data-names") || ""));
          item.hidden = !wanted.every(function (one) { return words.indexOf(" " + one) >= 0; });
          if (!item.hidden) shown += 1;
        });
        list.hidden = !shown;
        var head = list.previousElementSibling;
        if (head && /^H\d$/.test(head.tagName)) head.hidden = !shown;
        left += shown;
      });
      if (wanted.length) tell(note, left); else note.textContent = "";
    }
    field.closest("[hidden]").hidden = false;
    field.addEventListener("input", narrow);
    if (field.value) narrow();
  }

  all(".pb-filter-note").forEach(watchFilters);
  all("[data-find]").forEach(watchField);
})();
