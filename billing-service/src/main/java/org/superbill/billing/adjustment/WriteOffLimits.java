package org.superbill.billing.adjustment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;
import org.superbill.servicekit.ids.Ids;
import org.superbill.servicekit.security.Role;

/** How much of one claim each role may give up, with what others gave up of it within a limit of theirs. Who posts has the least, so that nobody hides a payment in a write-off. */
@Entity
@Table(name = "write_off_limits")
class WriteOffLimits {
    private static final long POSTER_AT_FIRST = 10_00;
    private static final long BILLER_AT_FIRST = 50_00;

    @Id
    private UUID id;

    @TenantId
    @Column(name = "organization_id")
    private String organizationId;

    @Column(name = "poster_cents")
    private @Nullable Long posterCents = POSTER_AT_FIRST;

    @Column(name = "biller_cents")
    private @Nullable Long billerCents = BILLER_AT_FIRST;

    @Column(name = "billing_manager_cents")
    private @Nullable Long billingManagerCents;

    @Column(name = "changed_by")
    private String changedBy;

    @Column(name = "changed_at")
    private @Nullable Instant changedAt;

    @Version
    private long revision;

    /** What holds until an organization says otherwise. */
    @SuppressWarnings("NullAway.Init")
    WriteOffLimits() {
        id = Ids.next();
    }

    void change(WriteOffLimitsView wanted, String by, Instant at) {
        posterCents = wanted.posterCents();
        billerCents = wanted.billerCents();
        billingManagerCents = wanted.billingManagerCents();
        changedBy = by;
        changedAt = at;
    }

    /** Whether a role may give up that much of one claim; those that are not named may give up nothing. */
    boolean allow(Role role, long cents) {
        return switch (role) {
            case POSTER -> within(posterCents, cents);
            case BILLER -> within(billerCents, cents);
            case BILLING_MANAGER -> within(billingManagerCents, cents);
            default -> false;
        };
    }

    /** What was given up of a claim within limits, for that counts together; what somebody without a limit decided does not. */
    long within(Map<String, Long> lostByAuthority) {
        return lostByAuthority.entrySet().stream()
                .filter(lost -> !isUnlimited(lost.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private boolean isUnlimited(String authority) {
        return Stream.of(Role.POSTER, Role.BILLER, Role.BILLING_MANAGER)
                .filter(role -> role.text().equals(authority))
                .anyMatch(role -> allow(role, Long.MAX_VALUE));
    }

    private static boolean within(@Nullable Long limit, long cents) {
        return Optional.ofNullable(limit).map(most -> cents <= most).orElse(true);
    }

    /** 0 until somebody changed them. */
    long revision() {
        return changedAt == null ? 0 : revision + 1;
    }

    WriteOffLimitsView view() {
        return new WriteOffLimitsView(posterCents, billerCents, billingManagerCents);
    }
}
