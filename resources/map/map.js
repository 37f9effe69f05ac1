// Joins the map that folium made to the window: layers from local data, the scene, keys, and the bridge.
"use strict";
(() => {
  const map = theodolite_map, root = document.documentElement;
  const colour = name => getComputedStyle(root).getPropertyValue(`--${name}`).trim();
  const make = (tag, attributes, parent = map.getContainer()) => {
    const element = document.createElement(tag);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    parent.append(element);
    return element;
  };
  const read = Promise.all(["world.json", "places.json"].map(async name => (await fetch(`pack://map/${name}`)).json()));
  let bridge = null, scene = null, land = null, selected = "", world = null, places = null, measuring = null, fitted = null;

  for (const [name, z] of [["land", 300], ["regions", 350], ["shapes", 360], ["labels", 380]]) {
    map.createPane(name).style.zIndex = z;
    map.getPane(name).style.pointerEvents = "none";
  }
  const canvas = L.canvas({pane: "land", padding: 0.3});
  const regions = new Regions().addTo(map), shapes = new Shapes().addTo(map), labels = new Labels().addTo(map);
  const marks = L.layerGroup().addTo(map);

  const legend = make("details", {id: "legend", class: "corner", open: ""});
  make("summary", {}, legend).textContent = "Legend";
  const list = make("ul", {}, legend);
  const north = make("div", {id: "north", class: "corner", role: "img", "aria-label": "North is up"});
  north.innerHTML = '<svg width="18" height="22" viewBox="0 0 18 22"><path d="M9 1 15 15 9 12 3 15Z" fill="currentColor"/><text x="9" y="22" text-anchor="middle" font-size="8" font-weight="700" fill="currentColor">N</text></svg>';
  const zoom = make("div", {id: "zoom", class: "corner"});
  for (const [text, name, step] of [["+", "Zoom in", 1], ["−", "Zoom out", -1]]) {
    const button = make("button", {"aria-label": name, type: "button"}, zoom);
    button.textContent = text;
    button.addEventListener("click", () => map.setZoom(map.getZoom() + step));
  }
  const scale = make("div", {id: "scale", class: "corner"});
  const credits = make("div", {id: "credits"});
  const notice = make("div", {id: "notice", class: "corner", role: "status"});
  const crosshair = make("div", {id: "crosshair"});
  crosshair.innerHTML = '<svg width="16" height="16" viewBox="-8 -8 16 16"><path d="M-8 0H-2M2 0H8M0-8V-2M0 2V8" stroke="currentColor" stroke-width="1.500"/></svg>';
  for (const element of [legend, zoom]) L.DomEvent.disableClickPropagation(element);

  function drawScale() {
    const y = map.getSize().y / 2;
    const metres = map.distance(map.containerPointToLatLng([0, y]), map.containerPointToLatLng([100, y]));
    const power = 10 ** Math.floor(Math.log10(metres));
    const nice = [5, 2, 1].map(n => n * power).find(n => n <= metres);
    const bar = document.createElement("div");
    bar.className = "bar"; bar.style.width = `${Math.round(100 * nice / metres)}px`;
    const text = document.createElement("div");
    text.textContent = nice >= 1000 ? `${nice / 1000} km` : `${nice} m`;
    scale.replaceChildren(text, bar);
  }

  function drawLand() {
    if (land) land.remove();
    land = L.geoJSON(world, {pane: "land", renderer: canvas, interactive: false, smoothFactor: 1.2, style: feature => ({
      stroke: true, color: colour("line"), weight: 0.7, fill: true, fillColor: colour("land"), fillOpacity: 1,
      dashArray: feature.properties.disputed ? "4 3" : null,
    })}).addTo(map);
  }

  function drawLegend() {
    const rows = [];
    const kinds = new Set(scene.marks.map(mark => mark.kind));
    const words = {"verified": "Verified", "under review": "Under review", "suggested": "Suggested", "rejected": "Rejected",
      "claim": "Exhibit GPS, claimed", "reference": "References"};
    for (const [kind, text] of Object.entries(words)) {
      if (!kinds.has(kind)) continue;
      const holder = document.createElement("span");
      holder.className = `mark-${Marks.CLASSES[kind]}`;
      holder.append(Marks.svg(kind, 16));
      rows.push([holder, text]);
    }
    for (const region of scene.regions) {
      const strong = region.level <= 0.5, holder = document.createElement("span");
      holder.innerHTML = `<svg width="16" height="12"><rect x="1" y="1" width="14" height="10" rx="2" fill="var(--suggested)" fill-opacity="${strong ? 0.24 : 0.08}" stroke="var(--suggested)" stroke-width="${strong ? 2 : 1.5}" ${strong ? "" : 'stroke-dasharray="4 3"'}/></svg>`;
      rows.push([holder, `${Math.round(region.level * 100)} % region`]);
    }
    for (const [kind, text] of Object.entries(Shapes.WORDS)) {
      if (scene.shapes.some(shape => shape.kind === kind)) rows.push([Shapes.swatch(kind, colour(Shapes.COLOURS[kind])), text]);
    }
    list.replaceChildren(...rows.map(([holder, text]) => {
      const row = document.createElement("li");
      row.append(holder, document.createTextNode(text));
      return row;
    }));
    legend.hidden = rows.length === 0;
  }

  function drawMarks() {
    marks.clearLayers();
    const groups = Marks.cluster(map, scene.marks), candidates = groups.filter(group => group.items[0].group === "candidate");
    for (const group of groups) {
      const many = group.items.length > 1, first = group.items[0];
      const chosen = group.items.find(item => item.id === selected);
      const shown = chosen || first;
      // A candidate's name goes first where references lie under it.
      const hidden = shown.group === "reference" && candidates.some(other => other.at.distanceTo(group.at) < 26);
      const text = hidden ? undefined : many && !chosen ? `${shown.tag || ""} (${group.items.length})`.trim() : shown.tag;
      const marker = L.marker([shown.lat, shown.lon], {icon: Marks.icon(shown.kind, text), keyboard: true,
        alt: `${shown.label}, ${shown.kind}`, title: shown.label, zIndexOffset: chosen ? 1000 : shown.group === "candidate" ? 500 : 0});
      marker.on("click", () => {
        if (many && map.getZoom() < map.getMaxZoom() && !chosen) map.fitBounds(L.latLngBounds(group.items.map(i => [i.lat, i.lon])).pad(0.4), {maxZoom: map.getZoom() + 4});
        select(shown.id, true);
      });
      marks.addLayer(marker);
    }
    if (selected) {
      const item = scene.marks.find(mark => mark.id === selected);
      if (item) marks.addLayer(L.circleMarker([item.lat, item.lon], {radius: 16, color: colour("focus"), weight: 2, fill: false, interactive: false}));
    }
    notice.hidden = candidates.length > 0;
    notice.textContent = candidates.length > 0 ? "" : "No candidates yet. The world map works offline.";
  }

  function select(id, tell) {
    selected = id;
    if (scene) drawMarks();
    if (tell && bridge && id) bridge.pick(id);
  }

  function draw() {
    if (!scene || !world) return;
    if (scene.fit !== fitted && scene.marks.some(mark => mark.group === "candidate")) { fitted = scene.fit; showAll(); }
    if (root.dataset.theme !== scene.theme || !land) {
      root.dataset.theme = scene.theme;
      drawLand();
    }
    regions.show(scene.regions, colour("suggested"));
    shapes.show(scene.shapes, colour);
    labels.show(world.labels || [], places || [], {land: colour("land"), label: colour("label")}, scene.marks);
    credits.textContent = scene.credits;
    drawLegend(); drawMarks(); drawScale();
  }

  function showAll() {
    const points = scene ? scene.marks.filter(mark => mark.group === "candidate" && mark.kind !== "rejected").slice(0, 5) : [];
    if (points.length === 0) map.setView([25, 10], 2);
    else map.fitBounds(L.latLngBounds(points.map(p => [p.lat, p.lon])).pad(0.35), {maxZoom: 8, animate: false});
  }

  const keys = {
    "0": showAll,
    "a": () => bridge.add(map.getCenter().lat, map.getCenter().wrap().lng),
    "i": () => bridge.copy(map.getCenter().lat, map.getCenter().wrap().lng),
    "d": () => { measuring = measuring ? null : {from: null, line: null}; notice.hidden = !measuring; notice.textContent = "Click two points to measure a distance."; },
    "Escape": () => { if (measuring && measuring.line) measuring.line.remove(); measuring = null; drawMarks(); },
  };
  map.getContainer().addEventListener("keydown", event => {
    const action = keys[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (action && bridge && !event.ctrlKey && !event.metaKey && !event.altKey) { action(); event.preventDefault(); }
  });
  map.on("click", event => {
    if (!measuring) return;
    if (!measuring.from) { measuring.from = event.latlng; return; }
    if (measuring.line) measuring.line.remove();
    measuring.line = L.polyline([measuring.from, event.latlng], {color: colour("focus"), weight: 2}).addTo(map);
    const metres = map.distance(measuring.from, event.latlng);
    notice.hidden = false;
    notice.textContent = metres >= 1000 ? `${(metres / 1000).toFixed(2)} km` : `${metres.toFixed(0)} m`;
    measuring.from = null;
  });
  map.on("contextmenu", event => bridge && bridge.context(event.latlng.lat, event.latlng.wrap().lng));
  map.on("mousemove", event => bridge && bridge.point(event.latlng.lat, event.latlng.wrap().lng));
  map.on("zoomend", () => { if (scene) drawMarks(); drawScale(); });
  map.on("moveend", () => { drawScale(); if (bridge) bridge.move(map.getCenter().lat, map.getCenter().wrap().lng, map.getZoom()); });

  new QWebChannel(qt.webChannelTransport, async channel => {
    bridge = channel.objects.bridge;
    bridge.sceneChanged.connect(text => { scene = JSON.parse(text); draw(); bridge.drew(scene.serial); });
    bridge.selectionChanged.connect(id => { select(id, false); if (scene) bridge.drew(scene.serial); });
    bridge.viewRequested.connect((lat, lon, level) => map.setView([lat, lon], level));
    bridge.allRequested.connect(showAll);
    [world, places] = await read;
    bridge.ready();
  });
})();
