/** The files of an evidence pack. */
export const evidencePack = {
  /** For people and spreadsheets. */
  table: "completions.csv",
  proofs: "evidence.json",
  verifier: "verify.mjs",
  /** Of the others, as `sha256sum --check` takes it. */
  sums: "SHA256SUMS",
} as const;
