/** Where somebody's days happen, and how often they study outside working hours. */
export interface Rhythm {
  /** IANA name. */
  readonly zone: string;
  /** Share of free days and of evenings on which this person studies all the same, 0–1. */
  readonly leisure: number;
}
