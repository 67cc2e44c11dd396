// Writes a folder of the Open University Learning Analytics dataset as files that
// `milepost import` reads: node convert.mjs <folder of the dataset> <folder to write>
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { endOfDay, firstDay, startOfDay } from "./days.mjs";
import { readTable } from "./readTable.mjs";

const [source, target] = process.argv.slice(2);
if (source === undefined || target === undefined) {
  console.error("Usage: node convert.mjs <folder of the dataset> <folder to write>");
  process.exit(2);
}

const lessons = readTable(source, "lessons.csv");
const deadlines = readTable(source, "deadlines.csv");
const enrollments = readTable(source, "enrolments.csv");
const completions = readTable(source, "completions.csv");
const views = readTable(source, "views.csv");
const courses = readTable(source, "courses.csv");
mkdirSync(target, { recursive: true });

for (const { course, module, presentation } of courses) {
  const outline = outlineOf(course, firstDay(presentation), `${module} ${presentation}`);
  write(`${course}.outline.json`, `${JSON.stringify(outline, null, 2)}\n`);
}
write("enrollments.csv", [...enrollmentLines()].join(""));
write("events.ndjson", [...eventLines()].join(""));

/**
 * Materials have no tick of completion, so they are optional lessons: viewed, shown, and counted
 * for no percentage. The assessments are the required ones, each with its deadline; an exam may
 * have none.
 */
function outlineOf(course, dayZero, title) {
  const materials = lessons
    .filter((lesson) => lesson.course === course)
    .map(({ lesson, activity_type: type }) => ({
      id: lesson,
      title: `${type} ${lesson}`,
      section: "Materials",
      required: false,
    }));
  const assessments = deadlines
    .filter((deadline) => deadline.course === course)
    .map(({ assessment, type, due_day: day }) => ({
      id: assessment,
      title: `${type} ${assessment}`,
      section: "Assessments",
      ...(day === "" ? {} : { dueAt: endOfDay(dayZero, day) }),
    }));
  return { course, title, lessons: [...materials, ...assessments] };
}

/**
 * Who is enrolled, until the course's last dated assessment; whoever unregistered has withdrawn.
 */
function* enrollmentLines() {
  yield "course,learner,enrolledAt,dueAt,withdrawnAt\n";
  for (const { course, learner, registered_day: from, unregistered_day: until } of enrollments) {
    const dayZero = dayZeroOf(course);
    const days = deadlines
      .filter((deadline) => deadline.course === course && deadline.due_day !== "")
      .map((deadline) => Number(deadline.due_day));
    // A few rows of the dataset do not say when: then the course's own first day.
    const enrolledAt = startOfDay(dayZero, from === "" ? 0 : from);
    const dueAt = days.length === 0 ? "" : endOfDay(dayZero, Math.max(...days));
    const withdrawnAt = until === "" ? "" : startOfDay(dayZero, until);
    yield `${[course, learner, enrolledAt, dueAt, withdrawnAt].join(",")}\n`;
  }
}

/**
 * Views and submissions in the order of their days, all of them: duplicates and oddities are
 * Milepost's to bear.
 */
function* eventLines() {
  const courseOfLesson = new Map(lessons.map(({ lesson, course }) => [lesson, course]));
  const events = [
    ...views.map(({ learner, lesson, day }) => {
      const course = courseOfLesson.get(lesson);
      return { day: Number(day), type: "lesson.viewed", learner, lesson, course };
    }),
    ...completions.map(({ learner, assessment, submitted_day: day, course }) => {
      return { day: Number(day), type: "lesson.completed", learner, lesson: assessment, course };
    }),
  ].sort((a, b) => a.day - b.day);
  for (const { day, course, ...event } of events) {
    yield `${JSON.stringify({ ...event, at: startOfDay(dayZeroOf(course), day) })}\n`;
  }
}

function dayZeroOf(course) {
  const found = courses.find((one) => one.course === course);
  return firstDay(found?.presentation ?? "");
}

function write(name, text) {
  writeFileSync(join(target, name), text);
  console.log(join(target, name));
}
