import { isObjectType, type GraphQLFieldResolver, type GraphQLSchema } from 'graphql';
import type { FieldClass } from '@closeout/domain';
import { demandClass } from '../read/field-class.ts';
import type { Context } from './context.ts';

/**
 * Field classes of types that no read model answers (read models carry their own). A type listed here gives a token what is
 * named, by class, and counts (`others`); names of persons, words of findings and sums stay with their classes.
 */
const CLASSES: Record<string, { others: FieldClass | null; fields: Record<string, FieldClass> }> = {
  // A leader stands there with the name of who holds the post.
  Statistics: {
    others: 'STATISTICS',
    fields: { byLeader: 'NAMES', byAspect: 'TEXT', balance: 'MONEY', recovered: 'MONEY' },
  },
  RepeatSuggestion: { others: 'STATISTICS', fields: {} },
  // Working days are public; who entered them is a name.
  WorkingCalendarYear: { others: null, fields: { updatedByName: 'NAMES' } },
};

/** Puts the check before the resolver of every field that a class bounds. */
export function boundByClass(schema: GraphQLSchema): void {
  for (const [name, { others, fields }] of Object.entries(CLASSES)) {
    const type = schema.getType(name);
    if (!isObjectType(type)) throw new Error(`the schema lacks ${name}`);
    for (const field of Object.values(type.getFields())) {
      const needed = fields[field.name] ?? others;
      if (needed === null) continue;
      const own: GraphQLFieldResolver<unknown, Context> | undefined = field.resolve;
      field.resolve = (source, args, ctx: Context, info) => {
        demandClass(ctx.viewer, `${name}.${field.name}`, needed);
        return own === undefined ? (source as Record<string, unknown>)[field.name] : own(source, args, ctx, info);
      };
    }
  }
}
