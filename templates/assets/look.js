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

document.addEventListener("DOMContentLoaded", () => {
  for (const control of document.querySelectorAll("[data-needs-script]")) control.hidden = false;
  for (const key of KEYS) show(key, kept(key));
});
