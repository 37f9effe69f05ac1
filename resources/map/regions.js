// Credible regions: the union of discs as one shape, so that overlaps do not darken and only the outline is drawn.
"use strict";
const Regions = L.Layer.extend({
  onAdd(map) {
    this._canvas = L.DomUtil.create("canvas", "leaflet-zoom-hide", map.getPane("regions"));
    this._canvas.style.pointerEvents = "none";
    map.on("moveend zoomend resize", this.redraw, this);
    this.redraw();
  },
  onRemove(map) {
    this._canvas.remove();
    map.off("moveend zoomend resize", this.redraw, this);
  },
  show(regions, colour) { this._regions = regions; this._colour = colour; if (this._map) this.redraw(); },
  redraw() {
    const map = this._map, size = map.getSize(), ratio = window.devicePixelRatio || 1;
    L.DomUtil.setPosition(this._canvas, map.containerPointToLayerPoint([0, 0]));
    this._canvas.width = size.x * ratio; this._canvas.height = size.y * ratio;
    this._canvas.style.width = `${size.x}px`; this._canvas.style.height = `${size.y}px`;
    const ctx = this._canvas.getContext("2d");
    for (const region of this._regions || []) {
      const path = this._path(region.discs, size);
      const strong = region.level <= 0.5;
      ctx.drawImage(this._outline(path, size, ratio, strong), 0, 0);
      ctx.save(); ctx.scale(ratio, ratio);
      ctx.globalAlpha = strong ? 0.24 : 0.08; ctx.fillStyle = this._colour;
      ctx.fill(path); ctx.restore();
    }
  },
  _outline(path, size, ratio, strong) {
    const sheet = document.createElement("canvas");
    sheet.width = size.x * ratio; sheet.height = size.y * ratio;
    const ctx = sheet.getContext("2d");
    ctx.scale(ratio, ratio);
    ctx.strokeStyle = this._colour; ctx.lineWidth = strong ? 4 : 3;
    if (!strong) ctx.setLineDash([6, 4]);
    ctx.stroke(path);
    ctx.globalCompositeOperation = "destination-out"; ctx.fillStyle = "#000";
    ctx.fill(path);
    return sheet;
  },
  _path(discs, size) {
    const map = this._map, path = new Path2D(), zoom = map.getZoom(), world = 256 * 2 ** zoom;
    for (const [lat, lon, km] of discs) {
      const radius = km * 1000 / (40075016.686 * Math.cos(lat * Math.PI / 180) / world);
      const base = map.latLngToContainerPoint([lat, lon]);
      for (const shift of [-world, 0, world]) {
        const x = base.x + shift;
        if (x < -radius || base.y < -radius || x > size.x + radius || base.y > size.y + radius) continue;
        path.moveTo(x + radius, base.y);
        path.arc(x, base.y, Math.max(radius, 3), 0, 2 * Math.PI);
      }
    }
    return path;
  },
});
