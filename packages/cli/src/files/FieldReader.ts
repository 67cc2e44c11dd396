import { instantOf } from "./instantOf.ts";
import type { Fields } from "./readCsv.ts";

/** What is wrong with a field, written for whoever made the file. */
export class FieldFault extends Error {
  override readonly name = "FieldFault";
}

/** PostgreSQL stores neither in text: the character NUL, nor half of a surrogate pair. */
const unstorable = /[\0\p{Surrogate}]/u;

/**
 * Reads the fields of one object of a file. CSV has text only and JSON has types, so a number may
 * come as either. An absent field, null and an empty CSV field are the same.
 */
export class FieldReader {
  readonly #fields: Fields;

  /** @throws {@link FieldFault} where the object has a field of another name */
  constructor(fields: Fields, known: ReadonlySet<string>) {
    this.#fields = fields;
    for (const name of Object.keys(fields)) {
      if (!known.has(name)) throw new FieldFault(`There is no field named "${name}".`);
    }
  }

  /** @param most - characters; where omitted, the engine says what is too long */
  text(name: string, most = Number.POSITIVE_INFINITY): string | undefined {
    const value = this.#fields[name] ?? undefined;
    if (value === undefined) return undefined;
    if (typeof value !== "string") throw new FieldFault(`"${name}" has to be text.`);
    if (unstorable.test(value)) {
      throw new FieldFault(`"${name}" holds NUL or half of a surrogate pair.`);
    }
    if (value.length > most) throw new FieldFault(`"${name}" has more than ${most} characters.`);
    return value;
  }

  requiredText(name: string): string {
    return this.text(name) ?? this.missing(name);
  }

  missing(name: string): never {
    throw new FieldFault(`"${name}" is missing.`);
  }

  oneOf<Choice extends string>(name: string, choices: readonly Choice[]): Choice | undefined {
    const value = this.text(name);
    const choice = choices.find((one) => one === value);
    if (value === undefined || choice !== undefined) return choice;
    throw new FieldFault(`"${name}" has to be one of ${choices.join(", ")}.`);
  }

  instant(name: string): Date | undefined {
    const value = this.text(name);
    if (value === undefined) return undefined;
    const instant = instantOf(value);
    if (instant !== null) return instant;
    throw new FieldFault(
      `"${name}" has to be an instant with its zone, such as 2026-03-01T09:00:00Z.`,
    );
  }

  /** A whole number of at least `least`, which fits the database's integer. */
  integer(name: string, least: number): number | undefined {
    const value = this.#fields[name] ?? undefined;
    if (value === undefined) return undefined;
    const number = typeof value === "string" && /^\d{1,10}$/.test(value) ? Number(value) : value;
    if (typeof number === "number" && Number.isInteger(number)) {
      if (number >= least && number < 2 ** 31) return number;
    }
    throw new FieldFault(`"${name}" has to be a whole number from ${least} up.`);
  }

  boolean(name: string): boolean | undefined {
    const value = this.#fields[name] ?? undefined;
    if (value === undefined || typeof value === "boolean") return value;
    if (value === "true" || value === "false") return value === "true";
    throw new FieldFault(`"${name}" has to be true or false.`);
  }
}
