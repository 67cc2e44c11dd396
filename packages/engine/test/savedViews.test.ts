import { beforeAll, describe, expect, test } from "vitest";
import { databaseKinds, useDatabase } from "../../../tests/support/useDatabase.ts";
import { createTenant } from "../src/createTenant.ts";
import { createSavedView } from "../src/views/createSavedView.ts";
import { deleteSavedView } from "../src/views/deleteSavedView.ts";
import { listSavedViews } from "../src/views/listSavedViews.ts";
import { putSavedView } from "../src/views/putSavedView.ts";
import type { SavedViewInput } from "../src/views/savedView.ts";
import { at } from "./support/at.ts";

const eve: SavedViewInput = {
  owner: "administrator eve",
  name: "Overdue",
  page: "deadlines",
  query: "v=1&q=%C3%A4",
  visibility: "me",
};
const max = { ...eve, owner: "administrator max" };

describe.each(databaseKinds)("saved views on %s", (kind) => {
  const database = useDatabase(kind);
  const db = () => database.app;
  beforeAll(async () => {
    for (const tenant of ["listed", "shared", "full", "foreign", "defaults"]) {
      await createTenant(database.superuser, { tenant });
    }
  });

  test("a view is listed as it was saved, by name, with those for everyone", async () => {
    const scope = { tenant: "listed", now: at(1) };
    const saved = await createSavedView(db(), eve, scope);
    expect(saved).toEqual({
      ...eve,
      id: expect.stringMatching(/^\d+$/),
      isDefault: false,
      createdAt: at(1),
      updatedAt: at(1),
    });
    const forAll = { ...max, name: "answers late", visibility: "everyone" } as const;
    const everyones = await createSavedView(db(), forAll, scope);
    await createSavedView(db(), { ...max, name: "His own" }, scope);
    const courses = await createSavedView(db(), { ...eve, name: "Zoë", page: "courses" }, scope);
    const { owner } = eve;
    expect(await listSavedViews(db(), { owner }, scope)).toEqual([everyones, saved, courses]);
    const ofPage = await listSavedViews(db(), { owner, page: "courses" }, scope);
    expect(ofPage).toEqual([courses]);
    expect(await listSavedViews(db(), { owner: "key lms" }, scope)).toEqual([everyones]);
    expect(await listSavedViews(db(), { owner }, { tenant: "foreign" })).toEqual([]);
  });

  test("a put replaces all but its id and when it was created", async () => {
    const { id: view, createdAt } = await createSavedView(db(), eve, { now: at(1) });
    const changed = { name: "Due", page: "courses", query: "", isDefault: true };
    const other = { ...eve, ...changed, visibility: "everyone" } as const;
    const put = await putSavedView(db(), { view, ...other }, { now: at(2) });
    expect(put).toEqual({ id: view, createdAt, updatedAt: at(2), ...other });
    const again = await putSavedView(db(), { view, ...other, isDefault: undefined });
    expect(again.isDefault).toBe(false);
  });

  test("its owner alone changes a view; what is another's own is not there for anybody else", async () => {
    const scope = { tenant: "shared" };
    const { id: hidden } = await createSavedView(db(), eve, scope);
    const { id: shown } = await createSavedView(db(), { ...eve, visibility: "everyone" }, scope);
    for (const [view, code] of [
      [hidden, "saved_view_not_found"],
      [shown, "saved_view_of_another"],
    ] as const) {
      const refused = { code, subject: { view } };
      await expect(putSavedView(db(), { view, ...max }, scope)).rejects.toMatchObject(refused);
      const deleted = deleteSavedView(db(), { view, owner: max.owner }, scope);
      await expect(deleted).rejects.toMatchObject(refused);
    }
    expect(await listSavedViews(db(), eve, scope)).toHaveLength(2);
    expect(await deleteSavedView(db(), { view: shown, owner: eve.owner }, scope)).toEqual({
      id: shown,
    });
    expect(await listSavedViews(db(), max, scope)).toEqual([]);
  });

  test("of an owner and a page one view is the default: the one that was made it last", async () => {
    const scope = { tenant: "defaults" };
    const save = (name: string, more: object = {}) =>
      createSavedView(db(), { ...eve, name, isDefault: true, ...more }, scope);
    const first = await save("first");
    const elsewhere = await save("elsewhere", { page: "courses" });
    const others = await save("others", { owner: max.owner, visibility: "everyone" });
    const second = await save("second");
    const defaults = async () => {
      const views = await listSavedViews(db(), { owner: eve.owner }, scope);
      return views.flatMap(({ id, isDefault }) => (isDefault ? [id] : []));
    };
    expect(await defaults()).toEqual([elsewhere.id, others.id, second.id]);
    await putSavedView(db(), { view: first.id, ...first, isDefault: true }, scope);
    expect(await defaults()).toEqual([elsewhere.id, first.id, others.id]);
    const moved = { ...elsewhere, page: first.page };
    await putSavedView(db(), { view: elsewhere.id, ...moved }, scope);
    expect(await defaults()).toEqual([elsewhere.id, others.id]);
  });

  test("an owner has 500 views and not one more, a tenant 500 for everyone", async () => {
    const scope = { tenant: "full" };
    const refused = { code: "saved_views_too_many" };
    const fill = (owner: string, visibility: string, n: number) =>
      database.superuser.query(
        `insert into milepost.saved_view (tenant_id, owner, name, page, query, visibility,
           is_default, created_at, updated_at)
         select t.tenant_id, $1, 'No. ' || n, 'courses', '', $2, false, now(), now()
         from milepost.tenant t, generate_series(1, $3::integer) n where t.name = 'full'`,
        [owner, visibility, n],
      );
    await fill(eve.owner, "me", 499);
    const { id: view } = await createSavedView(db(), eve, scope);
    await expect(createSavedView(db(), eve, scope)).rejects.toMatchObject(refused);
    await fill("key lms", "everyone", 499);
    const shown = { view, ...eve, visibility: "everyone" } as const;
    await putSavedView(db(), shown, scope);
    await putSavedView(db(), { ...shown, name: "Still mine" }, scope);
    const another = { ...max, visibility: "everyone" } as const;
    await expect(createSavedView(db(), another, scope)).rejects.toMatchObject(refused);
    const { id: own } = await createSavedView(db(), max, scope);
    const put = putSavedView(db(), { view: own, ...another }, scope);
    await expect(put).rejects.toMatchObject(refused);
    expect(await listSavedViews(db(), { owner: eve.owner }, scope)).toHaveLength(999);
  });

  test.each([
    ["an empty name", { name: "" }],
    ["101 characters of it", { name: "x".repeat(101) }],
    ["NUL in it", { name: "a\u0000" }],
    ["no page", { page: "" }],
    ["a page of 51 characters", { page: "p".repeat(51) }],
    ["NUL in the query", { query: "a\u0000" }],
    ["a query of 2,001 characters", { query: "q".repeat(2001) }],
    ["an owner of 301 characters", { owner: "o".repeat(301) }],
  ])("refuses %s", async (_, wrong) => {
    const refused = { code: "text_out_of_range" };
    await expect(createSavedView(db(), { ...eve, ...wrong })).rejects.toMatchObject(refused);
    const { id: view } = await createSavedView(db(), eve);
    const put = putSavedView(db(), { view, ...eve, ...wrong });
    await expect(put).rejects.toMatchObject(refused);
    await deleteSavedView(db(), { view, owner: eve.owner });
  });

  test("of another tenant, or of none, there is no view", async () => {
    const { id } = await createSavedView(db(), { ...eve, visibility: "everyone" });
    for (const [view, scope] of [
      [id, { tenant: "foreign" }],
      ["999999", {}],
      ["one", {}],
      ["9".repeat(19), {}],
    ] as const) {
      const refused = { code: "saved_view_not_found", subject: { view } };
      await expect(putSavedView(db(), { view, ...eve }, scope)).rejects.toMatchObject(refused);
      const deleted = deleteSavedView(db(), { view, owner: eve.owner }, scope);
      await expect(deleted).rejects.toMatchObject(refused);
    }
  });
});
