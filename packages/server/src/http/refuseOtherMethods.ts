import type { Hono } from "hono";
import type { AppEnv } from "./AppEnv.ts";
import { Problem } from "./Problem.ts";

/** Answers 405 with Allow where the address is there and the method is not; Hono answers 404. */
export function refuseOtherMethods(app: Hono<AppEnv>): void {
  const allowed = new Map<string, Set<string>>();
  for (const { method, path } of app.routes) {
    if (method === "ALL") continue;
    const methods = allowed.get(path) ?? new Set(["OPTIONS"]);
    methods.add(method.toUpperCase());
    if (methods.has("GET")) methods.add("HEAD");
    allowed.set(path, methods);
  }
  for (const [path, methods] of allowed) {
    const allow = [...methods].sort().join(", ");
    app.all(path, (c) => {
      c.set("route", path.replaceAll(/:(\w+)/g, "{$1}"));
      if (c.req.method === "OPTIONS")
        return new Response(null, { status: 204, headers: { allow } });
      throw new Problem("method_not_allowed", { headers: { allow } });
    });
  }
}
