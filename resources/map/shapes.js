// Sun bands, camera wedges and error ellipses on one canvas; each kind is colour, edge and hatching together.
"use strict";
const Shapes = CanvasLayer.extend({
  pane: "shapes",
  show(shapes, colour) { this._shapes = shapes; this._colour = colour; if (this._map) this.redraw(); },
  redraw() {
    const {map, size, ratio, ctx} = this._begin();
    const world = 256 * 2 ** map.getZoom();
    ctx.scale(ratio, ratio); ctx.lineJoin = "round";
    for (const shape of this._shapes || []) {
      for (const shift of [-world, 0, world]) this._draw(ctx, shape, shift, size);
    }
  },
  // Points on the canvas; what would be smaller than can be seen grows round its apex.
  _place(shape, shift) {
    const map = this._map, zoom = map.getZoom();
    // Leaflet's own container points are whole pixels, which a small wedge that grows would show.
    const corner = map.project(map.getCenter(), zoom).subtract(map.getSize().divideBy(2));
    const at = ([lon, lat]) => {
      const point = map.project([Math.max(-85.05, Math.min(85.05, lat)), lon], zoom).subtract(corner);
      return [point.x + shift, point.y];
    };
    const rings = shape.polygons.map(polygon => polygon.map(ring => ring.map(at))), line = shape.line.map(at);
    if (!shape.apex) return {rings, line};
    const [x0, y0] = at([shape.apex[1], shape.apex[0]]), all = [...rings.flat(2), ...line];
    const reach = Math.max(...all.map(([x, y]) => Math.hypot(x - x0, y - y0)), 1e-9);
    const factor = Math.max(1, Shapes.LEAST[shape.kind] / reach);
    const grow = ([x, y]) => [x0 + (x - x0) * factor, y0 + (y - y0) * factor];
    return {rings: rings.map(polygon => polygon.map(ring => ring.map(grow))), line: line.map(grow)};
  },
  _draw(ctx, shape, shift, size) {
    const {rings, line} = this._place(shape, shift);
    const all = [...rings.flat(2), ...line];
    if (!all.some(([x]) => x >= 0) || !all.some(([x]) => x <= size.x) || !all.some(([, y]) => y >= 0) || !all.some(([, y]) => y <= size.y)) return;
    const colour = this._colour(Shapes.COLOURS[shape.kind]), style = Shapes.STYLES[shape.kind];
    const chosen = shape.clue && shape.clue === Atlas.clue;
    const area = new Path2D(), edge = new Path2D();
    rings.forEach((polygon, p) => polygon.forEach((ring, r) => {
      const source = shape.polygons[p][r];
      ring.forEach(([x, y], n) => {
        if (n === 0) area.moveTo(x, y); else area.lineTo(x, y);
        // Where a band is cut at the date line or a pole there is no edge of it.
        const cut = n > 0 && Shapes.cut(source[n - 1], source[n]);
        if (n === 0 || cut) edge.moveTo(x, y); else edge.lineTo(x, y);
      });
      area.closePath();
    }));
    ctx.save();
    ctx.fillStyle = colour; ctx.globalAlpha = style.fill; ctx.fill(area, "evenodd");
    if (style.hatch) { ctx.globalAlpha = style.hatched; ctx.fillStyle = Shapes.hatch(ctx, colour, style.hatch); ctx.fill(area, "evenodd"); }
    if (chosen) { ctx.globalAlpha = 0.9; ctx.strokeStyle = this._colour("focus"); ctx.lineWidth = style.width + 4; ctx.stroke(edge); }
    ctx.globalAlpha = 1; ctx.strokeStyle = colour; ctx.lineWidth = style.width;
    ctx.setLineDash(style.dash || []); ctx.stroke(edge);
    if (line.length > 1) {
      ctx.setLineDash([]); ctx.lineWidth = 2; ctx.beginPath();
      ctx.moveTo(...line[0]); ctx.lineTo(...line[1]); ctx.stroke();
      const [x, y] = line[1], way = Math.atan2(y - line[0][1], x - line[0][0]);
      ctx.fillStyle = colour; ctx.beginPath(); ctx.moveTo(x, y);
      for (const turn of [2.6, -2.6]) ctx.lineTo(x + 10 * Math.cos(way + turn), y + 10 * Math.sin(way + turn));
      ctx.fill();
    }
    ctx.restore();
  },
});
Shapes.COLOURS = {"sun": "sun", "overlap": "overlap", "wedge": "camera", "ellipse": "camera"};
Shapes.LEAST = {"wedge": 96, "ellipse": 7};
Shapes.STYLES = {
  "sun": {fill: 0.16, width: 1.5, hatch: 1, hatched: 0.35},
  "overlap": {fill: 0.22, width: 2, hatch: -1, hatched: 0.6},
  "wedge": {fill: 0.2, width: 1.5, dash: [4, 3]},
  "ellipse": {fill: 0.3, width: 2},
};
Shapes.cut = ([x1, y1], [x2, y2]) => (Math.abs(x1) > 179.999 && Math.abs(x2) > 179.999) || (Math.abs(y1) > 89.99 && Math.abs(y2) > 89.99);
// A tile of thin lines at 45 degrees, rising (1) or falling (-1).
Shapes.hatch = (ctx, colour, way) => {
  const tile = document.createElement("canvas"), side = 10;
  tile.width = tile.height = side;
  const pen = tile.getContext("2d");
  pen.strokeStyle = colour; pen.lineWidth = 1;
  for (const start of [-side, 0, side]) {
    pen.beginPath();
    pen.moveTo(start, way > 0 ? side : 0); pen.lineTo(start + side, way > 0 ? 0 : side);
    pen.stroke();
  }
  return ctx.createPattern(tile, "repeat");
};
Shapes.swatch = (kind, colour) => {
  const holder = document.createElement("canvas"), ratio = window.devicePixelRatio || 1, ctx = holder.getContext("2d");
  holder.width = 16 * ratio; holder.height = 12 * ratio;
  holder.style.width = "16px"; holder.style.height = "12px";
  ctx.scale(ratio, ratio);
  const style = Shapes.STYLES[kind], path = new Path2D();
  if (kind === "wedge") { path.moveTo(1, 6); path.lineTo(15, 1); path.lineTo(15, 11); path.closePath(); }
  else if (kind === "ellipse") path.ellipse(8, 6, 7, 4, 0, 0, 7);
  else path.rect(1, 1, 14, 10);
  ctx.fillStyle = colour; ctx.globalAlpha = style.fill; ctx.fill(path);
  if (style.hatch) { ctx.globalAlpha = style.hatched; ctx.fillStyle = Shapes.hatch(ctx, colour, style.hatch); ctx.fill(path); }
  ctx.globalAlpha = 1; ctx.strokeStyle = colour; ctx.lineWidth = style.width; ctx.setLineDash(style.dash || []); ctx.stroke(path);
  return holder;
};
Atlas.shapes = new Shapes().addTo(Atlas.map);
Atlas.on("scene", scene => Atlas.shapes.show(scene.shapes, Atlas.colour));
Atlas.on("clue", () => Atlas.shapes.redraw());
Atlas.chrome.legend(30, scene => Object.keys(Shapes.COLOURS).filter(kind => scene.shapes.some(shape => shape.kind === kind))
  .map(kind => [Shapes.swatch(kind, Atlas.colour(Shapes.COLOURS[kind])), Atlas.say(kind)]));
