// SPDX-License-Identifier: MIT
// The list of all cases, made quick to look through: filters that are kept in the address, sorting, pages, and what is
// left as CSV. It only arranges rows that stand in the page already: without it they are read as they are.
// `./dev script` turns it into case_list_script.inc, which is checked in, so that building csapath needs no npm.

interface Row {
  element?: HTMLTableRowElement; // not there until it is shown, of rows that stand in a noscript
  markup: string; // what it is made of then
  cells: string[];
}

interface View {
  find: string; // part of the id or of the team
  area: string;
  stands: string;
  found: boolean; // only cases with findings
  sort: number; // column, or -1: as the page has them
  down: boolean;
  page: number; // from 0
}

const rowsOfPage = 100;
const idColumn = 0, areaColumn = 1, teamColumn = 2, standsColumn = 5, findingsColumn = 7;

function make<Name extends keyof HTMLElementTagNameMap>(name: Name, text = ""): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  element.textContent = text;
  return element;
}

function readView(address: string): View {
  const [place, query] = address.split("?", 2);
  const given = new URLSearchParams(place === "#cases" ? query : "");
  const number = (name: string, otherwise: number) => {
    const written = given.get(name);
    return written !== null && /^\d{1,6}$/.test(written) ? Number(written) : otherwise;
  };
  return {
    find: given.get("find") ?? "",
    area: given.get("area") ?? "",
    stands: given.get("stands") ?? "",
    found: given.get("found") === "1",
    sort: number("sort", -1),
    down: given.get("down") === "1",
    page: number("page", 1) - 1,
  };
}

function addressOf(view: View): string {
  const query = new URLSearchParams();
  if (view.find) query.set("find", view.find);
  if (view.area) query.set("area", view.area);
  if (view.stands) query.set("stands", view.stands);
  if (view.found) query.set("found", "1");
  if (view.sort >= 0) query.set("sort", String(view.sort));
  if (view.sort >= 0 && view.down) query.set("down", "1");
  if (view.page > 0) query.set("page", String(view.page + 1));
  const written = query.toString();
  return written ? "#cases?" + written : "#cases";
}

// Text that a spreadsheet would take for a formula gets a ' in front, as csapath's own csv-excel has it.
function csvCell(text: string): string {
  const safe = /^'*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/.test(text) ? "'" + text : text;
  return /[",\r\n]|^\s|\s$/.test(safe) ? '"' + safe.replace(/"/g, '""') + '"' : safe;
}

const marks: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };

function textOf(markup: string): string {
  return markup.replace(/<[^>]*>/g, "").replace(/&(amp|lt|gt|quot|#39);/g, (_, mark: string) => marks[mark]);
}

// The browser has not read what is in the noscript, which is what makes a long list quick to open. csapath wrote these
// rows, and all that comes from the data is escaped in them.
function unreadRows(markup: string): Row[] {
  return (markup.match(/<tr><th scope="row">.*?<\/tr>/gs) ?? []).map((row) => ({
    markup: row,
    cells: row.split(/<\/t[hd]>/).slice(0, -1).map(textOf),
  }));
}

const maker = document.createElement("template");
function elementOf(row: Row): HTMLTableRowElement {
  if (!row.element) {
    maker.innerHTML = row.markup;
    row.element = maker.content.firstElementChild as HTMLTableRowElement;
  }
  return row.element;
}

function caseList(section: HTMLElement): void {
  const part = section.querySelector<HTMLElement>(".part");
  const table = part?.querySelector("table");
  const body = table?.tBodies[0];
  if (!part || !table || !body) return;
  const headings = Array.from(table.tHead!.rows[0].cells);
  const titles = headings.map((heading) => heading.textContent ?? "");
  const unread = section.querySelector("noscript");
  const rows: Row[] = Array.from(body.rows, (element): Row => ({
    element,
    markup: "",
    cells: Array.from(element.cells, (cell) => cell.textContent ?? ""),
  })).concat(unreadRows(unread?.textContent ?? ""));
  unread?.remove();
  part.className = "";
  table.caption!.textContent = "Cases";
  let view = readView(location.hash);

  const matching = (): Row[] => {
    const wanted = view.find.toLowerCase();
    const left = rows.filter(
      ({ cells }) =>
        (cells[idColumn].toLowerCase().includes(wanted) || cells[teamColumn].toLowerCase().includes(wanted)) &&
        (!view.area || cells[areaColumn] === view.area) &&
        (!view.stands || cells[standsColumn] === view.stands) &&
        (!view.found || cells[findingsColumn] !== "0"),
    );
    if (view.sort < 0 || view.sort >= titles.length) return left;
    const numbers = headings[view.sort].classList.contains("n");
    const order = (a: Row, b: Row): number => {
      const x = a.cells[view.sort], y = b.cells[view.sort];
      return numbers ? Number(x) - Number(y) : x < y ? -1 : x > y ? 1 : 0;
    };
    return left.sort((a, b) => (view.down ? order(b, a) : order(a, b)));
  };

  // ------------------------------------------------------------------------------------------------------- the controls
  const form = make("form");
  form.className = "filters";
  form.addEventListener("submit", (event) => event.preventDefault());
  const field = (title: string, control: HTMLElement): void => {
    const label = make("label", title + " ");
    label.append(control);
    form.append(label);
  };
  const find = make("input");
  find.type = "search";
  field("Case or team", find);
  const choice = (title: string, column: number): HTMLSelectElement => {
    const select = make("select");
    const known = Array.from(new Set(rows.map((row) => row.cells[column]))).sort();
    select.append(new Option("all", ""), ...known.map((value) => new Option(value, value)));
    field(title, select);
    return select;
  };
  const area = choice("Area", areaColumn), stands = choice("Stands", standsColumn);
  const found = make("input");
  found.type = "checkbox";
  field("Only with findings", found);
  const button = (title: string, act: () => void): HTMLButtonElement => {
    const made = make("button", title);
    made.type = "button";
    made.addEventListener("click", act);
    return made;
  };
  const before = button("Previous page", () => turn(-1)), after = button("Next page", () => turn(1));
  const status = make("p");
  status.setAttribute("role", "status");
  const pages = make("p");
  pages.append(before, " ", after, " ", button("Save as CSV", save));
  part.before(form, status, pages);

  const sorters = headings.map((heading, column) => {
    const sorter = button(titles[column], () => {
      view = { ...view, sort: column, down: view.sort === column && !view.down, page: 0 };
      changed();
    });
    heading.replaceChildren(sorter);
    return heading;
  });

  // --------------------------------------------------------------------------------------------------------- what is seen
  function show(all = false): void {
    const left = matching();
    const last = Math.max(0, Math.ceil(left.length / rowsOfPage) - 1);
    view.page = Math.min(view.page, last);
    const begin = all ? 0 : view.page * rowsOfPage;
    const shown = all ? left : left.slice(begin, begin + rowsOfPage);
    body!.replaceChildren(...shown.map(elementOf));
    status.textContent =
      left.length === 0
        ? `None of ${rows.length} cases is like that.`
        : `Showing ${begin + 1} to ${begin + shown.length} of ${left.length}` +
          (left.length < rows.length ? `, out of ${rows.length} cases.` : " cases.");
    before.disabled = view.page === 0;
    after.disabled = view.page === last;
    find.value = view.find;
    area.value = view.area;
    stands.value = view.stands;
    found.checked = view.found;
    sorters.forEach((heading, column) => {
      if (column === view.sort) heading.setAttribute("aria-sort", view.down ? "descending" : "ascending");
      else heading.removeAttribute("aria-sort");
    });
  }
  function changed(): void {
    history.replaceState(null, "", addressOf(view));
    show();
  }
  function turn(by: number): void {
    view.page = Math.max(0, view.page + by);
    changed();
  }
  function save(): void {
    const lines = [titles, ...matching().map((row) => row.cells)].map((cells) => cells.map(csvCell).join(","));
    const link = make("a");
    link.href = URL.createObjectURL(new Blob(["\ufeff" + lines.join("\r\n") + "\r\n"], { type: "text/csv" }));
    link.download = "cases.csv";
    link.click();
    URL.revokeObjectURL(link.href);
  }

  form.addEventListener("input", () => {
    view = { ...view, find: find.value, area: area.value, stands: stands.value, found: found.checked, page: 0 };
    changed();
  });
  addEventListener("hashchange", () => {
    if (!location.hash.startsWith("#cases")) return;
    view = readView(location.hash);
    show();
  });
  addEventListener("beforeprint", () => show(true));
  addEventListener("afterprint", () => show());
  show();
  if (location.hash.startsWith("#cases?")) section.scrollIntoView();
}

const section = document.getElementById("cases");
if (section) caseList(section);
