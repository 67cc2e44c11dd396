import { describe, expect, test } from "vitest";
import { parallel } from "../../../tests/support/parallel.ts";
import { useDatabase } from "../../../tests/support/useDatabase.ts";
import { createSavedView } from "../src/views/createSavedView.ts";
import { listSavedViews } from "../src/views/listSavedViews.ts";
import { putSavedView } from "../src/views/putSavedView.ts";

const view = {
  owner: "administrator eve",
  page: "courses",
  query: "",
  visibility: "me",
  isDefault: true,
} as const;

// The embedded database has one connection, so these races are the server's alone.
describe("saved views in parallel", () => {
  const database = useDatabase("PostgreSQL");

  test("of many that become the default at once one is, and none is refused", async () => {
    const created = await parallel(database.app, 12, (client, n) =>
      createSavedView(client, { ...view, name: `No. ${n}` }),
    );
    const defaults = async () =>
      (await listSavedViews(database.app, view)).filter(({ isDefault }) => isDefault);
    expect(await defaults()).toHaveLength(1);
    await parallel(database.app, 12, (client, n) => {
      const id = created[n]?.id ?? "";
      return putSavedView(client, { ...view, view: id, name: `No. ${n}, put` });
    });
    expect(await defaults()).toHaveLength(1);
    expect(await listSavedViews(database.app, view)).toHaveLength(12);
  });
});
