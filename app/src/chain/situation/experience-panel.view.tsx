import type { Language } from '../../foundation/texts/index.ts';
import type { Content } from '../../foundation/ui/index.ts';
import type { ListedObservation } from './observation.store.ts';
import { texts } from './observation.texts.ts';
import { AgreementTag, gatheringQuestionsPath, observationPath as path } from './observation-part.view.tsx';

/** Beside the four fields: the latest observations and whether figures and experience agree. */
export function ExperiencePanel({
  rows,
  mayWrite,
  heading,
  none,
  all,
  language,
}: {
  rows: readonly ListedObservation[];
  mayWrite: boolean;
  heading: string;
  none: string;
  all: string;
  language: Language;
}): Content {
  const t = texts(language);
  return (
    <>
      <h2>{heading}</h2>
      {rows.length === 0 && <p>{none}</p>}
      {rows.map((row) => (
        <p>
          <a href={`${path}/${row.id}`}>{row.title}</a>{' '}
          {row.experience !== '' && <span class="plain-text">{row.experience.slice(0, 200)}</span>}
          <br />
          {row.agreement !== null && <AgreementTag row={row} language={language} />}
        </p>
      ))}
      <p class="way-on">
        <a href={path}>{all}</a>
        {mayWrite && (
          <>
            {' · '}
            <a href={`${path}/ny`}>{t.create}</a>
          </>
        )}
        {' · '}
        <a href={gatheringQuestionsPath}>{t.questions}</a>
      </p>
    </>
  );
}
