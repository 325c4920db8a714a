// 站内搜索的索引：按两个字一对分成许多小文件，用到哪个取哪个。问它：哪些页可能有这些字，哪一页要显示的文字是什么。
// 写在 search.js 前面，它直接用这里的名字。一次最多取 BUDGET 个字节，够不够取，先看剩下多少。
const KB = 1_000;
const BUDGET = 98 * KB; // 找一次最多取多少：连打开搜索页时取的一点，不到 100 kB
const FOR_PAIRS = 45 * KB; // 其中查一对对的字最多用多少，剩下的用来核对
const FEW = 6; // 一次给人看几条
const PAIRS = 8; // 一次最多查几对字
const loaded = new Map();
let spent = 0;
const begin = () => { spent = 0; };
const left = () => BUDGET - spent;

function load(path, as = JSON.parse) {
  if (!loaded.has(path)) {
    loaded.set(path, fetch(path).then(async (answer) => {
      if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
      const bytes = await answer.arrayBuffer();
      spent += bytes.byteLength;
      return as(new TextDecoder().decode(bytes));
    }));
    loaded.get(path).catch(() => loaded.delete(path)); // 断了线的，下次再取
  }
  return loaded.get(path);
}

// 和做索引时一样：全角变半角，大写变小写，标点变空格
const fold = (text) => text.normalize("NFKC").toLowerCase().replace(/[^\p{L}\p{N}]/gu, " ");

// 问话的字不是要找的字：“开书店要带什么”找“开书店”。只去掉字，所以有整句的页一页也不少；去光了，就照原样找
const WHAT = "材料|东西|证明|证件?|手续|条件|电话|时间|时候|地[方点]|工作日|点[开关]门|[楼层钱天次家个样元点]";
const DONE = "(?:(?:才?能|可以|会)?(?:开[门放始]|关门|[拿领]到|办[好完]))?";
const ASKING = new RegExp([
  "请问|([能会算行要该用是])不\\1|可不可以|有没有|为什么|[吗呢](?= *$)",
  `(?:一共|大概)?(?:需要|应该|要|得|该)?(?:准备|[带交花等跑用办打是有在])?(?:什么|哪些|啥|(?:的?电话是?)?多少|多久|几(?=[天次楼层家个样元点]))(?:${WHAT})*${DONE}`,
  "(?:应该|要|该)?(?:怎么|怎样|如何)(?:知道|办理?|弄|走|样)?",
  "[在去到是归找由]*哪(?:[里儿]|个?(?:处室|科室|部门|单位|窗口)|(?= *$))(?:可以|能)?(?:[管办]理?|交|领取?|负责)?",
  "[归找问由是]?谁来?(?:[管办]理?|负责|交)?",
].join("|"), "g");
const BEFORE = /^ *(?:我们?)?(?:想要?|要(?![求闻点素件])|打算)?(?:办理|办(?![理公证事件结法]))?/;
const ONE = /(^|[开办演搞租借设有 ])一[家个场张]/g;

function wordsOf(asked) {
  const split = (text) => text.split(" ").filter(Boolean);
  const text = fold(asked);
  const topic = text.replace(ASKING, " ");
  const words = topic === text ? [] : split(topic.replace(BEFORE, " ").replace(ONE, "$1 ")).filter((word) => [...word].length > 1);
  return words.length ? words : split(text);
}

function pairsOf(run) {
  const letters = [...run];
  return letters.slice(1).map((letter, index) => letters[index] + letter);
}

// 页号有两种写法：一个字符管六页，哪页有哪页没有；或者一个一个写，隔几页到下一个
function eachNumber(text, { digits }, tell) {
  let number = -1;
  if (text.startsWith(" ")) {
    for (let place = 1; place < text.length; place += 1) {
      for (let six = digits.get(text[place]), bit = number + 1; six; six >>= 1, bit += 1) if (six & 1) tell(bit);
      number += 6;
    }
    return;
  }
  for (const sign of text) {
    if (sign === "~") number += digits.size;
    else tell(number += digits.get(sign) + 1);
  }
}

// 先查哪几对：每段轮着来，一段里先头、再尾、再中间，隔得越开越说明问题。不必对对都查：对不对，核对的时候看得出来
function tellingOf(runs) {
  const asked = runs.flatMap((run, which) => {
    const kinds = /^[a-z]{2,}$/.test(run) ? [[run, "words"], [run.toUpperCase(), "initials"]] : [[run, "words"]];
    return kinds.map(([text, kind]) => ({ which, kind, pairs: spreadOut(pairsOf(text)) }));
  });
  const rounds = Array.from({ length: PAIRS }, (_, round) => asked.map(({ which, kind, pairs }) => ({ which, kind, pair: pairs[round] })));
  return rounds.flat().filter(({ pair }) => pair).slice(0, PAIRS);
}

function spreadOut(pairs) {
  const order = [0, pairs.length - 1];
  for (let parts = 2; parts < pairs.length * 2; parts *= 2) {
    for (let part = 1; part < parts; part += 2) order.push(Math.round((part * (pairs.length - 1)) / parts));
  }
  return [...new Set(order)].map((place) => pairs[place]);
}

function placeOf(pair, { slots, files }) {
  const [first, second] = [...pair].map((letter) => letter.codePointAt(0));
  const slot = (first * 31 + second) % slots;
  const spread = slots / files;
  return { path: `/search/pairs/${Math.floor(slot / spread)}.json`, slot: slot % spread, spread };
}

// 一对字在哪些页，给那些页各记一笔：任何地方、标题、概述，分开记
async function count(pair, tallies, about) {
  const { path, slot, spread } = placeOf(pair, about);
  const parts = await load(path);
  about.starts.forEach((start, group) => {
    const kept = parts[group * spread + slot][pair];
    (typeof kept === "string" ? [kept] : kept || []).forEach((text, where) => {
      eachNumber(text, about, (number) => { tallies[where][start + number] += 1; });
    });
  });
}

// 剩下的够取前几样：没取过的文件，都先当最重的那么重
function affordable(items, pathOf, left, heaviest) {
  const fresh = new Set();
  const end = items.findIndex((item) => {
    if (!loaded.has(pathOf(item))) fresh.add(pathOf(item));
    return fresh.size * heaviest * KB > left;
  });
  return end < 0 ? items : items.slice(0, end);
}

// 哪些页可能有，像的在先：标题里的最先，再是首字母、概述、正文。够取几个文件，就一起查几对；可能的不多了，就不用再查
async function candidates(runs, about) {
  const telling = tellingOf(runs);
  const blank = () => ({ asked: 0, tallies: [0, 1, 2].map(() => new Uint8Array(about.pages)) });
  const counted = runs.map(() => ({ words: blank(), initials: blank() }));
  let found = [];
  let done = 0;
  while (done < telling.length && (!found.length || found.length > FEW)) {
    const some = affordable(telling.slice(done), ({ pair }) => placeOf(pair, about).path, FOR_PAIRS - spent, about.heaviest.pairs);
    if (!some.length && done) break;
    if (!some.length) some.push(telling[0]);
    await Promise.all(some.map(({ which, kind, pair }) => count(pair, counted[which][kind].tallies, about)));
    for (const { which, kind } of some) counted[which][kind].asked += 1;
    done += some.length;
    found = ranked(counted, about);
  }
  return { found, near: () => nearby(counted, about) };
}

function ranked(counted, about) {
  const found = [];
  for (let number = 0; number < about.pages; number += 1) {
    let weight = 0;
    for (const { words, initials } of counted) {
      const [all, title, summary] = words.tallies.map((tally) => tally[number] === words.asked);
      const short = initials.asked && initials.tallies[0][number] === initials.asked;
      const of = title ? 4 : short ? 3 : summary ? 2 : all ? 1 : 0;
      weight = of && weight >= 0 ? weight + of : -1;
    }
    if (weight > 0) found.push([weight, number]);
  }
  return found.sort((a, b) => b[0] - a[0] || a[1] - b[1]).map((pair) => pair[1]);
}

// 整段的一处也没有时：有其中一半以上的，或者标题里有一些的，有得多的先
function nearby(counted, about) {
  const asked = counted.reduce((sum, { words }) => sum + words.asked, 0);
  const near = [];
  for (let number = 0; number < about.pages; number += 1) {
    const sum = (where) => counted.reduce((all, { words }) => all + words.tallies[where][number], 0);
    if (sum(0) * 2 >= asked || sum(1)) near.push([sum(0) * 2 + sum(1), number]);
  }
  return near.sort((a, b) => b[0] - a[0] || a[1] - b[1]).slice(0, FEW).map((pair) => pair[1]);
}

async function aboutIndex() {
  const about = await load("/search/index.json");
  if (about.starts) return about;
  about.digits = new Map([...about.digits].map((sign, value) => [sign, value]));
  about.pages = 0;
  about.starts = [];
  about.sorts = [];
  for (const [, sorts] of about.groups) {
    about.starts.push(about.pages);
    for (const [sort, count] of sorts) {
      about.sorts.push([about.pages, sort]);
      about.pages += count;
    }
  }
  return about;
}

const sortOf = (number, about) => about.sorts.findLast(([start]) => start <= number)[1];

function rowsOf(number, about) {
  const group = about.starts.findLastIndex((start) => start <= number);
  const place = number - about.starts[group];
  return { path: `/search/pages/${about.groups[group][0]}-${Math.floor(place / about.shard)}.json`, place: place % about.shard };
}

const shownAtOnce = (numbers, about) => affordable(numbers, (number) => rowsOf(number, about).path, left(), about.heaviest.texts);

async function rowOf(number, about) {
  const { path, place } = rowsOf(number, about);
  return (await load(path))[place];
}
