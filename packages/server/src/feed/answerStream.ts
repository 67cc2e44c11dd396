import type { Context } from "hono";
import { credentialCacheMs } from "../auth/authenticate.ts";
import type { Services } from "../createApp.ts";
import type { AppEnv } from "../http/AppEnv.ts";
import type { AnyCall, Operation } from "../http/operation.ts";
import { withDeadline } from "../http/withDeadline.ts";

type Stream = NonNullable<Operation["stream"]>;

/**
 * Answers with server-sent events that go on for as long as somebody listens and may. The request's
 * deadline is for the first of them: what keeps that from coming is still answered as a problem.
 */
export async function answerStream(
  c: Context<AppEnv>,
  stream: Stream,
  { call, services, endsAt }: { call: AnyCall; services: Services; endsAt: number },
): Promise<Response> {
  const ended = new AbortController();
  const end = () => ended.abort();
  c.req.raw.signal.addEventListener("abort", end, { once: true });
  const { requestId, route } = c.var;
  try {
    const events = await withDeadline(stream(call, ended.signal), endsAt, "timed_out");
    const type = { "content-type": "text/event-stream" };
    if (c.req.method === "HEAD") {
      end();
      return new Response(null, { headers: type });
    }
    endWithCredential(c.req.header("authorization"), { services, ended });
    const body = bodyOf(events, {
      end,
      // The request itself was logged when its answer began.
      onBreak: (err) => services.logger?.error({ requestId, route, err }, "a stream broke off"),
    });
    // Proxies that gather what they pass on would keep events for themselves.
    return new Response(body, { headers: { ...type, "x-accel-buffering": "no" } });
  } catch (error) {
    end();
    throw error;
  }
}

/** A key that is revoked and a token that expires end what was begun with them. */
function endWithCredential(
  authorization: string | undefined,
  { services, ended }: { services: Services; ended: AbortController },
): void {
  const timer = setInterval(() => {
    services.authenticate(authorization).catch(() => ended.abort());
  }, credentialCacheMs);
  timer.unref();
  ended.signal.addEventListener("abort", () => clearInterval(timer), { once: true });
}

function bodyOf(
  events: AsyncGenerator<string>,
  { end, onBreak }: { end: () => void; onBreak: (error: unknown) => void },
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let isLetGo = false;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const event = await events.next();
          // Whoever let go meanwhile has closed it.
          if (isLetGo) return;
          if (!event.done) return controller.enqueue(encoder.encode(event.value));
          controller.close();
        } catch (error) {
          onBreak(error);
          // Whoever serves the stream may print what it ends in, so that has nothing of the cause.
          controller.error(new Error("The stream broke off."));
        }
        end();
      },
      async cancel() {
        isLetGo = true;
        end();
        await events.return(undefined);
      },
    },
    // Nothing is taken before somebody reads it: what waits is bounded where it waits.
    { highWaterMark: 0 },
  );
}
