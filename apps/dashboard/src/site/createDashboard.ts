import { Hono } from "hono";
import { compress } from "hono/compress";
import { answerAsset } from "./answerAsset.ts";
import { type Api, type ApiEnv, forwardToApi } from "./forwardToApi.ts";
import { renderShell } from "./renderShell.ts";

/** The administrator's dashboard at `/admin`, to be mounted beside the API that it reads. */
export interface Dashboard {
  readonly path: string;
  fetch(request: Request, api: Api): Promise<Response>;
}

/** Makes the dashboard: one page for every address, its files, and the API below `/admin/api`. */
export function createDashboard(): Dashboard {
  const app = new Hono<ApiEnv>().basePath("/admin");
  // Before what is compressed: a stream that is gathered to be compressed arrives late.
  app.all("/api/*", forwardToApi);
  app.get("/export/*", forwardToApi);
  app.use(compress());
  app.get("/assets/:name", answerAsset);
  app.get("/*", renderShell);
  return {
    path: "/admin",
    async fetch(request, api) {
      return app.fetch(request, { api });
    },
  };
}
