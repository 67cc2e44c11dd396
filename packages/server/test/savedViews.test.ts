import { createApiKey } from "@milepost/engine";
import { describe, expect, test } from "vitest";
import { databaseKinds } from "../../../tests/support/useDatabase.ts";
import { begin, useApi } from "./support/useApi.ts";

interface Body {
  readonly id: string;
  readonly code: string;
  readonly items: readonly Body[];
}

const view = { name: "Late", page: "deadlines", query: "v=1&state=overdue", visibility: "me" };

describe.each(databaseKinds)("saved views over HTTP on %s", (kind) => {
  const api = useApi(kind);
  const call = async (token: string, method: string, path: string, body?: object) => {
    const sent = { token, ...(body === undefined ? {} : { body }) };
    const response = await api.send(method, path, sent);
    return { status: response.status, body: (await response.json()) as Body };
  };
  const person = (sub: string) => api.token({ sub, role: "administrator" });

  test("whoever saves a view owns it: a person by their token, a program by its key's name", async () => {
    const eve = await person("eve");
    const { status, body } = await call(eve, "POST", "/v1/views", view);
    const times = { createdAt: begin.toISOString(), updatedAt: begin.toISOString() };
    const saved = { ...view, ...times, owner: "administrator eve", isDefault: false, isOwn: true };
    expect({ status, body }).toEqual({ status: 201, body: { id: body.id, ...saved } });
    const path = `/v1/views/${body.id}`;
    const change = { ...view, name: "Later", isDefault: true };
    expect((await call(eve, "PUT", path, change)).body).toMatchObject(change);
    expect(await call(await person("max"), "DELETE", path)).toMatchObject({
      status: 404,
      body: { code: "saved_view_not_found" },
    });
    expect(await call(eve, "DELETE", path)).toEqual({ status: 200, body: { id: body.id } });

    const program = (await call(api.service, "POST", "/v1/views", view)).body;
    expect(program).toMatchObject({ owner: "key service key", isOwn: true });
    // A key that takes another's place by its name has that one's views.
    const { key } = await createApiKey(api.database.superuser, {
      name: "service key",
      role: "service",
    });
    expect((await call(key, "GET", "/v1/views")).body.items).toEqual([program]);
    expect((await call(key, "DELETE", `/v1/views/${program.id}`)).status).toBe(200);
  });

  test("everyone sees what is for everyone, and its owner alone changes it", async () => {
    const [eve, max] = [await person("eve"), await person("max")];
    const shown = { ...view, visibility: "everyone", isDefault: true };
    const { id } = (await call(eve, "POST", "/v1/views", shown)).body;
    await call(eve, "POST", "/v1/views", { ...view, page: "courses" });
    const seen = (await call(max, "GET", "/v1/views?page=deadlines")).body.items;
    expect(seen).toMatchObject([{ id, owner: "administrator eve", isOwn: false }]);
    expect((await call(max, "GET", "/v1/views")).body.items).toEqual(seen);
    expect((await call(eve, "GET", "/v1/views")).body.items).toHaveLength(2);
    for (const [method, body] of [["PUT", shown], ["DELETE"]] as const) {
      expect(await call(max, method, `/v1/views/${id}`, body)).toMatchObject({
        status: 403,
        body: { code: "saved_view_of_another" },
      });
    }
    const foreign = api.foreign.administrator;
    expect((await call(foreign, "GET", "/v1/views")).body.items).toEqual([]);
    expect((await call(foreign, "PUT", `/v1/views/${id}`, shown)).status).toBe(404);
  });

  test("a key has no views of a person who is called as it is", async () => {
    const namesake = await person("service key");
    const { id } = (await call(namesake, "POST", "/v1/views", view)).body;
    expect((await call(api.service, "DELETE", `/v1/views/${id}`)).status).toBe(404);
  });

  test.each([
    ["another page", { page: "settings" }, 400, "request_invalid"],
    ["another visibility", { visibility: "some" }, 400, "request_invalid"],
    ["a question mark before the query", { query: "?v=1" }, 400, "request_invalid"],
    ["a fragment", { query: "v=1#top" }, 400, "request_invalid"],
    ["a space", { query: "q=a b" }, 400, "request_invalid"],
    ["a line's end", { query: "q=a\n" }, 400, "request_invalid"],
    ["a field too many", { owner: "administrator max" }, 400, "request_invalid"],
    ["an empty name", { name: "" }, 422, "text_out_of_range"],
    ["a long query", { query: "q".repeat(2001) }, 422, "text_out_of_range"],
  ])("refuses %s", async (_, wrong, status, code) => {
    const refused = { status, body: { code } };
    expect(await call(api.service, "POST", "/v1/views", { ...view, ...wrong })).toMatchObject(
      refused,
    );
  });

  test("takes an empty query, and one with question marks in it", async () => {
    for (const query of ["", "q=why?&v=1"]) {
      expect(await call(api.service, "POST", "/v1/views", { ...view, query })).toMatchObject({
        status: 201,
        body: { query },
      });
    }
  });
});

describe.each(databaseKinds)("saved views of a server that asks no one, on %s", (kind) => {
  const api = useApi(kind, { auth: { mode: "off" } });

  test("they are everybody's own", async () => {
    const response = await api.send("POST", "/v1/views", { body: view });
    expect(await response.json()).toMatchObject({ owner: "open", isOwn: true });
  });
});
