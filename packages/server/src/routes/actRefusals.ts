/** What any batch of acts can be refused for as a whole. */
export const actRefusals = [
  "reason_required",
  "text_out_of_range",
  "batch_too_large",
  "id_out_of_range",
] as const;
