// `milepost serve` as a user starts it, in this process, and beside it, on a port of its own, the
// same HTTP server answering a constant. JavaScript, since the compiler that loads the TypeScript
// of bench/ would be most of the memory that is measured here.
import { createServer } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { Hono } from "hono";

const sampleMs = 1_000;

const constant = new Hono();
constant.get("/constant/:bytes", (c) => {
  const body = "x".repeat(Number(c.req.param("bytes")));
  return new Response(body, { status: 200, headers: { "content-type": "application/json" } });
});
const beside = createServer(getRequestListener(constant.fetch));
beside.listen({ host: "127.0.0.1", port: 0 }, () => {
  process.send({ constantPort: beside.address().port });
  beside.unref();
});

const sample = () => {
  const { user, system } = process.cpuUsage();
  process.send({ rssBytes: process.memoryUsage.rss(), cpuMicroseconds: user + system });
};
sample();
const timer = setInterval(sample, sampleMs);
// The command ends once it has served; what stands beside it must not keep the process.
timer.unref();
process.once("SIGTERM", () => {
  clearInterval(timer);
  beside.close();
  beside.closeAllConnections();
  process.disconnect();
});

process.argv = [process.execPath, "milepost", "serve", "--json"];
await import("../../packages/cli/dist/main.js");
