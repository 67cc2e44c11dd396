const [date, hours, minutes] = ["(\\d{4})-(\\d\\d)-(\\d\\d)", "(?:[01]\\d|2[0-3])", "[0-5]\\d"];
const time = `${hours}:${minutes}:${minutes}(?:\\.\\d+)?`;
const rfc3339 = new RegExp(`^${date}[Tt ]${time}(?:[Zz]|[+-]${hours}:${minutes})$`);

/** The instant a text states with its zone, or null: `Date` alone reads 30 February as 2 March. */
export function instantOf(text: string): Date | null {
  const [, year, month, day] = rfc3339.exec(text) ?? [];
  if (day === undefined) return null;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  if (date.getUTCDate() !== Number(day) || date.getUTCMonth() !== Number(month) - 1) return null;
  return new Date(text.toUpperCase().replace(" ", "T"));
}
