import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { changelogForm } from "./rules/changelogForm.ts";
import { deadFiles } from "./rules/deadFiles.ts";
import { docComments } from "./rules/docComments.ts";
import { fileSize } from "./rules/fileSize.ts";
import { focusedTests } from "./rules/focusedTests.ts";
import { functionLength } from "./rules/functionLength.ts";
import { imports } from "./rules/imports.ts";
import { leftovers } from "./rules/leftovers.ts";
import { lineLength } from "./rules/lineLength.ts";
import { lockFile } from "./rules/lockFile.ts";
import { markdownLinks } from "./rules/markdownLinks.ts";
import { markdownTitles } from "./rules/markdownTitles.ts";
import { sqlOutside } from "./rules/sqlOutside.ts";
import { testNames } from "./rules/testNames.ts";
import { transactionControl } from "./rules/transactionControl.ts";
import { vocabulary } from "./rules/vocabulary.ts";
import { type Finding, readSourceTree, SourceTree } from "./SourceTree.ts";

const rules = [
  changelogForm,
  deadFiles,
  docComments,
  fileSize,
  focusedTests,
  functionLength,
  imports,
  leftovers,
  lineLength,
  lockFile,
  markdownLinks,
  markdownTitles,
  sqlOutside,
  testNames,
  transactionControl,
  vocabulary,
];

const line = ({ path, line, says }: Finding) => `${path}:${line} ${says}`;

let tree: SourceTree;
beforeAll(async () => {
  tree = await readSourceTree(fileURLToPath(new URL("../../", import.meta.url)));
});

describe.each(rules)("$says", (rule) => {
  test("here", () => {
    expect(rule.check(tree).map(line)).toEqual([]);
  });

  test("and the check finds what breaks it", () => {
    const broken = new SourceTree(rule.sample.files);
    expect(rule.check(broken).map(line)).toEqual(rule.sample.findings);
  });
});

test("the rules read the whole tree", () => {
  expect(tree.find("packages/engine/src/migrate.ts")).toBeDefined();
  expect(tree.find("tests/tidy/tidy.test.ts")).toBeDefined();
  expect(tree.find(".ci/run")).toBeDefined();
});
