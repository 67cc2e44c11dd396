import type { Command, OptionValues } from "commander";
import type { Answer } from "./Answer.ts";
import type { Terminal } from "./Terminal.ts";

/** One run of the command line: where it stands, and what it will have answered. */
export interface Session {
  readonly terminal: Terminal;
  answer?: Answer | undefined;
}

/**
 * Gives a command its work: `act` gets the options and arguments as commander parsed them, and what
 * it answers is printed once, as text or as a JSON document. A command that runs on prints for
 * itself.
 */
export function answering<Options extends OptionValues>(
  session: Session,
  command: Command,
  act: (given: { options: Options; args: string[] }) => Promise<Answer | undefined>,
): Command {
  return command
    .option("--json", "answer with one JSON document on standard output")
    .action(async () => {
      session.answer = await act({ options: command.opts<Options>(), args: command.args });
    });
}
