import { defineCore } from "./coreElements.tsx";
import { addVariants, defineMore } from "./moreElements.tsx";

export { gated } from "@milepost/react";
export { registerMessages } from "./locales.ts";
export { ProviderElement } from "./ProviderElement.tsx";

addVariants();
defineCore();
defineMore();
