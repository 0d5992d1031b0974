import { useTranslation } from 'react-i18next';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
import { Table, Td, Th } from '../../ui/Table.tsx';

const GradeTableFragment = graphql(`
  fragment GradeTable_round on Round {
    grades {
      grade
      count
    }
  }
`);

/** 成效评估等次分布: each inspection once, by its latest grade; zeros are printed. */
export function GradeTable({ round: masked }: { round: FragmentType<typeof GradeTableFragment> }) {
  const { t } = useTranslation();
  const { grades } = readFragment(GradeTableFragment, masked);
  const name = (grade: (typeof grades)[number]['grade']) =>
    grade ? t(`vocabulary.assessmentGrade.${grade}`) : t('effect.ungraded');
  return (
    <Table caption={t('effect.distribution')} showCaption cards>
      <thead>
        <tr>
          {grades.map(({ grade }) => (
            <Th key={grade ?? ''} right>
              {name(grade)}
            </Th>
          ))}
        </tr>
      </thead>
      <tbody>
        <tr>
          {grades.map(({ grade, count }) => (
            <Td key={grade ?? ''} right label={name(grade)}>
              {count}
            </Td>
          ))}
        </tr>
      </tbody>
    </Table>
  );
}
