/** For the start-up log wherever the embedded database keeps its files in a directory. */
export const powerCutWarning =
  "The embedded database does not wait for the disk: what it acknowledged survives a crash or " +
  "kill of this process, but a power cut or a crash of the machine may lose or damage it. " +
  "Set DATABASE_URL to a PostgreSQL server for data you cannot afford to lose.";
