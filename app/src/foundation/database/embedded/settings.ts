import { port } from './socket.ts';

/**
 * What the server runs with, given on its command line so that a new release of Samband brings new settings to old data.
 * Sized for one municipality on a machine of 2 cores and 4 GB, beside the application.
 */
export function serverSettings(socketDirectory: string, disposable: boolean): Record<string, string> {
  return {
    listen_addresses: '',
    port: String(port),
    // A list: quoted, so that a comma in the path does not divide it.
    unix_socket_directories: `"${socketDirectory.replaceAll('"', '""')}"`,
    unix_socket_permissions: '0700',
    max_connections: '60',
    shared_buffers: '128MB',
    effective_cache_size: '512MB',
    work_mem: '16MB',
    maintenance_work_mem: '64MB',
    max_wal_size: '512MB',
    random_page_cost: '1.1',
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_line_prefix: '%m [%p] ',
    log_min_duration_statement: '2000',
    // A statement's values are people's data and do not belong in a log.
    log_parameter_max_length: '0',
    log_parameter_max_length_on_error: '0',
    ...(disposable
      ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' }
      : { fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on' }),
  };
}
