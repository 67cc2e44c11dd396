const leaseMs = 10_000;

/**
 * Runs an act while no other tab of this origin runs one of that name; waits for its turn. With
 * Web Locks, which only secure pages have; else by a lease in local storage, under which two tabs
 * may now and then act at once: what they send twice counts once all the same.
 */
export async function exclusively<T>(
  name: string,
  act: () => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  if (navigator.locks !== undefined) {
    const options = signal === undefined ? {} : { signal };
    return navigator.locks.request(name, options, act);
  }
  const release = await lease(name, signal);
  try {
    return await act();
  } finally {
    release();
  }
}

async function lease(name: string, signal?: AbortSignal): Promise<() => void> {
  const tab = Math.random().toString(36);
  const take = () => localStorage.setItem(name, `${tab} ${Date.now() + leaseMs}`);
  const holder = () => (localStorage.getItem(name) ?? " 0").split(" ");
  for (;;) {
    signal?.throwIfAborted();
    if (Number(holder()[1]) < Date.now()) {
      take();
      await pause(50);
      if (holder()[0] === tab) break;
    }
    await pause(500);
  }
  const renewing = setInterval(take, leaseMs / 2);
  return () => {
    clearInterval(renewing);
    localStorage.removeItem(name);
  };
}

/** Resolves after so many milliseconds. */
export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
