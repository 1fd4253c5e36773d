package org.superbill.billing.connection;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/** {@code superbill.connection.NAME.url}: where a connection's mailboxes are. */
@ConfigMapping(prefix = "superbill.connection")
interface ConnectionConfiguration {
    @WithParentName
    Map<String, One> all();

    /** One connection. */
    interface One {
        URI url();

        /** How long a call may take. */
        @WithDefault("10S")
        Duration timeout();
    }
}
