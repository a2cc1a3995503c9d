import { DataTable, Page, Panel, type Shell } from '../../foundation/ui/index.ts';
import type { MethodText } from './method.pages.ts';
import { texts } from './method.texts.ts';

export interface MethodLink {
  readonly href: string;
  readonly title: string;
  readonly lead: string;
}

export function MethodListPage({ shell, methods }: { shell: Shell; methods: readonly MethodLink[] }) {
  const t = texts(shell.language);
  return (
    <Page shell={shell} title={t.title} lead={t.lead} narrow>
      <section>
        <h2>{t.pages}</h2>
        <ul>
          {methods.map(({ href, title, lead }) => (
            <li>
              <a href={href}>{title}</a>
              <br />
              <span class="muted">{lead}</span>
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h2>{t.principle}</h2>
        <Items text={t.principles} />
      </section>
    </Page>
  );
}

export function MethodPage({ shell, method }: { shell: Shell; method: MethodText }) {
  const t = texts(shell.language);
  const parts = Object.values(method.parts ?? {});
  return (
    <Page
      shell={shell}
      title={method.title}
      lead={method.lead}
      crumbs={[{ href: '/metod', label: t.title }, { label: method.title }]}
      narrow
    >
      <section>
        <h2>{t.says}</h2>
        <Paragraphs text={method.says} />
      </section>
      <section>
        <h2>{t.computed}</h2>
        <Paragraphs text={method.computed} />
        {method.more !== undefined && <Paragraphs text={method.more} />}
        <h3>{t.formula}</h3>
        <Panel>
          <Paragraphs text={method.formula} />
        </Panel>
        {parts.length > 0 && (
          <>
            <h3>{t.parts}</h3>
            <DataTable
              caption={t.parts}
              quietCaption
              rows={parts}
              columns={[
                { key: 'name', label: t.part, cell: ({ name }) => name },
                { key: 'text', label: t.meaning, cell: ({ text }) => text },
              ]}
            />
          </>
        )}
      </section>
      <section>
        <h2>{t.careful}</h2>
        <Items text={method.careful} />
      </section>
      <section>
        <h2>{t.reference}</h2>
        <p>{method.reference}</p>
      </section>
    </Page>
  );
}

function Paragraphs({ text }: { text: string }) {
  return (
    <>
      {text.split('\n').map((paragraph) => (
        <p>{paragraph}</p>
      ))}
    </>
  );
}

function Items({ text }: { text: string }) {
  return (
    <ul>
      {text.split('\n').map((item) => (
        <li>{item}</li>
      ))}
    </ul>
  );
}
