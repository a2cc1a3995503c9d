import { Page, type Shell, Wheel } from '../index.ts';

/** The gallery's picture of the start page: the wheel, what is mine, the effects, and a thread. */
export function HomeGallery({ shell }: { shell: Shell }) {
  return (
    <Page
      shell={shell}
      title="Effektivare kommun"
      lead={
        <>
          Steg 4 av 5, <strong>två veckor efter plan</strong>. Tre fokusområden har orsaker, nio förslag väntar på
          prioritering, två beslut ligger hos kommunstyrelsen.
        </>
      }
    >
      <div class="columns is-uneven">
        <Wheel
          current="causes"
          hub="steg 4"
          entries={{
            assignment: { href: '/uppdrag', count: 'KF 2022–2024' },
            goals: { href: '/mal', count: '4 mål' },
            resources: { href: '/resurser', count: '2 mnkr' },
            plan: { count: '7 pågår' },
            gather: { href: '/nulage', count: '14 observationer' },
            focus: { href: '/fokus', count: '3 fokusområden' },
            causes: { href: '/orsaker', count: '13 orsaker' },
            conclusions: { href: '/slutsatser', count: '6 slutsatser' },
            proposals: { href: '/forslag', count: '9 förslag' },
            consequences: { href: '/konsekvenser', count: '5 av 9 klara' },
            priorities: { href: '/prioritera', count: 'möte 12 sep' },
            decisions: {},
          }}
        />
        <div>
          <h2>Mitt</h2>
          <ul class="rows">
            <li>
              <time class="late" datetime="2022-09-05">
                5 sep
              </time>
              <a href="/1">Konsekvenser: gemensam bemanning</a>
              <span class="late">6 dagar sen</span>
            </li>
            <li>
              <time datetime="2022-09-12">12 sep</time>
              <a href="/2">Styrgrupp: prioritera nio förslag</a>
              <span>underlag saknas för 4</span>
            </li>
            <li>
              <time datetime="2022-09-30">30 sep</time>
              <a href="/3">Nya nyckeltal väntas från Kolada</a>
              <span>18 följs</span>
            </li>
          </ul>
          <h2>Har det gett effekt?</h2>
          <ul class="rows">
            <li>
              <span>✓ 2 av 7</span>
              <a href="/4">Sjukfrånvaro särskilt boende</a>
              <span>−1,4 procentenheter mot liknande</span>
            </li>
            <li>
              <span>…</span>
              <a href="/5">Lokalkostnad förskola</a>
              <span>för tidigt att säga</span>
            </li>
          </ul>
        </div>
      </div>
      <h2>Tråden: dyra lokaler i förskolan</h2>
      <ol class="thread">
        {thread.map(([step, words], index) => (
          <li class={index === thread.length - 1 ? 'is-reached' : undefined}>
            <span>{step}</span> {words}
          </li>
        ))}
      </ol>
    </Page>
  );
}

const thread = [
  ['Observation', '28 064 kr/barn, dyrare än 89 % av kommunerna'],
  ['Fokus', 'Lokalkostnader, valt av styrgruppen 24 jan'],
  ['Orsak', 'Tomma lokaler vid nybyggnation · stöds av 3 underlag'],
  ['Förslag', 'Plan för befintliga lokaler före beslut'],
  ['Beslut', 'KS 2022-10-05 § 112'],
  ['Åtgärd', 'Pågår, enligt plan'],
  ['Effekt på samma nyckeltal', 'mäts sep 2023'],
] as const;
