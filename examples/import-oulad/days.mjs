const dayMs = 86_400_000;
const firstMonth = { B: 1, J: 9 };

/**
 * Day 0 of a presentation such as `2013J`, as milliseconds: B courses begin in February, J courses
 * in October.
 */
export function firstDay(presentation) {
  const [, year, letter] = /^(\d{4})([BJ])$/.exec(presentation) ?? [];
  if (letter === undefined) throw new Error(`"${presentation}" is no presentation of the dataset.`);
  return Date.UTC(Number(year), firstMonth[letter], 1);
}

/** The dataset knows days alone, so whatever happened on one is taken for its first instant. */
export function startOfDay(dayZero, day) {
  return new Date(dayZero + Number(day) * dayMs).toISOString();
}

/** A deadline's last millisecond: what was handed in on that day is on time. */
export function endOfDay(dayZero, day) {
  return new Date(dayZero + (Number(day) + 1) * dayMs - 1).toISOString();
}
