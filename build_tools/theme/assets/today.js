/* The line of the reader's own day on the timeline. The page is complete without it. */
(function () {
  "use strict";
  var SVG = "http://www.w3.org/2000/svg";
  var script = document.currentScript;
  var words = (script && script.getAttribute("data-today")) || "";

  function place(columns, now) {
    var year = now.getFullYear();
    for (var i = 0; i < columns.length; i++) {
      var first = columns[i][0], last = columns[i][1], x = columns[i][2], width = columns[i][3];
      if (year < first) return null;
      if (year <= last) {
        var start = new Date(first, 0, 1), end = new Date(last + 1, 0, 1);
        return x + width * (now - start) / (end - start);
      }
    }
    return null;
  }

  function add(svg, name, attributes, text) {
    var element = document.createElementNS(SVG, name);
    Object.keys(attributes).forEach(function (key) { element.setAttribute(key, attributes[key]); });
    if (text) element.textContent = text;
    svg.appendChild(element);
    return element;
  }

  function draw(svg) {
    var columns = svg.getAttribute("data-columns").split(";").map(function (one) { return one.split(",").map(Number); });
    var x = place(columns, new Date());
    if (x === null) return;
    var box = svg.viewBox.baseVal;
    add(svg, "path", { "class": "pb-tl-today", d: "M" + x.toFixed(1) + " 20V" + box.height });
    var right = x > box.width - 60;
    add(svg, "text", { "class": "pb-tl-today-name", x: (right ? x - 4 : x + 4).toFixed(1), y: box.height - 4,
      "text-anchor": right ? "end" : "start" }, words);
  }

  Array.prototype.forEach.call(document.querySelectorAll("svg[data-columns]"), draw);
})();
