import { serverPlace } from "./support/Place.ts";
import { runFault } from "./support/runFault.ts";

/** PostgreSQL is stopped in order and started again, as for a setting or a minor version. */
await runFault({
  name: "restartDatabase",
  tries: 20,
  place: serverPlace,
  strike: async ({ database }) => {
    await database.stop("fast");
    await database.start();
  },
});
