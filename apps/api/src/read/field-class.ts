import type { FieldClass, Viewer } from '@closeout/domain';
import { GraphQLError } from 'graphql';

/** Refuses a token (or an integrator's account) what its field classes do not hold; everybody else has no classes, and reads every one. */
export function demandClass(viewer: Viewer, what: string, needed: FieldClass): void {
  if (viewer.classes === null || viewer.classes.includes(needed)) return;
  throw new GraphQLError(`${what} needs the field class ${needed}, which this token was not given`, {
    extensions: { code: 'FIELD_CLASS', fieldClass: needed, http: { status: 403 } },
  });
}
