// 站内搜索：问索引（search-index.js）哪些页可能有，要显示的那几条，取来文字核对一遍。
// 取够了还没看完的，就说看到了哪里，再按一下接着找。没有脚本时，搜索页写着按栏目怎么找。
const FOR_PAGE = 50 * KB; // 取一整页来看，至少要还剩这么多
const AROUND = 36;
const CUT = "…"; // 文字太长的，索引里只留开头，用它收尾
const form = document.getElementById("search");
const box = form.elements.q;
const told = document.getElementById("told");
const list = document.getElementById("found");
const more = document.getElementById("more");
const sorts = document.getElementById("sorts");
let turn = 0;
let running = ""; // 正在找、或者已经找完的那一问
let show = null;

// 开头里没有的，取整页来看
async function wholeOf(route) {
  const [path, anchor] = route.split("#");
  const page = new DOMParser().parseFromString(await load(path, String), "text/html");
  const place = (anchor && page.getElementById(anchor)) || page.getElementById("main");
  for (const gone of place.querySelectorAll("script, style, .sr, nav")) gone.remove();
  for (const block of place.querySelectorAll("p, li, dt, dd, td, th, h1, h2, h3, h4, summary")) block.append(" ");
  return place.textContent.replace(/\s+/g, " ").trim();
}

// 折过的字，每个记着它在原文的位置
function folded(text) {
  let plain = "";
  const at = [];
  let place = 0;
  for (const letter of text) {
    for (const unit of letter >= "一" && letter <= "龥" ? letter : fold(letter)) {
      plain += unit;
      for (let n = 0; n < unit.length; n += 1) at.push(place);
    }
    place += letter.length;
  }
  return { plain, at: [...at, place] };
}

function spotsOf(text, runs) {
  const { plain, at } = folded(text);
  const spots = [];
  for (const run of runs) {
    for (let start = plain.indexOf(run); start >= 0; start = plain.indexOf(run, start + run.length)) {
      spots.push([at[start], at[start + run.length - 1] + 1]);
    }
  }
  return spots.sort((a, b) => a[0] - b[0]);
}

function made(tag, given, ...inside) {
  const element = Object.assign(document.createElement(tag), given);
  element.append(...inside);
  return element;
}

function marked(target, text, spots) {
  let place = 0;
  for (const [start, end] of spots) {
    if (start < place) continue;
    target.append(text.slice(place, start), made("mark", { textContent: text.slice(start, end) }));
    place = end;
  }
  target.append(text.slice(place));
  return target;
}

function snippet(text, runs) {
  const first = spotsOf(text, runs)[0];
  const start = Math.max(0, (first ? first[0] : 0) - AROUND);
  const piece = text.slice(start, start + 3 * AROUND);
  const line = marked(made("p", { className: "small" }, start ? "…" : ""), piece, spotsOf(piece, runs));
  if (start + 3 * AROUND < text.length) line.append("…");
  return line;
}

function shown([route, title, sort, day], text, runs) {
  const link = marked(made("a", { href: route }), title, spotsOf(title, runs));
  const kind = made("p", { className: "small soft", textContent: day ? `${sort}，${day}年` : sort });
  return made("li", {}, made("h2", { className: "row-title" }, link), kind, snippet(text, runs));
}

// 文字里真有这些字才算，没有的是 null；首字母找到的（ycsp）不在文字里，看标题就够了。
// 开头里没有、剩下的又不够取整页来看的，是 undefined：还不知道
async function checked(number, runs, about) {
  const row = await rowOf(number, about);
  const [route, title, , , initials, beginning] = row;
  const plain = runs.filter((run) => !initials.includes(run.toUpperCase()));
  const isIn = (text) => plain.every((run) => fold(`${title} ${text}`).includes(run));
  if (isIn(beginning)) return shown(row, beginning, runs);
  if (!beginning.endsWith(CUT)) return null;
  if (left() < FOR_PAGE && !loaded.has(route.split("#")[0])) return undefined;
  const whole = await wholeOf(route);
  return isIn(whole) ? shown(row, whole, runs) : null;
}

function choices(numbers, about, chosen) {
  const counts = new Map();
  for (const number of numbers) {
    const sort = sortOf(number, about);
    counts.set(sort, (counts.get(sort) || 0) + 1);
  }
  sorts.replaceChildren(...[["全部", numbers.length], ...counts].map(([sort, count]) => {
    const choice = made("button", { type: "button", textContent: `${sort} ${count}` });
    choice.setAttribute("aria-pressed", String(chosen === (sort === "全部" ? "" : sort)));
    choice.addEventListener("click", () => search(sort === "全部" ? "" : sort));
    return choice;
  }));
  sorts.hidden = counts.size < 2;
}

// 从第几处起，看到够一页、或者取够了为止
async function look(wanted, from, runs, about) {
  const right = [];
  let place = from;
  while (right.length < FEW) {
    const next = wanted.slice(place, place + FEW - right.length);
    const some = shownAtOnce(next, about);
    if (!some.length) break;
    await Promise.all(some.map((number) => rowOf(number, about)));
    for (const number of some) {
      const item = await checked(number, runs, about);
      if (item === undefined) return { right, place };
      if (item) right.push(item);
      place += 1;
    }
  }
  return { right, place };
}

async function nearest(numbers, runs, about) {
  const rows = await Promise.all(shownAtOnce(numbers, about).map((number) => rowOf(number, about)));
  return rows.map((row) => shown(row, row[5], runs.flatMap(pairsOf)));
}

async function search(sort = "") {
  const mine = turn += 1;
  const asked = box.value.trim();
  running = sort ? "" : asked;
  const runs = wordsOf(asked);
  const looked = runs.join("") === fold(asked).replaceAll(" ", "") ? asked : runs.join(" "); // 去掉了问话的字的，说找了什么
  const long = runs.filter((run) => [...run].length > 1);
  const address = new URLSearchParams(asked ? { q: asked, ...(sort && { sort }) } : {});
  history.replaceState(null, "", asked ? `?${address}` : location.pathname);
  list.replaceChildren();
  more.hidden = true;
  sorts.hidden = true;
  if (!long.length) {
    told.textContent = asked ? "至少写两个字。" : "";
    return;
  }
  told.textContent = "正在找…";
  try {
    const about = await aboutIndex();
    begin();
    const { found, near } = await candidates(long, about);
    const wanted = sort ? found.filter((number) => sortOf(number, about) === sort) : found;
    if (mine !== turn) return;
    choices(found, about, sort);
    let place = 0;
    let count = 0;
    show = async () => {
      more.hidden = true;
      list.ariaBusy = "true";
      const { right, place: end } = await look(wanted, place, runs, about);
      const close = count + right.length ? [] : await nearest(end ? wanted.slice(0, Math.min(end, FEW)) : near(), long, about);
      if (mine !== turn) return;
      if (!count) list.replaceChildren();
      list.append(...right, ...close);
      place = end;
      count += right.length;
      told.textContent = said(looked, { count, place, rest: wanted.length - place, close: close.length, isSure: long.every((run) => [...run].length < 3) });
      more.textContent = right.length ? "再看几条" : "接着找";
      more.hidden = place >= wanted.length;
      list.ariaBusy = "false";
    };
    await show();
  } catch {
    if (mine !== turn) return;
    running = "";
    told.textContent = "搜索用不了：索引取不下来。请按下面的栏目找。";
  }
}

function said(asked, { count, place, rest, close, isSure }) {
  if (count && (!rest || count === place)) return `“${asked}”找到${rest && !isSure ? "约" : ""}${count + rest}处。`;
  if (count) return `“${asked}”找到${count}处。字都有的还有${rest}处，没有看完。`;
  if (rest) return `字都有的有${place + rest}处，看了最像的${place}处，还没有整个的“${asked}”。先看看这些，或者接着找：`;
  return close ? `没有找到整个的“${asked}”。下面这些有其中几个字：` : `没有找到“${asked}”。换个说法，或者按下面的栏目找。`;
}

let waiting = 0;
form.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(waiting); // 按了回车，就不用再等打完字；已经在找的，不再取一遍
  if (!running || running !== box.value.trim()) search();
});
box.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(search, 150);
});
more.addEventListener("click", () => {
  begin();
  show?.();
});
const given = new URLSearchParams(location.search);
box.value = given.get("q") || "";
if (box.value) search(given.get("sort") || "");
else aboutIndex().catch(() => {}); // 人打字的时候先取来
