import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { exportJWK, generateKeyPair } from "jose";
import { type Configuration, Provider } from "oidc-provider";
import { afterAll, beforeAll } from "vitest";
import { freePort } from "../../../../tests/support/freePort.ts";

/** Who can sign in, and what the provider says of them to the API. */
const accounts: Readonly<Record<string, { name: string; claims: Record<string, string> }>> = {
  grace: { name: "Grace Example", claims: { role: "administrator" } },
  ada: { name: "Ada Example", claims: { role: "learner" } },
  wordy: { name: "Wordy", claims: { role: "administrator", more: "x".repeat(4_000) } },
  endless: { name: "Endless", claims: { role: "administrator", more: "x".repeat(9_000) } },
};

/** What the provider makes tokens for. */
export const resource = "urn:milepost:api";
export const secret = "hunter2 & more";
/** Of the access tokens. */
export const tokenSeconds = 3_600;

export interface TestProvider {
  readonly issuer: string;
  /** Grants by which tokens were given, in order. */
  readonly grants: string[];
}

const features: Configuration["features"] = {
  devInteractions: { enabled: false },
  revocation: { enabled: true },
  resourceIndicators: {
    enabled: true,
    useGrantedResource: () => true,
    getResourceServerInfo: () => ({
      scope: "",
      audience: "milepost",
      accessTokenFormat: "jwt",
      accessTokenTTL: tokenSeconds,
      jwt: { sign: { alg: "ES256" } },
    }),
  },
};

/** A real OpenID Connect provider on this machine, for a dashboard at `publicUrl()`. */
export function useProvider(publicUrl: () => string): TestProvider {
  const grants: string[] = [];
  let issuer = "";
  let server: Server | undefined;
  beforeAll(async () => {
    const port = await freePort();
    issuer = `http://127.0.0.1:${port}`;
    const { privateKey } = await generateKeyPair("ES256", { extractable: true });
    const key = { ...(await exportJWK(privateKey)), alg: "ES256", use: "sig", kid: "one" };
    const provider = new Provider(issuer, configurationOf(publicUrl(), key));
    provider.on("grant.success", ({ oidc }) => grants.push(String(oidc.params?.grant_type)));
    provider.on("server_error", (_, error) => console.error(error));
    const answer = provider.callback();
    server = createServer((request, response) => {
      const isAsked = request.url?.startsWith("/interaction/");
      void (isAsked ? interact(provider, request, response) : answer(request, response));
    });
    await new Promise<void>((resolve) => server?.listen(port, "127.0.0.1", resolve));
  });
  afterAll(() => {
    server?.closeAllConnections();
    server?.close();
  });
  return {
    get issuer() {
      return issuer;
    },
    grants,
  };
}

function configurationOf(publicUrl: string, key: Record<string, unknown>): Configuration {
  const client = {
    redirect_uris: [`${publicUrl}/admin/callback`],
    post_logout_redirect_uris: [`${publicUrl}/admin`],
    id_token_signed_response_alg: "ES256" as const,
  };
  return {
    clients: [
      {
        ...client,
        client_id: "dashboard",
        client_secret: secret,
        grant_types: ["authorization_code", "refresh_token"],
      },
      { ...client, client_id: "public", token_endpoint_auth_method: "none" },
    ],
    jwks: { keys: [key] },
    cookies: { keys: ["of this test alone"] },
    claims: { openid: ["sub"], profile: ["name"] },
    conformIdTokenClaims: false,
    features,
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    ttl: {
      AccessToken: tokenSeconds,
      IdToken: 600,
      Grant: 86_400,
      Session: 86_400,
      Interaction: 600,
      RefreshToken: 86_400,
    },
    rotateRefreshToken: true,
    issueRefreshToken: (_, client) => client.grantTypeAllowed("refresh_token"),
    findAccount: (_, accountId) => ({
      accountId,
      claims: () => ({ sub: accountId, name: accounts[accountId]?.name }),
    }),
    extraTokenClaims: (_, token) =>
      "accountId" in token ? accounts[token.accountId]?.claims : undefined,
    // Nobody is asked whether the dashboard may know them.
    async loadExistingGrant({ oidc }) {
      const { client, session, provider } = oidc;
      const grant = new provider.Grant({
        ...(client ? { clientId: client.clientId } : {}),
        ...(session?.accountId ? { accountId: session.accountId } : {}),
      });
      grant.addOIDCScope("openid profile");
      await grant.save();
      return grant;
    },
  };
}

/** The provider's page: whoever is named is believed. */
async function interact(provider: Provider, request: IncomingMessage, response: ServerResponse) {
  if (request.method === "POST") {
    let body = "";
    for await (const chunk of request) body += chunk;
    const accountId = new URLSearchParams(body).get("account") ?? "";
    await provider.interactionFinished(request, response, { login: { accountId } });
    return;
  }
  response.setHeader("content-type", "text/html");
  response.end(`<!doctype html><title>Provider</title>
    <form method="post"><label>Account <input name="account"></label>
    <button>Continue</button></form>`);
}
