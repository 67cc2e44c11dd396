import { MilepostError } from "../MilepostError.ts";

/**
 * The id of a webhook as PostgreSQL can take it: what is no number is the id of none.
 * @throws {@link MilepostError} `webhook_not_found`
 */
export function webhookNumber(webhook: string): string {
  if (/^\d{1,18}$/.test(webhook)) return webhook;
  throw new MilepostError("webhook_not_found", { webhook });
}
