import { readConfig, serve } from "@milepost/server";
import pg from "pg";
import { describe, expect, test } from "vitest";
import { useDatabase } from "../../../tests/support/useDatabase.ts";

describe("housekeeping", () => {
  const database = useDatabase("PostgreSQL");

  test("what is written is folded into the reports soon, and they say the same all along", async () => {
    const pool = new pg.Pool({ connectionString: database.databaseUrl });
    const config = readConfig({ PORT: "0", MILEPOST_AUTH: "off", LOG_LEVEL: "silent" });
    const serving = await serve({ config, pool });
    const { url } = serving;
    const send = (path: string, body: object = {}) =>
      fetch(`${url}${path}`, {
        method: "PUT",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
      });
    await send("/v1/courses/folded", { title: "Folded", lessons: [{ id: "f-1", title: "One" }] });
    await send("/v1/learners/ada/lessons/f-1/completion");
    const report = async () => {
      const answer = (await (await fetch(`${url}/v1/reports/courses/folded`)).json()) as object;
      return { ...answer, asOf: null };
    };
    const before = await report();
    expect(before).toMatchObject({ enrolled: 1, completed: 1 });
    for (let unfolded = 1; unfolded > 0; ) {
      const { rows } = await database.superuser.query<{ n: number }>(
        "select count(*)::int as n from milepost.report_delta",
      );
      unfolded = rows[0]?.n ?? 0;
    }
    expect(await report()).toEqual(before);
    await serving.close();
  });
});
