// The ground under everything (ground.js) joined to the page: its rows of the legend, its part of the credits.
"use strict";
(() => {
  const ground = Atlas.ground = new Ground(Atlas.map);
  let drawn = {nodata: false, points: 0, total: 0, credits: []}, restyled = true;
  Atlas.wait(ground.load());
  Atlas.on("bridge", (_bridge, objects) => { if (objects.ground) ground.connect(objects.ground); });
  Atlas.on("words", () => ground.labels.redraw());
  Atlas.on("theme", () => { restyled = true; });
  // Names keep clear of marks and of the titles of search areas.
  Atlas.titles = [];
  Atlas.clear = () => { if (Atlas.scene) { ground.show([...Atlas.scene.marks, ...Atlas.titles], restyled); restyled = false; } };
  Atlas.on("scene", () => Atlas.clear());
  Atlas.map.on("ground", state => { drawn = state; Atlas.chrome.drawLegend(); Atlas.chrome.credits(state.credits || []); });
  Atlas.chrome.legend(60, () => {
    const rows = [];
    if (drawn.points) rows.push([Atlas.chrome.swatch(ctx => {
      ctx.fillStyle = Atlas.colour("accent");
      for (const [x, y] of [[3, 8], [6, 4], [8, 9], [11, 5], [13, 8]]) { ctx.beginPath(); ctx.arc(x, y, 1.3, 0, 7); ctx.fill(); }
    }), Atlas.say("points", {count: drawn.points.toLocaleString(), total: drawn.total.toLocaleString()})]);
    if (drawn.nodata) rows.push([Atlas.chrome.swatch(ctx => {
      ctx.fillStyle = Atlas.colour("nodata"); ctx.fillRect(1, 1, 14, 10);
      ctx.strokeStyle = Atlas.colour("text2"); ctx.globalAlpha = 0.6; ctx.beginPath();
      ctx.rect(1, 1, 14, 10); ctx.clip();
      for (let x = -10; x < 20; x += 4) { ctx.moveTo(x, 11); ctx.lineTo(x + 10, 1); }
      ctx.stroke();
    }), Atlas.say("no data")]);
    return rows;
  });
})();
