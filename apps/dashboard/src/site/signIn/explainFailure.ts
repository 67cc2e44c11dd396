import {
  AuthorizationResponseError,
  ClientError,
  ResponseBodyError,
  WWWAuthenticateChallengeError,
} from "openid-client";
import { UnusableToken } from "./Provider.ts";

interface Failure {
  readonly status: 400 | 502;
  readonly title: string;
  readonly text: string;
  readonly reason: string | undefined;
}

const title = "Signing in did not work";

/**
 * Says why a sign-in failed. Of an error no more than its code: others hold what was sent, and that
 * is a secret.
 */
export function explainFailure(error: unknown): Failure {
  if (error instanceof AuthorizationResponseError) {
    const text = "The sign-in provider turned it down.";
    return { status: 400, title, text, reason: codeOf(error.error) };
  }
  if (error instanceof ResponseBodyError) {
    // A code that was used or has run out is the browser's; the rest is how the client is set up.
    const status = error.error === "invalid_grant" ? 400 : 502;
    const text = "The sign-in provider gave no token.";
    return { status, title, text, reason: codeOf(error.error) };
  }
  if (error instanceof WWWAuthenticateChallengeError) {
    const text = "The sign-in provider does not take this server's client id with its secret.";
    return { status: 502, title, text, reason: "invalid_client" };
  }
  if (error instanceof UnusableToken) {
    const text =
      "The provider's access token is not one that Milepost can verify. Whoever runs this server " +
      "has it made for an API: see docs/dashboard.md.";
    return { status: 502, title, text, reason: error.code };
  }
  if (error instanceof ClientError && codesOfAnswers.has(error.code ?? "")) {
    const text = "What came back does not belong to the sign-in that began in this browser.";
    return { status: 400, title, text, reason: codeOf(error.code) };
  }
  return explainNoProvider(error);
}

/** Says that a sign-in could not even begin. */
export function explainNoProvider(error: unknown): Failure {
  const text = "The sign-in provider cannot be reached, or is not what was configured.";
  return { status: 502, title, text, reason: codeOf(error) };
}

/** Of answers to the browser that have the wrong state or nonce. */
const codesOfAnswers = new Set(["OAUTH_INVALID_RESPONSE", "OAUTH_JWT_CLAIM_COMPARISON_FAILED"]);

function codeOf(error: unknown): string | undefined {
  if (typeof error === "string") return /^[\w.-]{1,60}$/.test(error) ? error : undefined;
  if (!(error instanceof Error)) return undefined;
  const code = "code" in error ? codeOf(error.code) : undefined;
  return code ?? codeOf(error.cause);
}
