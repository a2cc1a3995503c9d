import { counted, defineTexts } from '../../foundation/texts/index.ts';

/** Words of the situation report, whether it is written by the command or kept as a report of the municipality. */
export const texts = defineTexts(
  {
    title: (name: string) => `Nulägesrapport ${name}`,
    subtitle: (year: number, group: string) => `Nyckeltal för ${year}, jämförda med ${group}`,
    subject: 'Nulägesanalys',
    exampleMark: 'Exempeldata',
    parts: {
      summary: 'Sammanfattning',
      indices: 'Sex verksamheter, tre index',
      standsOut: 'Det sticker ut',
      fourFields: 'Resurser och kvalitet',
      costTrees: 'Varifrån kostnaden kommer',
      keyFigures: 'Nyckeltal per verksamhet',
      method: 'Så har rapporten gjorts',
    },
    summary: {
      deviations: 'Det som avviker mest åt det oönskade hållet:',
      strengths: 'Det som är styrkor:',
      finding: (value: string, unit: string, year: number, median: string, trend: string) =>
        `: ${value} ${unit} ${year} mot ${median}; ${trend}`,
      money: (amount: string) => `, motsvarar ${amount} per år`,
      readTitle: 'Så ska rapporten läsas',
      read: 'Ett nyckeltal som avviker är en fråga, inte ett svar. Låg kostnad är inte bra i sig: det beror på vad invånarna får och på kommunens förutsättningar. Rapporten säger var det är värt att leta; orsakerna vet de som arbetar i verksamheten.',
    },
    indices: {
      lead: (best: string, worst: string) =>
        `Högst effektivitetsindex har ${best}. Lägst har ${worst}. Indexen går från 0 till 100, där 100 är bäst; i resursindex är 100 lägst kostnad efter hänsyn till struktur.`,
      leadNone:
        'Kommunen saknar publicerat effektivitetsindex för året. Indexen går från 0 till 100, där 100 är bäst; i resursindex är 100 lägst kostnad efter hänsyn till struktur.',
      at: (area: string, value: string, rank: string) => `${area} (${value}, plats ${rank})`,
      picture: (name: string, year: number) => `${name} bland alla kommuner ${year}`,
      alt: (name: string, year: number, words: string) =>
        `Tre index för var och en av sex verksamheter i ${name} ${year}. Varje index är en remsa med alla kommuner. ${words}`,
      table: 'Index · plats bland kommuner med värde · jämförelsens median',
      area: 'Verksamhet',
      own: 'egen beräkning',
      missing: 'saknas',
    },
    standsOut: {
      lead: (n: number) =>
        `${n} nyckeltal avviker tydligast. De är ordnade efter hur långt värdet ligger från jämförelsen, hur länge det har varit så, hur säkert det är och hur mycket pengar det handlar om.`,
      none: 'Inget nyckeltal avviker tydligt från jämförelsen detta år.',
      table: 'Nyckeltal som avviker mest, starkast först',
      place: 'Nr',
      keyFigure: 'Nyckeltal',
      value: 'Kommunen',
      median: 'Jämförelse',
      trend: 'Utveckling',
      money: 'Motsvarar per år',
      picture: 'Utvecklingen för det som avviker mest',
      alt: (lines: string) =>
        `Linjediagram för de fyra starkaste avvikelserna, kommunen mot jämförelsens median. ${lines}`,
      line: (title: string, first: string, from: number, last: string, to: number, unit: string) =>
        `${title}: ${first} ${unit} ${from}, ${last} ${unit} ${to}.`,
      own: 'Kommunen',
      median2: 'Jämförelsen',
      strength: 'styrka',
      moneyNote:
        'Kronor per år är skillnaden mot jämförelsens median gånger volymen. Det är ett mått på storlek, inte på vad som går att spara.',
    },
    fourFields: {
      lead: (words: string) =>
        `Varje punkt är en kommun: åt höger lägre kostnad, uppåt högre kvalitet. Linjerna går vid medianerna. ${words}`,
      at: (area: string, corner: string) => `${area} är ${corner}`,
      picture: 'Resursindex och kvalitetsindex, alla kommuner',
      alt: (words: string) => `Fyrfältsdiagram, en punkt per kommun. ${words}`,
      none: 'För få kommuner har båda indexen detta år.',
      models: 'Kommuner som ligger bättre till på både resurser och kvalitet, liknande kommuner först',
      area: 'Verksamhet',
      municipalities: 'Att lära av',
      resource: 'Resursindex',
      quality: 'Kvalitetsindex',
      noModels: 'ingen ligger bättre till på båda',
    },
    costTrees: {
      lead: 'Trädet delar skillnaden mot jämförelsens medelvärde i delar som tillsammans blir helheten: fler eller färre brukare, eller dyrare eller billigare per brukare.',
      picture: (area: string) => `${area}: varifrån skillnaden kommer`,
      alt: (finding: string, lines: string) => `${finding} Delarna: ${lines}.`,
      none: 'Kommunen eller jämförelsen saknar värden som träden behöver detta år.',
      parts: 'Delarna i skillnaden',
      millions: 'miljoner kronor mer eller mindre än jämförelsen',
      deviations: 'Nettokostnad mot referenskostnad',
      deviates: (area: string, percent: string) => `${area} avviker mest från sin referenskostnad: ${percent} %`,
      deviationsNote:
        'Referenskostnaden är vad verksamheten skulle kosta med kommunens egen struktur och genomsnittlig ambition och effektivitet. Måttet går att jämföra först från 2019.',
      area: 'Verksamhet',
      percent: 'Avvikelse, %',
      median: 'Jämförelsens median, %',
      amount: 'Avvikelse',
    },
    shown: {
      index: 'index 0–100, 100 är bäst',
      median: (group: string) => `Median, ${group}`,
      at: (area: string, value: string) => `${area} (${value})`,
      indices: (best: string, worst: string) => `Effektivitetsindex är högst i ${best} och lägst i ${worst}`,
      indicesNone: (name: string, year: number) => `${name} saknar publicerat effektivitetsindex ${year}`,
      indexAlt: (kind: string, name: string, year: number, told: string) =>
        `Liggande staplar, ${kind.toLowerCase()} i ${name} ${year} bredvid medianen i jämförelsen. ${told}.`,
      own: 'Kommunen',
      standsOut: (title: string, value: string, median: string, group: string) =>
        `${title} sticker ut mest: ${value} mot ${median} i medianen för ${group}`,
      lineAlt: (title: string, unit: string, group: string) =>
        `Linjediagram. ${title}, ${unit}: kommunen och medianen för ${group}.`,
      line: (title: string, value: string, unit: string, year: number, median: string) =>
        `${title}: ${value} ${unit} ${year}, medianen ${median}.`,
      largest: (title: string, money: string) => `Störst i kronor är ${title}: skillnaden motsvarar ${money} per år`,
      several: (n: number, group: string) =>
        n === 1 ? `Ett nyckeltal avviker tydligt från ${group}` : `${n} nyckeltal avviker tydligast från ${group}`,
      more: (titles: string) => `Avviker också: ${titles}.`,
    },
    keyFigures: {
      lead: 'De nyckeltal som bär bedömningen av varje verksamhet. Plats räknas bland alla kommuner med värde; 1 är det som eftersträvas.',
      table: 'Nyckeltal per verksamhet',
      keyFigure: 'Nyckeltal',
      year: 'År',
      value: 'Kommunen',
      median: 'Median',
      rank: 'Plats',
    },
    method: {
      compared: (group: string, members: string) => `Jämförelsen är ${group}: ${members}.`,
      comparedAll: 'Jämförelsen är alla kommuner.',
      groups: (all: string) =>
        `Jämförelsen är Koladas egna grupper av liknande kommuner, en för varje verksamhet. ${all}`,
      group: (title: string, members: string) => `${title}: ${members}.`,
      coverage: (judged: number, missing: number) =>
        `${judged} nyckeltal har bedömts. ${missing} kunde inte bedömas därför att värde eller jämförelse saknas.`,
      rules:
        'Värden visas som de är publicerade i Kolada. Det är det publicerade indexet som gäller; en egen beräkning visas, och märks, bara där ett publicerat saknas. Medianer, platser, trender och kronor är Egen bearbetning av data från Kolada och har inte granskats av RKA.',
      trend:
        'Trender bedöms med Theil–Sens lutning och Mann–Kendalls test: ordet ökar eller minskar står bara där slumpen är en osannolik förklaring.',
      missing: 'Det som saknas är aldrig noll: det visas som saknat, med orsak.',
      figures: 'Siffrorna i rapporten',
    },
  },
  {
    title: (name) => `Situation report ${name}`,
    subtitle: (year, group) => `Key figures of ${year}, compared with ${group}`,
    subject: 'Situation analysis',
    exampleMark: 'Example data',
    parts: {
      summary: 'Summary',
      indices: 'Six services, three indices',
      standsOut: 'What stands out',
      fourFields: 'Resources and quality',
      costTrees: 'Where the cost comes from',
      keyFigures: 'Key figures by service',
      method: 'How the report was made',
    },
    summary: {
      deviations: 'What deviates most on the undesired side:',
      strengths: 'What is a strength:',
      finding: (value, unit, year, median, trend) => `: ${value} ${unit} in ${year} against ${median}; ${trend}`,
      money: (amount) => `, amounts to ${amount} a year`,
      readTitle: 'How to read the report',
      read: 'A key figure that deviates is a question, not an answer. Low cost is not good in itself: it depends on what residents get and on the conditions of the municipality. The report says where it is worth looking; those who work in the service know the causes.',
    },
    indices: {
      lead: (best, worst) =>
        `${best} has the highest efficiency index. ${worst} has the lowest. The indices go from 0 to 100, where 100 is best; in the resource index 100 is the lowest cost after allowing for structure.`,
      leadNone:
        'The municipality has no published efficiency index for the year. The indices go from 0 to 100, where 100 is best; in the resource index 100 is the lowest cost after allowing for structure.',
      at: (area, value, rank) => `${area} (${value}, place ${rank})`,
      picture: (name, year) => `${name} among all municipalities ${year}`,
      alt: (name, year, words) =>
        `Three indices for each of six services in ${name} ${year}. Each index is a strip of all municipalities. ${words}`,
      table: 'Index · place among municipalities with a value · median of the comparison',
      area: 'Service',
      own: 'own calculation',
      missing: 'missing',
    },
    standsOut: {
      lead: (n) =>
        `${counted(n, 'key figure deviates', 'key figures deviate')} most clearly. They are ordered by how far the value is from the comparison, how long it has been so, how certain it is and how much money it is about.`,
      none: 'No key figure deviates clearly from the comparison this year.',
      table: 'Key figures that deviate most, strongest first',
      place: 'No',
      keyFigure: 'Key figure',
      value: 'Municipality',
      median: 'Comparison',
      trend: 'Development',
      money: 'Amounts to a year',
      picture: 'Development of what deviates most',
      alt: (lines) =>
        `Line charts of the four strongest deviations, the municipality against the median of the comparison. ${lines}`,
      line: (title, first, from, last, to, unit) => `${title}: ${first} ${unit} in ${from}, ${last} ${unit} in ${to}.`,
      own: 'Municipality',
      median2: 'Comparison',
      strength: 'strength',
      moneyNote:
        'Kronor a year is the difference from the median of the comparison times the volume. It is a measure of size, not of what can be saved.',
    },
    fourFields: {
      lead: (words) =>
        `Each dot is a municipality: lower cost to the right, higher quality upwards. The lines are at the medians. ${words}`,
      at: (area, corner) => `${area} is ${corner}`,
      picture: 'Resource index and quality index, all municipalities',
      alt: (words) => `Four-field diagram, one dot per municipality. ${words}`,
      none: 'Too few municipalities have both indices this year.',
      models: 'Municipalities that do better on both resources and quality, similar ones first',
      area: 'Service',
      municipalities: 'To learn from',
      resource: 'Resource index',
      quality: 'Quality index',
      noModels: 'nobody does better on both',
    },
    costTrees: {
      lead: 'The tree divides the difference from the mean of the comparison into parts that together make the whole: more or fewer users, or a higher or lower cost per user.',
      picture: (area) => `${area}: where the difference comes from`,
      alt: (finding, lines) => `${finding} The parts: ${lines}.`,
      none: 'The municipality or the comparison lacks values that the trees need this year.',
      parts: 'The parts of the difference',
      millions: 'millions of kronor more or less than the comparison',
      deviations: 'Net cost against reference cost',
      deviates: (area, percent) => `${area} deviates most from its reference cost: ${percent} %`,
      deviationsNote:
        'The reference cost is what the service would cost with the own structure of the municipality and average ambition and efficiency. The measure can be compared only from 2019.',
      area: 'Service',
      percent: 'Deviation, %',
      median: 'Median of the comparison, %',
      amount: 'Deviation',
    },
    shown: {
      index: 'index 0–100, 100 is best',
      median: (group) => `Median, ${group}`,
      at: (area, value) => `${area} (${value})`,
      indices: (best, worst) => `The efficiency index is highest in ${best} and lowest in ${worst}`,
      indicesNone: (name, year) => `${name} has no published efficiency index for ${year}`,
      indexAlt: (kind, name, year, told) =>
        `Bars, ${kind.toLowerCase()} in ${name} ${year} beside the median of the comparison. ${told}.`,
      own: 'Municipality',
      standsOut: (title, value, median, group) =>
        `${title} stands out most: ${value} against ${median} in the median of ${group}`,
      lineAlt: (title, unit, group) => `Line chart. ${title}, ${unit}: the municipality and the median of ${group}.`,
      line: (title, value, unit, year, median) => `${title}: ${value} ${unit} in ${year}, median ${median}.`,
      largest: (title, money) => `Largest in kronor is ${title}: the difference amounts to ${money} a year`,
      several: (n, group) => `${counted(n, 'key figure deviates', 'key figures deviate')} most clearly from ${group}`,
      more: (titles) => `Also deviating: ${titles}.`,
    },
    keyFigures: {
      lead: 'The key figures that decide the judgement of each service. Place is counted among all municipalities with a value; 1 is what is desired.',
      table: 'Key figures by service',
      keyFigure: 'Key figure',
      year: 'Year',
      value: 'Municipality',
      median: 'Median',
      rank: 'Place',
    },
    method: {
      compared: (group, members) => `The comparison is ${group}: ${members}.`,
      comparedAll: 'The comparison is all municipalities.',
      groups: (all) => `The comparison is Kolada's own groups of similar municipalities, one for each service. ${all}`,
      group: (title, members) => `${title}: ${members}.`,
      coverage: (judged, missing) =>
        `${counted(judged, 'key figure has', 'key figures have')} been judged. ${missing} could not be, since a value or a comparison is missing.`,
      rules:
        'Values are shown as they are published in Kolada. The published index is the index; an own calculation is shown, and marked, only where a published one is missing. Medians, places, trends and kronor are Own processing of data from Kolada and have not been reviewed by RKA.',
      trend:
        "Trends are judged by Theil–Sen's slope and Mann–Kendall's test: the word rising or falling stands only where chance is an unlikely explanation.",
      missing: 'What is missing is never zero: it is shown as missing, with the reason.',
      figures: 'The figures of the report',
    },
  },
);
