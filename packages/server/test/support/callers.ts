import { createApiKey, createTenant, putOutline } from "@milepost/engine";
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from "jose";
import type pg from "pg";

export interface Caller {
  readonly name: string;
  /** What is sent for authorization; nothing where it is undefined. */
  readonly token: string | undefined;
  /** Undefined where the server is to know nobody by it. */
  readonly role?: "service" | "administrator" | "learner";
  /** Whether the data that is asked for is of their tenant, and of them where they are learners. */
  readonly isOurs?: boolean;
}

type Pair = Awaited<ReturnType<typeof generateKeyPair>>;

/** The other tenant; what there is in ours is there under the same ids, but for the titles. */
export const elsewhere = "elsewhere";

const [issuer, audience] = ["https://academy.example", "milepost"];

/** An issuer whose tokens a server with `env` trusts, and another one. */
export async function createIssuers() {
  const [trusted, other] = await Promise.all([generateKeyPair("ES256"), generateKeyPair("ES256")]);
  const key = { ...(await exportJWK(trusted.publicKey)), kid: "first", alg: "ES256" };
  const env = {
    MILEPOST_JWKS: JSON.stringify({ keys: [key] }),
    MILEPOST_JWT_ISSUER: issuer,
    MILEPOST_JWT_AUDIENCE: audience,
  };
  return { env, trusted, other };
}

/** Everyone who might call: nobody, strangers, each role, and each role of another tenant. */
export async function createCallers(
  pool: pg.Pool,
  { trusted, other }: { trusted: Pair; other: Pair },
): Promise<Caller[]> {
  await createTenant(pool, { tenant: elsewhere });
  const lessons = ["fs-1", "fs-2"].map((id) => ({ id, title: id }));
  await putOutline(pool, { course: "fs", title: "Course", lessons }, { tenant: elsewhere });
  const token = (claims: JWTPayload, { privateKey } = trusted, expires = "1h") =>
    new SignJWT({ iss: issuer, aud: audience, ...claims })
      .setProtectedHeader({ alg: "ES256", kid: "first" })
      .setIssuedAt()
      .setExpirationTime(expires)
      .sign(privateKey);
  const ours = { isOurs: true };
  return [
    { name: "nobody", token: undefined },
    { name: "a key that is not there", token: "mp_unknown" },
    { name: "nonsense", token: "e30.e30.e30" },
    { name: "an expired token", token: await token({ sub: "ada" }, trusted, "-1h") },
    { name: "a token of another issuer", token: await token({ sub: "ada" }, other) },
    { name: "a token for others", token: await token({ sub: "ada", aud: "others" }) },
    { name: "a token without a subject", token: await token({}) },
    ...(await createKeys(pool, "default")),
    ...(await createKeys(pool, elsewhere)),
    {
      name: "an administrator",
      token: await token({ sub: "eve", role: "administrator" }),
      role: "administrator",
      ...ours,
    },
    { name: "the learner", token: await token({ sub: "ada" }), role: "learner", ...ours },
    { name: "another learner", token: await token({ sub: "mallory" }), role: "learner" },
    {
      name: "the learner's namesake in another tenant",
      token: await token({ sub: "ada", tenant: elsewhere }),
      role: "learner",
    },
    {
      name: "a learner of no tenant",
      token: await token({ sub: "ada", tenant: "nowhere" }),
      role: "learner",
    },
  ];
}

async function createKeys(pool: pg.Pool, tenant: string): Promise<Caller[]> {
  const roles = ["service", "administrator"] as const;
  const keys = roles.map(async (role) => {
    const { key } = await createApiKey(pool, { name: role, role }, { tenant });
    return { name: `${role} of ${tenant}`, token: key, role, isOurs: tenant === "default" };
  });
  return Promise.all(keys);
}
