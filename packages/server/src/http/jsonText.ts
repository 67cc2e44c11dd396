const dayMs = 86_400_000;
const twoDigits = Array.from({ length: 60 }, (_, n) => String(n).padStart(2, "0"));
const threeDigits = Array.from({ length: 1_000 }, (_, n) => String(n).padStart(3, "0"));

let lastDay = Number.NaN;
let lastDate = "";

/**
 * What `JSON.stringify` makes of a body of plain objects, arrays, dates and simple values, in less
 * than half the time: a course page has seventy instants, which took longer to write than all else
 * of it. Their dates are seldom far apart, so the one written last is kept.
 */
export function jsonText(body: unknown): string {
  return JSON.stringify(withInstants(body));
}

function withInstants(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (value instanceof Date) return instantText(value);
  if (Array.isArray(value)) return value.map(withInstants);
  const copy: Record<string, unknown> = {};
  for (const name in value) {
    const written = withInstants(value[name as keyof typeof value]);
    if (name === "__proto__") own(copy, name, written);
    else copy[name] = written;
  }
  return copy;
}

/** A member of a name that an assignment would take for the prototype: a body may hold any name. */
function own(copy: object, name: string, value: unknown): void {
  Object.defineProperty(copy, name, { value, enumerable: true });
}

function instantText(instant: Date): string | null {
  const time = instant.getTime();
  if (Number.isNaN(time)) return null;
  const day = Math.floor(time / dayMs);
  if (day !== lastDay) {
    lastDate = instant.toISOString().slice(0, -"00:00:00.000Z".length);
    lastDay = day;
  }
  const ms = time - day * dayMs;
  const hour = twoDigits[Math.floor(ms / 3_600_000)];
  const minute = twoDigits[Math.floor(ms / 60_000) % 60];
  const second = twoDigits[Math.floor(ms / 1_000) % 60];
  return `${lastDate}${hour}:${minute}:${second}.${threeDigits[ms % 1_000]}Z`;
}
