import { MessageChannel, type MessagePort, Worker } from "node:worker_threads";
import { workerUrl } from "../workerUrl.ts";
import type { Counters, DatabaseFiles, WorkerStart } from "./workerMessages.ts";

/**
 * Room for PostgreSQL's own limit to be met first, so that deep recursion answers `stack depth
 * limit exceeded`, as a server does. With Node's 4 MB a function calling itself 3,000 times
 * overflowed the thread's stack instead, which ends it; 16 MB was enough. It is address space, not
 * memory.
 */
const stackSizeMb = 64;

export interface StartedWorker {
  readonly worker: Worker;
  readonly wire: MessagePort;
  readonly counters: Counters;
}

/** Starts the worker thread that runs PostgreSQL, with the channel its messages go through. */
export function startWorker(files: DatabaseFiles): StartedWorker {
  const { port1, port2 } = new MessageChannel();
  const counters = new Int32Array(new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT));
  const start: WorkerStart = { ...files, wire: port2, counters };
  const worker = new Worker(workerUrl(), {
    workerData: start,
    transferList: [port2],
    resourceLimits: { stackSizeMb },
    // Flags of the host's process, such as a TypeScript loader, are not for this thread.
    execArgv: [],
  });
  return { worker, wire: port1, counters };
}
