// Writes rows one by one into the database in the directory named, and says the id of each once it
// is acknowledged.
import { openEmbedded } from "../../dist/index.js";

const { pool } = await openEmbedded({ dataDirectory: process.argv[2] });
await pool.query("create table if not exists row (id bigint primary key, filler text)");
const { rows } = await pool.query("select coalesce(max(id), 0) + 1 as id from row");
for (let id = Number(rows[0].id); ; id++) {
  await pool.query("insert into row values ($1, repeat('x', 500))", [id]);
  console.log(id);
}
