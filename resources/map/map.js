// The core of the page: what every part of it shares. Parts hook themselves in; none knows another.
"use strict";
const Atlas = (() => {
  const map = theodolite_map, root = document.documentElement, hooks = {}, waiting = [];
  let words = {}, fitted = null;

  const atlas = {
    map, root, bridge: null, scene: null, selected: "", clue: "",
    // A colour of the window, by the name of its token in map.css.
    colour: name => getComputedStyle(root).getPropertyValue(`--${name}`).trim(),
    // The words of the window, by key; {name} in them becomes the value of that name.
    say: (key, values = {}) => (words[key] || key).replace(/\{(\w+)\}/g, (_, name) => values[name] ?? ""),
    // Events: words, theme, scene (a new one to draw), select, view (the map was moved), key, escape.
    on: (name, act) => { (hooks[name] = hooks[name] || []).push(act); },
    tell: (name, ...values) => (hooks[name] || []).map(act => act(...values)),
    // The window hears that the page is ready when every promise given here is kept.
    wait: promise => { waiting.push(promise); },
    make(tag, attributes = {}, parent = map.getContainer()) {
      const element = document.createElement(tag);
      for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
      parent.append(element);
      return element;
    },
    // Longitudes that the window knows: in [-180, 180).
    plain: at => [at.lat, ((at.lng + 180) % 360 + 360) % 360 - 180],
    pane(name, z) {
      map.createPane(name).style.zIndex = z;
      map.getPane(name).style.pointerEvents = "none";
    },
    select(id, tell) {
      atlas.selected = id;
      atlas.tell("select", id);
      if (tell && atlas.bridge) atlas.bridge.pick(id);
    },
    showAll() {
      const points = atlas.scene ? atlas.scene.marks.filter(mark => mark.group === "candidate" && mark.kind !== "rejected").slice(0, 5) : [];
      if (points.length === 0) map.setView([25, 10], 2, {animate: false});
      else map.fitBounds(L.latLngBounds(points.map(p => [p.lat, p.lon])).pad(0.35), {maxZoom: 8, animate: false});
    },
    // The view keeps the middle of the ground in front of it when it is asked for a point.
    show(lat, lon, zoom) { map.setView([lat, lon], zoom, {animate: false}); },
  };

  for (const [name, z] of [["regions", 350], ["shapes", 360], ["areas", 370], ["drawing", 620]]) atlas.pane(name, z);

  function draw() {
    const scene = atlas.scene;
    if (!scene || !atlas.drawn) return;
    const restyled = root.dataset.theme !== scene.theme;
    if (restyled) { root.dataset.theme = scene.theme; atlas.tell("theme", scene.theme); }
    if (scene.fit !== fitted && scene.marks.some(mark => mark.group === "candidate")) { fitted = scene.fit; atlas.showAll(); }
    atlas.tell("scene", scene);
  }

  map.on("contextmenu", event => atlas.bridge && atlas.bridge.context(...atlas.plain(event.latlng)));
  map.on("mousemove", event => atlas.bridge && atlas.bridge.point(...atlas.plain(event.latlng)));
  map.on("moveend", () => {
    atlas.tell("view");
    if (!atlas.bridge) return;
    atlas.bridge.move(...atlas.plain(map.getCenter()), map.getZoom());
    const b = map.getBounds();
    atlas.bridge.bound(b.getSouth(), b.getWest(), b.getNorth(), b.getEast());
  });

  // Not before every part has hooked itself in: the channel may answer between two scripts.
  document.addEventListener("DOMContentLoaded", () => new QWebChannel(qt.webChannelTransport, async channel => {
    const bridge = atlas.bridge = channel.objects.bridge;
    bridge.wordsChanged.connect(text => {
      const said = JSON.parse(text);
      words = said.words;
      root.lang = said.language; root.style.setProperty("--text-scale", said.scale); root.dataset.direction = said.direction;
      atlas.tell("words");
    });
    bridge.sceneChanged.connect(text => { atlas.scene = JSON.parse(text); draw(); bridge.drew(atlas.scene.serial); });
    bridge.selectionChanged.connect(id => { atlas.select(id, false); if (atlas.scene) bridge.drew(atlas.scene.serial); });
    bridge.clueChanged.connect(id => { atlas.clue = id; atlas.tell("clue", id); if (atlas.scene) bridge.drew(atlas.scene.serial); });
    bridge.viewRequested.connect((lat, lon, zoom) => atlas.show(lat, lon, zoom));
    bridge.allRequested.connect(() => atlas.showAll());
    atlas.tell("bridge", bridge, channel.objects);
    await Promise.all(waiting);
    atlas.drawn = true;
    bridge.ready();
  }));
  return atlas;
})();
