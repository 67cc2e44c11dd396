/** Who is signed in, and whether anybody can be. */
export interface SignedIn {
  readonly signedIn: boolean;
  readonly name: string | null;
  readonly expiresAt: string | null;
  /** `none`: the server asks nobody. `unconfigured`: nobody can sign in. */
  readonly signIn: "oidc" | "none" | "unconfigured";
}

/** Asks the server, which alone knows: no script sees a token. */
export async function readSignedIn(): Promise<SignedIn> {
  const answer = await fetch("/admin/session");
  if (!answer.ok) throw new Error(`The session could not be read: ${answer.status}.`);
  return (await answer.json()) as SignedIn;
}

/** Signs out here, and says where to go for the rest of it. */
export async function signOut(): Promise<string> {
  const answer = await fetch("/admin/sign-out", { method: "POST" });
  if (!answer.ok) throw new Error(`Signing out failed: ${answer.status}.`);
  return ((await answer.json()) as { to: string }).to;
}

/** Where one signs in and comes back to this very address. */
export function signInHref({ asSomebodyElse = false } = {}): string {
  const to = window.location.pathname + window.location.search;
  return `/admin/sign-in?${new URLSearchParams({
    to,
    ...(asSomebodyElse ? { prompt: "login" } : {}),
  })}`;
}
