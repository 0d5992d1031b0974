import type { FieldClass } from '@closeout/domain';
import { defaultFieldResolver, getNamedType, isObjectType, type GraphQLObjectType, type GraphQLSchema } from 'graphql';
import { demandClass } from '../read/classes.ts';
import { isReadType } from '../read/model.ts';
import { rootNamed } from '../read/roots.ts';
import type { Context } from './context.ts';

/**
 * The field classes of what queries answer beside the read model, whose fields carry their own. A type has one class, or one for
 * each of its fields; what is not named here is given to no token.
 */
export const PLAIN_CLASSES: Readonly<Record<string, FieldClass | Readonly<Record<string, FieldClass>>>> = {
  Query: {
    viewer: 'STATISTICS',
    statistics: 'STATISTICS',
    workingCalendar: 'STATISTICS',
    workingCalendarYears: 'STATISTICS',
    workingDays: 'STATISTICS',
    workingDayAfter: 'STATISTICS',
    mailSettings: 'STATISTICS',
    // Compares the words of findings.
    repeatSuggestions: 'TEXT',
    progressReport: 'TEXT',
    actionWords: 'TEXT',
    filingComparison: 'TEXT',
    publicationComparison: 'NAMES',
    // How many a draw could take, before it is drawn.
    recheckPopulation: 'STATISTICS',
    // Of the people themselves, which no token is.
    deputisedPosts: 'NAMES',
    urgeSheets: 'NAMES',
  },
  // Who asks reads about himself.
  Viewer: 'STATISTICS',
  ViewerAccount: 'STATISTICS',
  ViewerPerson: 'STATISTICS',
  ViewerRole: 'STATISTICS',
  ViewerBody: 'STATISTICS',
  ViewerDepartment: 'STATISTICS',
  ViewerPost: 'STATISTICS',
  MailSettings: 'STATISTICS',
  Statistics: {
    asOf: 'STATISTICS',
    findings: 'STATISTICS',
    actions: 'STATISTICS',
    settledActions: 'STATISTICS',
    closed: 'STATISTICS',
    overdue: 'STATISTICS',
    dueSoon: 'STATISTICS',
    dueSoonUntil: 'STATISTICS',
    returned: 'STATISTICS',
    waitsForMe: 'STATISTICS',
    changedThisWeek: 'STATISTICS',
    closedThisWeek: 'STATISTICS',
    rate: 'STATISTICS',
    byState: 'STATISTICS',
    byResult: 'STATISTICS',
    byPlan: 'STATISTICS',
    // Its groups are called by the holder's name.
    byLeader: 'NAMES',
    byDepartment: 'STATISTICS',
    byAspect: 'TEXT',
    balance: 'MONEY',
    recovered: 'MONEY',
    evidence: 'STATISTICS',
  },
  Rate: 'STATISTICS',
  PlanCount: 'STATISTICS',
  // Read through one of the lists above, which has the class of the names.
  GroupCount: 'STATISTICS',
  EvidenceKindCount: 'STATISTICS',
  WorkingCalendarYear: {
    year: 'STATISTICS',
    known: 'STATISTICS',
    shipped: 'STATISTICS',
    notice: 'STATISTICS',
    days: 'STATISTICS',
    workingDays: 'STATISTICS',
    editable: 'STATISTICS',
    version: 'STATISTICS',
    updatedAt: 'STATISTICS',
    updatedByName: 'NAMES',
  },
  WorkingCalendarDay: 'STATISTICS',
  WorkingDayCount: 'STATISTICS',
  WorkingDayFound: 'STATISTICS',
  RepeatSuggestion: 'TEXT',
  // The report as a whole needs every class, see demandClasses.
  ProgressReport: 'TEXT',
  ReportBlock: 'TEXT',
  ToldStretch: 'TEXT',
  ReportWarning: 'TEXT',
  DeputisedPost: 'NAMES',
  DeputyCandidate: 'NAMES',
  UrgeSheet: 'NAMES',
  // Of filings, which no token sees.
  FilingComparison: 'NAMES',
  PublicationComparison: 'NAMES',
  ComparedPassage: 'NAMES',
  ComparedFigure: 'NAMES',
  PassageSide: 'NAMES',
  Stretch: 'NAMES',
  FiledChange: 'NAMES',
  FiledFindingChange: 'NAMES',
};

/** The class of a field outside the read model; null: none, so that no token may read it. */
export function plainClassOf(typeName: string, fieldName: string): FieldClass | null {
  const found = PLAIN_CLASSES[typeName];
  return typeof found === 'object' ? (found[fieldName] ?? null) : (found ?? null);
}

/** The object types outside the read model that a query can reach, `Query` itself first. */
export function plainTypes(schema: GraphQLSchema, planned: ReadonlySet<GraphQLObjectType>): GraphQLObjectType[] {
  const found = new Set<GraphQLObjectType>();
  const visit = (type: unknown): void => {
    if (!isObjectType(type) || found.has(type) || planned.has(type) || isReadType(type.name)) return;
    found.add(type);
    for (const field of Object.values(type.getFields())) visit(getNamedType(field.type));
  };
  visit(schema.getQueryType());
  return [...found];
}

/** Whether the read model answers a field of `Query`, and with it checks every field below. */
export const isReadRoot = (name: string): boolean => name === 'node' || rootNamed(name) !== undefined;

/** Puts the question for the class before the resolver of each field outside the read model. */
export function guardPlainTypes(schema: GraphQLSchema, planned: ReadonlySet<GraphQLObjectType>): void {
  for (const type of plainTypes(schema, planned)) {
    for (const field of Object.values(type.getFields())) {
      if (type === schema.getQueryType() && isReadRoot(field.name)) continue;
      const own = field.resolve ?? defaultFieldResolver;
      field.resolve = (source, args, ctx: Context, info) => {
        demandClass(ctx.viewer, plainClassOf(type.name, field.name), `${type.name}.${field.name}`);
        return own(source, args, ctx, info) as unknown;
      };
    }
  }
}
