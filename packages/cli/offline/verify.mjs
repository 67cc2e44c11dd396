#!/usr/bin/env node
// Checks an evidence pack of Milepost, or its seals alone, without Milepost, a database or a
// network:
//
//   node verify.mjs evidence.json [seals.json | <hash of a seal that you kept>]
//
// Says `OK` and exits 0, or names the first thing that does not hold and exits 1. It is short so
// that it can be read: what it checks is written in docs/audit.md, and anyone may write another.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

const sha256 = (...parts) => {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest("hex");
};
const bytes = (hex) => Buffer.from(hex ?? "", "hex");

function fail(what) {
  console.error(`DOES NOT HOLD: ${what}`);
  process.exit(1);
}

/** What the hash of a seal is over. */
function headOf({ seal, leaves, root, previousHash, sealedAt }) {
  return JSON.stringify(["milepost-seal-1", seal, leaves, root, previousHash, sealedAt]);
}

/** Each seal names the one before it, from the first on, without a gap. */
function checkChain(seals) {
  let previousHash = null;
  for (const [at, seal] of seals.entries()) {
    if (seal.seal !== at + 1) fail(`seal ${at + 1} is missing`);
    if (seal.previousHash !== previousHash)
      fail(`seal ${seal.seal} does not follow the one before`);
    const hash = sha256("\x02", headOf(seal));
    if (seal.hash !== hash) fail(`seal ${seal.seal} is altered`);
    previousHash = hash;
  }
}

/** The seal that was kept elsewhere is one of these: all before it is as it was then. */
function checkKept(seals, kept) {
  if (kept === undefined) return;
  const hashes = /^[0-9a-f]{64}$/.test(kept)
    ? [kept]
    : JSON.parse(readFileSync(kept, "utf8")).seals.map(({ hash }) => hash);
  const here = new Set(seals.map(({ hash }) => hash));
  const strange = hashes.find((hash) => !here.has(hash));
  if (strange !== undefined) fail(`the seal with the hash ${strange}, kept elsewhere, is not here`);
}

/** The text of a completion leads, by the nodes beside its way, to the root of its seal. */
function checkCompletion({ seal, place, leaf, path, learner, salt }, seals) {
  const name = `completion ${place} of seal ${seal}`;
  const whole = path.reduce(
    (node, [side, beside]) =>
      side === "left"
        ? sha256("\x01", bytes(beside), bytes(node))
        : sha256("\x01", bytes(node), bytes(beside)),
    sha256("\x00", leaf),
  );
  if (seals[seal - 1]?.root !== whole) fail(`${name} is altered: ${leaf}`);
  if (learner === null) return;
  const mark = sha256(bytes(salt.replaceAll("-", "")), learner);
  if (JSON.parse(leaf)[2] !== mark) fail(`${name} is not of the learner ${learner}`);
}

const [file, kept] = process.argv.slice(2);
if (file === undefined) {
  console.error("usage: node verify.mjs evidence.json [seals.json | hash]");
  process.exit(2);
}
const { seals, completions = [] } = JSON.parse(readFileSync(file, "utf8"));
checkChain(seals);
checkKept(seals, kept);
for (const completion of completions) checkCompletion(completion, seals);
console.log(`OK: ${completions.length} completions in a chain of ${seals.length} seals`);
