import { Bar, type DrawnCounts } from "@milepost/react/core";
import type { ReactNode } from "react";

type Drawing = (counts: DrawnCounts) => ReactNode;

const drawings = new Map<string, Drawing>();
const sheets: CSSStyleSheet[] = [];

/** Adds ways to draw progress beside the bar, before the elements are defined. */
export function addDrawings(named: Readonly<Record<string, Drawing>>, sheet: CSSStyleSheet): void {
  for (const [variant, drawing] of Object.entries(named)) drawings.set(variant, drawing);
  sheets.push(sheet);
}

/** The drawing of a variant; the bar where it was not loaded. */
export function drawingOf(variant: string): Drawing {
  return drawings.get(variant) ?? Bar;
}

/** Style sheets of the drawings that were added. */
export function drawingSheets(): readonly CSSStyleSheet[] {
  return sheets;
}
