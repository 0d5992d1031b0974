import { useTranslation } from 'react-i18next';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';

const InspectionNameFragment = graphql(`
  fragment InspectionName_inspection on Inspection {
    type
    body {
      id
      name
    }
    round {
      id
      name
    }
  }
`);

/** An inspection as its people call it: body, round and kind. */
export function useInspectionName() {
  const { t } = useTranslation();
  return (masked: FragmentType<typeof InspectionNameFragment>): string => {
    const { body, round, type } = readFragment(InspectionNameFragment, masked);
    return t('imports.inspectionName', {
      body: body.name,
      round: round.name,
      type: t(`vocabulary.inspectionType.${type}`),
    });
  };
}
