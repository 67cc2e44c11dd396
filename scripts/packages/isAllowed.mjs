/** Permissive ones alone: what a host builds with Milepost stays the host's own to license. */
export const allowed = [
  "0BSD",
  "Apache-2.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "BlueOak-1.0.0",
  "CC0-1.0",
  "ISC",
  "MIT",
  "Unlicense",
];

/** Of these packages only. */
const exceptions = { "@fontsource-variable/inter": "OFL-1.1" };

/**
 * Whether a dependency's license is one that we have agreed to. An OR leaves the choice; what is
 * joined by AND is none of the list.
 *
 * @param {{ name: string, license: string }} dependency - `license`: an SPDX expression
 */
export function isAllowed({ name, license }) {
  const choices = license.replaceAll(/^\(|\)$/g, "").split(" OR ");
  return exceptions[name] === license || choices.some((choice) => allowed.includes(choice));
}
