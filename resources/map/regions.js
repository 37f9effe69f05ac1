// Credible regions: the union of discs as one shape, so that overlaps do not darken and only the outline is drawn.
"use strict";
const Regions = CanvasLayer.extend({
  pane: "regions",
  show(regions, colour) { this._regions = regions; this._colour = colour; if (this._map) this.redraw(); },
  redraw() {
    const {map, size, ratio, ctx} = this._begin();
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
Atlas.regions = new Regions().addTo(Atlas.map);
Atlas.on("scene", scene => Atlas.regions.show(scene.regions, Atlas.colour("suggested")));
