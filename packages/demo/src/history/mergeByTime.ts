/** A run of items in chronological order that begins no earlier than `opensAt` (milliseconds). */
export interface Run<T> {
  readonly opensAt: number;
  open(): Iterable<T>;
}

interface Head<T> {
  readonly item: T;
  readonly rest: Iterator<T>;
  /**
   * Which run it is of: runs opened earlier go first where times are equal, so the order never
   * depends on luck.
   */
  readonly rank: number;
}

/**
 * Merges runs into one chronological stream. Only runs that have begun and not ended are held, so
 * memory follows how many learners are under way at one time, not how many there are.
 *
 * @param runs - in order of `opensAt`; pulled one at a time, as the stream reaches them
 */
export function* mergeByTime<T extends { readonly at: Date }>(
  runs: Iterable<Run<T>>,
): Generator<T, void> {
  const waiting = runs[Symbol.iterator]();
  const heap: Head<T>[] = [];
  let rank = 0;
  let next = waiting.next();
  for (;;) {
    while (!next.done && (heap[0] === undefined || next.value.opensAt <= time(heap[0]))) {
      const rest = next.value.open()[Symbol.iterator]();
      advance(heap, rest, rank++);
      next = waiting.next();
    }
    const first = takeFirst(heap);
    if (first === undefined) {
      if (next.done) return;
      continue;
    }
    yield first.item;
    advance(heap, first.rest, first.rank);
  }
}

function advance<T extends { readonly at: Date }>(
  heap: Head<T>[],
  rest: Iterator<T>,
  rank: number,
) {
  const { done, value } = rest.next();
  if (done) return;
  heap.push({ item: value, rest, rank });
  let place = heap.length - 1;
  while (place > 0 && swapIfBefore(heap, place, (place - 1) >> 1)) place = (place - 1) >> 1;
}

function takeFirst<T extends { readonly at: Date }>(heap: Head<T>[]): Head<T> | undefined {
  const first = heap[0];
  const last = heap.pop();
  if (last === undefined || last === first) return first;
  heap[0] = last;
  let place = 0;
  for (;;) {
    const left = 2 * place + 1;
    const child = isBefore(heap[left + 1], heap[left]) ? left + 1 : left;
    if (!swapIfBefore(heap, child, place)) return first;
    place = child;
  }
}

function swapIfBefore<T extends { readonly at: Date }>(heap: Head<T>[], a: number, b: number) {
  const [first, second] = [heap[a], heap[b]];
  if (first === undefined || second === undefined || !isBefore(first, second)) return false;
  heap[a] = second;
  heap[b] = first;
  return true;
}

function isBefore<T extends { readonly at: Date }>(
  a: Head<T> | undefined,
  b: Head<T> | undefined,
): boolean {
  if (a === undefined || b === undefined) return false;
  const difference = time(a) - time(b);
  return difference < 0 || (difference === 0 && a.rank < b.rank);
}

function time<T extends { readonly at: Date }>(head: Head<T>): number {
  return head.item.at.getTime();
}
