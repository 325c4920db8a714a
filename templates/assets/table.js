// 表格可排、可筛：给每张 <table data-sort> 的表头装按钮，表前装筛选框。没有脚本时，表还是那张表。
// 表写 data-sort="only" 的只排不筛；列头写 data-sort="no" 的不排，写 data-choose 的可以挑一样；
// 格子里排序用的值写在 data-key，有 time 的看 datetime，挑的时候用的值写在 data-choice。
// 表前空着一个 .sieve，位置先留好，装上以后页面不跳。
const letters = new Intl.Collator("zh-Hans-CN", { numeric: true });
const fold = (text) => text.normalize("NFKC").toLowerCase().replace(/\s+/g, "");

function made(name, attributes = {}, ...inside) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...inside);
  return element;
}

function keyOf(row, column) {
  const cell = row.cells[column];
  return cell.dataset.key || cell.querySelector("time")?.dateTime || cell.textContent.trim();
}

const choiceOf = (cell) => cell.dataset.choice || cell.textContent.trim();

// 一个标签带一个控件
const field = (text, control, kind = "") => made("label", { class: `sieve-field ${kind}` }, made("span", {}, text), control);
const options = (...pairs) => pairs.map(([value, text]) => made("option", { value }, text));

function arm(table) {
  const sorts = table.dataset.sort === "only";
  const body = table.tBodies[0];
  const rows = [...body.rows];
  const heads = [...table.tHead.rows[0].cells];
  const names = heads.map((head) => head.textContent.trim());
  const place = table.previousElementSibling?.matches(".sieve") ? table.previousElementSibling : made("div", { class: "sieve" });
  if (!place.isConnected) table.before(place);

  const status = made("p", { role: "status", class: "small soft" }, `共${rows.length}项。`);
  const words = made("input", { type: "search", autocomplete: "off", maxlength: "40" });
  const columns = heads.map((head, column) => column).filter((column) => heads[column].dataset.sort !== "no");
  const choices = sorts ? [] : heads.map((head, column) => column).filter((column) => "choose" in heads[column].dataset)
    .map((column) => [column, made("select", {}, ...options(["", "全部"], ...counts(column)))]);
  const order = made("select", {}, ...options(["", "原来的次序"], ...columns.flatMap((column) => [
    [`${column} 1`, `${names[column]}，从小到大`],
    [`${column} -1`, `${names[column]}，从大到小`],
  ])));
  let sorted = "";

  function counts(column) {
    const found = new Map();
    for (const row of rows) {
      const text = choiceOf(row.cells[column]);
      found.set(text, (found.get(text) || 0) + 1);
    }
    return [...found].map(([text, count]) => [text, `${text}（${count}）`]);
  }

  function sift() {
    const wanted = words.value.split(/\s+/).map(fold).filter(Boolean);
    for (const row of rows) {
      const text = fold(row.textContent);
      const fits = choices.every(([column, { value }]) => !value || choiceOf(row.cells[column]) === value);
      row.hidden = !(fits && wanted.every((word) => text.includes(word)));
    }
    tell();
  }

  function sort(how) {
    sorted = how;
    order.value = how;
    const [column, way] = how.split(" ").map(Number);
    const after = how ? [...rows].sort((a, b) => way * letters.compare(keyOf(a, column), keyOf(b, column))) : rows;
    body.append(...after);
    heads.forEach((head, each) => {
      if (how && each === column) head.setAttribute("aria-sort", way > 0 ? "ascending" : "descending");
      else head.removeAttribute("aria-sort");
    });
    tell();
  }

  function tell() {
    const shown = rows.filter((row) => !row.hidden).length;
    const all = `共${rows.length}项`;
    const some = shown ? `找到${shown}项，${all}` : `没有对得上的，${all}`;
    const [column, way] = sorted.split(" ").map(Number);
    const by = sorted ? `，按${names[column]}从${way > 0 ? "小到大" : "大到小"}排` : "";
    status.textContent = `${shown < rows.length ? some : all}${by}。`;
  }

  for (const column of columns) {
    const button = made("button", { type: "button" }, ...heads[column].childNodes);
    const up = `${column} 1`;
    const down = `${column} -1`;
    button.addEventListener("click", () => sort(sorted === up ? down : sorted === down ? "" : up));
    // 手机上没有表头按钮，列名还在：读屏软件要念
    heads[column].append(made("span", { class: "sieve-name" }, names[column]), button);
  }
  words.addEventListener("input", sift);
  for (const [, choice] of choices) choice.addEventListener("change", sift);
  order.addEventListener("change", () => sort(order.value));
  if (!sorts) place.append(field("在表里找", words, "sieve-words"));
  for (const [column, choice] of choices) place.append(field(names[column], choice));
  place.append(field("排序", order, "sieve-order"), status);
  table.dataset.sort = "on";
}

for (const table of document.querySelectorAll("table[data-sort]")) arm(table);
