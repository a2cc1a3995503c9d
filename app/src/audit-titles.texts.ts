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
