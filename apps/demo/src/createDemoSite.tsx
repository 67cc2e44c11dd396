import { pickCourseToResume } from "@milepost/progress";
import { type Context, Hono } from "hono";
import { compress } from "hono/compress";
import { getCookie, setCookie } from "hono/cookie";
import { Academy, type DemoLearner } from "./host/Academy.ts";
import { Assets } from "./host/Assets.ts";
import { Library } from "./host/Library.ts";
import { type IssuedTokens, Sessions } from "./host/Sessions.ts";
import { addressOf } from "./pages/addresses.ts";
import type { CourseCard, GalleryLocale, PageContent } from "./pages/PageData.ts";
import { renderPage } from "./renderPage.tsx";

type Api = (request: Request) => Promise<Response>;

/** A course site at `/demo`, to be mounted beside an open API that takes its tokens. */
export interface DemoSite {
  readonly path: string;
  /** What its learners' tokens are verified with. */
  readonly tokens: IssuedTokens;
  fetch(request: Request, api: Api): Promise<Response>;
}

interface Host {
  readonly assets: Assets;
  readonly library: Library;
  readonly sessions: Sessions;
  readonly academy: Academy;
}

type Env = { Bindings: { readonly api: Api }; Variables: { readonly learner: DemoLearner } };

const cookie = "milepost_demo_learner";

/** Makes the site, with a key pair of its own. */
export async function createDemoSite(): Promise<DemoSite> {
  const sessions = await Sessions.create();
  const shared = { sessions, assets: new Assets(), library: new Library() };
  let site: Hono<Env> | undefined;
  return {
    path: "/demo",
    tokens: sessions.tokens,
    async fetch(request, api) {
      site ??= createSite({ ...shared, academy: new Academy(api) });
      return site.fetch(request, { api });
    },
  };
}

function createSite(host: Host): Hono<Env> {
  const { assets, academy, sessions } = host;
  const app = new Hono<Env>().basePath("/demo");
  app.use(compress());
  app.get("/assets/:name", async (c) => {
    return (await assets.answer(c.req.param("name"))) ?? c.text("No such file.", 404);
  });
  app.use(async (c, next) => {
    const learners = await academy.learners();
    const chosen = learners.find(({ id }) => id === getCookie(c, cookie)) ?? learners[0];
    if (chosen === undefined) return c.text("The demo has no learners: start it with --demo.", 503);
    c.set("learner", chosen);
    return next();
  });
  app.post("/learner", async (c) => {
    const { learner } = await c.req.parseBody();
    const known = (await academy.learners()).some(({ id }) => id === learner);
    if (!known) return c.text("No such learner.", 400);
    setCookie(c, cookie, String(learner), { path: "/demo", httpOnly: true, sameSite: "Lax" });
    return c.redirect("/demo", 303);
  });
  app.get("/token", async (c) => {
    c.header("cache-control", "no-store");
    return c.text(await sessions.issue(c.var.learner.id));
  });
  addPages(app, host);
  return app;
}

function addPages(app: Hono<Env>, host: Host): void {
  const { academy, library } = host;
  const lessonPath = "/courses/:course/lessons/:lesson";
  app.get("/", async (c) => show(c, host, await homeOf(academy, c.var.learner.id)));
  app.get("/gallery", (c) => {
    const locale = (["de", "ar"] as const).find((one) => one === c.req.query("locale")) ?? "en";
    const theme = ["light", "dark"].find((one) => one === c.req.query("theme")) ?? null;
    return show(c, host, { name: "gallery", locale: locale as GalleryLocale, theme });
  });
  app.get("/courses/:course", async (c) => {
    const { course } = c.req.param();
    const page = await academy.page(c.var.learner.id, course);
    if (page === null) return missing(c, host, "You are not enrolled in this course.");
    const about = (await library.about(course)) ?? "";
    return show(c, host, { name: "course", page, about });
  });
  app.get("/courses/:course/certificate", async (c) => {
    const page = await academy.page(c.var.learner.id, c.req.param("course"));
    if (page === null) return missing(c, host, "You are not enrolled in this course.");
    return show(c, host, { name: "certificate", page });
  });
  app.get(lessonPath, async (c) => {
    const { course, lesson } = c.req.param();
    const page = await academy.page(c.var.learner.id, course);
    const html = await library.lesson(course, lesson);
    const lessons = [...(page?.lessons ?? []), ...(page?.retiredLessons ?? [])];
    const isThere = html !== null && lessons.some(({ id }) => id === lesson);
    if (page === null || !isThere) return missing(c, host, "There is no such lesson.");
    return show(c, host, { name: "lesson", page, lesson, html });
  });
  app.post(`${lessonPath}/complete`, async (c) => {
    const { course, lesson } = c.req.param();
    await academy.complete(c.var.learner.id, lesson);
    return c.redirect(addressOf({ to: "lesson", course, lesson }), 303);
  });
  app.post("/courses/:course/enroll", async (c) => {
    const { course } = c.req.param();
    await academy.enroll(c.var.learner.id, course);
    return c.redirect(addressOf({ to: "course", course }), 303);
  });
  app.notFound((c) => missing(c, host, "There is no such page."));
}

async function show(c: Context<Env>, host: Host, content: PageContent): Promise<Response> {
  const learners = await host.academy.learners();
  const data = { now: new Date().toISOString(), learner: c.get("learner"), learners, content };
  return renderPage(data, host.assets);
}

function missing(c: Context<Env>, host: Host, what: string): Promise<Response> {
  return show(c, host, { name: "missing", what });
}

async function homeOf(academy: Academy, learner: string): Promise<PageContent> {
  const [all, own] = await Promise.all([academy.courses(), academy.coursesOf(learner)]);
  const attempts = own.map((attempt) => ({ ...attempt, dueAt: attempt.due?.at ?? null }));
  const resume = pickCourseToResume(attempts, new Date())?.course ?? null;
  const cards = all.map(async ({ id, title, enrollment }): Promise<CourseCard | null> => {
    const isOwn = own.some(({ course }) => course === id);
    if (!isOwn) return enrollment === "open" ? { id, title, page: null } : null;
    return { id, title, page: await academy.page(learner, id) };
  });
  const courses = (await Promise.all(cards)).filter((card) => card !== null);
  courses.sort((a, b) => Number(a.page === null) - Number(b.page === null));
  return { name: "home", resume, courses };
}
