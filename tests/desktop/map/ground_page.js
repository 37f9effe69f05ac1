// What the test asks of the real page; ground_page.py runs this in it.
"use strict";
window.probe = {
  // Red, green, blue and opacity of a layer's own tile under a point of the view.
  pixel(name, x, y) {
    const layer = Atlas.ground[name], frame = Atlas.map.getContainer().getBoundingClientRect();
    for (const tile of Object.values(layer._tiles)) {
      if (tile.coords.z !== layer._tileZoom) continue;
      const box = tile.el.getBoundingClientRect(), px = x + frame.left - box.left, py = y + frame.top - box.top;
      if (px < 0 || py < 0 || px >= box.width || py >= box.height) continue;
      const scale = tile.el.width / box.width;
      return Array.from(tile.el.getContext("2d").getImageData(px * scale, py * scale, 1, 1).data);
    }
    return [];
  },
  origin() {
    const at = Atlas.map.latLngToContainerPoint([0, 0]);
    return [at.x, at.y];
  },
  notice() {
    const box = document.getElementById("nodata");
    return [box.hidden, box.textContent];
  },
  names: () => [...Atlas.ground.labels._view.said.keys()],
  // Pixels of reference points.
  inked() {
    let inked = 0;
    for (const canvas of document.querySelectorAll(".leaflet-points-pane canvas")) {
      const {data} = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
      for (let i = 3; i < data.length; i += 4) if (data[i] > 60) inked += 1;
    }
    return inked;
  },
  // Reads changed copies of a tile; how each ended, counted.
  fuzz(text, seed, times) {
    const whole = Uint8Array.from(atob(text), c => c.charCodeAt(0)), told = {};
    const draw = n => {
      seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
      return Math.floor(seed / 4294967296 * n);
    };
    for (let i = 0; i < times; i += 1) {
      const data = whole.slice(0, draw(4) ? whole.length : 1 + draw(whole.length - 1));
      for (let k = draw(6); k >= 0; k -= 1) data[draw(data.length)] = draw(256);
      let end = "read";
      try {
        const layers = VectorTile.read(data.buffer), view = {factor: 2, x: 0, y: 0};
        vectorNames(layers, 15, {x: 0, y: 0, z: 14}, view);
        paintVector(document.createElement("canvas").getContext("2d"), layers, 15, view, () => "#000000");
      } catch (error) { end = error.name; }
      told[end] = (told[end] || 0) + 1;
    }
    return told;
  },
  // Milliseconds to draw all tiles of a layer anew, and how many.
  redraw(name) {
    const layer = Atlas.ground[name], coords = Object.values(layer._tiles).map(tile => tile.coords), began = performance.now();
    for (const at of coords) layer.createTile(at, () => {});
    return [performance.now() - began, coords.length];
  },
};
