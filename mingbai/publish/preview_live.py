"""What the preview adds to a page: a script that reloads it when the site has changed, and an overlay for mistakes.

Law: the server tells a state, never a command. A page knows which version of the site it was written for; told of
another one, it reloads. So nothing is missed by a page that slept, was loaded in between, or outlived the server.
The overlay lives in a shadow tree: neither it nor the page's style can spoil the other. A hidden tab holds no
connection, because a browser has but six for one host.
"""

SCRIPT = r"""// 预览时加进页面的脚本：网站变了就翻新，有错就说。发布的网站里没有它。
(() => {
  "use strict";
  const own = document.currentScript.dataset;
  const SPOT = "mingbai:spot";
  const here = location.pathname + location.search;
  let source = null;
  let told = "";
  const { dialog, title, lead, list, badge, halt, styled } = overlay();

  // 翻新，停在原来的地方
  function renew() {
    stop();
    try { sessionStorage.setItem(SPOT, JSON.stringify([here, scrollX, scrollY])); } catch { /* 存不了就从头看 */ }
    location.reload();
  }

  function settle() {
    try {
      const [page, left, top] = JSON.parse(sessionStorage.getItem(SPOT)) || [];
      if (page === here) scrollTo({ left, top, behavior: "instant" });
    } catch { /* 没有存过 */ }
  }

  settle();
  addEventListener("load", () => {
    settle();
    try { sessionStorage.removeItem(SPOT); } catch { /* 没有存过 */ }
  });

  // 听
  function listen() {
    if (source || document.hidden) return;
    source = new EventSource("/__mingbai__/events");
    source.onopen = () => { halt.hidden = true; };
    source.onmessage = (event) => take(event.data);
    source.onerror = () => {
      const mute = source;
      setTimeout(() => {
        if (mute !== source || mute.readyState === EventSource.OPEN) return;
        halt.hidden = false;
        if (mute.readyState === EventSource.CLOSED) { stop(); listen(); }
      }, 2000);
    };
  }

  function stop() {
    if (source) source.close();
    source = null;
  }

  function take(text) {
    const state = JSON.parse(text);
    if (state.version !== own.version) renew();
    else if (text !== told) show(state);
    told = text;
  }

  document.addEventListener("visibilitychange", () => (document.hidden ? stop() : listen()));
  addEventListener("pagehide", stop);
  addEventListener("pageshow", listen);
  listen();

  // 说
  function show(state) {
    if ("report" in own) return;
    title.textContent = state.title;
    lead.textContent = state.stops ? "页面还是上一次的样子。改好、存盘，这里自己会消失。" : "提醒不影响发布。";
    list.innerHTML = state.list;
    badge.textContent = state.title;
    badge.hidden = !state.title;
    badge.classList.toggle("stops", state.stops);
    dialog.classList.toggle("stops", state.stops);
    styled.then(() => {
      if (!state.stops) dialog.close();
      else if (!dialog.open) dialog.showModal();
      for (const trace of list.querySelectorAll(".trace")) trace.scrollTop = trace.scrollHeight;
    });
  }

  function overlay() {
    const host = document.createElement("mingbai-live");
    const shadow = host.attachShadow({ mode: "open" });
    shadow.innerHTML = `<link rel="stylesheet" href="/__mingbai__/live.css">
      <div class="corner">
        <span class="halt" role="status" hidden>预览停了</span>
        <button type="button" class="badge" hidden></button>
      </div>
      <dialog role="alertdialog" aria-modal="true" aria-labelledby="title" aria-describedby="lead">
        <div class="box">
          <header>
            <div aria-live="polite"><h1 id="title"></h1><p id="lead" class="lead"></p></div>
            <button type="button" class="close" autofocus>知道了<kbd>Esc</kbd></button>
          </header>
          <div class="list" role="region" aria-label="问题" tabindex="0"></div>
        </div>
      </dialog>`;
    const find = (selector) => shadow.querySelector(selector);
    const [link, dialog, title, lead, list, badge, halt] =
      ["link", "dialog", "h1", ".lead", ".list", ".badge", ".halt"].map(find);
    const styled = new Promise((done) => { link.onload = link.onerror = done; });
    find(".close").addEventListener("click", () => dialog.close());
    badge.addEventListener("click", () => dialog.showModal());
    dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
    document.documentElement.append(host);
    return { dialog, title, lead, list, badge, halt, styled };
  }
})();
"""

STYLE = r"""/* 预览的样式：浮层在自己的影子树里，没做成时的那一页也用它。颜色跟着页面的深浅走。 */
:host, .report {
  --paper:#fff; --wash:#f1f5f6; --rule:#c8d4d8; --edge:#5f727a; --ink:#13212a; --ink-2:#40505a;
  --signal:#9e1a12; --signal-wash:#fbeeec; --on-signal:#fff; --care:#6b4600; --care-wash:#fff3d9; --focus:#13212a;
  --code:ui-monospace, "Cascadia Mono", Consolas, "Noto Sans Mono CJK SC", "Microsoft YaHei", monospace;
}
@supports (color:light-dark(#fff, #000)) {
  :host, .report {
    --paper:light-dark(#fff, #0e1619); --wash:light-dark(#f1f5f6, #162125);
    --rule:light-dark(#c8d4d8, #34464c); --edge:light-dark(#5f727a, #84999f);
    --ink:light-dark(#13212a, #e9eff0); --ink-2:light-dark(#40505a, #b6c4c8);
    --signal:light-dark(#9e1a12, #ff9f94); --signal-wash:light-dark(#fbeeec, #3a1b19);
    --on-signal:light-dark(#fff, #2a0705);
    --care:light-dark(#6b4600, #efc77a); --care-wash:light-dark(#fff3d9, #33270d); --focus:light-dark(#13212a, #fff);
  }
}
:host {all:initial; color-scheme:inherit}
:host, .report body {
  font:400 max(16px, .89rem)/1.65 "PingFang SC", "HarmonyOS Sans SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif;
  color:var(--ink); text-autospace:normal; overflow-wrap:anywhere;
}
.report {color-scheme:light dark}
.report body {margin:0; background:var(--paper); border-top:6px solid var(--signal)}
.report main {max-width:54rem; margin:0 auto; padding:clamp(16px, 5vw, 56px)}
*, ::before {box-sizing:border-box}
[hidden] {display:none !important}
h1, p, ol, pre {margin:0; padding:0}
h1 {font-size:1.5em; line-height:1.35; color:var(--signal)}
.lead {color:var(--ink-2)}
.report .lead {margin-bottom:1.5em}
:focus-visible {outline:3px solid var(--focus); outline-offset:3px}

dialog {
  width:min(54rem, 100vw - 2rem); max-width:none; max-height:min(86vh, 60rem); padding:0; margin:auto; border:0;
  border-top:6px solid var(--care); border-radius:3px; background:var(--paper); color:var(--ink);
  box-shadow:0 0 0 1px var(--rule), 0 24px 64px #0008; overflow:hidden;
}
dialog.stops {border-color:var(--signal)}
dialog:not(.stops) h1 {color:var(--care)}
dialog[open] {display:flex}
dialog::backdrop {background:#0b141899}
.box {display:flex; flex-direction:column; min-height:0; width:100%}
header {display:flex; flex-wrap:wrap; gap:.75em 1.5em; align-items:flex-start; justify-content:space-between}
header {padding:1.1em 1.5em 1em; border-bottom:1px solid var(--rule)}
.list {overflow:auto; padding:0 1.5em; overscroll-behavior:contain}
.list:focus-visible {outline-offset:-3px}
button {min-height:44px; padding:0 1.1em; border:1px solid var(--edge); border-radius:3px; font:inherit; cursor:pointer}
.close {display:flex; gap:.7em; align-items:center; background:var(--paper); color:var(--ink)}
.close:hover {background:var(--wash)}
kbd {padding:0 .45em; border:1px solid var(--rule); border-radius:3px; font:.8em/1.6 var(--code); color:var(--ink-2)}

.problems {list-style:none}
.problems > li, .fault {padding:1.15em 0 1.25em}
.problems > li + li, .fault + .problems {border-top:1px solid var(--rule)}
.what {font-weight:700}
.tag {
  display:inline-block; margin-right:.35em; padding:0 .5em; border-radius:3px; font-size:.875em;
  background:var(--signal); color:var(--on-signal);
}
.warning .tag {background:var(--care-wash); color:var(--care); box-shadow:inset 0 0 0 1px var(--care)}
.where {font-family:var(--code); font-size:.9375em; color:var(--ink-2)}
.where small {margin-left:.6em; font-size:.875em; white-space:nowrap}
.source, .trace {
  margin:.5em 0; padding:.45em .8em; background:var(--wash); border-radius:3px; overflow:auto;
  font:.9375em/1.6 var(--code); white-space:pre-wrap;
}
.trace {max-height:22em; white-space:pre; overflow-wrap:normal; tab-size:4}
.number {margin-right:.8em; padding-right:.8em; border-right:1px solid var(--rule); color:var(--ink-2)}
.number {user-select:none}
mark {background:var(--signal-wash); color:inherit; box-shadow:0 2px var(--signal)}
.warning mark {background:var(--care-wash); box-shadow:0 2px var(--care)}
.hint b {margin-right:.5em; color:var(--ink-2)}

.corner {position:fixed; right:16px; bottom:16px; z-index:2147483647; display:flex; gap:8px; align-items:center}
.badge, .halt {border-color:var(--care); background:var(--care-wash); color:var(--care); font-weight:700}
.badge {box-shadow:0 2px 12px #0004}
.badge.stops {border-color:var(--signal); background:var(--signal); color:var(--on-signal)}
.halt {padding:.55em 1.1em; border:1px solid; border-radius:3px}
@media print {:host {display:none !important}}
"""
