const least = 32;

/** The key that a text states in hex or base64; null where it is neither, or under 32 bytes. */
export function readSecretKey(text: string): Buffer | null {
  const isHex = /^([0-9a-f]{2})+$/i.test(text);
  const isBase64 = /^[A-Za-z0-9+/_-]+={0,2}$/.test(text);
  if (!isHex && !isBase64) return null;
  const key = Buffer.from(text, isHex ? "hex" : "base64");
  return key.length >= least ? key : null;
}
