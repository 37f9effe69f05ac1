// Names on one canvas: countries, regions, places by rank, streets; larger ones first, none over another, none
// over a mark. A little larger than the view, so that a drag does not show an edge at once.
"use strict";
class Cells {
  // Which points lie in which of 256 x 256 cells of the world, in their order.
  constructor(x, y) {
    const cell = i => Math.max(0, Math.min(255, x[i] * 256 | 0)) + 256 * Math.max(0, Math.min(255, y[i] * 256 | 0));
    this._starts = new Uint32Array(65537); this._list = new Uint32Array(x.length);
    for (let i = 0; i < x.length; i += 1) this._starts[cell(i) + 1] += 1;
    for (let i = 0; i < 65536; i += 1) this._starts[i + 1] += this._starts[i];
    const next = this._starts.slice();
    for (let i = 0; i < x.length; i += 1) this._list[next[cell(i)]++] = i;
  }
  // Numbers of the points in the cells of a view, ascending: for places, the largest first.
  within({left, top, size, world}) {
    const found = [], at = v => Math.floor(v / world * 256), last = at(left + size.x);
    for (let row = Math.max(0, at(top)); row <= Math.min(255, at(top + size.y)); row += 1) {
      for (let column = at(left); column <= last; column += 1) {
        const cell = 256 * row + ((column % 256) + 256) % 256;
        for (let i = this._starts[cell]; i < this._starts[cell + 1]; i += 1) found.push(this._list[i]);
      }
    }
    return found.sort((a, b) => a - b);
  }
}
const Labels = L.Layer.extend({
  pane: "labels",
  initialize() { this._countries = []; this._regions = []; this._places = null; this._marks = []; this._extra = () => ({names: [], pictures: []}); this._colours = {land: "#fff", label: "#000"}; this.drawn = 0; },
  onAdd(map) {
    this._canvas = L.DomUtil.create("canvas", "leaflet-zoom-hide", map.getPane(this.pane));
    this._canvas.style.pointerEvents = "none";
    map.on("moveend zoomend resize", this.redraw, this);
    this.redraw();
  },
  onRemove(map) { this._canvas.remove(); map.off("moveend zoomend resize", this.redraw, this); },
  // The file: header {countries: [name, lat, lon, area], places: n}, then latitudes, longitudes, people, names.
  load(buffer) {
    const {header, start} = unpacked(buffer), n = header.places, people = new Uint32Array(buffer, start + 8 * n, n);
    this._countries = header.countries;
    const lat = new Int32Array(buffer, start, n), lon = new Int32Array(buffer, start + 4 * n, n);
    const x = Float32Array.from(lon, degrees => degrees / 36000000 + 0.5), y = Float32Array.from(lat, degrees => Land.y(degrees / 1e5));
    this._places = {
      n, people, x, y, cells: new Cells(x, y),
      names: new TextDecoder().decode(new Uint8Array(buffer, start + 12 * n)).split("\n"),
    };
    if (this._map) this.redraw();
  },
  setRegions(names) { this._regions = names; if (this._map) this.redraw(); },
  // extra: gives {names: out of vector tiles in view, {text, x, y, rank, turn}; pictures: tiles that are pictures}.
  show(colours, marks, extra) {
    this._colours = colours; this._marks = marks;
    if (extra) this._extra = extra;
    if (this._map) this.redraw();
  },
  redraw() {
    const map = this._map, pad = Labels.PAD, size = map.getSize().add([2 * pad, 2 * pad]), ratio = window.devicePixelRatio || 1, zoom = map.getZoom();
    L.DomUtil.setPosition(this._canvas, map.containerPointToLayerPoint([-pad, -pad]));
    this._canvas.width = size.x * ratio; this._canvas.height = size.y * ratio;
    this._canvas.style.width = `${size.x}px`; this._canvas.style.height = `${size.y}px`;
    const ctx = this._canvas.getContext("2d"), world = 256 * 2 ** zoom, corner = map.getPixelBounds().min.subtract([pad, pad]);
    ctx.scale(ratio, ratio); ctx.lineJoin = "round"; ctx.textBaseline = "middle";
    ctx.fillStyle = this._colours.label; ctx.strokeStyle = this._colours.land;
    this._view = {ctx, size, world, left: corner.x, top: corner.y, zoom, boxes: [], said: new Map(), drawn: 0, scale: Labels.scale()};
    this._keepClear();
    const {names: extra, pictures} = this._extra();
    this._view.pictures = new Set(pictures.map(({x, y}) => `${x}/${y}`));
    this._view.tiles = pictures.length ? 2 ** pictures[0].z : 0;
    if (zoom < 8) this._countryNames();
    this._tileNames(extra.filter(name => name.rank < 4));
    if (zoom >= 5 && zoom < 10) this._regionNames();
    this._placeNames();
    this._tileNames(extra.filter(name => name.rank >= 4));
    this.drawn = this._view.drawn;
  },
  // Pixels of this canvas for a point of the Mercator square, in the copy of the world nearest to the view.
  _at(x, y) {
    const {world, left, top, size} = this._view, middle = left + size.x / 2;
    return [x * world + Math.round((middle - x * world) / world) * world - left, y * world - top];
  },
  // Whether a picture of a map pack lies there: it brings names of its own, or shows the ground itself.
  _pictured(x, y) {
    const {tiles, pictures} = this._view;
    return tiles > 0 && pictures.has(`${Math.floor(x * tiles)}/${Math.floor(y * tiles)}`);
  },
  _keepClear() {
    const {ctx, boxes} = this._view;
    ctx.font = Labels.font(11 * this._view.scale, 600);
    for (const mark of this._marks) {
      const [x, y] = this._at(mark.lon / 360 + 0.5, Land.y(mark.lat)), width = mark.tag ? ctx.measureText(mark.tag).width + 4 : 0;
      const left = mark.kind === "claim";
      boxes.push([x - 12 - (left ? width : 0), y - 12, x + 12 + (left ? 0 : width), y + 12]);
    }
  },
  _countryNames() {
    const {zoom} = this._view;
    for (const [name, lat, lon, area] of this._countries) {
      const span = Math.sqrt(area) * 256 * 2 ** zoom / 360; // roughly how wide the country is, in pixels
      if (span < 26) continue;
      if (this._pictured(lon / 360 + 0.5, Land.y(lat))) continue;
      const px = span > 260 ? 15 : span > 110 ? 13 : 11;
      this._put(name, this._at(lon / 360 + 0.5, Land.y(lat)), {px, weight: 600, alpha: 0.85, spacing: px > 12 ? 1 : 0.4, ways: ["middle"]});
    }
  },
  _regionNames() {
    const {zoom} = this._view;
    for (const [name, lon, lat, area] of this._regions) {
      if (Math.sqrt(area) * 256 * 2 ** zoom / 360 < 70) continue;
      this._put(name, this._at(lon / 360 + 0.5, Land.y(lat)), {px: 11, weight: 400, italic: true, alpha: 0.8, spacing: 0.6, ways: ["middle"]});
    }
  },
  _placeNames() {
    const places = this._places, {zoom, size} = this._view;
    if (!places || zoom < 3) return;
    const least = Labels.LEAST.find(([deepest]) => zoom < deepest)[1];
    // Far out the largest come first and the rest is left; close up only what lies in the cells of the view counts.
    const near = zoom < 8 ? null : places.cells.within(this._view), count = near ? near.length : places.n;
    for (let k = 0; k < count; k += 1) {
      const i = near ? near[k] : k, capital = places.people[i] >= 0x80000000, people = places.people[i] & 0x7fffffff;
      if (people < least && !capital) { if (!near && people < least / 40) break; continue; }
      if (capital && people < least / 10 && zoom < 7) continue;
      const at = this._at(places.x[i], places.y[i]);
      if (at[0] < 0 || at[1] < 0 || at[0] > size.x || at[1] > size.y) continue;
      if (this._pictured(places.x[i], places.y[i])) continue;
      const px = people >= 3e6 ? 13 : people >= 3e5 ? 12 : 11;
      this._put(places.names[i], at, {px, weight: capital || people >= 1e6 ? 600 : 400, dot: capital ? "capital" : "dot", ways: ["right", "left", "above", "below"]});
      if (this._view.drawn > Labels.MOST) break;
    }
  },
  _tileNames(names) {
    for (const name of names.sort((a, b) => a.rank - b.rank).slice(0, 600)) {
      const at = this._at(name.x, name.y), place = name.rank >= 2 && name.rank < 6;
      const px = name.rank < 3 ? 13 : name.rank < 5 ? 12 : 11;
      this._put(name.text, at, {px, weight: name.rank < 4 ? 600 : 400, dot: place ? "dot" : "", turn: name.turn, ways: place ? ["right", "left", "above", "below"] : ["middle"]});
    }
  },
  // One name at the first way that is free; `dot` marks the place itself.
  _put(text, [x, y], given) {
    const {ctx, size, boxes, said, scale} = this._view, look = scale === 1 ? given : {...given, px: given.px * scale};
    if (x < -40 || y < -20 || x > size.x + 40 || y > size.y + 20) return;
    const twin = said.get(text);
    if (twin && Math.hypot(twin[0] - x, twin[1] - y) < 140) return;
    ctx.font = Labels.font(look.px, look.weight, look.italic);
    ctx.letterSpacing = `${look.spacing || 0}px`;
    const width = ctx.measureText(text).width, half = look.px * 0.75, gap = look.dot ? 6 : 0;
    for (const way of look.ways) {
      let cx = x, cy = y, wide = width / 2, high = half;
      if (way === "right") cx = x + gap + wide; else if (way === "left") cx = x - gap - wide;
      else if (way === "above") cy = y - half - 4; else if (way === "below") cy = y + half + 4;
      if (look.turn) { const c = Math.abs(Math.cos(look.turn)), s = Math.abs(Math.sin(look.turn)); [wide, high] = [wide * c + high * s, wide * s + high * c]; }
      const box = [cx - wide - 3, cy - high, cx + wide + 3, cy + high];
      if (box[0] < 0 || box[2] > size.x || box[1] < 0 || box[3] > size.y) continue;
      const mark = look.dot ? [x - 4, y - 4, x + 4, y + 4] : null, hit = b => boxes.some(t => b[0] < t[2] && b[2] > t[0] && b[1] < t[3] && b[3] > t[1]);
      if (hit(box) || (mark && hit(mark))) continue;
      boxes.push(box);
      if (mark) boxes.push(mark);
      this._write(text, x, y, cx, cy, look);
      said.set(text, [x, y]);
      this._view.drawn += 1;
      return;
    }
  },
  _write(text, x, y, cx, cy, look) {
    const {ctx} = this._view;
    ctx.save();
    ctx.globalAlpha = look.alpha || 1; ctx.lineWidth = 3; ctx.textAlign = "center";
    if (look.dot) {
      ctx.beginPath(); ctx.arc(x, y, look.dot === "capital" ? 3 : 2.2, 0, 7); ctx.stroke(); ctx.fill();
      if (look.dot === "capital") { ctx.lineWidth = 1.1; ctx.strokeStyle = this._colours.label; ctx.beginPath(); ctx.arc(x, y, 4.8, 0, 7); ctx.stroke(); ctx.lineWidth = 3; ctx.strokeStyle = this._colours.land; }
    }
    ctx.translate(cx, cy);
    if (look.turn) ctx.rotate(look.turn);
    ctx.strokeText(text, 0, 0); ctx.fillText(text, 0, 0);
    ctx.restore();
  },
});
// How much larger text is in the window.
Labels.scale = () => Number(document.documentElement.style.getPropertyValue("--text-scale")) || 1;
Labels.PAD = 96;
Labels.MOST = 220;
// Up to this zoom, places of at least so many people.
Labels.LEAST = [[4, 6e6], [5, 2e6], [6, 7e5], [7, 2.5e5], [8, 8e4], [9, 25e3], [10, 8e3], [11, 2500], [12, 900], [99, 0]];
Labels.font = (px, weight, italic) => `${italic ? "italic " : ""}${weight} ${px}px "Noto Sans", system-ui, sans-serif`;
