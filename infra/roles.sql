-- Roles and schemas, before any migration; may run again and again. Roles belong to the whole server, schemas to one database.
-- stepway_owner owns everything and cannot log in; stepway_app is what the programs are, with what migrations grant to it.
DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'stepway_owner') THEN
    CREATE ROLE stepway_owner NOLOGIN;
  END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'stepway_app') THEN
    CREATE ROLE stepway_app LOGIN;
  END IF;
  IF NOT pg_has_role(current_user, 'stepway_owner', 'SET') THEN
    GRANT stepway_owner TO CURRENT_USER WITH SET TRUE;
  END IF;
END $$;
-- An open transaction that has written stalls every reader of the whole log, whoever forgot it: a program, or a person.
ALTER ROLE stepway_app SET idle_in_transaction_session_timeout = '10s';

-- The server's own log keeps no values: neither parameters nor the rows that an error quotes. On a server whose owner we
-- are not, he has the word.
DO $$ BEGIN
  ALTER ROLE stepway_app SET log_statement = 'none';
  ALTER ROLE stepway_app SET log_parameter_max_length = 0;
  ALTER ROLE stepway_app SET log_parameter_max_length_on_error = 0;
  ALTER ROLE stepway_app SET log_error_verbosity = 'terse';
EXCEPTION WHEN insufficient_privilege THEN
  RAISE NOTICE 'The log settings of stepway_app could not be made; see to them.';
END $$;

CREATE SCHEMA IF NOT EXISTS migrations AUTHORIZATION stepway_owner;
CREATE SCHEMA IF NOT EXISTS log AUTHORIZATION stepway_owner;
CREATE SCHEMA IF NOT EXISTS read AUTHORIZATION stepway_owner;
CREATE SCHEMA IF NOT EXISTS identity AUTHORIZATION stepway_owner;
CREATE SCHEMA IF NOT EXISTS audit AUTHORIZATION stepway_owner;
CREATE SCHEMA IF NOT EXISTS directory AUTHORIZATION stepway_owner;
CREATE SCHEMA IF NOT EXISTS inbox AUTHORIZATION stepway_owner;
CREATE SCHEMA IF NOT EXISTS partner AUTHORIZATION stepway_owner;
GRANT USAGE ON SCHEMA log, read, identity, audit, directory, inbox, partner TO stepway_app;
-- For log.oldest_writer_ms, which runs as the owner: a login role does not see the transactions of others.
GRANT pg_read_all_stats TO stepway_owner;
