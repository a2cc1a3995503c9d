import { defineTexts } from '../../foundation/texts/index.ts';

/** The questions that the program begins with, by phase and code; each is at most 200 characters. Restated from SKR, RKA and Uppföljningsguiden. */
export const questionTexts = defineTexts(
  {
    gather: {
      title: 'Frågor att ställa: Samla ihop information',
      questions: {
        coverage: 'Täcker informationen struktur, process och resultat?',
        purpose: 'Vad ska varje nyckeltal användas till?',
        staff: 'Vad upplever medarbetarna?',
        users: 'Vad upplever brukare, elever och invånare?',
      },
    },
    focus: {
      title: 'Frågor att ställa: Fokusera',
      questions: {
        level: 'Vilka värden är höga eller låga?',
        change: 'Var finns stora ökningar eller minskningar?',
        against: 'Hur står sig nivån mot tidigare år, krav och andra kommuner?',
        gap: 'Var är gapet störst?',
        trend: 'Är det en tillfällighet eller en trend?',
        risk: 'Vilka områden är riskområden?',
        units: 'Finns oförklarade skillnader mellan enheter? Skiljer sig förutsättningarna?',
        sources: 'Säger flera källor samma sak?',
      },
    },
    causes: {
      title: 'Frågor att ställa: Sök orsaker',
      questions: {
        earlier: 'Vilka slutsatser har dragits tidigare, och vilken effekt gav tidigare åtgärder?',
        responsible: 'Vad säger de ansvariga, och vad finns det för stöd för det?',
        events: 'Har något hänt i eller utanför verksamheten som kan förklara det?',
        strongest: 'Vilken orsak har det starkaste sambandet?',
        kind: 'Ligger orsaken i struktur, process eller resultat?',
        first: 'Har vi stannat vid den första uppenbara orsaken? Det finns sällan bara en.',
      },
    },
    conclude: {
      title: 'Frågor att ställa: Dra slutsatser',
      questions: {
        goals: 'Nås målen?',
        nothing: 'Vad händer om inget görs, för kommunen, verksamheten och den enskilde?',
        scenarios: 'Vilka scenarier och bieffekter kan vi se?',
        watch: 'Vad behöver vi bevaka?',
        order: 'Vilket område tar vi först, när, och vilka berörs?',
      },
    },
    deviation: {
      title: 'Avvikelseanalys steg för steg',
      questions: {
        gather: 'Samla: vilka uppgifter har vi?',
        focus: 'Fokusera: vilken avvikelse gäller det?',
        describe: 'Beskriv avvikelsen: hur stor är den, sedan när och för vem?',
        review: 'Granska statistiken: stämmer den, och mäter den det vi tror?',
        suggest: 'Föreslå orsaker: vad kan den bero på?',
        add: 'Addera annan information: vad säger andra källor?',
        pattern: 'Sök mönster: var finns samma avvikelse, och var saknas den?',
        conclude: 'Dra slutsatser: vilka orsaker är förstådda?',
        act: 'Föreslå åtgärder: bara för orsaker som är förstådda.',
        document: 'Dokumentera: hur kan någon annan följa hur vi tänkte?',
      },
    },
  },
  {
    gather: {
      title: 'Questions to ask: Gather information',
      questions: {
        coverage: 'Does the information cover structure, process and result?',
        purpose: 'What is each key figure for?',
        staff: 'What do staff experience?',
        users: 'What do service users, pupils and residents experience?',
      },
    },
    focus: {
      title: 'Questions to ask: Focus',
      questions: {
        level: 'Which values are high or low?',
        change: 'Where are there large rises or falls?',
        against: 'How does the level stand against earlier years, requirements and other municipalities?',
        gap: 'Where is the gap largest?',
        trend: 'Is it chance or a trend?',
        risk: 'Which areas are risk areas?',
        units: 'Are there unexplained differences between units? Do conditions differ?',
        sources: 'Do several sources say the same?',
      },
    },
    causes: {
      title: 'Questions to ask: Look for causes',
      questions: {
        earlier: 'What conclusions were drawn earlier, and what effect did earlier actions have?',
        responsible: 'What do those responsible say, and what supports it?',
        events: 'Has something happened inside or outside the operation that may explain it?',
        strongest: 'Which cause has the strongest link?',
        kind: 'Does the cause lie in structure, process or result?',
        first: 'Have we stopped at the first obvious cause? There is rarely only one.',
      },
    },
    conclude: {
      title: 'Questions to ask: Draw conclusions',
      questions: {
        goals: 'Are the goals met?',
        nothing: 'What happens if nothing is done, for the municipality, the operation and the individual?',
        scenarios: 'Which scenarios and side effects can we see?',
        watch: 'What do we need to watch?',
        order: 'Which area do we take first, when, and who is affected?',
      },
    },
    deviation: {
      title: 'Analysis of a deviation, step by step',
      questions: {
        gather: 'Gather: what data do we have?',
        focus: 'Focus: which deviation is it about?',
        describe: 'Describe the deviation: how large is it, since when and for whom?',
        review: 'Review the statistics: are they right, and do they measure what we think?',
        suggest: 'Suggest causes: what may it depend on?',
        add: 'Add other information: what do other sources say?',
        pattern: 'Look for patterns: where is the same deviation found, and where not?',
        conclude: 'Draw conclusions: which causes are understood?',
        act: 'Suggest actions: only for causes that are understood.',
        document: 'Document: how can somebody else follow how we reasoned?',
      },
    },
  },
);
