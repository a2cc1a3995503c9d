// A report about a municipality that does not exist, from a fixed seed: sections with text, a table and a chart each. About twenty pages with the usual ten.

const areas = [
  'Förskola',
  'Grundskola',
  'Gymnasieskola',
  'Särskilt boende',
  'Hemtjänst',
  'Funktionsnedsättning',
  'Ekonomiskt bistånd',
  'Lokaler',
  'Kultur och fritid',
  'Ledning och stöd',
];
const sentences = [
  'Kostnaden är högre än i liknande kommuner och ökar snabbare än deras.',
  'Skillnaden har vuxit sedan 2015, mest efter 2018 då två nya enheter öppnade.',
  'De som använder tjänsten är nöjdare än på de flesta andra håll, och det har de varit i fem år.',
  'Personaltätheten ligger nära mitten, medan lokalerna kostar mer per plats än hos nio av tio.',
  'En del av skillnaden beror på att enheterna är små och ligger långt från varandra.',
  'Orsakerna har gåtts igenom med dem som arbetar där och prövats mot siffrorna.',
  'Åtgärderna följs på samma nyckeltal som analysen började med, varje tertial.',
  'Värdena för det sista året är preliminära och kan ändras när de fastställs.',
];
const years = Array.from({ length: 12 }, (_, index) => String(2010 + index));

/** `number`: another gives another report. `sections`: each has a chart. `charts: 'pictures'` leaves out the figures behind the pictures. */
export function inventedReport(number = 1, { sections = 10, charts = 'figures' } = {}) {
  const random = randomFrom(number);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const text = (words) => [{ kind: 'text', text: words }];
  const paragraph = (count, lead) => ({
    kind: 'paragraph',
    text: text(Array.from({ length: count }, () => pick(sentences)).join(' ')),
    ...(lead ? { lead } : {}),
  });
  const series = (name, own) => {
    let value = 40 + random() * 40;
    const values = years.map(() => {
      value *= 0.97 + random() * 0.08;
      return random() < 0.05 ? undefined : Math.round(value * 10) / 10;
    });
    return { name, own, values };
  };
  const section = (index) => {
    const area = areas[index % areas.length];
    const chart = {
      kind: index % 3 === 2 ? 'column' : 'line',
      unit: 'Tusen kronor per invånare',
      decimals: 1,
      categories: years,
      series: [series('Påhittads kommun', true), series('Liknande kommuner'), series('Alla kommuner')],
    };
    return {
      id: `area-${index}`,
      title: area,
      blocks: [
        paragraph(2, true),
        paragraph(6),
        paragraph(6),
        {
          kind: 'figure',
          id: `figure-${index}`,
          caption: `${area}: kostnaden över tiden, i kommunen och hos andra (${index + 1})`,
          alt: `Linjer över tolv år för ${area.toLowerCase()}. Kommunen ligger över de andra de flesta åren.`,
          source: 'Kolada',
          picture: { format: 'svg', svg: drawn(chart), width: 640, height: 300 },
          ...(charts === 'figures' ? { chart } : {}),
        },
        { kind: 'list', ordered: false, items: Array.from({ length: 4 }, () => ({ text: text(pick(sentences)) })) },
      ],
      sections: [
        {
          id: `area-${index}-figures`,
          title: `Nyckeltal för ${area.toLowerCase()}`,
          blocks: [paragraph(4), table(area, index, random, text), paragraph(6)],
        },
      ],
    };
  };
  return {
    title: `Delrapport ${number}: nuläge och åtgärder`,
    subtitle: 'Mätning av hur fort dokument skrivs',
    language: 'sv',
    about: { organisation: 'Påhittads kommun', author: 'Ekonomiavdelningen', date: '2026-03-02', mark: 'Exempeldata' },
    contents: true,
    numbered: true,
    sections: Array.from({ length: sections }, (_, index) => section(index)),
    appendices: [],
  };
}

function table(area, index, random, text) {
  const figure = (size) => (random() * size).toFixed(1).replace('.', ',');
  return {
    kind: 'table',
    id: `table-${index}`,
    caption: `${area}: nyckeltal, jämförelse och plats (${index + 1})`,
    rowHeader: true,
    source: 'Kolada',
    columns: [
      { title: 'Nyckeltal' },
      { title: 'Kommunen', align: 'end' },
      { title: 'Liknande', align: 'end' },
      { title: 'Alla', align: 'end' },
      { title: 'Plats', align: 'end' },
    ],
    rows: Array.from({ length: 14 }, (_, row) => ({
      cells: [
        `${area}, nyckeltal ${row + 1} med ett namn av vanlig längd`,
        figure(100),
        figure(100),
        figure(100),
        `${Math.ceil(random() * 290)}/290`,
      ].map(text),
    })),
  };
}

/** As much SVG as a chart of the application has: axes, lines, labels, and a mark for each value. */
function drawn({ categories, series, unit }) {
  const x = (index) => 60 + index * 45;
  const y = (value) => 260 - value * 2;
  const lines = series.map(({ name, values, own }) => {
    const colour = own ? '#1d5c4d' : '#77746d';
    const points = values.flatMap((value, index) =>
      value === undefined ? [] : [`${x(index)},${y(value).toFixed(1)}`],
    );
    const marks = points.map((point) => {
      const [cx, cy] = point.split(',');
      return `<circle cx="${cx}" cy="${cy}" r="3" fill="${colour}"/>`;
    });
    return `<polyline points="${points.join(' ')}" fill="none" stroke="${colour}" stroke-width="2"/>${marks.join('')}<text x="${x(values.length - 1) + 6}" y="${y(values.findLast((value) => value !== undefined))}" fill="${colour}">${name}</text>`;
  });
  const ticks = categories.map((label, index) => `<text x="${x(index)}" y="285" text-anchor="middle">${label}</text>`);
  const grid = [0, 25, 50, 75, 100].map(
    (value) =>
      `<path d="M60 ${y(value)}H560" stroke="#e3dfd4"/><text x="50" y="${y(value)}" text-anchor="end">${value}</text>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="300" viewBox="0 0 640 300" font-family="Inter" font-size="12" fill="#5d625c"><text x="60" y="20">${unit}</text>${grid.join('')}${ticks.join('')}${lines.join('')}</svg>`;
}

/** mulberry32: small, and the same everywhere. */
function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
