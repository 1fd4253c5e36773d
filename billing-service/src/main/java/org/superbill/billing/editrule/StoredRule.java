package org.superbill.billing.editrule;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.reference.FactsJson;
import org.superbill.servicekit.ids.Ids;
import org.superbill.servicekit.problem.Problem;

/** One version of a rule. A draft can be changed; what was on can only be switched off, or ended by the next version. */
@Entity
@Table(name = "claim_rule")
class StoredRule {
    /** Whether it judges claims. */
    enum State {
        DRAFT,
        ACTIVE,
        OFF;

        String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Id
    private UUID id;

    @TenantId
    @Column(name = "organization_id")
    private String organizationId;

    private String name;
    private int version;

    @Column(name = "payer_id")
    private @Nullable UUID payerId;

    @Enumerated(EnumType.STRING)
    private State state;

    private String definition;

    @Column(name = "effective_from")
    private LocalDate effectiveFrom;

    @Column(name = "effective_to")
    private @Nullable LocalDate effectiveTo;

    private String owner;

    @Column(name = "changed_by")
    private String changedBy;

    @Column(name = "changed_at")
    private Instant changedAt;

    @Column(name = "switched_on_at")
    private @Nullable Instant switchedOnAt;

    @Column(name = "switched_off_at")
    private @Nullable Instant switchedOffAt;

    @Version
    private long revision;

    @SuppressWarnings("NullAway.Init")
    protected StoredRule() {}

    @SuppressWarnings("NullAway.Init")
    StoredRule(NewRule given, int version, Change change) {
        this.id = Ids.next();
        this.version = version;
        this.state = State.DRAFT;
        write(given, change);
    }

    /** Who changes it, and when. */
    record Change(String by, Instant at) {}

    /** @throws Problem {@code CLAIM_RULE_STEP_NOT_ALLOWED} */
    void rewrite(NewRule given, Change change) {
        require(State.DRAFT, "changed");
        if (!name.equals(given.name())) {
            throw new Problem(ClaimRuleProblem.CLAIM_RULE_STEP_NOT_ALLOWED, "A rule keeps its name");
        }
        write(given, change);
    }

    private void write(NewRule given, Change change) {
        name = given.name();
        payerId = given.payerId();
        definition = FactsJson.write(given.definition());
        effectiveFrom = given.effectiveFrom();
        effectiveTo = given.effectiveTo();
        owner = given.owner();
        touched(change);
    }

    void requireDraft() {
        require(State.DRAFT, "switched on");
    }

    void switchOn(Change change) {
        requireDraft();
        state = State.ACTIVE;
        switchedOnAt = change.at();
        touched(change);
    }

    void switchOff(Change change) {
        require(State.ACTIVE, "switched off");
        state = State.OFF;
        switchedOffAt = change.at();
        touched(change);
    }

    /** A later version takes over on a day; one that never came to judge is off. */
    void endBefore(LocalDate day, Change change) {
        if (effectiveTo != null && effectiveTo.isBefore(day)) {
            return;
        }
        if (day.isAfter(effectiveFrom)) {
            effectiveTo = day.minusDays(1);
        } else {
            state = State.OFF;
            switchedOffAt = change.at();
        }
        touched(change);
    }

    private void touched(Change change) {
        changedBy = change.by();
        changedAt = change.at();
    }

    private void require(State wanted, String step) {
        if (state != wanted) {
            throw new Problem(
                    ClaimRuleProblem.CLAIM_RULE_STEP_NOT_ALLOWED,
                    "A rule that is %s cannot be %s".formatted(state.wire(), step));
        }
    }

    RuleDefinition definition() {
        return FactsJson.read(definition, new TypeReference<>() {});
    }

    private ClaimRule.Identity identity() {
        return new ClaimRule.Identity(name, version, payerId, effectiveFrom, effectiveTo);
    }

    ClaimRule rule() {
        return ClaimRule.stored(identity(), definition());
    }

    ClaimRuleView view() {
        return new ClaimRuleView(
                id,
                name,
                version,
                payerId,
                state.wire(),
                definition(),
                effectiveFrom,
                effectiveTo,
                owner,
                changedBy,
                changedAt,
                revision);
    }

    String name() {
        return name;
    }

    int version() {
        return version;
    }

    LocalDate effectiveFrom() {
        return effectiveFrom;
    }

    long revision() {
        return revision;
    }
}
