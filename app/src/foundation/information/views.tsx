import { Button, DataTable, EmptyState, Form, FormRow, Notice, Page, type Shell, TextField } from '../ui/index.ts';
import type { Licence } from './licences.ts';
import type { Contact } from './parts.ts';
import type { SearchGroup } from './queries.ts';
import { informationTexts } from './texts.ts';

export function AboutPage({
  shell,
  version,
  licences,
}: {
  shell: Shell;
  version: string;
  licences: readonly Licence[];
}) {
  const texts = informationTexts(shell.language).about;
  return (
    <Page shell={shell} title={texts.title} lead={texts.lead} narrow>
      <p>{texts.version(version)}</p>
      <p>{texts.open}</p>
      <section>
        <h2>{texts.sources}</h2>
        <p>
          {texts.kolada} <a href="https://www.kolada.se">kolada.se</a>
        </p>
        <ul>
          <li>{texts.published}</li>
          <li>{texts.computed}</li>
          <li>{texts.example}</li>
        </ul>
      </section>
      <section>
        <h2>{texts.licences}</h2>
        <p>{texts.licencesLead(licences.length)}</p>
        <DataTable
          caption={texts.licences}
          quietCaption
          rows={licences}
          columns={[
            { key: 'name', label: texts.packageName, cell: ({ name }) => name },
            { key: 'version', label: texts.packageVersion, cell: (licence) => licence.version },
            { key: 'licence', label: texts.licence, cell: ({ licence }) => licence || <em>{texts.unknownLicence}</em> },
          ]}
        />
      </section>
    </Page>
  );
}

export function AccessibilityPage({ shell, contact }: { shell: Shell; contact: Contact | undefined }) {
  const texts = informationTexts(shell.language).accessibility;
  return (
    <Page shell={shell} title={texts.title} lead={texts.lead} narrow>
      <p>{contact === undefined ? texts.ownerUnknown : texts.owner(contact.municipality)}</p>
      <p>{texts.law}</p>
      <h2>{texts.how}</h2>
      <p>{texts.partly}</p>
      <h2>{texts.known}</h2>
      <ul>
        {texts.issues.split('\n').map((issue) => (
          <li>{issue}</li>
        ))}
      </ul>
      <h2>{texts.tested}</h2>
      <p>{texts.testedHow}</p>
      <h2>{texts.report}</h2>
      <p>{texts.reportHow}</p>
      <ContactLines contact={contact} texts={texts} />
      <h2>{texts.supervision}</h2>
      <p>{texts.supervisionHow}</p>
      <p>
        <a href="https://www.digg.se/tdosanmalan">{texts.supervisionLink}</a>
      </p>
      <p class="muted">{texts.updated}</p>
    </Page>
  );
}

type AccessibilityTexts = ReturnType<typeof informationTexts>['accessibility'];

function ContactLines({ contact, texts }: { contact: Contact | undefined; texts: AccessibilityTexts }) {
  const { email = '', phone = '' } = contact ?? {};
  if (email === '' && phone === '') return <p>{texts.noContact}</p>;
  return (
    <ul>
      {email !== '' && (
        <li>
          {texts.email}: <a href={`mailto:${email}`}>{email}</a>
        </li>
      )}
      {phone !== '' && (
        <li>
          {texts.phone}: {phone}
        </li>
      )}
    </ul>
  );
}

export function SearchPage({ shell, words, groups }: { shell: Shell; words: string; groups: readonly SearchGroup[] }) {
  const texts = informationTexts(shell.language).search;
  const hits = groups.reduce((sum, group) => sum + group.hits.length, 0);
  const lead = words === '' ? texts.start : hits > 0 ? texts.found(hits, words) : undefined;
  return (
    <Page shell={shell} title={texts.title} lead={lead} narrow>
      <Form action="/sok" method="get" label={texts.label}>
        <FormRow actions={<Button>{texts.button}</Button>}>
          <TextField name="q" id="search-words" type="search" plain label={texts.label} value={words} />
        </FormRow>
      </Form>
      {groups
        .filter(({ failed }) => failed)
        .map(({ title }) => (
          <Notice kind="warning">
            <p>{texts.failed(title)}</p>
          </Notice>
        ))}
      {words !== '' && hits === 0 && (
        <EmptyState title={texts.none(words)}>
          <p>{texts.noneHelp}</p>
        </EmptyState>
      )}
      {groups
        .filter((group) => group.hits.length > 0)
        .map((group) => (
          <Group group={group} allWords={texts.all(group.title)} />
        ))}
    </Page>
  );
}

function Group({ group, allWords }: { group: SearchGroup; allWords: string }) {
  return (
    <section>
      <h2>{group.title}</h2>
      <ul>
        {group.hits.map(({ href, title, detail }) => (
          <li>
            <a href={href}>{title}</a>
            {detail !== undefined && detail !== '' && <span class="muted"> {detail}</span>}
          </li>
        ))}
      </ul>
      {group.all !== undefined && (
        <p>
          <a href={group.all}>{allWords}</a>
        </p>
      )}
    </section>
  );
}
