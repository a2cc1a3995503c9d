import type { AuditParts } from './foundation/audit/index.ts';
import { auditNames } from './foundation/tenancy/index.ts';
import { defineTexts } from './foundation/texts/index.ts';

const titles = defineTexts(
  {
    'identity.account': 'konto',
    'identity.session': 'inloggning',
    'identity.one_time_token': 'engångslänk',
    'mail.message': 'mejl',
    'fetching.retrieval': 'hämtning från Kolada',
    'situation.observation': 'observation',
    'situation.observation_figure': 'nyckeltal i observation',
    'situation.statistics_review': 'granskning av statistik',
    'situation.shared_page': 'delad sida',
    'situation.local_key_figure': 'eget nyckeltal',
    'situation.local_value': 'värde på eget nyckeltal',
    'situation.local_value_draft': 'inläsning av egna värden',
    'actions.conclusion': 'slutsats',
    'actions.proposal': 'åtgärdsförslag',
    'actions.proposal_relation': 'samband mellan förslag',
    'actions.impact': 'konsekvens',
    'actions.child_impact': 'barnkonsekvensanalys',
    'actions.economy': 'ekonomi i förslag',
    'actions.economy_line': 'rad i ekonomi',
    'actions.frame': 'budget och kalkylränta',
    'actions.decision': 'beslut om förslag',
    'actions.action': 'åtgärd',
    'actions.milestone': 'delmål',
    'actions.action_status': 'status på åtgärd',
    'actions.dependency': 'beroende mellan åtgärder',
  },
  {
    'identity.account': 'account',
    'identity.session': 'sign-in',
    'identity.one_time_token': 'one-time link',
    'mail.message': 'mail',
    'fetching.retrieval': 'fetch from Kolada',
    'situation.observation': 'observation',
    'situation.observation_figure': 'key figure of an observation',
    'situation.statistics_review': 'review of the statistics',
    'situation.shared_page': 'shared page',
    'situation.local_key_figure': 'local key figure',
    'situation.local_value': 'value of a local key figure',
    'situation.local_value_draft': 'reading in of local values',
    'actions.conclusion': 'conclusion',
    'actions.proposal': 'proposal',
    'actions.proposal_relation': 'relation between proposals',
    'actions.impact': 'consequence',
    'actions.child_impact': 'child impact assessment',
    'actions.economy': 'economy of a proposal',
    'actions.economy_line': 'line of an economy',
    'actions.frame': 'budget and rate of discount',
    'actions.decision': 'decision on a proposal',
    'actions.action': 'action',
    'actions.milestone': 'milestone',
    'actions.action_status': 'status of an action',
    'actions.dependency': 'dependency between actions',
  },
);

/** What the audit trail calls the rows of every slice. */
export const auditTitles: AuditParts = {
  ...auditNames,
  tableTitle(table, language) {
    const names: Readonly<Record<string, string | undefined>> = titles(language);
    return auditNames.tableTitle(table, language) ?? names[table];
  },
};
