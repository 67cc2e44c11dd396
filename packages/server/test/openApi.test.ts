import { execFile as execFileCallback } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { refusals } from "@milepost/engine";
import { openApiDocument, problems, settings } from "@milepost/server";
import { describe, expect, test } from "vitest";
import { createApp } from "../src/createApp.ts";
import { documentedOperations } from "./support/contract.ts";

const execFile = promisify(execFileCallback);
const root = new URL("../../../", import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), "utf8");
const named = documentedOperations.map((operation) => [operation.operationId, operation] as const);

describe("the OpenAPI document", () => {
  test("is checked in as the routes make it", () => {
    expect(JSON.parse(read("docs/openapi.json"))).toEqual(
      JSON.parse(JSON.stringify(openApiDocument())),
    );
  });

  test("lints clean, warnings included", async () => {
    const redocly = fileURLToPath(new URL("node_modules/@redocly/cli/bin/cli.js", root));
    const env = {
      ...process.env,
      REDOCLY_TELEMETRY: "off",
      REDOCLY_SUPPRESS_UPDATE_NOTICE: "true",
    };
    const cwd = fileURLToPath(root);
    const lint = execFile(process.execPath, [redocly, "lint", "docs/openapi.json"], { cwd, env });
    await expect(lint).resolves.toMatchObject({ stderr: expect.stringContaining("is valid") });
  });

  test("is the same at every call", () => {
    expect(JSON.stringify(openApiDocument())).toBe(JSON.stringify(openApiDocument()));
  });

  test("has every route that the server answers, and no other", () => {
    const app = createApp({ pool: {} as never, auth: { mode: "off" }, metrics: true });
    const served = app.routes
      // The bare address is no part of the API: it leads whoever types it to the page.
      .filter(({ method, path }) => method !== "ALL" && path !== "/")
      .map(({ method, path }) => `${method.toLowerCase()} ${path.replaceAll(/:(\w+)/g, "{$1}")}`);
    const documented = documentedOperations.map(({ method, path }) => `${method} ${path}`);
    expect(served.sort()).toEqual(documented.sort());
  });

  test("names each operation once", () => {
    const ids = documentedOperations.map(({ operationId }) => operationId);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test.each(named)("%s says what it is for and how it can be refused", (_, operation) => {
    expect(operation).toMatchObject({ summary: expect.stringMatching(/^[A-Z].*[^.]$/) });
    expect(operation.tags).toHaveLength(1);
    expect(operation.security).toBeDefined();
    const statuses = Object.keys(operation.responses).map(Number);
    expect(statuses.some((status) => status < 300)).toBe(true);
    if (operation.security.length === 0) return;
    expect(statuses).toEqual(expect.arrayContaining([400, 401, 403, 404, 500, 503]));
    const body = operation.requestBody?.content["application/json"];
    if (operation.requestBody) {
      expect(statuses).toEqual(expect.arrayContaining([408, 413, 415]));
      expect(body?.example).toBeDefined();
    }
    const parameters = operation.parameters.map(({ name }) => name);
    const inPath = [...operation.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    expect(parameters).toEqual(expect.arrayContaining(inPath));
    expect(parameters.includes("idempotency-key")).toBe(operation.method === "post");
  });

  test("every code of a response has the status it stands under", () => {
    for (const { operationId, responses } of documentedOperations) {
      for (const [status, { description }] of Object.entries(responses)) {
        if (Number(status) < 400) continue;
        const codes = [...description.matchAll(/`(\w+)`:/g)].map(([, code]) => code ?? "");
        expect(codes.length, `${operationId} ${status}`).toBeGreaterThan(0);
        for (const code of codes) {
          expect(problems, code).toHaveProperty(code);
          expect(problems[code as keyof typeof problems].status, code).toBe(Number(status));
        }
      }
    }
  });
});

describe("the catalogue of problems", () => {
  test("has every refusal of the engine, in its words", () => {
    for (const [code, { message }] of Object.entries(refusals)) {
      expect(problems).toHaveProperty(code);
      expect(problems[code as keyof typeof refusals].title).toBe(message);
    }
  });

  test("is described in docs/errors.md, code by code with its status, and nothing else is", () => {
    const sections = read("docs/errors.md").split("\n## ").slice(1);
    const described = sections.flatMap((section) => {
      const [, code, title, status] =
        /^`(\w+)`\n\n(.*?)(?: SQLSTATE `MP\d+`,)? HTTP (\d+)\.\n/.exec(section) ?? [];
      return code === undefined ? [] : [[code, { title, status: Number(status) }] as const];
    });
    expect(Object.fromEntries(described)).toEqual(problems);
  });

  test("is no longer than what an operation or the server around them answers", () => {
    const text = JSON.stringify(openApiDocument());
    const unused = Object.keys(problems).filter((code) => !text.includes(`\`${code}\`:`));
    expect(unused.sort()).toEqual(notInOperations);
  });
});

/** Answered where there is no operation, or to other programs than callers of the API. */
const notInOperations = [
  "attempt_completed", // as the others of attempts and deadlines, of one item in a batch
  "attempt_conflict", // of an import
  "attempt_exempt",
  "attempt_not_current",
  "attempt_repeated",
  "attempt_withdrawn",
  "deadline_missing",
  "deadline_moved",
  "event_type_unknown", // of one event in a batch
  "headers_too_large",
  "key_not_found", // of the command
  "method_not_allowed",
  "tenant_exists", // of the command
];

test("the settings are named once, and each says what it is for", () => {
  const names = settings.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  for (const { about } of settings) expect(about).toMatch(/\.$/);
});
