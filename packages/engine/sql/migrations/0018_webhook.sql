-- Where entries of the feed are sent. What was delivered leaves no row: a webhook keeps how far it
-- has come, and only a delivery that failed becomes a row, until it succeeds or is given up.

create table milepost.webhook (
  webhook_id          bigint      generated always as identity,
  tenant_id           integer     not null,
  tenant              text        not null,
  url                 text        not null,
  types               milepost.event_type[],
  description         text,
  created_at          timestamptz not null,
  disabled_at         timestamptz,
  disabled_reason     text,
  secret_version      integer     not null default 1,
  former_secret_until timestamptz,
  sent_no             bigint      not null,
  next_round_at       timestamptz not null,
  failed_rounds       integer     not null default 0,
  leased_by           text,
  leased_until        timestamptz,
  last_success_at     timestamptz,
  last_failure_at     timestamptz,

  constraint webhook_pk primary key (webhook_id),
  -- So that a delivery can point at a webhook together with the tenant it must belong to.
  constraint webhook_in_tenant unique (tenant_id, webhook_id),
  constraint webhook_of_tenant foreign key (tenant_id) references milepost.tenant (tenant_id),
  constraint webhook_url_length check (length(url) between 1 and 2000),
  constraint webhook_url_is_http check (url ~ '^https?://[^/?#@[:space:]]+([/?][^[:space:]]*)?$'),
  constraint webhook_description_length check (length(description) between 1 and 1000),
  constraint webhook_types_some check (cardinality(types) >= 1),
  constraint webhook_disabled_for_a_reason check (
    (disabled_at is null) = (disabled_reason is null)
  ),
  constraint webhook_disabled_reason_known check (
    disabled_reason in ('administrator', 'gone', 'failing')
  ),
  constraint webhook_secret_version_from_one check (secret_version >= 1),
  constraint webhook_sent_not_negative check (sent_no >= 0),
  constraint webhook_failed_rounds_not_negative check (failed_rounds >= 0),
  constraint webhook_leased_until_an_end check ((leased_by is null) = (leased_until is null))
);
comment on table milepost.webhook is
  'A receiver of the feed: signed events are sent to its URL. Its secret is not here; it follows '
  'from a key of the server and from tenant, webhook and version of the secret.';
comment on column milepost.webhook.webhook_id is 'The id that callers name it by.';
comment on column milepost.webhook.tenant is
  'The tenant''s name, by which a server finds what there is to send.';
comment on column milepost.webhook.url is 'https://, or http:// where the server allows its host.';
comment on column milepost.webhook.types is 'The types of entries to send; null for all.';
comment on column milepost.webhook.description is 'What it is for, in words of the host''s own.';
comment on column milepost.webhook.disabled_at is
  'Nothing is sent from then on. The position stays, so nothing is lost when it is enabled again.';
comment on column milepost.webhook.disabled_reason is
  'administrator: by a call. gone: the receiver answered 410. failing: a delivery was given up and '
  'none had succeeded since it first failed.';
comment on column milepost.webhook.secret_version is 'Raised by each rotation of the secret.';
comment on column milepost.webhook.former_secret_until is
  'Until then events are signed with the secret before this one too.';
comment on column milepost.webhook.sent_no is
  'The number of the last entry of the feed that was sent, or need not be: where sending goes on.';
comment on column milepost.webhook.next_round_at is
  'Nothing is sent before. Moves away while nothing that is sent arrives.';
comment on column milepost.webhook.failed_rounds is
  'How many times in a row nothing that was sent arrived.';
comment on column milepost.webhook.leased_by is
  'The lease of whoever is sending: a name that is never used again.';
comment on column milepost.webhook.leased_until is
  'From then on somebody else may send, since whoever had the lease may be gone.';
comment on column milepost.webhook.last_success_at is 'When a delivery last succeeded.';
comment on column milepost.webhook.last_failure_at is 'When a delivery last failed.';

create table milepost.webhook_delivery (
  webhook_id      bigint      not null,
  feed_no         bigint      not null,
  tenant_id       integer     not null,
  event_no        bigint      not null,
  type            milepost.event_type not null,
  attempts        integer     not null,
  first_failed_at timestamptz not null,
  last_failed_at  timestamptz not null,
  next_attempt_at timestamptz,
  given_up_at     timestamptz,
  last_status     smallint,
  last_error      text        not null,

  constraint webhook_delivery_pk primary key (webhook_id, feed_no),
  constraint webhook_delivery_of_webhook foreign key (tenant_id, webhook_id)
    references milepost.webhook (tenant_id, webhook_id),
  constraint webhook_delivery_attempts_not_negative check (attempts >= 0),
  constraint webhook_delivery_due_or_given_up check (
    (next_attempt_at is null) <> (given_up_at is null)
  ),
  constraint webhook_delivery_error_length check (length(last_error) between 1 and 200)
);
-- What is due to be tried again, and how much of it is waiting.
create index webhook_delivery_waiting on milepost.webhook_delivery (webhook_id, next_attempt_at)
  where given_up_at is null;
comment on table milepost.webhook_delivery is
  'An event that did not arrive at a webhook: to be sent again, or given up. One that arrives has '
  'its row deleted.';
comment on column milepost.webhook_delivery.feed_no is 'The entry, by its number in the feed.';
comment on column milepost.webhook_delivery.attempts is
  'How often it was sent since it first failed or was asked for anew; none of it arrived.';
comment on column milepost.webhook_delivery.first_failed_at is 'When it first did not arrive.';
comment on column milepost.webhook_delivery.last_failed_at is 'When it last did not arrive.';
comment on column milepost.webhook_delivery.next_attempt_at is
  'When it is sent again; null once it is given up.';
comment on column milepost.webhook_delivery.given_up_at is 'When its last attempt had failed.';
comment on column milepost.webhook_delivery.last_status is
  'The HTTP status that was last answered; null where there was no answer.';
comment on column milepost.webhook_delivery.last_error is
  'Why the last attempt failed, in a few words of ours and none of the receiver''s.';

do $$
declare
  v_table text;
begin
  foreach v_table in array array['webhook', 'webhook_delivery'] loop
    execute format('alter table milepost.%I enable row level security', v_table);
    execute format('alter table milepost.%I force row level security', v_table);
    execute format(
      'create policy %I on milepost.%I using (tenant_id = milepost.current_tenant_id())',
      v_table || '_of_current_tenant', v_table
    );
  end loop;
end $$;
-- Whoever sends asks for whom before it enters a tenant.
create policy webhook_looked_for on milepost.webhook for select
  using (nullif(current_setting('milepost.looks_for_webhooks', true), '') = 'yes');
