// Sort, filter and arrow keys for the table of a course. The page is whole without it.
"use strict";
(() => {
  const table = document.querySelector("table.course");
  const tools = document.getElementById("tools");
  if (!table || !tools) return;
  const body = table.tBodies[0];
  const heads = [...table.tHead.rows[0].cells];
  const rows = [...body.rows];
  const [name, exercise, verdict] = ["name", "exercise", "verdict"].map(id => document.getElementById(`by-${id}`));
  const shown = document.getElementById("shown");
  // The verdict's word: in a large table it is the first part of the cell's label.
  const words = [...verdict.options].map(option => option.value);
  const said = cell => words.find(word => word && cell.ariaLabel?.startsWith(`${word} `))
    ?? cell.querySelector(".unseen")?.textContent.trim() ?? "";
  const points = cell => Number.parseFloat(cell.textContent.replace(said(cell), "").match(/-?\d+(\.\d+)?/)?.[0] ?? "-1");
  const order = new Intl.Collator(document.documentElement.lang, { numeric: true });

  function filter() {
    const wanted = name.value.trim().toLocaleLowerCase();
    const column = Number(exercise.value);
    let count = 0;
    for (const row of rows) {
      const cells = column ? [row.cells[column]] : [...row.cells].slice(2);
      const fits = row.cells[0].textContent.toLocaleLowerCase().includes(wanted)
        && (!verdict.value || cells.some(cell => said(cell) === verdict.value));
      row.hidden = !fits;
      count += fits;
    }
    shown.textContent = shown.dataset.template.replace("{shown}", count).replace("{all}", rows.length);
  }

  function sort(index, button) {
    const ascending = heads[index].ariaSort === "descending" || (index === 0 && heads[0].ariaSort !== "ascending");
    for (const head of heads) head.removeAttribute("aria-sort");
    heads[index].ariaSort = ascending ? "ascending" : "descending";
    for (const other of table.tHead.querySelectorAll(".sort")) other.textContent = "↕";
    button.textContent = ascending ? "↑" : "↓";
    const key = index === 0 ? row => row.cells[0].textContent.trim() : row => points(row.cells[index]);
    const keyed = rows.map(row => [key(row), row]);
    keyed.sort(([a], [b]) => (index === 0 ? order.compare(a, b) : a - b) * (ascending ? 1 : -1));
    body.append(...keyed.map(([, row]) => row));
  }

  // One cell is in the tab order; the arrow keys move it.
  let current = null;
  function enter(cell) {
    const target = cell.querySelector("a") ?? cell;
    if (current) current.tabIndex = -1;
    current = target;
    current.tabIndex = 0;
    current.focus();
  }

  function open(cell) {
    const link = cell.parentElement.cells[0].querySelector("a");
    const place = heads[cell.cellIndex].dataset.id;
    location.href = link.getAttribute("href") + (place ? `#${place}` : "");
  }

  const neighbour = {
    ArrowLeft: cell => cell.previousElementSibling,
    ArrowRight: cell => cell.nextElementSibling,
    ArrowUp: cell => beside(cell, "previousElementSibling"),
    ArrowDown: cell => beside(cell, "nextElementSibling"),
    Home: cell => cell.parentElement.cells[0],
    End: cell => cell.parentElement.cells[cell.parentElement.cells.length - 1],
  };

  function beside(cell, direction) {
    let row = cell.parentElement[direction];
    while (row && row.hidden) row = row[direction];
    return row?.cells[cell.cellIndex];
  }

  heads.forEach((head, index) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "sort";
    button.textContent = "↕";
    button.ariaLabel = tools.dataset.sort.replace("{column}", head.textContent.trim());
    button.addEventListener("click", () => sort(index, button));
    head.append(button);
  });
  for (const link of body.querySelectorAll("a")) link.tabIndex = -1;
  const first = rows[0]?.cells[0].querySelector("a");
  if (first) { current = first; first.tabIndex = 0; }

  body.addEventListener("keydown", event => {
    const cell = event.target.closest("th, td");
    const to = neighbour[event.key]?.(cell);
    if (to) { enter(to); event.preventDefault(); }
    else if (event.key === "Enter" && event.target === cell) open(cell);
  });
  body.addEventListener("click", event => {
    const cell = event.target.closest("td.cell");
    if (cell && !event.target.closest("a")) open(cell);
  });
  document.addEventListener("keydown", event => {
    if (event.key === "/" && !event.target.closest("input, select")) { name.focus(); event.preventDefault(); }
    else if (event.key === "Escape" && event.target === name) { name.value = ""; filter(); }
  });
  for (const control of [name, exercise, verdict]) control.addEventListener("input", filter);
  tools.hidden = false;
  filter();
})();
