import { basename } from "node:path";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/**
 * Files that take from half a minute to two and a half, the longest first. Begun last, one of them
 * would have a core to itself while the others stand still; what is not here is begun by size.
 */
const slow = [
  "faults.test.ts",
  "axe.test.ts",
  "importOulad.test.ts",
  "cleanCopy.test.ts",
  "audit.test.ts",
  "dataDirectory.test.ts",
  "outline.test.ts",
  "reports.property.test.ts",
  "serving.test.ts",
  "exportImport.test.ts",
  "fuzz.test.ts",
  "behind.test.ts",
  "figures.test.ts",
  "galleryAxe.test.ts",
];

/** The order in which test files are begun. */
export class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => {
      const at = slow.indexOf(basename(moduleId));
      return at === -1 ? slow.length : at;
    };
    return (await super.sort(files)).toSorted((a, b) => place(a) - place(b));
  }
}
