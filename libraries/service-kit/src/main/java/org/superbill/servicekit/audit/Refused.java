package org.superbill.servicekit.audit;

import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.security.ForbiddenException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ext.Provider;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.superbill.events.AuditRecorded;
import org.superbill.servicekit.outbox.Outbox;
import org.superbill.servicekit.problem.KitProblem;
import org.superbill.servicekit.security.Caller;
import org.superbill.servicekit.tenancy.Tenancy;

/**
 * Records calls that the caller's permissions do not allow. They are refused before the method's interceptors see them, and on a
 * thread that must not wait for the database, so that the record is written beside the answer.
 */
@Provider
@Priority(1)
@ApplicationScoped
public class Refused extends ExceptionMapperBase<ForbiddenException> {

    private static final Logger LOG = Logger.getLogger(Refused.class);

    private final AuditTrail trail;
    private final Caller caller;
    private final Tenancy tenancy;
    private final Outbox outbox;
    private final ManagedExecutor executor;

    Refused(AuditTrail trail, Caller caller, Tenancy tenancy, Outbox outbox, ManagedExecutor executor) {
        this.trail = trail;
        this.caller = caller;
        this.tenancy = tenancy;
        this.outbox = outbox;
        this.executor = executor;
    }

    @Override
    protected HttpProblem toProblem(ForbiddenException e) {
        var request = CurrentRequestManager.get();
        if (request != null && request.getTarget() != null && !trail.isRecorded()) {
            AuditedCall.of(request.getResteasyReactiveResourceInfo().getResourceMethod())
                    .map(call -> trail.told(call, KitProblem.FORBIDDEN.slug()))
                    .ifPresent(this::write);
        }
        return HttpProblem.builder().withStatus(KitProblem.FORBIDDEN.status()).build();
    }

    private void write(AuditRecorded told) {
        var organization = caller.organization();
        executor.execute(() -> {
            try {
                if (organization.isPresent()) {
                    tenancy.as(organization.get(), () -> outbox.publish(told));
                } else {
                    tenancy.asNobody(() -> {
                        outbox.publish(told);
                        return true;
                    });
                }
            } catch (RuntimeException e) {
                LOG.errorf("The refusal of request %s is not in the audit trail: %s", told.requestId(), e.getClass());
            }
        });
    }
}
