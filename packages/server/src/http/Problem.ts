import { type ProblemCode, type ProblemKind, problems } from "./problems.ts";

export interface FieldError {
  /** Where in the request: `body.lessons[0].title`, `query.limit`, `path.course`. */
  readonly path: string;
  readonly message: string;
}

export interface ProblemOptions {
  /** What is particular to this occurrence; the title of its kind when omitted. */
  readonly detail?: string | undefined;
  readonly errors?: readonly FieldError[] | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly cause?: unknown;
}

/** A refused request, thrown from wherever it is noticed; `answerError` makes it a response. */
export class Problem extends Error {
  override readonly name = "Problem";
  readonly code: ProblemCode;
  readonly kind: ProblemKind;
  readonly detail: string;
  readonly errors: readonly FieldError[] | undefined;
  readonly headers: Readonly<Record<string, string>>;

  constructor(code: ProblemCode, { detail, errors, headers, cause }: ProblemOptions = {}) {
    super(problems[code].title, { cause });
    this.code = code;
    this.kind = problems[code];
    this.detail = detail === undefined ? this.kind.title : wellFormed(detail);
    this.errors = errors?.map(({ path, message }) => ({ path: wellFormed(path), message }));
    this.headers = headers ?? {};
  }
}

/**
 * What is quoted of a request may hold NUL and halves of surrogate pairs, or be cut in the middle
 * of one; many a reader of JSON gives up on either.
 */
function wellFormed(text: string): string {
  return text.replaceAll(/[\0\p{Surrogate}]/gu, "\ufffd");
}
