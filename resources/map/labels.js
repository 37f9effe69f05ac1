// Place names on one canvas: larger places first, none over another.
"use strict";
const Labels = CanvasLayer.extend({
  pane: "labels",
  // countries: [name, lat, lon, weight]; places: [name, lat, lon, population], largest first.
  // marks: what names must keep clear of.
  show(countries, places, colours, marks) {
    this._countries = countries; this._places = places; this._colours = colours; this._marks = marks;
    if (this._map) this.redraw();
  },
  redraw() {
    const {map, size, ratio, ctx} = this._begin(), zoom = map.getZoom();
    if (!this._places) return;
    ctx.scale(ratio, ratio); ctx.lineJoin = "round"; ctx.textBaseline = "middle";
    ctx.font = '600 12px "Noto Sans", sans-serif';
    const taken = this._marks.map(mark => {
      const at = map.latLngToContainerPoint([mark.lat, mark.lon]), width = mark.tag ? ctx.measureText(mark.tag).width + 4 : 0;
      const left = mark.kind === "claim";
      return [at.x - 12 - (left ? width : 0), at.y - 12, at.x + 12 + (left ? 0 : width), at.y + 12];
    });
    if (zoom < 7) this._draw(ctx, this._countries, size, taken, {dot: false, font: '600 12px "Noto Sans", sans-serif', most: zoom < 3 ? 24 : 60});
    if (zoom >= 4) {
      const least = zoom < 5 ? 1500000 : zoom < 6 ? 500000 : zoom < 7 ? 150000 : zoom < 8 ? 50000 : zoom < 9 ? 15000 : 0;
      this._draw(ctx, this._places, size, taken, {dot: true, font: '12px "Noto Sans", sans-serif', most: 120, least});
    }
  },
  _draw(ctx, rows, size, taken, style) {
    const bounds = this._map.getBounds().pad(0.05);
    ctx.font = style.font;
    let drawn = 0;
    for (const [name, lat, lon, weight] of rows) {
      if (style.least && weight < style.least) break;
      if (drawn >= style.most) break;
      if (!bounds.contains([lat, lon])) continue;
      const at = this._map.latLngToContainerPoint([lat, lon]), width = ctx.measureText(name).width;
      const left = style.dot ? at.x + 6 : at.x - width / 2;
      const box = [left - 3, at.y - 9, left + width + 3, at.y + 9];
      if (box[2] > size.x || box[0] < 0) continue;
      if (taken.some(t => box[0] < t[2] && box[2] > t[0] && box[1] < t[3] && box[3] > t[1])) continue;
      taken.push(box); drawn += 1;
      ctx.strokeStyle = this._colours.land; ctx.lineWidth = 3; ctx.fillStyle = this._colours.label;
      ctx.globalAlpha = style.dot ? 1 : 0.75;
      if (style.dot) { ctx.beginPath(); ctx.arc(at.x, at.y, 2.2, 0, 7); ctx.fill(); }
      ctx.strokeText(name, left, at.y); ctx.fillText(name, left, at.y);
    }
    ctx.globalAlpha = 1;
  },
});
