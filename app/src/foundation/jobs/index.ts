export {
  addJob,
  createJobs,
  type JobOptions,
  type JobPayload,
  type JobRun,
  type Jobs,
  prepareJobs,
  type Task,
} from './jobs.ts';
