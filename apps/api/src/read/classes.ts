import { FIELD_CLASS_RULES, mayReadClass, type FieldClass, type Viewer } from '@closeout/domain';
import { GraphQLError } from 'graphql';

/**
 * Refuses what a token asks for beyond its field classes, by name: which class it needs, and whose act gives it. A field, filter or
 * order without a class is given to no token. Nothing is left out silently, and the refusal does not depend on any record.
 */
export function demandClass(viewer: Viewer, needed: FieldClass | null, what: string): void {
  if (mayReadClass(viewer, needed)) return;
  const approver = needed === null ? null : FIELD_CLASS_RULES[needed].approver;
  const why =
    needed === null ? 'is given to no token' : `needs the field class ${needed}, which this token does not have`;
  const how = approver === null ? '' : `; it is approved by the ${approver} of the token's body`;
  throw new GraphQLError(`${what} ${why}${how}`, {
    extensions: { code: 'FIELD_CLASS', fieldClass: needed, field: what, approver, http: { status: 403 } },
  });
}
