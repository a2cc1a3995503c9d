import {
  Button,
  ChartFigure,
  CostTree,
  DataTable,
  Distribution,
  DotStrip,
  Form,
  FormRow,
  FourField,
  formatFigure,
  GenderSplit,
  LineChart,
  LinkButton,
  Missing,
  Page,
  Panel,
  Select,
  type Shell,
  SourceLine,
  Sparkline,
} from '../index.ts';
import { exampleUnits, exampleYears, indexValues } from './example-figures.ts';

/** The gallery's picture of the page Nuläge: filter bar, dot strips, what sticks out, and every chart. */
export function SituationGallery({ shell }: { shell: Shell }) {
  return (
    <Page
      shell={shell}
      title="Nuläge 2020"
      crumbs={[{ href: '/', label: 'Uppföljning och analys' }, { label: 'Samla ihop information' }]}
      lead={
        <>
          Ekeberga har <strong>högre kostnader än väntat i äldreomsorg</strong> (20,3 procent över referenskostnaden,
          högre än 95 procent av kommunerna) <strong>och i LSS</strong>. Lokalerna i förskolan är dyra. Samtidigt är de
          som bor i särskilt boende bland landets <strong>nöjdaste</strong>.
        </>
      }
    >
      <Filter />
      <h2>Sex verksamheter, tre index</h2>
      <Legend />
      <IndexTable />
      <h2>Det sticker ut</h2>
      <FindingsTable />
      <div class="columns is-uneven">
        <FieldFigure />
        <section>
          <h2>Vad siffrorna inte säger</h2>
          <Panel>
            <h3>Siffror och upplevelse</h3>
            <p>
              <strong>Personaltäthet i förskolan.</strong> Statistiken visar god täthet. Personalen upplever brist.
            </p>
            <p class="diverging">Går isär – värd att undersöka</p>
            <h3>Att lära av</h3>
            <p>Liknande kommuner med lägre kostnad och högre kvalitet i äldreomsorg visas här, med vad de har gjort.</p>
          </Panel>
        </section>
      </div>
      <TrendFigure />
      <DistributionFigure />
      <TreeFigure />
      <GenderFigure />
    </Page>
  );
}

function Filter() {
  return (
    <Form action="/galleri" method="get" autoSubmit label="Urval">
      <FormRow
        filter
        actions={
          <>
            <Button withoutScript variant="secondary">
              Visa
            </Button>
            <LinkButton href="/galleri.xlsx" download>
              Excel
            </LinkButton>
            <LinkButton href="/galleri.zip" download>
              Bilder
            </LinkButton>
            <LinkButton href="/rapport" variant="primary">
              Skriv rapport
            </LinkButton>
          </>
        }
      >
        <Select plain name="kommun" label="Kommun" options={[{ value: '9000', label: 'Ekeberga' }]} value="9000" />
        <Select plain name="ar" label="År" options={[{ value: '2020', label: '2020' }]} value="2020" />
        <Select
          plain
          name="jamfor"
          label="Jämför med"
          options={[{ value: 'similar', label: 'Liknande kommuner' }]}
          value="similar"
        />
      </FormRow>
    </Form>
  );
}

function Legend() {
  return (
    <ul class="legend">
      <li>
        <svg width="14" height="14" aria-hidden="true">
          <circle class="chart-own" cx="7" cy="7" r="5.5" />
        </svg>
        Ekeberga
      </li>
      <li>
        <svg width="12" height="14" aria-hidden="true">
          <path class="chart-comparison" d="M6 1L11 7L6 13L1 7Z" />
        </svg>
        liknande kommuners median
      </li>
      <li>
        <svg width="22" height="14" aria-hidden="true">
          <path class="chart-ticks" d="M2 2v10M7 2v10M10 2v10M17 2v10M20 2v10" />
        </svg>
        varje kommun
      </li>
      <li>0 = sämst, 100 = bäst i jämförelsen</li>
    </ul>
  );
}

interface AreaRow {
  readonly area: string;
  readonly own: readonly (number | undefined)[];
}

const areas: readonly AreaRow[] = [
  { area: 'Förskola', own: [33, 48, 32] },
  { area: 'Grundskola', own: [54, 60, 56] },
  { area: 'Gymnasieskola', own: [16, undefined, undefined] },
  { area: 'Äldreomsorg', own: [2, undefined, undefined] },
  { area: 'LSS', own: [20, undefined, undefined] },
  { area: 'Ekonomiskt bistånd', own: [29, 30, 18] },
];

function IndexTable() {
  const strip = (kind: string, at: number) => ({
    key: kind,
    label: kind,
    cell: (row: AreaRow, index: number) => {
      const own = row.own[at];
      return (
        <div class="strip-cell">
          <DotStrip
            id={`strip-${index}-${at}`}
            title={`${kind} i ${row.area}`}
            description={own === undefined ? 'Ekeberga saknar värde.' : `Ekeberga har ${own}, liknande kommuner 52.`}
            values={indexValues(index * 3 + at + 7, at === 0 ? 290 : 202)}
            domain={[0, 100]}
            own={own}
            comparison={52 - at * 6 + index * 3}
          />
          {own === undefined ? (
            <Missing />
          ) : (
            <span>
              <strong>{own}</strong> <span class="muted">{`${236 - own}/290`}</span>
            </span>
          )}
        </div>
      );
    },
  });
  return (
    <>
      <DataTable
        caption="Resurser, kvalitet och effektivitet i sex verksamheter"
        quietCaption
        rows={areas}
        columns={[
          { key: 'area', label: 'Verksamhet', cell: (row) => <a href="/galleri">{row.area}</a> },
          strip('Resurser (100 = lägst kostnad)', 0),
          strip('Kvalitet', 1),
          strip('Effektivitet', 2),
        ]}
      />
      <SourceLine kind="published" fetchedAt="2024-08-30">
        Plats av antal kommuner med värde. ”Saknas”: för få svar i brukarundersökningen.
      </SourceLine>
    </>
  );
}

const findings = [
  ['Nettokostnadsavvikelse äldreomsorg', 'Äldreomsorg · N20900', '20,3', '%', '9,4', 'ökar', '25,6 mnkr'],
  ['Kostnad särskilt boende', 'Äldreomsorg · N23006', '168 420', 'kr/inv 80+', '139 870', 'ökar', '11,9 mnkr'],
  ['Lokalkostnad kommunal förskola', 'Förskola · N11033', '28 064', 'kr/barn', '24 971', 'ökar', '2,6 mnkr'],
  ['Nöjda brukare särskilt boende', 'Äldreomsorg · U23471', '95,0', '%', '78,0', 'ingen säker trend', ''],
] as const;

function FindingsTable() {
  return (
    <>
      <DataTable
        caption="Det som skiljer mest från liknande kommuner"
        quietCaption
        rows={findings}
        columns={[
          { key: 'place', label: 'Plats', quietLabel: true, class: 'is-place', cell: (_, index) => index + 1 },
          {
            key: 'name',
            label: 'Nyckeltal',
            heads: true,
            cell: (row) => (
              <>
                <a href="/galleri">{row[0]}</a>
                <small>{row[1]}</small>
              </>
            ),
          },
          {
            key: 'own',
            label: 'Ekeberga',
            kind: 'number',
            sort: { href: '?sortera=varde', direction: 'descending' },
            cell: (row) => (
              <span>
                <strong>{row[2]}</strong>
                <small>{row[3]}</small>
              </span>
            ),
          },
          {
            key: 'comparison',
            label: 'Jämförelse',
            kind: 'number',
            cell: (row) => (
              <span>
                {row[4]}
                <small>liknande</small>
              </span>
            ),
          },
          {
            key: 'trend',
            label: '2013–2021',
            cell: (row, index) => (
              <span class="trend-cell">
                <Sparkline
                  id={`spark-${index}`}
                  title={`${row[0]} 2013–2021`}
                  description={row[5]}
                  years={exampleYears}
                  own={[3, 3.4, undefined, 3.6, 4.1, 5.6, 6, 7.2 - index, 7]}
                  comparison={[3, 3.1, 3.2, 3.2, 3.4, 3.6, 3.5, 3.7, 3.8]}
                />
                <span class="muted">{row[5]}</span>
              </span>
            ),
          },
          { key: 'kronor', label: 'Motsvarar per år', kind: 'number', cell: (row) => row[6] || '–' },
          {
            key: 'keep',
            label: 'Gör',
            quietLabel: true,
            cell: (row) => (
              <Button small variant="quiet" label={`Behåll ${row[0]}`}>
                Behåll
              </Button>
            ),
          },
        ]}
      />
      <SourceLine kind="both" fetchedAt="2024-08-30">
        <a href="/metod">Hur rangordningen görs</a>
      </SourceLine>
    </>
  );
}

function FieldFigure() {
  const xs = indexValues(3);
  const ys = indexValues(41);
  const points = exampleUnits(3, 0, 100).map((unit, index) => ({
    ...unit,
    x: xs[index],
    y: index === 0 ? 61 : ys[index],
  }));
  const named = points.filter(({ x = 0, y = 0 }) => x > 62 && y > 62).slice(0, 4);
  return (
    <ChartFigure
      heading="Grundskola: resurser och kvalitet"
      width={600}
      chart={(width) => (
        <FourField
          id="falt"
          title="Grundskola: resursindex mot kvalitetsindex"
          description="Ekeberga ligger strax till höger om mitten, med högre kvalitet än de flesta."
          width={width}
          points={points.map((point, index) =>
            named.includes(point) ? { ...point, name: `Lärkommun ${index}` } : point,
          )}
          own="9000"
          similar={points.slice(10, 17).map(({ code }) => code)}
          roleModels={named.map(({ code }) => code)}
          xLabel="resursindex, högre = lägre kostnad"
          yLabel="kvalitetsindex, högre = bättre"
          corners={{
            topLeft: 'dyr, god kvalitet',
            topRight: 'billig, god kvalitet',
            bottomLeft: 'dyr, svag kvalitet',
            bottomRight: 'billig, svag kvalitet',
          }}
        />
      )}
      table={{
        caption: 'Resurs- och kvalitetsindex',
        rows: points.slice(0, 12),
        columns: [
          { key: 'name', label: 'Kommun', cell: (row) => row.name },
          { key: 'x', label: 'Resurser', kind: 'number', cell: (row) => formatFigure(row.x ?? 0, 'sv') },
          { key: 'y', label: 'Kvalitet', kind: 'number', cell: (row) => formatFigure(row.y ?? 0, 'sv') },
        ],
      }}
      source={{ kind: 'published', fetchedAt: '2024-08-30' }}
    />
  );
}

const own = [118_200, 121_400, undefined, 129_800, 138_300, 151_000, 158_900, 168_420, 171_200];
const similar = [120_100, 122_000, 123_900, 127_300, 130_800, 133_900, 137_200, 139_870, 144_900];
const nation = [124_000, 126_500, 129_100, 132_000, 136_400, 139_900, 143_200, 148_300, 153_000];

function TrendFigure() {
  return (
    <ChartFigure
      heading="Kostnad särskilt boende"
      finding="Kostnaden har ökat snabbare än hos liknande kommuner sedan 2017."
      width={920}
      downloads={[
        { label: 'SVG', href: '/galleri.svg' },
        { label: 'PNG', href: '/galleri.png' },
      ]}
      chart={(width) => (
        <LineChart
          id="trend"
          title="Kostnad särskilt boende 2013–2021"
          description="Ekeberga har ökat från 118 200 till 171 200 kronor, liknande kommuner från 120 100 till 144 900."
          width={width}
          years={exampleYears}
          unit="kr/inv 80+"
          preliminary={[2021]}
          breaks={[{ year: 2016 }]}
          band={{ low: similar.map((value) => value * 0.88), high: similar.map((value) => value * 1.16) }}
          series={[
            { kind: 'own', label: 'Ekeberga', values: own },
            { kind: 'comparison', label: 'Liknande kommuner', values: similar },
            { kind: 'nation', label: 'Riket', values: nation },
          ]}
        />
      )}
      table={{
        caption: 'Kostnad särskilt boende, kr/inv 80+',
        rows: exampleYears.map((year, index) => ({ year, own: own[index], similar: similar[index] ?? 0 })),
        columns: [
          { key: 'year', label: 'År', cell: (row) => row.year },
          {
            key: 'own',
            label: 'Ekeberga',
            unit: 'kr/inv 80+',
            kind: 'number',
            cell: (row) => (row.own === undefined ? <Missing /> : formatFigure(row.own, 'sv')),
          },
          {
            key: 'similar',
            label: 'Liknande',
            unit: 'kr/inv 80+',
            kind: 'number',
            cell: (row) => formatFigure(row.similar, 'sv'),
          },
        ],
      }}
      source={{ kind: 'published', fetchedAt: '2024-08-30' }}
    />
  );
}

function DistributionFigure() {
  const units = exampleUnits(19, 90_000, 190_000);
  return (
    <ChartFigure
      heading="Läget bland alla kommuner"
      width={920}
      chart={(width) => (
        <Distribution
          id="fordelning"
          title="Kostnad särskilt boende 2020, alla kommuner"
          description="Ekeberga ligger högt bland 290 kommuner."
          width={width}
          units={units}
          own="9000"
          named={units.slice(1, 7).map(({ code }) => code)}
          line={{ value: 139_870, label: 'Liknande kommuners median' }}
          unit="kr/inv 80+"
        />
      )}
      table={{
        caption: 'Kostnad särskilt boende 2020',
        rows: units.slice(0, 10),
        columns: [
          { key: 'name', label: 'Kommun', cell: (row) => row.name },
          {
            key: 'value',
            label: 'Värde',
            unit: 'kr/inv 80+',
            kind: 'number',
            cell: (row) => formatFigure(row.value, 'sv'),
          },
        ],
        highlight: (row) => row.code === '9000',
      }}
      source={{ kind: 'published', fetchedAt: '2024-08-30' }}
    />
  );
}

function TreeFigure() {
  return (
    <ChartFigure
      heading="Var kommer skillnaden ifrån?"
      finding="Nästan hela skillnaden mot liknande kommuner är kostnaden per brukare, inte antalet."
      width={920}
      chart={(width) => (
        <CostTree
          id="trad"
          title="Kostnadsträd för särskilt boende"
          description="Skillnaden 25,6 mnkr består av +29,1 mnkr i kostnad per brukare och −3,5 mnkr i antal brukare."
          width={width}
          ownLabel="Ekeberga"
          comparisonLabel="liknande"
          root={{
            label: 'Särskilt boende',
            value: '168 420 kr/inv 80+',
            comparison: '139 870',
            difference: 25.6,
            differenceText: '+25,6 mnkr',
            operator: '×',
            children: [
              {
                label: 'Andel med plats',
                value: '12,1 %',
                comparison: '12,6',
                difference: -3.5,
                differenceText: '−3,5 mnkr',
              },
              {
                label: 'Kostnad per plats',
                value: '1 427 000 kr',
                comparison: '1 120 000',
                difference: 29.1,
                differenceText: '+29,1 mnkr',
                operator: '+',
                children: [
                  {
                    label: 'Personal',
                    value: '1 010 000 kr',
                    comparison: '870 000',
                    difference: 13.4,
                    differenceText: '+13,4 mnkr',
                  },
                  {
                    label: 'Lokaler',
                    value: '298 000 kr',
                    comparison: '160 000',
                    difference: 13.1,
                    differenceText: '+13,1 mnkr',
                  },
                  {
                    label: 'Övrigt',
                    value: '119 000 kr',
                    comparison: '90 000',
                    difference: 2.6,
                    differenceText: '+2,6 mnkr',
                  },
                ],
              },
            ],
          }}
        />
      )}
      table={{
        caption: 'Kostnadsträd',
        rows: [{ name: 'Särskilt boende', value: '+25,6 mnkr' }],
        columns: [
          { key: 'name', label: 'Del', cell: (row) => row.name },
          { key: 'value', label: 'Skillnad', kind: 'number', cell: (row) => row.value },
        ],
      }}
      source={{ kind: 'computed' }}
    />
  );
}

function GenderFigure() {
  const rows = [
    { label: '2018', women: 71, men: 64, total: 68 },
    { label: '2019', women: 70, men: undefined },
    { label: '2020', women: 66.5, men: 69, total: 67.5 },
    { label: '2021', women: undefined, men: undefined },
  ];
  return (
    <ChartFigure
      heading="Kvinnor och män"
      level={3}
      width={600}
      chart={(width) => (
        <GenderSplit
          id="kon"
          title="Nöjda brukare, kvinnor och män"
          description="Skillnaden har minskat."
          width={width}
          rows={rows}
          unit="procent"
        />
      )}
      table={{
        caption: 'Nöjda brukare',
        rows,
        columns: [
          { key: 'year', label: 'År', cell: (row) => row.label },
          { key: 'women', label: 'Kvinnor', unit: '%', kind: 'number', cell: (row) => row.women ?? <Missing /> },
          { key: 'men', label: 'Män', unit: '%', kind: 'number', cell: (row) => row.men ?? <Missing /> },
        ],
      }}
      source={{ kind: 'example' }}
    />
  );
}
