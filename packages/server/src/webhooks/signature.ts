import { createHmac } from "node:crypto";

/** What a webhook's secret follows from, beside the server's key. */
export interface SecretOf {
  readonly tenant: string;
  readonly webhook: string;
  /** From 1; the secret changes with it. */
  readonly version: number;
}

/**
 * The secret of a webhook, 32 bytes. It is stored nowhere: whoever has the database alone cannot
 * sign, and a server that has the key needs no more.
 */
export function webhookSecret(key: Uint8Array, { tenant, webhook, version }: SecretOf): Buffer {
  const about = JSON.stringify(["milepost webhook", tenant, webhook, version]);
  return createHmac("sha256", key).update(about).digest();
}

/** The secret as it is shown and as libraries of Standard Webhooks take it. */
export function shownSecret(secret: Buffer): string {
  return `whsec_${secret.toString("base64")}`;
}

/**
 * The headers that Standard Webhooks signs a body with: one signature a secret, so that a receiver
 * who knows any of them can verify it.
 */
export function signatureHeaders(
  { id, body, at }: { id: string; body: string; at: Date },
  secrets: readonly Buffer[],
): Record<string, string> {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const signatures = secrets.map((secret) => {
    const mac = createHmac("sha256", secret).update(`${id}.${timestamp}.${body}`);
    return `v1,${mac.digest("base64")}`;
  });
  return {
    "webhook-id": id,
    "webhook-timestamp": timestamp,
    "webhook-signature": signatures.join(" "),
  };
}
