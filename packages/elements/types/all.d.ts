import type { Gate, Gates } from "./core.js";

export * from "./core.js";

/** Gates for a provider, by lesson id; a lesson that is not named is open. */
export function gated(lessons: Readonly<Record<string, Gate>>): Gates;
