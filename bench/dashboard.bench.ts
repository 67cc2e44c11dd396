/**
 * What the dashboard adds to the API's answers: of each page in a real browser, how long its report
 * took to answer, how long after that its first rows were on the screen, and how many of those
 * milliseconds of the whole were the report's. On a database given by BENCH_DATABASE_URL it is
 * measured as it is; else on the demo's year, small.
 */
import { createDashboard } from "@milepost/dashboard";
import { seedDemo } from "@milepost/demo";
import { migrate } from "@milepost/engine";
import { createLogger, readConfig, serve } from "@milepost/server";
import pg from "pg";
import { chromium, type Page } from "playwright-core";
import { findBrowser } from "../tests/browser/findBrowser.ts";
import { report, round, tiny, withDatabase } from "./support.ts";

const visits = tiny ? 1 : 10;

/** A page, the report that its rows come from, and the rows. */
interface Visit {
  readonly name: string;
  readonly path: (course: string) => string;
  readonly answer: RegExp;
  readonly rows: string;
}

const inTable = "tbody tr";
const visited: readonly Visit[] = [
  { name: "overview", path: () => "", answer: /reports\/overview/, rows: ".md-stat-value" },
  { name: "courses", path: () => "/courses", answer: /reports\/courses\?/, rows: inTable },
  {
    name: "course",
    path: (id) => `/courses/${id}`,
    answer: /courses\/[^/]+$/,
    rows: ".md-course-head strong",
  },
  { name: "lessons", path: (id) => `/courses/${id}`, answer: /\/lessons/, rows: inTable },
  {
    name: "time",
    path: (id) => `/courses/${id}?v=1&t=time`,
    answer: /time-to-complete/,
    rows: ".md-chart-area path",
  },
  {
    name: "learners",
    path: (id) => `/courses/${id}?v=1&t=learners&so=progress`,
    answer: /\/learners\?/,
    rows: inTable,
  },
  { name: "overdue", path: () => "/deadlines", answer: /reports\/overdue/, rows: inTable },
  {
    name: "stalled",
    path: () => "/learners?v=1&t=attempts&st=stalled",
    answer: /reports\/attempts/,
    rows: inTable,
  },
  { name: "people", path: () => "/learners", answer: /v1\/learners/, rows: inTable },
];

interface Times {
  readonly api: number;
  readonly rows: number;
}

/** The page opened anew: what of its report the browser saw, and when the rows were drawn. */
async function open(page: Page, url: string, { answer, rows }: Visit): Promise<Times> {
  await page.goto(url, { waitUntil: "commit" });
  return page.evaluate(
    async ({ pattern, selector }) => {
      const look = () =>
        new Promise<number>((resolve) => {
          const frame = () =>
            document.querySelector(selector)
              ? resolve(performance.now())
              : requestAnimationFrame(frame);
          frame();
        });
      const rowsAt = await look();
      const entries = performance.getEntriesByType("resource") as PerformanceResourceTiming[];
      const found = entries.find(({ name }) => new RegExp(pattern).test(name));
      if (found === undefined) throw new Error(`Nothing was read that is ${pattern}.`);
      return {
        api: found.responseEnd - found.requestStart,
        rows: Math.max(0, rowsAt - found.responseEnd),
      };
    },
    { pattern: answer.source, selector: rows },
  );
}

async function measure(pool: pg.Pool): Promise<Record<string, unknown>> {
  const { rows } = await pool.query<{ id: string; attempts: string }>(
    `select c.external_id as id, count(*) as attempts from milepost.course c
     join milepost.enrollment e using (course_id) group by 1 order by 2 desc limit 1`,
  );
  const [course] = rows;
  if (course === undefined) throw new Error("There is no course to look at.");
  const serving = await serve({
    config: readConfig({ PORT: "0", MILEPOST_AUTH: "off" }),
    pool,
    logger: createLogger("silent"),
    sites: [createDashboard()],
  });
  const browser = await chromium.launch({
    executablePath: await findBrowser(),
    args: ["--no-sandbox", "--disable-gpu"],
  });
  const figures: Record<string, unknown> = { attempts: Number(course.attempts) };
  try {
    const page = await browser.newPage();
    for (const visit of visited) {
      const times: Times[] = [];
      const url = `${serving.url}/admin${visit.path(encodeURIComponent(course.id))}`;
      for (let n = 0; n <= visits; n++) times.push(await open(page, url, visit));
      // The first one fills the browser's and the server's caches.
      figures[visit.name] = summary(times.slice(1));
    }
  } finally {
    await browser.close();
    await serving.close();
  }
  return figures;
}

function summary(times: readonly Times[]) {
  const of = (value: (one: Times) => number, share: number) => {
    const sorted = times.map(value).sort((a, b) => a - b);
    return round(sorted[Math.ceil(sorted.length * share) - 1] ?? 0);
  };
  const [api, rows] = [of((one) => one.api, 0.5), of((one) => one.rows, 0.5)];
  return {
    apiMs: api,
    rowsAfterMs: rows,
    rowsAfterP95Ms: of((one) => one.rows, 0.95),
    ratio: round((api + rows) / Math.max(0.1, api)),
  };
}

const given = process.env.BENCH_DATABASE_URL;
if (given === undefined) {
  await withDatabase(async (url, pool) => {
    await seedDemo(pool, { now: new Date(), learners: tiny ? 20 : 360 });
    await report(pool, "dashboard", await measure(new pg.Pool({ connectionString: url })));
  });
} else {
  const pool = new pg.Pool({ connectionString: given });
  await migrate(pool);
  // Ended by the server that it was measured on.
  const figures = await measure(pool);
  const other = new pg.Pool({ connectionString: given, max: 1 });
  await report(other, "dashboard", figures);
  await other.end();
}
