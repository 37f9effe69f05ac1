// Keys of the map that belong to the page: panning and zooming are Leaflet's, letters are the window's commands.
"use strict";
(() => {
  const {map} = Atlas;
  const ranked = () => (Atlas.scene ? Atlas.scene.marks : []).filter(mark => mark.group === "candidate").sort((a, b) => a.rank - b.rank);
  let at = "";

  // The next candidate by rank; false where there is no further one, so that Tab leaves the map.
  function cycle(step) {
    const marks = ranked(), now = marks.findIndex(mark => mark.id === (at || Atlas.selected));
    const next = now < 0 ? (step > 0 ? 0 : marks.length - 1) : now + step;
    if (!marks[next]) { at = ""; return false; }
    at = marks[next].id;
    Atlas.tell("cursor", at);
    if (!map.getBounds().pad(-0.1).contains([marks[next].lat, marks[next].lon])) map.panTo([marks[next].lat, marks[next].lon], {animate: false});
    Atlas.chrome.speak(Atlas.say("spoken candidate", {rank: marks[next].rank, name: marks[next].label, status: Atlas.say(marks[next].kind)}));
    return true;
  }

  map.getContainer().addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("#legend, #zoom, #nodata")) return;
    // A tool that is being used takes the key first.
    if (Atlas.tell("key", event).some(Boolean)) { event.preventDefault(); event.stopPropagation(); return; }
    if (event.key === "Tab" && cycle(event.shiftKey ? -1 : 1)) event.preventDefault();
    else if (event.key === "Enter" && at) { Atlas.select(at, true); event.preventDefault(); }
    else if (event.key === "ContextMenu" || (event.key === "F10" && event.shiftKey)) {
      const mark = at && ranked().find(one => one.id === at);
      if (Atlas.bridge) Atlas.bridge.context(...(mark ? [mark.lat, mark.lon] : Atlas.plain(map.getCenter())));
      event.preventDefault();
    } else if (event.key === "0") { Atlas.showAll(); event.preventDefault(); }
  }, true);
  // The map has the focus whenever its view has and no control of it does.
  const take = () => { if (document.activeElement === document.body || !document.activeElement) map.getContainer().focus({preventScroll: true}); };
  window.addEventListener("focus", () => setTimeout(take, 0));
  Atlas.on("scene", () => { if (document.hasFocus()) take(); });
  map.getContainer().addEventListener("blur", () => { at = ""; Atlas.tell("cursor", ""); });
  Atlas.on("bridge", bridge => bridge.toolRequested.connect(name => { map.getContainer().focus({preventScroll: true}); Atlas.tell("tool", name); }));
})();
