import { writePlans } from "./reports/plans.ts";

const [name, path] = process.argv.slice(2);
await writePlans(`postgres://postgres:bench@127.0.0.1:6543/${name}`, path ?? "");
