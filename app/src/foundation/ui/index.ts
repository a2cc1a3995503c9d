export type { Flash, NavigationEntry, Shell, ShellPerson, ShellTenant } from './shell.ts';
