package org.superbill.billing.reference;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.enterprise.context.Dependent;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The id is that of something of the caller's organization: what is agreed with a payer that nobody knows would silently count for
 * nobody. Absent is valid. Billing hears by events of what is registered, so that an id of a moment ago is waited for.
 */
@Documented
@Target({FIELD, PARAMETER})
@Retention(RUNTIME)
@Constraint(validatedBy = Registered.Check.class)
public @interface Registered {
    /** Of what. */
    enum As {
        PAYER,
        PATIENT
    }

    As value();

    String message() default "is not known in the organization";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Asks what billing was told; each use has its own. */
    @Dependent
    class Check implements ConstraintValidator<Registered, UUID> {
        private static final Duration PATIENCE = Duration.ofSeconds(2);
        private static final Duration STEP = Duration.ofMillis(100);
        /** Whoever waits has a connection of the database; beyond so many the answer is what is known now. */
        private static final Semaphore WAITING = new Semaphore(2);

        private final Reference reference;
        private As of = As.PAYER;

        Check(Reference reference) {
            this.reference = reference;
        }

        @Override
        public void initialize(Registered use) {
            of = use.value();
        }

        @Override
        public boolean isValid(@Nullable UUID id, ConstraintValidatorContext context) {
            if (id == null || isKnown(id)) {
                return true;
            }
            if (!WAITING.tryAcquire()) {
                return false;
            }
            try {
                return isHeardOf(id);
            } finally {
                WAITING.release();
            }
        }

        private boolean isHeardOf(UUID id) {
            var until = System.nanoTime() + PATIENCE.toNanos();
            var isKnown = false;
            while (!isKnown
                    && System.nanoTime() < until
                    && !Thread.currentThread().isInterrupted()) {
                LockSupport.parkNanos(STEP.toNanos());
                isKnown = isKnown(id);
            }
            return isKnown;
        }

        private boolean isKnown(UUID id) {
            return of == As.PAYER ? reference.knowsPayer(id) : reference.knowsPatient(id);
        }
    }
}
