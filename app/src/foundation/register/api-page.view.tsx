import { type ProblemStatus, problemKinds, problemWords } from '../http/index.ts';
import type { Language } from '../texts/index.ts';
import { type Column, DataTable, LinkButton, Page, type Shell } from '../ui/index.ts';
import { apiPageTexts } from './api-page.texts.ts';
import type { Field } from './field.rules.ts';
import { isMany } from './field.rules.ts';
import { apiRoot } from './openapi.rules.ts';
import type { Register, RegisterColumn } from './register.rules.ts';

export interface ApiPageProps {
  readonly shell: Shell;
  readonly registers: readonly Register[];
  /** Where people reach the server, for the examples. */
  readonly address: string;
  readonly signedIn: boolean;
}

export function ApiPage({ shell, registers, address, signedIn }: ApiPageProps) {
  const { language } = shell;
  const texts = apiPageTexts(language);
  const [first] = registers;
  return (
    <Page shell={shell} title={texts.title} lead={texts.lead} crumbs={[{ label: texts.title }]}>
      <section>
        <h2>{texts.start}</h2>
        <ol>
          {texts.steps.split('\n').map((step) => (
            <li>{step}</li>
          ))}
        </ol>
        {first !== undefined && <Examples register={first} address={address} language={language} />}
        {signedIn && (
          <p>
            <LinkButton href="/mitt-konto/atkomstnycklar">{texts.toTokens}</LinkButton>
          </p>
        )}
        <p>
          <a href={`${apiRoot}/openapi.json`} download="samband-openapi.json" data-turbo="false">
            {texts.document}
          </a>
          <br />
          <span class="muted">{texts.documentHelp}</span>
        </p>
      </section>
      <section>
        <h2>{texts.rules}</h2>
        <ul>
          {texts.rulesList.split('\n').map((rule) => (
            <li>{rule}</li>
          ))}
        </ul>
      </section>
      <section>
        <h2>{texts.registers}</h2>
        {registers.map((register) => (
          <RegisterFields register={register} language={language} />
        ))}
      </section>
      <Problems language={language} />
    </Page>
  );
}

function Examples({ register, address, language }: { register: Register; address: string; language: Language }) {
  const texts = apiPageTexts(language);
  const at = `${address}${apiRoot}${register.path}`;
  const label = register.texts(language).fields[register.heads] ?? register.heads;
  const body = `-d '{ "${register.heads}": "${label}" }'`;
  return (
    <>
      <Commands lines={[`curl '${at}?pageSize=100'`, token]} />
      <p>{texts.more}</p>
      <Commands lines={[`curl -X POST ${at}`, token, json, body]} />
      <Commands lines={[`curl -X PATCH ${at}/<id>`, token, json, `-H 'If-Match: "1"'`, body]} />
    </>
  );
}

const token = "-H 'Authorization: Bearer samband_…'";
const json = "-H 'Content-Type: application/json'";

/** One command over several lines, as a terminal takes it. */
function Commands({ lines }: { lines: readonly string[] }) {
  return (
    <pre class="commands">
      <code>{lines.join(' \\\n  ')}</code>
    </pre>
  );
}

function RegisterFields({ register, language }: { register: Register; language: Language }) {
  const texts = apiPageTexts(language);
  const { title, lead } = register.texts(language);
  return (
    <details class="register-fields is-printed" id={register.name}>
      <summary>
        {title} <code>{apiRoot + register.path}</code>
      </summary>
      {lead !== undefined && <p>{lead}</p>}
      <DataTable
        caption={`${texts.fields}: ${title}`}
        quietCaption
        columns={fieldColumns(register, language)}
        rows={register.columns}
      />
    </details>
  );
}

function fieldColumns(register: Register, language: Language): Column<RegisterColumn>[] {
  const texts = apiPageTexts(language);
  const words = register.texts(language);
  const kept = new Set<string>(register.kept ?? []);
  const marks = ({ key, field }: RegisterColumn) =>
    [kept.has(key) ? texts.readOnly : field.required === true ? texts.required : '', isMany(field) ? texts.many : '']
      .filter(Boolean)
      .map((mark) => `, ${mark}`)
      .join('');
  return [
    { key: 'field', label: texts.field, cell: ({ key }) => <code>{key}</code> },
    { key: 'label', label: texts.label, cell: ({ key }) => words.fields[key] ?? key },
    { key: 'type', label: texts.type, cell: (column) => kindWords(column.field, language) + marks(column) },
  ];
}

function kindWords(field: Field, language: Language): string {
  const { kinds } = apiPageTexts(language);
  switch (field.kind) {
    case 'text':
    case 'longText':
    case 'richText':
      return kinds[field.kind](field.max);
    case 'number':
      return kinds.number(field.decimals) + (field.unit === undefined ? '' : ` (${field.unit})`);
    case 'money':
      return kinds.money(field.unit);
    case 'scale':
      return kinds.scale(`${field.from}–${field.to}`);
    case 'choice':
      return typeof field.of === 'string' ? kinds.vocabulary(field.of) : kinds.choice(field.of.join(', '));
    case 'reference':
      return kinds.reference(field.to);
    default:
      return kinds[field.kind]();
  }
}

function Problems({ language }: { language: Language }) {
  const texts = apiPageTexts(language);
  const rows = Object.entries(problemKinds).map(([status, kind]) => ({
    status: Number(status) as ProblemStatus,
    kind,
  }));
  return (
    <section>
      <h2>{texts.problems}</h2>
      <p>{texts.problemsLead}</p>
      <DataTable
        caption={texts.problems}
        quietCaption
        rows={rows}
        rowId={({ kind }) => kind}
        columns={[
          { key: 'kind', label: texts.kind, cell: ({ kind }) => <code>{kind}</code> },
          { key: 'status', label: texts.status, kind: 'number', cell: ({ status }) => String(status) },
          { key: 'meaning', label: texts.meaning, cell: ({ status }) => meaning(status, language) },
        ]}
      />
    </section>
  );
}

function meaning(status: ProblemStatus, language: Language): string {
  const { title, detail } = problemWords(status, language);
  return `${title}. ${detail}`;
}
