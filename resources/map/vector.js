// Vector tiles (Mapbox Vector Tile specification 2.1): read with every length checked, and drawn on canvas.
// Layers are known by the names of the common schemes; what is unknown is drawn thinly, never left out.
"use strict";
const VectorTile = (() => {
  const MOST_FEATURES = 200000, MOST_POINTS = 2000000;
  class Reader {
    constructor(bytes, at = 0, end = bytes.length) { this.bytes = bytes; this.at = at; this.end = end; }
    get more() { return this.at < this.end; }
    varint() {
      let value = 0, factor = 1;
      for (let i = 0; i < 10; i += 1) {
        if (this.at >= this.end) throw new RangeError("a vector tile ends too early");
        const byte = this.bytes[this.at++];
        value += (byte & 127) * factor; factor *= 128;
        if (byte < 128) return value;
      }
      throw new RangeError("a number in a vector tile is too long");
    }
    signed() { const value = this.varint(); return value % 2 ? -(value + 1) / 2 : value / 2; }
    part() {
      const size = this.varint();
      if (size > this.end - this.at) throw new RangeError("a part of a vector tile is longer than the tile");
      this.at += size;
      return new Reader(this.bytes, this.at - size, this.at);
    }
    text() { const part = this.part(); return new TextDecoder().decode(this.bytes.subarray(part.at, part.end)); }
    real(size) {
      if (size > this.end - this.at) throw new RangeError("a vector tile ends too early");
      const view = new DataView(this.bytes.buffer, this.bytes.byteOffset + this.at, size);
      this.at += size;
      return size === 4 ? view.getFloat32(0, true) : view.getFloat64(0, true);
    }
    // Calls on[field](reader) for each field; the rest is skipped.
    fields(on) {
      while (this.more) {
        const tag = this.varint(), kind = tag & 7, field = Math.floor(tag / 8);
        if (on[field]) on[field](this);
        else if (kind === 0) this.varint();
        else if (kind === 2) this.part();
        else if (kind === 1 || kind === 5) this.real(kind === 1 ? 8 : 4);
        else throw new RangeError("no vector tile");
      }
      return this;
    }
    list() { const part = this.part(), list = []; while (part.more) list.push(part.varint()); return list; }
  }
  function value(reader) {
    let found = null;
    reader.fields({
      1: r => { found = r.text(); }, 2: r => { found = r.real(4); }, 3: r => { found = r.real(8); },
      4: r => { found = r.varint(); }, 5: r => { found = r.varint(); }, 6: r => { found = r.signed(); }, 7: r => { found = r.varint() !== 0; },
    });
    return found;
  }
  // Commands to lists of [x, y, x, y ...] in units of the tile.
  function geometry(reader, limits) {
    const parts = [];
    let line = null, x = 0, y = 0;
    while (reader.more) {
      const command = reader.varint(), id = command & 7, count = Math.floor(command / 8);
      if (id === 7) { if (line && line.length > 1) line.push(line[0], line[1]); continue; }
      if (id !== 1 && id !== 2) throw new RangeError("an unknown command in a vector tile");
      for (let i = 0; i < count; i += 1) {
        if (++limits.points > MOST_POINTS) throw new RangeError("a vector tile has too many points");
        x += reader.signed(); y += reader.signed();
        if (id === 1 || !line) { line = []; parts.push(line); }
        line.push(x, y);
      }
    }
    return parts;
  }
  function layer(reader, limits) {
    const made = {name: "", extent: 4096, features: []}, raw = [], keys = [], values = [];
    reader.fields({
      1: r => { made.name = r.text(); }, 5: r => { made.extent = r.varint(); },
      2: r => { if (++limits.features > MOST_FEATURES) throw new RangeError("a vector tile has too many features"); raw.push(r.part()); },
      3: r => { keys.push(r.text()); }, 4: r => { values.push(value(r.part())); },
    });
    if (!(made.extent >= 16 && made.extent <= 65536)) throw new RangeError("a vector tile of an odd size");
    for (const part of raw) {
      const feature = {type: 0, properties: Object.create(null), parts: []};
      part.fields({
        2: r => { const tags = r.list(); for (let i = 0; i + 1 < tags.length; i += 2) if (tags[i] < keys.length && tags[i + 1] < values.length) feature.properties[keys[tags[i]]] = values[tags[i + 1]]; },
        3: r => { feature.type = r.varint(); }, 4: r => { feature.parts = geometry(r.part(), limits); },
      });
      if (feature.parts.length) made.features.push(feature);
    }
    return made;
  }
  return {read(buffer) {
    const layers = [], limits = {features: 0, points: 0};
    new Reader(new Uint8Array(buffer)).fields({3: r => { layers.push(layer(r.part(), limits)); }});
    return layers;
  }};
})();

const VectorStyle = (() => {
  const GREEN = /wood|forest|park|grass|garden|meadow|scrub|heath|nature|reserve|cemetery|recreation|pitch|golf|orchard|vineyard|farm|allotment|wetland|village_green|zoo/;
  const BUILT = /residential|industrial|commercial|retail|school|universit|hospital|military|railway|suburb|urban|aerodrome|airport|parking/;
  const PALE = /sand|beach|glacier|ice|rock|bare|quarry|desert|pedestrian|dam/;
  const FAST = /motorway|trunk|highway|freeway/, LARGE = /primary|secondary|major|medium/, RAIL = /rail|subway|tram|train|monorail|funicular|transit/;
  const PATH = /path|foot|cycle|track|steps|pedestrian|bridleway|corridor|other/, FERRY = /ferry/;
  const kindOf = p => String(p.class ?? p.kind ?? p["pmap:kind"] ?? p.highway ?? p.type ?? p.subclass ?? p.kind_detail ?? "").toLowerCase();
  const grow = (zoom, from, width) => Math.max(0.4, width * 1.5 ** Math.min(6, zoom - from));

  // What a feature looks like: {order, fill | stroke, width, dash, edge}, or null for what is only a name.
  function style(layer, feature, zoom) {
    const name = layer.toLowerCase(), kind = kindOf(feature.properties), type = feature.type;
    if (type === 1) return null;
    if (/^(ocean|water(_polygons|_areas?|body|bodies)?|lakes?|sea)$/.test(name)) return type === 3 ? {order: 3, fill: "water"} : {order: 4, stroke: "water-line", width: grow(zoom, 14, 1)};
    if (/waterway|water_lines|rivers?|streams?/.test(name)) return type === 3 ? {order: 3, fill: "water"} : {order: 4, stroke: "water-line", width: grow(zoom, 14, 1)};
    if (/^(earth|continents?)$/.test(name)) return type === 3 ? {order: 0, fill: "land"} : null;
    if (/^building/.test(name)) return type === 3 ? {order: 8, fill: "building", edge: zoom >= 15 ? "building-line" : ""} : {order: 8, stroke: "building-line", width: 0.7};
    if (/boundar|admin/.test(name)) {
      const rank = Number(feature.properties.admin_level ?? feature.properties.kind_detail ?? 2), far = rank > 2 || /region|state|county/.test(kind);
      return type === 2 ? {order: 14, stroke: "line", width: far ? 0.8 : 1.3, dash: far ? "3 3" : feature.properties.disputed ? "4 3" : ""} : null;
    }
    if (/transport|road|street|highway|bridge|rail|transit|ferr|aeroway/.test(name)) {
      if (type === 3) return {order: 5, fill: "built"};
      if (FERRY.test(kind) || /ferr/.test(name)) return {order: 9, stroke: "water-line", width: 1, dash: "4 4"};
      if (RAIL.test(kind) || /rail|transit/.test(name)) return {order: 12, stroke: "rail", width: zoom < 13 ? 0.8 : 1.4, dash: "6 3"};
      if (FAST.test(kind)) return {order: 13, stroke: "road-fast", casing: "road-case", width: grow(zoom, 11, 1.7)};
      if (LARGE.test(kind)) return {order: 12, stroke: "road-large", casing: "road-case", width: grow(zoom, 12, 1.6)};
      if (PATH.test(kind)) return zoom < 13 ? null : {order: 10, stroke: "path", width: 0.9, dash: "3 2"};
      return zoom < 11 ? null : {order: 11, stroke: "road", casing: "road-case", width: grow(zoom, 13.5, 1.3)};
    }
    if (/land|park|natural|green|sites|cover|use|vegetation/.test(name)) {
      if (type !== 3) return {order: 2, stroke: "building-line", width: 0.6};
      if (GREEN.test(kind) || /park|green|vegetation/.test(name)) return {order: 2, fill: "park"};
      if (PALE.test(kind)) return {order: 2, fill: "pale"};
      if (BUILT.test(kind)) return {order: 1, fill: "built"};
      return /cover|use|natural/.test(name) ? {order: 1, fill: "pale"} : null;
    }
    return type === 3 ? {order: 6, edge: "line", fill: ""} : {order: 9, stroke: "line", width: 0.8};
  }

  const nameOf = p => String(p["name:en"] ?? p["name_en"] ?? p["pgf:name"] ?? p.name ?? p["name:latin"] ?? "").slice(0, 60);
  // How soon a place is named: smaller numbers first; null for what is not named here.
  function rank(layer, feature, zoom) {
    const name = layer.toLowerCase(), kind = kindOf(feature.properties);
    if (/place|settlement|locality|city|cities|town/.test(name)) {
      if (/country/.test(kind)) return zoom < 8 ? 0 : null;
      if (/state|region|province/.test(kind)) return zoom < 10 ? 1 : null;
      return /city|capital/.test(kind) ? 2 : /town/.test(kind) ? 3 : /village|suburb|borough|locality/.test(kind) ? 4 : zoom >= 13 ? 5 : null;
    }
    if (feature.type === 2 && zoom >= 14 && /transport|road|street|highway/.test(name)) return FAST.test(kind) || LARGE.test(kind) ? 6 : zoom >= 15 ? 7 : null;
    if (feature.type === 1 && zoom >= 16 && /poi|amenit|public_transport|station/.test(name)) return 8;
    if (feature.type === 1 && zoom >= 9 && /water_name|water|natural|peak|mountain/.test(name)) return 5;
    return null;
  }
  return {style, rank, nameOf};
})();

const drawLook = (ctx, look, path, colour) => {
  if (look.fill) { ctx.fillStyle = colour(look.fill); ctx.fill(path); }
  if (look.edge) { ctx.strokeStyle = colour(look.edge); ctx.lineWidth = 0.7; ctx.setLineDash([]); ctx.stroke(path); }
  if (look.stroke) {
    ctx.setLineDash(look.dash ? look.dash.split(" ").map(Number) : []);
    ctx.strokeStyle = colour(look.stroke); ctx.lineWidth = look.width; ctx.stroke(path); ctx.setLineDash([]);
  }
};
// Draws the layers of a tile; `view`: how much larger than stored, and which part of it, in CSS pixels.
const paintVector = (ctx, layers, zoom, view, colour) => {
  const sheets = new Map(), side = 256;
  ctx.fillStyle = colour("land"); ctx.fillRect(0, 0, side, side);
  for (const layer of layers) {
    const scale = side * view.factor / layer.extent;
    for (const feature of layer.features) {
      const look = VectorStyle.style(layer.name, feature, zoom);
      if (!look) continue;
      const key = JSON.stringify(look);
      if (!sheets.has(key)) sheets.set(key, {look, path: new Path2D()});
      const path = sheets.get(key).path;
      for (const part of feature.parts) {
        if (part.length < 4) continue;
        path.moveTo(part[0] * scale - view.x, part[1] * scale - view.y);
        for (let i = 2; i < part.length; i += 2) path.lineTo(part[i] * scale - view.x, part[i + 1] * scale - view.y);
      }
    }
  }
  const drawn = [...sheets.values()].sort((a, b) => a.look.order - b.look.order);
  ctx.lineJoin = ctx.lineCap = "round";
  // Casings lie over areas and under every road, so that crossings join.
  for (const {look, path} of drawn.filter(one => one.look.order < 10)) drawLook(ctx, look, path, colour);
  for (const {look, path} of drawn) if (look.casing) { ctx.strokeStyle = colour(look.casing); ctx.lineWidth = look.width + 1.4; ctx.stroke(path); }
  for (const {look, path} of drawn.filter(one => one.look.order >= 10)) drawLook(ctx, look, path, colour);
};
// The middle of the longest straight piece of a line within a window, and how it is turned, never upside down.
const alongLine = (parts, [left, top, right, bottom]) => {
  let best = null;
  for (const part of parts) for (let i = 0; i + 3 < part.length; i += 2) {
    const dx = part[i + 2] - part[i], dy = part[i + 3] - part[i + 1];
    let from = 0, to = 1;
    // Liang and Barsky: what of the piece lies between each pair of edges.
    for (const [step, low, high] of [[dx, left - part[i], right - part[i]], [dy, top - part[i + 1], bottom - part[i + 1]]]) {
      if (step === 0) { if (low > 0 || high < 0) to = -1; continue; }
      from = Math.max(from, Math.min(low / step, high / step)); to = Math.min(to, Math.max(low / step, high / step));
    }
    const length = (to - from) * Math.hypot(dx, dy);
    if (!(length > 0) || (best && length <= best.length)) continue;
    const turn = Math.atan2(dy, dx), middle = (from + to) / 2;
    best = {x: part[i] + dx * middle, y: part[i + 1] + dy * middle, length,
      turn: turn > Math.PI / 2 ? turn - Math.PI : turn < -Math.PI / 2 ? turn + Math.PI : turn};
  }
  return best;
};
const middleOf = parts => {
  const part = parts.reduce((a, b) => (b.length > a.length ? b : a)), middle = Math.floor(part.length / 4) * 2;
  return part.length === 2 ? {x: part[0], y: part[1]} : {x: part[middle], y: part[middle + 1]};
};
// Names in a tile: {text, x, y on the Mercator square, rank, turn}.
// `tile`: the stored one; `view`: how much larger it is drawn, and which part of it.
const vectorNames = (layers, zoom, tile, view) => {
  const found = [], span = 2 ** tile.z;
  for (const layer of layers) for (const feature of layer.features) {
    const rank = VectorStyle.rank(layer.name, feature, zoom);
    const text = rank === null ? "" : VectorStyle.nameOf(feature.properties);
    if (!text) continue;
    const unit = layer.extent / 256 / view.factor, area = [view.x * unit, view.y * unit, (view.x + 256) * unit, (view.y + 256) * unit];
    const spot = feature.type === 2 ? alongLine(feature.parts, area) : middleOf(feature.parts);
    if (!spot || spot.x < area[0] || spot.y < area[1] || spot.x >= area[2] || spot.y >= area[3]) continue;
    if (feature.type === 2 && spot.length / unit < 5 * text.length) continue;
    found.push({text, x: (tile.x + spot.x / layer.extent) / span, y: (tile.y + spot.y / layer.extent) / span, rank, turn: spot.turn || 0});
    if (found.length >= 400) return found;
  }
  return found;
};
