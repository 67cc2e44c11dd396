// Takes the lock of the directory named, says `won` or `refused <pid of the holder>`, and stays
// until its input ends.
import { lockDirectory } from "../../dist/directory/lockDirectory.js";

try {
  const lock = lockDirectory(process.argv[2]);
  console.log("won");
  process.stdin.on("end", () => lock.release()).resume();
} catch (error) {
  if (error.name !== "DataDirectoryInUseError") throw error;
  console.log(`refused ${error.holderPid}`);
}
