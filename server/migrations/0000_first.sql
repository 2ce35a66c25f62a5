CREATE TABLE `boots` (
	`id` integer PRIMARY KEY NOT NULL,
	`device_id` text NOT NULL,
	`counter` text NOT NULL,
	`boot` text NOT NULL,
	`generation` integer NOT NULL,
	`is_foreign` integer NOT NULL,
	`forward` real,
	`backward` real,
	`worst` real,
	`dated_seq` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `boots_device_id_counter_boot_generation_unique` ON `boots` (`device_id`,`counter`,`boot`,`generation`);--> statement-breakpoint
CREATE TABLE `days` (
	`day` integer PRIMARY KEY NOT NULL,
	`clock` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `devices` (
	`device_id` text PRIMARY KEY NOT NULL,
	`secret_salt` blob,
	`secret_hash` blob,
	`waiting_since` integer,
	`boot_count` integer,
	`uptime_sec` integer
);
--> statement-breakpoint
CREATE TABLE `events` (
	`boot_id` integer NOT NULL,
	`seq` integer NOT NULL,
	`n` integer NOT NULL,
	`up` integer NOT NULL,
	`kind` text NOT NULL,
	`value` text NOT NULL,
	`received` integer NOT NULL,
	`message_up` integer NOT NULL,
	`run` integer NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`boot_id`, `seq`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `facts` (
	`n` integer PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`boot_id` integer,
	`run` integer NOT NULL,
	`recorded_at` integer NOT NULL,
	`body` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `facts_by_boot` ON `facts` (`boot_id`);--> statement-breakpoint
CREATE TABLE `holds` (
	`boot_id` integer NOT NULL,
	`seq` integer NOT NULL,
	`from_seq` integer NOT NULL,
	`kind` text NOT NULL,
	`pieces` integer NOT NULL,
	`stitches` integer NOT NULL,
	`trims` integer NOT NULL,
	`at` integer NOT NULL,
	`place_id` integer,
	PRIMARY KEY(`boot_id`, `seq`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `hours` (
	`day` integer NOT NULL,
	`hour` integer NOT NULL,
	`place_id` integer NOT NULL,
	`pieces` integer NOT NULL,
	`stitches` integer NOT NULL,
	`trims` integer NOT NULL,
	PRIMARY KEY(`day`, `hour`, `place_id`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `inbox` (
	`n` integer PRIMARY KEY NOT NULL,
	`boot_id` integer NOT NULL,
	`seq` integer NOT NULL,
	`up` integer NOT NULL,
	`pieces` integer NOT NULL,
	`stitches` integer,
	`trims` integer,
	`state` text,
	`received` integer NOT NULL,
	`message_up` integer NOT NULL,
	`run` integer NOT NULL,
	`at` integer NOT NULL,
	`day` integer NOT NULL,
	`hour` integer NOT NULL,
	`place_id` integer,
	`part_pieces` integer NOT NULL,
	`part_stitches` integer NOT NULL,
	`part_trims` integer NOT NULL,
	`reached_pieces` integer NOT NULL,
	`reached_stitches` integer NOT NULL,
	`reached_trims` integer NOT NULL,
	`open` text,
	`fell` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `marks` (
	`boot_id` integer PRIMARY KEY NOT NULL,
	`from_seq` integer NOT NULL,
	`through_seq` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `parts` (
	`boot_id` integer NOT NULL,
	`seq` integer NOT NULL,
	`at` integer NOT NULL,
	`day` integer NOT NULL,
	`hour` integer NOT NULL,
	`place_id` integer,
	`pieces` integer NOT NULL,
	`stitches` integer NOT NULL,
	`trims` integer NOT NULL,
	`reached_pieces` integer NOT NULL,
	`reached_stitches` integer NOT NULL,
	`reached_trims` integer NOT NULL,
	`open` text,
	`fell` integer NOT NULL,
	PRIMARY KEY(`boot_id`, `seq`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `places` (
	`id` integer PRIMARY KEY NOT NULL,
	`line_id` text NOT NULL,
	`station_id` text NOT NULL,
	`operation` text NOT NULL,
	`standard_minutes` real NOT NULL,
	`is_output` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `places_line_id_station_id_operation_standard_minutes_is_output_unique` ON `places` (`line_id`,`station_id`,`operation`,`standard_minutes`,`is_output`);--> statement-breakpoint
CREATE TABLE `plans` (
	`from_ms` integer PRIMARY KEY NOT NULL,
	`recorded_at` integer NOT NULL,
	`body` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `progress` (
	`id` integer PRIMARY KEY NOT NULL,
	`clock` integer NOT NULL,
	`arrivals` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `quarantine` (
	`id` integer PRIMARY KEY NOT NULL,
	`device_id` text NOT NULL,
	`sha256` blob NOT NULL,
	`idx` integer NOT NULL,
	`fault` text NOT NULL,
	`topic` text NOT NULL,
	`payload` blob NOT NULL,
	`first_at` integer NOT NULL,
	`last_at` integer NOT NULL,
	`seen` integer NOT NULL,
	`state` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `quarantine_device_id_sha256_idx_unique` ON `quarantine` (`device_id`,`sha256`,`idx`);--> statement-breakpoint
CREATE TABLE `runs` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`started_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `samples` (
	`boot_id` integer NOT NULL,
	`seq` integer NOT NULL,
	`n` integer NOT NULL,
	`up` integer NOT NULL,
	`pieces` integer NOT NULL,
	`stitches` integer,
	`trims` integer,
	`state` text,
	`received` integer NOT NULL,
	`message_up` integer NOT NULL,
	`run` integer NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`boot_id`, `seq`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `settings` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `samples_with_state` ON `samples` (`boot_id`, `seq`) WHERE `state` IS NOT NULL;
--> statement-breakpoint
CREATE TRIGGER `samples_are_kept` BEFORE UPDATE OF `boot_id`, `seq`, `n`, `up`, `pieces`, `stitches`, `trims`, `state`, `received`, `message_up`, `run` ON `samples`
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `events_are_kept` BEFORE UPDATE OF `boot_id`, `seq`, `n`, `up`, `kind`, `value`, `received`, `message_up`, `run` ON `events`
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `facts_are_kept` BEFORE UPDATE ON `facts`
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
