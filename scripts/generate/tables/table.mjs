/** A Markdown table; the first of `rows` is its head. */
export function table([head, ...rows]) {
  const line = (cells) => `|${cells.map((cell) => (cell === "" ? " " : ` ${cell} `)).join("|")}|`;
  return [line(head), `|${"---|".repeat(head.length)}`, ...rows.map(line)].join("\n");
}

/** 1,404, or 0.07 where it is less than ten. */
export function figure(value) {
  return value.toLocaleString("en", {
    maximumFractionDigits: value < 10 ? 2 : value < 100 ? 1 : 0,
  });
}

/** A figure and whether it is what was aimed at. */
export function against(value, { least, most }) {
  const kept = least === undefined ? value <= most : value >= least;
  const goal = least === undefined ? `at most ${figure(most)}` : `at least ${figure(least)}`;
  return `${figure(value)} (goal ${goal} ${kept ? "✓" : "✗"})`;
}
