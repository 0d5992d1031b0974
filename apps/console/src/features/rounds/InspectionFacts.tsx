import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
import { AssessmentPart } from '../effects/AssessmentPart.tsx';
import { RecommendationsPart } from '../recommendations/RecommendationsPart.tsx';
import { ReferralsPart } from '../recommendations/ReferralsPart.tsx';
import { StepsPart } from '../steps/StepsPart.tsx';

const InspectionFactsFragment = graphql(`
  fragment InspectionFacts_inspection on Inspection {
    id
    ...StepsPart_inspection
    ...RecommendationsPart_inspection
    ...ReferralsPart_inspection
    ...AssessmentPart_inspection
  }
`);

/** What is kept of an inspection beside its findings: for the body to write, for the office as days and counts. */
export function InspectionFacts({ inspection: masked }: { inspection: FragmentType<typeof InspectionFactsFragment> }) {
  const inspection = readFragment(InspectionFactsFragment, masked);
  return (
    <div style={{ display: 'grid', gap: 'var(--s5)', marginTop: 'var(--s5)' }}>
      <StepsPart inspection={inspection} />
      <RecommendationsPart inspection={inspection} />
      <ReferralsPart inspection={inspection} />
      <AssessmentPart inspection={inspection} />
    </div>
  );
}
