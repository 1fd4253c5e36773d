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

    /** How long a service may work on what takes long (a large 835, a dry run, a verification) before it begins to answer. */
    @WithDefault("15m")
    Duration longTimeout();

    /** How long a client may take to send a body of at most {@link #maxBodyBytes()}, however steadily it sends. */
    @WithDefault("60s")
    Duration bodyTimeout();

    /** The same for a file. */
    @WithDefault("15m")
    Duration fileTimeout();

    /** How long a client may take to read an answer, from its beginning on, however steadily it reads. */
    @WithDefault("15m")
    Duration answerTimeout();

    /** How many requests of one caller (a subject of an organization) may be under way at once. */
    @WithDefault("100")
    int requestsPerCaller();

    /** How many of them may bring a file, or fetch one. */
    @WithDefault("8")
    int filesPerCaller();

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
