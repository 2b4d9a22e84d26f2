-- Keys, indexes and references, when all rows are there.
ALTER TABLE account
    ADD PRIMARY KEY (id),
    ADD CONSTRAINT account_public_id UNIQUE (public_id),
    ADD CONSTRAINT account_email UNIQUE (email);

ALTER TABLE story
    ADD PRIMARY KEY (id),
    ADD CONSTRAINT story_account FOREIGN KEY (account_id) REFERENCES account;

CREATE INDEX story_title ON story USING gin (title gin_trgm_ops);

CREATE INDEX story_published ON story (written_at DESC) WHERE NOT draft;

ALTER TABLE media
    ADD PRIMARY KEY (id),
    ADD CONSTRAINT media_story FOREIGN KEY (story_id) REFERENCES story ON DELETE CASCADE;

ALTER TABLE invoice
    ADD PRIMARY KEY (number),
    ADD CONSTRAINT invoice_account FOREIGN KEY (account_id) REFERENCES account;

CREATE INDEX visit_path ON visit (lower(path));

ALTER TABLE activity ADD PRIMARY KEY (id, at);

ALTER TABLE memory ADD CONSTRAINT memory_account_exists FOREIGN KEY (account_id) REFERENCES account;

CREATE VIEW story_overview AS
SELECT account.display_name, story.title, story.rating
FROM story JOIN account ON account.id = story.account_id
WHERE NOT story.draft;
