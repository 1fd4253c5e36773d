package org.superbill.servicekit.tenancy;

import static org.superbill.servicekit.problem.KitProblem.ORGANIZATION_NOT_FOUND;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.superbill.servicekit.problem.Problem;
import org.superbill.servicekit.security.Caller;

/**
 * A token is good for an organization that is registered. One wrong digit in what an identity provider puts into it would else make a
 * tenant that nobody sees: patients are registered in it, and its encounters are never billed.
 */
@Provider
@Singleton
public class RegisteredOnly implements ContainerRequestFilter {
    private static final Duration STEP = Duration.ofMillis(50);
    private static final int MOST_WAITING = 4;

    private final Caller caller;
    /** Null where the service has none, or tests make organizations of nothing. */
    private final @Nullable Registrations registrations;
    /** None is ever deleted. */
    private final Set<UUID> known = ConcurrentHashMap.newKeySet();
    /** Whoever waits has a thread; beyond so many the answer is what is known now. */
    private final Semaphore waiting = new Semaphore(MOST_WAITING);

    RegisteredOnly(
            Caller caller,
            Instance<Registrations> registrations,
            @ConfigProperty(name = "superbill.registered-only", defaultValue = "true") boolean enabled) {
        this.caller = caller;
        this.registrations = enabled && registrations.isResolvable() ? registrations.get() : null;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (registrations == null) {
            return; // who calls is not asked: a thread that must not wait may be at work here
        }
        var organization = caller.organization();
        if (organization.isEmpty() || known.contains(organization.get())) {
            return;
        }
        if (!isRegistered(registrations)) {
            throw new Problem(ORGANIZATION_NOT_FOUND, "The organization of the token is not registered");
        }
        known.add(organization.get());
    }

    private boolean isRegistered(Registrations own) {
        if (own.isRegistered()) {
            return true;
        }
        if (own.delay().isZero() || !waiting.tryAcquire()) {
            return false;
        }
        try {
            return isHeardOf(own);
        } finally {
            waiting.release();
        }
    }

    private static boolean isHeardOf(Registrations own) {
        var until = System.nanoTime() + own.delay().toNanos();
        var isRegistered = false;
        while (!isRegistered
                && System.nanoTime() < until
                && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(STEP.toNanos());
            isRegistered = own.isRegistered();
        }
        return isRegistered;
    }
}
