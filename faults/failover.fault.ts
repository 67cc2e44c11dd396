import { setTimeout as pause } from "node:timers/promises";
import { MilepostServer } from "./support/MilepostServer.ts";
import { type Place, serverPlace } from "./support/Place.ts";
import type { Postgres } from "./support/Postgres.ts";
import { Relay } from "./support/Relay.ts";
import { runFault } from "./support/runFault.ts";

const seconds = Number(process.env.FAULT_SECONDS ?? 30);

let first: Postgres;
let standby: Postgres | undefined;
let relay: Relay;

/** A standby that the first waits for: what the first has acknowledged, it holds. */
async function follow(): Promise<Postgres> {
  standby = await first.createStandby();
  await first.query("alter system set synchronous_standby_names = '*'");
  await first.query("select pg_reload_conf()");
  while ((await first.query(isInStep)).rowCount === 0) await pause(20);
  return standby;
}

const isInStep = "select from pg_stat_replication where sync_state = 'sync'";

async function place(): Promise<Place> {
  const place = await serverPlace();
  await place.server.kill();
  first = place.database;
  relay = await Relay.listen();
  relay.forward(first.port);
  const address = new URL(first.url);
  address.port = `${relay.port}`;
  const server = await MilepostServer.create({ DATABASE_URL: address.href });
  const remove = async () => {
    await server.kill();
    relay.close();
    await Promise.all([first.remove(), standby?.remove()]);
  };
  return { ...place, server, inspect: (work) => place.inspect(work, first), remove };
}

/**
 * The database's machine is lost, connections are refused for half a minute, then its synchronous
 * standby takes over behind the same address.
 */
await runFault({
  name: "failover",
  tries: 5,
  place,
  strike: async () => {
    const [lost, next] = [first, await follow()];
    await lost.kill();
    relay.forward(undefined);
    await pause(seconds * 1000);
    await next.query("alter system reset synchronous_standby_names");
    await next.query("select pg_reload_conf()");
    await next.query("select pg_promote()");
    [first, standby] = [next, undefined];
    relay.forward(first.port);
    await lost.remove();
  },
});
