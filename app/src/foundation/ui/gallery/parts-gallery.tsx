import {
  Button,
  Checkbox,
  ConflictView,
  DataTable,
  EmptyState,
  errorFor,
  Form,
  FormActions,
  LinkButton,
  Notice,
  Page,
  Pager,
  Radios,
  Select,
  type Shell,
  Tabs,
  Tag,
  TextArea,
  TextField,
} from '../index.ts';

const errors = [{ field: 'title', text: 'Skriv en rubrik, till exempel ”Tomma lokaler i norr”.' }];

/** Every part that is not a chart, with errors and edges. */
export function PartsGallery({ shell }: { shell: Shell }) {
  return (
    <Page
      shell={{ ...shell, flashes: [{ kind: 'success', text: 'Observationen är sparad.' }] }}
      title="Delar"
      lead="Allt som sidorna byggs av, på ett ställe."
      crumbs={[{ href: '/', label: 'Start' }, { label: 'Galleri' }]}
      actions={<LinkButton href="/ny">Lägg till</LinkButton>}
    >
      <Tabs
        label="Vyer"
        tabs={[
          { href: '?vy=1', label: 'Formulär', current: true },
          { href: '?vy=2', label: 'Historik', count: 4 },
        ]}
      />
      <h2>Formulär</h2>
      <Form action="/galleri" id="observation" errors={errors} hidden={{ version: 3 }} keep>
        <TextField name="title" label="Rubrik" required error={errorFor(errors, 'title')} />
        <TextArea
          name="text"
          label="Vad har ni sett?"
          help="Skriv så att den som inte var med förstår."
          value="Tomt i två hus."
        />
        <Select
          name="area"
          label="Verksamhet"
          placeholder="Välj"
          options={[{ value: 'preschool', label: 'Förskola' }]}
        />
        <TextField name="due" label="Klart senast" type="date" size={12} value="2026-09-12" />
        <Radios
          name="fits"
          label="Stämmer siffrorna med upplevelsen?"
          required
          value="no"
          options={[
            { value: 'yes', label: 'Ja' },
            { value: 'no', label: 'Nej, de går isär', help: 'Då är det värt att undersöka.' },
          ]}
        />
        <Checkbox name="share" label="Visa för lärkommunen" checked />
        <FormActions>
          <Button>Spara</Button>
          <Button variant="secondary">Spara utkast</Button>
          <Button variant="danger">Ta bort</Button>
        </FormActions>
      </Form>
      <h2>Meddelanden</h2>
      <Notice title="Två årgångar saknas">
        <p>Kolada har inga värden för 2014 och 2015.</p>
      </Notice>
      <Notice kind="warning">
        <p>Metoden ändrades 2016. Jämför inte över gränsen.</p>
      </Notice>
      <p>
        <Tag>utkast</Tag> <Tag tone="own">pågår</Tag> <Tag tone="plan">planera</Tag> <Tag tone="analyse">analysera</Tag>{' '}
        <Tag tone="act">åtgärda</Tag> <Tag tone="warning">sen</Tag>
      </p>
      <h2>Lista</h2>
      <DataTable
        caption="Åtgärder"
        rows={[
          { name: 'Gemensam bemanning', responsible: 'Enhetschef', cost: '450 000' },
          { name: 'Plan för lokaler', responsible: 'Fastighetschef', cost: '0' },
        ]}
        highlight={({ cost }) => cost === '0'}
        columns={[
          {
            key: 'name',
            label: 'Åtgärd',
            sort: { href: '?s=name', direction: 'ascending' },
            cell: (row) => <a href="/a">{row.name}</a>,
          },
          { key: 'responsible', label: 'Ansvarig', cell: (row) => row.responsible },
          {
            key: 'cost',
            label: 'Kostnad',
            unit: 'kr',
            kind: 'number',
            sort: { href: '?s=cost' },
            cell: (row) => row.cost,
          },
        ]}
      />
      <Pager page={4} pageSize={25} total={1234} href={(page) => `?sida=${page}`} />
      <EmptyState title="Inga observationer än" action={<LinkButton href="/ny">Skriv den första</LinkButton>}>
        <p>Här samlas det som siffrorna visar och det som medarbetare berättar.</p>
      </EmptyState>
      <h2>Två versioner</h2>
      <ConflictView
        action="/galleri"
        version={4}
        fields={[
          { name: 'title2', label: 'Rubrik', mine: 'Tomma lokaler i norr', theirs: 'Tomma lokaler', base: 'Lokaler' },
          { name: 'text2', label: 'Text', mine: '', theirs: 'Två hus står tomma.', base: '' },
          { name: 'same', label: 'Lika', mine: 'x', theirs: 'x' },
        ]}
      />
    </Page>
  );
}
