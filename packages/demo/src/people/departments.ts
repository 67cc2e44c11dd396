/** What people of the academy work at, wherever they do. */
export interface Department {
  /** Of the group of those who work there. */
  readonly id: string;
  readonly name: string;
  /** Share of the staff; all of them add up to 1. */
  readonly share: number;
}

export const departments: readonly Department[] = [
  { id: "support", name: "Customer support", share: 0.3 },
  { id: "operations", name: "Operations", share: 0.26 },
  { id: "engineering", name: "Engineering", share: 0.22 },
  { id: "sales", name: "Sales", share: 0.14 },
  { id: "finance", name: "Finance and people", share: 0.08 },
];
