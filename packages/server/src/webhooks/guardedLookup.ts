import { type LookupAddress, type LookupOptions, lookup } from "node:dns";
import type { AllowList } from "./AllowList.ts";
import { isPublicAddress } from "./publicAddress.ts";

/** A host name leads to nothing but addresses that are not sent to. */
export class ClosedAddressError extends Error {
  override readonly name = "ClosedAddressError";
  constructor() {
    super("The host is not of the public internet, and not allowed.");
  }
}

type Callback = (error: Error | null, address: string | LookupAddress[], family?: number) => void;

/**
 * `dns.lookup` for connections that leaves out what is not to be sent to. The connection is made to
 * what it answers: a name that leads elsewhere a moment later leads this connection nowhere else.
 */
export function guardedLookup(allowed: AllowList) {
  return (host: string, options: LookupOptions, callback: Callback): void => {
    lookup(host, { ...options, all: true }, (error, addresses) => {
      if (error !== null) return callback(error, "");
      const open = addresses.filter(
        ({ address }) =>
          allowed.hasHost(host) || allowed.hasAddress(address) || isPublicAddress(address),
      );
      const [first] = open;
      if (first === undefined) return callback(new ClosedAddressError(), "");
      if (options.all) return callback(null, open);
      return callback(null, first.address, first.family);
    });
  };
}
