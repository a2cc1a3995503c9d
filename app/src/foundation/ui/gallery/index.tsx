import type { Shell } from '../index.ts';
import { ErrorPage } from '../index.ts';
import { ChainGallery } from './chain-gallery.tsx';
import { HomeGallery } from './home-gallery.tsx';
import { PartsGallery } from './parts-gallery.tsx';
import { SituationGallery } from './situation-gallery.tsx';

export const galleryShell: Shell = {
  language: 'sv',
  path: '/nulage',
  requestId: '01J8Z6',
  tenant: { name: 'Ekeberga kommun', colour: '#1d5c4d', logoUrl: undefined, exampleData: true },
  person: { name: 'Controller i Ekeberga', roleTitle: 'Controller' },
  navigation: [
    { href: '/', label: 'Hjulet' },
    { href: '/nulage', label: 'Nuläge' },
    { href: '/fokus', label: 'Fokus' },
    { href: '/orsaker', label: 'Orsaker' },
    { href: '/atgarder', label: 'Åtgärder' },
    { href: '/uppfoljning', label: 'Uppföljning' },
    { href: '/program', label: 'Program' },
    { href: '/arenden', label: 'Ärenden' },
    { href: '/rapporter', label: 'Rapporter' },
  ],
  flashes: [],
  assets: { stylesheet: '/theme.css', script: '/main.js', version: '0.1.0' },
};

/** Every part of the house on five pages: for the eye, for axe, and for a developer's /galleri. */
export const galleryPages = {
  nulage: (shell: Shell) => <SituationGallery shell={shell} />,
  kedjan: (shell: Shell) => <ChainGallery shell={shell} />,
  hjulet: (shell: Shell) => <HomeGallery shell={{ ...shell, path: '/' }} />,
  delar: (shell: Shell) => <PartsGallery shell={shell} />,
  fel: (shell: Shell) => <ErrorPage shell={shell} status={404} />,
} as const;
