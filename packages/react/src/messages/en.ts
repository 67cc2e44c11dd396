import { enCore } from "./enCore.ts";
import { enMore } from "./enMore.ts";

/** Every text that the components show or say, as ICU messages. */
export const en = { ...enCore, ...enMore } as const;

export type MessageKey = keyof typeof en;

/** A catalogue: a language's own has every text, a host's own those that it words otherwise. */
export type Messages = Readonly<Record<MessageKey, string>>;
