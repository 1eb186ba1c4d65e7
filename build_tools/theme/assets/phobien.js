/* Small helps that the pages do without: the print button, and what lies ahead of the reader's own date.

   `data-upcoming="5"` on a list: of its items with `data-day`, the next five from today are shown; where none is left,
   the last ones (as many, or `data-passed`), and the element whose id `data-none` names. What a filter hides does not count.
   Escape hides the beginning of what is cited, which style sheets show beside a link that points at it. */
(function () {
  "use strict";

  function today() {
    var now = new Date();
    function two(number) { return (number < 10 ? "0" : "") + number; }
    return now.getFullYear() + "-" + two(now.getMonth() + 1) + "-" + two(now.getDate());
  }

  function each(selector, act) { Array.prototype.forEach.call(document.querySelectorAll(selector), act); }

  function showUpcoming(day) {
    each("[data-upcoming]", function (list) {
      var wanted = Number(list.getAttribute("data-upcoming"));
      var items = Array.prototype.slice.call(list.querySelectorAll("[data-day]"));
      items.forEach(function (item) { item.hidden = false; });
      items = items.filter(function (item) { return getComputedStyle(item).display !== "none"; });
      var ahead = items.filter(function (item) { return item.getAttribute("data-day") >= day; }).slice(0, wanted);
      var shown = ahead.length ? ahead : items.slice(-Number(list.getAttribute("data-passed") || wanted));
      items.forEach(function (item) { item.hidden = shown.indexOf(item) < 0; });
      var none = document.getElementById(list.getAttribute("data-none") || "");
      if (none) none.hidden = ahead.length > 0;
    });
  }

  each("[data-pb-print]", function (button) {
    button.hidden = false;
    button.addEventListener("click", function () { window.print(); });
  });
  document.addEventListener("keydown", function (event) {
    if (event.key !== "Escape") return;
    each("a[data-pb-preview]:hover, a[data-pb-preview]:focus", function (link) {
      function speak() {
        link.classList.remove("pb-quiet");
        link.removeEventListener("mouseleave", speak);
        link.removeEventListener("blur", speak);
      }
      link.classList.add("pb-quiet");
      link.addEventListener("mouseleave", speak);
      link.addEventListener("blur", speak);
    });
  });
  window.addEventListener("beforeprint", function () {
    each(".pb-print-open", function (details) { details.open = true; });
  });
  /* A table wider than the screen is moved by the keyboard too: Material's frame around it takes no focus by itself. */
  function reachWideTables() {
    each(".md-typeset__scrollwrap", function (frame) {
      if (frame.scrollWidth > frame.clientWidth) frame.tabIndex = 0; else frame.removeAttribute("tabindex");
    });
  }
  window.addEventListener("load", reachWideTables);
  window.addEventListener("resize", reachWideTables);
  each(".pb-f", function (filter) { filter.addEventListener("change", function () { showUpcoming(today()); }); });
  showUpcoming(today());
})();
