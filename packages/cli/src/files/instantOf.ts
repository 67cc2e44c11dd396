const rfc3339 =
  /^(\d{4})-(\d\d)-(\d\d)[Tt ](?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:[Zz]|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;

/** The instant a text states with its zone, or null: `Date` alone reads 30 February as 2 March. */
export function instantOf(text: string): Date | null {
  const [, year, month, day] = rfc3339.exec(text) ?? [];
  if (day === undefined) return null;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  if (date.getUTCDate() !== Number(day) || date.getUTCMonth() !== Number(month) - 1) return null;
  return new Date(text.toUpperCase().replace(" ", "T"));
}
