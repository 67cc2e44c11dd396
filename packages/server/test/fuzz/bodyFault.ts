import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { document } from "../support/contract.ts";
import { closedSchema } from "./closedSchema.ts";

// Not strict about keywords: the document has those of OpenAPI beside those of JSON Schema.
const ajv = new Ajv2020({ strict: false });
addFormats.default(ajv);

const compiled = new Map<object | boolean, ValidateFunction>();

/** What is wrong with a body by a schema of the document; null where nothing is. */
export function bodyFault(schema: object | boolean, body: unknown): string | null {
  const validate = compiled.get(schema) ?? ajv.compile(closedSchema(schema, document));
  compiled.set(schema, validate);
  return validate(body) ? null : ajv.errorsText(validate.errors, { dataVar: "body" });
}
