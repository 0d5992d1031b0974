/** A refusal as the API sends it with every mutation's payload. */
export type UserError = {
  code: string;
  message: string;
  field?: string | null;
  rule?: string | null;
  missing?: readonly string[] | null;
};

/** `input.points.0.outcome` and `points.0.outcome` mean the same field of a form. */
const normal = (field: string) => field.replace(/^input\./, '');

/** Messages by form field: the first one of each. */
export function fieldErrors(errors: readonly UserError[]): Record<string, string> {
  const found: Record<string, string> = {};
  for (const error of errors) {
    if (error.field && error.code !== 'CONFLICT') found[normal(error.field)] ??= error.message;
  }
  return found;
}

/** Refusals that belong to no field the form shows: they go above its buttons. */
export function generalErrors(errors: readonly UserError[], shownFields: readonly string[]): UserError[] {
  return errors.filter(
    (error) => error.code !== 'CONFLICT' && !(error.field && shownFields.includes(normal(error.field))),
  );
}

export const conflictOf = (errors: readonly UserError[]): UserError | null =>
  errors.find((error) => error.code === 'CONFLICT') ?? null;
