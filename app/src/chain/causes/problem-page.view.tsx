import type { Language } from '../../foundation/texts/index.ts';
import type { ProblemPage } from './cause-page.queries.ts';
import { causePageTexts } from './cause-page.texts.ts';
import { CauseList } from './cause-page.view.tsx';
import { flatTree } from './tree.rules.ts';

export function ProblemBelow({ page, language }: { page: ProblemPage; language: Language }) {
  const t = causePageTexts(language);
  const { tree, suggestions } = page;
  return (
    <>
      <section>
        <h2>{t.causes}</h2>
        {tree.length === 0 ? (
          <p>{t.noCauses}</p>
        ) : (
          <CauseList rows={flatTree(tree).map(({ row }) => row)} language={language} />
        )}
      </section>
      <section>
        <h2>{t.problemSuggestions}</h2>
        {suggestions.length === 0 ? (
          <p>{t.noSuggestions}</p>
        ) : (
          <ul class="cause-items">
            {suggestions.map(({ id, title }) => (
              <li>
                <a href={`/orsaker/forslag/${id}`}>{title}</a>
              </li>
            ))}
          </ul>
        )}
      </section>
    </>
  );
}
