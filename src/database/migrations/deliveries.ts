import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Webhooks, and the log of what was delivered to connected systems. */
export class Deliveries1764446400000 implements MigrationInterface {
  readonly name = 'Deliveries1764446400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE delivery_attempt, delivery, webhook;');
  }
}

const tables = `
  CREATE TABLE webhook (
    id uuid NOT NULL,
    url text NOT NULL,
    kinds text[],
    agency_id uuid,
    secret text NOT NULL,
    position bigint NOT NULL,
    created_by text NOT NULL,
    created_at timestamptz(3) NOT NULL,
    removed_at timestamptz(3),
    CONSTRAINT "PK_webhook" PRIMARY KEY (id),
    CONSTRAINT "FK_webhook_agency_id" FOREIGN KEY (agency_id) REFERENCES agency (id)
  );
  CREATE TABLE delivery (
    id uuid NOT NULL,
    channel text NOT NULL,
    webhook_id uuid,
    agency_id uuid,
    target text NOT NULL,
    position bigint NOT NULL,
    key text,
    state text NOT NULL,
    tries int NOT NULL,
    created_at timestamptz(3) NOT NULL,
    next_at timestamptz(3),
    receipt text,
    receipt_at timestamptz(3),
    CONSTRAINT "PK_delivery" PRIMARY KEY (id),
    CONSTRAINT "FK_delivery_webhook_id" FOREIGN KEY (webhook_id) REFERENCES webhook (id),
    CONSTRAINT "FK_delivery_agency_id" FOREIGN KEY (agency_id) REFERENCES agency (id)
  );
  CREATE INDEX "IX_delivery_created_at" ON delivery (created_at, id);
  CREATE INDEX "IX_delivery_webhook_id" ON delivery (webhook_id);
  CREATE INDEX "IX_delivery_waiting" ON delivery (next_at) WHERE state = 'WAITING';
  CREATE UNIQUE INDEX "UX_delivery_drop" ON delivery (target, position) WHERE channel = 'DROP';
  CREATE TABLE delivery_attempt (
    delivery_id uuid NOT NULL,
    number int NOT NULL,
    at timestamptz(3) NOT NULL,
    status int,
    answer text,
    milliseconds int NOT NULL,
    CONSTRAINT "PK_delivery_attempt" PRIMARY KEY (delivery_id, number),
    CONSTRAINT "FK_delivery_attempt_delivery_id" FOREIGN KEY (delivery_id) REFERENCES delivery (id)
  );`;
