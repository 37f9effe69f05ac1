// Search areas: the grid of each, its cells by state in colour and hatching, judged by click, drag or key.
"use strict";
const Areas = CanvasLayer.extend({
  pane: "areas",
  show(areas) { this._areas = areas; if (this._map) this.redraw(); },
  redraw() {
    const {map, size, ratio, ctx} = this._begin();
    ctx.scale(ratio, ratio);
    for (const area of this._areas || []) this._draw(ctx, area, size, map);
  },
  // Pixels of latitude and longitude lines: a grid in degrees is straight on this map.
  _lines(area, map) {
    const xs = [], ys = [], middle = map.getCenter().lng;
    const turn = Math.round((middle - (area.west + area.wide * area.columns / 2)) / 360) * 360;
    for (let c = 0; c <= area.columns; c += 1) xs.push(map.latLngToContainerPoint([area.south, area.west + turn + c * area.wide]).x);
    for (let r = 0; r <= area.rows; r += 1) ys.push(map.latLngToContainerPoint([Math.min(85, area.south + r * area.high), area.west]).y);
    return {xs, ys, turn};
  },
  _draw(ctx, area, size, map) {
    const {xs, ys, turn} = this._lines(area, map), chosen = area.id === Areas.chosen;
    if (xs[area.columns] < 0 || xs[0] > size.x || ys[area.rows] > size.y || ys[0] < 0) return;
    const cell = Math.min(Math.abs(xs[1] - xs[0]), Math.abs(ys[0] - ys[1]));
    for (const [row, column, state] of area.cells) {
      const x = xs[column], y = ys[row + 1], w = xs[column + 1] - x, h = ys[row] - y;
      if (x > size.x || x + w < 0 || y > size.y || y + h < 0) continue;
      if (state) Areas.fill(ctx, state, x, y, w, h);
      if (cell >= 6) { ctx.globalAlpha = chosen ? 0.75 : 0.4; ctx.strokeStyle = Atlas.colour("areas"); ctx.lineWidth = 0.75; ctx.setLineDash([]); ctx.strokeRect(x, y, w, h); ctx.globalAlpha = 1; }
    }
    ctx.beginPath();
    area.outline.forEach(([lat, lon], n) => {
      let east = lon + turn;
      while (east < area.west + turn - 180) east += 360;
      while (east > area.west + turn + 180) east -= 360;
      const at = map.latLngToContainerPoint([lat, east]);
      if (n) ctx.lineTo(at.x, at.y); else ctx.moveTo(at.x, at.y);
    });
    ctx.closePath();
    ctx.strokeStyle = Atlas.colour("panel"); ctx.lineWidth = chosen ? 5 : 3.5; ctx.stroke();
    ctx.strokeStyle = Atlas.colour(chosen ? "focus" : "areas"); ctx.lineWidth = chosen ? 2.5 : 1.5; ctx.stroke();
    const scale = Number(Atlas.root.style.getPropertyValue("--text-scale")) || 1;
    ctx.font = `600 ${11 * scale}px "Noto Sans", sans-serif`; ctx.textBaseline = "bottom";
    ctx.strokeStyle = Atlas.colour("panel"); ctx.lineWidth = 3; ctx.lineJoin = "round";
    ctx.strokeText(area.label, xs[0] + 2, ys[area.rows] - 4);
    ctx.fillStyle = Atlas.colour("text"); ctx.fillText(area.label, xs[0] + 2, ys[area.rows] - 4);
    if (chosen && Areas.cursor) {
      const [row, column] = Areas.cursor;
      ctx.strokeStyle = Atlas.colour("focus"); ctx.lineWidth = 3;
      ctx.strokeRect(xs[column], ys[row + 1], xs[column + 1] - xs[column], ys[row] - ys[row + 1]);
    }
  },
});
Areas.TOKENS = {"searched": "verified", "excluded": "rejected", "unclear": "review"};
// Searched: filled with rising lines. Excluded: crossed. Unclear: dots.
Areas.fill = (ctx, state, x, y, w, h) => {
  ctx.save();
  ctx.beginPath(); ctx.rect(x, y, w, h); ctx.clip();
  const colour = Atlas.colour(Areas.TOKENS[state]);
  ctx.fillStyle = colour; ctx.strokeStyle = colour; ctx.globalAlpha = state === "searched" ? 0.26 : 0.16; ctx.fillRect(x, y, w, h);
  ctx.globalAlpha = 0.7; ctx.lineWidth = 1; ctx.beginPath();
  if (state === "excluded") { ctx.moveTo(x, y); ctx.lineTo(x + w, y + h); ctx.moveTo(x + w, y); ctx.lineTo(x, y + h); ctx.stroke(); }
  else if (state === "searched") {
    for (let at = -h; at < w; at += 7) { ctx.moveTo(x + at, y + h); ctx.lineTo(x + at + h, y); }
    ctx.stroke();
  } else {
    for (let dx = 4; dx < w; dx += 7) for (let dy = 4; dy < h; dy += 7) ctx.rect(x + dx - 0.8, y + dy - 0.8, 1.6, 1.6);
    ctx.fill();
  }
  ctx.restore();
};
Areas.chosen = ""; Areas.cursor = null;
(() => {
  const {map} = Atlas, layer = Atlas.areas = new Areas().addTo(map);
  let areas = [], state = "", painted = null;
  const chosen = () => areas.find(area => area.id === Areas.chosen);

  function cellAt(latlng) {
    const area = chosen();
    if (!area) return null;
    const [lat, lon] = Atlas.plain(latlng), east = ((lon - area.west) % 360 + 360) % 360;
    const row = Math.floor((lat - area.south) / area.high), column = Math.floor(east / area.wide);
    return area.cells.some(cell => cell[0] === row && cell[1] === column) ? [row, column] : null;
  }

  function judge(cells, said) {
    const area = chosen();
    if (!area || cells.length === 0) return;
    for (const [row, column] of cells) area.cells.find(cell => cell[0] === row && cell[1] === column)[2] = said === "open" ? "" : said;
    layer.redraw();
    Atlas.bridge.judge(area.id, JSON.stringify(cells), said);
  }

  // One drag is one step, however many cells it passes.
  function paint(latlng) {
    const cell = cellAt(latlng);
    if (!cell || painted.some(one => one[0] === cell[0] && one[1] === cell[1])) return;
    painted.push(cell);
    chosen().cells.find(one => one[0] === cell[0] && one[1] === cell[1])[2] = state === "open" ? "" : state;
    layer.redraw();
  }

  function setState(said) {
    state = said;
    Atlas.judging = Boolean(said);
    Atlas.busy = Boolean(said);
    map.dragging[said ? "disable" : "enable"]();
    map.getContainer().classList.toggle("judging", Boolean(said));
    Atlas.chrome.notice(said ? Atlas.say("judging", {state: Atlas.say(said)}) : "");
    if (said && !Areas.cursor && chosen()) Areas.cursor = cellAt(map.getCenter()) || chosen().cells[0].slice(0, 2);
    if (!said) Areas.cursor = null;
    layer.redraw();
  }

  map.on("mousedown", event => { if (state && chosen() && event.originalEvent.button === 0) { painted = []; paint(event.latlng); } });
  map.on("mousemove", event => { if (painted) paint(event.latlng); });
  map.on("mouseup", () => { const cells = painted; painted = null; if (cells && cells.length) { Areas.cursor = cells[cells.length - 1]; judge(cells, state); } });

  const STEPS = {"ArrowUp": [1, 0], "ArrowDown": [-1, 0], "ArrowLeft": [0, -1], "ArrowRight": [0, 1]};
  const STATES = {"1": "searched", "2": "excluded", "3": "unclear", "Backspace": "open", "Delete": "open", "0": "open"};
  Atlas.on("key", event => {
    const area = chosen();
    if (!state || !area) return false;
    if (event.key === "Escape") { Atlas.bridge.tool(""); setState(""); return true; }
    if (STEPS[event.key]) {
      let [row, column] = Areas.cursor || area.cells[0];
      const [up, right] = STEPS[event.key];
      for (let n = 0; n < area.rows + area.columns; n += 1) {
        row += up; column += right;
        if (area.cells.some(cell => cell[0] === row && cell[1] === column)) { Areas.cursor = [row, column]; break; }
      }
      const [r, c] = Areas.cursor, at = [area.south + (r + 0.5) * area.high, area.west + (c + 0.5) * area.wide];
      if (!map.getBounds().pad(-0.08).contains(at)) map.panTo(at, {animate: false});
      Atlas.chrome.speak(Atlas.say("spoken cell", {row: r, column: c, state: Atlas.say(area.cells.find(cell => cell[0] === r && cell[1] === c)[2] || "open")}));
      layer.redraw();
      return true;
    }
    const said = STATES[event.key] || (event.key === " " || event.key === "Enter" ? state : "");
    if (said && Areas.cursor) { judge([Areas.cursor], said); return true; }
    return false;
  });

  Atlas.on("bridge", bridge => {
    bridge.areasChanged.connect(text => {
      areas = JSON.parse(text);
      if (Areas.chosen && !chosen()) { Areas.chosen = ""; if (state) { setState(""); bridge.tool(""); } }
      layer.show(areas);
      Atlas.titles = areas.map(area => ({lat: area.south + area.high * area.rows, lon: area.west, tag: area.label, kind: "area"}));
      Atlas.clear();
      Atlas.chrome.drawLegend();
    });
    bridge.areaChosen.connect((id, fit) => {
      Areas.chosen = id; Areas.cursor = null;
      const area = chosen();
      if (area && fit) map.fitBounds([[area.south, area.west], [area.south + area.high * area.rows, area.west + area.wide * area.columns]], {animate: false, padding: [24, 24]});
      layer.redraw();
    });
    bridge.judgeRequested.connect(said => { map.getContainer().focus({preventScroll: true}); setState(said); });
  });
  Atlas.on("theme", () => layer.redraw());
  Atlas.chrome.legend(40, () => {
    if (areas.length === 0) return [];
    const used = new Set(areas.flatMap(area => area.cells.map(cell => cell[2]))), rows = [];
    rows.push([Atlas.chrome.swatch(ctx => { ctx.strokeStyle = Atlas.colour("areas"); ctx.lineWidth = 1.5; ctx.strokeRect(1.5, 1.5, 13, 9); }), Atlas.say("area")]);
    for (const said of Object.keys(Areas.TOKENS)) if (used.has(said)) rows.push([Atlas.chrome.swatch(ctx => Areas.fill(ctx, said, 1, 1, 14, 10)), Atlas.say(`legend ${said}`)]);
    return rows;
  });
  Atlas.judgeCells = judge;
})();
