package org.superbill.billing.editrule;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.reference.ClaimFacts;

/** A rule, compiled. Immutable; one whose condition does not compile any more says so of every claim. */
public final class ClaimRule {
    private final String name;
    private final int version;
    private final @Nullable UUID payerId;
    private final LocalDate effectiveFrom;
    private final @Nullable LocalDate effectiveTo;
    private final RuleDefinition definition;
    private final @Nullable Condition condition;

    private ClaimRule(Identity identity, RuleDefinition definition, @Nullable Condition condition) {
        this.name = identity.name();
        this.version = identity.version();
        this.payerId = identity.payerId();
        this.effectiveFrom = identity.effectiveFrom();
        this.effectiveTo = identity.effectiveTo();
        this.definition = definition;
        this.condition = condition;
    }

    /**
     * Which rule it is, for whom and when.
     *
     * @param payerId null: for every payer
     */
    public record Identity(
            String name,
            int version,
            @Nullable UUID payerId,
            LocalDate effectiveFrom,
            @Nullable LocalDate effectiveTo) {}

    /** @throws Condition.NotACondition when its condition does not compile */
    static ClaimRule compiled(Identity identity, RuleDefinition definition) throws Condition.NotACondition {
        return new ClaimRule(identity, definition, Condition.compile(definition.condition(), definition.ofLines()));
    }

    /** As it was stored: a condition that this build cannot compile is broken, not forgotten. */
    static ClaimRule stored(Identity identity, RuleDefinition definition) {
        try {
            return compiled(identity, definition);
        } catch (Condition.NotACondition e) {
            return new ClaimRule(identity, definition, null);
        }
    }

    /** Whether it judges something of the claim: the payer's, and in force on the claim's date of service, or where it is about lines on that of one. */
    public boolean concerns(ClaimFacts facts) {
        var encounter = facts.encounter();
        return (payerId == null || payerId.equals(facts.payer().payerId()))
                && (definition.ofLines()
                        ? encounter.lines().stream().anyMatch(line -> inForce(line.serviceDate()))
                        : inForce(encounter.serviceDate()));
    }

    public boolean inForce(LocalDate day) {
        return !day.isBefore(effectiveFrom) && (effectiveTo == null || !day.isAfter(effectiveTo));
    }

    /** What it says of a claim that no other rule judges. */
    Verdict judge(RuleVariables variables) {
        return judge(variables, new EvaluationSteps());
    }

    /** @param steps of this claim, which its rules share */
    public Verdict judge(RuleVariables variables, EvaluationSteps steps) {
        if (condition == null) {
            return Verdict.broken("it does not compile");
        }
        return definition.ofLines() ? condition.ofLines(variables, steps) : condition.ofClaim(variables, steps);
    }

    public String name() {
        return name;
    }

    public int version() {
        return version;
    }

    public LocalDate effectiveFrom() {
        return effectiveFrom;
    }

    public @Nullable LocalDate effectiveTo() {
        return effectiveTo;
    }

    public boolean error() {
        return definition.severity() == RuleDefinition.Weight.error;
    }

    public boolean needsReason() {
        return definition.severity() == RuleDefinition.Weight.reason;
    }

    public String pointer() {
        return definition.pointer();
    }

    public String message() {
        return definition.message();
    }

    public String fix() {
        return definition.fix();
    }

    public String source() {
        return definition.source();
    }
}
