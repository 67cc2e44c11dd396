import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../", import.meta.url));
const shared = ["packages/client/src", "packages/progress/src", "packages/react"];

const elements = JSON.parse(readFileSync(`${root}packages/elements/package.json`, "utf8"));
/** What the elements have in React's place. */
const standIn = elements.bundledFor.react;

/**
 * What is bundled for browsers: from the sources of the workspace, never from what was built of
 * them, so that no bundle is made of a stale build.
 *
 * @type {Record<string, { from: string[], config: import("vite").InlineConfig }>}
 */
const bundles = {
  "packages/elements": {
    from: [...shared, "packages/elements/src"],
    config: {
      resolve: {
        alias: [
          { find: /^react\/jsx-runtime$/, replacement: "preact/jsx-runtime" },
          { find: /^react$/, replacement: `${root}packages/elements/${standIn}` },
        ],
      },
      build: {
        outDir: `${root}packages/elements/dist/bundle`,
        emptyOutDir: true,
        // As a library: a page's own way to load chunks is a tenth of the whole.
        lib: {
          entry: {
            "milepost-elements": `${root}packages/elements/src/all.ts`,
            "milepost-elements-core": `${root}packages/elements/src/core.ts`,
            "milepost-elements-de": `${root}packages/elements/src/locales/de.ts`,
            "milepost-elements-ar": `${root}packages/elements/src/locales/ar.ts`,
          },
          formats: ["es"],
        },
        rolldownOptions: { output: { minify: true, chunkFileNames: "[name]-[hash].js" } },
      },
    },
  },
  "apps/dashboard": {
    from: [
      "packages/client/src",
      "packages/progress/src",
      "apps/dashboard/src",
      "apps/dashboard/static",
    ],
    config: {
      publicDir: `${root}apps/dashboard/static`,
      build: {
        outDir: `${root}apps/dashboard/dist/public`,
        emptyOutDir: true,
        manifest: "manifest.json",
        chunkSizeWarningLimit: 600,
        rolldownOptions: {
          input: `${root}apps/dashboard/src/client/main.tsx`,
          // Files that say they are for browsers, as all here is.
          onLog: (level, log, write) => {
            if (log.code !== "MODULE_LEVEL_DIRECTIVE") write(level, log);
          },
        },
      },
    },
  },
  "apps/demo": {
    from: [...shared, "apps/demo/src", "apps/demo/static"],
    config: {
      publicDir: `${root}apps/demo/static`,
      build: {
        outDir: `${root}apps/demo/dist/public`,
        emptyOutDir: true,
        manifest: "manifest.json",
        rolldownOptions: { input: `${root}apps/demo/src/client/main.tsx` },
      },
    },
  },
};

/** Sizes and times of the files below a folder: enough to see that one was edited. */
function stateOf(folder) {
  return readdirSync(root + folder, { withFileTypes: true, recursive: true })
    .filter(
      (entry) => entry.isFile() && !/(^|\/)(dist|test|node_modules)(\/|$)/.test(entry.parentPath),
    )
    .map((entry) => `${entry.parentPath}/${entry.name}`)
    .sort()
    .map((path) => `${path} ${statSync(path).size} ${statSync(path).mtimeMs}`);
}

function fingerprint(from) {
  const hash = createHash("sha256");
  for (const path of ["package-lock.json", "scripts/bundle.mjs"]) {
    hash.update(readFileSync(root + path));
  }
  for (const line of from.flatMap(stateOf)) hash.update(line);
  return hash.digest("hex");
}

/** Bundles what a folder's sources have changed since it was bundled last. */
async function bundle(folder, { from, config }) {
  const stamp = `${root}${folder}/dist/.bundled`;
  const state = fingerprint(from);
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === state) return;
  // Loaded where there is something to bundle: it takes longer than to see that there is nothing.
  const { build, defaultClientConditions } = await import("vite");
  await build({
    configFile: false,
    root,
    base: "./",
    logLevel: "warn",
    mode: "production",
    ...config,
    // Older ones lack `:dir()` and `light-dark()`, and what stands in for them is not the same.
    build: {
      cssTarget: ["chrome123", "firefox120", "safari17.5"],
      // The notices that licenses of what is bundled ask to go with it.
      license: { fileName: "licenses.md" },
      ...config.build,
    },
    resolve: { conditions: ["milepost-source", ...defaultClientConditions], ...config.resolve },
  });
  mkdirSync(`${root}${folder}/dist`, { recursive: true });
  writeFileSync(stamp, state);
}

const wanted = process.argv.slice(2);
for (const [folder, options] of Object.entries(bundles)) {
  if (wanted.length === 0 || wanted.includes(folder)) await bundle(folder, options);
}
