// What stands round the map: legend, scale, north, zoom, attribution, notices, the crosshair.
"use strict";
Atlas.chrome = (() => {
  const {map, make, say} = Atlas;
  const legend = make("details", {id: "legend", class: "corner", open: ""});
  const title = make("summary", {}, legend), list = make("ul", {}, legend);
  const north = make("div", {id: "north", class: "corner", role: "img"});
  north.innerHTML = '<svg width="18" height="22" viewBox="0 0 18 22"><path d="M9 1 15 15 9 12 3 15Z" fill="currentColor"/><text x="9" y="22" text-anchor="middle" font-size="8" font-weight="700" fill="currentColor">N</text></svg>';
  const zoom = make("div", {id: "zoom", class: "corner"});
  const steps = [["+", "zoom in", 1], ["−", "zoom out", -1]].map(([text, key, step]) => {
    const button = make("button", {type: "button"}, zoom);
    button.textContent = text;
    button.addEventListener("click", () => map.setZoom(map.getZoom() + step));
    return [button, key];
  });
  const scale = make("div", {id: "scale", class: "corner"}), credits = make("div", {id: "credits"});
  const notice = make("div", {id: "notice", class: "corner", role: "status"});
  const spoken = make("div", {id: "spoken", "aria-live": "polite"});
  const crosshair = make("div", {id: "crosshair"});
  crosshair.innerHTML = '<svg width="16" height="16" viewBox="-8 -8 16 16"><path class="halo" d="M-8 0H-2M2 0H8M0-8V-2M0 2V8"/><path d="M-8 0H-2M2 0H8M0-8V-2M0 2V8"/></svg>';
  legend.hidden = notice.hidden = scale.hidden = true;  // until there is something in them
  for (const element of [legend, zoom]) L.DomEvent.disableClickPropagation(element);
  L.DomEvent.disableScrollPropagation(legend);
  // What a drawing tool says comes before what the map says of itself.
  let said = "", busy = "";

  function put() {
    notice.textContent = busy || said;
    notice.hidden = notice.textContent === "";
  }

  function drawScale() {
    const y = map.getSize().y / 2;
    const metres = map.distance(map.containerPointToLatLng([0, y]), map.containerPointToLatLng([100, y]));
    if (!(metres > 0)) return;
    const power = 10 ** Math.floor(Math.log10(metres)), nice = [5, 2, 1].map(n => n * power).find(n => n <= metres);
    const bar = document.createElement("div"), text = document.createElement("div");
    bar.className = "bar"; bar.style.width = `${Math.round(100 * nice / metres)}px`;
    text.textContent = nice >= 1000 ? `${nice / 1000} km` : `${nice} m`;
    scale.replaceChildren(text, bar);
    scale.hidden = false;
  }

  let more = [];
  function drawCredits() {
    if (Atlas.scene) credits.textContent = credits.title = [Atlas.scene.credits, ...more].filter(Boolean).join(" · ");
  }

  // Each part of the page adds rows of the legend for what it draws: [element, text].
  const parts = [];
  function drawLegend() {
    const scene = Atlas.scene;
    if (!scene) return;
    const rows = parts.sort((a, b) => a.order - b.order).flatMap(part => part.rows(scene));
    list.replaceChildren(...rows.map(([holder, text]) => {
      const row = document.createElement("li"), words = document.createElement("span");
      words.textContent = text;
      row.append(holder, words);
      return row;
    }));
    legend.hidden = rows.length === 0;
  }

  // Large text leaves no room for an open legend beside the map: it begins closed, and stays as it is put.
  let put_by_hand = false;
  title.addEventListener("click", () => { put_by_hand = true; });

  function words() {
    if (!put_by_hand) legend.open = (Number(Atlas.root.style.getPropertyValue("--text-scale")) || 1) < 1.5;
    title.textContent = say("legend");
    north.setAttribute("aria-label", say("north"));
    map.getContainer().setAttribute("aria-label", say("map"));
    for (const [button, key] of steps) { button.setAttribute("aria-label", say(key)); button.title = say(key); }
    legend.dir = notice.dir = credits.dir = Atlas.root.dataset.direction || "ltr";
    drawLegend();
  }

  Atlas.on("words", words);
  Atlas.on("view", drawScale);
  Atlas.on("scene", scene => {
    const empty = !scene.marks.some(mark => mark.group === "candidate");
    said = empty ? say("nothing") : "";
    put();
    drawCredits();
    drawLegend(); drawScale();
  });
  map.on("zoomend resize", drawScale);
  return {
    legend: (order, rows) => { parts.push({order, rows}); },
    drawLegend,
    credits: list => { more = list; drawCredits(); },
    // '' when nothing is under way.
    notice: text => { busy = text; put(); },
    speak: text => { spoken.textContent = text; },
    swatch(draw, width = 16, height = 12) {
      const holder = document.createElement("canvas"), ratio = window.devicePixelRatio || 1, ctx = holder.getContext("2d");
      holder.width = width * ratio; holder.height = height * ratio;
      holder.style.width = `${width}px`; holder.style.height = `${height}px`;
      ctx.scale(ratio, ratio);
      draw(ctx);
      return holder;
    },
  };
})();
Atlas.chrome.legend(20, scene => scene.regions.map(region => {
  const strong = region.level <= 0.5, holder = document.createElement("span");
  holder.innerHTML = `<svg width="16" height="12"><rect x="1" y="1" width="14" height="10" rx="2" fill="var(--suggested)" fill-opacity="${strong ? 0.24 : 0.08}" stroke="var(--suggested)" stroke-width="${strong ? 2 : 1.5}" ${strong ? "" : 'stroke-dasharray="4 3"'}/></svg>`;
  return [holder, Atlas.say("region", {level: Math.round(region.level * 100)})];
}));
