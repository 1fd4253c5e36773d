-- A question that was asked after the release keeps nothing waiting: its answer is a task, however far the case is then.
alter table coding_query add column after_release boolean not null default false;
