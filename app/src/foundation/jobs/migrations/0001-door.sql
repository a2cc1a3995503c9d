-- The queue's own tables lie in the schema graphile_worker, which the worker itself makes and keeps up to date. Requests run as
-- samband_app and get no rights there: this function is their only way in. It runs as its owner and stamps the job with the tenant
-- of the transaction, so that no request can start work in another municipality's name.
create function add_job(task text, payload jsonb, job_key text, run_at timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  tenant uuid := foundation.current_tenant();
begin
  perform graphile_worker.add_job(
    task,
    (payload || jsonb_build_object('tenantId', tenant))::json,
    run_at => add_job.run_at,
    -- Two municipalities may choose the same key.
    job_key => coalesce(tenant::text, '') || '/' || add_job.job_key);
end $$;

revoke all on function add_job from public;
grant usage on schema jobs to samband_app;
grant execute on function add_job to samband_app;
