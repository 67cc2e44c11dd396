/**
 * Whether a request's Accept header would rather have CSV than JSON (RFC 9110, 12.5.1). JSON where
 * it does not say, or takes both alike.
 */
export function prefersCsv(accept: string | undefined): boolean {
  if (accept === undefined) return false;
  const ranges = accept.split(",").map(rangeOf);
  const csv = bestOf(ranges, ["text/csv", "text/*", "*/*"]);
  const json = bestOf(ranges, ["application/json", "application/*", "*/*"]);
  if (csv.quality === 0) return false;
  // Of equal wishes the one that is spelled out: `text/csv, */*` means CSV.
  if (csv.quality === json.quality) return csv.rank < json.rank;
  return csv.quality > json.quality;
}

interface Range {
  readonly type: string;
  /** 0–1; 0 is a refusal. */
  readonly quality: number;
}

function rangeOf(text: string): Range {
  const [type = "", ...parameters] = text.split(";").map((part) => part.trim().toLowerCase());
  const weight = parameters.find((parameter) => parameter.startsWith("q="))?.slice(2);
  return { type, quality: weight === undefined ? 1 : Number(weight) || 0 };
}

/** What the most particular range says of a type. */
function bestOf(ranges: readonly Range[], patterns: readonly string[]) {
  const types = ranges.map(({ type }) => type);
  const rank = patterns.findIndex((pattern) => types.includes(pattern));
  const quality = ranges.find(({ type }) => type === patterns[rank])?.quality ?? 0;
  return { quality, rank: rank === -1 ? patterns.length : rank };
}
