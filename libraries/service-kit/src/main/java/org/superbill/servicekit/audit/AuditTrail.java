package org.superbill.servicekit.audit;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.RequestScoped;
import java.time.Clock;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jspecify.annotations.Nullable;
import org.superbill.events.AuditRecorded;
import org.superbill.servicekit.ids.Ids;
import org.superbill.servicekit.outbox.Outbox;
import org.superbill.servicekit.security.Caller;

/** Writes the record of the current request, once. */
@RequestScoped
class AuditTrail {

    private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD);
    private static final Pattern PURPOSE = Pattern.compile("[A-Za-z0-9_-]{1,40}");
    private static final Pattern ADDRESS = Pattern.compile("[0-9A-Fa-f.:]{2,45}");

    private final CurrentVertxRequest current;
    private final Caller caller;
    private final Outbox outbox;
    private final Deed deed;
    private final String service;
    private boolean recorded;

    AuditTrail(
            CurrentVertxRequest current,
            Caller caller,
            Outbox outbox,
            Deed deed,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.current = current;
        this.caller = caller;
        this.outbox = outbox;
        this.deed = deed;
        this.service = service;
    }

    /** Of a request that changes nothing. */
    boolean isOfRead() {
        return READS.contains(current.getCurrent().request().method());
    }

    boolean isRecorded() {
        return recorded;
    }

    /** In the current transaction. */
    void record(AuditedCall call, String outcome) {
        outbox.publish(told(call, outcome));
        recorded = true;
    }

    /** What is to be recorded of the current request. */
    AuditRecorded told(AuditedCall call, String outcome) {
        var request = current.getCurrent().request();
        return new AuditRecorded(
                Ids.next(),
                Clock.systemUTC().instant(), // not the business clock
                service,
                caller.subject(),
                deed.orElse(call.action()),
                call.entityType(),
                call.entityId(CurrentRequestManager.get()),
                outcome,
                matching(PURPOSE, request.getHeader("X-Purpose-Of-Use")),
                address(request),
                caller.requestId());
    }

    /** In a transaction of its own, whatever became of the request's. */
    void recordApart(AuditedCall call, String outcome) {
        QuarkusTransaction.requiringNew().run(() -> record(call, outcome));
    }

    /** The caller's as the gateway saw it, else the one that the connection comes from. */
    private static @Nullable String address(HttpServerRequest request) {
        var forwarded = request.getHeader("X-Forwarded-For");
        var client = forwarded == null
                ? null
                : matching(
                        ADDRESS,
                        forwarded.substring(forwarded.lastIndexOf(',') + 1).trim());
        if (client != null) {
            return client;
        }
        var remote = request.remoteAddress();
        return remote == null ? null : remote.hostAddress();
    }

    private static @Nullable String matching(Pattern pattern, @Nullable String text) {
        return text != null && pattern.matcher(text).matches() ? text : null;
    }
}
