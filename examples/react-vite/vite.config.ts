import { existsSync } from "node:fs";
import { defaultClientConditions, defineConfig } from "vite";

// In Milepost's repository its packages are read from their sources; elsewhere they have none.
const isInRepository = existsSync(new URL("../../packages/react/src", import.meta.url));
const conditions = [...(isInRepository ? ["milepost-source"] : []), ...defaultClientConditions];

// The page and the API have one origin, as behind the reverse proxy of a platform.
const target = process.env.MILEPOST_URL ?? "http://127.0.0.1:4680";
const proxy = { "/v1": { target, changeOrigin: true } };

export default defineConfig({
  // Relative addresses: what is built may be served from any path.
  base: "./",
  resolve: { conditions },
  server: { proxy },
  preview: { proxy },
});
