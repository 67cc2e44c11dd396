/**
 * Another process, or an earlier open of this one, holds the data directory. Nothing was touched.
 */
export class DataDirectoryInUseError extends Error {
  override readonly name = "DataDirectoryInUseError";
  readonly dataDirectory: string;
  /** As the holder sees its own id: in another container it may be no process of this one. */
  readonly holderPid: number;

  constructor(dataDirectory: string, holderPid: number) {
    super(
      `The data directory ${dataDirectory} is in use by process ${holderPid}. ` +
        "Stop that process, or name another directory: two on one directory would lose rows.",
    );
    this.dataDirectory = dataDirectory;
    this.holderPid = holderPid;
  }
}
