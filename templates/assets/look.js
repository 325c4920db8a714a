// 渐进增强：记住关怀版、深色、高对比；接通打印按钮。没有它，页面照样能读。
// 放在 head 里、不延迟：先定好样子再画，翻页不闪。
const root = document.documentElement;
const KEYS = ["view", "theme", "contrast"];

function kept(key) {
  try { return localStorage.getItem(key) || ""; } catch { return ""; }
}

function keep(key, value) {
  try { localStorage.setItem(key, value); } catch { /* 浏览器不让存，就只管这一页 */ }
}

function show(key, value) {
  if (value) root.dataset[key] = value; else delete root.dataset[key];
  for (const control of document.querySelectorAll(`button[data-set^="${key}="]`)) {
    control.setAttribute("aria-pressed", String(control.dataset.set === `${key}=${value}`));
  }
}

root.dataset.script = "on";
for (const key of KEYS) show(key, kept(key));

document.addEventListener("click", (event) => {
  if (event.target.closest("[data-print]")) print();
  const control = event.target.closest("[data-set]");
  if (!control) return;
  event.preventDefault();
  const [key, value] = control.dataset.set.split("=");
  const next = root.dataset[key] === value ? "" : value;
  show(key, next);
  keep(key, next);
  // 从 #care 进来的，退出时连地址一起退
  if (key === "view" && !next && location.hash === "#care") location.hash = "top";
});

// 标题在词和词之间换行。浏览器分不了词，就照字换行
function phrase() {
  if (!globalThis.Intl?.Segmenter) return;
  const words = new Intl.Segmenter("zh", { granularity: "word" });
  for (const title of document.querySelectorAll("main :is(h1, h2, h3, h4, .items a, .rows--item a, .rows--link a, th a)")) {
    const walker = document.createTreeWalker(title, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) texts.push(walker.currentNode);
    for (const text of texts) {
      for (const { segment, index, isWordLike } of [...words.segment(text.data)].reverse()) {
        // 引号前可以换，引号里不换；一个字的词（性、费、证）跟着前面走，括号、书名号跟着后面走，
        // 字和数之间不换：那里有浏览器留的一点空
        const before = text.data.slice(0, index);
        const word = isWordLike && segment.length > 1 && !/[（《〔“]$|“[^”]*$|[0-9A-Za-z]$/.test(before) && !/^[0-9A-Za-z]/.test(segment);
        if (!before || !(word || segment === "“")) continue;
        text.splitText(index).before(document.createElement("wbr"));
      }
    }
    title.classList.add("phrased");
  }
}

document.addEventListener("DOMContentLoaded", () => {
  phrase();
  for (const control of document.querySelectorAll("[data-needs-script]")) control.hidden = false;
  for (const key of KEYS) show(key, kept(key));
});
