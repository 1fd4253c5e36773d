package org.superbill.gateway.proxy;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** What an operator may set about the way in (docs/configuration.md). */
@ConfigMapping(prefix = "superbill.gateway")
interface GatewaySettings {

    URI patientUrl();

    URI codingUrl();

    URI billingUrl();

    /** How long a service may take to accept a connection. */
    @WithDefault("2s")
    Duration connectTimeout();

    /** How long nothing may move in either direction before the request is given up. */
    @WithDefault("60s")
    Duration idleTimeout();

    /** The largest JSON body, in bytes. */
    @WithDefault("1048576")
    long maxBodyBytes();

    /** The largest X12 or code file, in bytes. */
    @WithDefault("67108864")
    long maxFileBytes();

    /** Connections to each service, of each event loop (two for each processor). */
    @WithDefault("256")
    int connectionsPerService();
}
