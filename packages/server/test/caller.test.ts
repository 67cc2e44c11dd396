import { describe, expect, test } from "vitest";
import { databaseKinds } from "../../../tests/support/useDatabase.ts";
import { useApi } from "./support/useApi.ts";

describe.each(databaseKinds)("who is calling on %s", (kind) => {
  const api = useApi(kind);
  const read = async (token: string) => {
    const response = await api.send("GET", "/v1/caller", { token });
    return { status: response.status, body: await response.json() };
  };

  test("a caller learns its role and tenant, and the zone of the tenant's days", async () => {
    const shared = { tenant: "default", timeZone: "UTC", learner: null, open: false };
    expect(await read(api.administrator)).toEqual({
      status: 200,
      body: { ...shared, role: "administrator" },
    });
    expect(await read(api.service)).toEqual({ status: 200, body: { ...shared, role: "service" } });
  });

  test("a caller of another tenant learns of its own alone", async () => {
    const { body } = await read(api.foreign.administrator);
    expect(body).toMatchObject({ role: "administrator" });
    expect(body).not.toMatchObject({ tenant: "default" });
  });
});
