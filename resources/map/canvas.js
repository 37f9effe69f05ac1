// What regions, shapes and labels have in common: one canvas in the pane they name, as large as the view.
"use strict";
const CanvasLayer = L.Layer.extend({
  onAdd(map) {
    this._canvas = L.DomUtil.create("canvas", "leaflet-zoom-hide", map.getPane(this.pane));
    this._canvas.style.pointerEvents = "none";
    map.on("moveend zoomend resize", this.redraw, this);
    this.redraw();
  },
  onRemove(map) {
    this._canvas.remove();
    map.off("moveend zoomend resize", this.redraw, this);
  },
  // Sizing empties the canvas; the context comes back unscaled.
  _begin() {
    const map = this._map, size = map.getSize(), ratio = window.devicePixelRatio || 1;
    L.DomUtil.setPosition(this._canvas, map.containerPointToLayerPoint([0, 0]));
    this._canvas.width = size.x * ratio; this._canvas.height = size.y * ratio;
    this._canvas.style.width = `${size.x}px`; this._canvas.style.height = `${size.y}px`;
    return {map, size, ratio, ctx: this._canvas.getContext("2d")};
  },
});
