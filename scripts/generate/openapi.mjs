import { mkdirSync, writeFileSync } from "node:fs";
import { ensure, root } from "../ensure.mjs";

// Writes docs/openapi.json from the routes.
await ensure(["packages/server"]);
const { openApiDocument } = await import("../../packages/server/dist/index.js");
mkdirSync(`${root}docs`, { recursive: true });
writeFileSync(`${root}docs/openapi.json`, `${JSON.stringify(openApiDocument(), null, 2)}\n`);
