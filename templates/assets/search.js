// 站内搜索：索引按两个字一对分成许多小文件，用到哪个取哪个；要显示的那几条，再取来文字核对一遍。
// 没有脚本时，搜索页写着按栏目怎么找。
const FEW = 6; // 一次核对几条，有对的就先给人看
const PAIRS = 8; // 一次最多查几对字
const AROUND = 36;
const CUT = "…"; // 文字太长的，索引里只留开头，用它收尾
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

// 页号有两种写法：一个字符管六页，哪页有哪页没有；或者一个一个写，隔几页到下一个
function numbersOf(text, digits) {
  if (text.startsWith(" ")) {
    const sixes = [...text].slice(1).map((sign) => digits.indexOf(sign));
    return sixes.flatMap((six, place) => [0, 1, 2, 3, 4, 5].filter((bit) => (six >> bit) & 1).map((bit) => place * 6 + bit));
  }
  const found = [];
  let number = -1;
  for (const sign of text) {
    if (sign === "~") number += digits.length;
    else found.push(number += digits.indexOf(sign) + 1);
  }
  return found;
}

// 长的一段不必对对都查，隔开取几对就够：对不对，核对的时候都看得出来
function tellingOf(run, most) {
  const pairs = pairsOf(run);
  if (pairs.length <= most) return pairs;
  return Array.from({ length: most }, (_, n) => pairs[Math.round((n * (pairs.length - 1)) / (most - 1))]);
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
async function ranked(run, about, most) {
  const places = await Promise.all(tellingOf(run, most).map((pair) => placesOf(pair, about)));
  const found = new Map();
  for (const number of inAll(places.map((each) => each[0]))) found.set(number, 1);
  for (const number of inAll(places.map((each) => each[2]))) found.set(number, 2);
  for (const number of inAll(places.map((each) => each[1]))) found.set(number, 4);
  if (/^[a-z]{2,}$/.test(run)) {
    const initials = await Promise.all(tellingOf(run.toUpperCase(), most).map((pair) => placesOf(pair, about)));
    for (const number of inAll(initials.map((each) => each[0]))) if (!found.has(number)) found.set(number, 3);
  }
  return found;
}

const mostOf = (runs) => Math.max(2, Math.floor(PAIRS / runs.length));

async function candidates(runs, about) {
  const each = await Promise.all(runs.map((run) => ranked(run, about, mostOf(runs))));
  const numbers = [...each[0].keys()].filter((number) => each.every((found) => found.has(number)));
  const weight = (number) => each.reduce((sum, found) => sum + found.get(number), 0);
  return numbers.map((number) => [weight(number), number]).sort((a, b) => b[0] - a[0] || a[1] - b[1]).map((pair) => pair[1]);
}

// 整段的一处也没有时：有其中一半以上的，有得多的先
async function nearby(runs, about) {
  const [weights, counts] = [new Map(), new Map()];
  const pairs = runs.flatMap((run) => tellingOf(run, mostOf(runs)));
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
  if (about.starts) return about;
  let number = 0;
  about.starts = [];
  about.sorts = [];
  for (const [, , sorts] of about.groups) {
    about.starts.push(number);
    for (const [sort, count] of sorts) {
      about.sorts.push([number, sort]);
      number += count;
    }
  }
  return about;
}

const sortOf = (number, about) => about.sorts.findLast(([start]) => start <= number)[1];

async function pageOf(number, about) {
  const group = about.starts.findLastIndex((start) => start <= number);
  const place = number - about.starts[group];
  const [name, shard] = about.groups[group];
  return (await load(`/search/pages/${name}-${Math.floor(place / shard)}.json`))[place % shard];
}

// 开头里没有的，取整页来看
async function wholeOf(route) {
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

// 文字里真有这些字才算；首字母找到的（ycsp）不在文字里，看标题就够了
async function entry(number, runs, about, strict = true) {
  const [route, title, sort, day, initials, beginning] = await pageOf(number, about);
  const plain = runs.filter((run) => !initials.includes(run.toUpperCase()));
  const isIn = (text) => !strict || plain.every((run) => fold(`${title} ${text}`).includes(run));
  const text = isIn(beginning) || !beginning.endsWith(CUT) ? beginning : await wholeOf(route);
  if (!isIn(text)) return null;
  const link = marked(made("a", { href: route }), title, spotsOf(title, runs));
  const kind = made("p", { className: "small soft", textContent: day ? `${sort}，${day}年` : sort });
  return made("li", {}, made("h2", { className: "row-title" }, link), kind, snippet(text, runs));
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
      while (!shown && place < wanted.length) {
        const some = wanted.slice(place, place + FEW);
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
        const unsure = place < wanted.length && (none || long.some((run) => [...run].length > 2));
        told.textContent = `“${asked}”找到${unsure ? "约" : ""}${count}处。`;
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
else aboutIndex().catch(() => {}); // 人打字的时候先取来
