// Opens a database, uses and closes it, and says `closed`. Nothing here ends the process: it has to
// end by itself.
import { openEmbedded } from "../../dist/index.js";

const database = await openEmbedded({ dataDirectory: process.argv[2] });
await database.pool.query("select 1");
await database.close();
console.log("closed");
