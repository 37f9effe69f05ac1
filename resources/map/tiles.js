// Map packs over the land: pictures and vector tiles, each tile one canvas. Where nothing has data the canvas is
// hatched and says so; it is never blank.
"use strict";
const Detail = L.GridLayer.extend({
  options: {tileSize: 256, pane: "detail", keepBuffer: 1, updateWhenZooming: false, updateInterval: 80},
  initialize(colour) {
    L.GridLayer.prototype.initialize.call(this, {});
    this._colour = colour; this._packs = []; this._kept = new Map(); this._problems = new Map();
    this.on("tileunload", event => { if (event.tile.stop) event.tile.stop.abort(); });
  },
  // packs: [{id, name, vector, min, max, west, south, east, north}], in drawing order.
  setPacks(packs, serial, anew) {
    this._serial = serial;
    if (!anew) return;
    this._packs = packs; this._kept.clear(); this._problems.clear();
    if (this._map) this.redraw();
  },
  createTile(coords, done) {
    const {canvas, ctx} = sheet(256), stop = new AbortController();
    canvas.stop = stop; canvas.names = []; canvas.nodata = canvas.filled = canvas.picture = false; canvas.packs = [];
    this._fill(canvas, ctx, coords, stop.signal).then(() => done(null, canvas), error => {
      if (error.name !== "AbortError") { console.error(`a map tile could not be drawn: ${error.message}`); this._hatch(canvas, ctx); }
      done(null, canvas);
    });
    return canvas;
  },
  async _fill(canvas, ctx, coords, signal) {
    const wanted = this._packs.filter(pack => Detail.covers(pack, coords));
    const got = await Promise.all(wanted.map(pack => this._tile(pack, coords, signal)));
    if (!got.some(Boolean)) {
      if (coords.z > Land.DEEPEST) this._hatch(canvas, ctx);
      return;
    }
    if (coords.z > Land.DEEPEST && !got.some(one => one && one.layers)) this._hatch(canvas, ctx, true);
    canvas.filled = true;
    canvas.packs = wanted.filter((_, i) => got[i]).map(pack => pack.id);
    for (const one of got) {
      if (!one) continue;
      canvas.picture = !one.layers;
      const factor = 2 ** (coords.z - one.z), part = {factor, x: (coords.x - one.x * factor) * 256, y: (coords.y - one.y * factor) * 256};
      if (one.layers) {
        paintVector(ctx, one.layers, coords.z, part, this._colour);
        canvas.names.push(...vectorNames(one.layers, coords.z, one, part));
      } else {
        const size = one.image.width / factor;
        ctx.drawImage(one.image, part.x / 256 * size, part.y / 256 * size, size, size, 0, 0, 256, 256);
      }
    }
  },
  // The stored tile that shows this one, or null. A tile of less depth serves many, so the last ones are kept.
  _tile(pack, coords, signal) {
    const z = Math.min(coords.z, pack.max), shift = coords.z - z, x = coords.x >> shift, y = coords.y >> shift;
    const key = `${pack.id}/${z}/${x}/${y}`;
    if (!this._kept.has(key)) {
      const made = this._ask(pack, key, z, x, y, shift ? undefined : signal);
      this._kept.set(key, made);
      made.catch(() => this._kept.delete(key));
      while (this._kept.size > Detail.KEPT) this._kept.delete(this._kept.keys().next().value);
    }
    return this._kept.get(key);
  },
  async _ask(pack, key, z, x, y, signal) {
    const answer = await fetch(`pack://map/tiles/${this._serial}/${key}`, {signal});
    if (!answer.ok) return null; // asked of a ground that has changed since
    const type = (answer.headers.get("content-type") || "").split(";")[0];
    if (type === "application/x-missing") return null;
    if (type === "text/plain") { this._tell(pack, await answer.text()); return null; }
    try {
      if (pack.vector) return {z, x, y, layers: VectorTile.read(await answer.arrayBuffer())};
      return {z, x, y, image: await createImageBitmap(await answer.blob())};
    } catch (error) {
      if (error.name === "AbortError") throw error;
      this._tell(pack, `A tile of ${pack.name} is damaged (${z}/${x}/${y}).`);
      return null;
    }
  },
  _tell(pack, text) {
    if (this._problems.has(pack.id)) return;
    this._problems.set(pack.id, text.slice(0, 300));
    this.fire("problem", {text: text.slice(0, 300)});
  },
  _hatch(canvas, ctx, quiet) {
    canvas.nodata = !quiet;
    ctx.fillStyle = this._colour("nodata"); ctx.fillRect(0, 0, 256, 256);
    ctx.strokeStyle = this._colour("hatch"); ctx.lineWidth = 1;
    ctx.beginPath();
    for (let start = -256; start < 256; start += 16) { ctx.moveTo(start, 256); ctx.lineTo(start + 256, 0); }
    ctx.stroke();
  },
  // Tiles that are in view now.
  shown() {
    const view = this._map.getPixelBounds(), zoom = this._tileZoom, scale = this._map.getZoomScale(zoom, this._map.getZoom());
    const inner = L.bounds(view.min.multiplyBy(scale).divideBy(256).floor(), view.max.multiplyBy(scale).divideBy(256).floor());
    return Object.values(this._tiles || {}).filter(tile => tile.coords.z === zoom && inner.contains(L.point(tile.coords)));
  },
});
Detail.KEPT = 96;
// Pictures may be drawn twice as large as they are, vectors sixteen times; beyond that there is no data.
Detail.reach = pack => pack.max + (pack.vector ? 4 : 1);
Detail.covers = (pack, {x, y, z}) => {
  if (z < pack.min || z > Detail.reach(pack)) return false;
  const side = 1 / 2 ** z, left = pack.west / 360 + 0.5, right = pack.east / 360 + 0.5;
  return x * side < right && (x + 1) * side > left && y * side < Land.y(pack.south) && (y + 1) * side > Land.y(pack.north);
};
