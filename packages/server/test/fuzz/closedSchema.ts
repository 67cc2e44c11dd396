/**
 * A schema of the document with what it refers to put in its place, and every object closed, so that
 * a member too many shows as one too few does. The parts of an `allOf` are closed together.
 */
export function closedSchema(schema: object | boolean, document: object): object {
  const closed = close(schema, document);
  return typeof closed === "object" && closed !== null ? closed : {};
}

function close(node: unknown, document: object, isPart = false): unknown {
  if (Array.isArray(node)) return node.map((one) => close(one, document));
  if (typeof node !== "object" || node === null) return node;
  if ("$ref" in node) return close(referred(String(node.$ref), document), document, isPart);
  const own = Object.fromEntries(
    Object.entries(node).map(([key, value]) => {
      const isAllOf = key === "allOf" && Array.isArray(value);
      if (isAllOf) return [key, value.map((one: unknown) => close(one, document, true))];
      return [key, close(value, document)];
    }),
  );
  const isObject = own.type === "object" && "properties" in own;
  const isOpen = "additionalProperties" in own || isPart || !(isObject || "allOf" in own);
  return isOpen ? own : { ...own, unevaluatedProperties: false };
}

function referred(ref: string, document: object): unknown {
  return ref
    .slice(2)
    .split("/")
    .reduce((node: unknown, key) => Reflect.get(Object(node), key), document);
}
