// Opens the database in the directory named, says `open`, and when its input ends exits without
// closing it.
import { openEmbedded } from "../../dist/index.js";

const database = await openEmbedded({ dataDirectory: process.argv[2] });
await database.pool.query("select 1");
console.log("open");
process.stdin.on("end", () => process.exit(0)).resume();
