import {
  BeforeAfter,
  type CauseNode,
  CauseTree,
  ChartFigure,
  EffortEffectMatrix,
  Fishbone,
  Gantt,
  GanttOverview,
  Page,
  type Shell,
  ThreadPicture,
  YearWheel,
} from '../index.ts';
import {
  actions,
  branches,
  causes,
  manyActions,
  proposals,
  threadColumns,
  threadEdges,
  threadNodes,
  yearItems,
} from './example-chain.ts';

/** The gallery's picture of the chain from cause to effect: each of its pictures with its table. */
export function ChainGallery({ shell }: { shell: Shell }) {
  return (
    <Page
      shell={{ ...shell, path: '/orsaker' }}
      title="Från orsak till effekt"
      lead="Samma kedja sedd på sju sätt: varför det är som det är, vad som kan göras, när det görs och vad det gav."
    >
      <TreeFigure />
      <FishboneFigure />
      <MatrixFigure />
      <GanttFigure />
      <OverviewFigure />
      <WheelFigure />
      <ThreadFigure />
      <EffectFigure />
    </Page>
  );
}

function TreeFigure() {
  const rows = flat(causes);
  return (
    <ChartFigure
      heading="Varför är lokalerna dyra?"
      width={1100}
      chart={(width) => (
        <CauseTree
          id="orsaker"
          title="Orsaksträd"
          description="Tre orsaker, varav en förkastad."
          width={width}
          root={causes}
        />
      )}
      table={{
        caption: 'Orsaker',
        rows,
        columns: [
          { key: 'text', label: 'Orsak', cell: ({ node }) => node.text },
          { key: 'level', label: 'Varför?', kind: 'number', cell: ({ level }) => level },
          { key: 'state', label: 'Läge', cell: ({ node }) => node.state ?? '–' },
        ],
      }}
      source={{ kind: 'example' }}
    />
  );
}

function flat(node: CauseNode, level = 0): { node: CauseNode; level: number }[] {
  return [{ node, level }, ...(node.children ?? []).flatMap((child) => flat(child, level + 1))];
}

function FishboneFigure() {
  return (
    <ChartFigure
      heading="Samma orsaker som fiskben"
      width={1100}
      chart={(width) => (
        <Fishbone
          id="fiskben"
          title="Fiskben"
          description="Sex grenar med orsaker till dyra lokaler."
          width={width}
          head="Dyra lokaler i förskolan"
          branches={branches}
        />
      )}
      table={{
        caption: 'Orsaker per gren',
        rows: branches.flatMap(({ label, causes: members }) => members.map((cause) => ({ label, cause }))),
        columns: [
          { key: 'branch', label: 'Gren', cell: ({ label }) => label },
          { key: 'cause', label: 'Orsak', cell: ({ cause }) => cause.text },
        ],
      }}
      source={{ kind: 'example' }}
    />
  );
}

function MatrixFigure() {
  return (
    <ChartFigure
      heading="Vad ger mest för minst?"
      width={920}
      chart={(width) => (
        <EffortEffectMatrix
          id="matris"
          title="Effekt och insats"
          description="Nio förslag efter effekt och insats."
          width={width}
          items={proposals}
          quadrants={{
            topLeft: 'gör först',
            topRight: 'planera',
            bottomLeft: 'gör i förbifarten',
            bottomRight: 'låt bli',
          }}
        />
      )}
      table={{
        caption: 'Förslag',
        rows: proposals,
        columns: [
          { key: 'text', label: 'Förslag', cell: ({ text }) => text },
          { key: 'effect', label: 'Effekt', kind: 'number', cell: ({ effect }) => effect },
          { key: 'effort', label: 'Insats', kind: 'number', cell: ({ effort }) => effort },
        ],
      }}
      source={{ kind: 'example' }}
    />
  );
}

function GanttFigure() {
  return (
    <ChartFigure
      heading="Åtgärder i tid"
      width={1100}
      chart={(width) => (
        <Gantt
          id="gantt"
          title="Tidslinje"
          description="Sex åtgärder i två förvaltningar; en avviker."
          width={width}
          rows={actions}
          today="2022-08-22"
        />
      )}
      table={{
        caption: 'Åtgärder',
        rows: actions,
        columns: [
          { key: 'text', label: 'Åtgärd', cell: ({ text }) => text },
          { key: 'start', label: 'Börjar', cell: ({ start }) => start ?? '–' },
          { key: 'end', label: 'Slutar', cell: ({ end }) => end ?? '–' },
        ],
      }}
      source={{ kind: 'example' }}
    />
  );
}

function OverviewFigure() {
  const rows = manyActions(600);
  return (
    <ChartFigure
      heading="Alla 600 åtgärder på en gång"
      width={1100}
      chart={(width) => (
        <GanttOverview
          id="oversikt"
          title="Alla åtgärder"
          description="Flest åtgärder pågår under 2022."
          width={width}
          rows={rows}
          today="2022-08-22"
        />
      )}
      table={{
        caption: 'Åtgärder',
        rows: rows.slice(0, 10),
        columns: [{ key: 'text', label: 'Åtgärd', cell: ({ text }) => text }],
      }}
      source={{ kind: 'example' }}
    />
  );
}

function WheelFigure() {
  return (
    <ChartFigure
      heading="Årshjul 2022"
      width={920}
      chart={(width) => (
        <YearWheel
          id="arshjul"
          title="Årshjul 2022"
          description="Nio återkommande händelser; nu är det augusti."
          width={width}
          year={2022}
          items={yearItems}
          today="2022-08-22"
        />
      )}
      table={{
        caption: 'Händelser',
        rows: yearItems,
        columns: [
          { key: 'text', label: 'Händelse', cell: ({ text }) => text },
          { key: 'start', label: 'Börjar', cell: ({ start }) => start },
        ],
      }}
      source={{ kind: 'example' }}
    />
  );
}

function ThreadFigure() {
  return (
    <ChartFigure
      heading="Tråden: dyra lokaler i förskolan"
      width={1170}
      chart={(width) => (
        <ThreadPicture
          id="traden"
          title="Tråden från nyckeltal till effekt"
          description="Två nyckeltal leder till en åtgärd som pågår; effekten är inte mätt än."
          width={width}
          columns={threadColumns}
          nodes={threadNodes}
          edges={threadEdges}
          current="t10"
        />
      )}
      table={{
        caption: 'Tråden',
        rows: threadNodes,
        columns: [
          { key: 'step', label: 'Steg', cell: ({ column }) => threadColumns.find(({ key }) => key === column)?.label },
          { key: 'title', label: 'Vad', cell: ({ title }) => title },
        ],
      }}
      source={{ kind: 'example' }}
    />
  );
}

const effectYears = [2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023];
const own = [24_100, 25_200, 26_000, 27_100, 28_064, 27_900, 26_400, 25_100];
const similar = [22_000, 22_600, 23_300, 23_900, 24_971, 25_500, 26_000, 26_700];

function EffectFigure() {
  return (
    <ChartFigure
      heading="Har det gett effekt?"
      finding="Kostnaden har fallit med 3 700 kr mot vad som var att vänta."
      width={920}
      chart={(width) => (
        <BeforeAfter
          id="effekt"
          title="Lokalkostnad förskola före och efter"
          description="Kostnaden steg till 2020 och har sedan fallit, medan liknande kommuners har stigit."
          width={width}
          years={effectYears}
          own={{ label: 'Ekeberga', values: own }}
          comparison={{ label: 'Liknande, medel', values: similar }}
          expected={{
            values: own.map((value, index) =>
              index < 4 ? undefined : index === 4 ? value : value + (similar[index] ?? 0) - 24_971 + 28_064 - value,
            ),
          }}
          start={2020.8}
          startLabel="Åtgärden börjar verka"
          target={{ value: 24_500 }}
          others={[
            { text: 'Ny internhyresmodell', from: 2021.5, to: 2024 },
            { text: 'Statsbidrag för mindre barngrupper', from: 2018, to: 2020.5 },
          ]}
          preliminary={[2023]}
          unit="kr/barn"
        />
      )}
      table={{
        caption: 'Lokalkostnad förskola',
        rows: effectYears.map((year, index) => ({ year, own: own[index], similar: similar[index] })),
        columns: [
          { key: 'year', label: 'År', cell: ({ year }) => year },
          { key: 'own', label: 'Ekeberga', kind: 'number', cell: (row) => row.own },
          { key: 'similar', label: 'Liknande', kind: 'number', cell: (row) => row.similar },
        ],
      }}
      source={{ kind: 'example' }}
    />
  );
}
