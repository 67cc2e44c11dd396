import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describeRun } from "../bench/support.ts";
import { migrateFrom } from "../packages/engine/src/migration/migrateFrom.ts";
import { nextVersion } from "../tests/operations/support/nextVersion.ts";
import { countFindings } from "./support/countFindings.ts";
import { Load } from "./support/Load.ts";
import { MilepostServer } from "./support/MilepostServer.ts";
import { serverPlace } from "./support/Place.ts";
import { printFault } from "./support/runFault.ts";

const tries = Number(process.env.FAULT_TRIES ?? 10);

/**
 * Two servers are migrated under and then replaced one by one, under load, to a next version of the
 * schema each time. Every request is to be answered as on any other day.
 */
const place = await serverPlace();
const env = { DATABASE_URL: place.database.url };
const folder = await mkdtemp(join(tmpdir(), "milepost-upgrade-"));
const servers = [place.server, await MilepostServer.create(env)];
try {
  const load = new Load({ urls: servers.map(({ url }) => url), key: place.key, senders: 4 });
  for (let ahead = 1; ahead <= tries; ahead++) {
    const next = await nextVersion(folder, ahead);
    await load.more(50);
    await place.inspect((pool) => migrateFrom(next, pool));
    for (let n = 0; n < 2; n++) {
      const old = servers[servers.length - 2];
      await load.more(20);
      const replacement = await MilepostServer.create(env);
      servers.push(replacement);
      load.urls.push(replacement.url);
      load.urls.shift();
      await old?.stop();
    }
    process.stderr.write(".");
  }
  await load.stop();
  await Promise.all(servers.map((server) => server.stop()));
  const errors = servers.flatMap((server) => server.errors);
  const { 200: _, ...otherwise } = load.answers;
  await place.inspect(async (pool) =>
    printFault("upgrade", await describeRun(pool), {
      tries,
      acknowledged: load.acknowledged.length,
      ...(await countFindings(pool, load.acknowledged)),
      unexpected: Object.values(otherwise).reduce((sum, n) => sum + n, errors.length),
      answers: load.answers,
    }),
  );
  for (const what of [...load.unexpected, ...errors].slice(0, 10)) console.error(what);
} finally {
  await Promise.all(servers.map((server) => server.kill()));
  await place.remove();
  await rm(folder, { recursive: true });
}
