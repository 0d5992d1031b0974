import { missingRoles, rolesOfPost, type HandoverFacts, type PostGrant } from '@closeout/domain';

interface FactsJson extends Omit<HandoverFacts, 'outgoingSecretary' | 'missingRoles'> {
  post: { id: string; departmentId: string | null; leadership: boolean };
  outgoingGrants: PostGrant[];
  incomingGrants: PostGrant[];
}

/** The facts, with the grants of the outgoing person that the post carries: they end when the post passes on. */
export function readHandoverFacts(json: unknown): HandoverFacts & { carried: PostGrant[] } {
  const { post, outgoingGrants, incomingGrants, ...facts } = json as FactsJson;
  const carried = rolesOfPost(post, outgoingGrants);
  return {
    ...facts,
    carried,
    outgoingSecretary: outgoingGrants.some((grant) => grant.role === 'SECRETARY'),
    missingRoles: facts.state === 'OPEN' ? missingRoles(carried, incomingGrants) : [],
  };
}
