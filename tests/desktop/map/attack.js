// Every way out of a page that we know; leak_page.py fills in the ports of its listeners.
const P = TCP_PORT, U = UDP_PORT, out = {}, H = 'http://127.0.0.1:' + P;
async function attempt(name, f) { try { out[name] = String(await f()); } catch (e) { out[name] = 'error ' + e.name; } }
const wait = (ms, text) => new Promise(r => setTimeout(() => r(text), ms));
new QWebChannel(qt.webChannelTransport, async channel => {
  await attempt('fetch', async () => (await fetch(H+'/fetch', {mode:'no-cors'})).type);
  await attempt('image', () => new Promise(r => { const i = new Image(); i.onload = () => r('loaded'); i.onerror = () => r('blocked'); i.src = H+'/img'; }));
  await attempt('websocket', () => new Promise(r => { const w = new WebSocket('ws://127.0.0.1:'+P+'/ws'); w.onerror = () => r('error'); setTimeout(() => r('timeout'), 800); }));
  await attempt('beacon', async () => navigator.sendBeacon(H+'/beacon', 'x'));
  await attempt('eventsource', () => new Promise(r => { const s = new EventSource(H+'/es'); s.onerror = () => { s.close(); r('error'); }; setTimeout(() => r('timeout'), 800); }));
  await attempt('webrtc', async () => { const p = new RTCPeerConnection({iceServers: [{urls: 'stun:127.0.0.1:'+U}]}); p.createDataChannel('x'); await p.setLocalDescription(await p.createOffer()); return wait(1200, 'started'); });
  await attempt('iframe', () => new Promise(r => { const f = document.createElement('iframe'); f.src = H+'/iframe'; f.onload = () => r('loaded'); document.body.append(f); setTimeout(() => r('timeout'), 800); }));
  await attempt('style', async () => { const l = document.createElement('link'); l.rel = 'stylesheet'; l.href = H+'/css'; document.head.append(l); return wait(300, 'tried'); });
  await attempt('script', async () => { const s = document.createElement('script'); s.src = H+'/js'; document.head.append(s); return wait(300, 'tried'); });
  for (const rel of ['preconnect', 'dns-prefetch', 'prefetch', 'prerender', 'modulepreload', 'icon'])
    await attempt(rel, async () => { const l = document.createElement('link'); l.rel = rel; l.href = H+'/'+rel; document.head.append(l); return wait(150, 'tried'); });
  await attempt('worker', () => new Promise(r => { const w = new Worker(URL.createObjectURL(new Blob(["fetch('"+H+"/worker',{mode:'no-cors'}).then(()=>postMessage('ok')).catch(()=>postMessage('error'))"]))); w.onmessage = e => r(e.data); w.onerror = () => r('error'); setTimeout(() => r('timeout'), 800); }));
  await attempt('inline', async () => { const s = document.createElement('script'); s.textContent = "new Image().src='"+H+"/inline'"; document.head.append(s); return wait(200, 'tried'); });
  // What a map pack could bring: a picture that refers elsewhere, vector tiles whose names are markup, errors.
  for (const kind of [0, 1, 2, 3]) await attempt('tile ' + kind, async () => {
    const answer = await fetch('pack://map/tiles/1/0/1/' + (kind & 1) + '/' + (kind >> 1)), blob = await answer.blob();
    await createImageBitmap(blob).catch(() => null);
    await new Promise(r => { const i = new Image(); i.onload = i.onerror = r; i.src = answer.url; document.body.append(i); setTimeout(r, 300); });
    return blob.type;
  });
  await attempt('form', async () => { const f = document.createElement('form'); f.action = H+'/form'; f.target = '_blank'; document.body.append(f); f.submit(); return wait(300, 'tried'); });
  await attempt('popup', async () => { window.open(H+'/popup'); return wait(300, 'tried'); });
  await attempt('navigate', async () => { setTimeout(() => { location.href = H+'/nav'; }, 0); return 'tried'; });
  channel.objects.bridge.pick(JSON.stringify(out).slice(0, 190));
});
