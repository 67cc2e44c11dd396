import { z } from "@hono/zod-openapi";

/** An instant in an answer: the engine gives dates, which JSON writes as the contract says. */
export const instant = z.date().openapi({
  type: "string",
  format: "date-time",
  description: "RFC 3339, in UTC, to the millisecond.",
  example: "2026-03-01T09:00:00.000Z",
});

export const nullableInstant = z
  .date()
  .nullable()
  .openapi({ type: ["string", "null"], format: "date-time", example: "2026-03-01T09:00:00.000Z" });

const clock = "(?:[01]\\d|2[0-3]):[0-5]\\d";
const rfc3339 = new RegExp(
  `^(\\d{4})-(\\d\\d)-(\\d\\d)[Tt]${clock}:[0-5]\\d(?:\\.\\d+)?(?:[Zz]|[+-]${clock})$`,
);

const earliest = new Date("2000-01-01T00:00:00Z");
const tooLate = new Date(Date.UTC(10_000, 0));

/** The instant that a text states, or null: `Date` alone reads 30 February as 2 March. */
function parseInstant(text: string): Date | null {
  const [, year, month, day] = rfc3339.exec(text) ?? [];
  if (day === undefined) return null;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  if (date.getUTCDate() !== Number(day) || date.getUTCMonth() !== Number(month) - 1) return null;
  const instant = new Date(text.toUpperCase());
  return instant >= earliest && instant < tooLate ? instant : null;
}

/** An instant in a request: RFC 3339 with its zone, whatever zone that is. */
export const instantInput = z
  .string()
  .transform((value, { addIssue }) => {
    const date = parseInstant(value);
    if (date !== null) return date;
    const message = "Has to be an instant of 2000–9999 with its zone: 2026-03-01T09:00:00Z.";
    addIssue({ code: "custom", message, params: { refusal: "time_out_of_range" } });
    return z.NEVER;
  })
  .openapi({ format: "date-time", example: "2026-03-01T09:00:00Z" });
