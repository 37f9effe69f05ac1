BEGIN TRANSACTION;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO "_sqlite_migrations" VALUES(1,'theodolite.case','0001-state-and-log','2026-11-21 04:34:00.250775+00:00');
CREATE TABLE counter (prefix TEXT PRIMARY KEY, last INTEGER NOT NULL) WITHOUT ROWID;
INSERT INTO "counter" VALUES('H',2);
INSERT INTO "counter" VALUES('K',1);
CREATE TABLE log (sequence INTEGER PRIMARY KEY, utc TEXT NOT NULL, operator TEXT NOT NULL, action TEXT NOT NULL, payload TEXT NOT NULL, previous TEXT NOT NULL, hash TEXT NOT NULL);
INSERT INTO "log" VALUES(1,'2026-11-21T04:34:00.253Z','A. Examiner','case created','{"changes":[{"after":{"claim":"","claim_source":"","created_utc":"2026-01-01T00:00:00.000Z","operator":"A. Examiner","prior":"mixed","question":"Where was it taken?","title":"Old"},"id":"case","kind":"case"}],"detail":{"program":"theodolite","version":"0.1.0"}}','0000000000000000000000000000000000000000000000000000000000000000','d376e4923404d33240572583ca9e863c94dae5a88448666722061cd7c63dc951');
INSERT INTO "log" VALUES(2,'2026-11-21T04:34:00.257Z','A. Examiner','hint added','{"changes":[{"after":{"created_utc":"2026-01-01T00:00:00Z","exclude":false,"id":"H1","parsed_by":"rules","reach":{"codes":["IT"],"kind":"area","negated":false,"scope":"country"},"reading":"in Italy","source":"","state":"on","strength":"likely","text":"in Italy"},"before":null,"id":"H1","kind":"hint"}],"detail":{},"undoable":true}','d376e4923404d33240572583ca9e863c94dae5a88448666722061cd7c63dc951','a233717151078fb1d5006c8524ed79c646c3de20dd4862afba75514af1dce5db');
INSERT INTO "log" VALUES(3,'2026-11-21T04:34:00.258Z','A. Examiner','candidate added','{"changes":[{"after":{"exhibit":"","id":"K1","label":"Arezzo","lat":"43.5","lon":"-0.125","origin":"typed","radius_km":"1.0"},"before":null,"id":"K1","kind":"pin"}],"detail":{},"undoable":true}','a233717151078fb1d5006c8524ed79c646c3de20dd4862afba75514af1dce5db','4b6864f71eb4ad26ee7a4ec9fa24dfa4a95f550a25ff040d69751973b5965f46');
INSERT INTO "log" VALUES(4,'2026-11-21T04:34:00.259Z','A. Examiner','hint added','{"changes":[{"after":{"created_utc":"2026-01-01T00:00:00Z","exclude":false,"id":"H2","parsed_by":"rules","reach":{"codes":["IT"],"kind":"area","negated":false,"scope":"country"},"reading":"in Italy","source":"","state":"on","strength":"likely","text":"in Fränce 😀"},"before":null,"id":"H2","kind":"hint"}],"detail":{},"undoable":true}','4b6864f71eb4ad26ee7a4ec9fa24dfa4a95f550a25ff040d69751973b5965f46','ab5dec2de20cdcec6281b7624b2997ef329a3547277062cea9a8b1214c97f69e');
INSERT INTO "log" VALUES(5,'2026-11-21T04:34:00.259Z','A. Examiner','undo: hint added','{"changes":[{"after":null,"id":"H2","kind":"hint"}],"detail":{"of":"hint added"},"undoes":4}','ab5dec2de20cdcec6281b7624b2997ef329a3547277062cea9a8b1214c97f69e','eed1d4c3df1c8653840ea7f83f9137a93976f8cdca984b1a4915a653f7c81898');
CREATE TABLE state (kind TEXT NOT NULL, id TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (kind, id)) WITHOUT ROWID;
INSERT INTO "state" VALUES('case','case','{"claim":"","claim_source":"","created_utc":"2026-01-01T00:00:00.000Z","operator":"A. Examiner","prior":"mixed","question":"Where was it taken?","title":"Old"}');
INSERT INTO "state" VALUES('hint','H1','{"created_utc":"2026-01-01T00:00:00Z","exclude":false,"id":"H1","parsed_by":"rules","reach":{"codes":["IT"],"kind":"area","negated":false,"scope":"country"},"reading":"in Italy","source":"","state":"on","strength":"likely","text":"in Italy"}');
INSERT INTO "state" VALUES('pin','K1','{"exhibit":"","id":"K1","label":"Arezzo","lat":"43.5","lon":"-0.125","origin":"typed","radius_km":"1.0"}');
CREATE TABLE view (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
CREATE TRIGGER log_no_update BEFORE UPDATE ON log BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
CREATE TRIGGER log_no_delete BEFORE DELETE ON log BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
COMMIT;
