export type {
  EffectItem,
  EffectSource,
  FirstStep,
  FirstStepSource,
  HomeParts,
  HomeQuestion,
  HomeSource,
  MineItem,
  MineSource,
  StandingSource,
  WheelContribution,
  WheelSource,
} from './parts.ts';
export { homeRoutes } from './routes.tsx';
