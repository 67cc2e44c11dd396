import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { databaseKinds } from "../../../tests/support/useDatabase.ts";
import { documentedOperations } from "./support/contract.ts";
import { useApi } from "./support/useApi.ts";

/** What is sent beside the act when a key is: the transaction, and the key's own two statements. */
const withKey = [
  "begin",
  "milepost.claim_idempotency_key",
  "act",
  "milepost.keep_idempotent_answer",
  "commit",
];

describe.each(databaseKinds)("statements on %s", (kind) => {
  const sent: string[] = [];
  const original = pg.Client.prototype.query;
  const api = useApi(kind);

  beforeAll(() => {
    // Every statement goes through here, the pool's own included.
    pg.Client.prototype.query = function query(this: pg.Client, ...args: unknown[]) {
      const [statement] = args as [string | { name?: string; text: string }];
      sent.push(typeof statement === "string" ? statement : (statement.name ?? statement.text));
      return Reflect.apply(original, this, args);
    } as typeof original;
  });
  afterAll(() => {
    pg.Client.prototype.query = original;
  });

  const secured = documentedOperations
    .filter(({ security }) => security.length > 0)
    .map((operation) => [operation.operationId, operation] as const);

  const statementsOf = async (
    [, { method, path, requestBody, security }]: (typeof secured)[number],
    headers: Record<string, string> = {},
  ) => {
    const ids: Record<string, string> = {
      learner: "ada",
      group: "crew",
      course: "fs",
      lesson: "fs-1",
      webhook: "1",
      view: "1",
      delivery: "1",
    };
    const isForServices = security.some(({ apiKey = [] }) => apiKey.includes("service"));
    const body = requestBody?.content["application/json"]?.example;
    sent.length = 0;
    const response = await api.send(
      method.toUpperCase(),
      path.replaceAll(/\{(\w+)\}/g, (_, name) => ids[name] ?? ""),
      {
        token: isForServices ? api.service : api.administrator,
        headers,
        ...(body === undefined ? {} : { body }),
      },
    );
    return { status: response.status, sent: [...sent] };
  };

  // The look-up of the key, once for the seconds that it is remembered.
  beforeAll(async () => {
    await api.send("GET", "/v1/courses", { token: api.service });
    await api.send("GET", "/v1/webhooks", { token: api.administrator });
  });

  test.each(secured)("%s is one statement", async (...operation) => {
    const { sent } = await statementsOf(operation);
    expect(sent).toEqual([expect.stringMatching(/^milepost\.\w+$/)]);
  });

  const posts = secured.filter(([, { method }]) => method === "post");

  test.each(posts)(
    "%s with an Idempotency-Key is five, and three when repeated",
    async (...operation) => {
      const key = { "idempotency-key": `key of ${operation[0]}` };
      const first = await statementsOf(operation, key);
      const expected = withKey.map((name) => (name === "act" ? expect.any(String) : name));
      if (first.status < 300) {
        expect(first.sent).toEqual(expected);
        const again = await statementsOf(operation, key);
        expect(again.sent).toEqual(["begin", "milepost.claim_idempotency_key", "commit"]);
      } else {
        expect(first.sent).toEqual([...withKey.slice(0, 2), expect.any(String), "rollback"]);
      }
    },
  );
});
