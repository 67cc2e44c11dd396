/** A node of a plan as auto_explain writes it. */
interface PlanNode {
  readonly name: string;
  readonly ms: number;
  readonly rows: number;
  readonly loops: number;
  buffers: number;
}

const mostStatements = 4;
const mostNodes = 3;

/**
 * The plans of one report in a few lines: its slowest statements, and in each the nodes that read
 * most.
 *
 * @param plans - what auto_explain said of its statements, innermost first
 */
export function planDigest(name: string, plans: readonly string[]): string {
  const statements = plans
    .map((plan) => ({ ms: Number(/^duration: ([\d.]+)/.exec(plan)?.[1]), nodes: readsOf(plan) }))
    .filter(({ ms, nodes }) => ms >= 1 && nodes.length > 0)
    .sort((a, b) => b.ms - a.ms)
    .slice(0, mostStatements);
  const total = /^duration: ([\d.]+)/.exec(plans.at(-1) ?? "")?.[1] ?? "0";
  const blocks = statements.map(({ ms, nodes }) => {
    return [`  statement of ${ms.toFixed(1)} ms`, ...nodes.map((node) => `    ${told(node)}`)];
  });
  return [`${name}: ${total} ms`, ...blocks.flat()].join("\n");
}

/** The heaviest reads of tables; none of a statement that puts together what functions answer. */
function readsOf(plan: string): PlanNode[] {
  const nodes = nodesOf(plan);
  if (nodes.some(({ name }) => /^Function Scan on (report|overdue|follow)_/.test(name))) return [];
  return nodes
    .filter(({ name, rows }) => /(Index|Seq|Heap|Only) Scan/.test(name) && rows > 0)
    .sort((a, b) => b.buffers - a.buffers || b.ms * b.loops - a.ms * a.loops)
    .slice(0, mostNodes);
}

const nodeLine =
  /^\s*(?:->\s+)?(\S.*?)\s+\(cost.*\(actual time=\S+?\.\.([\d.]+) rows=(\d+) loops=(\d+)/;

function nodesOf(plan: string): PlanNode[] {
  const nodes: PlanNode[] = [];
  for (const line of plan.split("\n")) {
    const node = nodeLine.exec(line);
    if (node !== null) {
      const [, name = "", ms, rows, loops] = node;
      nodes.push({ name, ms: Number(ms), rows: Number(rows), loops: Number(loops), buffers: 0 });
    }
    const buffers = /^\s*Buffers: shared (?:hit=(\d+))?(?: read=(\d+))?/.exec(line);
    const last = nodes.at(-1);
    if (buffers !== null && last !== undefined && last.buffers === 0) {
      last.buffers = Number(buffers[1] ?? 0) + Number(buffers[2] ?? 0);
    }
  }
  return nodes;
}

function told({ name, ms, rows, loops, buffers }: PlanNode): string {
  const times = loops === 1 ? "" : ` × ${loops}`;
  const count = rows.toLocaleString("en-US");
  return `${name}: rows ${count}${times}, buffers ${buffers.toLocaleString("en-US")}, ${ms} ms`;
}
