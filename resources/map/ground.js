// Everything under the marks: land, map packs, reference points and names, and the notice where there is no data.
// base.js joins it to the page; here is what is drawn and how it is kept up.
"use strict";
class Ground {
  static PANES = [["land", 300], ["detail", 310], ["points", 340], ["labels", 380]];

  constructor(map) {
    this.map = map; this.marks = []; this.bridge = null; this.wanted = false; this.loaded = 0; this._colours = new Map();
    this.ground = {serial: 0, packs: [], points: false, boundaries: false, words: {}};
    for (const [name, z] of Ground.PANES) {
      if (map.getPane(name)) continue;
      map.createPane(name).style.zIndex = z;
      map.getPane(name).style.pointerEvents = "none";
    }
    const colour = name => this.colour(name);
    this.land = new Land(colour).addTo(map);
    this.detail = new Detail(colour).addTo(map);
    this.points = new Points(colour);
    this.labels = new Labels().addTo(map);
    this._makeNotice();
    this.detail.on("tileload load", () => this._settle());
    this.detail.on("problem", event => { if (this.bridge) this.bridge.trouble(event.text); });
    map.on("moveend zoomend resize", () => this._settle());
  }

  // The colours of the appearance, read once each: tiles ask for them thousands of times.
  colour(name) {
    if (!this._colours.has(name)) this._colours.set(name, getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim());
    return this._colours.get(name);
  }

  async _file(name) {
    const answer = await fetch(`pack://map/${name}`);
    if (!answer.ok) throw new Error(`${name} is not there`);
    return answer;
  }

  // What is always here.
  async load() {
    const [land, names] = await Promise.all(["land.bin", "names.bin"].map(async name => (await this._file(name)).arrayBuffer()));
    this.land.load(land); this.labels.load(names);
  }

  connect(bridge) {
    this.bridge = bridge;
    bridge.groundChanged.connect(text => this._change(JSON.parse(text)));
    bridge.pointsShown.connect(shown => this.showPoints(shown));
    bridge.ready();
  }

  async _change(next) {
    this.ground = next;
    this._words.textContent = next.words.nodata; this._button.textContent = next.words.import;
    const anew = next.drawing !== this.drawing;
    this.drawing = next.drawing;
    this.detail.setPacks(next.packs, next.serial, anew);
    if (!anew) { if (!next.points) await this.showPoints(false); this._settle(); return; }
    const lines = next.boundaries ? await (await this._file(`ground/${next.serial}/boundaries.json`)).json() : {lines: [], names: []};
    if (this.ground !== next) return;
    this.land.setRegions(lines.lines); this.labels.setRegions(lines.names);
    if (!next.points) await this.showPoints(false);
    this._settle();
  }

  async showPoints(shown) {
    const {serial, points} = this.ground;
    this.wanted = shown && points;
    if (!this.wanted) { this.points.remove(); this.points.clear(); this.loaded = 0; }
    else {
      if (this.loaded !== serial) {
        const buffer = await (await this._file(`ground/${serial}/points.bin`)).arrayBuffer();
        if (!this.wanted || this.ground.serial !== serial) return;
        this.points.load(buffer);
        this.loaded = serial;
      }
      this.points.addTo(this.map);
    }
    this._settle();
  }

  // With each scene: names keep clear of its marks; `restyled` when the appearance changed.
  show(marks, restyled) {
    this.marks = marks;
    if (restyled) {
      this._colours.clear();
      for (const layer of [this.land, this.detail, this.points]) layer.redraw();
    }
    this._names();
  }

  // For the legend, the window and the tests: what is drawn now.
  drawn() {
    const shown = this.detail.shown();
    return {
      nodata: shown.some(tile => tile.el.nodata), bare: shown.filter(tile => tile.el.nodata).length / Math.max(1, shown.length), points: this.wanted ? this.points.count : 0, total: this.wanted ? this.points.total : 0,
      tiles: shown.length, filled: shown.filter(tile => tile.el.filled).length, settled: shown.length > 0 && shown.every(tile => tile.loaded),
      zoom: this.map.getZoom(), names: this.labels.drawn, serial: this.ground.serial, credits: this._credits(shown),
    };
  }

  // Whose data the packs in view are.
  _credits(shown) {
    const packs = new Set(shown.flatMap(tile => tile.el.packs || []));
    return this.ground.packs.filter(pack => packs.has(pack.id) && pack.credits).map(pack => `${pack.name}: ${pack.credits}`);
  }

  _names() {
    const colours = {land: this.colour("land"), label: this.colour("label")};
    const shown = () => this.detail.shown().filter(tile => tile.loaded);
    this.labels.show(colours, this.marks, () => ({
      names: shown().flatMap(tile => tile.el.names || []),
      pictures: shown().filter(tile => tile.el.picture).map(tile => tile.coords),
    }));
  }

  _settle() {
    clearTimeout(this._timer);
    this._timer = setTimeout(() => {
      this._names();
      const state = this.drawn();
      this._notice.hidden = state.bare < 0.34; // a strip at the rim needs no notice; the legend names it
      this.map.fire("ground", state);
      if (this.bridge) this.bridge.drew(JSON.stringify(state));
    }, 50);
  }

  _makeNotice() {
    const box = this._notice = document.createElement("div");
    box.id = "nodata"; box.className = "corner"; box.hidden = true;
    box.setAttribute("role", "status");
    this._words = document.createElement("span"); this._button = document.createElement("button");
    this._button.type = "button";
    this._button.addEventListener("click", () => this.bridge && this.bridge.importPack());
    box.append(this._words, this._button);
    this.map.getContainer().append(box);
    L.DomEvent.disableClickPropagation(box);
  }
}
