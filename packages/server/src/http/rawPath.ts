/**
 * The path of a request as it was sent. Hono's own is decoded before it is matched; parameters are
 * decoded once, afterwards.
 */
export function rawPath({ url }: Request): string {
  const start = url.indexOf("/", url.indexOf("//") + 2);
  const length = url.slice(start).search(/[?#]|$/);
  return url.slice(start, start + length);
}
