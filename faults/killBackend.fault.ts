import { serverPlace } from "./support/Place.ts";
import { runFault } from "./support/runFault.ts";

/** One connection's process is killed: PostgreSQL ends all the others and recovers by itself. */
await runFault({
  name: "killBackend",
  tries: 50,
  place: serverPlace,
  strike: ({ database }) => database.killBackend(),
});
