/** [the rule, the attempt in the words of outline.ts, the answer] */
export type Row = readonly [rule: string, attempt: string, answer: string];

const circle = "~a#2@3>b ~b#1>a c";
const chain = (hops: number) => {
  const middle = Array.from({ length: hops - 1 }, (_, n) => `~r${n + 1}#9>r${n + 2}`);
  return `x ~r0#9@3>r1 ${middle.join(" ")} r${hops}`;
};

/** The table of the rule: every rule and exception, a row each. */
export const resumeRows: readonly Row[] = [
  ["rule 1: a completed attempt → review", "completed a+1 b+2", "review: completed"],
  ["rule 1: … whatever was viewed since", "completed a@9+1 b+2 c?@8", "review: completed"],
  ["rule 1: … with optional lessons left", "completed a+1 b?", "review: completed"],
  ["rule 1: … with its lessons all retired", "completed ~a#1+1", "review: completed"],
  [
    "rule 1, exception: required lessons added → the first of them",
    "completed a+1 b+2 c? d e",
    "continue d: new-content",
  ],
  [
    "rule 1, exception: … the first though a later one is under way",
    "completed a+1 b c@9",
    "continue b: new-content",
  ],
  [
    "rule 1, exception: … the first that is open",
    "completed a+1 b^200 c",
    "continue c: new-content",
  ],
  ["rule 1, exception: … none open → review", "completed a+1 b^200", "review: completed"],

  ["rule 2: no counted view → first required lesson", "a b c", "start a: new"],
  ["rule 2: … past an optional one", "a? b c", "start b: new"],
  ["rule 2: … past a closed one", "a^200 b", "start b: new"],
  ["rule 2: … past a blocked one", "a<b b", "start b: new"],
  ["rule 2: no required one eligible → first eligible", "a^200 b? c?", "start b: new"],
  ["rule 2: nothing required → first lesson", "a? b?", "start a: new"],
  ["rule 2: a view of a retired lesson is a view", "~a#1@3 b", "continue b: retired"],

  ["rule 3: last viewed and unfinished → continue there", "a@5 b", "continue a: unfinished"],
  ["rule 3: … not at an earlier view", "a@2 b@5 c", "continue b: unfinished"],
  ["rule 3: … before a gap", "a b c@5", "continue c: unfinished"],
  ["rule 3: … after completions earlier in time", "a+1 b+2 c d@5", "continue d: unfinished"],
  ["rule 3: … an optional lesson too", "a+1 b? c?@5 d", "continue c: unfinished"],
  ["rule 3: last viewed is completed → rule 4", "a@5+1 b@3 c", "continue b: next"],
  ["rule 3: … as completing is a view", "a@2 b+5 c", "continue c: next"],
  ["rule 3: last viewed has closed again → rule 4", "a+1 b@5^200 c", "continue c: next"],
  ["rule 3: last viewed is blocked → rule 4", "a+1 b@5<d c d", "continue c: next"],
  [
    "rule 3, exception: something was completed later in time → next",
    "a@2 b@1+5 c",
    "continue c: next",
  ],
  [
    "rule 3, exception: … though the view's own lesson is the server's last viewed",
    "a@2! b@1+5 c",
    "continue c: next",
  ],
  ["rule 3, exception: … an optional one counts", "a@2 b?@1+5 c", "continue c: next"],
  ["rule 3, exception: … a retired one counts", "a@2 b ~r#2@1+5 c", "continue b: next"],
  ["rule 3, exception: … nothing left after it → skipped", "a@2 b@1+5", "continue a: skipped"],
  ["rule 3, exception: … it was optional → optional", "a?@2 b@1+5", "optional a: skipped"],
  [
    "rule 3, exception: completed at the same instant is not later",
    "a@5! b+5 c",
    "continue a: unfinished",
  ],

  ["rule 4: next after the last completed", "a+1 b c", "continue b: next"],
  ["rule 4: … last by time, not by place", "a b+1 c d+9 e+2 f", "continue f: next"],
  ["rule 4: … earlier by place, later by time", "a+9 b c+1 d", "continue b: next"],
  ["rule 4: … past optional, closed and completed", "a+9 b? c^200 d+1 e", "continue e: next"],
  ["rule 4: … after an optional one too", "a b?+5 c", "continue c: next"],
  ["rule 4: … after the place of a retired one", "a b ~r#2+5 c", "continue b: next"],
  ["rule 4: … whatever replaced the retired one", "a b ~r#2+5>a c", "continue b: next"],

  ["rule 5: nothing left after it → first gap", "a+1 b c d+5", "continue b: skipped"],
  ["rule 5: … past an optional one", "a? b c+5", "continue b: skipped"],
  ["rule 5: nothing completed, last viewed closed → first gap", "a b@5^200", "continue a: skipped"],

  ["rule 6: next is not open yet → waiting", "a+1 b^200", "waiting for b until 200: next"],
  ["rule 6: … it opens at its very instant", "a+1 b^100", "continue b: next"],
  ["rule 6: … it has opened", "a+1 b^99", "continue b: next"],
  ["rule 6: … for the first to open", "a+1 b^300 c^200", "waiting for c until 200: next"],
  ["rule 6: … at once: for the first", "a+1 b^200 c^200", "waiting for b until 200: next"],
  [
    "rule 6: … not for one that its date alone does not open",
    "a+1 b^150<x c^200",
    "waiting for c until 200: next",
  ],
  ["rule 6: a prerequisite is missing", "a+1 b<x,a", "waiting for b after x: next"],
  ["rule 6: … and is itself waited for", "b<c c^200 a+1", "waiting for c until 200: skipped"],
  ["rule 6: … both", "a+1 b^200<x", "waiting for b until 200 after x: next"],
  ["rule 6: prerequisites in a circle", "a+1 b<c c<b", "waiting for b after c: next"],
  ["rule 6: a completed prerequisite holds nothing", "a+1 b<a", "continue b: next"],
  ["rule 6: a retired prerequisite holds nothing", "a+1 ~r#2@1 b<r", "continue b: next"],
  ["rule 6: a gap is not open", "a^200 b+5", "waiting for a until 200: skipped"],
  ["rule 6: last viewed has closed", "a@5^200", "waiting for a until 200: unfinished"],
  ["rule 6: … and the learner moved on", "a@1+7 b@5^200", "waiting for b until 200: next"],
  ["rule 6: what replaced it is closed", "~a#1@5>b b^200", "waiting for b until 200: retired"],
  ["rule 6: nothing viewed, nothing open", "a^200 b^300", "waiting for a until 200: new"],
  [
    "rule 6: optional ones open do not end the wait",
    "a+1 b^200 c?",
    "waiting for b until 200: next",
  ],
  [
    "rule 6: … nor do closed ones that open before",
    "a+1 b^200 c?^150",
    "waiting for b until 200: next",
  ],
  ["rule 6: only optional left, closed", "a+1 b?^200", "waiting for b until 200: next"],
  ["rule 6: no lesson at all, none viewed", "", "waiting: new"],
  ["rule 6: no lesson left in the outline", "~a#1@5", "waiting: retired"],
  ["rule 6: … and the retired one was completed", "~a#1+5", "waiting: retired"],

  ["rule 7: only optional left → the next", "a? b+5 c?", "optional c: next"],
  ["rule 7: … none after it → the first", "a? b? c+5", "optional a: skipped"],
  ["rule 7: … past a closed one", "b+5 c?^200 d?", "optional d: next"],
  ["rule 7: nothing left at all → review", "a?+1 b?+2", "review: completed"],

  ["retired: → its replacement", "a b ~r#1@5>b", "continue b: retired"],
  ["retired: → through retired ones", "a b c ~r#1@5>s ~s#9>c", "continue c: retired"],
  ["retired: → an optional replacement", "a b? ~r#1@5>b", "continue b: retired"],
  ["retired: 16 hops are followed", chain(16), "continue r16: retired"],
  ["retired: 17 are not → last place, then rule 5", chain(17), "continue x: retired"],
  ["retired: a circle ends → last place, then rule 5", circle, "continue c: retired"],
  ["retired: replaced by itself", "a ~r#1@5>r", "continue a: retired"],
  ["retired: replacement unknown → last place", "a b c ~r#2@5>gone", "continue b: retired"],
  ["retired: replacement closed → last place", "a b c^200 ~r#2@5>c", "continue b: retired"],
  ["retired: replacement completed → last place", "a b c+3 ~r#2@5>c", "continue b: retired"],
  ["retired: no replacement → its last place", "a b c ~r#2@5", "continue b: retired"],
  ["retired: … or the first eligible after it", "a b+1 c^200 d ~r#2@5", "continue d: retired"],
  ["retired: … an optional one too", "a b? c ~r#2@5", "continue b: retired"],
  ["retired: nothing after it → rule 5, not 4", "a b+1 c d^200 ~r#4@5", "continue a: retired"],
  [
    "retired: … nor an optional one before it",
    "a? b+1 c^200 ~r#3@5",
    "waiting for c until 200: retired",
  ],
  ["retired: the learner moved on → rule 4", "a@1+7 b c ~r#3@5>c", "continue b: next"],
  ["retired: completed before it was → rule 4", "a b c ~r#2@5+5>c", "continue b: next"],
  ["retired: back in the outline → rule 3", "a@5>b b", "continue a: unfinished"],

  ["tie of views: lastViewedLesson is the newer", "a@5! b@5 c", "continue a: unfinished"],
  ["tie of views: … a retired one too", "a@5 b ~r#1@5>b!", "continue b: retired"],
  ["tie of views: … not against a newer instant", "a@5! b@6 c", "continue b: unfinished"],
  ["tie of views: else the one further on", "a@5 b@5 c", "continue b: unfinished"],
  ["tie of views: … the outline before the retired", "a@5 b ~r#2@5>b", "continue a: unfinished"],
  [
    "tie of views: … of two retired ones of one place, by id",
    "a b ~s#1@5>a ~r#1@5>b",
    "continue a: retired",
  ],
  ["tie of completions: lastViewedLesson is the newer", "a+5! b c+5 d", "continue b: next"],
  ["tie of completions: else the one further on", "a+5 b c+5 d", "continue d: next"],
  ["tie of completions: … the outline before the retired", "a+5 b c d ~r#3+5", "continue b: next"],
];
