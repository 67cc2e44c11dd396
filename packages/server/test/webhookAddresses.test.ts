import { Agent, request } from "undici";
import { describe, expect, test } from "vitest";
import { AllowList } from "../src/webhooks/AllowList.ts";
import { guardedLookup } from "../src/webhooks/guardedLookup.ts";
import { isPublicAddress } from "../src/webhooks/publicAddress.ts";
import { refusalOfUrl } from "../src/webhooks/refusalOfUrl.ts";
import { useReceiver } from "./support/useReceiver.ts";

const closed = [
  "0.0.0.0",
  "10.1.2.3",
  "100.64.0.1",
  "100.100.100.200",
  "127.0.0.1",
  "127.255.255.255",
  "168.63.129.16",
  "169.254.169.254",
  "172.16.0.1",
  "172.31.255.255",
  "192.0.0.192",
  "192.168.1.1",
  "198.18.0.1",
  "224.0.0.1",
  "255.255.255.255",
  "::",
  "::1",
  "::ffff:127.0.0.1",
  "::ffff:8.8.8.8",
  "::ffff:a00:1",
  "::10.0.0.1",
  "64:ff9b::a00:1",
  "64:ff9b:1::1",
  "100::1",
  "2001::1",
  "2001:db8::1",
  "2002:a00:1::",
  "3fff::1",
  "fc00::1",
  "fd00:ec2::254",
  "fe80::1",
  "fec0::1",
  "ff02::1",
];
const open = [
  ...["1.1.1.1", "8.8.8.8", "100.63.255.255", "100.128.0.1", "172.15.0.1", "172.32.0.1"],
  ...["192.167.1.1", "223.255.255.255", "2606:4700::1111", "2a00:1450:4001::1"],
];

describe("what webhooks are sent to", () => {
  const receiver = useReceiver();

  test.each(closed)("%s is not of the public internet", (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  test.each(open)("%s is of the public internet", (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  test.each([
    // Each another way to write an address of this machine or its network.
    "https://127.1/",
    "https://0x7f.1/",
    "https://2130706433/",
    "https://017700000001/",
    "https://[::1]/",
    "https://[::ffff:127.0.0.1]/",
    "https://169.254.169.254/latest/meta-data/",
    "https://localhost/",
    "https://LOCALHOST/",
    "https://api.localhost/",
    "https://１２７.０.０.１/",
  ])("%s is refused", (url) => {
    expect(refusalOfUrl(url, new AllowList([]))).toContain("public internet");
  });

  test("a host that is allowed is sent to, without TLS too, and nothing beside it", () => {
    const list = new AllowList(["Hooks.Internal", "10.1.0.0/16", "fd00::1"]);
    for (const url of [
      "http://hooks.internal:8080/a",
      "https://HOOKS.internal/",
      "http://10.1.255.255/",
      "http://[fd00::1]/",
    ]) {
      expect(refusalOfUrl(url, list), url).toBeNull();
    }
    for (const url of [
      "http://more.hooks.internal/",
      "http://10.2.0.1/",
      "https://10.2.0.1/",
      "https://[fd00::2]/",
      "http://name:word@hooks.internal/",
    ]) {
      expect(refusalOfUrl(url, list), url).not.toBeNull();
    }
    expect(refusalOfUrl("https://academy.example/", list)).toBeNull();
  });

  const lookedUp = (host: string, allow: string[], all = true) =>
    new Promise((resolve, reject) => {
      guardedLookup(new AllowList(allow))(host, { all }, (error, address, family) =>
        error ? reject(error) : resolve(all ? address : { address, family }),
      );
    });

  test("a name that leads to this machine leads nowhere, unless it or the address is allowed", async () => {
    await expect(lookedUp("localhost", [])).rejects.toMatchObject({ name: "ClosedAddressError" });
    const loopback = { address: "127.0.0.1", family: 4 };
    expect(await lookedUp("localhost", ["localhost"])).toContainEqual(loopback);
    expect(await lookedUp("localhost", ["127.0.0.0/8"])).toEqual([loopback]);
    expect(await lookedUp("localhost", ["127.0.0.1"], false)).toEqual(loopback);
  });

  test("a connection is made to what the look-up left and nothing else", async () => {
    const url = receiver.url.replace("127.0.0.1", "localhost");
    const ask = async (allow: string[]) => {
      const dispatcher = new Agent({ connect: { lookup: guardedLookup(new AllowList(allow)) } });
      const answer = request(url, { dispatcher, method: "POST" });
      return answer.then(({ statusCode }) => statusCode).finally(() => dispatcher.destroy());
    };
    await expect(ask([])).rejects.toMatchObject({ name: "ClosedAddressError" });
    expect(receiver.received).toHaveLength(0);
    expect(await ask(["127.0.0.1"])).toBe(200);
    expect(receiver.received).toHaveLength(1);
  });
});
