import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { closed, document } from "../support/contract.ts";

// Not strict about keywords: the document has those of OpenAPI beside those of JSON Schema.
const ajv = new Ajv2020({ strict: false });
addFormats.default(ajv);
// Every object closed: a member too many is as little in the document as one too few.
ajv.addSchema(withOwnRefs({ $defs: document.components.schemas }), "milepost");

const compiled = new Map<object | boolean, ValidateFunction>();

/** What is wrong with a body by a schema of the document; null where nothing is. */
export function bodyFault(schema: object | boolean, body: unknown): string | null {
  const validate = compiled.get(schema) ?? compile(schema);
  if (validate(body)) return null;
  return ajv.errorsText(validate.errors, { dataVar: "body" });
}

function withOwnRefs(schema: object | boolean): object {
  const text = JSON.stringify(schema).replaceAll("#/components/schemas/", "milepost#/$defs/");
  return closed(JSON.parse(text)) as object;
}

function compile(schema: object | boolean): ValidateFunction {
  const validate = ajv.compile(withOwnRefs(schema));
  compiled.set(schema, validate);
  return validate;
}
