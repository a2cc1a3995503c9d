import { counted, defineTexts } from '../../foundation/texts/index.ts';

/** What slides say of an interim report: findings as sentences, and the words beside large figures. */
export const shownTexts = defineTexts(
  {
    summary: {
      supported: (n: number) => (n === 1 ? 'orsaken har stöd i underlag' : 'orsaker har stöd i underlag'),
      decided: (n: number) => (n === 1 ? 'förslaget är beslutat' : 'förslag är beslutade'),
      done: (n: number) => (n === 1 ? 'åtgärden är klar' : 'åtgärder är klara'),
      improved: (n: number) =>
        n === 1 ? 'väntad effekt syns som förbättring' : 'väntade effekter syns som förbättring',
      of: (some: number, all: number) => `${some} av ${all}`,
      highlights: { cause: 'Orsak med stöd', proposal: 'Förslag', action: 'Åtgärd', effect: 'Väntad effekt' },
      begun: (n: number) =>
        `${n === 1 ? 'En orsak är beskriven' : `${n} orsaker är beskrivna`}, men inget förslag är lagt än`,
      nothing: 'Arbetet har börjat; orsaker, förslag och åtgärder är inte beskrivna än',
      areas: (n: number, decided: number, proposals: number, done: number, actions: number) =>
        `${counted(n, 'fokusområde', 'fokusområden')}: ${decided} av ${proposals} förslag är beslutade och ${done} av ${counted(actions, 'åtgärd', 'åtgärder')} är klara`,
    },
    focus: {
      one: (body: string, title: string) => `${body} valde ”${title}”`,
      several: (body: string, n: number, of: number) =>
        `${body} valde ${n} av ${counted(of, 'kandidat', 'kandidater')}`,
      more: (words: string) => `Vägdes också: ${words}`,
    },
    figure: {
      level: (title: string, value: string, year: number) => `${title} är ${value} ${year}`,
      above: (title: string, value: string, percent: string, group: string) =>
        `${title}: ${value}, ${percent} procent över medianen för ${group}`,
      below: (title: string, value: string, percent: string, group: string) =>
        `${title}: ${value}, ${percent} procent under medianen för ${group}`,
      noticed: (unit: string, year: number) => `${unit}, ${year}, när det uppmärksammades`,
      thenNow: (unit: string, from: number, to: number) => `${unit}, ${from} → ${to}`,
      now: (unit: string, year: number) => `${unit}, ${year}`,
      median: (group: string) => `medianen för ${group}`,
      medianLine: 'Medianen',
      causes: (n: number) => (n === 1 ? 'orsak är beskriven' : 'orsaker är beskrivna'),
      proposals: (n: number) => (n === 1 ? 'förslag är lagt' : 'förslag är lagda'),
      actions: (n: number) => (n === 1 ? 'åtgärd är beslutad' : 'åtgärder är beslutade'),
      noneNewer: (n: number) => `${n} nyckeltal följs, och inget har nyare värde än när de uppmärksammades`,
      groups: { similar: 'liknande kommuner', class: 'kommungruppen', all: 'alla kommuner' },
    },
    causes: {
      none: (n: number) =>
        n === 1
          ? 'Orsaken är beskriven men har inte stöd i underlag än'
          : `Ingen av ${n} orsaker har stöd i underlag än`,
      some: (supported: number, n: number) => `${supported} av ${counted(n, 'orsak', 'orsaker')} har stöd i underlag`,
      all: (n: number) => (n === 1 ? 'Orsaken har stöd i underlag' : `Alla ${n} orsaker har stöd i underlag`),
      rejected: (n: number) => `, ${n} är ${n === 1 ? 'förkastad' : 'förkastade'}`,
      cause: 'Orsak',
      area: 'Område',
      state: 'Läge',
      evidence: 'Underlag',
      states: { hypothesis: 'Ännu inte avgjord', supported: 'Har stöd', rejected: 'Förkastad' },
      speaks: (supports: number, against: number) =>
        [supports > 0 ? `${supports} för` : '', against > 0 ? `${against} emot` : ''].filter(Boolean).join(', ') ||
        'inget',
      evidenceOf: (n: number) => (n === 1 ? 'underlag är knutna till orsaken' : 'underlag är knutna till orsakerna'),
      proposalsOf: (n: number) => (n === 1 ? 'förslag har kommit av den' : 'förslag har kommit av dem'),
      perArea: 'Orsaker per område',
      number: 'Antal orsaker',
      alt: (words: string) => `Liggande staplar med antal orsaker per område. ${words}.`,
    },
    proposals: {
      one: (title: string, net: string, years: number) => `${title}: netto ${net} på ${years} år`,
      oneWithout: (title: string) => `Ett förslag, som inte är räknat på: ${title}`,
      largest: (n: number, title: string, net: string, years: number) =>
        `Av ${n} förslag ger ”${title}” störst netto: ${net} på ${years} år`,
      without: (n: number) => `${n} förslag, och inget är räknat på än`,
      cost: (years: number) => `kostar förslaget på ${years} år`,
      net: (years: number) => `netto på ${years} år`,
      costs: 'Kostnad',
      nets: 'Netto',
      years: (money: string, years: number) => `${money} på ${years} år`,
      notCalculated: 'inte räknat',
      consequences: 'Konsekvenser',
      directions: {
        better: 'Bättre',
        worse: 'Sämre',
        unclear: 'Oklart',
        more: (n: number) => `${n} till`,
      },
      nothing: 'Att inte göra något',
      notDescribed: 'inte beskrivna',
      expected: 'Väntad effekt',
    },
    decisions: {
      title: (decided: number, of: number) =>
        of === 1
          ? decided === 1
            ? 'Förslaget är beslutat'
            : 'Förslaget är inte beslutat'
          : `${decided} av ${of} förslag är beslutade`,
      heading: 'Beslut',
      by: (outcome: string, body: string, day: string) => `${outcome}. ${body}, ${day}.`,
    },
    actions: {
      title: (done: number, of: number, late: number) =>
        (of === 1
          ? done === 1
            ? 'åtgärden är klar'
            : 'åtgärden är inte klar'
          : `${done === 0 ? 'ingen' : done} av ${of} åtgärder är ${done > 1 ? 'klara' : 'klar'}`) +
        (late === 0
          ? ''
          : late === 1
            ? of === 1
              ? ' och är försenad'
              : ', en är försenad'
            : `, ${late} är försenade`),
      heading: 'Åtgärder',
      facts: (state: string, owner: string, time: string) => `${state}. Ansvarig: ${owner}. Tid: ${time}.`,
      late: 'försenad',
      more: (words: string) => `Övriga åtgärder: ${words}`,
    },
    effects: {
      title: {
        improved: (what: string) => `${what}: utvecklingen är bättre än i jämförelsekommunerna`,
        worsened: (what: string) => `${what}: utvecklingen är sämre än i jämförelsekommunerna`,
        higher: (what: string) => `${what}: ökningen är större än i jämförelsekommunerna`,
        lower: (what: string) => `${what}: minskningen är större än i jämförelsekommunerna`,
        noClearDifference: (what: string) => `${what}: ingen tydlig skillnad mot jämförelsekommunerna`,
        tooEarly: (what: string) => `${what}: för tidigt att säga om åtgärden har haft effekt`,
        cannotTell: (what: string) => `${what}: det går inte att säga om åtgärden har haft effekt`,
      },
      before: (unit: string, from: number, to: number) => `${unit}, ${from} → ${to}`,
      baseline: (unit: string, year: number) => `${unit}, ${year}, före åtgärden`,
      expected: (year: number) => `väntat ${year} utan åtgärd`,
      target: (year: number) => `mål ${year}`,
    },
    remaining: {
      gaps: {
        focusArea: (n: number) =>
          n === 1 ? 'ett område är inte valt som fokus' : `${n} områden är inte valda som fokus`,
        cause: (n: number) => (n === 1 ? 'ett led saknar orsaker' : `${n} led saknar orsaker`),
        proposal: (n: number) => (n === 1 ? 'en orsak saknar förslag' : `${n} orsaker saknar förslag`),
        decision: (n: number) => (n === 1 ? 'ett förslag är inte beslutat' : `${n} förslag är inte beslutade`),
        action: (n: number) => (n === 1 ? 'ett beslut saknar åtgärd' : `${n} beslut saknar åtgärd`),
        effect: (n: number) => (n === 1 ? 'en åtgärd saknar väntad effekt' : `${n} åtgärder saknar väntad effekt`),
      },
      title: (words: string) => `Det här fattas: ${words}`,
      more: (n: number) => `och ${n} till`,
      area: 'Fokusområde',
      columns: {
        focusArea: 'Inte valt',
        cause: 'Saknar orsaker',
        proposal: 'Orsaker utan förslag',
        decision: 'Förslag utan beslut',
        action: 'Beslut utan åtgärd',
        effect: 'Åtgärder utan väntad effekt',
      },
      table: 'Det som fattas i varje fokusområde',
      all: (area: string, words: string) => `${area}. ${words}`,
    },
    decide: {
      title: (proposals: number, late: number) =>
        `Att ta ställning till: ${[
          proposals === 0
            ? ''
            : proposals === 1
              ? 'ett förslag väntar på beslut'
              : `${proposals} förslag väntar på beslut`,
          late === 0 ? '' : late === 1 ? 'en åtgärd är försenad' : `${late} åtgärder är försenade`,
        ]
          .filter(Boolean)
          .join(' och ')}`,
      proposals: 'Lämnade till beslut',
      late: 'Försenade åtgärder',
      notCalculated: 'Inte räknat på',
      action: (day: string, owner: string) => `Skulle ha varit klar ${day}. Ansvarig: ${owner}`,
      money: (cost: string, net: string, years: number) => `Kostar ${cost}, netto ${net} på ${years} år`,
    },
  },
  {
    summary: {
      supported: (n) => (n === 1 ? 'the cause is supported by evidence' : 'causes are supported by evidence'),
      decided: (n) => (n === 1 ? 'the proposal is decided' : 'proposals are decided'),
      done: (n) => (n === 1 ? 'the action is done' : 'actions are done'),
      improved: (n) =>
        n === 1 ? 'expected effect is seen as an improvement' : 'expected effects are seen as an improvement',
      of: (some, all) => `${some} of ${all}`,
      highlights: { cause: 'Supported cause', proposal: 'Proposal', action: 'Action', effect: 'Expected effect' },
      begun: (n) => `${counted(n, 'cause is', 'causes are')} described, but nothing is proposed yet`,
      nothing: 'The work has begun; causes, proposals and actions are not described yet',
      areas: (n, decided, proposals, done, actions) =>
        `${n} focus areas: ${decided} of ${counted(proposals, 'proposal is', 'proposals are')} decided and ${done} of ${counted(actions, 'action is', 'actions are')} done`,
    },
    focus: {
      one: (body, title) => `${body} chose “${title}”`,
      several: (body, n, of) => `${body} chose ${n} of ${counted(of, 'candidate', 'candidates')}`,
      more: (words) => `Also weighed: ${words}`,
    },
    figure: {
      level: (title, value, year) => `${title} is ${value} in ${year}`,
      above: (title, value, percent, group) => `${title}: ${value}, ${percent} per cent above the median of ${group}`,
      below: (title, value, percent, group) => `${title}: ${value}, ${percent} per cent below the median of ${group}`,
      noticed: (unit, year) => `${unit}, ${year}, when it was noticed`,
      thenNow: (unit, from, to) => `${unit}, ${from} → ${to}`,
      now: (unit, year) => `${unit}, ${year}`,
      median: (group) => `the median of ${group}`,
      medianLine: 'Median',
      causes: (n) => (n === 1 ? 'cause is described' : 'causes are described'),
      proposals: (n) => (n === 1 ? 'proposal is made' : 'proposals are made'),
      actions: (n) => (n === 1 ? 'action is decided' : 'actions are decided'),
      noneNewer: (n) =>
        `${counted(n, 'key figure is', 'key figures are')} followed, and none has a newer value than when it was noticed`,
      groups: { similar: 'similar municipalities', class: 'the municipality group', all: 'all municipalities' },
    },
    causes: {
      none: (n) =>
        n === 1
          ? 'The cause is described but not supported by evidence yet'
          : `None of ${n} causes is supported by evidence yet`,
      some: (supported, n) => `${supported} of ${counted(n, 'cause is', 'causes are')} supported by evidence`,
      all: (n) => (n === 1 ? 'The cause is supported by evidence' : `All ${n} causes are supported by evidence`),
      rejected: (n) => `, ${n} rejected`,
      cause: 'Cause',
      area: 'Area',
      state: 'State',
      evidence: 'Evidence',
      states: { hypothesis: 'Not settled yet', supported: 'Supported', rejected: 'Rejected' },
      speaks: (supports, against) =>
        [supports > 0 ? `${supports} for` : '', against > 0 ? `${against} against` : ''].filter(Boolean).join(', ') ||
        'none',
      evidenceOf: (n) => (n === 1 ? 'pieces of evidence for or against it' : 'pieces of evidence for or against them'),
      proposalsOf: (n) => (n === 1 ? 'proposals have come of it' : 'proposals have come of them'),
      perArea: 'Causes by area',
      number: 'Number of causes',
      alt: (words) => `Bars with the number of causes by area. ${words}.`,
    },
    proposals: {
      one: (title, net, years) => `${title}: net ${net} in ${counted(years, 'year', 'years')}`,
      oneWithout: (title) => `One proposal, not calculated: ${title}`,
      largest: (n, title, net, years) =>
        `Of ${counted(n, 'proposal', 'proposals')}, “${title}” has the largest net: ${net} in ${counted(years, 'year', 'years')}`,
      without: (n) => `${counted(n, 'proposal', 'proposals')}, none calculated yet`,
      cost: (years) => `is the cost in ${counted(years, 'year', 'years')}`,
      net: (years) => `net in ${counted(years, 'year', 'years')}`,
      costs: 'Cost',
      nets: 'Net',
      years: (money, years) => `${money} in ${counted(years, 'year', 'years')}`,
      notCalculated: 'not calculated',
      consequences: 'Consequences',
      directions: { better: 'Better', worse: 'Worse', unclear: 'Unclear', more: (n) => `${n} more` },
      nothing: 'Doing nothing',
      notDescribed: 'not described',
      expected: 'Expected effect',
    },
    decisions: {
      title: (decided, of) =>
        of === 1
          ? decided === 1
            ? 'The proposal is decided'
            : 'The proposal is not decided'
          : `${decided} of ${of} proposals are decided`,
      heading: 'Decisions',
      by: (outcome, body, day) => `${outcome}. ${body}, ${day}.`,
    },
    actions: {
      title: (done, of, late) =>
        (of === 1
          ? done === 1
            ? 'the action is done'
            : 'the action is not done'
          : `${done === 0 ? 'none' : done} of ${of} actions ${done > 1 ? 'are' : 'is'} done`) +
        (late === 0 ? '' : late === 1 ? (of === 1 ? ' and is late' : ', one is late') : `, ${late} are late`),
      heading: 'Actions',
      facts: (state, owner, time) => `${state}. Owner: ${owner}. Time: ${time}.`,
      late: 'late',
      more: (words) => `Other actions: ${words}`,
    },
    effects: {
      title: {
        improved: (what) => `${what}: better development than in the comparison`,
        worsened: (what) => `${what}: worse development than in the comparison`,
        higher: (what) => `${what}: a larger increase than in the comparison`,
        lower: (what) => `${what}: a larger decrease than in the comparison`,
        noClearDifference: (what) => `${what}: no clear difference from the comparison`,
        tooEarly: (what) => `${what}: too early to say whether the action has had an effect`,
        cannotTell: (what) => `${what}: it cannot be said whether the action has had an effect`,
      },
      before: (unit, from, to) => `${unit}, ${from} → ${to}`,
      baseline: (unit, year) => `${unit}, ${year}, before the action`,
      expected: (year) => `expected in ${year} without the action`,
      target: (year) => `target ${year}`,
    },
    remaining: {
      gaps: {
        focusArea: (n) => (n === 1 ? 'one area is not chosen as focus' : `${n} areas are not chosen as focus`),
        cause: (n) => (n === 1 ? 'one link lacks causes' : `${n} links lack causes`),
        proposal: (n) => (n === 1 ? 'one cause has no proposal' : `${n} causes have no proposal`),
        decision: (n) => (n === 1 ? 'one proposal is not decided' : `${n} proposals are not decided`),
        action: (n) => (n === 1 ? 'one decision has no action' : `${n} decisions have no action`),
        effect: (n) => (n === 1 ? 'one action has no expected effect' : `${n} actions have no expected effect`),
      },
      title: (words) => `What is lacking: ${words}`,
      more: (n) => `and ${n} more`,
      area: 'Focus area',
      columns: {
        focusArea: 'Not chosen',
        cause: 'Without causes',
        proposal: 'Causes without proposals',
        decision: 'Proposals without decisions',
        action: 'Decisions without actions',
        effect: 'Actions without expected effects',
      },
      table: 'What is lacking in each focus area',
      all: (area, words) => `${area}. ${words}`,
    },
    decide: {
      title: (proposals, late) =>
        `To decide on: ${[
          proposals === 0
            ? ''
            : proposals === 1
              ? 'one proposal waits for a decision'
              : `${proposals} proposals wait for a decision`,
          late === 0 ? '' : late === 1 ? 'one action is late' : `${late} actions are late`,
        ]
          .filter(Boolean)
          .join(' and ')}`,
      proposals: 'Left for decision',
      late: 'Late actions',
      notCalculated: 'Not calculated',
      action: (day, owner) => `Was to be done ${day}. Owner: ${owner}`,
      money: (cost, net, years) => `Costs ${cost}, net ${net} in ${counted(years, 'year', 'years')}`,
    },
  },
);
