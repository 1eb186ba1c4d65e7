/* Small helps that the pages do without: the print button, and marks against the reader's own date.

   `data-due="2026-07-10"` on an element: past days get the class `pb-past` and the words of `data-past`.
   `data-upcoming="5"` on a list: of its items with `data-due`, the next five from today are shown; where none is left,
   the last ones, under the words of `data-none`. */
(function () {
  "use strict";

  function today() {
    var now = new Date();
    function two(number) { return (number < 10 ? "0" : "") + number; }
    return now.getFullYear() + "-" + two(now.getMonth() + 1) + "-" + two(now.getDate());
  }

  function each(selector, act) { Array.prototype.forEach.call(document.querySelectorAll(selector), act); }

  function markPast(day) {
    each("[data-due]", function (element) {
      if (element.getAttribute("data-due") >= day) return;
      element.classList.add("pb-past");
      var words = element.getAttribute("data-past");
      if (!words) return;
      var note = document.createElement("span");
      note.className = "pb-past-note";
      note.textContent = " (" + words + ")";
      element.appendChild(note);
    });
  }

  function showUpcoming(day) {
    each("[data-upcoming]", function (list) {
      var wanted = Number(list.getAttribute("data-upcoming"));
      var items = Array.prototype.slice.call(list.querySelectorAll("[data-due]"));
      var ahead = items.filter(function (item) { return item.getAttribute("data-due") >= day; }).slice(0, wanted);
      var shown = ahead.length ? ahead : items.slice(-wanted);
      items.forEach(function (item) { item.hidden = shown.indexOf(item) < 0; });
      var none = document.getElementById(list.getAttribute("data-none") || "");
      if (none) none.hidden = ahead.length > 0;
    });
  }

  each("[data-pb-print]", function (button) {
    button.hidden = false;
    button.addEventListener("click", function () { window.print(); });
  });
  window.addEventListener("beforeprint", function () {
    each(".pb-print-open", function (details) { details.open = true; });
  });
  markPast(today());
  showUpcoming(today());
})();
