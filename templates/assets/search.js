// 站内搜索：索引按两个字一对分成许多小文件，用到哪个取哪个；要显示的那几页，再到原文里核对一遍。
// 没有脚本时，搜索页写着按栏目怎么找。
const FEW = 8;
const AROUND = 36;
const form = document.getElementById("search");
const box = form.elements.q;
const told = document.getElementById("told");
const list = document.getElementById("found");
const more = document.getElementById("more");
const sorts = document.getElementById("sorts");
const loaded = new Map();
let turn = 0;
let show = null;

function load(path, as = "json") {
  if (!loaded.has(path)) {
    loaded.set(path, fetch(path).then((answer) => {
      if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
      return answer[as]();
    }));
  }
  return loaded.get(path);
}

// 和做索引时一样：全角变半角，大写变小写，标点变空格
const fold = (text) => text.normalize("NFKC").toLowerCase().replace(/[^\p{L}\p{N}]/gu, " ");

function pairsOf(run) {
  const letters = [...run];
  return letters.slice(1).map((letter, index) => letters[index] + letter);
}

function numbersOf(text, digits) {
  const found = [];
  let number = -1;
  for (const sign of text) {
    if (sign === "~") number += digits.length;
    else found.push(number += digits.indexOf(sign) + 1);
  }
  return found;
}

// 一对字在哪些页：[任何地方, 标题, 概述]，每样是页号的集合
async function placesOf(pair, about) {
  const [first, second] = [...pair].map((letter) => letter.codePointAt(0));
  const slot = (first * 31 + second) % about.slots;
  const spread = about.slots / about.files;
  const file = Math.floor(slot / spread);
  const parts = await load(`/search/pairs/${file}.json`);
  const places = [new Set(), new Set(), new Set()];
  about.starts.forEach((start, group) => {
    const kept = parts[group * spread + slot - file * spread][pair];
    (typeof kept === "string" ? [kept] : kept || []).forEach((text, which) => {
      for (const number of numbersOf(text, about.digits)) places[which].add(start + number);
    });
  });
  return places;
}

const inAll = (sets) => new Set([...sets[0] || []].filter((number) => sets.every((set) => set.has(number))));

// 一段字在哪些页、排第几等：标题里的先，概述里的后，正文里的再后
async function ranked(run, about) {
  const places = await Promise.all(pairsOf(run).map((pair) => placesOf(pair, about)));
  const found = new Map();
  for (const number of inAll(places.map((each) => each[0]))) found.set(number, 1);
  for (const number of inAll(places.map((each) => each[2]))) found.set(number, 2);
  for (const number of inAll(places.map((each) => each[1]))) found.set(number, 4);
  if (/^[a-z]{2,}$/.test(run)) {
    const initials = await Promise.all(pairsOf(run.toUpperCase()).map((pair) => placesOf(pair, about)));
    for (const number of inAll(initials.map((each) => each[0]))) if (!found.has(number)) found.set(number, 3);
  }
  return found;
}

async function candidates(runs, about) {
  const each = await Promise.all(runs.map((run) => ranked(run, about)));
  const numbers = [...each[0].keys()].filter((number) => each.every((found) => found.has(number)));
  const weight = (number) => each.reduce((sum, found) => sum + found.get(number), 0);
  return numbers.map((number) => [weight(number), number]).sort((a, b) => b[0] - a[0] || a[1] - b[1]).map((pair) => pair[1]);
}

// 整段的一处也没有时：有其中一半以上的，有得多的先
async function nearby(runs, about) {
  const weights = new Map();
  const counts = new Map();
  const pairs = runs.flatMap(pairsOf);
  for (const pair of pairs) {
    const [all, title] = await placesOf(pair, about);
    for (const number of all) {
      counts.set(number, (counts.get(number) || 0) + 1);
      weights.set(number, (weights.get(number) || 0) + (title.has(number) ? 3 : 2));
    }
  }
  const near = [...weights].filter(([number]) => counts.get(number) * 2 >= pairs.length);
  return near.sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, FEW).map((pair) => pair[0]);
}

async function aboutIndex() {
  const about = await load("/search/index.json");
  if (!about.starts) {
    let number = 0;
    about.starts = [];
    about.sorts = [];
    for (const group of about.groups) {
      about.starts.push(number);
      for (const [sort, count] of group) {
        about.sorts.push([number, sort]);
        number += count;
      }
    }
  }
  return about;
}

const sortOf = (number, about) => about.sorts.findLast(([start]) => start <= number)[1];

async function pageOf(number, about) {
  const shard = await load(`/search/pages/${Math.floor(number / about.shard)}.json`);
  const [route, title, sort, day, initials = ""] = shard[number % about.shard];
  return { route, title, sort, day, initials };
}

async function textOf(route) {
  const [path, anchor] = route.split("#");
  const page = new DOMParser().parseFromString(await load(path, "text"), "text/html");
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
    for (const unit of fold(letter)) {
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

function marked(target, text, spots) {
  let place = 0;
  for (const [start, end] of spots) {
    if (start < place) continue;
    const mark = document.createElement("mark");
    mark.textContent = text.slice(start, end);
    target.append(text.slice(place, start), mark);
    place = end;
  }
  target.append(text.slice(place));
}

function snippet(text, runs) {
  const first = spotsOf(text, runs)[0];
  const start = Math.max(0, (first ? first[0] : 0) - AROUND);
  const piece = text.slice(start, start + 3 * AROUND);
  const line = document.createElement("p");
  line.className = "small";
  if (start) line.append("…");
  marked(line, piece, spotsOf(piece, runs));
  if (start + 3 * AROUND < text.length) line.append("…");
  return line;
}

// 原文里真有这些字才算；首字母找到的（ycsp）不在原文里，看标题就够了
async function entry(number, runs, about, strict = true) {
  const page = await pageOf(number, about);
  const text = await textOf(page.route);
  const all = fold(`${page.title} ${text}`);
  const letters = runs.filter((run) => !all.includes(run));
  if (strict && letters.some((run) => !page.initials.includes(run.toUpperCase()))) return null;
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = page.route;
  marked(link, page.title, spotsOf(page.title, runs));
  const head = document.createElement("h2");
  head.className = "row-title";
  head.append(link);
  const kind = document.createElement("p");
  kind.className = "small soft";
  kind.textContent = page.day ? `${page.sort}，${page.day}年` : page.sort;
  item.append(head, kind, snippet(text, runs));
  return item;
}

function choices(numbers, about, chosen) {
  const counts = new Map();
  for (const number of numbers) {
    const sort = sortOf(number, about);
    counts.set(sort, (counts.get(sort) || 0) + 1);
  }
  sorts.replaceChildren(...[["全部", numbers.length], ...counts].map(([sort, count]) => {
    const choice = document.createElement("button");
    choice.type = "button";
    choice.textContent = `${sort} ${count}`;
    choice.setAttribute("aria-pressed", String(chosen === (sort === "全部" ? "" : sort)));
    choice.addEventListener("click", () => search(sort === "全部" ? "" : sort));
    return choice;
  }));
  sorts.hidden = counts.size < 2;
}

async function search(sort = "") {
  const mine = turn += 1;
  const asked = box.value.trim();
  const runs = fold(asked).split(" ").filter(Boolean);
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
    const every = await candidates(long, about);
    const wanted = sort ? every.filter((number) => sortOf(number, about) === sort) : every;
    if (mine !== turn) return;
    choices(every, about, sort);
    let place = 0;
    let none = 0;
    show = async () => {
      more.hidden = true;
      let shown = 0;
      while (shown < FEW && place < wanted.length) {
        const some = wanted.slice(place, place + FEW - shown);
        const items = await Promise.all(some.map((number) => entry(number, runs, about)));
        if (mine !== turn) return;
        place += some.length;
        const right = items.filter(Boolean);
        none += items.length - right.length;
        shown += right.length;
        list.append(...right);
      }
      const count = wanted.length - none;
      more.hidden = place >= wanted.length;
      if (count) {
        told.textContent = `“${asked}”找到${place < wanted.length && none ? "约" : ""}${count}处。`;
        return;
      }
      const near = await nearby(long, about);
      const items = await Promise.all(near.map((number) => entry(number, long.flatMap(pairsOf), about, false)));
      if (mine !== turn) return;
      told.textContent = items.length
        ? `没有找到整个的“${asked}”。下面这些有其中几个字：`
        : `没有找到“${asked}”。换个说法，或者按下面的栏目找。`;
      list.append(...items);
    };
    await show();
  } catch {
    if (mine === turn) told.textContent = "搜索用不了：索引取不下来。请按下面的栏目找。";
  }
}

let waiting = 0;
form.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(waiting); // 按了回车，就不用再等打完字
  search();
});
box.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(search, 150);
});
more.addEventListener("click", () => show?.());
const given = new URLSearchParams(location.search);
box.value = given.get("q") || "";
if (box.value) search(given.get("sort") || "");
