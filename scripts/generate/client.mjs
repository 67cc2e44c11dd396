import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import openapiTS, { astToString } from "openapi-typescript";
import { root } from "../ensure.mjs";

// Writes the client's types from docs/openapi.json.
const folder = `${root}packages/client/src/generated`;
const document = JSON.parse(readFileSync(`${root}docs/openapi.json`, "utf8"));
const types = await openapiTS(document, {
  rootTypes: true,
  rootTypesNoSchemaPrefix: true,
  // A field with a default may be left out of a request.
  defaultNonNullable: false,
});
mkdirSync(folder, { recursive: true });
writeFileSync(
  `${folder}/openapi.ts`,
  `// Written by scripts/generate/client.mjs from docs/openapi.json.\n\n${astToString(types)}`,
);
