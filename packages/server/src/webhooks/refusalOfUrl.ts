import { isIP } from "node:net";
import { isLoopback } from "../http/isLoopback.ts";
import type { AllowList } from "./AllowList.ts";
import { isPublicAddress } from "./publicAddress.ts";

/** The host of a URL as names and addresses are compared: an IPv6 address without brackets. */
export function hostOf(url: URL): string {
  return url.hostname.replace(/^\[(.*)\]$/, "$1");
}

/**
 * Why nothing is sent to a URL, as far as it says so itself; null where it may be. Where a host
 * name leads to is looked at when a connection is made, since that can change.
 */
export function refusalOfUrl(text: string, allowed: AllowList): string | null {
  if (!URL.canParse(text)) return "It is not a URL.";
  const url = new URL(text);
  const host = hostOf(url);
  if (url.protocol !== "https:" && url.protocol !== "http:")
    return "It has to begin with https://.";
  if (url.username !== "" || url.password !== "") {
    return "It holds credentials; a receiver knows us by the signature.";
  }
  if (url.hash !== "") return "It holds a fragment, which is not sent.";
  if (allowed.hasHost(host)) return null;
  if (url.protocol === "http:") return "It has to begin with https://, or its host to be allowed.";
  const isClosed = isIP(host) === 0 ? isLoopback(host) : !isPublicAddress(host);
  return isClosed ? "Its host is not of the public internet, and not allowed." : null;
}
