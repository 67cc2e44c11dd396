/** One environment variable. */
export interface Setting {
  readonly name: string;
  /** As it would be written; null where nothing stands in for it. */
  readonly default: string | null;
  /** What it is for and which values it takes, as a sentence or two of Markdown. */
  readonly about: string;
}

/** Every environment variable the server reads; the README's table is compared with it. */
export const settings = [
  {
    name: "DATABASE_URL",
    default: null,
    about:
      "`postgres://…` of PostgreSQL 15 or newer, as a member of `milepost_app`. Without it the " +
      "embedded database.",
  },
  {
    name: "MILEPOST_DATA",
    default: "./.milepost",
    about: "Folder of the embedded database.",
  },
  { name: "HOST", default: "127.0.0.1", about: "Name or address to listen on." },
  { name: "PORT", default: "4680", about: "Port to listen on, 0–65535; 0 takes a free one." },
  {
    name: "LOG_LEVEL",
    default: "info",
    about: "`trace`, `debug`, `info`, `warn`, `error`, `fatal` or `silent`.",
  },
  {
    name: "MILEPOST_AUTH",
    default: "keys",
    about:
      "`keys`: every request carries an API key or a token. `off`: everyone may do everything; " +
      "for development, and refused unless `HOST` is a loopback address.",
  },
  {
    name: "MILEPOST_JWKS_URL",
    default: null,
    about:
      "Where the keys that verify tokens are fetched: `https://…`, or `http://…` of this " +
      "machine. Without it and `MILEPOST_JWKS`, only API keys are accepted.",
  },
  {
    name: "MILEPOST_JWKS",
    default: null,
    about: "The keys themselves, as a JSON Web Key Set, instead of `MILEPOST_JWKS_URL`.",
  },
  {
    name: "MILEPOST_JWT_ISSUER",
    default: null,
    about: "`iss` of the tokens. Needed with either of the above.",
  },
  {
    name: "MILEPOST_JWT_AUDIENCE",
    default: null,
    about: "`aud` of the tokens. Needed with either of the above.",
  },
  {
    name: "MILEPOST_CORS_ORIGINS",
    default: "",
    about:
      "Origins whose pages may call from a browser, separated by commas: " +
      "`https://a.example,https://b.example`.",
  },
  {
    name: "MILEPOST_POOL_SIZE",
    default: "10",
    about: "Connections to PostgreSQL, 1–1000. The embedded database has one.",
  },
  {
    name: "MILEPOST_REQUEST_TIMEOUT_MS",
    default: "30000",
    about: "Time for a request and for a statement, in milliseconds, 100–600000.",
  },
  {
    name: "MILEPOST_BODY_LIMIT_BYTES",
    default: "1048576",
    about:
      "Size of a request body, 1024–104857600. Batches of events, enrollments and " +
      "group members may have 8 MiB, or this if it is more.",
  },
  {
    name: "MILEPOST_KEY_RATE",
    default: "0",
    about: "Requests a minute of each API key, over all servers, 0–10000000; 0 for any number.",
  },
  {
    name: "MILEPOST_PERSON_RATE",
    default: "600",
    about:
      "Requests a minute of each person whom a token names, over all servers, 0–10000000; 0 for " +
      "any number.",
  },
  {
    name: "MILEPOST_SHUTDOWN_MS",
    default: "10000",
    about: "Time that requests under way are given on shutdown, in milliseconds, 0–600000.",
  },
  {
    name: "MILEPOST_METRICS",
    default: null,
    about: "`on` or `off`: whether `/metrics` is answered. On where `HOST` is a loopback address.",
  },
  {
    name: "MILEPOST_WEBHOOK_KEY",
    default: null,
    about:
      "At least 32 random bytes in base64 or hex, from which the secrets of webhooks follow: the " +
      "same on every server. Without it none is created and nothing is sent; the embedded " +
      "database keeps one in its folder.",
  },
  {
    name: "MILEPOST_WEBHOOK_ALLOW",
    default: "",
    about:
      "Receivers that webhooks are sent to though they are not of the public internet, separated " +
      "by commas: host names, addresses, networks such as `10.1.0.0/16`. They may be `http://`.",
  },
  {
    name: "MILEPOST_PUBLIC_URL",
    default: null,
    about:
      "Where browsers reach this server, such as `https://milepost.example`; `http://…` on this " +
      "machine only. The provider sends administrators back to `/admin/callback` there.",
  },
  {
    name: "MILEPOST_OIDC_ISSUER",
    default: null,
    about:
      "Issuer of the OpenID Connect provider that administrators [sign in](docs/dashboard.md) to " +
      "the dashboard with. Needs a client id, `MILEPOST_SESSION_KEY` and " +
      "`MILEPOST_PUBLIC_URL` beside it, and the keys of its tokens in `MILEPOST_JWKS_URL` or " +
      "`MILEPOST_JWKS`. Not used where `MILEPOST_AUTH` is `off`.",
  },
  {
    name: "MILEPOST_OIDC_CLIENT_ID",
    default: null,
    about: "The dashboard's client id at the provider.",
  },
  {
    name: "MILEPOST_OIDC_CLIENT_SECRET",
    default: null,
    about: "The client's secret. A client without one is kept apart by PKCE alone.",
  },
  {
    name: "MILEPOST_OIDC_SCOPE",
    default: "openid profile",
    about:
      "What is asked of the provider, `openid` among it. With `offline_access` most providers " +
      "give a refresh token, and a session outlives its first token.",
  },
  {
    name: "MILEPOST_OIDC_RESOURCE",
    default: null,
    about: "URI sent as `resource`, for providers that make access tokens for an API by RFC 8707.",
  },
  {
    name: "MILEPOST_OIDC_AUDIENCE",
    default: null,
    about: "Sent as `audience`, for providers that want to be asked that way instead.",
  },
  {
    name: "MILEPOST_SESSION_KEY",
    default: null,
    about:
      "At least 32 random bytes in base64 or hex, which the cookies of the dashboard are " +
      "encrypted with: the same on every server. Another key signs everybody out.",
  },
] as const satisfies readonly Setting[];

export type SettingName = (typeof settings)[number]["name"];
