import { hkdfSync } from "node:crypto";
import { EncryptJWT, errors, jwtDecrypt } from "jose";

const alg = "dir";
const enc = "A256GCM";

/** Encrypts what a browser keeps for the server: it cannot be read there, nor changed. */
export class Sealer {
  readonly #key: Uint8Array;

  /** @param purpose - what is sealed for one is nothing for another */
  constructor(secret: Buffer, purpose: string) {
    const info = `milepost dashboard ${purpose}`;
    this.#key = new Uint8Array(hkdfSync("sha256", secret, "", info, 32));
  }

  /** Text of base64url and dots that {@link open} takes until an instant. */
  seal(payload: object, until: Date): Promise<string> {
    return new EncryptJWT({ ...payload })
      .setProtectedHeader({ alg, enc })
      .setExpirationTime(until)
      .encrypt(this.#key);
  }

  /** Null where it was sealed by somebody else, for something else, or for less long. */
  async open(sealed: string, now: Date): Promise<unknown> {
    try {
      const { payload } = await jwtDecrypt(sealed, this.#key, {
        keyManagementAlgorithms: [alg],
        contentEncryptionAlgorithms: [enc],
        requiredClaims: ["exp"],
        currentDate: now,
      });
      return payload;
    } catch (error) {
      if (error instanceof errors.JOSEError) return null;
      throw error;
    }
  }
}
