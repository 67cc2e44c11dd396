/** Longer ones would not fit the cookie that remembers them. */
const longest = 2_000;
const notPages = /^\/admin\/(api|export|assets|sign-in|sign-out|callback|session)(\/|$)/;

/**
 * Where to go on after sign-in: the page of the dashboard that was asked for, else its first one.
 * Never another site, which a link to our sign-in could otherwise lead people to.
 */
export function returnPath(given: string | undefined): string {
  const home = "/admin";
  const origin = "http://dashboard.invalid";
  if (given === undefined || given.length > longest || !given.startsWith("/admin")) return home;
  if (!URL.canParse(given, origin)) return home;
  // As a browser would read it: backslashes, dots and all.
  const { origin: to, pathname, search, hash } = new URL(given, origin);
  const isOurs = to === origin && (pathname === home || pathname.startsWith(`${home}/`));
  return isOurs && !notPages.test(pathname) ? pathname + search + hash : home;
}
