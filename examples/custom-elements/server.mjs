// The page's host: its HTML, the elements, and a way to Milepost for its own learner alone.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { text } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";

const { MILEPOST_URL = "http://127.0.0.1:4680", MILEPOST_KEY, PORT = "3001" } = process.env;
// A constant, for want of a login: a host takes its learner from the session it keeps.
const learner = "ada";
const isOfLearner = (fact) => fact.learner === learner;
const progress = `/v1/learners/${learner}/courses/fire-safety`;
const stream = "/v1/events/stream";
const credential = MILEPOST_KEY ? { authorization: `Bearer ${MILEPOST_KEY}` } : {};
const escapeHtml = (value) => `${value}`.replaceAll(/[&<"]/g, (one) => `&#${one.charCodeAt(0)};`);
const elements = import.meta.resolve("@milepost/elements");

createServer((request, response) => {
  answer(request, response).catch((error) => {
    if (!response.destroyed) console.error(error);
    if (!response.headersSent) response.writeHead(502);
    response.end();
  });
}).listen(Number(PORT), "127.0.0.1", () => console.log(`Open http://127.0.0.1:${PORT}`));

async function answer(request, response) {
  const path = new URL(request.url, "http://host").pathname;
  if (path.startsWith("/api/progress/")) return forward(request, response, path.slice(13));
  const [, script] = /^\/elements\/([\w-]+\.js)$/.exec(path) ?? [];
  const [isPage, lesson] = /^\/(?:lessons\/([\w-]*))?$/.exec(path) ?? [];
  if (!script && !isPage) return response.writeHead(404).end();
  response.setHeader("content-type", script ? "text/javascript" : "text/html; charset=utf-8");
  response.end(script ? await readFile(new URL(script, elements)) : await render(lesson));
}

/** The page with what Milepost knows written into it: right before any script, and without one. */
async function render(wanted) {
  const answered = await fetch(MILEPOST_URL + progress, { headers: credential });
  if (!answered.ok) throw new Error(await answered.text());
  const page = await answered.json();
  const next = page.resume.lesson ?? page.lessons[0]?.id;
  const lesson = page.lessons.find(({ id }) => id === (wanted || next));
  const values = { ...page, next, lesson: lesson?.id, heading: lesson?.title };
  const snapshot = JSON.stringify(page).replaceAll("<", "\\u003c");
  const html = await readFile(new URL("index.html", import.meta.url), "utf8");
  const filled = html.replaceAll(/%(\w+)%/g, (_, name) => escapeHtml(values[name] ?? ""));
  return filled.replace(">null<", () => `>${snapshot}<`);
}

/** Passes on what the elements ask for, if it is the learner's own: the key may do far more. */
async function forward(request, response, path) {
  const { method } = request;
  const body = method === "POST" ? await text(request) : null;
  const isOwn = body
    ? path === "/v1/events" && JSON.parse(body).events.every(isOfLearner)
    : method === "GET" && (path === progress || path === stream);
  // 401: what a browser still has of somebody else's it keeps, until they have logged in again.
  if (!isOwn) return response.writeHead(401).end();
  const type = body && { "content-type": request.headers["content-type"] };
  const ended = new AbortController();
  response.once("close", () => ended.abort());
  const init = { method, body, headers: { ...credential, ...type }, signal: ended.signal };
  const answered = await fetch(MILEPOST_URL + path, init);
  response.writeHead(answered.status, { "content-type": answered.headers.get("content-type") });
  await pipeline(answered.body, ...(path === stream ? [eventsOfLearner] : []), response);
}

/** A key hears of every learner, a browser of its own. */
async function* eventsOfLearner(body) {
  const decoder = new TextDecoder();
  let rest = "";
  for await (const part of body) {
    const events = (rest + decoder.decode(part, { stream: true })).split("\n\n");
    rest = events.pop();
    for (const event of events) {
      const [, data] = /^data: (.*)$/m.exec(event) ?? [];
      if (data === undefined || isOfLearner(JSON.parse(data))) yield `${event}\n\n`;
    }
  }
}
