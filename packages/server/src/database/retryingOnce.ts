/** SQLSTATEs of a transaction that lost a race and was undone: serialization failure, deadlock. */
const lostRaces = new Set<unknown>(["40001", "40P01"]);

/** Repeats an act once that lost a race in the database. */
export async function retryingOnce<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    const lostRace = error instanceof Error && "code" in error && lostRaces.has(error.code);
    if (!lostRace) throw error;
    return act();
  }
}
