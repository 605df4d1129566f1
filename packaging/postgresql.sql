-- What the role of a running service may do, and no more. Run it as the owner of the database, after
-- the tables were made or changed:  psql -d DATABASE -f packaging/postgresql.sql
-- The role is made once before:     CREATE ROLE boxoffice_service LOGIN PASSWORD '...'
GRANT USAGE ON SCHEMA public TO boxoffice_service;
REVOKE ALL ON ALL TABLES IN SCHEMA public FROM boxoffice_service;
GRANT SELECT, INSERT, UPDATE ON ALL TABLES IN SCHEMA public TO boxoffice_service;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO boxoffice_service;
-- A seat that was given back and is taken again by the same order.
GRANT DELETE ON order_seats TO boxoffice_service;
-- The audit trail is only added to, and the tables are changed by their owner.
REVOKE UPDATE ON audit FROM boxoffice_service;
REVOKE INSERT, UPDATE ON alembic_version FROM boxoffice_service;
