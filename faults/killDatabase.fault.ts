import { serverPlace } from "./support/Place.ts";
import { runFault } from "./support/runFault.ts";

/** Every process of PostgreSQL is killed at once, and it recovers from its log. */
await runFault({
  name: "killDatabase",
  tries: 50,
  place: serverPlace,
  strike: async ({ database }) => {
    await database.kill();
    await database.start();
  },
});
