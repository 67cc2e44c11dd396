import { createHash } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { createApp } from "../src/createApp.ts";
import { html } from "../src/docs/html.ts";
import { inline, markdown } from "../src/docs/markdown.ts";
import { exampleOf, typeOf } from "../src/docs/schemas.ts";
import { document, documentedOperations } from "./support/contract.ts";

describe("the page of the document", () => {
  const app = createApp({ pool: {} as never, auth: { mode: "off" } });
  let page: string;
  let policy: string;
  beforeAll(async () => {
    const response = await app.request("http://localhost/v1/docs");
    page = await response.text();
    policy = response.headers.get("content-security-policy") ?? "";
    expect(response.headers.get("content-type")).toBe("text/html; charset=utf-8");
  });

  test("is where the bare address leads", async () => {
    const response = await app.request("http://localhost/");
    expect(response.status).toBe(302);
    expect(response.headers.get("location")).toBe("/v1/docs");
  });

  test("has every operation and every schema", () => {
    for (const { operationId } of documentedOperations) {
      expect(page).toContain(`<h3 id="${operationId}">`);
    }
    for (const name of Object.keys(document.components.schemas)) {
      expect(page).toContain(`<h3 id="${name.toLowerCase()}">${name}</h3>`);
    }
  });

  test("names no anchor twice and links to none that is missing", () => {
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const links = [...page.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
    expect(links.length).toBeGreaterThan(40);
    for (const link of links) expect(ids).toContain(link);
  });

  test("loads nothing from elsewhere, runs nothing, and its policy allows its own style alone", () => {
    expect(page).not.toMatch(/<script|<link|<img|<iframe|\son\w+=|style="|url\(|@import/);
    const [, style = ""] = /<style>([\s\S]*)<\/style>/.exec(page) ?? [];
    const hash = createHash("sha256").update(style).digest("base64");
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain(`style-src 'sha256-${hash}'`);
    expect(policy).toContain("frame-ancestors 'none'");
  });

  test("reads in light and dark", () => {
    expect(page).toContain("color-scheme: light dark");
  });

  test("links to the document it was made from", async () => {
    expect(page).toContain('<a href="openapi.json">');
    const response = await app.request("http://localhost/v1/openapi.json");
    expect(response.headers.get("content-type")).toBe("application/json");
    expect(await response.json()).toEqual(document);
  });
});

describe("its parts", () => {
  test("whatever is put into HTML is escaped, unless it is HTML", () => {
    const inner = html`<b>${"<&>\"'"}</b>`;
    expect(html`${inner}${1}${null}${[inner]}`.text).toBe(
      "<b>&#60;&#38;&#62;&#34;&#39;</b>1<b>&#60;&#38;&#62;&#34;&#39;</b>",
    );
  });

  test("Markdown becomes paragraphs, lists, bold and code", () => {
    expect(html`${markdown("a `<b>` **c**\n\n- d\n- e `f`")}`.text).toBe(
      "<p>a <code>&#60;b&#62;</code> <strong>c</strong></p>" +
        "<ul><li>d</li><li>e <code>f</code></li></ul>",
    );
    expect(html`${inline("plain")}`.text).toBe("plain");
  });

  test("a schema has a short name and an example", () => {
    const open = openObject();
    expect(typeOf(open)).toBe("{ at, many, id }");
    expect(typeOf({ type: ["string", "null"], format: "date-time" })).toBe("instant or null");
    expect(typeOf({ type: "string", minLength: 1, maxLength: 9 })).toBe("string, 1–9");
    expect(
      typeOf({ type: "array", items: { $ref: "#/components/schemas/Event" }, maxItems: 5_000 }),
    ).toBe("Event[], at most 5,000");
    expect(exampleOf(open, document)).toEqual({ at: "now", many: [true], id: "…" });
  });

  const openObject = () => ({
    type: "object",
    properties: {
      at: { type: "string", example: "now" },
      many: { type: "array", items: { type: "boolean" } },
      id: { anyOf: [{ type: "string" }, { type: "null" }] },
    },
  });
});
