/** The city of an IANA zone, as people say it: `Europe/Berlin` → `Berlin`. */
export function cityOf(zone: string): string {
  return (zone.split("/").at(-1) ?? zone).replaceAll("_", " ");
}
