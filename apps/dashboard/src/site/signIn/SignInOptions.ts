/** How administrators sign in: by the host's OpenID Connect provider. */
export interface SignInOptions {
  readonly issuer: URL;
  readonly clientId: string;
  /** Null: a public client, which PKCE alone keeps apart. */
  readonly clientSecret: string | null;
  /** `openid` among it. */
  readonly scope: string;
  /** Which API the access token is asked for: as RFC 8707 has it, or as some providers do. */
  readonly resource: string | null;
  readonly audience: string | null;
  /** At least 32 random bytes, the same on every server. */
  readonly sessionKey: Buffer;
  /** Where browsers reach the dashboard: an origin. */
  readonly publicUrl: URL;
  /** What counts as the present. The machine's clock when omitted. */
  readonly now?: (() => Date) | undefined;
}
