import { may } from '../../foundation/access/index.ts';
import type { Transaction } from '../../foundation/database/index.ts';
import type { SambandRequest } from '../../foundation/http/index.ts';
import { findRows } from '../../foundation/register/index.ts';
import { type Content, formatDate, LinkButton } from '../../foundation/ui/index.ts';
import { readReports, writeReports } from './access.ts';
import { report } from './report.rules.ts';
import { reportHref } from './report-address.rules.ts';
import { partTexts } from './report-page.texts.ts';

/** On the page of a focus area: the reports about it, and a new one with the fields filled in. */
export async function reportsOfFocus(request: SambandRequest, tx: Transaction, areaId: string): Promise<Content> {
  if (!may(request.person, readReports)) return null;
  const t = partTexts(request.language).onFocus;
  const column = report.columns.find(({ key }) => key === 'focusAreas')!;
  const rows = await findRows(tx, report, [{ column, is: 'one', of: [areaId] }], 20);
  return (
    <section aria-labelledby="rapporter">
      <h2 id="rapporter">{t.heading}</h2>
      {rows.length === 0 ? (
        <p class="muted">{t.none}</p>
      ) : (
        <ul>
          {rows.map(({ id, title, state, adoptedOn, changedAt }) => (
            <li>
              <a href={reportHref(id)}>{title}</a>{' '}
              <small class="muted">
                {state === 'adopted' && adoptedOn !== null ? t.adopted(adoptedOn) : t.draft(formatDate(changedAt))}
              </small>
            </li>
          ))}
        </ul>
      )}
      {may(request.person, writeReports) && (
        <p>
          <LinkButton href={`${report.path}/ny?focusAreas=${areaId}`}>{t.make}</LinkButton>
        </p>
      )}
    </section>
  );
}
