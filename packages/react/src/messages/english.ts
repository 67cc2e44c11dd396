import { enCore } from "./enCore.ts";

/**
 * English, which stands in where a catalogue lacks a text. What a bar, a checkmark and a resume
 * button need is here from the start, and the rest once something was loaded that needs it: a page
 * that shows those three loads half of it.
 */
export const english: Readonly<Record<string, string>> = { ...enCore };
