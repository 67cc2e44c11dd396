import { serverPlace } from "./support/Place.ts";
import { runFault } from "./support/runFault.ts";

/** The server's process is killed with requests under way, and started again. */
await runFault({
  name: "killServer",
  tries: 50,
  place: serverPlace,
  strike: async ({ server }) => {
    await server.kill();
    await server.start();
  },
});
