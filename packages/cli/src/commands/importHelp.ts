const exits = `\
Exit codes: 0 all imported · 1 lines were refused, and are listed
            2 usage, or not a file of this kind · 3 no database
            130 stopped; run it again to go on`;

/** What the help of `milepost import` and of each kind of file says. */
export const importHelp = {
  description: `\
Moves history in. Files are read as they come, in bounded memory, and written in chunks of up to
5,000 rows, each one transaction. Importing a file twice changes nothing. An import that was
stopped or killed goes on from there when the same command is run again. A line that cannot be
imported is listed with its number and the reason, and takes no other line with it.

With a folder it moves a whole export in: the same progress for every attempt, retakes and
outline versions included, and the same seals, into a database or a tenant that does not have the
courses yet. With --all it moves every tenant of a folder in, and opens those that are missing.`,
  after: `
Examples:
  $ milepost import outline fire-safety.json
  $ milepost import enrollments enrollments.csv
  $ milepost import events events.ndjson
  $ milepost import ./export
  $ milepost import --all ./everything

${exits}`,
};

export const outlineHelp = {
  description: `\
Makes the outline in each file its course's, whole and in order. Lessons are told apart by their
id: new ones are added, missing ones retired, the rest moved or renamed. \`required\` is true
where it is left out; \`dueAt\` is everyone's deadline for that lesson.`,
  after: `
A file:
  { "course": "fs", "title": "Fire safety",
    "lessons": [ { "id": "fs-1", "title": "Why fires start", "section": "Basics" },
                 { "id": "fs-2", "title": "Extinguishers", "required": false } ] }

Examples:
  $ milepost import outline fire-safety.json first-aid.json
  $ milepost import outline --preview fire-safety.json

Exit codes: 0 put · 1 the engine refuses it · 2 not an outline · 3 no database`,
};

export const learnersHelp = {
  summary: "names, addresses and time zones of learners",
  description: `\
Profiles of learners, all columns but the first optional. What a row leaves out is cleared. A
learner needs no profile: enrollments and events create the ones they name.`,
  after: `
Columns: learner, name, email, locale, timeZone

Examples:
  $ milepost import learners learners.csv

${exits}`,
};

export const enrollmentsHelp = {
  takesCourse: true,
  summary: "who is enrolled in what, with deadlines and withdrawals",
  description: `\
Attempts of learners at courses. What an attempt has already stays; what it lacks is filled in.
A deadline is an instant (dueAt), a local date (dueOn with dueTimeZone) or a number of days
after enrollment (dueAfterDays). Instants carry their zone: 2026-03-01T09:00:00Z.`,
  after: `
Columns: learner, course; any of enrolledAt, source, dueAt, dueOn, dueAfterDays, dueTimeZone,
withdrawnAt, withdrawnReason, exemptedAt, exemptedReason, attempt (1 where left out), and what an
export adds

Examples:
  $ milepost import enrollments enrollments.csv
  $ milepost import enrollments --course fs learners-of-fs.csv

${exits}`,
};

export const eventsHelp = {
  summary: "views and completions of lessons",
  description: `\
What learners did, oldest first: of a learner's rows the order is kept. Completing implies
viewing. The first completion of a lesson stands; a later one changes nothing. A learner who is
not enrolled is enrolled by the first event, unless the course asks for enrollment.`,
  after: `
Columns, or fields of each line's object: type (lesson.viewed or lesson.completed), learner, lesson;
any of at (now where left out), id (an event seen before changes nothing), source, attempt, and
what an export adds

Examples:
  $ milepost import events events.ndjson
  $ gunzip -c views.csv.gz | milepost import events --format csv -

${exits}`,
};
