// The world from data that is always here: land, coasts, borders, and first-level boundaries where a pack brings
// them. Drawn tile by tile on canvas; what lies outside a tile is stepped over in runs of 32 points.
"use strict";
const Runs = (() => {
  const STEP = 32;
  // points: float32 pairs x, y on the Mercator square. runs: [start, count, kind] of points, flat, `width` apart.
  class Runs {
    constructor(points, runs, width) {
      this.points = points; this.starts = []; this.counts = []; this.kinds = []; this.first = [0];
      let total = 0;
      for (let i = 0; i < runs.length; i += width) {
        this.starts.push(runs[i]); this.counts.push(runs[i + 1]); this.kinds.push(width > 2 ? runs[i + 2] : 0);
        total += Math.ceil(runs[i + 1] / STEP);
        this.first.push(total);
      }
      this.boxes = new Float32Array(total * 4);
      this.around = new Float32Array(this.starts.length * 4);
      this.starts.forEach((start, run) => this._measure(run, start, this.counts[run]));
    }
    _measure(run, start, count) {
      const p = this.points, whole = [Infinity, Infinity, -Infinity, -Infinity];
      for (let piece = this.first[run], at = 0; at < count; piece += 1, at += STEP) {
        const box = [Infinity, Infinity, -Infinity, -Infinity];
        for (let i = at; i <= Math.min(at + STEP, count - 1); i += 1) {
          const x = p[2 * (start + i)], y = p[2 * (start + i) + 1];
          if (x < box[0]) box[0] = x; if (y < box[1]) box[1] = y;
          if (x > box[2]) box[2] = x; if (y > box[3]) box[3] = y;
        }
        this.boxes.set(box, piece * 4);
        for (let i = 0; i < 2; i += 1) { whole[i] = Math.min(whole[i], box[i]); whole[i + 2] = Math.max(whole[i + 2], box[i + 2]); }
      }
      this.around.set(whole, run * 4);
    }
    // Adds run after run to the path of ctx. A filled run keeps one point of what is outside, a line none.
    trace(ctx, view, filled, kind) {
      const {left, top, right, bottom, scale} = view, p = this.points, b = this.boxes, a = this.around;
      const out = (boxes, i) => boxes[i] > right || boxes[i + 1] > bottom || boxes[i + 2] < left || boxes[i + 3] < top;
      for (let run = 0; run < this.starts.length; run += 1) {
        if (out(a, run * 4) || (kind !== undefined && this.kinds[run] !== kind)) continue;
        const start = this.starts[run], count = this.counts[run];
        let open = false, lastX = 0, lastY = 0;
        for (let piece = this.first[run], at = 0; at < count; piece += 1, at += STEP) {
          const end = Math.min(at + STEP, count - 1);
          if (out(b, piece * 4)) {
            if (!filled) { open = false; continue; }
            const x = (p[2 * (start + at)] - left) * scale, y = (p[2 * (start + at) + 1] - top) * scale;
            if (open) ctx.lineTo(x, y); else { ctx.moveTo(x, y); open = true; }
            lastX = x; lastY = y;
            continue;
          }
          for (let i = at; i <= end; i += 1) {
            const x = (p[2 * (start + i)] - left) * scale, y = (p[2 * (start + i) + 1] - top) * scale;
            if (!open) { ctx.moveTo(x, y); open = true; }
            else if (i < count - 1 && Math.abs(x - lastX) + Math.abs(y - lastY) < 0.5) continue;
            else ctx.lineTo(x, y);
            lastX = x; lastY = y;
          }
        }
        if (filled) ctx.closePath();
      }
    }
  }
  return Runs;
})();
// A file of ours: the length of its header, the header, then numbers.
const unpacked = buffer => {
  const size = new DataView(buffer).getUint32(0, true);
  return {header: JSON.parse(new TextDecoder().decode(new Uint8Array(buffer, 4, size))), start: 4 + size};
};
// A canvas for one tile, sharp on every screen, and its context in CSS pixels.
const sheet = side => {
  const canvas = document.createElement("canvas"), ratio = window.devicePixelRatio || 1;
  canvas.width = canvas.height = Math.round(side * ratio);
  canvas.style.width = canvas.style.height = `${side}px`;
  const ctx = canvas.getContext("2d");
  ctx.scale(ratio, ratio);
  return {canvas, ctx};
};
const Land = L.GridLayer.extend({
  options: {tileSize: 512, pane: "land", keepBuffer: 1, updateWhenZooming: false, updateInterval: 80},
  initialize(colour) { L.GridLayer.prototype.initialize.call(this, {}); this._colour = colour; this._details = []; this._regions = null; },
  load(buffer) {
    const {header, start} = unpacked(buffer), points = new Float32Array(buffer, start);
    this._details = header.levels.map(level => ({deepest: level.deepest, land: new Runs(points, level.land, 2), lines: new Runs(points, level.lines, 3)}));
    if (this._map) this.redraw();
  },
  // Lines of [lon, lat, lon, lat ...] in degrees.
  setRegions(lines) {
    const total = lines.reduce((sum, line) => sum + line.length, 0), points = new Float32Array(total), runs = [];
    let at = 0;
    for (const line of lines) {
      runs.push(at / 2, line.length / 2);
      for (let i = 0; i < line.length; i += 2) {
        points[at++] = line[i] / 360 + 0.5;
        points[at++] = Land.y(line[i + 1]);
      }
    }
    this._regions = lines.length ? new Runs(points, runs, 2) : null;
    if (this._map) this.redraw();
  },
  createTile(coords) {
    const side = this.options.tileSize, {canvas, ctx} = sheet(side);
    const level = this._details.find(one => coords.z <= one.deepest) || this._details[this._details.length - 1];
    if (!level) return canvas;
    const world = 256 * 2 ** coords.z, margin = 2 / world, left = coords.x * side / world, top = coords.y * side / world;
    const view = {left, top, right: left + side / world + margin, bottom: top + side / world + margin, scale: world};
    const outer = {...view, left: left - margin, top: top - margin};
    const trace = (runs, filled, kind) => {
      ctx.beginPath(); ctx.save(); ctx.translate(-margin * world, -margin * world);
      runs.trace(ctx, outer, filled, kind); ctx.restore();
    };
    ctx.lineJoin = "round";
    ctx.fillStyle = this._colour("land");
    trace(level.land, true); ctx.fill("evenodd");
    const weight = coords.z < 3 ? 0.5 : coords.z < 5 ? 0.7 : coords.z < 8 ? 0.9 : 1.1;
    ctx.strokeStyle = this._colour("coast"); ctx.lineWidth = weight;
    trace(level.lines, false, 0); ctx.stroke();
    if (this._regions && coords.z >= 4) {
      ctx.strokeStyle = this._colour("line"); ctx.globalAlpha = coords.z < 6 ? 0.6 : 0.8; ctx.lineWidth = 0.9; ctx.setLineDash([3, 3]);
      trace(this._regions, false); ctx.stroke();
      ctx.globalAlpha = 1; ctx.setLineDash([]);
    }
    ctx.strokeStyle = this._colour("line"); ctx.lineWidth = weight * 1.2;
    ctx.globalAlpha = coords.z < 4 ? 0.75 : 1;
    trace(level.lines, false, 1); ctx.stroke();
    ctx.setLineDash([4, 3]);
    trace(level.lines, false, 2); ctx.stroke();
    return canvas;
  },
});
Land.DEEPEST = 9;
Land.y = lat => {
  const sin = Math.sin(Math.max(-85.0511, Math.min(85.0511, lat)) * Math.PI / 180);
  return 0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI);
};
