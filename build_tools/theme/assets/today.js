/* What only the reader's own day can tell; every page is complete without it.

   `data-due="2026-07-09"`: the last day on which a deadline is kept. A day that has passed gets the class `pb-past` and
   the words of `data-past`; today those of `data-last`; a near day those of `data-soon`, with the number for {days}.
   In a list of tasks, those whose day has passed come last.
   `data-force="2026-07-09"`: the first or last day of effect; before it the words of `data-later` are added, after it
   those of `data-gone`.
   `data-columns` on the drawing of the timeline: where each year stands; the line of today is drawn, named by
   `data-today`. */
(function () {
  "use strict";
  var SVG = "http://www.w3.org/2000/svg";
  var SOON = 30;
  var DAY = 86400000;
  var now = new Date();
  var midnight = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate());

  function each(selector, act) { Array.prototype.forEach.call(document.querySelectorAll(selector), act); }

  function say(element, className, words) {
    if (!words) return;
    var note = document.createElement("span");
    note.className = className;
    note.textContent = " (" + words + ")";
    element.appendChild(note);
  }

  function mark(element) {
    var parts = element.getAttribute("data-due").split("-").map(Number);
    var days = Math.round((Date.UTC(parts[0], parts[1] - 1, parts[2]) - midnight) / DAY);
    if (days < 0) {
      element.classList.add("pb-past");
      say(element, "pb-past-note", element.getAttribute("data-past"));
    } else if (days === 0) {
      element.classList.add("pb-soon");
      say(element, "pb-soon-note", element.getAttribute("data-last"));
    } else if (days <= SOON) {
      element.classList.add("pb-soon");
      say(element, "pb-soon-note", (element.getAttribute("data-soon") || "").replace("{days}", String(days)));
    }
  }

  function force(element) {
    var parts = element.getAttribute("data-force").split("-").map(Number);
    var day = Date.UTC(parts[0], parts[1] - 1, parts[2]);
    if (day > midnight) say(element, "pb-soon-note", element.getAttribute("data-later"));
    else if (day < midnight) say(element, "pb-past-note", element.getAttribute("data-gone"));
  }

  function place(columns) {
    var year = now.getFullYear();
    for (var i = 0; i < columns.length; i++) {
      var first = columns[i][0], last = columns[i][1], x = columns[i][2], width = columns[i][3];
      if (year < first) return null;
      if (year <= last) {
        var start = Date.UTC(first, 0, 1), end = Date.UTC(last + 1, 0, 1);
        return x + width * (midnight - start) / (end - start);
      }
    }
    return null;
  }

  function add(svg, name, attributes, text) {
    var element = document.createElementNS(SVG, name);
    Object.keys(attributes).forEach(function (key) { element.setAttribute(key, attributes[key]); });
    if (text) element.textContent = text;
    svg.appendChild(element);
  }

  function drawToday(svg) {
    var columns = svg.getAttribute("data-columns").split(";").map(function (one) { return one.split(",").map(Number); });
    var x = place(columns);
    if (x === null) return;
    var box = svg.viewBox.baseVal;
    var right = x > box.width - 60;
    add(svg, "path", { "class": "pb-tl-today", d: "M" + x.toFixed(1) + " 20V" + box.height });
    add(svg, "text", { "class": "pb-tl-today-name", x: (right ? x - 4 : x + 4).toFixed(1), y: box.height - 4,
      "text-anchor": right ? "end" : "start" }, svg.getAttribute("data-today"));
  }

  /* What lies ahead stands before what has passed; nothing is hidden: a missed day is still owed. */
  function aheadFirst(list) {
    Array.prototype.slice.call(list.children).forEach(function (item) {
      if (item.querySelector(".pb-task-facts .pb-past")) list.appendChild(item);
    });
  }

  each("[data-due]", mark);
  each(".pb-group > .pb-tasks", aheadFirst);
  each("[data-force]", force);
  each("svg[data-columns]", drawToday);
})();
