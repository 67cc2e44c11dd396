import { Hono } from "hono";
import { compress } from "hono/compress";
import { answerAsset } from "./answerAsset.ts";
import { type Api, type ApiEnv, forwardToApi } from "./forwardToApi.ts";
import { renderShell } from "./renderShell.ts";
import { addNoSignIn } from "./signIn/addNoSignIn.ts";
import { addSignIn } from "./signIn/addSignIn.ts";
import { Provider } from "./signIn/Provider.ts";
import { Sessions } from "./signIn/Sessions.ts";
import type { SignInOptions } from "./signIn/SignInOptions.ts";

/** The administrator's dashboard at `/admin`, to be mounted beside the API that it reads. */
export interface Dashboard {
  readonly path: string;
  fetch(request: Request, api: Api): Promise<Response>;
}

export interface DashboardOptions {
  /** Nobody can sign in when omitted or null: enough for an open server, which asks nobody. */
  readonly signIn?: SignInOptions | null | undefined;
}

/**
 * Makes the dashboard: one page for every address, its files, the API below `/admin/api`, and the
 * way in and out.
 */
export function createDashboard({ signIn }: DashboardOptions = {}): Dashboard {
  const app = new Hono<ApiEnv>().basePath("/admin");
  const provider = signIn ? new Provider(signIn) : null;
  const sessions = signIn && provider ? new Sessions(signIn, provider) : null;
  const forward = forwardToApi({ publicOrigin: signIn?.publicUrl.origin ?? null, sessions });
  // Before what is compressed: a stream that is gathered to be compressed arrives late.
  app.all("/api/*", forward);
  app.get("/export/*", forward);
  app.use(compress());
  app.get("/assets/:name", answerAsset);
  if (signIn && provider && sessions) addSignIn(app, signIn, { provider, sessions });
  else addNoSignIn(app);
  app.get("/*", renderShell);
  return {
    path: "/admin",
    async fetch(request, api) {
      return app.fetch(request, { api });
    },
  };
}
