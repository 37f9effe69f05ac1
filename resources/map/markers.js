// Marks on the map: a status is colour, shape and word together; never colour alone. Only what is in view is made.
"use strict";
const Marks = (() => {
  const {map} = Atlas, SVG = "http://www.w3.org/2000/svg", NEAR = 28;
  const SHAPES = {
    "suggested": '<circle r="6.5" fill="var(--panel)" stroke="currentColor" stroke-width="3"/>',
    "under review": '<path d="M0-8.5 8.5 0 0 8.5-8.5 0Z" fill="currentColor"/>',
    "verified": '<rect x="-7.5" y="-7.5" width="15" height="15" rx="2" fill="currentColor"/><path d="M-4 .2-1 3.4 4.4-3.2" fill="none" class="ring" stroke-width="2.4"/>',
    "rejected": '<path d="M-6-6 6 6M6-6-6 6" stroke="currentColor" stroke-width="3.6" stroke-linecap="round"/>',
    "claim": '<path d="M0-9C-4.600-9-7-5.800-7-2.600-7 2 0 9 0 9s7-7 7-11.600C7-5.800 4.600-9 0-9Z" fill="var(--panel)" stroke="currentColor" stroke-width="2"/><circle cy="-2.600" r="2.200" fill="currentColor"/>',
    "reference": '<rect x="-7" y="-5.500" width="14" height="11" rx="1.500" fill="var(--panel)" stroke="currentColor" stroke-width="2"/><path d="M-5 3.500-1-1 1.500 1.800 3 .5 5 3.500Z" fill="currentColor"/>',
    "filed": '<path d="M-6-7H3L6.500-3.500V7H-6Z" fill="var(--panel)" stroke="currentColor" stroke-width="2"/><path d="M3-7V-3.500H6.500M-3 0H3.500M-3 3.500H3.500" fill="none" stroke="currentColor" stroke-width="1.500"/>',
    "clue": '<circle r="9" fill="currentColor" stroke="#FFFFFF" stroke-width="2"/><circle r="10.500" fill="none" stroke="#000000" stroke-width="1"/>',
  };
  const CLASSES = {"suggested": "suggested", "under review": "review", "verified": "verified", "rejected": "rejected",
    "claim": "claim", "reference": "reference", "filed": "filed", "clue": "clue"};
  // The strongest of a cluster stands for it.
  const ORDER = ["verified", "under review", "suggested", "rejected", "claim", "clue", "filed", "reference"];
  const layer = L.layerGroup().addTo(map), pictures = new Map();
  let cursor = "";

  function svg(kind, size) {
    const root = document.createElementNS(SVG, "svg");
    for (const [key, value] of [["width", size], ["height", size], ["viewBox", "-12 -12 24 24"], ["aria-hidden", "true"]]) root.setAttribute(key, value);
    root.innerHTML = `<g class="halo">${SHAPES[kind]}</g>`;
    return root;
  }

  // Where a view looks, as a tick outside the mark.
  function way(root, heading) {
    const tick = document.createElementNS(SVG, "path");
    tick.setAttribute("d", "M0-12 5-7.500H-5Z"); tick.setAttribute("transform", `rotate(${heading}) translate(0 -3)`);
    tick.setAttribute("class", "way");
    root.append(tick);
  }

  function words(text, side) {
    const tag = document.createElement("span");
    tag.className = `tag tag-${side}`; tag.textContent = text;
    return tag;
  }

  function face(group) {
    const first = group.shown, box = document.createElement("div"), picture = pictures.get(first.id);
    if (group.aside) box.append(leader(group.aside));
    if (picture && (first.group === "reference" || first.group === "filed")) {
      const image = document.createElement("img");
      image.className = "thumb"; image.src = picture; image.alt = "";
      box.append(image);
    } else {
      const shape = svg(first.kind, 24);
      if (first.heading !== null && first.heading !== undefined) way(shape, first.heading);
      if (first.kind === "clue") { shape.style.color = first.colour; }
      box.append(shape);
      if (first.kind === "clue") { const number = document.createElement("span"); number.className = "number"; number.textContent = first.tag; box.append(number); }
    }
    if (group.items.length > 1) {
      const count = document.createElement("span");
      count.className = "count"; count.textContent = group.items.length;
      box.append(count);
    }
    if (group.words && first.kind !== "clue") box.append(words(group.words, first.kind === "claim" ? "start" : "end"));
    return box;
  }

  // Marks nearer than NEAR pixels become one; candidates do not mix with what is no candidate. The grid makes it
  // one look at nine cells a mark, however many there are.
  function cluster(items) {
    const grid = new Map(), groups = [], view = map.getPixelBounds(), pad = 60;
    const low = view.min.subtract([pad, pad]), high = view.max.add([pad, pad]), world = 256 * 2 ** map.getZoom();
    const sorted = [...items].sort((a, b) => (b.id === Atlas.selected) - (a.id === Atlas.selected) || ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || a.rank - b.rank);
    for (const item of sorted) {
      const at = map.project([item.lat, item.lon], map.getZoom());
      // The copy of the world that is in view.
      while (at.x < low.x && at.x + world <= high.x) at.x += world;
      while (at.x > high.x && at.x - world >= low.x) at.x -= world;
      if (at.x < low.x || at.x > high.x || at.y < low.y || at.y > high.y) continue;
      const near_px = pictures.has(item.id) ? 40 : NEAR, column = Math.floor(at.x / 40), row = Math.floor(at.y / 40);
      let near = null;
      for (let x = column - 1; x <= column + 1 && !near; x += 1) {
        for (let y = row - 1; y <= row + 1 && !near; y += 1) {
          near = (grid.get(`${item.group} ${x} ${y}`) || []).find(g => g.at.distanceTo(at) < near_px);
        }
      }
      if (near) { near.items.push(item); continue; }
      const group = {at, items: [item], group: item.group}, key = `${item.group} ${column} ${row}`;
      grid.set(key, [...(grid.get(key) || []), group]);
      groups.push(group);
    }
    for (const group of groups) {
      group.items.sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || a.rank - b.rank);
      group.shown = group.items.find(item => item.id === Atlas.selected) || group.items.find(item => item.id === cursor) || group.items[0];
      const best = group.items.reduce((a, b) => (b.rank && (!a.rank || b.rank < a.rank) ? b : a));
      group.words = (group.shown.id === Atlas.selected ? group.shown : best).tag;
    }
    return groups;
  }

  // What lies under a candidate steps aside, with a line to where it belongs.
  const ASIDE = {"claim": [-28, 0], "clue": [0, -28], "filed": [28, 22], "reference": [0, 36]};
  function spread(groups) {
    const candidates = groups.filter(group => group.group === "candidate");
    for (const group of groups) {
      if (group.group === "candidate" || !candidates.some(one => one.at.distanceTo(group.at) < 22)) continue;
      const [x, y] = ASIDE[group.group];
      group.aside = [x, y];
      group.at = group.at.add([x, y]);
    }
  }

  function leader([x, y]) {
    const root = document.createElementNS(SVG, "svg"), line = document.createElementNS(SVG, "line");
    root.setAttribute("class", "leader"); root.setAttribute("width", 1); root.setAttribute("height", 1); root.setAttribute("aria-hidden", "true");
    for (const [key, value] of [["x1", 0], ["y1", 0], ["x2", -x], ["y2", -y]]) line.setAttribute(key, value);
    root.append(line);
    return root;
  }

  // Words of a mark that would lie over another mark or its words are left away; the first ones keep theirs.
  function thin(groups) {
    const taken = [], faces = groups.map(g => [g.at.x - 12, g.at.y - 12, g.at.x + 12, g.at.y + 12]);
    const over = (a, b) => a[0] < b[2] && a[2] > b[0] && a[1] < b[3] && a[3] > b[1];
    const ranked = [...groups].sort((a, b) => (b.shown.id === Atlas.selected) - (a.shown.id === Atlas.selected) || (a.shown.group !== "candidate") - (b.shown.group !== "candidate") || (a.shown.rank || 999) - (b.shown.rank || 999));
    const scale = Number(Atlas.root.style.getPropertyValue("--text-scale")) || 1;
    for (const group of ranked) {
      if (!group.words) continue;
      const wide = 7 * scale * group.words.length + (group.items.length > 1 ? 22 : 6), start = group.shown.kind === "claim";
      const box = [group.at.x + (start ? -14 - wide : 14), group.at.y - 8 * scale, group.at.x + (start ? -14 : 14 + wide), group.at.y + 8 * scale];
      // A candidate's name may lie over what is no candidate; nothing lies over it.
      const hides = (face, n) => groups[n] !== group && over(box, face) && (group.group !== "candidate" || groups[n].group === "candidate" || groups[n].group === "claim");
      if (taken.some(one => over(box, one)) || faces.some(hides)) group.words = "";
      else taken.push(box);
    }
  }

  function draw() {
    layer.clearLayers();
    if (!Atlas.scene) return;
    const groups = cluster(Atlas.scene.marks);
    spread(groups);
    thin(groups);
    for (const group of groups) {
      const first = group.shown, many = group.items.length > 1, chosen = group.items.some(item => item.id === Atlas.selected);
      const said = `${first.label}, ${Atlas.say(first.kind)}${many ? `, ${Atlas.say("and more", {count: group.items.length - 1})}` : ""}`;
      const icon = L.divIcon({html: face(group), className: `mark mark-${CLASSES[first.kind]}${chosen ? " chosen" : ""}${first.id === cursor ? " cursor" : ""}`, iconSize: [24, 24], iconAnchor: [12, 12]});
      const marker = L.marker(map.unproject(group.at, map.getZoom()), {icon, keyboard: false, alt: said, title: said,
        zIndexOffset: chosen ? 2000 : first.group === "candidate" ? 1000 : first.group === "claim" || first.group === "clue" ? 500 : 0});
      marker.on("click", () => {
        if (Atlas.busy) { map.fire("click", {latlng: marker.getLatLng()}); return; }
        if (many && map.getZoom() < map.getMaxZoom() && !chosen) map.fitBounds(L.latLngBounds(group.items.map(i => [i.lat, i.lon])).pad(0.4), {maxZoom: map.getZoom() + 4, animate: false});
        Atlas.select(first.id, true);
      });
      marker.on("contextmenu", event => { L.DomEvent.stop(event.originalEvent); if (Atlas.bridge) { Atlas.bridge.mark(first.id); Atlas.bridge.context(first.lat, first.lon); } });
      layer.addLayer(marker);
      marker.getElement().setAttribute("role", "img"); marker.getElement().setAttribute("aria-label", said);
      marker.getElement().removeAttribute("tabindex");
    }
    Atlas.drawnMarks = groups.length;
  }

  Atlas.on("scene", draw);
  Atlas.on("select", draw);
  Atlas.on("words", draw);
  Atlas.on("view", draw);
  Atlas.on("cursor", id => { cursor = id; draw(); });
  Atlas.on("bridge", bridge => bridge.pictureGiven.connect((id, data) => {
    if (data) pictures.set(id, data); else if (id) pictures.delete(id); else pictures.clear();
    clearTimeout(Marks.later); Marks.later = setTimeout(draw, 60);
  }));
  Atlas.on("bridge", bridge => bridge.coverChanged.connect(on => { Atlas.root.dataset.covered = on ? "yes" : "no"; }));
  Atlas.chrome.legend(10, scene => {
    const kinds = new Set(scene.marks.map(mark => mark.kind));
    return [...ORDER.slice(0, 4), "claim", "clue", "filed", "reference"].filter(kind => kinds.has(kind)).map(kind => {
      const holder = document.createElement("span");
      holder.className = `mark-${CLASSES[kind]}`;
      if (kind === "clue") holder.style.color = scene.marks.find(mark => mark.kind === kind).colour;
      holder.append(svg(kind, 16));
      return [holder, Atlas.say(kind)];
    });
  });
  return {draw, cluster, svg};
})();
