import type { CourseProgressPage } from "@milepost/client";
import type { MergedCourse, mergePending, PendingFact, resume } from "@milepost/progress";

/** What a fact says: the two kinds a learner's page can record. */
export type FactType = PendingFact["type"];

/** A fact on its way to the server, as it stands in the queue. */
export interface QueuedFact {
  /** A ULID: the server carries an id out once, and ids in order are facts in order. */
  readonly id: string;
  /** Server and learner: nobody's facts are ever sent as somebody else's. */
  readonly owner: string;
  readonly course: string;
  readonly lesson: string;
  readonly type: FactType;
  /** By this device's clock, `toISOString()`. */
  readonly at: string;
  /** Milliseconds since 1970 before which it is not sent, so that it can be taken back. */
  readonly notBefore: number;
}

/** A fact that was taken back from what is shown, since the server will never take it. */
export interface Refusal {
  readonly lesson: string;
  readonly type: FactType;
  /** A code of docs/errors.md, or `expired` or `queue_full` where it never left this device. */
  readonly code: string;
  /** One sentence of the server's, in English; empty where the code is ours. */
  readonly detail: string;
}

export interface SyncState {
  /** Facts that the server has not answered. */
  readonly unsent: number;
  /** Whether they wait for the network, the server or a new try; false while all goes well. */
  readonly waiting: boolean;
  /** Whether the browser says that there is a network; true where nobody can say. */
  readonly online: boolean;
  /** `memory` where the browser keeps nothing for this page: what is unsent is lost with it. */
  readonly storage: "kept" | "memory";
  /** How news of other devices arrive. */
  readonly live: "off" | "stream" | "polling";
}

/** A lesson as it is shown: the server's word, and what is on its way beside it. */
export type ShownLesson = MergedCourse<CourseProgressPage["lessons"][number]>["lessons"][number];

export interface CourseState {
  /** `loading` until there is a page, `error` where none could be had. */
  readonly phase: "loading" | "ready" | "error";
  /** The server's newest word, which nothing of this device has changed. */
  readonly page: CourseProgressPage | null;
  /** Facts of this course that the page does not show yet, in order. */
  readonly facts: readonly PendingFact[];
  readonly refusals: readonly Refusal[];
  /** Lessons whose completion can still be taken back. */
  readonly undoable: readonly string[];
  readonly sync: SyncState;
  /** By which facts are merged into the page; null until there can be any. */
  readonly rules: Rules | null;
}

/** Loaded with the connection, apart from what shows a page. */
export interface Rules {
  readonly mergePending: typeof mergePending;
  readonly resume: typeof resume;
}

/** What happened to a fact, for announcements and for a host that wants to know. */
export interface FactNews {
  readonly kind: "pending" | "confirmed" | "refused" | "undone";
  readonly type: FactType;
  readonly lesson: string;
  /** Why; on `refused` alone. */
  readonly refusal?: Refusal | undefined;
}

/**
 * What a provider shows and what its components do: a `CourseStore`, or a host's own, as for a test
 * or for a page of pictures whose state stands still.
 */
export interface Store {
  readonly course: string;
  /** Facts of this course, as they are queued, confirmed, refused or taken back. */
  readonly happened: {
    /** @returns the function that ends it */
    add(listener: (news: FactNews) => void): () => void;
  };
  /** The same object until something changes. */
  readonly getState: () => CourseState;
  /** @returns the function that ends it */
  readonly subscribe: (listener: () => void) => () => void;
  /** Records that the learner viewed a lesson. */
  view(lesson: string): Promise<void>;
  /** Records that the learner completed a lesson: shown as pending at once. */
  complete(lesson: string): Promise<void>;
  /** Takes back a completion that has not been sent yet (`undoable`). */
  undo(lesson: string): Promise<void>;
  /** Sends now what waits for its next try. */
  readonly retry: () => void;
  /** Forgets why facts of a lesson were refused. */
  dismiss(lesson: string): void;
  /** Reads the page anew. */
  readonly refresh: () => Promise<void>;
}

/** A token for the API; asked again when the one before is about to expire or was refused. */
export type GetToken = () => string | Promise<string>;

export interface StoreOptions {
  /** Where the API is, up to what comes before `/v1`: "" for this origin, a path or a URL. */
  readonly api: string;
  readonly course: string;
  /** The learner's own id; `sub` of the token when omitted. */
  readonly learner?: string | undefined;
  /** None where the host adds the credential itself, as a proxy with a session does. */
  readonly getToken?: GetToken | undefined;
  /** The answer of `GET /v1/learners/{learner}/courses/{course}`, read on the server. */
  readonly initial?: CourseProgressPage | null | undefined;
  /** Follow what other tabs and devices record. True when omitted. */
  readonly live?: boolean | undefined;
  /** Seconds in which a completion can be taken back before it is sent. 0 when omitted. */
  readonly undoSeconds?: number | undefined;
}
