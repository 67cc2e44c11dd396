import { parentPort, workerData } from "node:worker_threads";
import type { WorkerReply, WorkerRequest, WorkerStart } from "./wire/workerMessages.ts";
import { dumpPostgres } from "./worker/dumpPostgres.ts";
import { keepHouse } from "./worker/keepHouse.ts";
import { openPostgres } from "./worker/openPostgres.ts";
import type { PostgresModule } from "./worker/PostgresModule.ts";
import { WireServer } from "./worker/WireServer.ts";

/**
 * Entry point of the thread in which PostgreSQL runs. An exception here ends it, and
 * `BackendWorker` hears of it.
 */
const start = workerData as WorkerStart;
const database = await openPostgres(start);
// PGlite types its module on Emscripten types it does not ship; `PostgresModule` says what is used
// of it.
keepHouse(new WireServer(database.Module as unknown as PostgresModule, start));

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
