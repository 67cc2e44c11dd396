import { z } from "@hono/zod-openapi";
import type { RefusalCode } from "@milepost/engine";

/** PostgreSQL stores neither in text: the character NUL, nor half of a surrogate pair. */
const unstorable = /[\0\p{Surrogate}]/u;

/** Whether PostgreSQL takes the text, and finds it as long as it may be: it counts code points. */
export function isStorable(value: string, least: number, most: number): boolean {
  return !unstorable.test(value) && hasLength(value, least, most);
}

/**
 * A text field of `least` to `most` characters, as PostgreSQL counts them.
 *
 * @param refusal - what the engine calls a text of another length
 */
export function text(least: number, most: number, refusal: RefusalCode = "text_out_of_range") {
  return z
    .string()
    .superRefine((value, { addIssue }) => {
      if (unstorable.test(value)) {
        addIssue({ code: "custom", message: "Holds NUL or half of a surrogate pair." });
      } else if (!hasLength(value, least, most)) {
        const message = `Has to have ${least} to ${most.toLocaleString("en")} characters.`;
        addIssue({ code: "custom", message, params: { refusal } });
      }
    })
    .openapi({ minLength: least, maxLength: most });
}

function hasLength(value: string, least: number, most: number): boolean {
  // A code point takes one or two units, so most texts are decided without counting.
  if (value.length < least || value.length > 2 * most) return false;
  if (value.length <= most && value.length >= 2 * least) return true;
  let length = 0;
  for (const _ of value) length += 1;
  return length >= least && length <= most;
}
