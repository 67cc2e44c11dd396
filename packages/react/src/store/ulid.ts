const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

let last = 0;

/**
 * A ULID: 48 bits of time and 80 of chance, in Crockford's base 32. The time never goes back within
 * a page, so that facts in order of their ids are in the order they were recorded.
 */
export function ulid(now = Date.now()): string {
  last = Math.max(now, last + 1);
  let text = "";
  for (let time = last, n = 0; n < 10; n++, time = Math.floor(time / 32)) {
    text = alphabet.charAt(time % 32) + text;
  }
  for (const byte of crypto.getRandomValues(new Uint8Array(16))) text += alphabet.charAt(byte % 32);
  return text;
}
