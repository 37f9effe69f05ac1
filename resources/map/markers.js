// Marks on the map: a status is colour, shape and number together; never colour alone.
"use strict";
const Marks = (() => {
  const SVG = "http://www.w3.org/2000/svg";
  const SHAPES = {
    "suggested": '<circle r="6.5" fill="var(--panel)" stroke="currentColor" stroke-width="3"/>',
    "under review": '<path d="M0-8.5 8.5 0 0 8.5-8.5 0Z" fill="currentColor"/>',
    "verified": '<rect x="-7.5" y="-7.5" width="15" height="15" rx="2" fill="currentColor"/><path d="M-4 .2-1 3.4 4.4-3.2" fill="none" class="ring" stroke-width="2.4"/>',
    "rejected": '<path d="M-6-6 6 6M6-6-6 6" stroke="currentColor" stroke-width="3.6" stroke-linecap="round"/>',
    "claim": '<path d="M0-9C-4.6-9-7-5.8-7-2.6-7 2 0 9 0 9s7-7 7-11.600C7-5.800 4.600-9 0-9Z" fill="var(--panel)" stroke="currentColor" stroke-width="2"/><circle cy="-2.600" r="2.200" fill="currentColor"/>',
    "reference": '<rect x="-4.500" y="-4.500" width="9" height="9" fill="var(--panel)" stroke="currentColor" stroke-width="2"/>',
  };
  const CLASSES = {"suggested": "suggested", "under review": "review", "verified": "verified",
    "rejected": "rejected", "claim": "claim", "reference": "reference"};

  function svg(kind, size, text) {
    const root = document.createElementNS(SVG, "svg");
    root.setAttribute("width", size); root.setAttribute("height", size);
    root.setAttribute("viewBox", "-12 -12 24 24");
    root.innerHTML = `<g class="halo">${SHAPES[kind]}</g>`;
    if (text !== undefined) {
      const label = document.createElementNS(SVG, "text");
      const left = kind === "claim";  // a claim often lies under a candidate, whose words go right
      label.setAttribute("x", left ? -11 : 11); label.setAttribute("y", 4);
      label.setAttribute("text-anchor", left ? "end" : "start");
      label.setAttribute("class", "tag");
      label.textContent = text;
      root.append(label);
    }
    return root;
  }

  function icon(kind, text) {
    const box = document.createElement("div");
    box.append(svg(kind, 24, text));
    return L.divIcon({html: box, className: `mark mark-${CLASSES[kind]}`, iconSize: [24, 24], iconAnchor: [12, 12]});
  }

  // Marks nearer than 26 px become one, which shows how many and the strongest status of them.
  const ORDER = ["verified", "under review", "suggested", "claim", "reference", "rejected"];
  function cluster(map, items) {
    const groups = [];
    for (const item of items) {
      const at = map.latLngToLayerPoint([item.lat, item.lon]);
      const near = groups.find(g => g.at.distanceTo(at) < 26 && g.items[0].group === item.group);
      if (near) near.items.push(item); else groups.push({at, items: [item]});
    }
    for (const group of groups) {
      group.items.sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || (a.rank || 0) - (b.rank || 0));
    }
    return groups;
  }
  return {svg, icon, cluster, CLASSES};
})();
