import { readdir, readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { databaseKinds, useDatabase } from "../../../tests/support/useDatabase.ts";
import { MilepostError } from "../src/MilepostError.ts";
import { readOutline } from "../src/readOutline.ts";
import { type RefusalCode, refusals } from "../src/refusals.ts";
import { whatRefuses } from "./support/whatRefuses.ts";

const source = new URL("../src/", import.meta.url);
const codes = Object.keys(refusals) as RefusalCode[];

describe.each(databaseKinds)("refusals on %s", (kind) => {
  const database = useDatabase(kind);
  const refuse = (code: string | null) =>
    database.asOwner((client) => client.query("select milepost.refuse($1)", [code]));
  const functions = async () => {
    const { rows } = await database.superuser.query<{ name: string; text: string }>(
      `select proname as name, prosrc as text from pg_proc
       where pronamespace = 'milepost'::regnamespace`,
    );
    return rows;
  };

  test.each(codes)(
    "%s is raised with its own SQLSTATE and its code as the message",
    async (code) => {
      const { sqlstate } = refusals[code];
      await expect(refuse(code)).rejects.toMatchObject({ code: sqlstate, message: code });
    },
  );

  test("SQL raises no refusal that TypeScript does not know", async () => {
    const text = (await functions()).find(({ name }) => name === "refuse")?.text ?? "";
    const raised = [...text.matchAll(/when '(\w+)' then '(MP\d+)'/g)];
    expect(Object.fromEntries(raised.map(([, code, sqlstate]) => [code, sqlstate]))).toEqual(
      Object.fromEntries(codes.map((code) => [code, refusals[code].sqlstate])),
    );
    const asked = (await functions()).flatMap(({ text }) =>
      [...text.matchAll(/refuse\('(\w+)'\)/g)].map(([, code]) => code),
    );
    expect(asked.filter((code) => !codes.some((known) => known === code))).toEqual([]);
  });

  test("a code that is not in the catalogue is a bug and no refusal", async () => {
    expect(await whatRefuses(refuse("no_such_code"))).toMatchObject({ code: "22004" });
    expect(await whatRefuses(refuse(null))).toMatchObject({ code: "22004" });
  });

  test("every refusal is one that something refuses with", async () => {
    const sql = (await functions()).filter(({ name }) => name !== "refuse").map(({ text }) => text);
    const files = (await readdir(source)).filter(
      (name) => name.endsWith(".ts") && name !== "refusals.ts",
    );
    const code = await Promise.all(files.map((name) => readFile(new URL(name, source), "utf8")));
    // In code, not in the `@throws` of a comment.
    const bare = code.map((text) => text.replaceAll(/^\s*(\/?\*|\/\/).*$/gm, ""));
    const text = [...sql, ...bare].join("\n");
    expect(codes.filter((code) => !new RegExp(`['"]${code}['"]`).test(text))).toEqual([]);
  });

  test("a refusal names what was asked for and quotes no row", async () => {
    const refused: unknown = await readOutline(database.app, { course: "nope" }).catch(
      (error: unknown) => error,
    );
    expect(refused).toBeInstanceOf(MilepostError);
    expect(refused).toMatchObject({
      code: "course_not_found",
      message: "No such course.",
      subject: { course: "nope" },
    });
  });
});

test("no two refusals share an SQLSTATE", () => {
  const sqlstates = codes.map((code) => refusals[code].sqlstate);
  expect(new Set(sqlstates).size).toBe(codes.length);
  expect(sqlstates.every((sqlstate) => /^MP\d{3}$/.test(sqlstate))).toBe(true);
});
