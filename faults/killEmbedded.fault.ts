import { embeddedPlace } from "./support/Place.ts";
import { runFault } from "./support/runFault.ts";

/** The process that is the server and its database is killed, and started again. */
await runFault({
  name: "killEmbedded",
  tries: 50,
  place: embeddedPlace,
  strike: async ({ server }) => {
    await server.kill();
    await server.start();
  },
});
