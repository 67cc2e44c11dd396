const snippet = `curl -X PUT ${window.location.origin}/v1/courses/fs \\
  -H "Authorization: Bearer $MILEPOST_KEY" -H "Content-Type: application/json" \\
  -d '{"title":"Fire safety","lessons":[{"id":"fs-1","title":"Why fires start"}]}'
curl -X PUT ${window.location.origin}/v1/learners/ada/lessons/fs-1/completion \\
  -H "Authorization: Bearer $MILEPOST_KEY"`;

/** What to do where nothing was ever recorded. */
export function FirstRun() {
  return (
    <div className="md-state md-first-run">
      <strong>Nothing has been recorded yet</strong>
      <span>
        Send a course and a completion, and this page fills by itself. The whole API is at{" "}
        <a className="md-link md-inline" href="/v1/docs">
          /v1/docs
        </a>
        .
      </span>
      <pre tabIndex={0}>{snippet}</pre>
    </div>
  );
}
