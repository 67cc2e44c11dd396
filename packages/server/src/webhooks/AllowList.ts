import { BlockList, isIP } from "node:net";

const hostName =
  /^(?=.{1,253}$)[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?(\.[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?)*$/;

/**
 * The receivers that are sent to though they are not of the public internet: host names, addresses
 * and networks such as `10.1.0.0/16`.
 */
export class AllowList {
  readonly #hosts = new Set<string>();
  readonly #networks = { 4: new BlockList(), 6: new BlockList() };

  /** Whether a text is one that the list takes. */
  static takes(entry: string): boolean {
    const [network = "", bits, ...more] = entry.split("/");
    const family = isIP(network);
    if (bits === undefined) return family !== 0 || hostName.test(entry.toLowerCase());
    const most = family === 4 ? 32 : 128;
    return family !== 0 && /^\d{1,3}$/.test(bits) && Number(bits) <= most && more.length === 0;
  }

  constructor(entries: readonly string[]) {
    for (const entry of entries) {
      const [network = "", bits] = entry.split("/");
      const family = isIP(network);
      if (family === 0) this.#hosts.add(entry.toLowerCase());
      else {
        const list = this.#networks[family as 4 | 6];
        const type = family === 4 ? "ipv4" : "ipv6";
        list.addSubnet(network, Number(bits ?? (family === 4 ? 32 : 128)), type);
      }
    }
  }

  /** Whether a host is on the list by its name, or by its address where it is one. */
  hasHost(host: string): boolean {
    return this.#hosts.has(host.toLowerCase()) || this.hasAddress(host);
  }

  hasAddress(address: string): boolean {
    const family = isIP(address);
    if (family === 0) return false;
    return this.#networks[family as 4 | 6].check(address, family === 4 ? "ipv4" : "ipv6");
  }
}
