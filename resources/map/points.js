// A million reference points: kept in the order of a quad tree, so that the points of a tile are one run of
// them, found by halving; drawn as a density where they are many, as dots where they are few.
"use strict";
const Points = L.GridLayer.extend({
  options: {tileSize: 256, pane: "points", keepBuffer: 0, updateWhenZooming: false, updateInterval: 100},
  initialize(colour) { L.GridLayer.prototype.initialize.call(this, {}); this._colour = colour; this.clear(); },
  clear() { this.count = 0; this.total = 0; this._x = this._y = new Uint32Array(0); if (this._map) this.redraw(); },
  // The file: header {count, total}, then x and y on the Mercator square as uint32, in the order of _key.
  load(buffer) {
    const {header, start} = unpacked(buffer);
    this._x = new Uint32Array(buffer, start, header.count);
    this._y = new Uint32Array(buffer, start + 4 * header.count, header.count);
    this.count = header.count; this.total = header.total;
    if (this._map) this.redraw();
  },
  createTile(coords) {
    const {canvas, ctx} = sheet(256);
    if (!this.count) return canvas;
    const [from, to] = this._range(coords.z, coords.x, coords.y);
    if (to - from > Points.DOTS) this._density(canvas, coords, from, to);
    else this._dots(ctx, coords);
    return canvas;
  },
  // First and last + 1 of the points in a tile; above zoom 16 those of the tile of zoom 16 around it.
  _range(z, x, y) {
    const depth = Math.min(z, 16), shift = z - depth;
    const low = Points.key((x >> shift) << (16 - depth), (y >> shift) << (16 - depth));
    const width = 4 ** (16 - depth);
    return [this._find(low), this._find(low + width)];
  },
  _find(key) {
    let low = 0, high = this.count;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (Points.key(this._x[middle] >>> 16, this._y[middle] >>> 16) < key) low = middle + 1; else high = middle;
    }
    return low;
  },
  // One count a pixel, drawn by its logarithm: a single point shows, a city does not drown its country.
  _density(canvas, coords, from, to) {
    const side = 256, counts = new Uint16Array(side * side), scale = 2 ** (coords.z + 8) / 4294967296;
    const left = coords.x * 256, top = coords.y * 256;
    for (let i = from; i < to; i += 1) {
      const px = (this._x[i] * scale - left) | 0, py = (this._y[i] * scale - top) | 0;
      const at = py * side + px;
      if (px < 0 || py < 0 || px >= side || py >= side || counts[at] === 65535) continue;
      counts[at] += 1;
      // Where single places can be told apart, one pixel is too little of a dot.
      if (coords.z < 8) continue;
      if (px > 0 && counts[at - 1] < 65535) counts[at - 1] += 1;
      if (py > 0 && counts[at - side] < 65535) counts[at - side] += 1;
      if (px > 0 && py > 0 && counts[at - side - 1] < 65535) counts[at - side - 1] += 1;
    }
    const image = new ImageData(side, side), [r, g, b] = Points.rgb(this._colour("points"));
    for (let at = 0; at < counts.length; at += 1) {
      if (!counts[at]) continue;
      image.data.set([r, g, b, Math.min(255, 120 + 34 * Math.log2(counts[at]))], at * 4);
    }
    const small = document.createElement("canvas");
    small.width = small.height = side;
    small.getContext("2d").putImageData(image, 0, 0);
    const ctx = canvas.getContext("2d");
    ctx.setTransform(1, 0, 0, 1, 0, 0); ctx.imageSmoothingEnabled = false;
    ctx.drawImage(small, 0, 0, canvas.width, canvas.height);
  },
  // Dots of a tile and of the rim of its neighbours, so that none is cut.
  _dots(ctx, coords) {
    const scale = 2 ** (coords.z + 8) / 4294967296, edge = 2 ** coords.z, radius = coords.z < 6 ? 1.3 : coords.z < 10 ? 2 : 2.8;
    ctx.fillStyle = this._colour("points"); ctx.strokeStyle = this._colour("panel"); ctx.lineWidth = 1;
    ctx.beginPath();
    let drawn = 0;
    for (let dy = -1; dy <= 1; dy += 1) for (let dx = -1; dx <= 1; dx += 1) {
      const x = (coords.x + dx + edge) % edge, y = coords.y + dy;
      if (y < 0 || y >= edge) continue;
      const [from, to] = this._range(coords.z, x, y), every = Math.max(1, Math.ceil((to - from) / Points.DOTS));
      for (let i = from; i < to; i += every) {
        const px = this._x[i] * scale - x * 256 + dx * 256, py = this._y[i] * scale - y * 256 + dy * 256;
        if (px < -4 || py < -4 || px > 260 || py > 260) continue;
        ctx.moveTo(px + radius, py); ctx.arc(px, py, radius, 0, 6.3);
        drawn += 1;
      }
    }
    if (!drawn) return;
    ctx.globalAlpha = 0.9;
    if (radius > 2) ctx.stroke();
    ctx.fill();
  },
});
Points.DOTS = 4000;
// Two numbers of 16 bits interleaved to one of 32: neighbours on the map are mostly neighbours in the list.
Points.key = (x, y) => {
  const spread = v => {
    v = (v | (v << 8)) & 0x00ff00ff; v = (v | (v << 4)) & 0x0f0f0f0f;
    v = (v | (v << 2)) & 0x33333333; return (v | (v << 1)) & 0x55555555;
  };
  return (spread(x) | (spread(y) << 1)) >>> 0;
};
Points.rgb = text => {
  const value = parseInt(text.replace("#", ""), 16);
  return [value >> 16 & 255, value >> 8 & 255, value & 255];
};
