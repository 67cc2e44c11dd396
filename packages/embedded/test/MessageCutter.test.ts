import { describe, expect, test } from "vitest";
import { MessageCutter } from "../src/wire/MessageCutter.ts";
import { messageType, textMessage } from "../src/wire/protocol.ts";

const first = textMessage(messageType.query, "select 1");
const second = textMessage(messageType.copyFail, "no");
const both = Buffer.concat([first, second]);

describe("the cutter of protocol messages", () => {
  test("gives whole messages, wherever what arrives is cut", () => {
    for (let cut = 0; cut <= both.length; cut++) {
      const cutter = new MessageCutter();
      const given = [cutter.cut([both.subarray(0, cut)]), cutter.cut([both.subarray(cut)])];
      expect([0, first.length, both.length]).toContain(given[0]?.length);
      expect(Buffer.concat(given)).toEqual(both);
    }
  });

  test("takes several pieces at once", () => {
    const bytes = Array.from(both, (byte) => Uint8Array.of(byte));
    expect(Buffer.from(new MessageCutter().cut(bytes))).toEqual(both);
  });

  test("gives nothing of Terminate, which would end the backend, or of what follows it", () => {
    const terminate = Uint8Array.of(messageType.terminate, 0, 0, 0, 4);
    const cutter = new MessageCutter();
    expect(Buffer.from(cutter.cut([first, terminate, second]))).toEqual(Buffer.from(first));
    expect(cutter.cut([second])).toHaveLength(0);
  });

  test("refuses a length that no message has, instead of never getting to the end", () => {
    expect(() => new MessageCutter().cut([Uint8Array.of(0x51, 0, 0, 0, 0)])).toThrow("impossible");
  });
});
