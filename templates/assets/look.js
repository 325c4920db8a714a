// 渐进增强：记住关怀版、深色、高对比；接通打印按钮。没有它，页面照样能读。
// 写在样式表前面、async：下载、解析、画，谁也不等它。浏览器存着它的时候，它和样式表一起到；
// 万一晚一点，样式表让字最多等0.3秒（见 site.css 的 wait），所以翻页不闪，字也不跳。
const root = document.documentElement;
const KEYS = ["view", "theme", "contrast"];
// 万一来晚了（已经画过），就不再动标题的换行，免得字在眼前跳
const late = performance.getEntriesByName("first-contentful-paint").length > 0;

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

// 从别处的 #care 进来的，也算选了关怀版：下一页还在
if (location.hash === "#care") keep("view", "care");
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
const TITLES = ".brand > :last-child, main :is(h1, h2, h3, h4, .items a, .rows--item a, .rows--link a, th a):not(.phrased)";
const words = !late && globalThis.Intl?.Segmenter && new Intl.Segmenter("zh", { granularity: "word" });

function phrase(titles) {
  for (const title of titles) {
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

// 该打开的折叠，新浏览器照样式表打开（::details-content）；老的不会，就替它打开
const unfolds = globalThis.CSS?.supports?.("selector(::details-content)");

function unfold(which) {
  if (unfolds) return;
  for (const fold of document.querySelectorAll(which)) fold.open = true;
}

addEventListener("beforeprint", () => unfold("details"));

function ready() {
  for (const key of KEYS) show(key, kept(key));
  if (root.dataset.view !== "care") unfold(".fold-care");
  if (root.clientWidth >= 720) unfold(".fold-phone");
  if (words) phrase(document.querySelectorAll(TITLES));
}

// 页面还在来：每次要画以前，先分好已经来了的标题；最后一个可能还没来全，下次再分
function turn() {
  if (document.readyState !== "loading") return;
  phrase([...document.querySelectorAll(TITLES)].slice(0, -1));
  requestAnimationFrame(turn);
}

if (document.readyState === "loading") {
  document.addEventListener("DOMContentLoaded", ready);
  if (words) requestAnimationFrame(turn);
} else ready();
