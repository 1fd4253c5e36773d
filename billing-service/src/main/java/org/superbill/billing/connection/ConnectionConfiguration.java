package org.superbill.billing.connection;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** {@code superbill.connection.NAME.…}: the ways to payers; docs/submission.md describes each setting. */
@ConfigMapping(prefix = "superbill.connection")
interface ConnectionConfiguration {
    @WithParentName
    Map<String, One> all();

    /** One connection. */
    interface One {
        /** {@code http(s)://…}, {@code sftp://host:port/folder} or {@code file:///folder}. */
        URI url();

        /** How long a call may take. */
        @WithDefault("10S")
        Duration timeout();

        /** How long between two looks into a mailbox. */
        Optional<Duration> fetchEvery();

        /** {@code T} or {@code P}: the only ISA15 that it carries. Absent: whatever the payer's profile says. */
        Optional<String> usage();

        /** Whose account it is. Absent: each organization has a folder or mailbox named by its id. */
        Optional<UUID> organization();

        /** Where files to the partner go. */
        @WithDefault("inbound")
        String sendFolder();

        /** Where the partner's files lie. */
        @WithDefault("outbound")
        String fetchFolder();

        /** SFTP. */
        Optional<String> user();

        /** SFTP; from the environment only. */
        Optional<String> password();

        /** SFTP: a private key as PEM or OpenSSH text; from the environment only. */
        Optional<String> privateKey();

        /** SFTP: {@code SHA256:…} of the partner's host key; several, separated by commas, while it changes. */
        Optional<String> hostKey();
    }
}
