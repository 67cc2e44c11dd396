import { Button, Group, Loader } from "@mantine/core";
import type { OutlinePreview } from "@milepost/client";
import { countText } from "../../text/numbers.ts";
import { Dialog } from "../../ui/Dialog.tsx";
import { effectSentence } from "./draft/changeSentence.ts";
import { type LessonChangeKind, lessonChanges } from "./draft/changesOf.ts";
import type { Edit } from "./useEdit.ts";
import type { Publishing } from "./usePublishing.ts";

interface Props {
  readonly edit: Edit;
  readonly publishing: Publishing;
}

/** What publishing would change, for the outline and for those who learn, before it does. */
export function PublishDialog({ edit, publishing }: Props) {
  const { isOpen, preview, isPublishing, failure, close, publish } = publishing;
  const next = edit.history.base.outlineVersion + 1;
  return (
    <Dialog isOpen={isOpen} close={close} title={`Publish version ${next}?`} size="lg">
      <div className="md-preview">
        {preview === null ? (
          failure === null ? (
            <div className="md-preview-wait" role="status">
              <Loader size="sm" /> Counting what it would change
            </div>
          ) : null
        ) : (
          <>
            <Effect effect={preview.effect} />
            <ChangeList edit={edit} preview={preview} />
          </>
        )}
        {failure === null ? null : (
          <p className="md-preview-failure" role="alert">
            {failure}
          </p>
        )}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={close}>
            Keep editing
          </Button>
          {preview === null && failure !== null ? (
            <Button onClick={publishing.open}>Try again</Button>
          ) : (
            <Button onClick={publish} loading={isPublishing} disabled={preview === null}>
              Publish version {next}
            </Button>
          )}
        </Group>
      </div>
    </Dialog>
  );
}

const figures = [
  { key: "percentageFalls", label: "percentages fall" },
  { key: "percentageRises", label: "percentages rise" },
  { key: "becomeComplete", label: "become complete" },
  { key: "completedKept", label: "completions kept" },
] as const;

function Effect({ effect }: { effect: OutlinePreview["effect"] }) {
  return (
    <section aria-label="Effect">
      <p className="md-reading">{effectSentence(effect)}</p>
      <dl className="md-preview-figures">
        {figures.map(({ key, label }) => (
          <div key={key} data-zero={effect[key] === 0 || undefined}>
            <dt>{label}</dt>
            <dd>{countText(effect[key])}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

const headings: Readonly<Record<LessonChangeKind, string>> = {
  added: "Added",
  retired: "Retired",
  moved: "Moved",
  renamed: "Renamed",
  requirementChanged: "Required or optional",
};

/** Titles of a kind that are named; the rest are counted. */
const mostNamed = 6;

function ChangeList({ edit, preview }: { edit: Edit; preview: OutlinePreview }) {
  const { base, draft } = edit.history;
  const now = new Map(draft.lessons.map((lesson) => [lesson.id.trim(), lesson]));
  const was = new Map(base.lessons.map(({ id, title }) => [id, title]));
  const titleOf = (id: string) => {
    const lesson = now.get(id);
    const title = lesson?.title.trim() ?? was.get(id) ?? id;
    return lesson?.isRetired ? withReplacement(title, lesson.replacedBy) : title;
  };
  const withReplacement = (title: string, by: string | null) => {
    const other = draft.lessons.find(({ key }) => key === by);
    return other === undefined ? title : `${title} → ${other.title.trim()}`;
  };
  const rows = lessonChanges.flatMap((kind) => {
    const ids = preview.change[kind];
    return ids.length === 0 ? [] : [{ kind, ids }];
  });
  return (
    <dl className="md-preview-changes">
      {edit.changes.title ? (
        <div>
          <dt>Course renamed</dt>
          <dd>
            {base.title} → {draft.title.trim()}
          </dd>
        </div>
      ) : null}
      {edit.changes.enrollment ? (
        <div>
          <dt>Enrollment</dt>
          <dd>{draft.enrollment === "open" ? "Open to anybody" : "Required before beginning"}</dd>
        </div>
      ) : null}
      {rows.map(({ kind, ids }) => (
        <div key={kind}>
          <dt>
            {headings[kind]} <span className="md-quiet">{countText(ids.length)}</span>
          </dt>
          <dd>
            <ul>
              {ids.slice(0, mostNamed).map((id) => (
                <li key={id}>
                  {titleOf(id)}
                  {kind === "requirementChanged" ? (
                    <span className="md-quiet">
                      {now.get(id)?.required ? " – now required" : " – now optional"}
                    </span>
                  ) : null}
                </li>
              ))}
              {ids.length > mostNamed ? (
                <li className="md-quiet">and {countText(ids.length - mostNamed)} more</li>
              ) : null}
            </ul>
          </dd>
        </div>
      ))}
    </dl>
  );
}
