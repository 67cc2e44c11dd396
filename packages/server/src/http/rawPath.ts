/**
 * The path of a request as it was sent. Hono's own is decoded before it is matched, so that an id
 * holding `%2F` twice encoded would arrive as another id; parameters are decoded once, afterwards.
 */
export function rawPath({ url }: Request): string {
  const start = url.indexOf("/", url.indexOf("//") + 2);
  const end = url.slice(start).search(/[?#]/);
  return end === -1 ? url.slice(start) : url.slice(start, start + end);
}
