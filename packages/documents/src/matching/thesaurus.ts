import { folded, stemmed } from './words.ts';

/** Words that people put over the same column, whatever the register calls it. A field of one of the words is likely meant by the others. */
const groups: readonly (readonly string[])[] = [
  [
    'ansvarig',
    'ansvar',
    'ansvarar',
    'vem',
    'vem gör',
    'vem gör vad',
    'vem ansvarar',
    'huvudansvarig',
    'genomförs av',
    'utförare',
    'ägare',
    'handläggare',
    'kontaktperson',
    'responsible',
    'owner',
    'who',
  ],
  [
    'start',
    'startar',
    'startdatum',
    'börjar',
    'påbörjas',
    'från',
    'fr o m',
    'från och med',
    'inleds',
    'starts',
    'start date',
    'from',
    // A plan with one date for each line says when the line begins.
    'datum',
    'tidpunkt',
    'när',
    'date',
    'when',
  ],
  [
    'slut',
    'slutar',
    'slutdatum',
    'klart',
    'klar',
    'klart senast',
    'ska vara klart',
    'när klart',
    'när ska det vara klart',
    'klardatum',
    'sluttid',
    'måldatum',
    'färdigt',
    'till',
    't o m',
    'till och med',
    'deadline',
    'senast',
    'avslutas',
    'ends',
    'end date',
    'due',
    'due date',
    'until',
  ],
  ['datum', 'tidpunkt', 'när', 'tid', 'tidplan', 'dag', 'date', 'when', 'time'],
  ['beskrivning', 'beskriv', 'innehåll', 'förklaring', 'detaljer', 'bakgrund', 'description', 'details', 'content'],
  [
    'kommentar',
    'anteckning',
    'anteckningar',
    'notering',
    'noteringar',
    'övrigt',
    'anmärkning',
    'anm',
    'comment',
    'remark',
    'note',
    'notes',
  ],
  ['status', 'läge', 'tillstånd', 'state'],
  ['namn', 'för och efternamn', 'person', 'deltagare', 'name'],
  ['titel', 'befattning', 'roll', 'yrkestitel', 'position', 'role', 'job title'],
  ['rubrik', 'benämning', 'namn', 'vad', 'title', 'name', 'what'],
  ['e post', 'epost', 'mejl', 'mail', 'e postadress', 'epostadress', 'e mail', 'email'],
  ['enhet', 'arbetsplats', 'verksamhet', 'avdelning', 'unit'],
  ['förvaltning', 'sektor', 'kontor', 'department'],
  ['nämnd', 'styrelse', 'committee'],
  ['åtgärd', 'aktivitet', 'insats', 'handling', 'action', 'activity', 'measure'],
  // Over a table, and not over a column.
  ['åtgärder', 'handlingsplan', 'åtgärdsplan', 'åtgärdslista', 'aktivitetslista', 'aktivitetsplan', 'action plan'],
  [
    'förslag',
    'åtgärdsförslag',
    'förslag till åtgärd',
    'föreslagen åtgärd',
    'suggestion',
    'proposal',
    'proposed action',
  ],
  ['orsak', 'påverkas av', 'beror på', 'varför', 'cause', 'reason', 'why'],
  ['problem', 'utmaning', 'brist', 'problembeskrivning', 'challenge'],
  ['område', 'fokusområde', 'verksamhetsområde', 'area'],
  ['kostnadsslag', 'kostnadstyp', 'cost type'],
  ['nyckeltal', 'mått', 'indikator', 'key figure', 'indicator', 'measure'],
  ['målgrupp', 'mottagare', 'till vem', 'audience', 'target group'],
  ['leverans', 'resultat', 'effekt', 'utfall', 'delivery', 'result', 'outcome'],
  ['förväntad effekt', 'mål', 'syfte', 'önskat läge', 'expected effect', 'goal', 'purpose'],
  ['kanal', 'forum', 'channel'],
  ['budskap', 'message'],
  ['kostnad', 'belopp', 'kronor', 'tkr', 'summa', 'cost', 'amount'],
  ['år', 'period', 'year'],
  ['värde', 'utfall', 'value'],
];

const groupsOf = new Map<string, Set<number>>();
for (const [index, words] of groups.entries()) {
  for (const word of words) {
    const key = stemmed(folded(word));
    groupsOf.set(key, (groupsOf.get(key) ?? new Set()).add(index));
  }
}

/** Do people use these two over the same column? Both are stemmed. */
export function areAlike(a: string, b: string): boolean {
  const [one, other] = [groupsOf.get(a), groupsOf.get(b)];
  return one !== undefined && other !== undefined && [...one].some((group) => other.has(group));
}
