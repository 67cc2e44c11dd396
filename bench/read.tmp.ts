import pg from "pg";
import { measureReads } from "./reports/measureReads.ts";

const [name, runs] = process.argv.slice(2);
const client = new pg.Client({
  connectionString: `postgres://postgres:bench@127.0.0.1:6543/${name}`,
});
await client.connect();
for (const [k, v] of Object.entries(await measureReads(client, Number(runs))))
  console.log(k.padEnd(28), JSON.stringify(v));
await client.end();
