/**
 * Every way the engine refuses. `sqlstate` is what the SQL functions raise it with
 * (`milepost.refuse`); docs/errors.md has one section per key. Tests compare all three, both ways.
 */
export const refusals = {
  tenant_not_found: { sqlstate: "MP001", message: "No such tenant." },
  learner_not_found: { sqlstate: "MP002", message: "No such learner." },
  course_not_found: { sqlstate: "MP003", message: "No such course." },
  lesson_not_found: { sqlstate: "MP004", message: "No such lesson." },
  enrollment_not_found: {
    sqlstate: "MP005",
    message: "The learner has no such enrollment in this course.",
  },
  enrollment_required: {
    sqlstate: "MP006",
    message: "The learner is not enrolled, and this course takes facts of enrolled learners only.",
  },
  attempt_open: {
    sqlstate: "MP007",
    message: "The current attempt is neither complete, withdrawn nor exempt.",
  },
  attempt_conflict: {
    sqlstate: "MP008",
    message: "The attempt exists already with other dates, or an attempt before it is missing.",
  },
  lesson_of_another_course: {
    sqlstate: "MP009",
    message: "A lesson id of this outline belongs to another course.",
  },
  lesson_repeated: { sqlstate: "MP010", message: "A lesson id stands in the outline twice." },
  outline_version_mismatch: {
    sqlstate: "MP011",
    message: "The outline has been edited since the version that was named.",
  },
  replacement_not_found: {
    sqlstate: "MP012",
    message: "A replacement names a lesson that is not in the outline.",
  },
  time_zone_unknown: { sqlstate: "MP013", message: "No such IANA time zone." },
  time_out_of_range: {
    sqlstate: "MP014",
    message:
      "The time is not an instant of the years 2000 to 9999, or not past or later than another " +
      "where it has to be.",
  },
  id_out_of_range: { sqlstate: "MP015", message: "An id has 1 to 255 characters." },
  batch_too_large: {
    sqlstate: "MP016",
    message: "The batch holds more items than one call takes.",
  },
  outline_too_large: { sqlstate: "MP017", message: "An outline has at most 2,000 lessons." },
  key_not_found: { sqlstate: "MP018", message: "No such API key." },
  event_type_unknown: {
    sqlstate: "MP019",
    message: "An event is `lesson.viewed` or `lesson.completed`.",
  },
  cursor_invalid: { sqlstate: "MP020", message: "The cursor is not one that a page answered." },
  limit_out_of_range: { sqlstate: "MP021", message: "A page has 1 to 1,000 rows." },
  reason_required: { sqlstate: "MP022", message: "What is done by hand states its reason." },
  text_out_of_range: {
    sqlstate: "MP023",
    message: "A text is longer than its field takes, or empty.",
  },
  tenant_exists: { sqlstate: "MP024", message: "A tenant of this name exists already." },
  due_out_of_range: {
    sqlstate: "MP025",
    message:
      "A deadline is an instant, a local date with its zone, or 0 to 36,500 days after enrollment.",
  },
  group_not_found: { sqlstate: "MP026", message: "No such group." },
  webhook_not_found: { sqlstate: "MP027", message: "No such webhook." },
  webhook_url_refused: {
    sqlstate: "MP028",
    message: "Nothing is sent to this URL: it has to be https:// of a public host.",
  },
  webhook_types_unknown: {
    sqlstate: "MP029",
    message: "A webhook names types of the ledger, at least one, or none at all for every type.",
  },
  webhooks_too_many: { sqlstate: "MP030", message: "A tenant has at most 50 webhooks." },
  webhook_disabled: { sqlstate: "MP031", message: "The webhook is disabled." },
  delivery_not_found: {
    sqlstate: "MP032",
    message: "The webhook has no such delivery that failed.",
  },
  attempt_completed: { sqlstate: "MP041", message: "The attempt is complete." },
  attempt_withdrawn: { sqlstate: "MP042", message: "The attempt is withdrawn." },
  attempt_exempt: { sqlstate: "MP043", message: "The attempt is exempt." },
  attempt_not_current: {
    sqlstate: "MP044",
    message: "A later attempt of the learner has taken this one's place.",
  },
  attempt_repeated: {
    sqlstate: "MP045",
    message: "The attempt stands in the batch before; what that says of it counts.",
  },
  deadline_moved: {
    sqlstate: "MP046",
    message: "The deadline is not the one that was expected: somebody moved it since.",
  },
  deadline_missing: { sqlstate: "MP047", message: "There is no deadline to extend." },
  saved_view_not_found: { sqlstate: "MP060", message: "No such saved view." },
  saved_view_of_another: {
    sqlstate: "MP061",
    message: "The saved view is somebody else's: its owner alone may change or delete it.",
  },
  saved_views_too_many: {
    sqlstate: "MP062",
    message: "An owner has at most 500 saved views, and a tenant at most 500 for everyone.",
  },
} as const satisfies Record<string, { sqlstate: `MP${string}`; message: string }>;

export type RefusalCode = keyof typeof refusals;
