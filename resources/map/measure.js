// Points set one after the other, by click or at the crosshair: a distance measured, or the outline of an area.
"use strict";
Atlas.drawing = (() => {
  const {map} = Atlas;
  let tool = "", points = [], pointer = null;
  const line = L.polyline([], {pane: "drawing", className: "drawn", interactive: false}).addTo(map);
  const dots = L.layerGroup().addTo(map);
  const cross = () => map.getCenter();

  function draw() {
    line.setStyle({color: Atlas.colour("focus"), weight: 2.5, fill: tool === "area", fillColor: Atlas.colour("focus"), fillOpacity: 0.12, dashArray: tool === "area" ? null : "6 4"});
    const ahead = tool && points.length ? [pointer || cross()] : [];
    const all = [...points, ...ahead];
    line.setLatLngs(tool === "area" && all.length > 2 ? [...all, all[0]] : all);
    dots.clearLayers();
    for (const point of points) dots.addLayer(L.circleMarker(point, {pane: "drawing", radius: 4, color: Atlas.colour("focus"), weight: 2, fillColor: Atlas.colour("panel"), fillOpacity: 1, interactive: false}));
    map.getContainer().classList.toggle("drawing", Boolean(tool));
    Atlas.busy = Boolean(tool) || Boolean(Atlas.judging);
  }

  function tell() {
    if (!tool) { Atlas.chrome.notice(""); return; }
    if (points.length === 0 || tool === "area") Atlas.chrome.notice(Atlas.say(tool === "area" ? (points.length < 3 ? "draw area" : "close area") : "draw distance"));
    if (Atlas.bridge && tool === "measure" && points.length > 1) Atlas.bridge.measure(JSON.stringify(points.map(Atlas.plain)));
  }

  function begin(name) {
    end();
    tool = name; points = []; pointer = null;
    if (Atlas.bridge) Atlas.bridge.tool(name);
    draw(); tell();
  }

  function end() {
    if (!tool) return;
    tool = ""; points = []; pointer = null;
    if (Atlas.bridge) Atlas.bridge.tool("");
    draw(); tell();
  }

  function add(at) {
    const last = points[points.length - 1];
    if (last && map.latLngToContainerPoint(last).distanceTo(map.latLngToContainerPoint(at)) < 2) return;
    if (tool === "area" && points.length > 2 && map.latLngToContainerPoint(points[0]).distanceTo(map.latLngToContainerPoint(at)) < 10) { finish(); return; }
    points.push(L.latLng(at.lat, at.lng));
    draw(); tell();
  }

  function finish() {
    if (tool !== "area" || points.length < 3) { if (tool === "measure") end(); return; }
    const corners = points.map(Atlas.plain);
    end();
    if (Atlas.bridge) Atlas.bridge.area(JSON.stringify(corners));
  }

  map.on("click", event => { if (tool) add(event.latlng); });
  map.on("dblclick", event => { if (tool) { L.DomEvent.stop(event.originalEvent); finish(); } });
  map.on("mousemove", event => { if (tool && points.length) { pointer = event.latlng; draw(); } });
  map.on("move", () => { if (tool && points.length) { pointer = null; draw(); } });
  Atlas.on("tool", name => { map.doubleClickZoom[name ? "disable" : "enable"](); if (["measure", "area"].includes(name)) begin(name); else if (!name) end(); });
  Atlas.on("key", event => {
    if (!tool) return false;
    if (event.key === "Escape") { end(); map.doubleClickZoom.enable(); return true; }
    if (event.key === " ") { add(cross()); return true; }
    if (event.key === "Backspace") { points.pop(); draw(); tell(); return true; }
    if (event.key === "Enter") { if (tool === "area" && points.length >= 3) finish(); else add(cross()); return true; }
    return false;
  });
  Atlas.on("bridge", bridge => bridge.measured.connect(text => { if (tool === "measure") Atlas.chrome.notice(text); }));
  Atlas.on("theme", draw);
  return {begin, end, get tool() { return tool; }, get points() { return points.length; }};
})();
