package org.superbill.servicekit.audit;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.RequestScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
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
    private static final Pattern ADDRESS = Pattern.compile("[0-9A-Fa-f.:]{2,45}");

    /** Their ids are 39 KB of what Kafka takes as one message (1 MB), whatever else the record has. */
    static final int PATIENTS_OF_A_RECORD = 1_000;

    private final CurrentVertxRequest current;
    private final Caller caller;
    private final Outbox outbox;
    private final Deed deed;
    private final Patients patients;
    private final String service;
    private boolean recorded;

    AuditTrail(
            CurrentVertxRequest current,
            Caller caller,
            Outbox outbox,
            Deed deed,
            Patients patients,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.current = current;
        this.caller = caller;
        this.outbox = outbox;
        this.deed = deed;
        this.patients = patients;
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
        var request = CurrentRequestManager.get();
        var concerned = call.patients(request);
        concerned.addAll(patients.of(call.others(request)));
        concerned.addAll(deed.patients());
        var left = new ArrayList<>(concerned);
        do {
            var some = left.subList(0, Math.min(left.size(), PATIENTS_OF_A_RECORD));
            outbox.publish(told(call, outcome, some));
            some.clear();
        } while (!left.isEmpty());
        recorded = true;
    }

    /** What is to be recorded of a request that nothing was read for. */
    AuditRecorded told(AuditedCall call, String outcome) {
        return told(call, outcome, List.copyOf(call.patients(CurrentRequestManager.get())));
    }

    private AuditRecorded told(AuditedCall call, String outcome, List<UUID> patientIds) {
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
                PurposeOfUse.of(request.getHeader(PurposeOfUse.HEADER)),
                address(request),
                caller.requestId(),
                patientIds.isEmpty() ? null : patientIds);
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
