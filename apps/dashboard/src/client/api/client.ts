import { createClient } from "@milepost/client";

/** The API, as whoever is signed in: the server adds who that is. */
export const client = createClient({ baseUrl: `${window.location.origin}/admin/api` });

/** Where the browser saves an answer as CSV, in the order shown and with every row. */
export function csvHref(path: string, query: object): string {
  const given = Object.entries(query).flatMap(([name, value]) =>
    value === undefined || value === null || value === "" ? [] : [[name, String(value)]],
  );
  const search = `${new URLSearchParams(given as [string, string][])}`;
  return `/admin/export${path}${search === "" ? "" : `?${search}`}`;
}
