import { parentPort, workerData } from "node:worker_threads";
import type { WorkerReply, WorkerRequest, WorkerStart } from "./wire/workerMessages.ts";
import { dumpPostgres } from "./worker/dumpPostgres.ts";
import { keepHouse } from "./worker/keepHouse.ts";
import { openPostgres } from "./worker/openPostgres.ts";
import type { PostgresBackend } from "./worker/PostgresBackend.ts";
import { WireServer } from "./worker/WireServer.ts";

/**
 * Entry point of the thread in which PostgreSQL runs. An exception here ends it, and
 * `BackendWorker` hears of it.
 */
const start = workerData as WorkerStart;
const database = await openPostgres(start);
// Typed by PGlite on types it does not ship, so that there is nothing to check this one against.
keepHouse(new WireServer(database.Module as unknown as PostgresBackend, start));

function reply(message: WorkerReply, transfer: ArrayBuffer[] = []): void {
  parentPort?.postMessage(message, transfer);
}

parentPort?.on("message", async (request: WorkerRequest) => {
  if (request === "close") {
    await database.close();
    process.exit(0);
  }
  const dump = await dumpPostgres(database);
  reply({ dump }, [dump.buffer]);
});

reply("ready");
