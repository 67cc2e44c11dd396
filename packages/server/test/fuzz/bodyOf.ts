import fc from "fast-check";
import type { DocumentedOperation } from "../support/contract.ts";
import { jsonOf, type Schema } from "./jsonOf.ts";
import type { Names } from "./known.ts";
import { nastyJson } from "./nasty.ts";

/** Bodies for an operation, each with its media type; mostly none where it takes none. */
export function bodyOf({ requestBody }: DocumentedOperation, names: Names) {
  const media = requestBody?.content["application/json"] as { schema?: Schema } | undefined;
  const json = media?.schema === undefined ? nastyJson : jsonOf(media.schema, "body", names);
  const buffer = (text: fc.Arbitrary<string>) => text.map((one) => Buffer.from(one, "utf8"));
  const broken = fc
    .tuple(buffer(json), fc.nat())
    .map(([bytes, lot]) => Buffer.concat([bytes.subarray(0, lot % (bytes.length + 1))]));
  const invalid = buffer(json).map((bytes) => Buffer.concat([bytes, Buffer.from([0xc3, 0x28])]));
  const marked = buffer(json).map((bytes) => Buffer.concat([Buffer.from("\ufeff"), bytes]));
  const content = fc.oneof(
    { weight: 600, arbitrary: buffer(json) },
    { weight: 20, arbitrary: broken },
    { weight: 10, arbitrary: invalid },
    { weight: 10, arbitrary: marked },
    { weight: 20, arbitrary: buffer(nastyJson) },
    { weight: 1, arbitrary: fc.constant(Buffer.alloc(10_000_000, 0x20)) },
  );
  const type = fc.oneof(
    { weight: 40, arbitrary: fc.constant("application/json") },
    {
      weight: 3,
      arbitrary: fc.constantFrom(
        "application/json; charset=utf-8",
        "application/json; charset=utf-16",
        "APPLICATION/JSON",
        "application/x-ndjson",
        "text/plain",
        "multipart/form-data; boundary=x",
        "application/x-www-form-urlencoded",
        "json",
        ";",
      ),
    },
  );
  const there = fc.tuple(content, type);
  const none = fc.constant<[undefined, undefined]>([undefined, undefined]);
  const usual = requestBody === undefined ? { weight: 1, other: 40 } : { weight: 40, other: 1 };
  return fc.oneof(
    { weight: usual.weight, arbitrary: there },
    { weight: usual.other, arbitrary: none },
  );
}
