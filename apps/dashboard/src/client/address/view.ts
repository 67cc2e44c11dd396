/**
 * What an address says beside its page: everything that was chosen, so that a link shows to another
 * administrator what it shows here. Short keys, because such links are sent by mail.
 */
const keys = {
  course: "c",
  group: "g",
  enrolledFrom: "ef",
  enrolledBefore: "eb",
  state: "st",
  asOf: "at",
  zone: "z",
  tab: "t",
  sort: "so",
  order: "o",
  search: "q",
  lesson: "l",
  segment: "sg",
  by: "by",
  from: "fr",
  days: "dd",
  minDays: "dn",
  maxDays: "dx",
  dueFrom: "df",
  dueBefore: "db",
  completedFrom: "cf",
  completedBefore: "cb",
  attempt: "a",
  compare: "cmp",
  split: "sp",
  columns: "co",
  paging: "pg",
  drawer: "d",
  types: "ty",
  clock: "ck",
} as const;

export type ViewKey = keyof typeof keys;
export type View = { readonly [K in ViewKey]?: string };
/** A change of a view; undefined takes a choice back. */
export type ViewChange = { readonly [K in ViewKey]?: string | undefined };

/** Of the keys' meaning. An address of another version is read as the page without choices. */
const version = "1";

/** What is chosen for all pages, and goes along from one to the next. */
const scopeKeys = ["group", "enrolledFrom", "enrolledBefore", "asOf", "zone"] as const;

const longest = 300;

/** Reads the part of an address behind `?`. Keys that are not known count for nothing. */
export function parseView(search: string): View {
  const given = new URLSearchParams(search);
  if ((given.get("v") ?? version) !== version) return {};
  const known = Object.entries(keys).flatMap(([name, short]) => {
    const value = given.get(short)?.slice(0, longest) ?? "";
    return value === "" ? [] : [[name, value]];
  });
  return Object.fromEntries(known) as View;
}

/** The part of an address behind `?`, the same for the same view; empty where nothing is chosen. */
export function formatView(view: ViewChange): string {
  const chosen = Object.entries(keys).flatMap(([name, short]) => {
    const value = view[name as ViewKey];
    return value === undefined || value === "" ? [] : [[short, value]];
  });
  if (chosen.length === 0) return "";
  return `${new URLSearchParams([["v", version], ...chosen] as [string, string][])}`;
}

/** What a link to another page takes along. */
export function scopeOf(view: View): View {
  return Object.fromEntries(
    scopeKeys.flatMap((key) => (view[key] === undefined ? [] : [[key, view[key]]])),
  ) as View;
}

/** One of the values that are known, or the first. */
export function oneOf<T extends string>(
  values: readonly [T, ...T[]],
  value: string | undefined,
): T {
  return values.find((one) => one === value) ?? values[0];
}
