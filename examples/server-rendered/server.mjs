// A host that renders its pages itself and sends no script at all.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { ApiProblem, createClient } from "@milepost/client";
import {
  CompletionToggle,
  CourseOutline,
  CourseProgress,
  ProgressProvider,
  ResumeButton,
} from "@milepost/react";
import { createElement as h } from "react";
import { renderToStaticMarkup } from "react-dom/server";

const { MILEPOST_URL = "http://127.0.0.1:4680", MILEPOST_KEY, PORT = "3002" } = process.env;
// A constant, for want of a login: a host takes its learner from the session it keeps.
const learner = "ada";
const course = "fire-safety";
const client = createClient({ baseUrl: MILEPOST_URL, token: MILEPOST_KEY });
const styles = import.meta.resolve("@milepost/react/styles.css");

createServer((request, response) => {
  answer(request, response).catch((error) => {
    console.error(error);
    response.writeHead(error instanceof ApiProblem ? error.status : 502).end();
  });
}).listen(Number(PORT), "127.0.0.1", () => console.log(`Open http://127.0.0.1:${PORT}`));

async function answer(request, response) {
  const path = new URL(request.url, "http://host").pathname;
  const [, style] = /^\/styles\/(\w+\.css)$/.exec(path) ?? [];
  const [isPage, lesson] = /^\/(?:lessons\/([\w-]+))?$/.exec(path) ?? [];
  if (request.method === "POST" && lesson) {
    await complete(lesson);
    response.writeHead(303, { location: path }).end();
  } else if (style) {
    response.setHeader("content-type", "text/css");
    response.end(await readFile(new URL(style, styles)));
  } else if (isPage) {
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.end(`<!doctype html>${renderToStaticMarkup(h(Page, await read(lesson)))}`);
  } else response.writeHead(404).end();
}

async function read(lesson) {
  const params = { path: { learner, course } };
  const { data } = await client.GET("/v1/learners/{learner}/courses/{course}", { params });
  return { snapshot: data, lesson: data.lessons.find(({ id }) => id === lesson) };
}

/** What the form's button asks for. Twice is once: the first completion stays. */
async function complete(lesson) {
  const params = { path: { learner, lesson } };
  await client.PUT("/v1/learners/{learner}/lessons/{lesson}/completion", { params });
}

/** The course, and below it the lesson that is open. */
function Page({ snapshot, lesson }) {
  return h(
    "html",
    { lang: "en" },
    h(
      "head",
      null,
      h("meta", { charSet: "utf-8" }),
      h("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
      h("title", null, snapshot.title),
      h("link", { rel: "stylesheet", href: "/styles/styles.css" }),
    ),
    h(
      "body",
      null,
      h(
        ProgressProvider,
        // Nothing changes on a page without a script, so there is nothing to announce.
        { initial: snapshot, now: new Date().toISOString(), hrefFor: addressOf, announce: false },
        h("h1", null, snapshot.title),
        h(CourseProgress, { labelHidden: true }),
        h(ResumeButton),
        h(CourseOutline, { current: lesson?.id, headingLevel: 2 }),
        lesson && h(Lesson, { lesson }),
      ),
    ),
  );
}

function Lesson({ lesson: { id, title } }) {
  return h(
    "main",
    null,
    h("h2", null, title),
    h("p", null, "The lesson's own text."),
    h(CompletionToggle, { lesson: id, action: `/lessons/${id}` }),
  );
}

function addressOf({ to, lesson }) {
  if (to === "certificate") return null;
  return to === "lesson" ? `/lessons/${lesson}` : "/";
}
