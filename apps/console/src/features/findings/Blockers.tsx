import { useTranslation } from 'react-i18next';
import type { TFunction } from 'i18next';
import { missingWords } from '../../forms/missing.ts';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
import type { FindingVerb, MissingCode, SignoffStepKind } from '../../gql/graphql.ts';
import css from './Blockers.module.css';

const BlockersFragment = graphql(`
  fragment Blockers_finding on Finding {
    transitions {
      verb
      missing {
        code
        count
        subject
      }
    }
    sums {
      id
      ordinal
      label
    }
  }
`);

type Item = { code: MissingCode; subject?: string | null; count?: number | null };

/** The place on the page where a missing thing is supplied. */
export function anchorOf(item: Item, sums: readonly { ordinal: number; label: string }[]): string {
  switch (item.code) {
    case 'ACTION_NOT_SETTLED':
    case 'EVIDENCE_PRESENT':
    case 'EVIDENCE_OF_KIND':
    case 'EVIDENCE_ACCEPTED':
      return `action-${item.subject}`;
    case 'POINT_OUTCOME':
      return `point-${item.subject}`;
    case 'DISPOSITION':
    case 'MONEY_OUTSTANDING':
    case 'SUM_NOT_ESTABLISHED':
      return `sum-${sums.find((sum) => sum.label === item.subject)?.ordinal ?? 1}`;
    case 'ACTIONS':
      return 'actions';
    default:
      return 'people';
  }
}

function words(t: TFunction, item: Item): string {
  if (item.code !== 'STEP_HOLDER' || !item.subject) return missingWords(t, item);
  return missingWords(t, { ...item, subject: t(`vocabulary.signoffStepKind.${item.subject as SignoffStepKind}`) });
}

/** What each blocked verb still needs, every item a way to the place where it is done. */
export function Blockers(props: { finding: FragmentType<typeof BlockersFragment>; verbs: readonly FindingVerb[] }) {
  const { t } = useTranslation();
  const finding = readFragment(BlockersFragment, props.finding);
  if (props.verbs.length === 0) return null;
  return (
    <ul className={css.blockers}>
      {props.verbs.map((verb) => (
        <li key={verb} className={css.line}>
          <span className={css.verb}>{t('finding.stillMissing', { verb: t(`vocabulary.findingVerb.${verb}`) })}</span>
          {finding.transitions
            .find((each) => each.verb === verb)
            ?.missing.map((item) => (
              <a key={`${item.code} ${item.subject}`} href={`#${anchorOf(item, finding.sums)}`} className={css.item}>
                {words(t, item)}
              </a>
            ))}
        </li>
      ))}
    </ul>
  );
}
