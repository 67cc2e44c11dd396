import { randomUUID } from "node:crypto";
import type { FeedEntry } from "@milepost/engine";
import { jsonText } from "../http/jsonText.ts";

/** What is sent to a webhook. */
export interface Message {
  /** `webhook-id`: the same however often it is sent, so that a receiver knows it again. */
  readonly id: string;
  readonly body: string;
}

/** `webhook-id` of the message of an entry. */
export function messageIdOf(entry: string): string {
  return `evt_${entry}`;
}

/** The message of an entry: `data` is the entry as the feed answers it. */
export function messageOf(entry: FeedEntry): Message {
  const body = jsonText({ type: entry.type, timestamp: entry.occurredAt, data: entry });
  return { id: messageIdOf(entry.id), body };
}

/** The message that tries a webhook out; it tells of nothing that happened. */
export function testMessage(webhook: string, at: Date): Message {
  const body = jsonText({ type: "webhook.test", timestamp: at, data: { webhook } });
  return { id: `test_${randomUUID()}`, body };
}
