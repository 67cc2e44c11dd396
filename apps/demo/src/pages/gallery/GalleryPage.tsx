import type { GalleryLocale } from "../PageData.ts";

/** Every component in every state. */
export function GalleryPage({ locale }: { locale: GalleryLocale }) {
  return <h1 lang={locale}>Components</h1>;
}
