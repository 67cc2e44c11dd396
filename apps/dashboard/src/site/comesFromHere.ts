/**
 * Whether a request was sent by a page of the dashboard: another site's page could have the browser
 * send it too, and with the administrator's cookie.
 *
 * @param publicOrigin - where browsers reach the dashboard; what the request says where it is null
 */
export function comesFromHere(request: Request, publicOrigin: string | null): boolean {
  const origin = request.headers.get("origin");
  if (origin === null || !URL.canParse(origin)) return false;
  if (publicOrigin !== null) return origin === publicOrigin;
  return new URL(origin).host === new URL(request.url).host;
}
