/** The Link header of a page: the same address, after its last item. None on the last page. */
export function nextLink(url: string, body: unknown): Record<string, string> {
  if (typeof body !== "object" || body === null || !("next" in body)) return {};
  if (typeof body.next !== "string") return {};
  const { pathname, searchParams } = new URL(url);
  searchParams.set("after", body.next);
  return { link: `<${pathname}?${searchParams}>; rel="next"` };
}
