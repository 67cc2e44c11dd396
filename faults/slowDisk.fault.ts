import { setTimeout as pause } from "node:timers/promises";
import { serverPlace } from "./support/Place.ts";
import { runFault } from "./support/runFault.ts";

const seconds = Number(process.env.FAULT_SECONDS ?? 10);

/** Each flush of the database's log takes 100 ms longer: the most that `commit_delay` can. */
await runFault({
  name: "slowDisk",
  tries: 5,
  place: serverPlace,
  strike: async ({ database }) => {
    await database.query("alter system set commit_siblings = 0");
    await database.query("alter system set commit_delay = 100000");
    await database.query("select pg_reload_conf()");
    await pause(seconds * 1000);
    await database.query("alter system reset all");
    await database.query("select pg_reload_conf()");
  },
});
