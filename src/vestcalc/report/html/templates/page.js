"use strict";
// Looks up the engine's figures for the day chosen, and multiplies by the price typed in, exactly. No other arithmetic is done here.
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const range = document.getElementById("range");
  if (!range) return;
  const NAMES = ["granted", "vested", "unvested", "pending", "exercisable", "next", "cost"];
  const field = document.getElementById("day");
  const all = (what) => Array.from(document.querySelectorAll(what));

  // Days: the number of an ISO day and back.
  const number = (iso) => {
    const [year, month, day] = iso.split("-").map(Number);
    return new Date(0).setUTCFullYear(year, month - 1, day) / 864e5;
  };
  const iso = (days) => new Date(days * 864e5).toISOString().slice(0, 10);
  const last = (steps, day) => {
    let low = 0, high = steps.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (steps[middle][0] <= day) low = middle; else high = middle - 1;
    }
    return steps[low];
  };

  // Money: whole numbers over a power of ten, never a binary fraction.
  const decimal = (text) => {
    const match = /^\$?\s*(\d{1,3}(?:,\d{3})+|\d+)?(?:\.(\d+))?$/.exec(text.trim());
    if (!match || (match[1] === undefined && match[2] === undefined) || text.length > 40) return null;
    const part = match[2] || "";
    return { top: BigInt((match[1] || "").replaceAll(",", "") + part), places: part.length };
  };
  const minus = (one, other) => {
    const places = Math.max(one.places, other.places);
    const scaled = (value) => value.top * 10n ** BigInt(places - value.places);
    const top = scaled(one) - scaled(other);
    return { top: top > 0n ? top : 0n, places };
  };
  const grouped = (digits) => digits.replace(/\B(?=(\d{3})+$)/g, ",");
  const times = (portion, gain) => {
    const [count, parts] = portion.split("/").map(BigInt);
    let top = count * gain.top, bottom = parts * 10n ** BigInt(gain.places), places = 0;
    let rest = bottom, common = top;
    while (rest) [common, rest] = [rest, common % rest];
    if (common) { top /= common; bottom /= common; }
    let twos = 0, fives = 0, left = bottom;
    while (left % 2n === 0n) { left /= 2n; twos += 1; }
    while (left % 5n === 0n) { left /= 5n; fives += 1; }
    if (left === 1n) {
      places = Math.max(twos, fives, 2);
      top = top * 10n ** BigInt(places) / bottom;
    } else { // no end: half to even, to the cent
      places = 2;
      const scaled = top * 100n, twice = scaled % bottom * 2n;
      top = scaled / bottom;
      if (twice > bottom || (twice === bottom && top % 2n === 1n)) top += 1n;
    }
    const digits = top.toString().padStart(places + 1, "0");
    return grouped(digits.slice(0, -places)) + "." + digits.slice(-places);
  };

  // What is on the page, found once.
  const cells = new Map();
  for (const cell of all("[data-fig]")) {
    const key = cell.dataset.fig;
    if (!cells.has(key)) cells.set(key, []);
    cells.get(key).push(cell);
  }
  const charts = all("svg.chart").map((svg) => ({
    line: svg.querySelector(".as-of"), first: number(svg.dataset.first),
    days: Number(svg.dataset.days), left: Number(svg.dataset.left), plot: Number(svg.dataset.plot),
  }));
  const vests = all("tr[data-since]"), days = all("[data-day]"), sums = all("[data-total]");
  const expired = new Map(all("[data-expired]").map((one) => [one.dataset.expired, one]));
  const prices = new Map(), start = number(data.first), end = number(data.last);
  const changes = [...new Set(data.awards.flatMap((award) => award.steps.map((step) => step[0])))].sort();
  let today = data.day;
  const put = (key, text) => { for (const cell of cells.get(key) || []) if (cell.textContent !== text) cell.textContent = text; };

  const values = () => {
    for (const award of data.awards) {
      const price = prices.get(award.issuer), strike = award.strike === null ? null : decimal(award.strike);
      const portion = last(award.steps, today)[2];
      put(award.id + " value", price && strike && portion !== null ? times(portion, minus(price, strike)) : "–");
    }
  };
  const show = (day) => {
    today = day;
    for (const award of data.awards) {
      const step = last(award.steps, day);
      NAMES.forEach((name, place) => put(award.id + " " + name, step[1][place]));
      if (expired.has(award.id)) expired.get(award.id).hidden = !step[3];
    }
    if (sums.length) last(data.totals, day)[1].forEach((text, place) => { sums[place].textContent = text; });
    for (const row of vests) {
      const done = row.dataset.since <= day;
      if (row.classList.toggle("done", done) === done) row.lastElementChild.textContent = done ? "vested" : "to come";
    }
    for (const chart of charts) {
      const along = Math.min(Math.max(number(day) - chart.first, 0), chart.days);
      chart.line.setAttribute("transform", `translate(${(chart.left + chart.plot * along / chart.days).toFixed(2)} 0)`);
    }
    for (const one of days) one.textContent = day;
    range.value = String(number(day) - start);
    range.setAttribute("aria-valuetext", day);
    if (field.value !== day) field.value = day;
    values();
  };
  const tell = () => {
    const told = data.awards.length === 1 ? last(data.awards[0].steps, today)[1][1] : last(data.totals, today)[1][1];
    document.getElementById("told").textContent = `As of ${today}: ${told} vested`;
  };

  range.min = "0";
  range.max = String(end - start);
  range.addEventListener("input", () => show(iso(start + Number(range.value))));
  range.addEventListener("change", tell);
  field.addEventListener("change", () => {
    if (!field.value) { field.value = today; return; }
    show(iso(Math.min(Math.max(number(field.value), start), end)));
    tell();
  });
  const jump = (day) => { if (day && day >= data.first && day <= data.last) { show(day); tell(); } };
  document.getElementById("back").addEventListener("click", () => jump(changes.filter((day) => day < today).pop()));
  document.getElementById("on").addEventListener("click", () => jump(changes.find((day) => day > today)));
  for (const box of all("input.price")) {
    const read = () => {
      const price = box.value.trim() === "" ? undefined : decimal(box.value);
      const bad = price === null;
      box.setAttribute("aria-invalid", String(bad));
      document.getElementById(box.getAttribute("aria-describedby")).textContent = bad ? "no price; write it as 2.51" : "";
      if (price) prices.set(box.dataset.issuer, price); else prices.delete(box.dataset.issuer);
      values();
    };
    box.addEventListener("input", read);
    read();
  }
  for (const form of all("form.controls")) {
    form.hidden = false;
    form.addEventListener("submit", (event) => event.preventDefault());
  }

  // Rules and their words light one another up, under the pointer and under the focus.
  for (const award of all("article.award")) {
    const light = (event) => {
      const from = event.target.closest("[data-rules], [data-rule]");
      const wanted = from ? (from.dataset.rules || from.dataset.rule).split(" ") : [];
      for (const one of award.querySelectorAll("[data-rules], [data-rule]")) {
        const own = (one.dataset.rules || one.dataset.rule).split(" ");
        one.classList.toggle("lit", own.some((rule) => wanted.includes(rule)));
      }
    };
    const dark = () => { for (const one of award.querySelectorAll(".lit")) one.classList.remove("lit"); };
    award.addEventListener("mouseover", light);
    award.addEventListener("focusin", light);
    award.addEventListener("mouseleave", dark);
    award.addEventListener("focusout", dark);
  }
  let folded = [];
  addEventListener("beforeprint", () => { folded = all("details:not([open])"); for (const one of folded) one.open = true; });
  addEventListener("afterprint", () => { for (const one of folded) one.open = false; });
  show(data.day);
})();
