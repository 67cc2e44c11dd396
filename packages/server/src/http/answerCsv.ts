import type { Context } from "hono";
import type { Logger } from "pino";
import { csvColumns } from "../csv/csvColumns.ts";
import { csvResponse } from "../csv/csvResponse.ts";
import { csvRows } from "../csv/csvRows.ts";
import { everyAnswer } from "../csv/everyAnswer.ts";
import type { AppEnv } from "./AppEnv.ts";
import type { AnyCall, Operation } from "./operation.ts";

/**
 * Carries an operation out with its answer as a CSV file. Resolves when the first page is there;
 * the request's deadline is for that, and each page after it has the database's own.
 */
export function answerCsv(
  c: Context<AppEnv>,
  operation: Operation,
  { call, logger }: { call: AnyCall; logger: Logger | undefined },
): Promise<Response> {
  const { requestId } = c.var;
  return csvResponse({
    name: `${operation.csv}.csv`,
    columns: csvColumns(operation.answer),
    pages: rowsOf(everyAnswer(operation, call)),
    onBreak(err) {
      // The request itself was logged when its answer began.
      logger?.error({ requestId, route: operation.path, err }, "a file broke off");
    },
  });
}

async function* rowsOf(answers: AsyncIterable<object>) {
  for await (const answer of answers) yield csvRows(answer);
}
