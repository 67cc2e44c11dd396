import { describe, expect, test } from "vitest";
import { errorText } from "../src/webhooks/errorText.ts";
import { ClosedAddressError } from "../src/webhooks/guardedLookup.ts";

const coded = (code: string) => Object.assign(new Error("whsec_secret"), { code });

describe("why a delivery failed", () => {
  test.each([
    [coded("ECONNREFUSED"), "The connection was refused."],
    [coded("ENOTFOUND"), "The host name leads to no address."],
    [coded("UND_ERR_SOCKET"), "The connection broke off."],
    [coded("CERT_HAS_EXPIRED"), "The request failed (CERT_HAS_EXPIRED)."],
    [new AggregateError([coded("ECONNREFUSED")]), "The connection was refused."],
    [new DOMException("late", "TimeoutError"), "No answer in time."],
    [new ClosedAddressError(), "The host is not of the public internet, and not allowed."],
    ["a string", "The request failed."],
  ])("is said in words of ours: %o", (error, text) => {
    expect(errorText(error)).toBe(text);
  });

  test("fits its column and quotes nothing", () => {
    const text = errorText(coded("X".repeat(500)));
    expect(text.length).toBeLessThanOrEqual(200);
    expect(text).not.toContain("whsec");
  });
});
