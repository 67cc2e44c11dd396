/** PostgreSQL's numeric arrives as text, so that no digit is lost; two decimals fit a number. */
export function percentage(value: string | null): number | null {
  return value === null ? null : Number(value);
}
