/** A way to make something of a request another thing than was meant. */
export interface Spoiling {
  readonly how: "replace" | "remove" | "add" | "wrap" | "repeat" | "rename";
  /** Which of all the places there are, counted around. */
  readonly at: number;
  readonly value: unknown;
  readonly name: string;
}

interface Place {
  readonly holder: Record<string, unknown> | unknown[];
  readonly key: string | number;
}

/** A value of plain JSON with one thing in it spoiled; itself where there is no place for that. */
export function spoil(value: unknown, { how, at, value: other, name }: Spoiling): unknown {
  const root: unknown[] = [structuredClone(value)];
  const places = placesIn(root);
  const place = places[at % places.length];
  if (place === undefined) return value;
  const { holder, key } = place;
  const there: unknown = Reflect.get(holder, key);
  if (how === "replace") set(holder, key, other);
  if (how === "wrap") set(holder, key, [there]);
  if (how === "remove" && key !== 0) Reflect.deleteProperty(holder, key);
  if (how === "add" && isObject(there)) set(there, name, other);
  if (how === "rename" && !Array.isArray(holder)) {
    Reflect.deleteProperty(holder, key);
    set(holder, name, there);
  }
  if (how === "repeat" && Array.isArray(there)) there.push(...there, ...there);
  // A hole in an array is no JSON; what was removed from one has closed it.
  return Array.isArray(root[0]) ? root[0].filter(() => true) : root[0];
}

function placesIn(holder: Record<string, unknown> | unknown[]): Place[] {
  return Object.keys(holder).flatMap((key): Place[] => {
    const own = { holder, key: Array.isArray(holder) ? Number(key) : key };
    const inner: unknown = Reflect.get(holder, key);
    return isObject(inner) || Array.isArray(inner) ? [own, ...placesIn(inner)] : [own];
  });
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** As its own member, whatever it is called: an assignment takes `__proto__` for something else. */
function set(holder: object, key: string | number, value: unknown): void {
  const own = { value, enumerable: true, configurable: true, writable: true };
  Object.defineProperty(holder, key, own);
}
