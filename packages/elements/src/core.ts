import { defineCore } from "./coreElements.tsx";

export { registerMessages } from "./locales.ts";
export { ProviderElement } from "./ProviderElement.tsx";

defineCore();
