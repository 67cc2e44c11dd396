import { BlockList, isIP } from "node:net";

/** What no webhook is sent to unless it is allowed: everything that is not the public internet. */
const closed4 = listOf("ipv4", [
  "0.0.0.0/8", // this host
  "10.0.0.0/8", // private
  "100.64.0.0/10", // behind a carrier's NAT; some clouds keep their metadata there
  "127.0.0.0/8", // loopback
  "168.63.129.16/32", // a cloud's own services, at a public address
  "169.254.0.0/16", // link-local, where most clouds keep their metadata
  "172.16.0.0/12", // private
  "192.0.0.0/24", // protocol assignments
  "192.0.2.0/24", // documentation
  "192.88.99.0/24", // relays from IPv6
  "192.168.0.0/16", // private
  "198.18.0.0/15", // measurement
  "198.51.100.0/24", // documentation
  "203.0.113.0/24", // documentation
  "224.0.0.0/4", // multicast
  "240.0.0.0/4", // reserved, and broadcast
]);

/** Outside of it lie loopback, ULA, link-local, multicast, mapped IPv4 and NAT64. */
const open6 = listOf("ipv6", ["2000::/3"]);
const closed6 = listOf("ipv6", [
  "2001::/23", // protocol assignments, and tunnels that carry IPv4
  "2001:db8::/32", // documentation
  "2002::/16", // 6to4: carries IPv4
  "3fff::/20", // documentation
]);

// Two lists, one a family: a rule for IPv6 that holds the mapped addresses matches every IPv4 one.
function listOf(family: "ipv4" | "ipv6", subnets: readonly string[]): BlockList {
  const list = new BlockList();
  for (const subnet of subnets) {
    const [network = "", bits = ""] = subnet.split("/");
    list.addSubnet(network, Number(bits), family);
  }
  return list;
}

/** Whether an address is of the public internet, as far as its number says. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !closed4.check(address, "ipv4");
  return family === 6 && open6.check(address, "ipv6") && !closed6.check(address, "ipv6");
}
